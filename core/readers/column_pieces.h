#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/table/buffer.h"

namespace cupel::readers {

/// Values of one lane and column in the order of its rows: an array that grows by pieces, so that
/// nothing is copied, and whose element width may change from piece to piece.
class ColumnPieces {
public:
    struct Piece {
        table::Buffer data;
        unsigned width = 0; ///< bytes per element
        std::size_t rows = 0;
        template <typename T> T* as() { return data.as<T>(); }
        template <typename T> const T* as() const { return data.as<T>(); }
    };

    /// Add `rows` zeroed elements, contiguous, and return the first.
    template <typename T> T* append(std::size_t rows)
    {
        if (m_pieces.empty() || m_pieces.back().width != sizeof(T)
            || (m_pieces.back().rows + rows) * sizeof(T) > m_pieces.back().data.size())
            begin(sizeof(T), rows);
        Piece& piece = m_pieces.back();
        T* const first = piece.as<T>() + piece.rows;
        piece.rows += rows;
        m_rows += rows;
        return first;
    }
    std::size_t rows() const { return m_rows; }
    std::vector<Piece>& pieces() { return m_pieces; }
    const std::vector<Piece>& pieces() const { return m_pieces; }

private:
    /// Pieces double from one page up to one huge page.
    void begin(unsigned width, std::size_t rows)
    {
        constexpr std::size_t kSmallest = 4096;
        constexpr std::size_t kLargest = 2u << 20;
        const std::size_t bytes
            = m_pieces.empty() ? kSmallest : std::min(m_pieces.back().data.size() * 2, kLargest);
        m_pieces.push_back({table::Buffer(std::max(bytes, rows * width)), width, 0});
    }

    std::vector<Piece> m_pieces;
    std::size_t m_rows = 0;
};

/// Rows of the table that a lane has encoded, in the order it did.
class LaneRows {
public:
    struct Run {
        std::uint64_t first = 0;
        std::uint64_t rows = 0;
    };

    void append(std::uint64_t firstRow, std::uint64_t rows)
    {
        if (!m_runs.empty() && m_runs.back().first + m_runs.back().rows == firstRow)
            m_runs.back().rows += rows;
        else
            m_runs.push_back({firstRow, rows});
    }
    const std::vector<Run>& runs() const { return m_runs; }

private:
    std::vector<Run> m_runs;
};

/// Call visit(piece, rowInPiece, row, rows) for each stretch of rows that is contiguous in a piece
/// and in the table. A piece is freed once it has been visited.
template <typename Visit> void consume(ColumnPieces& pieces, const LaneRows& lane, Visit visit)
{
    auto run = lane.runs().begin();
    std::uint64_t inRun = 0;
    for (ColumnPieces::Piece& piece : pieces.pieces()) {
        for (std::size_t at = 0; at < piece.rows;) {
            const auto rows = static_cast<std::size_t>(
                std::min<std::uint64_t>(piece.rows - at, run->rows - inRun));
            visit(piece, at, run->first + inRun, rows);
            at += rows;
            inRun += rows;
            if (inRun == run->rows) {
                ++run;
                inRun = 0;
            }
        }
        piece.data = table::Buffer();
    }
}

} // namespace cupel::readers
