#include "ui/pages/metrics_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/audits/metric_registry.h"
#include "core/base/number.h"
#include "core/reports/finding_texts.h"
#include "core/reports/subject_words.h"
#include "core/reports/text_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

using audits::Metric;

QString nothing()
{
    return QStringLiteral("–");
}

QString nameOfMetric(const Metric& metric)
{
    const audits::MetricInfo* info = audits::findMetric(metric.id, metric.variant);
    return shown(info ? info->title : metric.id);
}

QString valueOfMetric(const Metric& metric)
{
    if (!metric.value.isDefined())
        return nothing() + QStringLiteral("  (") + shown(metric.value.reason()) + QLatin1Char(')');
    const audits::MetricInfo* info = audits::findMetric(metric.id, metric.variant);
    if (info && info->unit == "boolean")
        return metric.value.value() > 0.0 ? MetricsModel::tr("yes") : MetricsModel::tr("no");
    return shown(reports::figureText(metric.value.value()));
}

QString figureOr(const std::optional<double>& figure)
{
    return figure ? shown(reports::figureText(*figure)) : nothing();
}

/// "746 of 1,809" of a part and its whole; else "961 / 136", of two rates "0.4138 / 0.6048". Of
/// weighted rows the sums of weights are divided.
QString countsOfMetric(const Metric& metric)
{
    if (!metric.numerator && !metric.denominator)
        return nothing();
    const auto isWhole = [](const std::optional<double>& figure) {
        return !figure || std::floor(*figure) == *figure;
    };
    const QString upper = figureOr(metric.numerator);
    const QString lower = figureOr(metric.denominator);
    const bool isPart = isWhole(metric.numerator) && isWhole(metric.denominator)
        && (!metric.numerator || !metric.denominator || *metric.numerator <= *metric.denominator);
    const QString counts = isPart ? MetricsModel::tr("%1 of %2").arg(upper, lower)
                                  : upper + QStringLiteral(" / ") + lower;
    return metric.weights ? MetricsModel::tr("%1 (weights)").arg(counts) : counts;
}

QString leftOutOf(const Metric& metric)
{
    QStringList parts;
    for (const auto& [reason, rows] : metric.excluded) {
        if (rows > 0)
            parts << shown(base::groupedDigits(rows)) + QLatin1Char(' ') + shown(reason);
    }
    return parts.isEmpty() ? nothing() : parts.join(QStringLiteral(", "));
}

} // namespace

MetricsModel::MetricsModel(QObject* parent)
    : TableModel(
        {{tr("Metric"), {}}, {tr("Of"), {}}, {tr("Value"), {}, Qt::AlignRight},
            {tr("Interval"), tr("Confidence interval, with its level and method as tool tip"),
                Qt::AlignRight},
            {tr("Counts"), tr("What is divided by what"), Qt::AlignRight},
            {tr("Rows"), tr("Rows used"), Qt::AlignRight},
            {tr("Left out"), tr("Rows that were not used, and why")}},
        parent)
{
}

void MetricsModel::setMetrics(const OpenDatasetPtr& dataset, const std::vector<std::string>& audits,
    Keys keys, const std::set<std::string>& hidden)
{
    beginResetModel();
    m_dataset = dataset;
    m_keys = std::move(keys);
    m_hidden = hidden;
    m_metrics.clear();
    for (const std::string& id : audits) {
        const reports::AuditReport* audit = dataset ? dataset->audit(id) : nullptr;
        if (!audit)
            continue;
        for (const Metric& metric : audit->result.metrics)
            m_metrics.push_back(&metric);
    }
    endResetModel();
}

const Metric& MetricsModel::metric(int row) const
{
    return *m_metrics[static_cast<std::size_t>(row)];
}

int MetricsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_metrics.size());
}

bool MetricsModel::isKey(const Metric& metric) const
{
    const bool isOfPart
        = std::any_of(metric.subject.begin(), metric.subject.end(), [](const auto& member) {
              return member.first == "group" || member.first == "class" || member.first == "split"
                  || member.first == "of";
          });
    return !isOfPart
        && (m_keys.count(metric.id) > 0 || m_keys.count(metric.id + ":" + metric.variant) > 0);
}

QVariant MetricsModel::cell(int row, int column, int role) const
{
    const Metric& one = metric(row);
    switch (role) {
    case Qt::DisplayRole:
        return display(one, column);
    case Qt::ToolTipRole:
        return help(one, column);
    case SortRole:
        return sortValue(one, column);
    case KeyRole:
        return isKey(one);
    case ExactRole:
        return exact(one, column);
    default:
        return {};
    }
}

QString MetricsModel::display(const Metric& metric, int column) const
{
    switch (column) {
    case Name:
        return nameOfMetric(metric);
    case Of: {
        findings::Subject subject
            = reports::readableSubject(metric.subject, m_dataset->dataset().roles);
        std::erase_if(
            subject, [this](const auto& member) { return m_hidden.count(member.first) > 0; });
        const QString words = shown(reports::subjectText(subject));
        return words.isEmpty() ? tr("all rows") : words;
    }
    case Value:
        return valueOfMetric(metric);
    case Interval:
        return metric.interval ? tr("%1 to %2")
                                     .arg(shown(reports::figureText(metric.interval->low)),
                                         shown(reports::figureText(metric.interval->high)))
                               : nothing();
    case Counts:
        return countsOfMetric(metric);
    case Rows:
        return shown(base::groupedDigits(metric.n));
    case LeftOut:
        return leftOutOf(metric);
    default:
        return {};
    }
}

QString MetricsModel::help(const Metric& metric, int column) const
{
    const audits::MetricInfo* info = audits::findMetric(metric.id, metric.variant);
    if (column == Name && info)
        return shown(info->formula) + QLatin1Char('\n') + shown(info->range);
    if (column == Value)
        return metric.value.isDefined() ? shown(base::formatNumber(metric.value.value()))
                                        : shown(metric.value.reason());
    if (column == Interval && metric.interval)
        return tr("%1 %, %2")
            .arg(shown(reports::figureText(metric.interval->level * 100.0)),
                shown(metric.interval->method));
    if (column == Of)
        return shown(reports::subjectWords(metric.subject, m_dataset->dataset().roles));
    return display(metric, column);
}

QString MetricsModel::exact(const Metric& metric, int column) const
{
    switch (column) {
    case Value:
        return metric.value.isDefined() ? shown(base::formatNumber(metric.value.value()))
                                        : QString();
    case Rows:
        return shown(base::formatInteger(metric.n));
    default:
        return display(metric, column);
    }
}

QVariant MetricsModel::sortValue(const Metric& metric, int column) const
{
    switch (column) {
    case Value:
        return metric.value.isDefined() ? QVariant(metric.value.value()) : QVariant();
    case Interval:
        return metric.interval ? QVariant(metric.interval->low) : QVariant();
    case Counts:
        return metric.denominator ? QVariant(*metric.denominator) : QVariant();
    case Rows:
        return static_cast<qlonglong>(metric.n);
    default:
        return {};
    }
}

} // namespace cupel::ui
