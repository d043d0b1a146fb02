#include "core/readers/column_lane.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <utility>

namespace cupel::readers {
namespace {

/// Below this a dictionary costs nothing worth saving.
constexpr std::size_t kFewValues = 256;

template <typename Code>
void appendCodes(ColumnPieces& pieces, const std::uint32_t* codes, std::size_t rows)
{
    Code* const to = pieces.append<Code>(rows);
    for (std::size_t row = 0; row < rows; ++row)
        to[row] = static_cast<Code>(codes[row]);
}

} // namespace

void LaneColumn::encode(
    const ColumnCells& cells, std::uint64_t firstRow, const LaneRows& before, LaneScratch& scratch)
{
    reconsider(before);
    if (auto* const coded = std::get_if<CodedCells>(&m_cells)) {
        add(*coded, cells, scratch);
    } else if (auto* const words = std::get_if<WordCells>(&m_cells)) {
        add(*words, cells, scratch);
    } else {
        auto& uncoded = std::get<UncodedCells>(m_cells);
        for (std::size_t row = 0; row < cells.rows; ++row)
            uncoded.append(cells.text(row), cells.hashes[row], firstRow + row, m_plan);
    }
}

/// Change the form if what has come so far calls for it.
void LaneColumn::reconsider(const LaneRows& before)
{
    if (auto* const coded = std::get_if<CodedCells>(&m_cells)) {
        reconsiderCodes(*coded, before);
    } else if (auto* const words = std::get_if<WordCells>(&m_cells);
               words && m_plan.isTooLarge(words->others)) {
        m_plan.isBeyondCodes = true;
        m_cells = toFacts(std::exchange(*words, WordCells()), before, m_plan);
    }
}

void LaneColumn::reconsiderCodes(CodedCells& coded, const LaneRows& before)
{
    const std::size_t values = coded.dictionary.size();
    if (values < kFewValues && !m_plan.isTooLarge(coded.dictionary))
        return;
    if (m_plan.isTooLarge(coded.dictionary))
        m_plan.isBeyondCodes = true;
    const bool isBeyond = m_plan.isBeyondCodes;
    const bool isMostlyDistinct = values * 4 > coded.codes.rows() * 3;
    if (!coded.staysCoded && m_plan.mayHoldNumbers()
        && (values > table::kNumberDictionaryLimit || isMostlyDistinct || isBeyond)) {
        if (m_plan.isForcedNumeric() || holdsOnlyNumbers(coded.dictionary, m_plan)) {
            m_cells = toWords(std::exchange(coded, CodedCells()), m_plan);
            return;
        }
        coded.staysCoded = true;
    }
    if (isBeyond)
        m_cells = toFacts(std::exchange(coded, CodedCells()), before, m_plan);
}

void LaneColumn::add(CodedCells& coded, const ColumnCells& cells, LaneScratch& scratch)
{
    coded.dictionary.encode(cells, scratch.codes.data());
    if (coded.dictionary.size() <= std::numeric_limits<std::uint8_t>::max())
        appendCodes<std::uint8_t>(coded.codes, scratch.codes.data(), cells.rows);
    else if (coded.dictionary.size() <= std::numeric_limits<std::uint16_t>::max())
        appendCodes<std::uint16_t>(coded.codes, scratch.codes.data(), cells.rows);
    else
        appendCodes<std::uint32_t>(coded.codes, scratch.codes.data(), cells.rows);
}

void LaneColumn::add(WordCells& words, const ColumnCells& cells, LaneScratch& scratch)
{
    WordsFound found = encodeWords(cells, scratch.words.data(), scratch.isOther.data());
    if (found.hasOthers) {
        found.hasOthers = false;
        for (std::size_t row = 0; row < cells.rows; ++row) {
            const std::string_view text = cells.text(row);
            if (scratch.isOther[row] == 0)
                continue;
            if (m_plan.isNull(text)) {
                words.missingTexts.emplace(text);
                continue;
            }
            scratch.words[row] = Word::other(words.others.add(text, cells.hashes[row], 1));
            found.hasOthers = true;
        }
    }
    words.append(scratch.words.data(), cells.rows, found);
}

} // namespace cupel::readers
