#include "ui/pages/columns_page.h"

#include <QActionGroup>
#include <QDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>
#include <array>

#include "ui/models/finding_review.h"
#include "ui/pages/choice_delegate.h"
#include "ui/pages/column_details.h"
#include "ui/pages/comment_dialog.h"
#include "ui/pages/empty_state.h"
#include "ui/pages/histogram_delegate.h"
#include "ui/pages/list_and_details.h"
#include "ui/pages/page_filter.h"
#include "ui/pages/role_choice.h"
#include "ui/pages/table_layout.h"
#include "ui/pages/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kDetailsWidth = 46; ///< in characters
/// Widths of the columns in characters, the least and the most: what is in them decides.
constexpr std::array<TableLayout::Fitted, 9> kFittedColumns{
    {{ColumnsModel::Name, 14, 26}, {ColumnsModel::Type, 10, 24}, {ColumnsModel::RoleOf, 8, 16},
        {ColumnsModel::Missing, 9, 20}, {ColumnsModel::Distinct, 9, 18}, {ColumnsModel::Min, 8, 16},
        {ColumnsModel::Median, 8, 16}, {ColumnsModel::Mean, 8, 16}, {ColumnsModel::Max, 8, 16}}};
constexpr int kDistributionWidth = 15;
constexpr int kLeastTop = 24;
constexpr qsizetype kArrangedColumns = 3;

} // namespace

ColumnsPage::ColumnsPage(QWidget* parent)
    : Page(parent)
    , m_model(new ColumnsModel(this))
    , m_filter(new TextFilter(this))
    , m_text(new QLineEdit)
    , m_count(new PlainLabel({}, PlainLabel::Look::Small))
    , m_table(new QTableView)
    , m_details(new ColumnDetails)
{
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    m_parts = new ListAndDetails(m_table);
    setUpTable();
    m_parts->compose({m_text, m_count}, m_details, kDetailsWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_parts);

    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setText(text);
        showState();
    });
    connect(&m_parts->noMatch(), &EmptyState::acted, m_text, &QLineEdit::clear);
    connect(m_details, &ColumnDetails::followed, this, &Page::followed);
    connect(m_details, &ColumnDetails::commentAsked, this, &ColumnsPage::comment);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &ColumnsPage::showCurrent);
    connect(m_table, &QTableView::activated, this, &ColumnsPage::activate);
    connect(m_table, &QTableView::customContextMenuRequested, this, &ColumnsPage::openMenu);
    connect(m_model, &ColumnsModel::typeEdited, this, &ColumnsPage::typeChosen);
    connect(m_model, &ColumnsModel::roleEdited, this,
        [this](const std::string& column, const std::string& role) {
            Q_EMIT rolesEdited(
                [column, role, open = m_model->dataset()](const audits::Roles& roles) {
                    return withRole(roles, column, role, open->dataset().proposals);
                });
        });
    ColumnsPage::setDataset(nullptr);
}

QString ColumnsPage::title() const
{
    return tr("Columns");
}

void ColumnsPage::setUpTable()
{
    m_text->setPlaceholderText(tr("Filter by name, type or role"));
    m_text->setAccessibleName(tr("Filter of columns"));
    m_text->setObjectName(filterName());
    m_text->setClearButtonEnabled(true);
    m_table->setAccessibleName(tr("Columns"));
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_table->setWordWrap(false);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->setItemDelegateForColumn(ColumnsModel::Distribution, new HistogramDelegate(m_table));
    m_table->setItemDelegateForColumn(ColumnsModel::Type,
        new ChoiceDelegate(tr("Type of the column"), tr("decided by the cells"), m_table));
    m_table->setItemDelegateForColumn(
        ColumnsModel::RoleOf, new ChoiceDelegate(tr("Role of the column"), tr("none"), m_table));
    const QFontMetrics metrics(m_table->font());
    m_table->verticalHeader()->setDefaultSectionSize(metrics.lineSpacing() * 2);
    m_table->setColumnWidth(
        ColumnsModel::Distribution, kDistributionWidth * metrics.averageCharWidth());
    m_layout = new TableLayout(*m_table,
        {ColumnsModel::Top, kLeastTop * metrics.averageCharWidth(), ColumnsModel::Top, {}});
    m_table->installEventFilter(this);
}

void ColumnsPage::setDataset(const OpenDatasetPtr& dataset)
{
    if (isSameRun(m_model->dataset(), dataset)) {
        m_model->setDataset(dataset);
        showCurrent();
        return;
    }
    if (QDialog* const dialog = m_dialog.data())
        dialog->reject();
    const QModelIndex current = m_filter->mapToSource(m_table->currentIndex());
    const std::string chosen
        = current.isValid() ? m_model->column(current.row()).name : std::string();
    m_details->setColumn(nullptr, nullptr);
    m_model->setDataset(dataset);
    m_layout->fitTo({kFittedColumns.begin(), kFittedColumns.end()});
    showState();
    const int row = chosen.empty() ? -1 : m_model->find(chosen);
    select(row < 0 ? 0 : row);
}

void ColumnsPage::showState()
{
    const int all = m_model->rowCount();
    if (!m_model->dataset()) {
        m_parts->empty().say(tr("No dataset is open"),
            tr("The columns of a dataset are listed here with their types, roles and values. Open "
               "a dataset to see them."));
    } else {
        m_parts->empty().say(tr("The table has no columns"),
            tr("The file has neither a header nor rows, so there is nothing to describe."));
    }
    const int shownRows = m_filter->rowCount();
    m_count->setText(
        tr("%1 of %2 column(s) shown", nullptr, all).arg(counted(shownRows), counted(all)));
    m_parts->noMatch().say(tr("No column matches"),
        tr("The filter above hides %1 column(s).", nullptr, all).arg(counted(all)),
        tr("Clear the filter"));
    m_parts->showCounts(all, shownRows);
}

void ColumnsPage::showCurrent()
{
    const QModelIndex current = m_filter->mapToSource(m_table->currentIndex());
    m_details->setColumn(
        m_model->dataset(), current.isValid() ? &m_model->column(current.row()) : nullptr);
}

void ColumnsPage::activate(const QModelIndex& index)
{
    if (index.flags().testFlag(Qt::ItemIsEditable))
        m_table->edit(index);
    else
        showRows();
}

void ColumnsPage::edit(int column)
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const QModelIndex index = current.siblingAtColumn(column);
    m_table->setCurrentIndex(index);
    m_table->edit(index);
}

void ColumnsPage::showRows()
{
    const QModelIndex current = m_filter->mapToSource(m_table->currentIndex());
    if (!current.isValid())
        return;
    const std::string name = m_model->column(current.row()).name;
    Q_EMIT followed(Target{PageId::Rows, {}, {}, RowsQuery{{}, name}});
}

void ColumnsPage::comment()
{
    const QModelIndex current = m_filter->mapToSource(m_table->currentIndex());
    if (!current.isValid() || !m_model->dataset()->canReview || m_dialog)
        return;
    const counts::ColumnDescription& column = m_model->column(current.row());
    const std::string target = pipeline::commentTarget(pipeline::CommentOn::Column, column.name);
    auto* dialog = new CommentDialog(
        tr("Column %1").arg(shownShort(column.name)), commentOn(*m_model->dataset(), column), this);
    connect(dialog, &CommentDialog::saved, this, [this, target](const pipeline::Comment& words) {
        Q_EMIT said(tr("comment on a column"), target, words);
    });
    connect(dialog, &CommentDialog::removed, this, [this, target] {
        Q_EMIT unsaid(tr("remove a comment"), pipeline::ReviewKind::Comment, target);
    });
    m_dialog = dialog;
    dialog->open();
}

void ColumnsPage::addChoices(QMenu& menu, int column)
{
    const QModelIndex index = m_table->currentIndex().siblingAtColumn(column);
    auto* group = new QActionGroup(&menu);
    for (const QString& choice : index.data(TableModel::ChoicesRole).toStringList()) {
        const QString none = column == ColumnsModel::Type ? tr("Decided by the cells") : tr("None");
        QAction* action = menu.addAction(choice.isEmpty() ? none : choice);
        action->setCheckable(true);
        action->setChecked(choice == index.data(Qt::EditRole).toString());
        group->addAction(action);
        const QPersistentModelIndex at(index);
        connect(action, &QAction::triggered, this,
            [this, at, choice] { m_filter->setData(at, choice, Qt::EditRole); });
    }
}

void ColumnsPage::openMenu(const QPoint& position)
{
    const QModelIndex index = m_table->indexAt(position);
    if (index.isValid())
        m_table->setCurrentIndex(index);
    if (!m_table->currentIndex().isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show rows"), this, &ColumnsPage::showRows);
    auto* roles = menu->addMenu(tr("Role"));
    addChoices(*roles, ColumnsModel::RoleOf);
    auto* types = menu->addMenu(tr("Type"));
    addChoices(*types, ColumnsModel::Type);
    menu->popup(m_table->viewport()->mapToGlobal(position));
}

bool ColumnsPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
        if (isPlain && (key->key() == Qt::Key_R || key->key() == Qt::Key_T)) {
            edit(key->key() == Qt::Key_R ? ColumnsModel::RoleOf : ColumnsModel::Type);
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void ColumnsPage::select(int row)
{
    const QModelIndex index = m_filter->mapFromSource(m_model->index(row, ColumnsModel::Name));
    if (!index.isValid())
        return;
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

QByteArray ColumnsPage::layoutState() const
{
    return packLayout(
        {m_layout->state(), m_parts->splitter().saveState(), m_text->text().toUtf8()});
}

void ColumnsPage::restoreLayout(const QByteArray& state)
{
    const QList<QByteArray> parts = unpackLayout(state, kArrangedColumns);
    if (parts.isEmpty())
        return;
    m_layout->restore(parts[0]);
    m_layout->fitTo({kFittedColumns.begin(), kFittedColumns.end()});
    m_parts->splitter().restoreState(parts[1]);
    m_text->setText(QString::fromUtf8(parts[2]));
}

void ColumnsPage::reveal(const Target& target)
{
    if (const int row = m_model->find(target.item); row >= 0) {
        if (!m_filter->mapFromSource(m_model->index(row, 0)).isValid())
            m_text->clear();
        select(row);
    }
    m_table->setFocus();
}

} // namespace cupel::ui
