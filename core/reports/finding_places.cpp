#include "core/reports/finding_places.h"

#include <algorithm>

namespace cupel::reports {
namespace {

using findings::Finding;

void addDocuments(const Finding& finding, std::vector<Place>& places)
{
    for (const findings::DocumentEvidence& document : finding.documents) {
        if (places.size() == kPlacesOfFinding)
            return;
        places.push_back({document.file, document.line, 0, 0});
    }
}

/// The rows that the reader did not take, or took with a remark.
void addInputRows(
    const Finding& finding, const readers::ImportReport& input, std::vector<Place>& places)
{
    const auto add = [&](const auto& rows, const auto& columnOf) {
        for (const auto& row : rows) {
            if (places.size() < kPlacesOfFinding)
                places.push_back({input.file, row.line, columnOf(row), 0});
        }
    };
    if (finding.rule == "data.rejected-rows")
        add(input.rejected, [](const readers::RejectedRow&) { return std::uint64_t{0}; });
    if (finding.rule == "data.stray-quotes")
        add(input.tolerated, [](const readers::ToleratedRow& row) { return row.column; });
}

/// The name of the column in the header.
void addColumn(const Finding& finding, const DatasetReport& dataset, std::vector<Place>& places)
{
    const readers::ImportReport& input = dataset.input;
    const auto& columns = dataset.description.columns;
    // Of a comparison between groups the group column comes first, then the label.
    for (const char* key : {"column", "label"}) {
        const auto subject = std::find_if(finding.subject.begin(), finding.subject.end(),
            [key](const auto& part) { return part.first == key; });
        if (subject == finding.subject.end() || input.headerLine == 0)
            continue;
        const auto column = std::find_if(
            columns.begin(), columns.end(), [&subject](const counts::ColumnDescription& each) {
                return each.name == subject->second.raw();
            });
        const auto index = static_cast<std::size_t>(column - columns.begin());
        if (column == columns.end())
            continue;
        const readers::HeaderCell cell
            = index < input.headerCells.size() ? input.headerCells[index] : readers::HeaderCell{};
        places.push_back({input.file, input.headerLine, cell.column, cell.endColumn});
        return;
    }
}

} // namespace

std::vector<Place> placesOf(const Finding& finding, const DatasetReport& dataset)
{
    std::vector<Place> places;
    addDocuments(finding, places);
    if (places.empty())
        addInputRows(finding, dataset.input, places);
    if (places.empty())
        addColumn(finding, dataset, places);
    if (places.empty())
        places.push_back({dataset.input.file, 0, 0, 0});
    return places;
}

} // namespace cupel::reports
