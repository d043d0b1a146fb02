#include "core/readers/read_text.h"

#include "core/readers/byte_source.h"

namespace cupel::readers {

base::Result<std::string> readText(const std::string& path, std::uint64_t atMost)
{
    const auto source = openFile(path);
    if (!source)
        return source.error();
    if ((*source)->size() > atMost)
        return base::Error{base::ErrorCode::Usage,
            "the file is larger than " + std::to_string(atMost >> 20) + " MiB",
            "check that this is the right file", {path, 0, 0, 0}};
    std::string text(static_cast<std::size_t>((*source)->size()), '\0');
    if (auto read = (*source)->read(0, text.data(), text.size()); !read)
        return read.error();
    return text;
}

} // namespace cupel::readers
