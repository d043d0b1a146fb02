#include "core/reports/terminal.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "core/reports/command_words.h"
#include "core/reports/finding_texts.h"
#include "core/reports/policy_page_parts.h"
#include "core/reports/privacy.h"
#include "core/reports/terminal_text.h"

namespace cupel::reports {
namespace {

using findings::Finding;
using findings::Kind;
using findings::Level;

constexpr std::size_t kMinWidth = 40;
constexpr std::size_t kMaxWidth = 100;
constexpr std::size_t kShownFindings = 8;
constexpr std::size_t kShownProposals = 8;
constexpr std::size_t kShownDocuments = 6;
constexpr std::size_t kShownRemarks = 5;
constexpr std::size_t kTagWidth = 9;

std::string countOf(std::int64_t number, const char* singular, const char* plural)
{
    return groupedDigits(number) + " " + (number == 1 ? singular : plural);
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

class Summary {
public:
    Summary(const Report& report, const TerminalStyle& style)
        : m_report(report)
        , m_style(style)
        , m_view(report.privacy)
        , m_width(std::clamp(style.width, kMinWidth, kMaxWidth))
    {
    }

    std::string text()
    {
        addVerdict();
        for (const DatasetReport& dataset : m_report.datasets)
            addDataset(dataset);
        addGone();
        for (const std::string& reason : m_report.reasons)
            addLine("Incomplete: " + visibleText(reason), 2);
        return std::move(m_text);
    }

private:
    enum class Colour { Red, Yellow, Blue, Green, Dim, Bold };

    std::string coloured(const std::string& text, Colour colour) const
    {
        if (!m_style.hasColour)
            return text;
        constexpr std::array<const char*, 6> kCodes{"1;31", "1;33", "1;34", "1;32", "2", "1"};
        return std::string("\x1b[") + kCodes[static_cast<std::size_t>(colour)] + "m" + text
            + "\x1b[0m";
    }

    void addLine(const std::string& text, std::size_t indent)
    {
        m_text += wrapped(text, m_width, indent) + "\n";
    }

    void addVerdict()
    {
        const Verdict& verdict = m_report.verdict;
        std::vector<std::string> parts;
        const auto add
            = [&](std::int64_t number, const char* one, const char* many, Colour colour) {
                  if (number > 0)
                      parts.push_back(coloured(countOf(number, one, many), colour));
              };
        add(verdict.errors, "error", "errors", Colour::Red);
        add(verdict.warnings, "warning", "warnings", Colour::Yellow);
        add(verdict.notes, "note", "notes", Colour::Blue);
        if (parts.empty())
            parts.push_back(m_report.datasets.empty() ? "nothing audited"
                                                      : coloured("no findings", Colour::Green));
        if (verdict.reviews > 0)
            parts.push_back(groupedDigits(verdict.reviews) + " for a person to decide");
        if (verdict.open > 0)
            parts.push_back(groupedDigits(verdict.open) + " with not enough evidence");
        if (verdict.notRun > 0)
            parts.push_back(countOf(verdict.notRun, "audit", "audits") + " not run");
        if (verdict.waived > 0)
            parts.push_back(groupedDigits(verdict.waived) + " waived");
        addLine(joined(parts), 2);
        for (const base::Sentence& change : m_report.review)
            addLine(visibleText(m_view.show(change)), 2);
        addPolicyNotes();
        if (m_report.baseline)
            addLine(summaryOf(*m_report.baseline)
                    + (m_report.baseline->onlyNew ? "; only what is new or worse can fail" : ""),
                2);
    }

    void addPolicyNotes()
    {
        const std::vector<std::string> off = rulesOff(m_report);
        if (!off.empty())
            addLine("Switched off: " + visibleText(joined(off)), 2);
        const std::vector<base::Sentence> remarks = policyRemarks(m_report);
        const std::size_t shown
            = m_style.isVerbose ? remarks.size() : std::min(remarks.size(), kShownRemarks);
        for (std::size_t i = 0; i < shown; ++i)
            addLine(visibleText(m_view.show(remarks[i])), 2);
        if (shown < remarks.size())
            addLine("and " + groupedDigits(static_cast<std::int64_t>(remarks.size() - shown))
                    + " more remarks about the policy (-v shows all)",
                2);
    }

    void addDataset(const DatasetReport& dataset)
    {
        m_text += "\n" + coloured(visibleText(dataset.input.file), Colour::Bold) + "  "
            + sizes(dataset) + "\n";
        if (!dataset.whereText.empty()) {
            addLine("only rows where " + visibleText(m_view.show(dataset.whereData())) + ": "
                    + groupedDigits(dataset.whereRows),
                2);
        }
        addDocuments(dataset);
        addFindings(dataset);
        addNotRun(dataset);
        addProposals(dataset);
    }

    static std::string sizes(const DatasetReport& dataset)
    {
        const readers::ImportReport& input = dataset.input;
        std::vector<std::string> parts{
            countOf(static_cast<std::int64_t>(input.rows), "row", "rows"),
            countOf(static_cast<std::int64_t>(dataset.description.columns.size()), "column",
                "columns")};
        if (input.rejectedRows > 0)
            parts.push_back(
                groupedDigits(static_cast<std::int64_t>(input.rejectedRows)) + " rejected");
        if (dataset.splits.size() > 1)
            parts.push_back(
                groupedDigits(static_cast<std::int64_t>(dataset.splits.size())) + " splits");
        return joined(parts);
    }

    void addDocuments(const DatasetReport& dataset)
    {
        const auto& documents = dataset.documents->documents;
        if (documents.empty())
            return;
        std::vector<std::string> names;
        const std::size_t shown
            = m_style.isVerbose ? documents.size() : std::min(documents.size(), kShownDocuments);
        for (std::size_t i = 0; i < shown; ++i)
            names.push_back(visibleText(m_view.show(base::DataText::name(documents[i].file))));
        if (shown < documents.size())
            names.push_back("and " + std::to_string(documents.size() - shown) + " more");
        addLine("  with " + joined(names), 2);
    }

    void addFindings(const DatasetReport& dataset)
    {
        std::vector<const Finding*> ranked = rankedFindings(dataset);
        std::erase_if(ranked, [this](const Finding* finding) {
            return !matters(*finding) || (finding->waived && !m_style.isVerbose);
        });
        const std::size_t shown
            = m_style.isVerbose ? ranked.size() : std::min(ranked.size(), kShownFindings);
        if (shown > 0)
            m_text += "\n";
        for (std::size_t i = 0; i < shown; ++i)
            addFinding(*ranked[i], dataset.name);
        if (shown < ranked.size()) {
            m_text += coloured(std::string(kTagWidth, ' ') + "and "
                              + groupedDigits(static_cast<std::int64_t>(ranked.size() - shown))
                              + " more (-v shows all, with what to do)",
                          Colour::Dim)
                + "\n";
        }
    }

    static bool matters(const Finding& finding)
    {
        return finding.kind == Kind::Fail || finding.kind == Kind::Review
            || finding.kind == Kind::Open;
    }

    void addFinding(const Finding& finding, const std::string& dataset)
    {
        std::string tag(findings::levelName(finding.level));
        Colour colour = Colour::Blue;
        if (finding.waived)
            tag = "waived";
        else if (finding.kind != Kind::Fail)
            tag = findings::kindName(finding.kind);
        else if (finding.level == Level::Error)
            colour = Colour::Red;
        else if (finding.level == Level::Warning)
            colour = Colour::Yellow;
        tag.resize(kTagWidth, ' ');
        m_text += coloured(tag, colour);
        addLine(visibleText(m_view.show(finding.message)), kTagWidth);
        if (m_style.isVerbose) {
            m_text.append(kTagWidth, ' ');
            addLine(visibleText(
                        m_view.show(finding.waived ? waiverText(*finding.waived) : finding.remedy)),
                kTagWidth);
        }
        m_text += std::string(kTagWidth, ' ')
            + coloured(finding.rule + "  " + finding.id(dataset)
                    + (finding.baseline
                            ? "  " + std::string(findings::baselineStateName(*finding.baseline))
                            : std::string()),
                Colour::Dim)
            + "\n";
    }

    void addNotRun(const DatasetReport& dataset)
    {
        const std::vector<NotRun> all = notRunOf(dataset);
        if (!all.empty())
            m_text += "\n" + coloured("Not run", Colour::Bold) + "\n";
        for (const NotRun& one : all) {
            std::vector<std::string> ids;
            for (const AuditReport* audit : one.audits)
                ids.push_back(audit->id);
            m_text += "  ";
            addLine(joined(ids) + ": " + visibleText(one.reason), 4);
        }
    }

    /// What the baseline had and the run has not.
    void addGone()
    {
        if (!m_report.baseline || !m_style.isVerbose)
            return;
        const auto add = [this](const char* title, const std::vector<Baseline::Entry>& entries) {
            if (!entries.empty())
                m_text += "\n" + coloured(title, Colour::Bold) + "\n";
            for (const Baseline::Entry& entry : entries) {
                m_text += "  ";
                addLine(visibleText(entry.message) + "  " + visibleText(entry.rule), 4);
            }
        };
        add("Fixed since the baseline", m_report.baseline->fixed);
        add("In the baseline, not checked again", m_report.baseline->notChecked);
    }

    void addProposals(const DatasetReport& dataset)
    {
        if (dataset.proposals.empty())
            return;
        m_text += "\n"
            + coloured(m_report.acceptedProposals ? "Taken from the data" : "Suggested by the data",
                Colour::Bold)
            + (m_report.acceptedProposals ? "" : ", not used") + "\n";
        const std::size_t count = dataset.proposals.size();
        const std::size_t shown = m_style.isVerbose ? count : std::min(count, kShownProposals);
        for (std::size_t i = 0; i < shown; ++i) {
            const audits::Proposal& proposal = dataset.proposals[i];
            std::string reason = proposal.reason;
            if (proposal.rows > 0)
                reason = countOf(proposal.rows, "row", "rows") + "; " + reason;
            m_text += "  ";
            addLine(visibleText(flagOf(proposal)) + "  (" + reason + ")", 4);
        }
        if (shown < count)
            m_text
                += "  and " + groupedDigits(static_cast<std::int64_t>(count - shown)) + " more\n";
    }

    const Report& m_report;
    const TerminalStyle& m_style;
    PrivacyView m_view;
    std::size_t m_width;
    std::string m_text;
};

} // namespace

std::string terminalSummary(const Report& report, const TerminalStyle& style)
{
    return Summary(report, style).text();
}

} // namespace cupel::reports
