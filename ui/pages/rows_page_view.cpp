#include <QComboBox>
#include <QLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyle>
#include <QToolButton>
#include <algorithm>

#include "core/reports/finding_texts.h"
#include "ui/pages/cell_reader.h"
#include "ui/pages/empty_state.h"
#include "ui/pages/rows_filter_bar.h"
#include "ui/pages/rows_page.h"
#include "ui/pages/rows_view.h"
#include "ui/pages/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

/// What the page of rows shows.
namespace cupel::ui {

void RowsPage::showRows(RowNumbersPtr rows)
{
    m_model->setRows(std::move(rows));
    showState(m_model->rowCount() > 0 ? State::Ready : State::NoRows);
    if (m_model->rowCount() == 0)
        return;
    m_view->setCurrentIndex(m_model->index(0, m_model->markedColumn().value_or(0)));
    m_view->scrollTo(m_view->currentIndex());
}

void RowsPage::showState(State state)
{
    const bool hasBar = m_model->table() != nullptr;
    const int margin = hasBar ? style()->pixelMetric(QStyle::PM_LayoutLeftMargin) : 0;
    layout()->setContentsMargins(margin, margin, margin, margin);
    m_cancel->setVisible(state == State::Searching);
    m_body->setCurrentIndex(state == State::Ready ? 1 : 0);
    showCount(state);
    showPages();
    showCell();
    if (state != State::Ready)
        sayWhyEmpty(state);
}

void RowsPage::sayWhyEmpty(State state)
{
    if (state == State::Searching) {
        m_empty->say(tr("Looking for the rows"), tr("Every row is compared with the filter."));
    } else if (state == State::Stopped) {
        m_empty->say(tr("The search was stopped"),
            tr("Which rows pass the filter above is not known. Apply it again, or show all rows."),
            tr("Show all rows"));
    } else if (!m_dataset) {
        m_empty->say(tr("No dataset is open"),
            tr("The rows of a dataset are shown here as they stand in its file. Open a dataset to "
               "see them."));
    } else if (!m_model->table()) {
        m_empty->say(tr("The rows are not at hand"), whyNoRows(), tr("Locate…"));
    } else if (m_model->table()->rows == 0) {
        m_empty->say(tr("The table has no rows"),
            tr("The file has a header and nothing below it, so there is nothing to show."));
    } else {
        m_empty->say(tr("No row passes the filter"),
            tr("%1 row(s) were compared with the conditions above.", nullptr,
                pluralOf(static_cast<std::int64_t>(m_model->table()->rows)))
                .arg(counted(static_cast<std::int64_t>(m_model->table()->rows))),
            tr("Show all rows"));
    }
}

QString RowsPage::whyNoRows() const
{
    QString why = tr("The report of this dataset is kept, but not its rows.");
    if (m_dataset->noRows) {
        why = tr("The report of this dataset is kept, but its rows cannot be read: %1 (%2).")
                  .arg(shown(m_dataset->noRows->message), shown(m_dataset->noRows->where.file));
    }
    return why + QLatin1Char(' ')
        + tr("Say where the file is now, or put it back as it was and open the dataset again.");
}

void RowsPage::showCount(State state)
{
    if (!m_model->table()) {
        m_count->clear();
        return;
    }
    const QString all = counted(static_cast<std::int64_t>(m_model->table()->rows));
    const int many = pluralOf(static_cast<std::int64_t>(m_model->table()->rows));
    const QString some = counted(static_cast<std::int64_t>(m_model->rows()->count()));
    if (state == State::Searching)
        m_count->setText(tr("Looking through %1 row(s)…", nullptr, many).arg(all));
    else if (state == State::Stopped)
        m_count->setText(tr("– of %1 row(s) (the search was stopped)", nullptr, many).arg(all));
    else
        m_count->setText(tr("%1 of %2 row(s)", nullptr, many).arg(some, all));
}

void RowsPage::showPages()
{
    const std::uint64_t pages = m_model->pages();
    m_pages->setVisible(pages > 1);
    m_before->setEnabled(m_model->page() > 0);
    m_after->setEnabled(m_model->page() + 1 < pages);
    const std::uint64_t first = m_model->page() * RowsModel::kRowsPerPage;
    m_pageLabel->setText(tr("%1 to %2")
                             .arg(counted(static_cast<std::int64_t>(first) + 1),
                                 counted(static_cast<std::int64_t>(first) + m_model->rowCount())));
}

void RowsPage::showCell()
{
    const QModelIndex current = m_view->currentIndex();
    const auto row = current.isValid() ? m_model->read(current.row()) : nullptr;
    if (!row) {
        m_reader->clear();
        return;
    }
    const auto column = static_cast<std::size_t>(current.column());
    const std::string& cell = row->cells[column];
    m_reader->setCell(m_model->table()->columns[column].name, m_model->tableRow(current.row()) + 1,
        row->line, cell, m_model->isMissing(current.column(), cell));
}

void RowsPage::showContext()
{
    const findings::Finding* of = nullptr;
    if (m_dataset && !m_finding.empty()) {
        for (const findings::Finding* one : reports::rankedFindings(m_dataset->dataset())) {
            if (one->id(m_dataset->dataset().name) == m_finding)
                of = one;
        }
    }
    m_context->setVisible(of != nullptr);
    if (of)
        m_context->setText(tr("Rows of: %1").arg(shownShort(of->message)));
}

void RowsPage::setPage(std::uint64_t page)
{
    m_model->setPage(page);
    showPages();
    if (m_model->rowCount() > 0)
        m_view->setCurrentIndex(m_model->index(0, m_model->markedColumn().value_or(0)));
}

void RowsPage::startGoTo()
{
    m_goTo->selectAll();
    m_goTo->setFocus(Qt::ShortcutFocusReason);
}

void RowsPage::goTo()
{
    bool isNumber = false;
    const QLocale locale;
    const QString text = m_goTo->text().trimmed();
    qulonglong number = text.toULongLong(&isNumber);
    if (!isNumber)
        number = locale.toULongLong(text, &isNumber);
    if (!isNumber || number == 0) {
        tell(tr("Write a number from 1, without a point."));
        return;
    }
    if (!m_model->table() || m_model->table()->rows == 0)
        return;
    tell({});
    if (m_goToKind->currentIndex() == 0)
        goToRow(number - 1);
    else
        goToLine(number);
}

void RowsPage::goToLine(std::uint64_t line)
{
    const auto row = rowOfLine(*m_model->table()->source, line);
    if (!row)
        tellError(tr("The line cannot be found"), row.error());
    else if (*row)
        goToRow(**row);
}

void RowsPage::goToRow(std::uint64_t row)
{
    const std::uint64_t count = m_model->rows()->count();
    if (count == 0)
        return;
    const std::uint64_t wanted = std::min(row, m_model->table()->rows - 1);
    const std::uint64_t place = std::min(m_model->rows()->placeOf(wanted), count - 1);
    m_model->setPage(place / RowsModel::kRowsPerPage);
    showPages();
    const auto at = static_cast<int>(place % RowsModel::kRowsPerPage);
    const int column = std::max(m_view->currentIndex().column(), 0);
    m_view->setCurrentIndex(m_model->index(at, column));
    m_view->scrollTo(m_view->currentIndex(), QAbstractItemView::PositionAtCenter);
    m_view->setFocus();
    const std::uint64_t reached = m_model->rows()->at(place);
    if (reached != row) {
        tell(tr("Row %1 is not among the rows shown; this is row %2.")
                 .arg(counted(static_cast<std::int64_t>(row) + 1),
                     counted(static_cast<std::int64_t>(reached) + 1)));
    }
}

void RowsPage::tell(const QString& text)
{
    m_told->setText(text);
    m_told->setVisible(!text.isEmpty());
}

void RowsPage::tellError(const QString& what, const base::Error& error)
{
    QString text = what + QStringLiteral(": ") + shownShort(base::Sentence{error.message});
    if (!error.hint.empty())
        text += QStringLiteral(" – ") + shownShort(base::Sentence{error.hint});
    tell(text);
}

} // namespace cupel::ui
