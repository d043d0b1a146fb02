#pragma once

#include <atomic>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "core/readers/column_dictionary.h"
#include "core/readers/column_encoder.h"
#include "core/readers/column_pieces.h"
#include "core/readers/column_text.h"
#include "core/readers/column_words.h"

namespace cupel::readers {

/// What is wished of a column, and what its lanes tell each other.
struct ColumnPlan {
    explicit ColumnPlan(ColumnRequest wished)
        : request(std::move(wished))
    {
    }
    bool isNull(std::string_view text) const;
    bool mayHoldNumbers() const { return !request.type || table::isNumeric(*request.type); }
    bool isForcedNumeric() const { return request.type && table::isNumeric(*request.type); }
    /// Whether a part of the column's distinct texts is already too much for a column with codes.
    bool isTooLarge(const TextDictionary& dictionary) const;

    ColumnRequest request;
    /// Set once some lane's texts are too large: then the column is, whatever the others hold.
    std::atomic<bool> isBeyondCodes{false};
};

/// Cells as codes into the lane's own dictionary. Null tokens have codes as any text.
struct CodedCells {
    TextDictionary dictionary;
    ColumnPieces codes; ///< widths 1, 2 and 4
    std::set<std::string> missingTexts; ///< of missing cells, besides those in the dictionary
    bool staysCoded = false; ///< its texts were looked at, and are not all numbers
};

/// Cells as words; nothing is lost. Null tokens that are numbers are words as any number.
struct WordCells {
    TextDictionary others; ///< the texts of Word::other(), with their counts
    ColumnPieces words; ///< width 8: words; width 4: mantissas with `decimals`, INT32_MIN missing
    std::set<std::string> missingTexts; ///< null tokens that became missing()
    bool hasEmpty = false; ///< so did the empty text
    bool isNarrow = true; ///< all pieces have width 4
    bool hasDecimals = false; ///< `decimals` is set
    unsigned decimals = 0;

    /// Add words that encodeWords() found, others already replaced.
    void append(const Word* added, std::size_t rows, const WordsFound& found);
    /// Call visit(word) for every row, in order.
    template <typename Visit> void forEach(Visit visit) const
    {
        for (const ColumnPieces::Piece& piece : words.pieces()) {
            for (std::size_t row = 0; row < piece.rows; ++row)
                visit(word(piece, row));
        }
    }
    Word word(const ColumnPieces::Piece& piece, std::size_t row) const
    {
        if (piece.width == sizeof(Word))
            return piece.as<Word>()[row];
        const std::int32_t mantissa = piece.as<std::int32_t>()[row];
        return mantissa == table::NumberColumn::kMissing32 ? Word::missing()
                                                           : Word::decimal(mantissa, decimals);
    }
};

/// Facts instead of cells, in a column that has too many distinct texts for codes.
struct UncodedCells {
    /// Which numbers are kept, as long as the column may be a number column: 64-bit integers while
    /// there is nothing else, otherwise doubles. Sentinels as in table::NumberColumn.
    enum class Numbers { None, Integers, Doubles };

    TextFacts facts;
    std::vector<std::uint64_t> missingRows; ///< rows of the table
    Numbers kind = Numbers::None;
    ColumnPieces numbers;
    std::vector<std::uint64_t> misfitRows; ///< rows of the table; only with a forced number type

    /// Add the cell of a row of the table.
    void append(
        std::string_view text, std::uint64_t hash, std::uint64_t row, const ColumnPlan& plan);

private:
    void appendMissing();
    void appendNumber(std::string_view text, std::uint64_t row, const ColumnPlan& plan);
};

using LaneCells = std::variant<CodedCells, WordCells, UncodedCells>;

/// Whether all texts but null tokens are numbers.
bool holdsOnlyNumbers(const TextDictionary& dictionary, const ColumnPlan& plan);
/// Whether the words stand for more than `limit` distinct texts.
bool hasMoreTexts(const WordCells& cells, std::size_t limit);

/// The same cells in another form. The pieces of the old one are freed on the way.
WordCells toWords(CodedCells coded, const ColumnPlan& plan);
CodedCells toCodes(WordCells cells);
UncodedCells toFacts(CodedCells coded, const LaneRows& lane, const ColumnPlan& plan);
UncodedCells toFacts(WordCells cells, const LaneRows& lane, const ColumnPlan& plan);

} // namespace cupel::readers
