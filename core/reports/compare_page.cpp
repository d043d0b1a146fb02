#include "core/reports/compare_page.h"

#include <array>
#include <map>
#include <optional>
#include <utility>

#include "core/audits/metric_registry.h"
#include "core/reports/finding_texts.h"
#include "core/reports/json_report.h"
#include "core/reports/report_changes.h"
#include "core/reports/terminal_text.h"

namespace cupel::reports {
namespace {

using base::DataText;
using findings::BaselineState;

constexpr std::size_t kFindingsOfState = 100;
constexpr std::size_t kColumnsCompared = 500;
constexpr std::size_t kFiguresCompared = 200;

/// The report as JSON, under the name and the privacy mode that both are compared by.
std::string comparedText(const Report& report, const std::string& name, const PrivacyRule& privacy)
{
    Report named = report;
    named.datasets.front().name = name;
    named.privacy = privacy;
    return jsonReport(named);
}

Tone toneOfEntry(const Baseline::Entry& entry)
{
    if (entry.kind != findings::Kind::Fail)
        return Tone::Question;
    switch (entry.level) {
    case findings::Level::Error:
        return Tone::Error;
    case findings::Level::Warning:
        return Tone::Warning;
    default:
        return Tone::Note;
    }
}

struct StateWords {
    const char* title;
    const char* anchor;
};

/// The findings of one state, worst first as reports rank them.
void addEntries(const StateWords& words, const std::vector<const Baseline::Entry*>& entries,
    bool areStillThere, Page& page)
{
    if (entries.empty())
        return;
    page.add(Heading{3,
        {std::string(words.title) + " (" + groupedDigits(static_cast<std::int64_t>(entries.size()))
            + ")"},
        words.anchor});
    List list;
    for (const Baseline::Entry* entry : entries) {
        if (list.items.size() == kFindingsOfState)
            break;
        list.items.push_back({cutTexts({DataText::document(entry->message)}),
            areStillThere ? entry->id : std::string(), toneOfEntry(*entry), {}});
    }
    const std::size_t rest = entries.size() - list.items.size();
    page.add(std::move(list));
    if (rest > 0)
        page.add(Paragraph{
            {groupedDigits(static_cast<std::int64_t>(rest)) + " more are not shown here."}, true});
}

std::vector<const Baseline::Entry*> entriesOf(const ReportChanges& changes, BaselineState state)
{
    std::vector<const Baseline::Entry*> entries;
    for (const Baseline::Entry& entry : changes.now.findings) {
        if (changes.findings.states.at(entry.id) == state)
            entries.push_back(&entry);
    }
    return entries;
}

std::vector<const Baseline::Entry*> pointersTo(const std::vector<Baseline::Entry>& all)
{
    std::vector<const Baseline::Entry*> entries;
    entries.reserve(all.size());
    for (const Baseline::Entry& entry : all)
        entries.push_back(&entry);
    return entries;
}

void addFindings(const ReportChanges& changes, Page& page)
{
    const BaselineDiff& diff = changes.findings;
    const auto size = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
    page.add(Heading{2, {std::string("What became of the findings")}, "findings"});
    Tiles tiles{{{diff.count(BaselineState::New), "new", Tone::Warning},
        {diff.count(BaselineState::Worse), "worse", Tone::Warning},
        {diff.count(BaselineState::Better), "better", Tone::Good},
        {size(diff.fixed), "fixed", Tone::Good},
        {diff.count(BaselineState::Unchanged), "unchanged", Tone::Plain},
        {size(diff.notChecked), "not checked again", Tone::Question}}};
    for (Tiles::Tile& tile : tiles.tiles)
        tile.tone = tile.value > 0 ? tile.tone : Tone::Plain;
    page.add(std::move(tiles));
    addEntries({"New", "new"}, entriesOf(changes, BaselineState::New), true, page);
    addEntries({"Worse", "worse"}, entriesOf(changes, BaselineState::Worse), true, page);
    addEntries({"Better", "better"}, entriesOf(changes, BaselineState::Better), true, page);
    addEntries({"Fixed", "fixed"}, pointersTo(diff.fixed), false, page);
    addEntries({"Not checked again", "not-checked"}, pointersTo(diff.notChecked), false, page);
    addEntries(
        {"Unchanged", "unchanged"}, entriesOf(changes, BaselineState::Unchanged), true, page);
}

Cell wordOrNone(const std::string& word)
{
    return word.empty() ? Cell{Cell::Undefined{"none"}, {}} : Cell::words(word);
}

Table changesOfColumns(const std::vector<ColumnChange>& changes)
{
    Table table;
    table.caption = {std::string("Columns that came, went, or changed their type or role")};
    for (const char* const column : {"Column", "What", "Before", "Now"})
        table.columns.push_back({std::string(column)});
    constexpr std::array<const char*, 4> kWhat{"new", "gone", "type", "role"};
    for (const ColumnChange& change : changes) {
        if (table.rows.size() == kColumnsCompared)
            break;
        table.rows.push_back({Cell::text(cutTexts({DataText::name(change.column)})),
            Cell::words(kWhat[static_cast<std::size_t>(change.what)]), wordOrNone(change.before),
            wordOrNone(change.after)});
    }
    table.leftOut = static_cast<std::int64_t>(changes.size() - table.rows.size());
    return table;
}

Cell missingCell(const ContentsChange::Side& side)
{
    if (side.rows <= 0)
        return Cell{Cell::Undefined{"no rows"}, {}};
    return Cell::share(static_cast<double>(side.missing) / static_cast<double>(side.rows));
}

Cell distinctCell(const ContentsChange::Side& side)
{
    if (side.isExact)
        return Cell{side.distinct, {}};
    return Cell::words("about " + groupedDigits(side.distinct));
}

/// Columns that both have, where what they hold differs.
Table contentsOfColumns(const std::vector<ContentsChange>& changes)
{
    Table table;
    table.caption = {std::string("Columns with other cells missing or other distinct values")};
    for (const char* const column :
        {"Column", "Missing before", "Missing now", "Distinct before", "Distinct now"})
        table.columns.push_back({std::string(column)});
    for (const ContentsChange& change : changes) {
        if (table.rows.size() == kColumnsCompared)
            break;
        table.rows.push_back({Cell::text(cutTexts({DataText::name(change.column)})),
            missingCell(change.before), missingCell(change.after), distinctCell(change.before),
            distinctCell(change.after)});
    }
    table.leftOut = static_cast<std::int64_t>(changes.size() - table.rows.size());
    return table;
}

void addColumns(const DatasetChange& change, Page& page)
{
    page.add(Heading{2, {std::string("Columns")}, "columns"});
    if (change.columns.empty() && change.contents.empty()) {
        page.add(Paragraph{{std::string("Both have the same columns with the same types and roles, "
                                        "and as many missing cells and distinct values.")}});
        return;
    }
    if (!change.columns.empty())
        page.add(changesOfColumns(change.columns));
    if (!change.contents.empty())
        page.add(contentsOfColumns(change.contents));
}

Cell figureCell(const std::optional<double>& figure)
{
    return figure ? Cell{*figure, {}} : Cell{Cell::Undefined{"undefined"}, {}};
}

void addFigures(const DatasetChange& change, Page& page)
{
    page.add(Heading{2, {std::string("Figures")}, "figures"});
    std::string words = groupedDigits(static_cast<std::int64_t>(change.metrics.size())) + " of "
        + groupedDigits(change.metricsCompared) + " figures that both have differ";
    if (change.metricsOnlyBefore + change.metricsOnlyAfter > 0)
        words += "; " + groupedDigits(change.metricsOnlyBefore) + " are gone, "
            + groupedDigits(change.metricsOnlyAfter) + " are new";
    page.add(Paragraph{{words + "."}});
    if (change.metrics.empty())
        return;
    Table table;
    table.caption = {std::string("Figures that differ, the largest change first")};
    for (const char* const column : {"Figure", "Of", "Before", "Now", "Rows before", "Rows now"})
        table.columns.push_back({std::string(column)});
    for (const MetricChange& metric : change.metrics) {
        if (table.rows.size() == kFiguresCompared)
            break;
        const audits::MetricInfo* const info = audits::findMetric(metric.id, metric.variant);
        table.rows.push_back({Cell::words(info ? info->title : metric.id),
            metric.words.empty() ? Cell::words("all rows")
                                 : Cell::text(cutTexts({DataText::document(metric.words)})),
            figureCell(metric.before), figureCell(metric.after), Cell{metric.nBefore, {}},
            Cell{metric.nAfter, {}}});
    }
    table.leftOut = static_cast<std::int64_t>(change.metrics.size() - table.rows.size());
    page.add(std::move(table));
}

/// Both reports, which are of one dataset.
Page pageOf(const ReportChanges& changes, const std::string& oldName, const std::string& nowName)
{
    const DatasetChange& change = changes.datasets.front();
    Page page;
    page.kind = "Comparison";
    page.title = cutTexts({DataText::name(nowName), " beside ", DataText::name(oldName)});
    page.subtitle
        = {std::string(change.hashBefore == change.hashAfter ? "The same file, " : "Another file, ")
                + countedWords(change.rowsBefore, "row", "rows") + " before and "
                + groupedDigits(change.rowsAfter) + " now. Before is ",
            DataText::name(oldName), "."};
    page.subtitle = cutTexts(page.subtitle);
    addFindings(changes, page);
    addColumns(change, page);
    addFigures(change, page);
    return page;
}

/// Give the findings of a report the ids that they have under another name of its dataset.
void renameFindings(
    const DatasetReport& dataset, const std::string& from, const std::string& to, Page& page)
{
    std::map<std::string, std::string> ids;
    for (const AuditReport& audit : dataset.audits) {
        for (const findings::Finding& finding : audit.result.findings)
            ids.emplace(finding.id(from), finding.id(to));
    }
    for (Block& block : page.blocks) {
        auto* const list = std::get_if<List>(&block.content);
        if (!list)
            continue;
        for (ListItem& item : list->items) {
            const auto found = ids.find(item.target);
            if (found != ids.end())
                item.target = found->second;
        }
    }
}

} // namespace

base::Result<Page> comparePage(
    const Report& old, const std::string& oldName, const Report& now, const std::string& nowName)
{
    const std::string& name = now.datasets.front().name;
    const auto changes = compareReports(comparedText(old, name, Privacy::Full), oldName,
        comparedText(now, name, Privacy::Full), nowName);
    if (!changes)
        return changes.error();
    return pageOf(*changes, oldName, nowName);
}

base::Result<Page> comparePage(
    std::string_view old, const std::string& oldName, const Report& now, const std::string& nowName)
{
    const auto baseline = readBaseline(old, oldName);
    if (!baseline)
        return baseline.error();
    const std::string& own = now.datasets.front().name;
    const std::string& name = baseline->datasets.size() == 1 ? *baseline->datasets.begin() : own;
    const auto changes
        = compareReports(old, oldName, comparedText(now, name, baseline->privacy), nowName);
    if (!changes)
        return changes.error();
    Page page = pageOf(*changes, oldName, nowName);
    if (name != own)
        renameFindings(now.datasets.front(), name, own, page);
    if (baseline->privacy.mode != Privacy::Full) {
        page.add(Paragraph{{std::string("The report was written with values hidden (privacy ")
                               + std::string(privacyName(baseline->privacy.mode))
                               + "): both are compared as it shows them."},
            true});
    }
    return page;
}

} // namespace cupel::reports
