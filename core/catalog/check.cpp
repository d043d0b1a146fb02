#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/catalog/catalog.h"
#include "core/catalog/rows.h"
#include "core/catalog/sqlite_error.h"

namespace cupel::catalog {
namespace {

using base::Result;
using Kind = CheckProblem::Kind;

/// A problem for each row of a query, which gives it as a text.
Result<void> addRows(
    const Database& database, Kind kind, std::string_view sql, std::vector<CheckProblem>& problems)
{
    Result<std::vector<std::string>> texts
        = rowsOf(database, sql, [](const Statement& row) { return row.text(0); });
    if (!texts)
        return texts.error();
    for (std::string& text : *texts)
        problems.push_back({kind, std::move(text)});
    return {};
}

Result<void> checkStructure(const Database& database, std::vector<CheckProblem>& problems)
{
    const Result<std::vector<std::string>> texts = rowsOf(
        database, "PRAGMA integrity_check(100)", [](const Statement& row) { return row.text(0); });
    if (!texts)
        return texts.error();
    for (const std::string& text : *texts) {
        for (std::string& line : damageLines(text)) {
            if (line != "ok") // where there is nothing to say
                problems.push_back({Kind::Structure, std::move(line)});
        }
    }
    return {};
}

Result<void> checkReferences(const Database& database, std::vector<CheckProblem>& problems)
{
    Result<std::vector<std::string>> texts
        = rowsOf(database, "PRAGMA foreign_key_check", [](const Statement& row) {
              return "row " + row.text(1) + " of the table " + row.text(0) + " belongs to a row of "
                  + row.text(2) + " that is not there";
          });
    if (!texts)
        return texts.error();
    for (std::string& text : *texts)
        problems.push_back({Kind::Reference, std::move(text)});
    return {};
}

/// Counts that a writer of several rows could only get wrong by writing some of them. The rows of a
/// run without its report may have gone with a dataset.
constexpr const char* kCounts[] = {
    "SELECT 'the ' || kind || ' about \"' || target || '\" in the review of \"' || name"
    " || '\" has no event' FROM review JOIN dataset ON dataset.id = dataset"
    " WHERE (dataset.id, at, who) NOT IN"
    "   (SELECT dataset, at, who FROM event WHERE what = 'review')",

    "SELECT 'the dataset \"' || name || '\" has no version' FROM dataset"
    " WHERE NOT EXISTS (SELECT 1 FROM version WHERE dataset = dataset.id)",

    "SELECT 'the versions of the dataset \"' || name || '\" are not numbered from 1 to ' || "
    "count(*)"
    " FROM dataset JOIN version ON dataset = dataset.id GROUP BY dataset.id"
    " HAVING min(number) <> 1 OR max(number) <> count(*)",

    "SELECT 'run ' || id || ' is over no version' FROM run"
    " WHERE NOT EXISTS (SELECT 1 FROM run_version WHERE run = run.id)",

    "SELECT 'run ' || id || ' counts ' || errors || ' errors, ' || warnings || ' warnings, ' || "
    "notes"
    " || ' notes, ' || reviews || ' reviews, ' || open || ' open and ' || waived"
    " || ' waived findings, but has others' FROM run"
    " LEFT JOIN (SELECT run,"
    "   sum(waiver_owner IS NOT NULL) AS has_waived,"
    "   sum(waiver_owner IS NULL AND kind = 'review') AS has_reviews,"
    "   sum(waiver_owner IS NULL AND kind = 'open') AS has_open,"
    "   sum(waiver_owner IS NULL AND kind = 'fail' AND level = 'error') AS has_errors,"
    "   sum(waiver_owner IS NULL AND kind = 'fail' AND level = 'warning') AS has_warnings,"
    "   sum(waiver_owner IS NULL AND kind = 'fail' AND level = 'note') AS has_notes"
    "   FROM finding GROUP BY run) ON run = run.id"
    " WHERE archive IS NOT NULL AND (errors, warnings, notes, reviews, open, waived) <>"
    "   (ifnull(has_errors, 0), ifnull(has_warnings, 0), ifnull(has_notes, 0), ifnull(has_reviews, "
    "0),"
    "    ifnull(has_open, 0), ifnull(has_waived, 0))",

    "SELECT 'the columns of version ' || number || ' of the dataset \"' || dataset.name"
    " || '\" are not numbered without gaps' FROM dataset JOIN version ON dataset = dataset.id"
    " JOIN column_info ON column_info.version = version.id GROUP BY version.id"
    " HAVING min(position) <> 0 OR max(position) <> count(*) - 1",
};

constexpr const char* kDamagedReviews
    = "SELECT 'the ' || kind || ' about \"' || target || '\" in the review of \"' || name"
      " || '\" is no JSON' FROM review JOIN dataset ON dataset.id = dataset"
      " WHERE NOT json_valid(value_json)";

/// "1 data file is not there", "3 data files are not there".
std::string missingWords(std::size_t count, const std::string& which)
{
    return std::to_string(count) + (count == 1 ? " data file " : " data files ") + which
        + (count == 1 ? "is not there" : "are not there");
}

Result<void> checkFiles(
    const Database& database, std::vector<std::string> files, std::vector<CheckProblem>& problems)
{
    using Named = std::pair<std::string, bool>;
    const Result<std::vector<Named>> named = rowsOf(database,
        "SELECT data_file, max(keeps_source) FROM version WHERE data_file IS NOT NULL"
        " GROUP BY data_file ORDER BY data_file",
        [](const Statement& row) { return Named(row.text(0), row.boolean(1)); });
    if (!named)
        return named.error();
    std::sort(files.begin(), files.end());
    std::size_t disposable = 0;
    std::size_t lost = 0;
    std::vector<std::string> used;
    for (const auto& [file, keepsSource] : *named) {
        used.push_back(file);
        if (!std::binary_search(files.begin(), files.end(), file))
            ++(keepsSource ? lost : disposable);
    }
    if (lost > 0)
        problems.push_back({Kind::MissingFile,
            missingWords(lost,
                lost == 1 ? "that keeps the bytes of its input "
                          : "that keep the bytes of their inputs ")});
    if (disposable > 0)
        problems.push_back({Kind::DisposableFile,
            missingWords(disposable, {})
                + (disposable == 1 ? ": it is made again from its input when it is needed"
                                   : ": they are made again from their inputs when they are "
                                     "needed")});
    std::sort(used.begin(), used.end());
    for (const std::string& file : files) {
        if (!std::binary_search(used.begin(), used.end(), file))
            problems.push_back(
                {Kind::UnusedFile, "the data file \"" + file + "\" belongs to no version"});
    }
    return {};
}

} // namespace

std::string_view problemKindName(Kind kind)
{
    switch (kind) {
    case Kind::Structure:
        return "structure";
    case Kind::Reference:
        return "reference";
    case Kind::Counts:
        return "counts";
    case Kind::MissingFile:
        return "missing-file";
    case Kind::DisposableFile:
        return "disposable-file";
    case Kind::UnusedFile:
        return "unused-file";
    }
    return "structure";
}

Result<std::vector<CheckProblem>> Catalog::check(
    const std::vector<std::string>& dataFiles, const base::JobContext& job) const
{
    const Result<Transaction> moment = Transaction::begin(m_database, Transaction::Kind::Read);
    if (!moment)
        return moment.error();
    const Limit limit(m_database, {}, job);
    std::vector<CheckProblem> problems;
    Result<void> checked = checkStructure(m_database, problems);
    if (checked)
        checked = addRows(m_database, Kind::Structure, kDamagedReviews, problems);
    if (checked)
        checked = checkReferences(m_database, problems);
    for (const char* sql : kCounts) {
        if (checked)
            checked = addRows(m_database, Kind::Counts, sql, problems);
    }
    if (checked)
        checked = checkFiles(m_database, dataFiles, problems);
    if (!checked)
        return checked.error();
    return problems;
}

} // namespace cupel::catalog
