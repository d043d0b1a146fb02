#include "core/audits/judging.h"

#include "core/audits/metric_registry.h"
#include "core/audits/wording.h"
#include "core/base/number.h"
#include "core/findings/rule_registry.h"
#include "core/stats/intervals.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace cupel::audits {

namespace {

[[noreturn]] void endForUnregistered(const char* what, std::string_view id)
{
    std::fprintf(stderr, "cupel: an audit uses the unregistered %s \"%.*s\"\n", what,
        static_cast<int>(id.size()), id.data());
    std::abort();
}

const findings::Rule& registered(std::string_view id)
{
    const findings::Rule* rule = findings::findRule(id);
    if (!rule)
        endForUnregistered("rule", id);
    return *rule;
}

} // namespace

Metric makeMetric(std::string_view id, std::string_view variant, findings::Subject subject,
    base::Figure value, const Basis& basis)
{
    const MetricInfo* info = findMetric(id, variant);
    if (!info)
        endForUnregistered("metric", id);
    Metric metric;
    metric.ref = info->ref;
    metric.id = info->id;
    metric.variant = info->variant;
    metric.subject = std::move(subject);
    metric.value = std::move(value);
    metric.n = basis.n;
    metric.excluded = basis.excluded;
    metric.weights = basis.weights;
    return metric;
}

findings::Limit limitOf(const Facts& facts, std::string_view id, const findings::Subject& subject)
{
    return facts.parameters.policy.limit(registered(id), facts.dataset, subject);
}

std::int64_t minimumRows(const Facts& facts, std::string_view id, const findings::Subject& subject)
{
    return facts.parameters.policy.minCount(registered(id), facts.dataset, subject).value;
}

double intervalLevel(const Facts& facts, std::string_view id, const findings::Subject& subject)
{
    return facts.parameters.policy.interval(registered(id), facts.dataset, subject).value;
}

findings::Subject with(findings::Subject subject, const char* key, base::DataText text)
{
    subject.emplace_back(key, std::move(text));
    return subject;
}

std::string limitWords(const findings::Limit& limit)
{
    return " (limit " + shortNumber(limit.value) + ", " + limit.origin + ")";
}

std::string shareLimitWords(const findings::Limit& limit)
{
    return " (limit " + percent(limit.value) + ", " + limit.origin + ")";
}

findings::Finding makeFinding(std::string_view id, findings::Subject subject)
{
    findings::Finding finding;
    finding.rule = registered(id).id;
    finding.level = registered(id).level;
    finding.subject = std::move(subject);
    return finding;
}

AuditResult notApplicable(std::string reason)
{
    AuditResult result;
    result.outcome = Outcome::NotApplicable;
    result.reason = std::move(reason);
    return result;
}

AuditResult withoutDocuments()
{
    return notApplicable("no card, Croissant file or licence text beside the data: pass --card");
}

AuditResult insufficientData(std::string reason)
{
    AuditResult result;
    result.outcome = Outcome::InsufficientData;
    result.reason = std::move(reason);
    return result;
}

std::string whyNoClasses(const Facts& facts)
{
    constexpr std::int64_t kMaxClasses = 10'000;
    const counts::ColumnDescription* label = facts.description.find(facts.roles.label->column);
    if (!label || label->profile.distinct.value <= kMaxClasses)
        return {};
    return "the label has " + base::formatInteger(label->profile.distinct.value)
        + " different values: a measurement or an identifier, not classes";
}

std::string cellText(
    const counts::Description& description, const std::string& column, const std::string& value)
{
    const counts::ColumnDescription* found = description.find(column);
    if (!found || !table::isNumeric(found->type))
        return value;
    const auto number = base::parseNumber(value);
    if (!number)
        return value;
    if (number->kind == base::Number::Kind::Integer)
        return base::formatInteger(number->i);
    return number->d == 0.0 ? "0" : base::formatNumber(number->d);
}

Metric::Weights weightsOf(double sum, double sumOfSquares)
{
    const base::Figure size = stats::kishSize(sum, sumOfSquares);
    return {sum, size.isDefined() ? size.value() : 0.0};
}

counts::Filter countedRows(const Facts& facts)
{
    if (facts.roles.weight.empty())
        return facts.where;
    return narrowed(facts.where, counts::AtLeastDim{facts.roles.weight, 0.0}, {"true"});
}

counts::Filter narrowed(
    const counts::Filter& filter, counts::Dim dim, const std::vector<std::string>& values)
{
    std::vector<counts::CellKey> cells;
    for (const std::string& value : values)
        cells.push_back(counts::CellKey::value(value));
    std::sort(cells.begin(), cells.end());
    return counts::conjunction(filter, counts::Filter{{{std::move(dim), std::move(cells)}}});
}

std::vector<counts::Question> unanswered(
    std::vector<counts::Question> questions, const counts::Answers& answers)
{
    std::erase_if(questions,
        [&answers](const counts::Question& question) { return answers.contains(question); });
    return questions;
}

counts::CellsQuestion weightedCells(const Facts& facts, std::vector<counts::Dim> dims)
{
    counts::CellsQuestion question{std::move(dims), facts.where, {}, facts.roles.weight};
    if (!facts.roles.weight.empty()) {
        question.measures.push_back({counts::Measure::Kind::Weight, {}, {}, false});
        question.measures.push_back({counts::Measure::Kind::WeightSquared, {}, {}, false});
    }
    return question;
}

double weightOf(const counts::Cells::Cell& cell)
{
    return cell.sums.empty() ? static_cast<double>(cell.rows) : cell.sums[0];
}

double squaredWeightOf(const counts::Cells::Cell& cell)
{
    return cell.sums.empty() ? static_cast<double>(cell.rows) : cell.sums[1];
}

} // namespace cupel::audits
