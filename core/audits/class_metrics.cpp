#include "core/audits/class_imbalance.h"

#include "core/base/exact_sum.h"

#include <array>
#include <map>

namespace cupel::audits {

namespace {

using findings::Subject;

Metric ratioOf(Metric metric, double numerator, double denominator)
{
    metric.numerator = numerator;
    metric.denominator = denominator;
    return metric;
}

Subject subjectOf(const LabelClasses& classes, const LabelClass& labelClass)
{
    return {{"label", base::DataText::name(classes.column)}, {"class", labelClass.text()}};
}

void addPerClass(const LabelClasses& classes, std::vector<Metric>& metrics)
{
    const stats::ClassCounts counts = classes.counts();
    const std::array<std::pair<const char*, double>, 4> betas{
        {{"0.9", 0.9}, {"0.99", 0.99}, {"0.999", 0.999}, {"0.9999", 0.9999}}};
    for (std::size_t i = 0; i < classes.classes.size(); ++i) {
        const LabelClass& one = classes.classes[i];
        const Subject subject = subjectOf(classes, one);
        const auto rows = static_cast<double>(one.rows);
        metrics.push_back(makeMetric("class-count", "", subject, rows, classes.basis));
        metrics.push_back(ratioOf(
            makeMetric("class-share", "", subject, stats::classShare(counts, i), classes.basis),
            one.weight, counts.total()));
        for (const auto& [variant, beta] : betas) {
            metrics.push_back(makeMetric("effective-number", variant, subject,
                stats::effectiveNumber(rows, beta), classes.basis));
        }
    }
}

void addDegrees(const LabelClasses& classes, const Subject& subject, std::vector<Metric>& metrics)
{
    const stats::ClassCounts counts = classes.counts();
    const auto add = [&](const char* id, const char* variant, base::Figure value) {
        metrics.push_back(makeMetric(id, variant, subject, std::move(value), classes.basis));
    };
    using stats::Distance;
    add("imbalance-degree", "hellinger", stats::imbalanceDegree(counts, Distance::Hellinger));
    add("imbalance-degree", "tv", stats::imbalanceDegree(counts, Distance::TotalVariation));
    add("imbalance-degree", "euclidean", stats::imbalanceDegree(counts, Distance::Euclidean));
    add("imbalance-degree", "kl", stats::imbalanceDegree(counts, Distance::KullbackLeibler));
    add("lrid", "",
        classes.basis.weights
            ? base::Figure::undefined("the statistic depends on the scale of the weights")
            : stats::lrid(counts));
    add("lrid", "per-row", stats::lridPerRow(counts));
    metrics.push_back(ratioOf(makeMetric("minority-class-fraction", "", subject,
                                  stats::minorityClassFraction(counts), classes.basis),
        static_cast<double>(counts.minorityClasses()), static_cast<double>(counts.classes())));
    add("step-imbalance", "", stats::hasStepImbalance(counts) ? 1.0 : 0.0);
    add("linear-imbalance", "", stats::hasLinearImbalance(counts) ? 1.0 : 0.0);
    const stats::ShotSplit shots = stats::shotSplit(classes.rowCounts());
    add("shot-split", "many", static_cast<double>(shots.many));
    add("shot-split", "medium", static_cast<double>(shots.medium));
    add("shot-split", "few", static_cast<double>(shots.few));
}

} // namespace

std::size_t shotOf(std::int64_t rows)
{
    const std::array<std::int64_t, 1> one{rows};
    const stats::ShotSplit shot = stats::shotSplit(stats::ClassCounts(one));
    return shot.many > 0 ? 0 : shot.medium > 0 ? 1 : shot.few > 0 ? 2 : 3;
}

stats::ClassCounts LabelClasses::counts() const
{
    std::vector<double> weights;
    for (const LabelClass& one : classes)
        weights.push_back(one.weight);
    return stats::ClassCounts(weights);
}

stats::ClassCounts LabelClasses::rowCounts() const
{
    std::vector<std::int64_t> rows;
    for (const LabelClass& one : classes)
        rows.push_back(one.rows);
    return stats::ClassCounts(rows);
}

std::vector<std::string> LabelClasses::values() const
{
    std::vector<std::string> all;
    for (const LabelClass& one : classes)
        all.push_back(one.value);
    return all;
}

counts::CellsQuestion labelQuestion(const Facts& facts)
{
    return weightedCells(facts, {counts::ValueDim{facts.roles.label->column}});
}

LabelClasses labelClasses(const Facts& facts, const counts::Cells& cells)
{
    const LabelRole& role = *facts.roles.label;
    LabelClasses classes{role.column, {}, {0, {{"missing-label", 0}}, std::nullopt}};
    for (const auto& [reason, rows] : cells.excluded)
        classes.basis.excluded[reason] += rows;

    std::map<std::string, LabelClass> byValue;
    for (const std::string& declared : role.classes) {
        const std::string value = cellText(facts.description, role.column, declared);
        byValue[value] = {value, 0, 0.0};
    }
    base::ExactSum weight;
    base::ExactSum squares;
    for (const counts::Cells::Cell& cell : cells.cells) {
        const counts::CellKey& label = cell.keys.front();
        if (!label.isValue()) {
            const bool missing = label.kind == counts::CellKey::Kind::Missing;
            classes.basis.excluded[missing ? "missing-label" : "invalid-label"] += cell.rows;
            continue;
        }
        byValue[label.text] = {label.text, cell.rows, weightOf(cell)};
        classes.basis.n += cell.rows;
        weight.add(weightOf(cell));
        squares.add(squaredWeightOf(cell));
    }
    if (!facts.roles.weight.empty())
        classes.basis.weights = weightsOf(weight.value(), squares.value());
    for (auto& [value, one] : byValue)
        classes.classes.push_back(std::move(one));
    return classes;
}

std::vector<Metric> spreadMetrics(
    const stats::ClassCounts& counts, const Subject& subject, const Basis& basis)
{
    const auto metric = [&](const char* id, const char* variant, base::Figure value) {
        return makeMetric(id, variant, subject, std::move(value), basis);
    };
    return {
        ratioOf(metric("imbalance-ratio", "", stats::imbalanceRatio(counts)), counts.largest(),
            counts.smallest()),
        metric("shannon-evenness", "", stats::shannonEvenness(counts)),
        metric("shannon-entropy", "", stats::shannonEntropy(counts)),
        metric("effective-classes", "", stats::effectiveClasses(counts)),
        metric("gini-simpson", "", stats::giniSimpson(counts)),
        metric("gini-simpson", "normalised", stats::normalisedGiniSimpson(counts)),
        metric("inverse-simpson", "", stats::inverseSimpson(counts)),
    };
}

std::vector<Metric> classMetricsOf(const LabelClasses& classes)
{
    const Subject subject{{"label", base::DataText::name(classes.column)}};
    const stats::ClassCounts counts = classes.counts();
    std::vector<Metric> metrics;
    addPerClass(classes, metrics);
    metrics.push_back(ratioOf(
        makeMetric("minority-share", "", subject, stats::minorityShare(counts), classes.basis),
        counts.smallest(), counts.total()));
    for (Metric& metric : spreadMetrics(counts, subject, classes.basis))
        metrics.push_back(std::move(metric));
    addDegrees(classes, subject, metrics);
    return metrics;
}

} // namespace cupel::audits
