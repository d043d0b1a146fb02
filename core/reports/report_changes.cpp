#include "core/reports/report_changes.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "core/reports/stored_json.h"
#include "core/reports/subject_words.h"

namespace cupel::reports {
namespace {

using nlohmann::json;

/// Whether a report says that it was asked to cross these columns.
bool areCrossed(const json& joinedName, const json& dataset)
{
    return joinedName.is_string() && dataset.contains("asked")
        && dataset.at("asked").contains("intersection:" + joinedName.get<std::string>());
}

bool isOfCrossedColumns(const json& subject, const json& dataset)
{
    return areCrossed(subject.value("column", json()), dataset)
        || areCrossed(subject.value("columns", json()), dataset);
}

enum class JoinedNames { AsTheyAre, InWords };

/// "column sex, group Female".
std::string subjectLine(const json& subject, JoinedNames joined)
{
    std::string line;
    for (const auto& [key, value] : subject.items()) {
        if (key == "dataset" || value.is_null())
            continue;
        std::string text = value.is_string() ? value.get<std::string>() : value.dump();
        if (joined == JoinedNames::InWords && isJoinedName(key))
            text = crossedWords(text);
        line += (line.empty() ? "" : ", ") + key + " " + text;
    }
    return line;
}

/// Each with all that names it, in the order of the report; the values are in `after`.
std::vector<std::pair<std::string, MetricChange>> figuresOf(const json& dataset)
{
    std::vector<std::pair<std::string, MetricChange>> figures;
    for (const json& audit : dataset.at("audits")) {
        for (const json& metric : audit.at("metrics")) {
            MetricChange one;
            one.audit = audit.at("id").get<std::string>();
            one.id = metric.at("id").get<std::string>();
            one.variant = metric.at("variant").get<std::string>();
            const json& subject = metric.at("subject");
            one.subject = subjectLine(subject, JoinedNames::AsTheyAre);
            one.words = isOfCrossedColumns(subject, dataset)
                ? subjectLine(subject, JoinedNames::InWords)
                : one.subject;
            one.after = storedFigure(metric.at("value"));
            one.nAfter = metric.at("n").get<std::int64_t>();
            figures.emplace_back(
                json::array({one.audit, metric.at("ref"), one.id, one.variant, subject})
                    .dump(-1, ' ', false, json::error_handler_t::replace),
                std::move(one));
        }
    }
    return figures;
}

double sizeOf(const MetricChange& change)
{
    if (!change.before || !change.after)
        return std::numeric_limits<double>::infinity();
    const double difference = std::fabs(*change.after - *change.before);
    const double largest = std::max(std::fabs(*change.before), std::fabs(*change.after));
    return largest <= 1.0 || std::isinf(largest) ? difference : difference / largest;
}

void compareMetrics(const json& old, const json& now, DatasetChange& change)
{
    // Figures about values that a report hides have one name: they follow each other in order.
    std::map<std::string, std::deque<MetricChange>> before;
    for (auto& [key, figure] : figuresOf(old))
        before[key].push_back(std::move(figure));
    for (auto& [key, figure] : figuresOf(now)) {
        const auto found = before.find(key);
        if (found == before.end()) {
            ++change.metricsOnlyAfter;
            continue;
        }
        ++change.metricsCompared;
        figure.before = found->second.front().after;
        figure.nBefore = found->second.front().nAfter;
        found->second.pop_front();
        if (found->second.empty())
            before.erase(found);
        if (figure.before != figure.after)
            change.metrics.push_back(std::move(figure));
    }
    for (const auto& [key, figures] : before)
        change.metricsOnlyBefore += static_cast<std::int64_t>(figures.size());
    std::stable_sort(change.metrics.begin(), change.metrics.end(),
        [](const MetricChange& a, const MetricChange& b) { return sizeOf(a) > sizeOf(b); });
}

std::string textOf(const json& member)
{
    return member.is_string() ? member.get<std::string>() : std::string();
}

void compareColumns(const json& old, const json& now, DatasetChange& change)
{
    using What = ColumnChange::What;
    std::map<std::string, std::pair<std::string, std::string>> before;
    for (const json& column : old.at("columns")) {
        before[column.at("name").get<std::string>()]
            = {textOf(column.at("type")), textOf(column.at("role"))};
    }
    std::set<std::string> names;
    for (const json& column : now.at("columns")) {
        const auto name = column.at("name").get<std::string>();
        const std::string type = textOf(column.at("type"));
        const std::string role = textOf(column.at("role"));
        names.insert(name);
        const auto found = before.find(name);
        if (found == before.end()) {
            change.columns.push_back({What::Added, name, "", type});
            continue;
        }
        if (found->second.first != type)
            change.columns.push_back({What::Type, name, found->second.first, type});
        if (found->second.second != role)
            change.columns.push_back({What::Role, name, found->second.second, role});
    }
    for (const json& column : old.at("columns")) {
        const auto name = column.at("name").get<std::string>();
        if (!names.contains(name))
            change.columns.push_back({What::Removed, name, before[name].first, ""});
    }
}

/// None where a report does not say it.
std::optional<ContentsChange::Side> contentsOf(const json& column)
{
    if (!column.contains("rows") || !column.contains("missing") || !column.contains("distinct"))
        return std::nullopt;
    const json& distinct = column.at("distinct");
    const auto whole = [](const json& number) {
        // A fraction is none, and is no report.
        return number.get_ref<const json::number_integer_t&>();
    };
    return ContentsChange::Side{whole(column.at("rows")), whole(column.at("missing")),
        whole(distinct.at("value")), distinct.at("exact").get<bool>()};
}

void compareContents(const json& old, const json& now, DatasetChange& change)
{
    std::map<std::string, ContentsChange::Side> before;
    for (const json& column : old.at("columns")) {
        if (const auto side = contentsOf(column))
            before[column.at("name").get<std::string>()] = *side;
    }
    for (const json& column : now.at("columns")) {
        const auto found = before.find(column.at("name").get<std::string>());
        const auto side = contentsOf(column);
        if (!side || found == before.end())
            continue;
        const ContentsChange::Side& was = found->second;
        if (was.missing != side->missing || was.rows != side->rows
            || was.distinct != side->distinct)
            change.contents.push_back({found->first, was, *side});
    }
}

DatasetChange changeOf(const json& old, const json& now)
{
    DatasetChange change;
    change.name = now.at("name").get<std::string>();
    const json& inputBefore = old.at("inputs").at(0);
    const json& inputAfter = now.at("inputs").at(0);
    change.hashBefore = inputBefore.at("hash").get<std::string>();
    change.hashAfter = inputAfter.at("hash").get<std::string>();
    change.rowsBefore = inputBefore.at("rows").get<std::int64_t>();
    change.rowsAfter = inputAfter.at("rows").get<std::int64_t>();
    compareColumns(old, now, change);
    compareContents(old, now, change);
    compareMetrics(old, now, change);
    return change;
}

} // namespace

base::Result<ReportChanges> compareReports(std::string_view old, const std::string& oldName,
    std::string_view now, const std::string& nowName)
{
    const auto before = readBaseline(old, oldName);
    if (!before)
        return before.error();
    auto after = readBaseline(now, nowName);
    if (!after)
        return after.error();
    if (auto same = checkDatasets(*before, after->datasets); !same)
        return same.error();
    ReportChanges changes;
    changes.findings = compare(*before, *after);
    changes.now = std::move(*after);
    try {
        const auto oldReport = parseReport(old, oldName);
        const auto nowReport = parseReport(now, nowName);
        if (!oldReport || !nowReport)
            return !oldReport ? oldReport.error() : nowReport.error();
        for (const json& dataset : nowReport->at("datasets")) {
            for (const json& other : oldReport->at("datasets")) {
                if (other.at("name") == dataset.at("name"))
                    changes.datasets.push_back(changeOf(other, dataset));
            }
        }
    } catch (const json::exception&) {
        return notAReport(nowName, "a member is missing or of another type");
    }
    return changes;
}

} // namespace cupel::reports
