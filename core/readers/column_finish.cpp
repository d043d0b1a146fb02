#include "core/readers/column_finish.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/readers/column_numbers.h"

namespace cupel::readers {
namespace {

struct LaneKinds {
    KindFacts kinds;
    std::int64_t missing = 0;

    void add(std::string_view text, std::int64_t count, const ColumnPlan& plan)
    {
        if (text.empty() || plan.isNull(text))
            missing += count;
        else
            kinds.add(table::valueKind(text), text, count);
    }
};

void addWords(const WordCells& cells, const ColumnPlan& plan, LaneKinds& result)
{
    std::vector<std::uint64_t> nullWords;
    for (const std::string& token : plan.request.nullTokens) {
        if (const std::optional<Word> word = Word::of(token))
            nullWords.push_back(word->bits());
    }
    cells.forEach([&](Word word) {
        if (word.isOther())
            return;
        const bool isMissing = word.isMissing()
            || std::find(nullWords.begin(), nullWords.end(), word.bits()) != nullWords.end();
        const auto kind
            = word.decimals() == 0 ? table::ValueKind::Integer : table::ValueKind::Decimal;
        if (isMissing)
            ++result.missing;
        else if (result.kinds.wantsExamples(kind))
            result.kinds.add(kind, word.text(), 1);
        else
            result.kinds.addRows(kind, 1);
    });
    for (const TextDictionary::Entry& entry : cells.others.entries())
        result.add(entry.text, entry.count, plan);
}

LaneKinds kindsOf(const ColumnLanes& lanes)
{
    LaneKinds all;
    for (const LaneCells* cells : lanes.cells) {
        LaneKinds lane;
        if (const auto* const coded = std::get_if<CodedCells>(cells)) {
            for (const TextDictionary::Entry& entry : coded->dictionary.entries())
                lane.add(entry.text, entry.count, lanes.plan);
        } else if (const auto* const words = std::get_if<WordCells>(cells)) {
            addWords(*words, lanes.plan, lane);
        } else {
            const auto& uncoded = std::get<UncodedCells>(*cells);
            lane.missing = uncoded.missing;
            lane.kinds = uncoded.facts.kinds();
        }
        all.kinds.merge(lane.kinds);
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
            cells = toFacts(std::exchange(*coded, CodedCells()), lanes.plan);
        else if (auto* const words = std::get_if<WordCells>(&cells))
            cells = toFacts(std::exchange(*words, WordCells()), lanes.rows[lane], lanes.plan);
        const auto& uncoded = std::get<UncodedCells>(cells);
        all.facts.merge(uncoded.facts);
        all.missing += uncoded.missing;
    }
    const table::KindRows& kinds = all.facts.kinds().rows();
    table::Column column;
    column.type = type;
    column.evidence.overridden = lanes.plan.request.type.has_value();
    column.evidence.likely = column.evidence.overridden ? type : table::likelyType(kinds);
    column.evidence.likelyRows = kinds.fitting(column.evidence.likely);
    column.evidence.misfitRows = kinds.total() - column.evidence.likelyRows;
    column.evidence.misfits = all.facts.kinds().misfits(column.evidence.likely);
    column.profile.missing = all.missing;
    column.profile.distinct = all.facts.distinct();
    if (type == table::ColumnType::Text)
        column.profile.lengths = all.facts.lengths();
    column.cells = table::TextSketch();
    return column;
}

} // namespace

table::Column finishColumn(ColumnLanes lanes)
{
    const LaneKinds found = kindsOf(lanes);
    const table::ColumnType type
        = lanes.plan.request.type.value_or(table::typeOf(found.kinds.rows()));
    table::Column column;
    if (const std::optional<MergedTexts> texts = mergeTexts(lanes, type))
        column = codedColumn(lanes, type, *texts);
    else if (table::isNumeric(type))
        column = numberColumn(lanes, type, found.kinds, found.missing);
    else
        column = factsColumn(lanes, type);
    column.name = lanes.plan.request.name;
    column.profile.rows = static_cast<std::int64_t>(lanes.rowCount);
    return column;
}

} // namespace cupel::readers
