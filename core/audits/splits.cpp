#include "core/audits/splits.h"

#include <algorithm>

namespace cupel::audits {

namespace {

bool isTraining(const std::string& name)
{
    std::string lower = name;
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    });
    return lower == "train" || lower == "training";
}

} // namespace

std::int64_t Splits::rows() const
{
    std::int64_t rows = 0;
    for (const Split& split : splits)
        rows += split.rows;
    return rows;
}

counts::CellsQuestion splitQuestion(const Facts& facts)
{
    return {{counts::ValueDim{facts.roles.split}}, facts.where, {}, {}};
}

Splits splitsOf(const Facts& facts, const counts::Cells& cells)
{
    Splits all;
    all.column = facts.roles.split;
    all.excluded["missing-split"] = 0;
    for (const counts::Cells::Cell& cell : cells.cells) {
        const counts::CellKey& key = cell.keys.front();
        if (key.isValue())
            all.splits.push_back({key.text, cell.rows});
        else if (key.kind == counts::CellKey::Kind::Missing)
            all.excluded["missing-split"] += cell.rows;
        else
            all.excluded["invalid-split"] += cell.rows;
    }
    auto reference = std::find_if(all.splits.begin(), all.splits.end(),
        [](const Split& split) { return isTraining(split.name); });
    all.referenceOrigin = "named train";
    if (reference == all.splits.end()) {
        reference = std::max_element(all.splits.begin(), all.splits.end(),
            [](const Split& a, const Split& b) { return a.rows < b.rows; });
        all.referenceOrigin = "largest split";
    }
    if (reference != all.splits.end())
        std::rotate(all.splits.begin(), reference, reference + 1);
    return all;
}

AuditResult splitRefusal(const Facts& facts)
{
    if (facts.roles.split.empty())
        return notApplicable("no split column: pass --split-column");
    if (facts.description.rows == 0)
        return insufficientData("the table has no rows");
    return {};
}

} // namespace cupel::audits
