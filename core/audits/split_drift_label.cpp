#include "core/audits/split_drift.h"

#include "core/audits/wording.h"
#include "core/base/number.h"
#include "core/stats/intervals.h"

#include <algorithm>
#include <cmath>

namespace cupel::audits {

namespace {

using findings::Finding;
using findings::Level;

/// Values of a class in a filter that are listed one by one.
constexpr std::size_t kMostListed = 20;

base::DataText labelText(const Facts& facts)
{
    return base::DataText::name(facts.roles.label->column);
}

std::int64_t rowsOfClass(const Distribution& label, std::size_t index)
{
    std::int64_t rows = 0;
    for (const Distribution::Part& part : label.parts)
        rows += part.rowsOf[index];
    return rows;
}

base::DataText classText(const Distribution& label, std::size_t index)
{
    return base::DataText::roleValue(label.cells[index].text, rowsOfClass(label, index));
}

/// A class in a split as k of n (effective) rows.
stats::GroupCount countOfClass(const Distribution::Part& part, std::size_t index)
{
    const double n = part.effectiveRows();
    return {n, part.weight > 0.0 ? part.counts[index] / part.weight * n : 0.0, part.rows};
}

double shareOf(const Distribution::Part& part, std::size_t index)
{
    return part.counts[index] / part.weight;
}

Basis basisOf(const Facts& facts, const Distribution& label, const Distribution::Part& part)
{
    Basis basis{part.rows, label.excluded, std::nullopt};
    if (!facts.roles.weight.empty())
        basis.weights = weightsOf(part.weight, part.squaredWeights);
    return basis;
}

/// The class whose share differs most between a split and the reference; the first of equal ones.
std::size_t mostShiftedClass(const Distribution::Part& part, const Distribution::Part& reference)
{
    std::size_t most = 0;
    for (std::size_t i = 1; i < part.counts.size(); ++i) {
        if (std::fabs(shareOf(part, i) - shareOf(reference, i))
            > std::fabs(shareOf(part, most) - shareOf(reference, most)))
            most = i;
    }
    return most;
}

counts::Filter rowsIn(const Facts& facts, const std::vector<std::string>& splits,
    const std::vector<std::string>& classes)
{
    return narrowed(narrowed(countedRows(facts), counts::ValueDim{facts.roles.split}, splits),
        counts::ValueDim{facts.roles.label->column}, classes);
}

/// "37.4 % in test (310 of 829 rows)".
base::Sentence shareWords(
    const Facts& facts, const Split& split, const Distribution::Part& part, std::size_t index)
{
    base::Sentence words{percent(shareOf(part, index)) + " in "};
    append(words, named(split.text()));
    words.emplace_back((facts.roles.weight.empty() ? " (" : " (weighted; ")
        + base::groupedDigits(part.rowsOf[index]) + " of " + countOf(part.rows, "row", "rows")
        + ")");
    return words;
}

std::optional<Finding> labelShift(
    const Facts& facts, const Splits& splits, const Distribution& label, std::size_t index)
{
    const Distribution::Part& part = label.parts[index];
    const Distribution::Part& reference = label.parts.front();
    if (!(part.weight > 0.0) || !(reference.weight > 0.0))
        return std::nullopt;
    const std::size_t shifted = mostShiftedClass(part, reference);
    const double difference = shareOf(part, shifted) - shareOf(reference, shifted);
    const char* const rule = "drift.label-shift";
    const findings::Subject ofLabel{{"label", labelText(facts)}};
    const findings::Subject subject = with(ofLabel, "split", splits.splits[index].text());
    const findings::Limit limit = limitOf(facts, rule, subject);
    if (!(std::fabs(difference) > limit.value))
        return std::nullopt;
    stats::GroupCount high = countOfClass(part, shifted);
    stats::GroupCount low = countOfClass(reference, shifted);
    if (difference < 0.0)
        std::swap(high, low);
    const auto interval = stats::newcombe(
        high.favourable, high.n, low.favourable, low.n, intervalLevel(facts, rule, subject));
    Finding finding = makeFinding(rule, subject);
    finding.limit = limit;
    finding.measure = findings::Measure{
        "largest difference of a class's share", std::fabs(difference), interval};
    if (!interval || !(interval->low > limit.value))
        finding.level = Level::Note;
    finding.message = sentence("The share of ", labelText(facts), " = ", classText(label, shifted),
        " differs by " + shortNumber(std::fabs(difference)) + ": ");
    append(finding.message, shareWords(facts, splits.splits[index], part, shifted));
    finding.message.emplace_back(", ");
    append(finding.message, shareWords(facts, splits.splits.front(), reference, shifted));
    if (interval)
        finding.message.emplace_back("; " + intervalWords(interval));
    finding.message.emplace_back(limitWords(limit) + ".");
    finding.remedy = sentence("Find out how rows came into the splits; split by class (stratified) "
                              "or say in the documentation that the split follows something else, "
                              "such as time.");
    const std::vector<std::int64_t> minimums = minimumsOf(facts, splits, rule, ofLabel);
    const bool isSmallPart = isSmall(part, minimums[index]);
    if (isSmallPart || isSmall(reference, minimums.front())) {
        finding.kind = findings::Kind::Open;
        finding.level = Level::None;
        finding.message.emplace_back(" Not enough evidence: a split has under "
            + std::to_string(minimums[isSmallPart ? index : 0]) + " rows.");
    }
    if (part.rowsOf[shifted] > 0) {
        finding.evidence.push_back(
            {rowsIn(facts, {splits.splits[index].name}, {label.cells[shifted].text}),
                part.rowsOf[shifted]});
    }
    return finding;
}

/// Classes that some split has and another, large enough one, has not.
std::optional<Finding> absentClasses(
    const Facts& facts, const Splits& splits, const Distribution& label)
{
    const char* const rule = "drift.class-absent";
    const findings::Subject subject{{"label", labelText(facts)}};
    const std::vector<std::int64_t> minimums = minimumsOf(facts, splits, rule, subject);
    std::vector<base::Sentence> absences;
    std::vector<std::string> classes;
    std::int64_t tooFew = 0; ///< rows that no split without a class reaches
    bool onlySmall = true;
    bool fromReference = false;
    for (std::size_t c = 0; c < label.cells.size(); ++c) {
        base::Sentence where;
        for (std::size_t s = 0; s < label.parts.size(); ++s) {
            if (label.parts[s].rows == 0 || label.parts[s].rowsOf[c] > 0)
                continue;
            where.emplace_back(where.empty() ? " in " : " and ");
            append(where, named(splits.splits[s].text()));
            const bool isLarge = !isSmall(label.parts[s], minimums[s]);
            onlySmall = onlySmall && !isLarge;
            tooFew = std::max(tooFew, minimums[s]);
            fromReference = fromReference || (s == 0 && isLarge);
        }
        if (where.empty())
            continue;
        base::Sentence words = named(classText(label, c));
        append(words, where);
        absences.push_back(std::move(words));
        classes.push_back(label.cells[c].text);
    }
    const findings::Limit limit = limitOf(facts, rule, subject);
    const auto absent = static_cast<double>(absences.size());
    if (!(absent > limit.value))
        return std::nullopt;
    Finding finding = makeFinding(rule, subject);
    finding.limit = limit;
    finding.measure = findings::Measure{"classes absent in a split", absent, std::nullopt};
    if (!fromReference)
        finding.level = Level::Note;
    finding.message
        = sentence(countOf(static_cast<std::int64_t>(absences.size()), "class", "classes") + " of ",
            labelText(facts), " without a row in some split" + limitWords(limit) + ": ");
    append(finding.message, listing(absences));
    finding.message.emplace_back(".");
    finding.remedy = sentence("Split by class (stratified), or say in the documentation which "
                              "classes are not learned or not tested.");
    if (onlySmall) {
        finding.kind = findings::Kind::Open;
        finding.level = Level::None;
        finding.message.emplace_back(" Not enough evidence: the splits without them have under "
            + std::to_string(tooFew) + " rows.");
    }
    if (classes.size() <= kMostListed) {
        std::vector<std::string> names;
        std::int64_t rows = 0;
        for (const Split& split : splits.splits)
            names.push_back(split.name);
        for (std::size_t c = 0; c < label.cells.size(); ++c) {
            if (std::find(classes.begin(), classes.end(), label.cells[c].text) != classes.end())
                rows += rowsOfClass(label, c);
        }
        finding.evidence.push_back({rowsIn(facts, names, classes), rows});
    }
    return finding;
}

} // namespace

void addLabel(
    const Facts& facts, const Splits& splits, const Distribution& label, AuditResult& result)
{
    ResultTable table{"classes-by-split", {"Classes of ", labelText(facts), " by split"},
        {"split", "class", "rows", "share"}, {}};
    for (std::size_t s = 0; s < label.parts.size(); ++s) {
        const Distribution::Part& part = label.parts[s];
        for (std::size_t c = 0; c < label.cells.size(); ++c) {
            table.rows.push_back({splits.splits[s].text(), classText(label, c), part.rowsOf[c],
                part.weight > 0.0 ? ResultTable::Cell(shareOf(part, c)) : ResultTable::Cell()});
        }
    }
    charts::ChartSpec chart{table.id, charts::ChartSpec::Kind::Bar, table.id, "share"};
    chart.unit = charts::ChartSpec::Unit::Share;
    chart.order = charts::ChartSpec::Order::OfTable;
    chart.axis = {std::string("share of the split's rows")};
    result.charts.push_back(std::move(chart));
    result.tables.push_back(std::move(table));
    if (!facts.roles.label->favourable)
        return;

    const std::string favourable
        = cellText(facts.description, facts.roles.label->column, *facts.roles.label->favourable);
    const auto found
        = std::find(label.cells.begin(), label.cells.end(), counts::CellKey::value(favourable));
    const auto index = static_cast<std::size_t>(found - label.cells.begin());
    const bool occurs = found != label.cells.end();
    const findings::Subject about{{"label", labelText(facts)},
        {"favourable", occurs ? classText(label, index) : base::DataText::name(favourable)}};
    std::vector<base::Figure> rates;
    Basis all{0, label.excluded, std::nullopt};
    double weight = 0.0;
    double squares = 0.0;
    for (std::size_t s = 0; s < label.parts.size(); ++s) {
        const Distribution::Part& part = label.parts[s];
        findings::Subject subject = about;
        subject.emplace_back("split", splits.splits[s].text());
        const double k = occurs ? part.counts[index] : 0.0;
        const base::Figure rate = stats::baseRate({part.weight, k, part.rows});
        Metric metric = makeMetric(
            "base-rate", "overall", std::move(subject), rate, basisOf(facts, label, part));
        metric.numerator = k;
        metric.denominator = part.weight;
        if (occurs) {
            const stats::GroupCount effective = countOfClass(part, index);
            metric.interval
                = stats::wilson(effective.favourable, effective.n, facts.parameters.level);
        }
        result.metrics.push_back(std::move(metric));
        rates.push_back(rate);
        all.n += part.rows;
        weight += part.weight;
        squares += part.squaredWeights;
    }
    if (!facts.roles.weight.empty())
        all.weights = weightsOf(weight, squares);
    addChanges("base-rate-change", about, rates, all, result);
}

std::vector<Finding> labelFindings(
    const Facts& facts, const Splits& splits, const Distribution& label)
{
    std::vector<Finding> all;
    if (label.cells.empty())
        return all;
    for (std::size_t s = 1; s < label.parts.size(); ++s) {
        if (auto finding = labelShift(facts, splits, label, s))
            all.push_back(std::move(*finding));
    }
    if (auto finding = absentClasses(facts, splits, label))
        all.push_back(std::move(*finding));
    return all;
}

} // namespace cupel::audits
