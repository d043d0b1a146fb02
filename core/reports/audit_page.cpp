#include "core/reports/audit_page.h"

#include <algorithm>
#include <utility>

#include "core/audits/wording.h"
#include "core/reports/audit_page_parts.h"
#include "core/reports/card_parts.h"
#include "core/reports/command_words.h"
#include "core/reports/finding_texts.h"
#include "core/reports/json_report.h"
#include "core/reports/policy_page_parts.h"
#include "core/reports/terminal_text.h"

namespace cupel::reports {
namespace {

using base::DataText;
using findings::Finding;

constexpr std::size_t kSentences = 12;
constexpr std::size_t kFindings = 300; ///< over all datasets
constexpr std::size_t kEarlier = 50; ///< findings of the baseline
constexpr std::size_t kLeastFindings = 20; ///< of one dataset

std::string sizes(const DatasetReport& dataset)
{
    std::string text = countedWords(static_cast<std::int64_t>(dataset.input.rows), "row", "rows")
        + ", "
        + countedWords(
            static_cast<std::int64_t>(dataset.description.columns.size()), "column", "columns");
    if (dataset.input.rejectedRows > 0)
        text += ", "
            + countedWords(static_cast<std::int64_t>(dataset.input.rejectedRows), "rejected row",
                "rejected rows");
    return text;
}

Tone tileTone(std::int64_t count, Tone tone)
{
    return count > 0 ? tone : Tone::Plain;
}

Tiles verdictTiles(const Verdict& verdict)
{
    const auto noun = [](std::int64_t count, const char* one, const char* many) {
        return std::string(count == 1 ? one : many);
    };
    Tiles tiles;
    tiles.tiles = {{verdict.errors, noun(verdict.errors, "error", "errors"),
                       tileTone(verdict.errors, Tone::Error)},
        {verdict.warnings, noun(verdict.warnings, "warning", "warnings"),
            tileTone(verdict.warnings, Tone::Warning)},
        {verdict.notes, noun(verdict.notes, "note", "notes"), tileTone(verdict.notes, Tone::Note)}};
    if (verdict.reviews > 0)
        tiles.tiles.push_back({verdict.reviews, "for a person to decide", Tone::Question});
    if (verdict.open > 0)
        tiles.tiles.push_back({verdict.open, "with not enough evidence", Tone::Question});
    if (verdict.waived > 0)
        tiles.tiles.push_back({verdict.waived, "waived", Tone::Plain});
    if (verdict.notRun > 0)
        tiles.tiles.push_back(
            {verdict.notRun, noun(verdict.notRun, "audit not run", "audits not run"), Tone::Plain});
    return tiles;
}

/// A page over all datasets of a report.
class AuditPage {
public:
    explicit AuditPage(const Report& report)
        : m_report(report)
        , m_view(report.privacy)
    {
        const std::size_t datasets = std::max<std::size_t>(report.datasets.size(), 1);
        m_shownFindings = std::max(kFindings / datasets, kLeastFindings);
    }

    Page page()
    {
        chooseFindings();
        addTitle();
        m_page.add(Heading{2, {std::string("Verdict")}, "verdict"});
        m_page.add(verdictTiles(m_report.verdict));
        addReview(m_report, m_page);
        addSentences();
        addBaseline(m_report, kEarlier, m_page);
        addNotRun();
        for (std::size_t i = 0; i < m_report.datasets.size(); ++i)
            addDataset(m_report.datasets[i], "d" + std::to_string(i + 1));
        addPolicy(m_report, m_page);
        addMethod();
        m_page.footer = {"Made by cupel " + std::string(programVersion())
            + ". The JSON report of the same run (-o json=report.json) has every figure without "
              "rounding."};
        return std::move(m_page);
    }

private:
    void addTitle()
    {
        m_page.kind = "Dataset audit";
        if (m_report.datasets.size() == 1) {
            m_page.title = fileName(m_report.datasets.front());
            m_page.subtitle = {sizes(m_report.datasets.front())};
        } else {
            m_page.title = {countedWords(
                static_cast<std::int64_t>(m_report.datasets.size()), "dataset", "datasets")};
        }
    }

    /// The findings that stand on the page, so that others are not linked.
    void chooseFindings()
    {
        for (const DatasetReport& dataset : m_report.datasets) {
            std::vector<const Finding*> ranked = rankedFindings(dataset);
            ranked.resize(std::min(ranked.size(), m_shownFindings));
            m_shown.insert(m_shown.end(), ranked.begin(), ranked.end());
        }
        std::sort(m_shown.begin(), m_shown.end());
    }

    std::string targetOf(const Finding& finding, const DatasetReport& dataset) const
    {
        return std::binary_search(m_shown.begin(), m_shown.end(), &finding)
            ? finding.id(dataset.name)
            : std::string();
    }

    void addSentences()
    {
        const std::vector<PlacedFinding> matter = findingsThatMatter(m_report.datasets);
        if (matter.empty()) {
            m_page.add(Paragraph{{m_report.datasets.empty()
                    ? std::string("No dataset was audited.")
                    : std::string("No finding of level error or warning. This says what was "
                                  "measured, not that the dataset is without fault.")}});
            return;
        }
        m_page.add(Heading{3, {std::string("What matters")}, "matters"});
        List list;
        for (const PlacedFinding& placed : matter) {
            if (list.items.size() == kSentences)
                break;
            list.items.push_back({cutTexts(placed.finding->message),
                targetOf(*placed.finding, *placed.dataset), toneOf(*placed.finding), {}});
        }
        const std::size_t rest = matter.size() - list.items.size();
        m_page.add(std::move(list));
        if (rest > 0) {
            m_page.add(Paragraph{{"And "
                                     + countedWords(static_cast<std::int64_t>(rest),
                                         "more error or warning", "more errors and warnings")
                                     + " below."},
                true});
        }
    }

    void addNotRun()
    {
        const bool namesDatasets = m_report.datasets.size() > 1;
        Table table;
        table.caption = {std::string("Audits that did not run to their end")};
        if (namesDatasets)
            table.columns.push_back({std::string("Dataset")});
        for (const char* column : {"Audits", "Outcome", "Why"})
            table.columns.push_back({std::string(column)});
        for (const DatasetReport& dataset : m_report.datasets) {
            for (const NotRun& one : notRunOf(dataset)) {
                std::vector<Cell>& row = table.rows.emplace_back();
                if (namesDatasets)
                    row.push_back(Cell::text(fileName(dataset)));
                std::string titles;
                for (const AuditReport* audit : one.audits)
                    titles += (titles.empty() ? "" : "; ") + audit->title;
                row.push_back(Cell::words(std::move(titles)));
                row.push_back(Cell::words(outcomeWords(one.outcome)));
                row.push_back(Cell::text(cutTexts({one.reason})));
            }
        }
        if (table.rows.empty() && m_report.reasons.empty())
            return;
        m_page.add(Heading{3, {std::string("What did not run, and why")}, "not-run"});
        if (!m_report.reasons.empty()) {
            List list;
            for (const std::string& reason : m_report.reasons)
                list.items.push_back({cutTexts({"Incomplete: " + reason}), {}, Tone::Warning, {}});
            m_page.add(std::move(list));
        }
        if (!table.rows.empty())
            m_page.add(std::move(table));
    }

    void addDataset(const DatasetReport& dataset, const std::string& prefix)
    {
        m_page.add(Heading{2, fileName(dataset), prefix});
        m_page.add(inputFacts(dataset));
        if (KeyValues roles = roleFacts(dataset); !roles.rows.empty())
            m_page.add(std::move(roles));
        addFindings(dataset, prefix);
        addCard(
            dataset, prefix, [&](const Finding& finding) { return targetOf(finding, dataset); },
            m_page);
        addColumns(dataset, prefix, m_report, m_page);
        for (const AuditReport& audit : dataset.audits) {
            if (!dataset.card || &audit != cardAudit(dataset))
                addAudit(audit, dataset.roles, prefix, m_page);
        }
        addProposals(dataset, prefix);
    }

    void addFindings(const DatasetReport& dataset, const std::string& prefix)
    {
        const std::vector<const Finding*> ranked = rankedFindings(dataset);
        m_page.add(Heading{3, {std::string("Findings")}, prefix + "-findings"});
        if (ranked.empty())
            m_page.add(Paragraph{{std::string("No findings.")}});
        std::size_t shown = 0;
        bool isWaived = false;
        for (; shown < ranked.size() && shown < m_shownFindings; ++shown) {
            if (ranked[shown]->waived && !std::exchange(isWaived, true))
                m_page.add(Heading{4, {std::string("Waived")}, prefix + "-waived"});
            m_page.add(findingBlock(*ranked[shown], dataset, m_view));
        }
        if (shown < ranked.size()) {
            m_page.add(Paragraph{{countedWords(static_cast<std::int64_t>(ranked.size() - shown),
                                      "more finding is", "more findings are")
                                     + " not shown here; the JSON and CSV reports list all."},
                true});
        }
    }

    void addProposals(const DatasetReport& dataset, const std::string& prefix)
    {
        if (dataset.proposals.empty())
            return;
        constexpr std::size_t kProposals = 50;
        m_page.add(Heading{3,
            {std::string(m_report.acceptedProposals ? "Taken from the data"
                                                    : "Suggested by the data, not used")},
            prefix + "-proposals"});
        List list;
        for (const audits::Proposal& proposal : dataset.proposals) {
            if (list.items.size() == kProposals)
                break;
            base::Sentence why{DataText::name(flagOf(proposal)), " – "};
            if (proposal.rows > 0)
                why.emplace_back(countedWords(proposal.rows, "row", "rows") + "; ");
            why.emplace_back(proposal.reason);
            list.items.push_back({cutTexts(why), {}, Tone::Plain, {}});
        }
        const std::size_t rest = dataset.proposals.size() - list.items.size();
        m_page.add(std::move(list));
        if (rest > 0)
            m_page.add(Paragraph{
                {"And " + groupedDigits(static_cast<std::int64_t>(rest)) + " more."}, true});
    }

    void addMethod()
    {
        m_page.add(Heading{2, {std::string("Method and privacy")}, "method"});
        m_page.add(Paragraph{{std::string(
            "All figures are exact counts of the rows that were read, unless a column says "
            "approximate. Intervals are two-sided, of the level named with them. A dash stands for "
            "a figure that is undefined, with the reason where there is one. A difference that is "
            "shown is a difference in this dataset; whether it matters for a use is for people to "
            "assess.")}});
        m_page.add(Paragraph{{privacyNote(m_report.privacy)}});
        m_page.add(Paragraph{{std::string(
            "cupel rules explain ID says what a rule measures and what to do; cupel metrics "
            "explain "
            "ID gives formula, range and source of a metric; cupel rows ID INPUT --report "
            "report.json prints the rows behind a finding.")}});
    }

    const Report& m_report;
    PrivacyView m_view;
    Page m_page;
    std::size_t m_shownFindings = kFindings;
    std::vector<const Finding*> m_shown; ///< sorted by address, only to be looked up
};

} // namespace

Page auditPage(const Report& report)
{
    return AuditPage(report).page();
}

} // namespace cupel::reports
