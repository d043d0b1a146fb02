#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/readers/column_encoder.h"

namespace cupel::test {

using Rows = std::vector<std::vector<std::string>>;

/// How rows are handed to the builder. The table must not depend on any of it.
struct EncodingPlan {
    std::size_t lanes = 1;
    std::size_t largestBlock = 1000;
    unsigned seed = 1; ///< of the block sizes, their lanes and which cells are quoted
    std::string delimiter = ",";
};

/// Encode rows with one thread per lane.
table::Table encodeRows(
    const Rows& rows, const readers::EncoderOptions& options, const EncodingPlan& plan);

/// Fail the test at the first difference.
void expectSame(const table::Table& actual, const table::Table& expected);

/// The text that a cell has in memory: of a number its shortest form, empty where missing. Not for
/// columns without cells.
std::string cellText(const table::Column& column, std::uint64_t row);

} // namespace cupel::test
