#include <map>
#include <utility>
#include <vector>

#include "core/base/number.h"
#include "core/reports/command_words.h"
#include "core/reports/finding_formats.h"
#include "core/reports/finding_texts.h"
#include "core/reports/policy_page_parts.h"
#include "core/reports/privacy.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

using findings::Finding;
using findings::Kind;

struct Suite {
    std::string name;
    std::string cases;
    std::int64_t tests = 0;
    std::int64_t failures = 0;
    std::int64_t errors = 0;
    std::int64_t skipped = 0;
};

std::string attribute(const char* name, const std::string& value)
{
    return std::string(" ") + name + "=\"" + htmlText(value) + "\"";
}

/// What the element of all suites may say too; the schema of Jenkins has no "skipped" there.
std::string counts(const Suite& suite)
{
    return attribute("tests", base::formatInteger(suite.tests))
        + attribute("failures", base::formatInteger(suite.failures))
        + attribute("errors", base::formatInteger(suite.errors)) + attribute("time", "0");
}

class JunitWriter {
public:
    explicit JunitWriter(const Report& report)
        : m_report(report)
        , m_view(report.privacy)
    {
    }

    std::string text()
    {
        for (const DatasetReport& dataset : m_report.datasets) {
            addAudits(dataset);
            addFindings(dataset);
        }
        addUnread();
        Suite all;
        std::string suites;
        for (const Suite& suite : m_suites) {
            all.tests += suite.tests;
            all.failures += suite.failures;
            all.errors += suite.errors;
            suites += "  <testsuite" + attribute("name", suite.name) + counts(suite)
                + attribute("skipped", base::formatInteger(suite.skipped)) + ">\n" + suite.cases
                + "  </testsuite>\n";
        }
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites"
            + attribute("name", "cupel audit") + counts(all) + ">\n" + suites + "</testsuites>\n";
    }

private:
    static void add(Suite& suite, const std::string& className, const std::string& name,
        const std::string& content)
    {
        ++suite.tests;
        suite.cases += "    <testcase" + attribute("classname", className) + attribute("name", name)
            + attribute("time", "0")
            + (content.empty() ? "/>\n" : ">\n" + content + "    </testcase>\n");
    }

    static std::string element(const char* name, const std::string& type,
        const std::string& message, const std::string& text)
    {
        const std::string begin = std::string("      <") + name
            + (type.empty() ? "" : attribute("type", type)) + attribute("message", message);
        return text.empty() ? begin + "/>\n" : begin + ">" + htmlLines(text) + "</" + name + ">\n";
    }

    void addAudits(const DatasetReport& dataset)
    {
        Suite suite;
        suite.name = dataset.name + ".audits";
        for (const AuditReport& audit : dataset.audits) {
            const audits::AuditResult& result = audit.result;
            std::string content;
            if (result.outcome == audits::Outcome::Failed) {
                content = element("error", "audit-failed", result.reason, {});
                ++suite.errors;
            } else if (result.outcome != audits::Outcome::Completed) {
                content = element("skipped", {},
                    std::string(outcomeName(result.outcome)) + ": " + result.reason, {});
                ++suite.skipped;
            }
            add(suite, suite.name, audit.id, content);
        }
        m_suites.push_back(std::move(suite));
    }

    void addFindings(const DatasetReport& dataset)
    {
        std::map<std::string, Suite> byArea;
        for (const Finding* finding : rankedFindings(dataset)) {
            const std::string area = areaOf(finding->rule);
            Suite& suite = byArea[area];
            suite.name = dataset.name + "." + area;
            std::string content;
            const std::string message = m_view.show(finding->message);
            if (const std::string why = whySkipped(*finding); !why.empty()) {
                content = element("skipped", {}, why + ": " + message, {});
                ++suite.skipped;
            } else if (finding->kind == Kind::Fail) {
                content = element("failure", std::string(findings::levelName(finding->level)),
                    message, details(*finding, dataset));
                ++suite.failures;
            } else {
                content = "      <system-out>" + htmlLines(message) + "</system-out>\n";
            }
            if (const std::string out = outputOf(*finding); !out.empty())
                content += "      <system-out>" + htmlLines(out) + "</system-out>\n";
            add(suite, suite.name, nameOf(*finding), content);
        }
        for (auto& [area, suite] : byArea)
            m_suites.push_back(std::move(suite));
    }

    /// Why a finding is no failure although it did not pass; empty where it did, or is one.
    std::string whySkipped(const Finding& finding) const
    {
        if (finding.waived)
            return "waived: " + m_view.show(waiverText(*finding.waived));
        if (finding.kind == Kind::Fail)
            return gates(finding, m_report) ? "" : "not new since the baseline";
        const bool hasPassed = finding.kind == Kind::Pass || finding.kind == Kind::Informational;
        return hasPassed ? "" : wordOf(finding);
    }

    std::string outputOf(const Finding& finding) const
    {
        if (finding.kind != Kind::Fail)
            return {};
        std::string text = m_view.show(measureAndLimit(finding));
        if (finding.baseline)
            text += (text.empty() ? "" : "\n") + std::string("since the baseline: ")
                + std::string(findings::baselineStateName(*finding.baseline));
        return text;
    }

    std::string nameOf(const Finding& finding) const
    {
        const std::string subject = m_view.show(subjectText(finding.subject));
        return subject.empty() ? finding.rule : finding.rule + " (" + subject + ")";
    }

    std::string details(const Finding& finding, const DatasetReport& dataset) const
    {
        const std::string id = finding.id(dataset.name);
        std::string text = "\n" + m_view.show(finding.message) + "\n";
        if (!finding.remedy.empty())
            text += "What to do: " + m_view.show(finding.remedy) + "\n";
        for (const findings::DocumentEvidence& place : finding.documents)
            text += "Document: " + placeText(place) + "\n";
        for (const findings::RowEvidence& rows : finding.evidence)
            text += "Evidence: " + m_view.show({filterText(rows, dataset, m_view)}) + ": "
                + countedWords(rows.count, "row", "rows") + "\n";
        if (!finding.evidence.empty())
            text += "Rows: " + rowsCommand(id, dataset.input.file) + "\n";
        return text + "Id: " + id + "\n";
    }

    /// An input that could not be read is an error of its own.
    void addUnread()
    {
        if (m_report.reasons.empty())
            return;
        Suite suite;
        suite.name = "inputs";
        for (const std::string& reason : m_report.reasons) {
            add(suite, suite.name, reason, element("error", "incomplete", reason, {}));
            ++suite.errors;
        }
        m_suites.push_back(std::move(suite));
    }

    const Report& m_report;
    PrivacyView m_view;
    std::vector<Suite> m_suites;
};

} // namespace

std::string junitReport(const Report& report)
{
    return JunitWriter(report).text();
}

} // namespace cupel::reports
