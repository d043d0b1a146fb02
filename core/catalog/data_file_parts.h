#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/readers/csv_row_source.h"
#include "core/table/column.h"

namespace cupel::catalog {

/// Chunks of a row index, whole ones, in pieces of about kSegmentBytes.
std::vector<std::string> encodeIndex(const readers::RowIndex& index);
/// Read one piece, or nothing where it is damaged. What a chunk says is not checked.
std::optional<std::vector<readers::RowIndex::Chunk>> decodeIndex(std::string_view piece);
/// Whether chunks, untrusted, are the index of the rows of a file: every byte of it belongs to one,
/// and rows ascend within it.
bool isSound(
    const std::vector<readers::RowIndex::Chunk>& chunks, std::uint64_t bytes, std::uint64_t rows);

std::string encodeDictionary(const table::Dictionary& dictionary);
/// Read the dictionary of a column, or nothing where it is damaged or, untrusted, is not one of
/// `size` values that suits the column: ranked, in UTF-8, with as many rows as have a value.
std::shared_ptr<const table::Dictionary> decodeDictionary(
    std::string_view bytes, std::uint32_t size, const table::Column& column);

} // namespace cupel::catalog
