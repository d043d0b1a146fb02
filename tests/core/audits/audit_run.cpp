#include "tests/core/audits/audit_run.h"

#include "core/base/number.h"
#include "core/counts/planner.h"
#include "core/findings/waiver.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

namespace cupel::test {

using audits::AuditResult;
using audits::Metric;
using audits::ResultTable;

counts::LiteralTable literalTable(
    const std::vector<std::string>& columns, const std::vector<std::vector<std::string>>& rows)
{
    counts::LiteralTable table;
    for (const std::string& column : columns)
        table.columns.push_back({column, std::nullopt});
    for (const std::vector<std::string>& row : rows) {
        std::vector<counts::LiteralTable::Cell> cells;
        for (const std::string& cell : row)
            cells.emplace_back(cell);
        table.rows.push_back(std::move(cells));
    }
    return table;
}

counts::LiteralTable literalTable(
    const std::vector<std::string>& columns, const std::vector<Times>& rows)
{
    std::vector<std::vector<std::string>> all;
    for (const Times& row : rows)
        all.insert(all.end(), static_cast<std::size_t>(row.times), row.cells);
    return literalTable(columns, all);
}

audits::Facts factsOf(const counts::CountSource& source, audits::Roles roles)
{
    audits::Facts facts;
    facts.dataset = "test";
    facts.description = source.describe();
    facts.roles = std::move(roles);
    return facts;
}

audits::LabelRole label(const std::string& column, const std::string& favourable)
{
    audits::LabelRole role{column, std::nullopt, std::nullopt, {}};
    if (!favourable.empty())
        role.favourable = favourable;
    return role;
}

audits::GroupRole group(const std::string& column, const std::string& reference)
{
    audits::GroupRole role{column, std::nullopt, {}};
    if (!reference.empty())
        role.reference = reference;
    return role;
}

namespace {

/// A waiver has to be able to name whatever a finding is about.
void expectCanBeWaived(const findings::Finding& finding)
{
    const auto& keys = findings::waiverSubjectKeys();
    for (const auto& [key, text] : finding.subject)
        EXPECT_NE(std::find(keys.begin(), keys.end(), key), keys.end())
            << finding.rule << ": " << key;
}

} // namespace

AuditResult runAudit(
    const std::string& id, const counts::CountSource& source, const audits::Facts& facts)
{
    const audits::Audit* audit = audits::findAudit(id);
    if (!audit)
        throw std::runtime_error("no audit " + id);
    counts::Answers answers;
    for (int round = 0; round < audits::kMaxRounds; ++round) {
        const std::vector<counts::Question> questions = audit->ask(facts, answers);
        if (questions.empty())
            break;
        const auto asked = counts::ask(source, questions, answers, base::JobContext());
        if (!asked)
            throw std::runtime_error(asked.error().message);
    }
    auto result = audit->judge(facts, answers);
    if (!result)
        throw std::runtime_error(result.error().message);
    for (const findings::Finding& finding : result->findings)
        expectCanBeWaived(finding);
    return *result;
}

namespace {

std::string subjectText(const findings::Subject& subject)
{
    std::string text;
    for (const auto& [key, value] : subject)
        text += " " + key + "=" + value.raw();
    return text;
}

std::string metricText(const Metric& metric)
{
    std::string text = metric.ref + " " + metric.id + " " + metric.variant
        + subjectText(metric.subject) + " = "
        + (metric.value.isDefined() ? base::formatNumber(metric.value.value())
                                    : "undefined: " + metric.value.reason());
    if (metric.numerator)
        text += " of " + base::formatNumber(*metric.numerator);
    if (metric.denominator)
        text += " / " + base::formatNumber(*metric.denominator);
    text += " n=" + std::to_string(metric.n);
    for (const auto& [reason, rows] : metric.excluded)
        text += " " + reason + "=" + std::to_string(rows);
    if (metric.interval) {
        text += " [" + base::formatNumber(metric.interval->low) + ", "
            + base::formatNumber(metric.interval->high) + "] " + metric.interval->method;
    }
    return text;
}

} // namespace

const Metric& metricOf(const AuditResult& result, const std::string& id, const std::string& variant,
    const std::vector<std::pair<std::string, std::string>>& subject)
{
    std::string wanted;
    for (const auto& [key, value] : subject)
        wanted += " " + key + "=" + value;
    const Metric* found = nullptr;
    for (const Metric& metric : result.metrics) {
        if (metric.id != id || metric.variant != variant || subjectText(metric.subject) != wanted)
            continue;
        if (found)
            throw std::runtime_error("two metrics " + id + " " + variant + wanted);
        found = &metric;
    }
    if (found)
        return *found;
    std::string others;
    for (const Metric& metric : result.metrics) {
        if (metric.id == id)
            others += "\n " + metricText(metric);
    }
    throw std::runtime_error("no metric " + id + " " + variant + wanted + "; there are" + others);
}

const findings::Finding* findingOf(const AuditResult& result, const std::string& rule)
{
    const findings::Finding* found = nullptr;
    for (const findings::Finding& finding : result.findings) {
        if (finding.rule != rule)
            continue;
        if (found)
            throw std::runtime_error("several findings of " + rule);
        found = &finding;
    }
    return found;
}

const ResultTable& tableOf(const AuditResult& result, const std::string& id)
{
    for (const ResultTable& table : result.tables) {
        if (table.id == id)
            return table;
    }
    throw std::runtime_error("no table " + id);
}

std::string plain(const base::Sentence& sentence)
{
    std::string text;
    for (const base::Span& span : sentence) {
        const auto* words = std::get_if<std::string>(&span);
        text += words ? *words : std::get<base::DataText>(span).raw();
    }
    return text;
}

std::string plain(const ResultTable::Cell& cell)
{
    if (const auto* integer = std::get_if<std::int64_t>(&cell))
        return base::formatInteger(*integer);
    if (const auto* number = std::get_if<double>(&cell))
        return base::formatNumber(*number);
    if (const auto* text = std::get_if<base::DataText>(&cell))
        return text->raw();
    if (const auto* words = std::get_if<std::string>(&cell))
        return *words;
    return {};
}

std::vector<std::string> lines(const AuditResult& result)
{
    std::vector<std::string> all{result.reason};
    for (const Metric& metric : result.metrics)
        all.push_back(metricText(metric));
    for (const ResultTable& table : result.tables) {
        for (const auto& row : table.rows) {
            std::string line = table.id;
            for (const ResultTable::Cell& cell : row)
                line += " | " + plain(cell);
            all.push_back(line);
        }
    }
    for (const findings::Finding& finding : result.findings) {
        all.push_back(finding.rule + " " + std::string(findings::kindName(finding.kind)) + " "
            + std::string(findings::levelName(finding.level)) + subjectText(finding.subject) + ": "
            + plain(finding.message));
    }
    return all;
}

void expectEvidenceHolds(const counts::CountSource& source, const AuditResult& result)
{
    for (const findings::Finding& finding : result.findings) {
        for (const findings::RowEvidence& evidence : finding.evidence) {
            const auto answer = source.answer(counts::RowRefsQuestion{evidence.filter, 1});
            ASSERT_TRUE(answer) << finding.rule << ": " << answer.error().message;
            EXPECT_EQ(std::get<counts::RowRefs>(*answer).total, evidence.count)
                << finding.rule << ": " << counts::describe(evidence.filter);
        }
    }
}

} // namespace cupel::test
