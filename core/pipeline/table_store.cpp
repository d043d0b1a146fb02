#include "core/pipeline/table_store.h"

#include <utility>

namespace cupel::pipeline {

base::Result<std::shared_ptr<const readers::CsvFile>> readInput(
    const std::string& path, const readers::CsvOptions& options, const base::JobContext& job)
{
    const auto source = readers::openFile(path);
    if (!source)
        return source.error();
    auto file = readers::readCsv(*source, options, job);
    if (!file)
        return file.error();
    return std::make_shared<const readers::CsvFile>(std::move(*file));
}

} // namespace cupel::pipeline
