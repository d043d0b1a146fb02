#include "ui/pages/finding_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "core/reports/command_words.h"
#include "core/reports/finding_texts.h"
#include "core/reports/policy_line.h"
#include "core/reports/text_forms.h"
#include "ui/pages/filter_words.h"
#include "ui/pages/text_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

struct FindingWords {
    Q_DECLARE_TR_FUNCTIONS(cupel::ui::FindingWords)
};

constexpr std::chrono::days kWaived{90};

void addMeasure(const findings::Measure& measure, std::vector<Fact>& facts)
{
    facts.emplace_back(FindingWords::tr("Measured"), shown(measure.name));
    facts.emplace_back(FindingWords::tr("Value"),
        measure.value.isDefined() ? shown(reports::figureText(measure.value.value()))
                                  : QStringLiteral("– (%1)").arg(shown(measure.value.reason())));
    if (const auto& interval = measure.interval) {
        facts.emplace_back(FindingWords::tr("Interval"),
            FindingWords::tr("%1 to %2 (%3, %4)")
                .arg(shown(reports::figureText(interval->low)),
                    shown(reports::figureText(interval->high)), percent(interval->level),
                    shown(interval->method)));
    }
}

void addComparison(const findings::TextComparison& texts, std::vector<Fact>& facts)
{
    facts.emplace_back(FindingWords::tr("Compared"), shown(texts.name));
    facts.emplace_back(FindingWords::tr("Found"), shownShort(texts.found));
    facts.emplace_back(FindingWords::tr("Expected"),
        FindingWords::tr("%1 (%2)").arg(shownShort(texts.expected), shown(texts.origin)));
}

void addWaiver(const findings::Waived& waived, std::vector<Fact>& facts)
{
    facts.emplace_back(FindingWords::tr("Waived"),
        FindingWords::tr("until %1, by %2").arg(shown(waived.until), shownShort(waived.owner)));
    facts.emplace_back(FindingWords::tr("Reason"), shownShort(waived.reason));
}

} // namespace

std::vector<Fact> factsOf(const findings::Finding& finding)
{
    std::vector<Fact> facts;
    for (const auto& [key, value] : finding.subject)
        facts.emplace_back(shown(key), shownShort(value));
    if (finding.measure)
        addMeasure(*finding.measure, facts);
    if (finding.comparison)
        addComparison(*finding.comparison, facts);
    if (const auto& limit = finding.limit) {
        facts.emplace_back(FindingWords::tr("Limit"),
            FindingWords::tr("%1 %2 (%3)")
                .arg(shown(limit->op), shown(reports::figureText(limit->value)),
                    shown(limit->origin)));
    }
    if (finding.waived)
        addWaiver(*finding.waived, facts);
    if (finding.baseline) {
        facts.emplace_back(FindingWords::tr("Since the earlier report"),
            shown(findings::baselineStateName(*finding.baseline)));
    }
    return facts;
}

QString findingText(const OpenDataset& dataset, const findings::Finding& finding)
{
    QStringList lines;
    lines += shown(reports::wordOf(finding)) + QStringLiteral(": ") + shown(finding.message);
    for (const auto& [name, value] : factsOf(finding))
        lines += name + QStringLiteral(": ") + value;
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

QString rowsCommandOf(const OpenDataset& dataset, const findings::Finding& finding)
{
    if (finding.evidence.empty())
        return {};
    const std::vector<std::string>& inputs = dataset.request.inputs;
    return QString::fromStdString(reports::rowsCommand(finding.id(dataset.dataset().name),
        inputs.empty() ? dataset.dataset().input.file : inputs.front()));
}

QString policyLineOf(const OpenDataset& dataset, const findings::Finding& finding)
{
    const auto line = reports::policyLine(finding, dataset.dataset().name,
        {bytesOf(FindingWords::tr("why this is accepted")),
            bytesOf(FindingWords::tr("who accepts it")), dataset.request.today + kWaived});
    return line ? QString::fromStdString(*line) : QString();
}

} // namespace cupel::ui
