#include "core/reports/json_parts.h"

#include <nlohmann/json.hpp>

#include "core/card/completeness.h"
#include "core/reports/asked.h"

namespace cupel::reports {
namespace {

using Json = nlohmann::ordered_json;

Json orNull(const std::string& text)
{
    return text.empty() ? Json(nullptr) : Json(text);
}

Json orNull(const std::optional<double>& number)
{
    return number ? numberJson(*number) : Json(nullptr);
}

Json subjectJson(const findings::Subject& subject, const PrivacyView& view, Json json)
{
    for (const auto& [key, text] : subject)
        json[key] = view.show(text);
    return json;
}

Json intervalJson(const std::optional<base::Interval>& interval)
{
    if (!interval)
        return nullptr;
    return {{"level", interval->level}, {"low", numberJson(interval->low)},
        {"high", numberJson(interval->high)}, {"method", interval->method}};
}

Json metricJson(const audits::Metric& metric, const PrivacyView& view)
{
    Json json{{"ref", metric.ref}, {"id", metric.id}, {"variant", metric.variant},
        {"subject", subjectJson(metric.subject, view, Json::object())},
        {"value", figureJson(metric.value)}, {"undefined", orNull(metric.value.reason())},
        {"numerator", orNull(metric.numerator)}, {"denominator", orNull(metric.denominator)},
        {"n", metric.n}, {"excluded", metric.excluded},
        {"interval", intervalJson(metric.interval)}};
    if (metric.weights) {
        json["weights"] = {{"sum", numberJson(metric.weights->sum)},
            {"effectiveN", numberJson(metric.weights->effectiveN)}};
    }
    return json;
}

Json cellJson(const audits::ResultTable::Cell& cell, const PrivacyView& view)
{
    if (const auto* rows = std::get_if<std::int64_t>(&cell))
        return *rows;
    if (const auto* number = std::get_if<double>(&cell))
        return numberJson(*number);
    if (const auto* text = std::get_if<base::DataText>(&cell))
        return view.show(*text);
    if (const auto* own = std::get_if<std::string>(&cell))
        return *own;
    return nullptr;
}

Json tableJson(const audits::ResultTable& table, const PrivacyView& view)
{
    Json rows = Json::array();
    for (const auto& row : table.rows) {
        Json cells = Json::array();
        for (const auto& cell : row)
            cells.push_back(cellJson(cell, view));
        rows.push_back(std::move(cells));
    }
    return {{"id", table.id}, {"title", view.show(table.title)}, {"columns", table.columns},
        {"rows", std::move(rows)}};
}

const char* chartKind(charts::ChartSpec::Kind kind)
{
    switch (kind) {
    case charts::ChartSpec::Kind::Bar:
        return "bar";
    case charts::ChartSpec::Kind::DotInterval:
        return "dot-interval";
    case charts::ChartSpec::Kind::Histogram:
        break;
    }
    return "histogram";
}

Json parameterJson(const audits::AuditResult::Parameter& parameter, const PrivacyView& view)
{
    if (const auto* whole = std::get_if<std::int64_t>(&parameter))
        return *whole;
    if (const auto* number = std::get_if<double>(&parameter))
        return numberJson(*number);
    if (const auto* own = std::get_if<std::string>(&parameter))
        return *own;
    return view.show(std::get<base::DataText>(parameter));
}

/// Fields that are needed or answered, each with the places of its answers.
Json cardJson(const card::Card& card)
{
    Json fields = Json::array();
    for (const card::FieldValue& field : card.fields) {
        if (!field.isNeeded && field.state == card::State::Absent)
            continue;
        Json sources = Json::array();
        for (const card::Answer& answer : field.answers)
            sources.push_back(answer.source());
        fields.push_back({{"key", field.key}, {"state", card::stateName(field.state)},
            {"source", sources.empty() ? Json(nullptr) : sources.front()},
            {"sources", std::move(sources)}});
    }
    return {
        {"completeness", figureJson(card::completeness(card).card)}, {"fields", std::move(fields)}};
}

/// A filter keeps no order of members, so that it has one form wherever it is written.
Json filterJson(const counts::Filter& filter)
{
    return Json::parse(
        counts::toJson(filter).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

} // namespace

Json auditJson(const AuditReport& audit, const std::string& dataset, const PrivacyView& view)
{
    const audits::AuditResult& result = audit.result;
    Json parameters = Json::object();
    for (const auto& [name, value] : result.parameters)
        parameters[name] = parameterJson(value, view);
    Json metrics = Json::array();
    for (const audits::Metric& metric : result.metrics)
        metrics.push_back(metricJson(metric, view));
    Json tables = Json::array();
    for (const audits::ResultTable& table : result.tables)
        tables.push_back(tableJson(table, view));
    Json charts = Json::array();
    for (const charts::ChartSpec& chart : result.charts)
        charts.push_back(
            {{"id", chart.id}, {"kind", chartKind(chart.kind)}, {"table", chart.table}});
    Json findings = Json::array();
    for (const findings::Finding& finding : result.findings)
        findings.push_back(finding.id(dataset));
    return {{"id", audit.id}, {"outcome", outcomeName(result.outcome)},
        {"reason", orNull(result.reason)}, {"parameters", std::move(parameters)},
        {"metrics", std::move(metrics)}, {"tables", std::move(tables)},
        {"charts", std::move(charts)}, {"findings", std::move(findings)}};
}

Json findingJson(
    const findings::Finding& finding, const DatasetReport& dataset, const PrivacyView& view)
{
    Json measure = nullptr;
    if (finding.measure) {
        measure = {{"name", finding.measure->name}, {"value", figureJson(finding.measure->value)},
            {"interval", intervalJson(finding.measure->interval)}};
    }
    Json limit = nullptr;
    if (finding.limit) {
        limit = {{"op", finding.limit->op}, {"value", numberJson(finding.limit->value)},
            {"origin", finding.limit->origin}};
    }
    if (const auto& texts = finding.comparison) {
        measure
            = {{"name", texts->name}, {"value", view.show(texts->found)}, {"interval", nullptr}};
        limit = {{"op", "="}, {"value", view.show(texts->expected)}, {"origin", texts->origin}};
    }
    Json evidence = Json::array();
    for (const findings::DocumentEvidence& place : finding.documents) {
        evidence.push_back({{"kind", "document"}, {"file", place.file},
            {"line", place.line == 0 ? Json(nullptr) : Json(place.line)}});
    }
    for (const findings::RowEvidence& rows : finding.evidence) {
        const bool isShown = view.showsFilter(rows, dataset);
        evidence.push_back(
            {{"kind", "rows"}, {"filter", isShown ? filterJson(rows.filter) : Json(nullptr)},
                {"text", isShown ? counts::describe(rows.filter) : std::string(kHiddenText)},
                {"count", rows.count}});
    }
    Json json{{"id", finding.id(dataset.name)}, {"rule", finding.rule},
        {"kind", findings::kindName(finding.kind)}, {"level", findings::levelName(finding.level)},
        {"subject", subjectJson(finding.subject, view, {{"dataset", dataset.name}})},
        {"measure", std::move(measure)}, {"limit", std::move(limit)},
        {"message", view.show(finding.message)}, {"remedy", view.show(finding.remedy)},
        {"evidence", std::move(evidence)}};
    if (finding.baseline)
        json["baselineState"] = findings::baselineStateName(*finding.baseline);
    if (const auto& waived = finding.waived) {
        json["waiver"] = {{"reason", view.show(waived->reason)},
            {"owner", view.show(waived->owner)}, {"until", waived->until}};
    }
    return json;
}

Json entryJson(const Baseline::Entry& entry)
{
    return {{"id", entry.id}, {"rule", entry.rule}, {"dataset", entry.dataset},
        {"kind", findings::kindName(entry.kind)}, {"level", findings::levelName(entry.level)},
        {"message", entry.message}};
}

Json baselineJson(const BaselineDiff& diff)
{
    using findings::BaselineState;
    Json counts = Json::object();
    for (const BaselineState state :
        {BaselineState::New, BaselineState::Worse, BaselineState::Better, BaselineState::Unchanged})
        counts[std::string(findings::baselineStateName(state))] = diff.count(state);
    counts["fixed"] = diff.fixed.size();
    counts["notChecked"] = diff.notChecked.size();
    const auto listed = [](const std::vector<Baseline::Entry>& entries) {
        Json list = Json::array();
        for (const Baseline::Entry& entry : entries)
            list.push_back(entryJson(entry));
        return list;
    };
    return {{"file", diff.file}, {"onlyNew", diff.onlyNew}, {"counts", std::move(counts)},
        {"fixed", listed(diff.fixed)}, {"notChecked", listed(diff.notChecked)}};
}

std::string policyName(const findings::Policy& policy)
{
    return policy.file.empty() ? "default" : policy.file + " " + policy.hash;
}

Json policyLineJson(const findings::PolicyLine& line, const PrivacyView& view)
{
    Json scope = nullptr;
    if (!line.scope.isEmpty()) {
        scope = Json::object();
        if (!line.scope.dataset.empty())
            scope["dataset"] = line.scope.dataset;
        if (!line.scope.column.empty())
            scope["column"] = line.scope.column;
        if (!line.scope.group.empty())
            scope["group"] = view.show(base::DataText::roleValue(line.scope.group, kEnoughRows));
        if (!line.scope.split.empty())
            scope["split"] = view.show(base::DataText::roleValue(line.scope.split, kEnoughRows));
    }
    Json value;
    if (const auto* number = std::get_if<double>(&line.value))
        value = numberJson(*number);
    else
        std::visit([&value](const auto& its) { value = its; }, line.value);
    return {{"key", line.key}, {"for", std::move(scope)}, {"value", std::move(value)},
        {"origin", line.origin}};
}

Json inputJson(const DatasetReport& dataset)
{
    const readers::ImportReport& input = dataset.input;
    const readers::CsvOptions& options = dataset.options;
    Json rejected = Json::array();
    for (const readers::RejectedRow& row : input.rejected)
        rejected.push_back({{"line", row.line}, {"reason", row.reason}});
    Json tolerated = Json::array();
    for (const readers::ToleratedRow& row : input.tolerated)
        tolerated.push_back({{"line", row.line}, {"column", row.column}, {"reason", row.reason}});
    Json missing = Json::object();
    if (!options.nullTokens.empty())
        missing["*"] = options.nullTokens;
    for (const auto& [column, tokens] : options.nullTokensByColumn)
        missing[column] = tokens;
    Json types = Json::object();
    for (const auto& [column, type] : options.types)
        types[column] = table::typeName(type);
    const auto& bytes = input.accounted;
    return {{"file", input.file}, {"bytes", input.bytes}, {"hash", input.hash},
        {"encoding", input.encoding},
        {"dialect",
            {{"delimiter", input.dialect.delimiter},
                {"quote", input.dialect.quote == '\0' ? "" : std::string(1, input.dialect.quote)},
                {"header", input.dialect.hasHeader}}},
        {"options",
            {{"names", options.names}, {"missing", std::move(missing)},
                {"types", std::move(types)}}},
        {"accounted",
            {{"bom", bytes.bom}, {"header", bytes.header}, {"rows", bytes.rows},
                {"blank", bytes.blank}, {"rejected", bytes.rejected}}},
        {"rows", input.rows}, {"blankLines", input.blankLines},
        {"rejectedRows", input.rejectedRows}, {"rejected", std::move(rejected)},
        {"toleratedRows", input.toleratedRows}, {"tolerated", std::move(tolerated)},
        {"renamedColumns", input.renamedColumns}};
}

Json datasetJson(const DatasetReport& dataset, const PrivacyView& view)
{
    Json where = nullptr;
    if (!dataset.whereText.empty()) {
        where = {{"text", view.show(dataset.whereData())}, {"rows", dataset.whereRows}};
    }
    Json splits = Json::array();
    for (const SplitReport& split : dataset.splits)
        splits.push_back({{"name", view.show(split.name)}, {"rows", split.rows}});
    Json columns = Json::array();
    for (const counts::ColumnDescription& column : dataset.description.columns)
        columns.push_back(columnJson(column, dataset.roles.roleOf(column.name), view));
    Json proposals = Json::array();
    for (const audits::Proposal& proposal : dataset.proposals) {
        proposals.push_back({{"column", proposal.column}, {"role", proposal.role},
            {"value", orNull(proposal.value)}, {"rows", proposal.rows},
            {"reason", proposal.reason}});
    }
    Json audits = Json::array();
    for (const AuditReport& audit : dataset.audits)
        audits.push_back(auditJson(audit, dataset.name, view));
    Json documents = Json::array();
    for (const documents::Document& document : dataset.documents->documents) {
        documents.push_back({{"file", view.show(base::DataText::name(document.file))},
            {"kind", documents::kindName(document.kind)}});
    }
    Json json{{"name", dataset.name}, {"inputs", Json::array({inputJson(dataset)})},
        {"where", std::move(where)}, {"splits", std::move(splits)}, {"columns", std::move(columns)},
        {"proposals", std::move(proposals)}, {"audits", std::move(audits)},
        {"documents", std::move(documents)}, {"licenses", licensesJson(dataset, view)}};
    json["card"] = dataset.card ? cardJson(*dataset.card) : Json(nullptr);
    json["asked"] = Json::object();
    for (const auto& [key, text] : askedOf(dataset, view))
        json["asked"][key] = text;
    return json;
}

} // namespace cupel::reports
