#include "core/pipeline/catalog_records.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "core/base/hash.h"
#include "core/documents/document.h"
#include "core/reports/json_parts.h"
#include "core/reports/json_report.h"
#include "core/reports/json_text.h"
#include "core/reports/privacy.h"
#include "core/reports/report_archive.h"

namespace cupel::pipeline {
namespace {

using Json = nlohmann::ordered_json;

const reports::PrivacyView& everything()
{
    static const reports::PrivacyView view{reports::PrivacyRule(reports::Privacy::Full)};
    return view;
}

std::optional<double> known(const base::Figure& figure)
{
    return figure.isDefined() ? std::optional(figure.value()) : std::nullopt;
}

catalog::ColumnInfo columnOf(const counts::ColumnDescription& column, const audits::Roles& roles)
{
    const table::ColumnProfile& profile = column.profile;
    catalog::ColumnInfo info;
    info.name = column.name;
    info.type = table::typeName(column.type);
    info.role = roles.roleOf(column.name);
    info.missing = profile.missing;
    info.notOfType = profile.notOfType;
    info.distinct = profile.distinct.value;
    info.distinctIsExact = profile.distinct.exact;
    if (profile.numbers) {
        const table::NumberSummary& numbers = *profile.numbers;
        info.numbers = catalog::ColumnInfo::Numbers{numbers.n, numbers.min, numbers.max,
            known(numbers.mean), known(numbers.std), numbers.quantiles};
    }
    for (const table::ValueCount& value : profile.top)
        info.top.push_back({value.value, value.count});
    return info;
}

std::vector<catalog::RoleInfo> rolesOf(const audits::Roles& roles)
{
    std::vector<catalog::RoleInfo> infos;
    if (roles.label) {
        infos.push_back({"label", roles.label->column, roles.label->favourable.value_or(""),
            reports::jsonLine(
                {{"positive", roles.label->positive ? Json(*roles.label->positive) : Json(nullptr)},
                    {"classes", roles.label->classes}})});
    }
    for (const audits::GroupRole& group : roles.groups) {
        infos.push_back({"group", group.column, group.reference.value_or(""),
            group.bins.empty() ? "" : reports::jsonLine({{"bins", group.bins}})});
    }
    for (const std::vector<std::string>& crossed : roles.intersections)
        infos.push_back({"intersection", crossed.front(), crossed.back(), ""});
    const std::pair<const char*, const std::string*> single[]{{"prediction", &roles.prediction},
        {"score", &roles.score}, {"weight", &roles.weight}, {"id", &roles.id},
        {"split", &roles.split}, {"stratum", &roles.stratum}, {"time-window", &roles.timeWindow}};
    for (const auto& [role, column] : single) {
        if (!column->empty())
            infos.push_back({role, *column, "", ""});
    }
    for (const auto& [column, role] : roles.other)
        infos.push_back({role, column, "", ""});
    for (const std::string& use : roles.use)
        infos.push_back({"use", "", use, ""});
    return infos;
}

catalog::DocumentInfo documentOf(const documents::Document& document)
{
    return {std::string(documents::kindName(document.kind)), document.file,
        static_cast<std::int64_t>(document.bytes),
        base::hex(base::digest128(document.text.data(), document.text.size())),
        static_cast<std::int64_t>(document.problems.size())};
}

catalog::CardFieldInfo cardFieldOf(const card::FieldValue& field)
{
    catalog::CardFieldInfo info{
        field.key, std::string(card::stateName(field.state)), field.reason, field.isNeeded, "", ""};
    if (!field.answers.empty()) {
        info.text = everything().showWhole(field.answers.front().text);
        info.source = field.answers.front().source();
    }
    return info;
}

catalog::LicenseClaimInfo claimOf(const license::Claim& claim)
{
    return {std::string(license::claimKindName(claim.kind)), claim.source,
        static_cast<std::int64_t>(claim.line), claim.raw, claim.meaning.expression, claim.covers};
}

catalog::VerdictCounts verdictOf(const reports::Verdict& verdict)
{
    return {std::string(findings::levelName(verdict.level)), verdict.errors, verdict.warnings,
        verdict.notes, verdict.reviews, verdict.open, verdict.notRun, verdict.waived};
}

catalog::MetricInfo metricOf(const audits::Metric& metric, const Json& json)
{
    catalog::MetricInfo info;
    info.ref = metric.ref;
    info.id = metric.id;
    info.variant = metric.variant;
    info.subject = reports::jsonLine(json.at("subject"));
    info.value = metric.value;
    info.numerator = metric.numerator;
    info.denominator = metric.denominator;
    info.n = metric.n;
    info.excluded = reports::jsonLine(json.at("excluded"));
    info.interval = metric.interval;
    if (metric.weights) {
        info.weightSum = metric.weights->sum;
        info.effectiveN = metric.weights->effectiveN;
    }
    return info;
}

catalog::FindingInfo findingOf(
    const findings::Finding& finding, const reports::DatasetReport& dataset)
{
    const Json json = reports::findingJson(finding, dataset, everything());
    catalog::FindingInfo info;
    info.id = finding.id(dataset.name);
    info.rule = finding.rule;
    info.kind = findings::kindName(finding.kind);
    info.level = findings::levelName(finding.level);
    info.subject = reports::jsonLine(json.at("subject"));
    info.message = everything().show(finding.message);
    info.remedy = everything().show(finding.remedy);
    if (finding.measure)
        info.measure = catalog::FindingInfo::Measure{
            finding.measure->name, finding.measure->value, finding.measure->interval};
    if (finding.limit)
        info.limit = catalog::FindingInfo::Limit{
            finding.limit->op, finding.limit->value, finding.limit->origin};
    if (finding.comparison) {
        info.comparison = catalog::FindingInfo::Comparison{finding.comparison->name,
            finding.comparison->found.raw(), finding.comparison->expected.raw(),
            finding.comparison->origin};
    }
    info.evidence = reports::jsonLine(json.at("evidence"));
    if (finding.waived)
        info.waiver = catalog::FindingInfo::Waiver{
            finding.waived->owner.raw(), finding.waived->reason.raw(), finding.waived->until};
    if (finding.baseline)
        info.baseline = findings::baselineStateName(*finding.baseline);
    return info;
}

} // namespace

std::string readingText(const readers::CsvOptions& options)
{
    Json types = Json::object();
    for (const auto& [column, type] : options.types)
        types[column] = table::typeName(type);
    Json missing = Json::object();
    for (const auto& [column, tokens] : options.nullTokensByColumn)
        missing[column] = tokens;
    return reports::jsonLine(
        {{"delimiter", options.delimiter ? Json(*options.delimiter) : Json(nullptr)},
            {"quote",
                options.quote ? Json(std::string(*options.quote == '\0' ? 0 : 1, *options.quote))
                              : Json(nullptr)},
            {"header", options.hasHeader}, {"names", options.names},
            {"missing", options.nullTokens}, {"missingOf", std::move(missing)},
            {"types", std::move(types)}, {"maxRowBytes", options.maxRowBytes}});
}

catalog::FileFacts fileFactsOf(
    const readers::ImportReport& input, const readers::CsvOptions& options, std::int64_t modifiedNs)
{
    catalog::FileFacts facts;
    facts.hash = input.hash;
    facts.bytes = static_cast<std::int64_t>(input.bytes);
    facts.modifiedNs = modifiedNs;
    facts.rows = static_cast<std::int64_t>(input.rows);
    facts.rejectedRows = static_cast<std::int64_t>(input.rejectedRows);
    facts.encoding = input.encoding;
    facts.delimiter = input.dialect.delimiter;
    if (input.dialect.quote != '\0')
        facts.quote = input.dialect.quote;
    facts.lineEnd = input.dialect.lineEnd;
    facts.hasHeader = input.dialect.hasHeader;
    facts.options = readingText(options);
    return facts;
}

catalog::Contents contentsOf(const reports::DatasetReport& dataset)
{
    catalog::Contents contents;
    for (const counts::ColumnDescription& column : dataset.description.columns)
        contents.columns.push_back(columnOf(column, dataset.roles));
    contents.roles = rolesOf(dataset.roles);
    for (const documents::Document& document : dataset.documents->documents)
        contents.documents.push_back(documentOf(document));
    if (dataset.card) {
        for (const card::FieldValue& field : dataset.card->fields)
            contents.cardFields.push_back(cardFieldOf(field));
    }
    for (const license::Claim& claim : dataset.licenses->claims)
        contents.licenseClaims.push_back(claimOf(claim));
    return contents;
}

catalog::Run runOf(
    const reports::Report& report, std::vector<std::int64_t> versions, catalog::Time now)
{
    catalog::Run run;
    run.info.madeAt = now;
    run.info.programVersion = reports::programVersion();
    run.info.exitCode = report.exitCode.value_or(0);
    run.info.verdict = verdictOf(report.verdict);
    run.info.reasons = report.reasons;
    for (std::size_t i = 0; i < report.datasets.size(); ++i) {
        const reports::DatasetReport& dataset = report.datasets[i];
        for (const reports::AuditReport& audit : dataset.audits) {
            const Json json = reports::auditJson(audit, dataset.name, everything());
            for (std::size_t m = 0; m < audit.result.metrics.size(); ++m) {
                catalog::MetricInfo metric
                    = metricOf(audit.result.metrics[m], json.at("metrics").at(m));
                metric.version = versions.at(i);
                metric.audit = audit.id;
                run.metrics.push_back(std::move(metric));
            }
            for (const findings::Finding& finding : audit.result.findings) {
                catalog::FindingInfo info = findingOf(finding, dataset);
                info.version = versions.at(i);
                info.audit = audit.id;
                run.findings.push_back(std::move(info));
            }
        }
    }
    run.info.versions = std::move(versions);
    run.archive = reports::archiveOf(report);
    return run;
}

} // namespace cupel::pipeline
