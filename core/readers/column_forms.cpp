#include "core/readers/column_forms.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "core/base/number.h"
#include "core/table/cell_hash.h"

namespace cupel::readers {
namespace {

/// Numbers distinct words from 1, in the order they come, and counts them.
class WordIndex {
public:
    std::uint32_t add(Word word)
    {
        const std::uint64_t key = word.bits();
        const std::size_t mask = m_slots.size() - 1;
        std::size_t at = (key * 0x9e3779b97f4a7c15) >> m_shift;
        while (m_slots[at].number != 0 && m_slots[at].key != key)
            at = (at + 1) & mask;
        if (m_slots[at].number != 0) {
            ++m_counted[m_slots[at].number - 1].count;
            return m_slots[at].number;
        }
        m_counted.push_back({word, 1});
        const auto number = static_cast<std::uint32_t>(m_counted.size());
        m_slots[at] = {key, number};
        if (m_counted.size() * 2 > m_slots.size())
            grow();
        return number;
    }

    struct Counted {
        Word word;
        std::int64_t count = 0;
    };
    const std::vector<Counted>& counted() const { return m_counted; }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t number = 0; ///< 0: free
    };

    void grow()
    {
        m_shift -= 2;
        m_slots.assign(m_slots.size() * 4, {});
        const std::size_t mask = m_slots.size() - 1;
        for (std::uint32_t i = 0; i < m_counted.size(); ++i) {
            const std::uint64_t key = m_counted[i].word.bits();
            std::size_t at = (key * 0x9e3779b97f4a7c15) >> m_shift;
            while (m_slots[at].number != 0)
                at = (at + 1) & mask;
            m_slots[at] = {key, i + 1};
        }
    }

    unsigned m_shift = 64 - 10;
    std::vector<Slot> m_slots = std::vector<Slot>(std::size_t{1} << 10);
    std::vector<Counted> m_counted;
};

/// Call visit(code) for every row of coded cells, in order, and free each piece behind.
std::uint32_t codeAt(const ColumnPieces::Piece& piece, std::size_t row)
{
    switch (piece.width) {
    case 1:
        return piece.as<std::uint8_t>()[row];
    case 2:
        return piece.as<std::uint16_t>()[row];
    default:
        return piece.as<std::uint32_t>()[row];
    }
}

template <typename Visit> void consumeCodes(ColumnPieces& codes, Visit visit)
{
    const auto each = [&visit](const auto* first, std::size_t rows) {
        for (std::size_t row = 0; row < rows; ++row)
            visit(first[row]);
    };
    for (ColumnPieces::Piece& piece : codes.pieces()) {
        if (piece.width == 1)
            each(piece.as<std::uint8_t>(), piece.rows);
        else if (piece.width == 2)
            each(piece.as<std::uint16_t>(), piece.rows);
        else
            each(piece.as<std::uint32_t>(), piece.rows);
        piece.data = table::Buffer();
    }
}

} // namespace

bool ColumnPlan::isNull(std::string_view text) const
{
    return std::find(request.nullTokens.begin(), request.nullTokens.end(), text)
        != request.nullTokens.end();
}

bool ColumnPlan::isTooLarge(const TextDictionary& dictionary) const
{
    // Null tokens are in a lane's dictionary but are no values.
    const auto values
        = std::int64_t{dictionary.size()} - static_cast<std::int64_t>(request.nullTokens.size());
    std::uint64_t nullBytes = 0;
    for (const std::string& token : request.nullTokens)
        nullBytes += token.size();
    return !request.needsCodes
        && (values > table::kDictionaryLimit
            || dictionary.textBytes() > table::kDictionaryBytes + nullBytes);
}

void WordCells::append(const Word* added, std::size_t rows, const WordsFound& found)
{
    hasEmpty |= found.hasEmpty;
    isNarrow = isNarrow && !found.hasOthers && found.isUniform
        && (!found.hasDecimals || !hasDecimals || decimals == found.decimals);
    if (!isNarrow) {
        std::copy_n(added, rows, words.append<Word>(rows));
        return;
    }
    if (found.hasDecimals) {
        hasDecimals = true;
        decimals = found.decimals;
    }
    std::int32_t* const mantissas = words.append<std::int32_t>(rows);
    for (std::size_t row = 0; row < rows; ++row)
        mantissas[row] = added[row].isMissing() ? table::NumberColumn::kMissing32
                                                : static_cast<std::int32_t>(added[row].mantissa());
}

void UncodedCells::append(
    std::string_view text, std::uint64_t hash, std::uint64_t row, const ColumnPlan& plan)
{
    if (text.empty() || plan.isNull(text)) {
        missingRows.push_back(row);
        appendMissing();
        return;
    }
    facts.add(text, hash, 1);
    if (kind != Numbers::None)
        appendNumber(text, row, plan);
}

void UncodedCells::appendMissing()
{
    if (kind == Numbers::Integers)
        *numbers.append<std::int64_t>(1) = table::NumberColumn::kMissing64;
    else if (kind == Numbers::Doubles)
        *numbers.append<double>(1) = std::numeric_limits<double>::quiet_NaN();
}

void UncodedCells::appendNumber(std::string_view text, std::uint64_t row, const ColumnPlan& plan)
{
    const table::ValueKind valueKind = table::valueKind(text);
    const table::ColumnType type = plan.request.type.value_or(table::ColumnType::Number);
    if (!table::fits(valueKind, type)) {
        if (plan.isForcedNumeric()) {
            misfitRows.push_back(row);
            appendMissing();
        } else {
            kind = Numbers::None;
            numbers = ColumnPieces();
        }
        return;
    }
    const base::Number number = *base::parseNumber(text);
    if (kind == Numbers::Integers && valueKind == table::ValueKind::Integer) {
        *numbers.append<std::int64_t>(1) = number.i;
        return;
    }
    if (kind == Numbers::Integers) {
        kind = Numbers::Doubles;
        for (ColumnPieces::Piece& piece : numbers.pieces()) {
            for (std::size_t i = 0; i < piece.rows; ++i) {
                const std::int64_t value = piece.as<std::int64_t>()[i];
                piece.as<double>()[i] = value == table::NumberColumn::kMissing64
                    ? std::numeric_limits<double>::quiet_NaN()
                    : static_cast<double>(value);
            }
        }
    }
    *numbers.append<double>(1) = number.d + 0.0; // -0.0 becomes 0.0: they are one number
}

bool holdsOnlyNumbers(const TextDictionary& dictionary, const ColumnPlan& plan)
{
    const std::vector<TextDictionary::Entry> entries = dictionary.entries();
    return std::all_of(entries.begin() + 1, entries.end(), [&](const auto& entry) {
        return base::parseNumber(entry.text).has_value() || plan.isNull(entry.text);
    });
}

bool hasMoreTexts(const WordCells& cells, std::size_t limit)
{
    WordIndex index;
    for (const ColumnPieces::Piece& piece : cells.words.pieces()) {
        for (std::size_t row = 0; row < piece.rows; ++row) {
            const Word word = cells.word(piece, row);
            if (!word.isMissing() && index.add(word) > limit)
                return true;
        }
    }
    return false;
}

WordCells toWords(CodedCells coded, const ColumnPlan& plan)
{
    WordCells cells;
    WordsFound found;
    std::vector<Word> words;
    for (const TextDictionary::Entry& entry : coded.dictionary.entries()) {
        std::optional<Word> word;
        if (entry.text.empty() || plan.isNull(entry.text)) {
            word = Word::missing();
            if (entry.text.empty())
                cells.hasEmpty = entry.count > 0;
            else
                cells.missingTexts.emplace(entry.text);
        } else {
            word = Word::of(entry.text);
        }
        if (!word) {
            const std::uint64_t hash = table::cellHash(entry.text);
            word = Word::other(cells.others.add(entry.text, hash, entry.count));
            found.hasOthers = true;
        }
        if (word->isDecimal())
            found.add(*word);
        words.push_back(*word);
    }
    std::vector<Word> chunk;
    const auto flush = [&] {
        cells.append(chunk.data(), chunk.size(), found);
        chunk.clear();
    };
    consumeCodes(coded.codes, [&](std::uint32_t code) {
        chunk.push_back(words[code]);
        if (chunk.size() == kChunkRows)
            flush();
    });
    if (!chunk.empty())
        flush();
    return cells;
}

CodedCells toCodes(WordCells cells)
{
    CodedCells coded;
    coded.staysCoded = true;
    WordIndex index;
    std::int64_t missing = 0;
    for (ColumnPieces::Piece& piece : cells.words.pieces()) {
        std::uint32_t* const codes = coded.codes.append<std::uint32_t>(piece.rows);
        for (std::size_t row = 0; row < piece.rows; ++row) {
            const Word word = cells.word(piece, row);
            if (word.isMissing())
                ++missing;
            else
                codes[row] = index.add(word);
        }
        piece.data = table::Buffer();
    }
    // The words' texts are distinct, so they get the codes that their words have.
    const std::vector<TextDictionary::Entry> others = cells.others.entries();
    for (const WordIndex::Counted& counted : index.counted()) {
        const std::string text = counted.word.isOther()
            ? std::string(others[counted.word.code()].text)
            : counted.word.text();
        coded.dictionary.add(text, table::cellHash(text), counted.count);
    }
    coded.dictionary.add({}, 0, missing);
    coded.missingTexts = std::move(cells.missingTexts);
    if (cells.hasEmpty)
        coded.missingTexts.emplace();
    return coded;
}

UncodedCells toFacts(CodedCells coded, const LaneRows& lane, const ColumnPlan& plan)
{
    UncodedCells uncoded;
    std::vector<bool> isMissing;
    for (const TextDictionary::Entry& entry : coded.dictionary.entries()) {
        isMissing.push_back(entry.text.empty() || plan.isNull(entry.text));
        if (!isMissing.back())
            uncoded.facts.add(entry.text, table::cellHash(entry.text), entry.count);
    }
    consume(coded.codes, lane,
        [&](const ColumnPieces::Piece& piece, std::size_t at, std::uint64_t row, std::size_t rows) {
            for (std::size_t i = 0; i < rows; ++i) {
                if (isMissing[codeAt(piece, at + i)])
                    uncoded.missingRows.push_back(row + i);
            }
        });
    return uncoded;
}

UncodedCells toFacts(WordCells cells, const LaneRows& lane, const ColumnPlan& plan)
{
    UncodedCells uncoded;
    if (plan.isForcedNumeric() || holdsOnlyNumbers(cells.others, plan))
        uncoded.kind = UncodedCells::Numbers::Integers;
    const std::vector<TextDictionary::Entry> others = cells.others.entries();
    consume(cells.words, lane,
        [&](const ColumnPieces::Piece& piece, std::size_t at, std::uint64_t row, std::size_t rows) {
            for (std::size_t i = 0; i < rows; ++i) {
                const Word word = cells.word(piece, at + i);
                std::string text;
                if (word.isOther())
                    text = others[word.code()].text;
                else if (word.isDecimal())
                    text = word.text();
                uncoded.append(text, table::cellHash(text), row + i, plan);
            }
        });
    return uncoded;
}

} // namespace cupel::readers
