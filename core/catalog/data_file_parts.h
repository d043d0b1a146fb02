#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/readers/csv_row_source.h"
#include "core/table/column.h"

namespace cupel::catalog {

/// Hand the chunks of a row index to write(), whole ones, in pieces of about kSegmentBytes. Fails
/// as write() does.
base::Result<void> encodeIndex(const readers::RowIndex& index,
    const std::function<base::Result<void>(std::string_view piece)>& write);
/// Read one piece, or nothing where it is damaged. What a chunk says is not checked.
std::optional<std::vector<readers::RowIndex::Chunk>> decodeIndex(std::string_view piece);

std::string encodeDictionary(const table::Dictionary& dictionary);
/// Read the dictionary of a column, or nothing where it is damaged or, untrusted, is not one of
/// `size` values that suits the column: ranked, in UTF-8, with as many rows as have a value.
std::shared_ptr<const table::Dictionary> decodeDictionary(
    std::string_view bytes, std::uint32_t size, const table::Column& column);

} // namespace cupel::catalog
