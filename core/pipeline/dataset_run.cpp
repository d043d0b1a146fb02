#include "core/pipeline/dataset_run.h"

#include <algorithm>
#include <exception>
#include <memory>
#include <optional>
#include <utility>

#include "core/audits/card_measured.h"
#include "core/counts/local_counts.h"
#include "core/counts/planner.h"
#include "core/counts/where.h"
#include "core/license/detect.h"
#include "core/pipeline/documents_beside.h"
#include "core/pipeline/table_store.h"
#include "core/pipeline/text_languages.h"

namespace cupel::pipeline {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;

constexpr std::size_t kReasons = 5; ///< rejected rows that a finding may name
constexpr std::int64_t kMaxSplits = 1'000;

/// The options of the request with what the roles say about cells.
readers::CsvOptions optionsFor(const AuditRequest& request, const audits::Roles& roles)
{
    readers::CsvOptions options = request.options;
    for (const auto& [column, tokens] : roles.missing) {
        if (column == "*")
            options.nullTokens = tokens;
        else
            options.nullTokensByColumn[column] = tokens;
    }
    for (const auto& [column, type] : roles.types) {
        if (const auto known = table::typeFromName(type))
            options.types[column] = *known;
    }
    options.codedColumns = roles.columns();
    return options;
}

/// One dataset on its way from the file to its report.
class DatasetRun {
public:
    DatasetRun(const DatasetInput& input, const AuditRequest& request, const base::JobContext& job)
        : m_input(input)
        , m_request(request)
        , m_job(job)
    {
        m_report.name = input.name;
        m_report.cardFile = request.cardFile.substr(request.cardFile.find_last_of('/') + 1);
    }

    Result<reports::DatasetReport> run(const AuditList& audits)
    {
        for (const auto step :
            {&DatasetRun::takeRoles, &DatasetRun::read, &DatasetRun::readDocuments,
                &DatasetRun::settleRoles, &DatasetRun::settleFilter, &DatasetRun::countSplits}) {
            if (auto done = (this->*step)(); !done)
                return done.error();
        }
        readLicenses();
        if (auto done = tellLanguages(); !done)
            return done.error();
        if (auto done = ask(audits); !done)
            return done.error();
        if (m_request.fillsCard) {
            auto asked = counts::ask(*m_source, audits::cardQuestions(m_facts), m_answers, m_job);
            if (!asked)
                return asked.error();
        }
        judge(audits);
        return std::move(m_report);
    }

private:
    Result<void> takeRoles()
    {
        m_report.roles = m_request.roles;
        if (const auto* selector = m_request.parameters.policy.datasetFor(m_input.path))
            m_report.roles = audits::merge(audits::rolesOf(*selector), m_request.roles);
        return audits::apply(m_request.roleValues, m_report.roles);
    }

    Result<void> read()
    {
        m_source.reset();
        m_report.options = optionsFor(m_request, m_report.roles);
        const auto file = m_request.store
            ? m_request.store->read(m_input.name, m_input.path, m_report.options, m_job)
            : readInput(m_input.path, m_report.options, m_job);
        if (!file)
            return file.error();
        m_report.input = (*file)->report;
        m_source.emplace(std::shared_ptr<const table::Table>(*file, &(*file)->table),
            m_request.options.threads, m_job);
        m_report.description = m_source->describe();
        return {};
    }

    Result<void> readDocuments()
    {
        documents::DocumentSet set = documentsBeside(m_input.path);
        if (m_input.card)
            set = withCard(std::move(set), *m_input.card, m_request.cardFile, m_input.path);
        m_report.documents = std::make_shared<const documents::DocumentSet>(std::move(set));
        return {};
    }

    /// Proposals come after the check of what the user said. Accepted null tokens change cells, so
    /// the file is read again.
    Result<void> settleRoles()
    {
        if (auto checked = checkRoles(); !checked)
            return checked;
        m_report.proposals = audits::propose(m_report.description, m_report.roles);
        if (!m_request.acceptsProposals)
            return {};
        audits::Roles accepted = audits::accept(m_report.proposals, m_report.roles);
        const bool changesCells = accepted.missing != m_report.roles.missing;
        m_report.roles = std::move(accepted);
        if (changesCells) {
            if (auto done = read(); !done)
                return done;
        }
        return checkRoles();
    }

    Result<void> checkRoles() const
    {
        return audits::check(
            m_report.roles, m_report.description, reports::leastRowsShown(m_request.privacy));
    }

    Result<void> settleFilter()
    {
        m_report.whereText = m_request.where;
        auto filter = counts::parseWhere(m_request.where, m_report.description);
        if (!filter) {
            base::Error error = filter.error();
            if (error.hint.empty())
                error.hint = "write it like: age >= 40 and sex = 'Female'";
            return error;
        }
        m_report.where = std::move(*filter);
        m_facts = {m_report.name, m_report.description, m_report.roles, m_report.where,
            importFacts(), m_request.parameters, m_report.documents, {}, {}};
        return {};
    }

    audits::ImportFacts importFacts() const
    {
        const readers::ImportReport& input = m_report.input;
        audits::ImportFacts facts;
        facts.file = input.file;
        facts.bytes = input.bytes;
        facts.hash = input.hash;
        facts.rejectedRows = static_cast<std::int64_t>(input.rejectedRows);
        for (std::size_t i = 0; i < input.rejected.size() && i < kReasons; ++i) {
            const readers::RejectedRow& row = input.rejected[i];
            facts.rejectedReasons.push_back("line " + std::to_string(row.line) + ": " + row.reason);
        }
        facts.toleratedRows = static_cast<std::int64_t>(input.toleratedRows);
        facts.renamedColumns = input.renamedColumns;
        return facts;
    }

    Result<void> countSplits()
    {
        const std::string& column = m_report.roles.split;
        if (!column.empty()
            && m_report.description.find(column)->profile.distinct.value > kMaxSplits) {
            return Error{ErrorCode::Usage,
                "column '" + column + "' has too many values to be the split",
                "name a column with few values, such as train, validation, test", {}};
        }
        counts::CellsQuestion question{{}, m_report.where, {}, {}};
        if (!column.empty())
            question.dims.emplace_back(counts::ValueDim{column});
        const auto answer = m_source->answer(question);
        if (!answer)
            return answer.error();
        const auto& cells = std::get<counts::Cells>(*answer);
        m_report.whereRows = cells.rows;
        if (column.empty())
            m_report.splits.push_back({base::DataText::name("all"), cells.rows});
        for (const counts::Cells::Cell& cell :
            column.empty() ? std::vector<counts::Cells::Cell>() : cells.cells) {
            const counts::CellKey& key = cell.keys.front();
            m_report.splits.push_back(
                {base::DataText::name(key.isValue() ? key.text : "(missing)"), cell.rows});
        }
        return {};
    }

    void readLicenses()
    {
        m_facts.licenses
            = std::make_shared<const license::LicenseStatements>(license::readStatements(
                *m_facts.documents, [](std::string_view text) { return license::detect(text); }));
        m_report.licenses = m_facts.licenses;
    }

    Result<void> tellLanguages()
    {
        auto languages = textLanguages(*m_source, m_report.roles, *m_facts.documents);
        if (!languages)
            return languages.error();
        m_facts.languages = std::move(*languages);
        return {};
    }

    /// What the audits ask, round by round, each question once. Fails only with Cancelled.
    Result<void> ask(const AuditList& audits)
    {
        m_failures.resize(audits.size());
        for (int round = 0; round < audits::kMaxRounds; ++round) {
            for (std::size_t i = 0; i < audits.size(); ++i) {
                if (m_failures[i])
                    continue;
                m_failures[i] = guarded([&]() -> Result<void> {
                    return counts::ask(
                        *m_source, audits[i]->ask(m_facts, m_answers), m_answers, m_job);
                });
                if (m_job.cancelled())
                    return Error{ErrorCode::Cancelled, "cancelled while counting", "", {}};
            }
        }
        return {};
    }

    void judge(const AuditList& audits)
    {
        for (std::size_t i = 0; i < audits.size(); ++i) {
            reports::AuditReport audit{
                audits[i]->description().id, audits[i]->description().title, {}};
            if (!m_failures[i]) {
                m_failures[i] = guarded([&]() -> Result<void> {
                    auto result = audits[i]->judge(m_facts, m_answers);
                    if (!result)
                        return result.error();
                    audit.result = std::move(*result);
                    return {};
                });
            }
            if (m_failures[i]) {
                audit.result = {};
                audit.result.outcome = audits::Outcome::Failed;
                audit.result.reason = *m_failures[i];
            }
            m_report.audits.push_back(std::move(audit));
        }
        settleCard();
    }

    /// The card that the audit of the documents judged, for the report.
    void settleCard()
    {
        if (m_facts.documents->documents.empty() && !m_request.fillsCard)
            return;
        const std::vector<counts::Question> questions = audits::cardQuestions(m_facts);
        const bool isAnswered = std::all_of(questions.begin(), questions.end(),
            [this](const counts::Question& question) { return m_answers.contains(question); });
        if (!isAnswered)
            return;
        m_report.card = audits::datasetCard(m_facts, m_answers);
        m_report.measured = audits::cardMeasures(m_facts, m_answers);
    }

    /// Why a step of an audit failed, or none.
    template <typename Step> static std::optional<std::string> guarded(const Step& step)
    {
        try {
            const Result<void> done = step();
            return done ? std::nullopt : std::optional(done.error().message);
        } catch (const std::exception& fault) {
            return std::string("internal error: ") + fault.what();
        }
    }

    const DatasetInput& m_input;
    const AuditRequest& m_request;
    const base::JobContext& m_job;
    reports::DatasetReport m_report;
    std::optional<counts::LocalCounts> m_source;
    audits::Facts m_facts;
    counts::Answers m_answers;
    std::vector<std::optional<std::string>> m_failures; ///< one per audit
};

} // namespace

Result<reports::DatasetReport> runDataset(const DatasetInput& input, const AuditRequest& request,
    const base::JobContext& job, const AuditList& audits)
{
    return DatasetRun(input, request, job).run(audits);
}

} // namespace cupel::pipeline
