#include "ui/pages/finding_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/reports/finding_texts.h"
#include "core/reports/policy_line.h"
#include "core/reports/subject_words.h"
#include "core/reports/text_forms.h"
#include "ui/pages/filter_words.h"
#include "ui/pages/text_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

struct FindingWords {
    Q_DECLARE_TR_FUNCTIONS(cupel::ui::FindingWords)
};

using FactRow = reports::KeyValues::Row;

constexpr std::chrono::days kWaived{90};

void addFact(const QString& name, const QString& value, std::vector<FactRow>& facts)
{
    facts.push_back({bytesOf(name), {bytesOf(value)}});
}

void addMeasure(const findings::Measure& measure, std::vector<FactRow>& facts)
{
    addFact(FindingWords::tr("Measured"), shown(measure.name), facts);
    addFact(FindingWords::tr("Value"),
        measure.value.isDefined() ? shown(reports::figureText(measure.value.value()))
                                  : QStringLiteral("– (%1)").arg(shown(measure.value.reason())),
        facts);
    if (const auto& interval = measure.interval) {
        addFact(FindingWords::tr("Interval"),
            FindingWords::tr("%1 to %2 (%3, %4)")
                .arg(shown(reports::figureText(interval->low)),
                    shown(reports::figureText(interval->high)), percent(interval->level),
                    shown(interval->method)),
            facts);
    }
}

void addComparison(const findings::TextComparison& texts, std::vector<FactRow>& facts)
{
    addFact(FindingWords::tr("Compared"), shown(texts.name), facts);
    addFact(FindingWords::tr("Found"), shownShort(texts.found), facts);
    addFact(FindingWords::tr("Expected"),
        FindingWords::tr("%1 (%2)").arg(shownShort(texts.expected), shown(texts.origin)), facts);
}

void addWaiver(const findings::Waived& waived, std::vector<FactRow>& facts)
{
    addFact(FindingWords::tr("Waived"),
        FindingWords::tr("until %1, by %2").arg(shown(waived.until), shownShort(waived.owner)),
        facts);
    addFact(FindingWords::tr("Reason"), shownShort(waived.reason), facts);
}

} // namespace

std::vector<reports::KeyValues::Row> factsOf(
    const OpenDataset& dataset, const findings::Finding& finding)
{
    std::vector<FactRow> facts;
    const findings::Subject subject
        = reports::readableSubject(finding.subject, dataset.dataset().roles);
    for (const auto& [key, value] : subject) {
        QString name = shown(key);
        name.replace(0, 1, name.left(1).toUpper());
        addFact(name, shownShort(value), facts);
    }
    if (finding.measure)
        addMeasure(*finding.measure, facts);
    if (finding.comparison)
        addComparison(*finding.comparison, facts);
    if (const auto& limit = finding.limit) {
        addFact(FindingWords::tr("Limit"),
            FindingWords::tr("%1 %2 (%3)")
                .arg(shown(limit->op), shown(reports::figureText(limit->value)),
                    shown(limit->origin)),
            facts);
    }
    if (finding.waived)
        addWaiver(*finding.waived, facts);
    if (finding.baseline) {
        addFact(FindingWords::tr("Since the earlier report"),
            shown(findings::baselineStateName(*finding.baseline)), facts);
    }
    return facts;
}

QString findingText(const OpenDataset& dataset, const findings::Finding& finding)
{
    QStringList lines;
    lines += shown(reports::wordOf(finding)) + QStringLiteral(": ") + shown(finding.message);
    for (const FactRow& fact : factsOf(dataset, finding))
        lines += shown(fact.key) + QStringLiteral(": ") + shown(fact.value);
    for (const findings::RowEvidence& one : finding.evidence) {
        lines += FindingWords::tr("Rows: %1 where %2")
                     .arg(counted(one.count), filterWords(one.filter));
    }
    for (const findings::DocumentEvidence& one : finding.documents)
        lines += FindingWords::tr("In: %1").arg(shown(reports::placeText(one)));
    if (!finding.remedy.empty())
        lines += FindingWords::tr("What to do: %1").arg(shown(finding.remedy));
    lines += FindingWords::tr("Rule %1, finding %2")
                 .arg(shown(finding.rule), shown(finding.id(dataset.dataset().name)));
    return lines.join(QLatin1Char('\n'));
}

QString policyLineOf(const OpenDataset& dataset, const findings::Finding& finding)
{
    const auto line = reports::policyLine(finding, dataset.dataset().name,
        {bytesOf(FindingWords::tr("why this is accepted")),
            bytesOf(FindingWords::tr("who accepts it")), dataset.request.today + kWaived});
    return line ? QString::fromStdString(*line) : QString();
}

} // namespace cupel::ui
