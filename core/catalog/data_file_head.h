#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/readers/csv_reader.h"

namespace cupel::catalog {

/// What a data file tells besides the table, its import report and the options.
struct DataFileFacts {
    std::uint64_t maxRowBytes = 0; ///< of the rows as they are read again
    std::optional<std::int64_t> modifiedNs; ///< of the input when it was read
    bool keepsSource = false;
    std::vector<std::uint32_t> dictionarySizes; ///< by column; 0 where there are no codes
};

/// Everything of a data file that is no array. In a head that was read the buffers of the table are
/// empty, and so are its dictionaries, lists of rows and source.
struct DataFileHead {
    readers::CsvFile file;
    readers::CsvOptions options;
    DataFileFacts facts;
};

std::string encodeHead(
    const readers::CsvFile& file, const readers::CsvOptions& options, const DataFileFacts& facts);

/// Read a head, or nothing where it is damaged or, untrusted as it is, could not be used safely:
/// every number is checked that something is reached, divided or allocated by.
std::optional<DataFileHead> decodeHead(std::string_view bytes);

} // namespace cupel::catalog
