#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

#include "core/base/number.h"
#include "ui/pages/dataset_command.h"
#include "ui/pages/rows_filter_bar.h"
#include "ui/pages/rows_page.h"
#include "ui/pages/rows_view.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

/// What can be done with the rows of the page.
namespace cupel::ui {

void RowsPage::copyAs(reports::RowsFormat format)
{
    if (!m_model->table() || m_model->rowCount() == 0)
        return;
    RowsSelection selection = m_view->selected();
    if (selection.rows.empty())
        return;
    const std::size_t wanted = selection.rows.size();
    m_jobs.start(
        tr("Copying rows"), this,
        [table = m_model->table(), selection = std::move(selection), format](
            const base::JobContext& job) { return copyRows(*table, selection, format, job); },
        [this, wanted](base::Result<CopiedRows> copied) {
            if (!copied) {
                tellError(tr("The rows were not copied"), copied.error());
                return;
            }
            QGuiApplication::clipboard()->setText(QString::fromUtf8(
                copied->text.data(), static_cast<qsizetype>(copied->text.size())));
            const QString rows = counted(static_cast<std::int64_t>(copied->rows));
            const int many = pluralOf(static_cast<std::int64_t>(copied->rows));
            tell(copied->rows < wanted
                    ? tr("Copied the first %1 row(s); export them to have all.", nullptr, many)
                          .arg(rows)
                    : tr("Copied %1 row(s).", nullptr, many).arg(rows));
        });
}

void RowsPage::copyAsCommand()
{
    if (!m_model->table())
        return;
    reports::AuditCommand command;
    if (!m_finding.empty())
        command.text = rowsCommandOf(*m_dataset, m_finding);
    else if (const auto where = m_filterBar->whereText())
        command = commandWhere(*m_dataset, *where);
    if (command.text.empty()) {
        tell(tr("The command line cannot say this filter: take away the conditions that only "
                "stand in the chips."));
        return;
    }
    QGuiApplication::clipboard()->setText(QString::fromStdString(command.text));
    QStringList said{tr("The command was copied.")};
    for (const std::string& sentence : command.unsaid)
        said << shown(sentence);
    tell(said.join(QLatin1Char(' ')));
}

void RowsPage::auditThese()
{
    if (!m_dataset)
        return;
    const auto where = m_filterBar->whereText();
    if (!where)
        tell(tr("No condition can say this filter: take away what only stands in the chips."));
    else if (where->empty() && m_dataset->dataset().whereText.empty())
        tell(tr("No filter is set: the audits are about all rows."));
    else
        Q_EMIT whereChosen(*where);
}

void RowsPage::askWhereToExport()
{
    if (!m_model->table() || isSearching())
        return;
    auto* dialog = new QFileDialog(this, tr("Export the filtered rows"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilter(tr("CSV files (*.csv)"));
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    connect(dialog, &QFileDialog::fileSelected, this, &RowsPage::exportTo);
    dialog->open();
}

void RowsPage::exportTo(const QString& path)
{
    if (!m_model->table() || isSearching())
        return;
    if (m_export) {
        tell(tr("Another export is still being written."));
        return;
    }
    m_export = m_jobs.start(
        tr("Exporting rows"), this,
        [table = m_model->table(), rows = m_model->rows(), path = bytesOf(path),
            inputs = m_dataset->request.inputs](
            const base::JobContext& job) { return exportRows(*table, *rows, path, inputs, job); },
        [this, path](base::Result<std::uint64_t> written) {
            m_export = nullptr;
            if (written) {
                const auto rows = static_cast<std::int64_t>(*written);
                tell(tr("Wrote %1 row(s) to %2.", nullptr, pluralOf(rows))
                         .arg(counted(rows), shown(bytesOf(path))));
            } else if (written.error().code == base::ErrorCode::Cancelled) {
                tell(tr("The export was cancelled; no file was written."));
            } else {
                tellError(tr("The rows were not exported"), written.error());
            }
        });
    tell(tr("Writing the rows…"));
}

void RowsPage::followColumn(int section)
{
    const auto column = static_cast<std::size_t>(section);
    Q_EMIT followed(Target{PageId::Columns, m_model->table()->columns[column].name, {}, {}});
}

void RowsPage::keepValue()
{
    const QModelIndex current = m_view->currentIndex();
    const auto row = current.isValid() ? m_model->read(current.row()) : nullptr;
    if (!row)
        return;
    const table::Column& column
        = m_model->table()->columns[static_cast<std::size_t>(current.column())];
    const std::string& cell = row->cells[static_cast<std::size_t>(current.column())];
    counts::Filter::Term term{counts::ValueDim{column.name}, {counts::CellKey::value(cell)}};
    if (m_model->isMissing(current.column(), cell)) {
        term = {counts::MissingDim{column.name}, {counts::CellKey::value("missing")}};
    } else if (table::isNumeric(column.type)) {
        const auto number = base::parseNumber(cell);
        term.in = {number ? counts::CellKey::value(base::formatNumber(number->d))
                          : counts::CellKey::notOfType()};
    }
    m_finding.clear();
    search(counts::conjunction(filter(), {{std::move(term)}}), column.name);
}

void RowsPage::openMenu(const QPoint& position)
{
    const QModelIndex index = m_view->currentIndex(); // a right click has moved it
    if (!index.isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Only rows with this value"), this, &RowsPage::keepValue);
    menu->addAction(
        tr("Show the column"), this, [this, column = index.column()] { followColumn(column); });
    menu->addSeparator();
    menu->addActions(m_moreMenu->actions());
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void RowsPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && m_search) {
        m_search->cancel();
        return;
    }
    Page::keyPressEvent(event);
}

} // namespace cupel::ui
