#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/table/table.h"

namespace cupel::readers {

/// The cells of a run of rows inside one buffer. Cell c of row r lies between marks:
/// begin = c == 0 ? m[0] : m[c] + delimiterBytes, end = m[c + 1], with m = marks + r * (columns +
/// 1). A cell whose first byte is the quote is a well-formed quoted cell: it ends with the quote
/// and every quote inside is doubled. At least 64 bytes are readable after every cell.
struct CellBlock {
    const char* bytes = nullptr;
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::size_t delimiterBytes = 1;
    char quote = '"'; ///< '\0' = the file has no quoting
    const std::uint32_t* marks = nullptr;
};

/// What is wished of one column.
struct ColumnRequest {
    std::string name;
    std::optional<table::ColumnType> type; ///< given by the user
    std::vector<std::string> nullTokens; ///< texts that mean missing, besides the empty cell
    bool needsCodes = false; ///< codes without limit: the column has a role or a question names it
};

struct EncoderOptions {
    std::vector<ColumnRequest> columns;
    /// Low bits of a row's hash that are kept, 1 to 64; tests cut it to prove that whoever uses row
    /// hashes verifies what they propose.
    unsigned hashBits = 64;
};

/// Encodes the columns of a table from cell blocks, several threads at once, each with its own
/// lane. The result is the same for any number of lanes and any assignment of blocks to them.
class TableBuilder {
public:
    TableBuilder(EncoderOptions options, std::size_t lanes);
    ~TableBuilder();

    /// Encode one block whose first row is row number firstRow of the table. Within a lane firstRow
    /// increases. Different lanes may be used from different threads at the same time.
    void encode(std::size_t lane, const CellBlock& block, std::uint64_t firstRow);

    /// Merge the lanes (with up to as many threads) into columns, profiles and row hashes. The
    /// caller sets the source. Fails only with Cancelled.
    base::Result<table::Table> finish(std::uint64_t rows, const base::JobContext& job) &&;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace cupel::readers
