#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/readers/csv_reader.h"
#include "core/readers/csv_row.h"
#include "core/table/row_source.h"

namespace cupel::readers {

/// Accepted rows between two whose line is known.
inline constexpr std::size_t kRowsPerLineMark = 64;

/// Where every accepted row begins: per chunk of the file a base, per row 4 bytes.
class RowIndex {
public:
    struct Chunk {
        std::uint64_t offset = 0; ///< the chunk's begin in the file
        std::uint64_t firstRow = 0;
        std::uint64_t line = 1; ///< line of the first row that begins in it, accepted or not
        std::vector<std::uint32_t> rows; ///< begins of the accepted rows, from `offset`
        /// Line ends between that first row and every kRowsPerLineMark-th accepted row.
        std::vector<std::uint32_t> lineMarks;
    };

    /// Chunks arrive in file order.
    void add(Chunk chunk) { m_chunks.push_back(std::move(chunk)); }
    const std::vector<Chunk>& chunks() const { return m_chunks; }
    const Chunk& chunkOf(std::uint64_t row) const;
    /// Whether chunks that are not trusted can be the index of so many rows of a file of so many
    /// bytes: one for each leaf of its change hash, in whose bytes the rows ascend.
    bool isOf(std::uint64_t bytes, std::uint64_t rows) const;

private:
    std::vector<Chunk> m_chunks;
};

/// What it takes to read the rows of a CSV file again.
struct CsvRowLayout {
    Dialect dialect;
    RowIndex index;
    std::uint64_t rows = 0;
    std::size_t columns = 0;
    std::uint64_t maxRowBytes = 0;
};

/// Rows of a CSV file, read again where they stand.
class CsvRowSource final : public table::RowSource {
public:
    CsvRowSource(std::shared_ptr<const ByteSource> source, CsvRowLayout layout);

    const ByteSource& bytes() const { return *m_source; }
    const CsvRowLayout& layout() const { return m_layout; }

    std::uint64_t rowCount() const override { return m_layout.rows; }
    base::Result<table::Row> row(std::uint64_t index) const override;
    base::Result<void> readCells(
        std::span<const std::uint64_t> ascending, const CellsVisitor& visit) const override;
    base::Result<bool> areWrittenAlike(std::span<const std::uint64_t> ascending) const override;

private:
    struct Window;
    std::uint64_t offsetOf(std::uint64_t row) const;
    std::optional<std::uint64_t> bytesToNext(std::uint64_t row) const;
    std::uint64_t bytesOf(std::uint64_t row) const;
    bool isRow(const ParsedRow& parsed, const std::vector<char>& bytes, std::size_t begin) const;
    std::uint64_t bytesTogether(std::span<const std::uint64_t> ascending) const;
    base::Result<void> parse(
        std::uint64_t row, std::uint64_t wanted, Window& window, ParsedRow& parsed) const;
    base::Result<std::uint64_t> lineOf(const RowIndex::Chunk& chunk, std::size_t row) const;

    std::shared_ptr<const ByteSource> m_source;
    CsvRowLayout m_layout;
};

} // namespace cupel::readers
