#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "app/batch/progress.h"
#include "app/batch/read_text.h"
#include "core/base/number.h"
#include "core/pipeline/finding_rows.h"
#include "core/reports/json_text.h"
#include "core/reports/stored_report.h"

namespace cupel::batch {
namespace {

/// Whether a spreadsheet might take the text for a formula (OWASP ASVS 1.2.10). Numbers are not.
bool needsGuard(std::string_view cell)
{
    return !cell.empty()
        && std::string_view("=+-@\t\r\0", 7).find(cell[0]) != std::string_view::npos
        && !base::parseNumber(cell);
}

/// A cell as RFC 4180 writes it.
std::string csvCell(std::string_view cell, bool raw)
{
    std::string text = !raw && needsGuard(cell) ? "'" : "";
    text += cell;
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char byte : text)
        quoted += byte == '"' ? std::string("\"\"") : std::string(1, byte);
    return quoted + "\"";
}

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
            text += "," + csvCell(column, m_arguments.raw);
        return put(text);
    }

    base::Result<void> row(const table::Row& row, std::size_t evidence)
    {
        if (m_arguments.csv) {
            std::string text = std::to_string(row.line);
            for (const std::string& cell : row.cells)
                text += "," + csvCell(cell, m_arguments.raw);
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
        printError(finding.error());
        return exitCodeOf(finding.error().code);
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
    printError(done.error());
    return exitCodeOf(done.error().code);
}

} // namespace cupel::batch
