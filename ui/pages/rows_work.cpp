#include "ui/pages/rows_work.h"

#include <QFileInfo>
#include <QString>
#include <algorithm>

#include "core/reports/csv_text.h"
#include "ui/jobs/whole_file.h"

namespace cupel::ui {
namespace {

constexpr std::size_t kRowsAtOnce = 4'096;

base::Error cancelledRows()
{
    return {base::ErrorCode::Cancelled, "cancelled while reading rows", "", {}};
}

/// A line of cells as RFC 4180 writes it.
void addLine(const std::vector<std::string>& cells, std::string& text)
{
    for (std::size_t i = 0; i < cells.size(); ++i) {
        text += i == 0 ? "" : ",";
        text += reports::csvCell(cells[i], reports::FormulaGuard::On);
    }
    // A line of one empty cell would be blank.
    text += cells.size() == 1 && cells.front().empty() ? "\"\"\n" : "\n";
}

bool isInput(const std::string& path, const std::vector<std::string>& inputs)
{
    const QFileInfo written(QString::fromStdString(path));
    return std::any_of(inputs.begin(), inputs.end(), [&written](const std::string& input) {
        return QFileInfo(QString::fromStdString(input)) == written;
    });
}

} // namespace

base::Result<CopiedRows> copyRows(const table::Table& table, const RowsSelection& selection,
    reports::RowsFormat format, const base::JobContext& job)
{
    std::vector<std::string> names;
    for (const std::size_t column : selection.columns)
        names.push_back(table.columns[column].name);
    const reports::RowsText form(format, std::move(names));
    CopiedRows copied{form.header(), 0};
    const std::size_t most = std::min(selection.rows.size(), kMostCopiedRows);
    std::vector<std::string> cells(selection.columns.size());
    while (copied.rows < most && copied.text.size() < kMostCopiedBytes) {
        if (job.cancelled())
            return cancelledRows();
        auto row = table.source->row(selection.rows[copied.rows]);
        if (!row)
            return row.error();
        row->cells.resize(table.columns.size());
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i] = row->cells[selection.columns[i]];
        copied.text += form.row(row->line, cells);
        ++copied.rows;
        job.progress(copied.rows, most, "copying rows");
    }
    return copied;
}

base::Result<std::uint64_t> exportRows(const table::Table& table, const RowNumbers& rows,
    const std::string& path, const std::vector<std::string>& inputs, const base::JobContext& job)
{
    if (isInput(path, inputs)) {
        return base::usageError("this is the file that the rows are read from",
            "choose another name: the dataset itself is never written to");
    }
    WholeFile file(QString::fromStdString(path));
    if (auto opened = file.open(); !opened)
        return opened.error();
    std::string text;
    std::vector<std::string> names;
    for (const table::Column& column : table.columns)
        names.push_back(column.name);
    addLine(names, text);
    std::vector<std::uint64_t> batch;
    for (std::uint64_t done = 0; done < rows.count();) {
        batch.clear();
        while (batch.size() < kRowsAtOnce && done < rows.count())
            batch.push_back(rows.at(done++));
        const auto read = table.source->readCells(batch,
            [&text](std::size_t, const std::vector<std::string>& cells) { addLine(cells, text); });
        if (job.cancelled())
            return cancelledRows();
        if (!read)
            return read.error();
        if (auto written = file.write(text); !written)
            return written.error();
        text.clear();
        job.progress(done, rows.count(), "writing rows");
    }
    if (auto written = file.write(text); !written)
        return written.error();
    if (auto whole = file.commit(); !whole)
        return whole.error();
    return rows.count();
}

} // namespace cupel::ui
