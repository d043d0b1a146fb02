#include "core/base/number.h"
#include "core/reports/csv_text.h"
#include "core/reports/finding_formats.h"
#include "core/reports/finding_places.h"
#include "core/reports/finding_texts.h"
#include "core/reports/privacy.h"
#include "core/reports/terminal_text.h"

namespace cupel::reports {
namespace {

class Line {
public:
    void text(const std::string& cell)
    {
        // The guard looks at the text as it is: a tab that becomes "\t" is guarded as well.
        std::string shown = visibleControls(cell);
        if (csvCell(cell, FormulaGuard::On) != csvCell(cell, FormulaGuard::Off)
            && csvCell(shown, FormulaGuard::On) == csvCell(shown, FormulaGuard::Off))
            shown.insert(shown.begin(), '\'');
        put(csvCell(shown, FormulaGuard::On));
    }
    void number(double value) { put(base::formatNumber(value)); }
    void number(std::int64_t value) { put(base::formatInteger(value)); }
    void nothing() { put({}); }
    /// Lines end as RFC 4180 wants it.
    std::string take() { return std::move(m_line) + "\r\n"; }

private:
    void put(const std::string& cell)
    {
        if (!m_isEmpty)
            m_line += ',';
        m_line += cell;
        m_isEmpty = false;
    }

    std::string m_line;
    bool m_isEmpty = true;
};

void addMeasure(const findings::Finding& finding, const PrivacyView& view, Line& line)
{
    if (const auto& texts = finding.comparison) {
        line.text(texts->name);
        line.text(view.show(texts->found));
        line.nothing();
        line.nothing();
        line.text("=");
        line.text(view.show(texts->expected));
        line.text(texts->origin);
        return;
    }
    const auto& measure = finding.measure;
    line.text(measure ? measure->name : std::string());
    if (measure && measure->value.isDefined())
        line.number(measure->value.value());
    else
        line.nothing();
    if (measure && measure->interval) {
        line.number(measure->interval->low);
        line.number(measure->interval->high);
    } else {
        line.nothing();
        line.nothing();
    }
    if (const auto& limit = finding.limit) {
        line.text(limit->op);
        line.number(limit->value);
        line.text(limit->origin);
    } else {
        line.nothing();
        line.nothing();
        line.nothing();
    }
}

} // namespace

std::string findingsCsv(const Report& report)
{
    const PrivacyView view(report.privacy);
    std::string csv
        = "id,rule,kind,level,dataset,file,line,subject,measure,value,low,high,limit_op,"
          "limit,limit_origin,message,remedy,evidence,rows,baseline_state,waived_until,waiver_"
          "owner,"
          "waiver_reason\r\n";
    for (const PlacedFinding& placed : rankedFindings(report.datasets)) {
        const findings::Finding& finding = *placed.finding;
        const DatasetReport& dataset = *placed.dataset;
        const Place place = placesOf(finding, dataset).front();
        Line line;
        line.text(finding.id(dataset.name));
        line.text(finding.rule);
        line.text(std::string(findings::kindName(finding.kind)));
        line.text(std::string(findings::levelName(finding.level)));
        line.text(dataset.name);
        line.text(place.file);
        if (place.line > 0)
            line.number(static_cast<std::int64_t>(place.line));
        else
            line.nothing();
        line.text(view.show(subjectText(finding.subject)));
        addMeasure(finding, view, line);
        line.text(view.show(finding.message));
        line.text(view.show(finding.remedy));
        std::string evidence;
        std::int64_t rows = 0;
        for (const findings::RowEvidence& each : finding.evidence) {
            evidence
                += (evidence.empty() ? "" : "; ") + view.show({filterText(each, dataset, view)});
            rows += each.count;
        }
        line.text(evidence);
        if (finding.evidence.empty())
            line.nothing();
        else
            line.number(rows);
        line.text(finding.baseline ? std::string(findings::baselineStateName(*finding.baseline))
                                   : std::string());
        const findings::Waived waived = finding.waived.value_or(
            findings::Waived{base::DataText::document({}), base::DataText::document({}), {}});
        line.text(waived.until);
        line.text(view.show(waived.owner));
        line.text(view.show(waived.reason));
        csv += line.take();
    }
    return csv;
}

} // namespace cupel::reports
