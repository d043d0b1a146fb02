#include "app/batch/read_text.h"

#include "core/readers/byte_source.h"

namespace cupel::batch {

base::Result<std::string> readText(const std::string& path)
{
    const auto source = readers::openFile(path);
    if (!source)
        return source.error();
    std::string text(static_cast<std::size_t>((*source)->size()), '\0');
    if (auto read = (*source)->read(0, text.data(), text.size()); !read)
        return read.error();
    return text;
}

} // namespace cupel::batch
