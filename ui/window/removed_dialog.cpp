#include "ui/window/removed_dialog.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "core/reports/text_forms.h"
#include "ui/jobs/workspace.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"
#include "ui/window/catalog_dates.h"

namespace cupel::ui {
namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr std::size_t kMostColumns = 120;

QTableWidgetItem* cellOf(const QString& text)
{
    auto* cell = new QTableWidgetItem(text);
    cell->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    cell->setToolTip(ui::toolTip(text));
    return cell;
}

} // namespace

RemovedDialog::RemovedDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_words(new PlainLabel)
    , m_table(new QTableWidget)
    , m_bringBack(new QPushButton(tr("&Bring back")))
{
    setWindowTitle(tr("Removed datasets"));
    m_table->setAccessibleName(tr("Removed datasets"));
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels(
        {tr("Dataset"), tr("Removed"), tr("Can be brought back until"), tr("File")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_bringBack, QDialogButtonBox::ActionRole);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_words);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_bringBack, &QPushButton::clicked, this, &RemovedDialog::bringBack);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &RemovedDialog::updateButton);
    connect(m_table, &QTableWidget::itemActivated, this, &RemovedDialog::bringBack);
    connect(&workspace, &Workspace::datasetsChanged, this, &RemovedDialog::fill);
    fill();
    const int unit = fontMetrics().height();
    resize(unit * 46, unit * 20);
}

void RemovedDialog::fill()
{
    const auto& all = m_workspace.removedDatasets();
    m_words->setText(all.empty()
            ? tr("No dataset was removed from the catalog that could be brought back.")
            : tr("With its versions, its reports and what people said of it. After the day that is "
                 "named a removed dataset may be deleted for good."));
    m_table->setRowCount(static_cast<int>(all.size()));
    for (int i = 0; i < m_table->rowCount(); ++i) {
        const catalog::Dataset& one = all[static_cast<std::size_t>(i)];
        const catalog::Time at = one.removedAt.value_or(one.addedAt);
        auto* name = cellOf(shown(reports::shortened(one.name, kMostColumns)));
        name->setData(kIdRole, QVariant::fromValue<qlonglong>(one.id));
        m_table->setItem(i, 0, name);
        m_table->setItem(i, 1, cellOf(dayWords(at)));
        m_table->setItem(i, 2, cellOf(dayWords(at + catalog::kKeepRemoved)));
        m_table->setItem(i, 3, cellOf(shown(one.path)));
    }
    m_table->resizeColumnsToContents();
    if (m_table->rowCount() > 0 && !m_table->currentItem())
        m_table->setCurrentCell(0, 0);
    updateButton();
}

void RemovedDialog::updateButton()
{
    m_bringBack->setEnabled(m_table->currentRow() >= 0
        && m_table->currentRow() < m_table->rowCount()
        && m_workspace.catalogState() == CatalogState::Writable);
}

void RemovedDialog::bringBack()
{
    const int row = m_table->currentRow();
    if (row >= 0 && m_bringBack->isEnabled())
        m_workspace.restore(m_table->item(row, 0)->data(kIdRole).toLongLong());
}

} // namespace cupel::ui
