#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "app/batch/progress.h"
#include "app/batch/read_text.h"
#include "core/pipeline/finding_rows.h"
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

} // namespace

int runRows(const RowsArguments& arguments)
{
    if (arguments.report.empty()) {
        printError({base::ErrorCode::Usage, "cupel rows needs --report",
            "write cupel rows FINDING INPUT --report FILE", {}});
        return kUsage;
    }
    const auto report = readText(arguments.report, kLargestReport);
    const auto finding = report
        ? reports::storedFinding(*report, arguments.report, arguments.finding)
        : base::Result<reports::StoredFinding>(report.error());
    if (!finding) {
        return fail(finding.error());
    }
    RowPrinter printer(arguments);
    base::Result<void> done;
    {
        Progress progress(ProgressMode::Auto);
        const pipeline::RowsSink sink{
            [&](const std::vector<std::string>& columns) { return printer.header(columns); },
            [&](const table::Row& row, std::size_t evidence) {
                return printer.row(row, evidence);
            }};
        done = pipeline::findingRows(
            {*finding, arguments.input, static_cast<std::size_t>(arguments.evidence),
                static_cast<unsigned>(arguments.threads)},
            sink, progress.job());
    }
    if (done)
        done = printer.flush();
    if (done)
        return kClean;
    return fail(done.error());
}

} // namespace cupel::batch
