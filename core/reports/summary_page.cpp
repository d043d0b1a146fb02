#include <map>

#include "core/reports/audit_page.h"
#include "core/reports/card_parts.h"
#include "core/reports/finding_texts.h"
#include "core/reports/json_report.h"
#include "core/reports/policy_page_parts.h"
#include "core/reports/terminal_text.h"

namespace cupel::reports {
namespace {

using base::DataText;
using findings::Finding;
using findings::Kind;
using findings::Level;

constexpr std::size_t kFindings = 10;
constexpr std::size_t kNotRun = 20;
constexpr std::size_t kCards = 3;
constexpr std::size_t kContradictions = 5; ///< of one card
constexpr std::size_t kTextColumns = 200; ///< of one text of the data

struct AreaCounts {
    std::int64_t errors = 0;
    std::int64_t warnings = 0;
    std::int64_t notes = 0;
    std::int64_t reviews = 0;
    std::int64_t open = 0;
    std::int64_t waived = 0;
};

void count(const Finding& finding, AreaCounts& counts)
{
    if (finding.waived) {
        ++counts.waived;
        return;
    }
    const bool hasFailed = finding.kind == Kind::Fail;
    counts.errors += hasFailed && finding.level == Level::Error;
    counts.warnings += hasFailed && finding.level == Level::Warning;
    counts.notes += hasFailed && finding.level == Level::Note;
    counts.reviews += finding.kind == Kind::Review;
    counts.open += finding.kind == Kind::Open;
}

Table areaTable(const Report& report)
{
    std::map<std::string, AreaCounts> areas;
    for (const DatasetReport& dataset : report.datasets) {
        for (const Finding* finding : rankedFindings(dataset))
            count(*finding, areas[areaOf(finding->rule)]);
    }
    Table table;
    for (const char* name :
        {"Area", "Errors", "Warnings", "Notes", "For a person", "Not enough evidence", "Waived"})
        table.columns.push_back({std::string(name)});
    for (const auto& [area, counts] : areas) {
        table.rows.push_back({Cell::words(area), {counts.errors, {}}, {counts.warnings, {}},
            {counts.notes, {}}, {counts.reviews, {}}, {counts.open, {}}, {counts.waived, {}}});
    }
    return table;
}

void addWorst(const Report& report, Page& page)
{
    std::vector<PlacedFinding> worst = findingsThatMatter(report.datasets);
    const std::size_t all = worst.size();
    if (all == 0)
        return;
    worst.resize(std::min(all, kFindings));
    page.add(Heading{2, {std::string("What matters")}, "matters"});
    for (const PlacedFinding& placed : worst) {
        const Finding& finding = *placed.finding;
        Callout block;
        block.tone = toneOf(finding);
        block.text = cutTexts(finding.message, kTextColumns);
        block.label = finding.rule;
        if (base::Sentence measured = measureAndLimit(finding); !measured.empty())
            block.facts.push_back({"measured", cutTexts(measured, kTextColumns), false});
        if (finding.baseline)
            block.facts.push_back({"since the baseline",
                {std::string(findings::baselineStateName(*finding.baseline))}, false});
        if (report.datasets.size() > 1)
            block.facts.push_back(
                {"dataset", cutTexts({DataText::name(placed.dataset->input.file)}), false});
        block.facts.push_back({"id", {finding.id(placed.dataset->name)}, true});
        page.add(std::move(block));
    }
    if (all > kFindings)
        page.add(Paragraph{{"And " + groupedDigits(static_cast<std::int64_t>(all - kFindings))
            + " more of level error and warning."}});
}

void addCards(const Report& report, Page& page)
{
    std::vector<const DatasetReport*> datasets;
    for (const DatasetReport& dataset : report.datasets) {
        if (dataset.card)
            datasets.push_back(&dataset);
    }
    if (datasets.empty())
        return;
    page.add(Heading{2, {std::string("Data Card")}, "data-card"});
    const std::size_t shown = std::min(datasets.size(), kCards);
    for (std::size_t i = 0; i < shown; ++i) {
        const DatasetReport& dataset = *datasets[i];
        if (report.datasets.size() > 1)
            page.add(Heading{3, cutTexts({DataText::name(dataset.input.file)}, kTextColumns), {}});
        const auto noTarget = [](const Finding&) { return std::string(); };
        if (List list = contradictions(dataset, noTarget, kContradictions); !list.items.empty())
            page.add(std::move(list));
        page.add(Paragraph{{claimsWords(dataset)}});
        page.add(Paragraph{{completenessWords(*dataset.card)}});
        page.add(completenessTable(*dataset.card));
    }
    if (shown < datasets.size())
        page.add(Paragraph{{"And "
            + countedWords(
                static_cast<std::int64_t>(datasets.size() - shown), "more card.", "more cards.")}});
}

void addNotRun(const Report& report, Page& page)
{
    List list;
    std::int64_t rest = 0;
    const auto add = [&](base::Sentence text) {
        if (list.items.size() < kNotRun)
            list.items.push_back({cutTexts(text, kTextColumns), {}, Tone::Plain, {}});
        else
            ++rest;
    };
    for (const std::string& reason : report.reasons)
        add({"Incomplete: " + reason});
    for (const DatasetReport& dataset : report.datasets) {
        for (const NotRun& one : notRunOf(dataset)) {
            std::string titles;
            for (const AuditReport* audit : one.audits)
                titles += (titles.empty() ? "" : "; ") + audit->title;
            base::Sentence text{titles + ": " + one.reason};
            if (report.datasets.size() > 1)
                text.insert(text.begin(), {DataText::name(dataset.input.file), ": "});
            add(std::move(text));
        }
    }
    if (list.items.empty())
        return;
    page.add(Heading{2, {std::string("What did not run, and why")}, "not-run"});
    page.add(std::move(list));
    if (rest > 0)
        page.add(Paragraph{{"And " + groupedDigits(rest) + " more."}});
}

} // namespace

Page summaryPage(const Report& report)
{
    Page page;
    page.kind = "Dataset audit";
    page.title = {std::string("Dataset audit: ")};
    if (report.datasets.size() == 1)
        page.title.emplace_back(DataText::name(report.datasets.front().input.file));
    else
        page.title.emplace_back(
            countedWords(static_cast<std::int64_t>(report.datasets.size()), "dataset", "datasets"));
    page.title = cutTexts(page.title, kTextColumns);
    page.add(Paragraph{{verdictLine(report) + "."}});
    if (Table areas = areaTable(report); !areas.rows.empty())
        page.add(std::move(areas));
    addReview(report, page);
    addPolicyNotes(report, kNotRun, page);
    addWorst(report, page);
    addBaseline(report, kFindings, page);
    addCards(report, page);
    addNotRun(report, page);
    page.footer
        = {"Everything else is in the full reports of the same run (-o html=report.html, -o "
           "json=report.json). cupel rules explain RULE says what a rule means and what to "
           "do, cupel rows ID INPUT --report report.json prints the rows of a finding. "
           "cupel "
            + std::string(programVersion()) + "."};
    return page;
}

} // namespace cupel::reports
