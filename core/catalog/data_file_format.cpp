#include "core/catalog/data_file_format.h"

namespace cupel::catalog {
namespace {

constexpr const char* kRemedy = "the input has to be read again";

constexpr std::string_view kVersions[] = {
    R"(CREATE TABLE segment (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, "column" INTEGER NOT NULL, bytes INTEGER NOT NULL, digest BLOB NOT NULL) STRICT;
CREATE TABLE content (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
CREATE TABLE source_frame ("offset" INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;)",
};

constexpr FileFormat kFormat{0x43755064 /* CuPd */, "data file", kRemedy, kVersions};

} // namespace

const FileFormat& dataFileFormat()
{
    return kFormat;
}

base::Error unusable(const std::string& path, const std::string& reason)
{
    return {base::ErrorCode::Catalog, "the data file cannot be used: " + reason, kRemedy,
        {path, 0, 0, 0}};
}

} // namespace cupel::catalog
