#include "core/readers/column_finish.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/readers/column_numbers.h"

namespace cupel::readers {
namespace {

void addText(std::string_view text, std::int64_t count, const ColumnPlan& plan, NumberFacts& facts)
{
    if (text.empty() || plan.isNull(text)) {
        facts.missing += count;
        return;
    }
    facts.kinds.add(table::valueKind(text), text, count);
    if (const std::optional<Word> word = Word::of(text))
        facts.spellings.add(*word);
    else
        facts.spellings.addOther();
}

void addWords(const WordCells& cells, const ColumnPlan& plan, NumberFacts& facts)
{
    std::vector<std::uint64_t> nullWords;
    for (const std::string& token : plan.request.nullTokens) {
        if (const std::optional<Word> word = Word::of(token))
            nullWords.push_back(word->bits());
    }
    cells.forEach([&](Word word) {
        if (word.isOther())
            return;
        if (word.isMissing()
            || std::find(nullWords.begin(), nullWords.end(), word.bits()) != nullWords.end()) {
            ++facts.missing;
            return;
        }
        const auto kind
            = word.decimals() == 0 ? table::ValueKind::Integer : table::ValueKind::Decimal;
        facts.spellings.add(word);
        if (facts.kinds.wantsExamples(kind))
            facts.kinds.add(kind, word.text(), 1);
        else
            facts.kinds.addRows(kind, 1);
    });
    for (const TextDictionary::Entry& entry : cells.others.entries())
        addText(entry.text, entry.count, plan, facts);
}

NumberFacts factsOf(const ColumnLanes& lanes)
{
    NumberFacts all;
    for (const LaneCells* cells : lanes.cells) {
        NumberFacts lane;
        if (const auto* const coded = std::get_if<CodedCells>(cells)) {
            for (const TextDictionary::Entry& entry : coded->dictionary.entries())
                addText(entry.text, entry.count, lanes.plan, lane);
        } else if (const auto* const words = std::get_if<WordCells>(cells)) {
            addWords(*words, lanes.plan, lane);
        } else {
            const auto& uncoded = std::get<UncodedCells>(*cells);
            lane.missing = static_cast<std::int64_t>(uncoded.missingRows.size());
            lane.kinds = uncoded.facts.kinds();
            lane.spellings.addOther();
        }
        all.kinds.merge(lane.kinds);
        all.spellings.merge(lane.spellings);
        all.missing += lane.missing;
    }
    return all;
}

/// Build a column of texts that is known by facts alone.
table::Column factsColumn(ColumnLanes& lanes, table::ColumnType type)
{
    UncodedCells all;
    for (std::size_t lane = 0; lane < lanes.cells.size(); ++lane) {
        LaneCells cells = std::exchange(*lanes.cells[lane], CodedCells());
        if (auto* const coded = std::get_if<CodedCells>(&cells))
            cells = toFacts(std::exchange(*coded, CodedCells()), lanes.rows[lane], lanes.plan);
        else if (auto* const words = std::get_if<WordCells>(&cells))
            cells = toFacts(std::exchange(*words, WordCells()), lanes.rows[lane], lanes.plan);
        const auto& uncoded = std::get<UncodedCells>(cells);
        all.facts.merge(uncoded.facts);
        all.missingRows.insert(
            all.missingRows.end(), uncoded.missingRows.begin(), uncoded.missingRows.end());
    }
    std::sort(all.missingRows.begin(), all.missingRows.end());
    const table::KindRows& kinds = all.facts.kinds().rows();
    table::Column column;
    column.type = type;
    column.evidence.overridden = lanes.plan.request.type.has_value();
    column.evidence.likely = column.evidence.overridden ? type : table::likelyType(kinds);
    column.evidence.likelyRows = kinds.fitting(column.evidence.likely);
    column.evidence.misfitRows = kinds.total() - column.evidence.likelyRows;
    column.evidence.misfits = all.facts.kinds().misfits(column.evidence.likely);
    column.profile.missing = static_cast<std::int64_t>(all.missingRows.size());
    column.profile.distinct = all.facts.distinct();
    if (type == table::ColumnType::Text)
        column.profile.lengths = all.facts.lengths();
    if (all.missingRows.empty() || lanes.plan.request.nullTokens.empty())
        column.spelling = table::Spelling::Exact;
    column.cells = table::TextSketch{std::move(all.missingRows)};
    return column;
}

} // namespace

table::Column finishColumn(ColumnLanes lanes)
{
    const NumberFacts facts = factsOf(lanes);
    const table::ColumnType type
        = lanes.plan.request.type.value_or(table::typeOf(facts.kinds.rows()));
    table::Column column;
    if (const std::optional<MergedTexts> texts = mergeTexts(lanes, type))
        column = codedColumn(lanes, type, *texts);
    else if (table::isNumeric(type))
        column = numberColumn(lanes, type, facts);
    else
        column = factsColumn(lanes, type);
    column.name = lanes.plan.request.name;
    column.nullTokens = lanes.plan.request.nullTokens;
    column.profile.rows = static_cast<std::int64_t>(lanes.rowCount);
    return column;
}

} // namespace cupel::readers
