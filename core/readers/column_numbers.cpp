#include "core/readers/column_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>
#include <type_traits>
#include <utility>

#include "core/base/number.h"
#include "core/table/profile.h"

namespace cupel::readers {
namespace {

using table::NumberColumn;

template <typename T> constexpr T missingValue()
{
    if constexpr (std::is_floating_point_v<T>)
        return std::numeric_limits<T>::quiet_NaN();
    else
        return std::numeric_limits<T>::min();
}

/// A cell as it stands in the array; misfits hold the sentinel.
template <typename T> struct NumberCell {
    T value = missingValue<T>();
    bool isMisfit = false;
};

/// Writes the cells of all lanes into one array.
template <typename T> class NumberWriter {
public:
    NumberWriter(ColumnLanes& lanes, table::ColumnType type)
        : m_lanes(lanes)
        , m_type(type)
        , m_values(lanes.rowCount * sizeof(T))
    {
        for (const std::string& token : lanes.plan.request.nullTokens) {
            if (const std::optional<Word> word = Word::of(token))
                m_nullWords.push_back(word->bits());
        }
    }

    void write(std::size_t lane)
    {
        const LaneRows& rows = m_lanes.rows[lane];
        LaneCells& cells = *m_lanes.cells[lane];
        if (auto* const coded = std::get_if<CodedCells>(&cells))
            writeCodes(*coded, rows);
        else if (auto* const words = std::get_if<WordCells>(&cells))
            writeWords(*words, rows);
        else
            writeNumbers(std::get<UncodedCells>(cells), rows);
        cells = CodedCells();
    }
    NumberColumn result(NumberColumn::Kind kind)
    {
        std::sort(m_misfitRows.begin(), m_misfitRows.end());
        return {kind, std::move(m_values), std::move(m_misfitRows)};
    }

private:
    NumberCell<T> cellOf(std::string_view text) const
    {
        if (text.empty() || m_lanes.plan.isNull(text))
            return {};
        if (!table::fits(table::valueKind(text), m_type))
            return {missingValue<T>(), true};
        const base::Number number = *base::parseNumber(text);
        if constexpr (std::is_floating_point_v<T>)
            return {number.d + 0.0, false}; // -0.0 becomes 0.0: they are one number
        else
            return {static_cast<T>(number.i), false};
    }
    std::vector<NumberCell<T>> cellsOf(const TextDictionary& dictionary) const
    {
        std::vector<NumberCell<T>> cells;
        for (const TextDictionary::Entry& entry : dictionary.entries())
            cells.push_back(cellOf(entry.text));
        return cells;
    }
    NumberCell<T> cellOf(Word word, const std::vector<NumberCell<T>>& others) const
    {
        if (!word.isDecimal())
            return others[word.code()];
        if (std::find(m_nullWords.begin(), m_nullWords.end(), word.bits()) != m_nullWords.end())
            return {};
        if constexpr (std::is_floating_point_v<T>) {
            return {word.number(), false};
        } else {
            if (word.decimals() != 0)
                return {missingValue<T>(), true};
            return {static_cast<T>(word.mantissa()), false};
        }
    }
    void put(std::uint64_t row, NumberCell<T> cell)
    {
        m_values.as<T>()[row] = cell.value;
        if (cell.isMisfit)
            m_misfitRows.push_back(row);
    }

    void writeCodes(CodedCells& coded, const LaneRows& laneRows)
    {
        const std::vector<NumberCell<T>> cells = cellsOf(coded.dictionary);
        consume(coded.codes, laneRows,
            [&](const ColumnPieces::Piece& piece, std::size_t at, std::uint64_t row,
                std::size_t rows) {
                for (std::size_t i = 0; i < rows; ++i) {
                    const std::size_t code = piece.width == 1 ? piece.as<std::uint8_t>()[at + i]
                        : piece.width == 2                    ? piece.as<std::uint16_t>()[at + i]
                                                              : piece.as<std::uint32_t>()[at + i];
                    put(row + i, cells[code]);
                }
            });
    }

    void writeWords(WordCells& words, const LaneRows& laneRows)
    {
        const std::vector<NumberCell<T>> others = cellsOf(words.others);
        // With null tokens, or decimals among forced integers, each word must be looked at.
        const bool isPlain
            = m_nullWords.empty() && (std::is_floating_point_v<T> || words.decimals == 0);
        consume(words.words, laneRows,
            [&](const ColumnPieces::Piece& piece, std::size_t at, std::uint64_t row,
                std::size_t rows) {
                if (isPlain && piece.width == sizeof(std::int32_t)) {
                    writeMantissas(piece.as<std::int32_t>() + at, m_values.as<T>() + row, rows,
                        words.decimals);
                    return;
                }
                for (std::size_t i = 0; i < rows; ++i)
                    put(row + i, cellOf(words.word(piece, at + i), others));
            });
    }
    static void writeMantissas(const std::int32_t* from, T* to, std::size_t rows, unsigned decimals)
    {
        if constexpr (std::is_same_v<T, std::int32_t>) {
            std::memcpy(to, from, rows * sizeof(T));
        } else {
            // Both operands are exact, so the division rounds as reading the text does.
            const double scale = std::is_floating_point_v<T> ? std::pow(10.0, decimals) : 1.0;
            for (std::size_t i = 0; i < rows; ++i) {
                const T value = std::is_floating_point_v<T> ? static_cast<T>(from[i] / scale)
                                                            : static_cast<T>(from[i]);
                to[i] = from[i] == NumberColumn::kMissing32 ? missingValue<T>() : value;
            }
        }
    }

    void writeNumbers(UncodedCells& uncoded, const LaneRows& laneRows)
    {
        const bool hasDoubles = uncoded.kind == UncodedCells::Numbers::Doubles;
        consume(uncoded.numbers, laneRows,
            [&](const ColumnPieces::Piece& piece, std::size_t at, std::uint64_t row,
                std::size_t rows) {
                T* const to = m_values.as<T>() + row;
                for (std::size_t i = 0; i < rows; ++i) {
                    if (hasDoubles) {
                        to[i] = static_cast<T>(piece.as<double>()[at + i]);
                    } else {
                        const std::int64_t value = piece.as<std::int64_t>()[at + i];
                        to[i] = value == NumberColumn::kMissing64 ? missingValue<T>()
                                                                  : static_cast<T>(value);
                    }
                }
            });
        m_misfitRows.insert(
            m_misfitRows.end(), uncoded.misfitRows.begin(), uncoded.misfitRows.end());
    }

    ColumnLanes& m_lanes;
    table::ColumnType m_type;
    table::Buffer m_values;
    std::vector<std::uint64_t> m_nullWords;
    std::vector<std::uint64_t> m_misfitRows;
};

bool isSmall(std::int64_t value)
{
    return value > std::numeric_limits<std::int32_t>::min()
        && value <= std::numeric_limits<std::int32_t>::max();
}

bool areSmall(const TextDictionary& dictionary, const ColumnPlan& plan)
{
    const std::vector<TextDictionary::Entry> entries = dictionary.entries();
    return std::all_of(entries.begin() + 1, entries.end(), [&plan](const auto& entry) {
        return plan.isNull(entry.text) || table::valueKind(entry.text) != table::ValueKind::Integer
            || isSmall(base::parseNumber(entry.text)->i);
    });
}

/// Whether 32 bits hold all integers of a lane.
bool areSmall(const LaneCells& cells, const ColumnPlan& plan)
{
    if (const auto* const coded = std::get_if<CodedCells>(&cells))
        return areSmall(coded->dictionary, plan);
    if (const auto* const words = std::get_if<WordCells>(&cells)) {
        bool small = areSmall(words->others, plan);
        if (!words->isNarrow) {
            words->forEach([&](Word word) {
                if (word.isDecimal() && word.decimals() == 0 && !isSmall(word.mantissa()))
                    small = small && plan.isNull(word.text());
            });
        }
        return small;
    }
    const auto& pieces = std::get<UncodedCells>(cells).numbers.pieces();
    return std::all_of(pieces.begin(), pieces.end(), [](const ColumnPieces::Piece& piece) {
        return std::all_of(piece.as<std::int64_t>(), piece.as<std::int64_t>() + piece.rows,
            [](std::int64_t value) { return value == NumberColumn::kMissing64 || isSmall(value); });
    });
}

template <typename T>
NumberColumn writeLanes(ColumnLanes& lanes, table::ColumnType type, NumberColumn::Kind kind)
{
    NumberWriter<T> writer(lanes, type);
    for (std::size_t lane = 0; lane < lanes.cells.size(); ++lane)
        writer.write(lane);
    return writer.result(kind);
}

NumberColumn arrayOf(ColumnLanes& lanes, table::ColumnType type)
{
    if (type == table::ColumnType::Number)
        return writeLanes<double>(lanes, type, NumberColumn::Kind::Double);
    const bool small = std::all_of(lanes.cells.begin(), lanes.cells.end(),
        [&lanes](const LaneCells* cells) { return areSmall(*cells, lanes.plan); });
    return small ? writeLanes<std::int32_t>(lanes, type, NumberColumn::Kind::Int32)
                 : writeLanes<std::int64_t>(lanes, type, NumberColumn::Kind::Int64);
}

} // namespace

table::Spelling NumberSpellings::spelling(table::ColumnType type) const
{
    constexpr std::uint32_t kWholeOnly = 1;
    if (m_hasOthers)
        return table::Spelling::Varied;
    if (type == table::ColumnType::Integer)
        return m_decimals == kWholeOnly ? table::Spelling::Exact : table::Spelling::Varied;
    const bool hasOneForm = (m_decimals & (m_decimals - 1)) == 0 || !m_hasTrailingZeros;
    return hasOneForm && !m_hasLong ? table::Spelling::OnePerValue : table::Spelling::Varied;
}

table::Column numberColumn(ColumnLanes& lanes, table::ColumnType type, const NumberFacts& facts)
{
    NumberColumn array = arrayOf(lanes, type);
    table::Column column;
    column.type = type;
    column.evidence.overridden = lanes.plan.request.type.has_value();
    column.evidence.likely = type;
    column.evidence.likelyRows = facts.kinds.rows().fitting(type);
    column.evidence.misfitRows = facts.kinds.rows().total() - column.evidence.likelyRows;
    column.evidence.misfits = facts.kinds.misfits(type);
    // Which null tokens the missing cells hold is not known.
    if (facts.missing == 0 || lanes.plan.request.nullTokens.empty())
        column.spelling = facts.spellings.spelling(type);

    table::NumberArrayProfile numbers = table::profileNumbers(array, lanes.rowCount);
    column.profile.missing = facts.missing;
    column.profile.notOfType = column.evidence.misfitRows;
    column.profile.distinct = numbers.distinct;
    column.profile.top = std::move(numbers.top);
    column.profile.numbers = numbers.numbers;
    column.cells = std::move(array);
    return column;
}

} // namespace cupel::readers
