#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "app/batch/progress.h"
#include "app/batch/read_text.h"
#include "core/pipeline/stored_runs.h"
#include "core/reports/csv_text.h"
#include "core/reports/json_text.h"
#include "core/reports/stored_report.h"

namespace cupel::batch {
namespace {

class RowPrinter {
public:
    explicit RowPrinter(const RowsArguments& arguments)
        : m_arguments(arguments)
    {
    }

    base::Result<void> header(const std::vector<std::string>& columns)
    {
        m_columns = columns;
        if (!m_arguments.csv)
            return {};
        std::string text = "line";
        for (const std::string& column : columns)
            text += "," + reports::csvCell(column, guard());
        return put(text);
    }

    base::Result<void> row(const table::Row& row, std::size_t evidence)
    {
        if (m_arguments.csv) {
            std::string text = std::to_string(row.line);
            for (const std::string& cell : row.cells)
                text += "," + reports::csvCell(cell, guard());
            return put(text);
        }
        nlohmann::ordered_json cells = nlohmann::ordered_json::object();
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            cells[m_columns[i]] = row.cells[i];
        return put(
            reports::jsonLine({{"line", row.line}, {"evidence", evidence}, {"cells", cells}}));
    }

    base::Result<void> flush() { return writeStdout(std::exchange(m_waiting, {})); }

private:
    reports::FormulaGuard guard() const
    {
        return m_arguments.raw ? reports::FormulaGuard::Off : reports::FormulaGuard::On;
    }

    base::Result<void> put(const std::string& line)
    {
        m_waiting += line + "\n";
        return m_waiting.size() < kBuffer ? base::Result<void>() : flush();
    }

    static constexpr std::size_t kBuffer = 65'536;
    const RowsArguments& m_arguments;
    std::string m_waiting;
    std::vector<std::string> m_columns;
};

/// What is asked for, out of a report.
base::Result<pipeline::RowsRequest> fromReport(const RowsArguments& arguments)
{
    if (arguments.input.empty())
        return base::usageError("cupel rows --report needs the input of the report",
            "write cupel rows FINDING INPUT --report FILE");
    const auto report = readText(arguments.report, kLargestReport);
    if (!report)
        return report.error();
    auto finding = reports::storedFinding(*report, arguments.report, arguments.finding);
    if (!finding)
        return finding.error();
    pipeline::RowsRequest request;
    request.finding = std::move(*finding);
    request.input = arguments.input;
    return request;
}

/// The same out of a catalog.
base::Result<pipeline::RowsRequest> fromCatalog(
    const RowsArguments& arguments, const base::JobContext& job)
{
    if (!arguments.input.empty())
        return base::usageError("the catalog knows the input of its findings",
            "write cupel rows FINDING --catalog FILE");
    const auto store = pipeline::CatalogStore::open(arguments.catalog,
        catalog::Catalog::Missing::Fail, pipeline::CatalogStore::Sources::Forget, job);
    if (!store)
        return store.error();
    return pipeline::storedRows(
        **store, arguments.finding, static_cast<unsigned>(arguments.threads), job);
}

} // namespace

int runRows(const RowsArguments& arguments)
{
    if (arguments.report.empty() == arguments.catalog.empty())
        return fail(base::usageError("cupel rows needs --report or --catalog",
            "write cupel rows FINDING INPUT --report FILE, or cupel rows FINDING --catalog FILE"));
    RowPrinter printer(arguments);
    base::Result<void> done;
    {
        Progress progress(ProgressMode::Auto);
        auto request = arguments.catalog.empty() ? fromReport(arguments)
                                                 : fromCatalog(arguments, progress.job());
        if (!request)
            return fail(request.error());
        request->evidence = static_cast<std::size_t>(arguments.evidence);
        request->threads = static_cast<unsigned>(arguments.threads);
        const pipeline::RowsSink sink{
            [&](const std::vector<std::string>& columns) { return printer.header(columns); },
            [&](const table::Row& row, std::size_t evidence) {
                return printer.row(row, evidence);
            }};
        done = pipeline::findingRows(*request, sink, progress.job());
    }
    if (done)
        done = printer.flush();
    return done ? static_cast<int>(kClean) : fail(done.error());
}

} // namespace cupel::batch
