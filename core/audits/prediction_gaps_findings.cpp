#include "core/audits/gap_findings.h"
#include "core/audits/prediction_gaps.h"
#include "core/audits/wording.h"
#include "core/base/number.h"

#include <algorithm>

namespace cupel::audits {

namespace {

using findings::Finding;
using findings::Level;
using stats::ConfusionRate;

/// More values than this are not listed in a filter one by one.
constexpr std::size_t kMostListed = 20;

/// Whether a row has the positive value, another one, or any.
enum class Wanted { Positive, Other, Any };

/// Rows by the value of a column: its positive one, or all others that occur.
counts::Filter byValue(const counts::Filter& filter, const std::string& column,
    const std::string& positive, const std::map<std::string, std::int64_t>& values, Wanted wanted)
{
    if (wanted == Wanted::Positive)
        return narrowed(filter, counts::ValueDim{column}, {positive});
    std::vector<std::string> listed;
    for (const auto& [value, rows] : values) {
        if (wanted == Wanted::Any || value != positive)
            listed.push_back(value);
    }
    if (listed.size() <= kMostListed)
        return narrowed(filter, counts::ValueDim{column}, listed);
    const counts::RecodeDim recode{column, {{positive, "positive"}}, "other"};
    return narrowed(filter, recode,
        wanted == Wanted::Any ? std::vector<std::string>{"positive", "other"}
                              : std::vector<std::string>{"other"});
}

bool excludes(const PredictionCounts& counts, const std::string& reason)
{
    const auto found = counts.excluded.find(reason);
    return found != counts.excluded.end() && found->second > 0;
}

counts::Filter byLabel(
    const PredictionComparison& comparison, const counts::Filter& filter, Wanted wanted)
{
    const PredictionCounts& counts = comparison.counts;
    const std::string& column = comparison.facts.roles.label->column;
    if (wanted == Wanted::Any && !excludes(counts, "invalid-label")) {
        return excludes(counts, "missing-label")
            ? narrowed(filter, counts::MissingDim{column}, {"present"})
            : filter;
    }
    return byValue(filter, column, counts.positive, counts.labels, wanted);
}

counts::Filter byPrediction(
    const PredictionComparison& comparison, const counts::Filter& filter, Wanted wanted)
{
    const PredictionCounts& counts = comparison.counts;
    const PredictionSource& source = counts.source;
    if (source.threshold) {
        std::vector<std::string> cells;
        for (const char* cell : {"false", "true"}) {
            if (wanted == Wanted::Any || (cell == source.positive) == (wanted == Wanted::Positive))
                cells.emplace_back(cell);
        }
        return narrowed(filter, source.dim, cells);
    }
    if (wanted == Wanted::Any && !excludes(counts, "invalid-prediction")) {
        return excludes(counts, "missing-prediction")
            ? narrowed(filter, counts::MissingDim{source.column}, {"present"})
            : filter;
    }
    return byValue(filter, source.column, source.positive, counts.predictions, wanted);
}

/// Rows of a group by label and prediction.
counts::Filter rowsOf(
    const PredictionComparison& comparison, const Group& group, Wanted label, Wanted prediction)
{
    counts::Filter filter = byPrediction(
        comparison, byLabel(comparison, countedRows(comparison.facts), label), prediction);
    for (std::size_t i = 0; i < group.parts.size(); ++i) {
        filter = narrowed(filter,
            groupDim(groupRole(comparison.facts.roles, comparison.counts.columns[i])),
            {group.parts[i]});
    }
    return filter;
}

/// One rule about one rate.
struct RateRule {
    const char* rule;
    const char* measure;
    const char* words; ///< "true-positive rate"
    ConfusionRate rate;
    Level clear;
    Level unclear;
    bool openWhenUnjudged;
    const char* remedy;
};

const std::vector<RateRule>& rateRules()
{
    static const std::vector<RateRule> rules{
        {"fairness.true-positive-rate-gap", "equal-opportunity-difference", "true-positive rate",
            ConfusionRate::TruePositive, Level::Error, Level::Warning, true,
            "Look at the rows that the model missed, and at how many such rows of the group it was "
            "trained on; compare thresholds per group, and document the difference."},
        {"fairness.false-positive-rate-gap", "false-positive-rate-difference",
            "false-positive rate", ConfusionRate::FalsePositive, Level::Error, Level::Warning, true,
            "Look at the rows that the model took for positive; compare thresholds per group, and "
            "document the difference."},
        {"fairness.prediction-rate-gap", "prediction-demographic-parity-difference",
            "rate of positive predictions", ConfusionRate::PredictedPositive, Level::Warning,
            Level::Note, false,
            "Compare it with the difference of the labels: where the labels differ as much, ask "
            "how they came about; where they do not, ask what the model adds."},
        {"fairness.predictive-value-gap", "predictive-parity-difference",
            "positive predictive value", ConfusionRate::PositivePredictiveValue, Level::Warning,
            Level::Note, false,
            "Compare the scores' calibration per group, and say in the documentation for whom a "
            "positive prediction is less reliable."},
    };
    return rules;
}

/// "The true-positive rate of score >= 0.5 for approved = yes".
base::Sentence rateWords(const PredictionComparison& comparison, const char* words)
{
    const PredictionSource& source = comparison.counts.source;
    std::string threshold;
    if (source.threshold) {
        threshold
            = (source.positive == "true" ? " >= " : " < ") + base::formatNumber(*source.threshold);
    }
    return sentence("The " + std::string(words) + " of ", comparison.prediction(),
        threshold + " for ", comparison.label(), " = ", comparison.positive());
}

/// The rows that show a gap: the errors of the group that has more of them, or all rows of both
/// groups where the rate is no error.
std::vector<findings::RowEvidence> evidenceOf(const PredictionComparison& comparison,
    ConfusionRate rate, const Group& lowest, const Group& highest)
{
    const auto of = [&](const Group& group, Wanted label, Wanted prediction, std::int64_t rows) {
        return findings::RowEvidence{rowsOf(comparison, group, label, prediction), rows};
    };
    switch (rate) {
    case ConfusionRate::TruePositive:
        return {of(lowest, Wanted::Positive, Wanted::Other, lowest.rows - lowest.favourableRows)};
    case ConfusionRate::FalsePositive:
        return {of(highest, Wanted::Other, Wanted::Positive, highest.favourableRows)};
    case ConfusionRate::PositivePredictiveValue:
        return {of(lowest, Wanted::Other, Wanted::Positive, lowest.rows - lowest.favourableRows)};
    default:
        return {of(lowest, Wanted::Any, Wanted::Any, lowest.rows),
            of(highest, Wanted::Any, Wanted::Any, highest.rows)};
    }
}

void add(const PredictionComparison& comparison, ConfusionRate rate,
    std::optional<JudgedGap> judged, std::vector<Finding>& all)
{
    if (!judged)
        return;
    if (judged->highest.rows > 0) {
        judged->finding.evidence = evidenceOf(comparison, rate, judged->lowest, judged->highest);
    }
    all.push_back(std::move(judged->finding));
}

} // namespace

std::vector<Finding> predictionFindings(const PredictionComparison& comparison)
{
    std::vector<Finding> all;
    const bool crossed = comparison.counts.columns.size() > 1;
    for (const RateRule& each : rateRules()) {
        GapRule rule;
        rule.rule = each.rule;
        rule.measure = each.measure;
        rule.clear = crossed ? std::min(each.clear, Level::Warning) : each.clear;
        rule.unclear = crossed ? Level::Note : each.unclear;
        rule.openWhenUnjudged = each.openWhenUnjudged;
        rule.what = rateWords(comparison, each.words);
        rule.column = columnWords(comparison.counts.columns);
        rule.remedy = each.remedy;
        const std::vector<Group> groups = comparison.of(each.rate).counts.groups;
        add(comparison, each.rate,
            judgeDifference(comparison.facts, rule, comparison.subject(), groups), all);
        if (each.rate == ConfusionRate::PredictedPositive && !crossed) {
            auto judged = judgeFourFifths(comparison.facts, "fairness.prediction-four-fifths",
                rule.what, rule.column, comparison.subject(), groups);
            if (judged && judged->finding.kind == findings::Kind::Fail)
                judged->finding.remedy = sentence(each.remedy);
            add(comparison, each.rate, std::move(judged), all);
        }
    }
    return all;
}

std::optional<Finding> strangePredictions(const PredictionComparison& comparison)
{
    const PredictionCounts& counts = comparison.counts;
    if (counts.source.threshold)
        return std::nullopt;
    std::vector<base::Sentence> names;
    std::vector<std::string> values;
    std::int64_t rows = 0;
    std::int64_t all = 0;
    const std::vector<std::string>& classes = comparison.facts.roles.label->classes;
    for (const auto& [value, count] : counts.predictions) {
        all += count;
        if (value == counts.source.positive || counts.labels.count(value) != 0
            || std::find(classes.begin(), classes.end(), value) != classes.end())
            continue;
        base::Sentence name = named(base::DataText::roleValue(value, count));
        name.emplace_back(" (" + countOf(count, "row", "rows") + ")");
        names.push_back(std::move(name));
        values.push_back(value);
        rows += count;
    }
    const findings::Subject subject{
        {"label", comparison.label()}, {"prediction", comparison.prediction()}};
    const findings::Limit limit = limitOf(comparison.facts, "fairness.prediction-values", subject);
    const double share = all == 0 ? 0.0 : static_cast<double>(rows) / static_cast<double>(all);
    if (!(share > limit.value))
        return std::nullopt;
    Finding finding = makeFinding("fairness.prediction-values", subject);
    finding.limit = limit;
    finding.measure = findings::Measure{
        "share of predictions that are no value of the label", share, std::nullopt};
    finding.message
        = sentence(countOf(static_cast<std::int64_t>(values.size()), "value", "values") + " of ",
            comparison.prediction(), " never seen in ", comparison.label(),
            ", in " + countOf(rows, "row", "rows") + " of " + base::groupedDigits(all) + " ("
                + percent(share) + ")" + shareLimitWords(limit) + ": ");
    append(finding.message, listing(names));
    finding.message.emplace_back(". They count as predictions of another value than ");
    append(finding.message, named(comparison.positive()));
    finding.message.emplace_back(".");
    finding.remedy = sentence("Write predictions and labels alike, or declare the classes of the "
                              "label in a roles file.");
    if (values.size() <= kMostListed) {
        finding.evidence.push_back(
            {narrowed(byLabel(comparison, countedRows(comparison.facts), Wanted::Any),
                 counts::ValueDim{counts.source.column}, values),
                rows});
    }
    return finding;
}

} // namespace cupel::audits
