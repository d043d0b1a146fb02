#include "ui/window/catalog_tree.h"

#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "core/reports/text_forms.h"
#include "ui/theme/shown.h"
#include "ui/theme/tone.h"

namespace cupel::ui {
namespace {

constexpr int kNameRole = Qt::UserRole;
constexpr int kKindRole = Qt::UserRole + 1;
constexpr int kMissingRole = Qt::UserRole + 2;
/// A tree of all columns of a wide table would take longer than anybody reads.
constexpr std::size_t kMostColumns = 500;
constexpr std::size_t kNameColumns = 120;

enum Kind { DatasetItem, ColumnItem, RestItem };

reports::Tone toneOfVerdict(const catalog::VerdictCounts& verdict)
{
    if (verdict.errors > 0)
        return reports::Tone::Error;
    if (verdict.warnings > 0)
        return reports::Tone::Warning;
    if (verdict.notes > 0)
        return reports::Tone::Note;
    if (verdict.reviews > 0 || verdict.open > 0)
        return reports::Tone::Question;
    return reports::Tone::Good;
}

QString verdictWords(const catalog::VerdictCounts& verdict)
{
    return CatalogTree::tr("%n error(s)", nullptr, static_cast<int>(verdict.errors))
        + QStringLiteral(", ")
        + CatalogTree::tr("%n warning(s)", nullptr, static_cast<int>(verdict.warnings))
        + QStringLiteral(", ")
        + CatalogTree::tr("%n for a person to decide", nullptr, static_cast<int>(verdict.reviews));
}

/// A name may be a megabyte long; the tree shows its begin.
QString brief(const std::string& name)
{
    return shown(reports::shortened(name, kNameColumns));
}

std::string nameOf(const QTreeWidgetItem& item)
{
    return item.data(0, kNameRole).toByteArray().toStdString();
}

} // namespace

CatalogTree::CatalogTree(QWidget* parent)
    : QWidget(parent)
    , m_filter(new QLineEdit)
    , m_tree(new QTreeWidget)
{
    m_filter->setPlaceholderText(tr("Filter datasets and columns"));
    m_filter->setAccessibleName(tr("Filter datasets and columns"));
    m_filter->setClearButtonEnabled(true);
    m_tree->setAccessibleName(tr("Datasets of the catalog"));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    auto* column = new QVBoxLayout(this);
    constexpr int kEdge = 6;
    column->setContentsMargins(kEdge, kEdge, 0, kEdge);
    column->setSpacing(kEdge);
    column->addWidget(m_filter);
    column->addWidget(m_tree, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &CatalogTree::filter);
    connect(m_tree, &QTreeWidget::itemActivated, this, &CatalogTree::activate);
    connect(m_tree, &QTreeWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        QTreeWidgetItem* item = m_tree->itemAt(at);
        if (!item || item->data(0, kKindRole).toInt() != DatasetItem)
            return;
        // The tree may be filled again while the menu is open: then the item is gone.
        const std::string name = nameOf(*item);
        QMenu menu;
        menu.addAction(tr("Open"), this, [this, name] { Q_EMIT datasetChosen(name); });
        if (item->data(0, kMissingRole).toBool()) {
            menu.addAction(
                tr("Locate its file…"), this, [this, name] { Q_EMIT locateWanted(name); });
        }
        menu.addAction(
                tr("Remove from the catalog"), this, [this, name] { Q_EMIT removeWanted(name); })
            ->setEnabled(!m_isReadOnly);
        menu.exec(m_tree->viewport()->mapToGlobal(at));
    });
    auto* remove = new QShortcut(QKeySequence::Delete, m_tree);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &CatalogTree::removeCurrent);
    fill();
}

void CatalogTree::setDatasets(const std::vector<ListedDataset>& datasets)
{
    m_datasets = datasets;
    fill();
}

void CatalogTree::setOpen(const OpenDatasetPtr& dataset)
{
    m_open = dataset;
    fill();
}

void CatalogTree::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

void CatalogTree::fill()
{
    const Colors& colors = colorsFor(palette());
    m_tree->clear();
    if (m_datasets.empty() && !m_open) {
        auto* item = new QTreeWidgetItem(m_tree, {tr("No datasets yet")});
        item->setData(0, kKindRole, RestItem);
        item->setDisabled(true);
    }
    bool isListed = false;
    for (const ListedDataset& one : m_datasets) {
        const std::string& name = one.summary.dataset.name;
        auto* item = new QTreeWidgetItem(m_tree, {brief(name)});
        item->setData(0, kKindRole, DatasetItem);
        item->setData(0, kNameRole, QByteArray::fromStdString(name));
        QString words = tr("imported, not audited");
        if (const auto& run = one.summary.lastRun) {
            item->setIcon(0, iconOf(toneOfVerdict(run->info.verdict), colors));
            words = verdictWords(run->info.verdict);
        }
        item->setData(0, kMissingRole, one.isMissing);
        if (one.isMissing) {
            words += tr("; its file is not where it was");
            item->setText(0, tr("%1   (file not found)").arg(brief(name)));
            item->setForeground(0, colors.soft);
        }
        item->setToolTip(0, ui::toolTip(words));
        item->setData(0, Qt::AccessibleTextRole, shown(name) + QStringLiteral(": ") + words);
        if (m_open && m_open->name == name) {
            isListed = true;
            fillColumns(item);
        }
    }
    if (m_open && !isListed) {
        auto* item = new QTreeWidgetItem(m_tree, {brief(m_open->name)});
        item->setData(0, kKindRole, RestItem);
        fillColumns(item);
    }
    filter(m_filter->text());
}

void CatalogTree::fillColumns(QTreeWidgetItem* item)
{
    QFont font = m_tree->font();
    font.setBold(true);
    item->setFont(0, font);
    const auto& columns = m_open->dataset().description.columns;
    for (std::size_t i = 0; i < columns.size() && i < kMostColumns; ++i) {
        const std::string role = m_open->dataset().roles.roleOf(columns[i].name);
        const QString name = brief(columns[i].name);
        auto* column = new QTreeWidgetItem(
            item, {role.empty() ? name : tr("%1   %2").arg(name, shown(role))});
        column->setData(0, kKindRole, ColumnItem);
        column->setData(0, kNameRole, QByteArray::fromStdString(columns[i].name));
        column->setToolTip(0, ui::toolTip(shown(table::typeName(columns[i].type))));
    }
    if (columns.size() > kMostColumns) {
        auto* rest = new QTreeWidgetItem(item,
            {tr("%1 more on the page Columns")
                    .arg(counted(static_cast<std::int64_t>(columns.size() - kMostColumns)))});
        rest->setData(0, kKindRole, RestItem);
        rest->setDisabled(true);
    }
    item->setExpanded(true);
    m_tree->setCurrentItem(item);
}

void CatalogTree::filter(const QString& text)
{
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* dataset = m_tree->topLevelItem(i);
        bool isHit = dataset->text(0).contains(text, Qt::CaseInsensitive);
        const bool isWhole = isHit;
        for (int j = 0; j < dataset->childCount(); ++j) {
            QTreeWidgetItem* column = dataset->child(j);
            const bool isColumnHit = column->text(0).contains(text, Qt::CaseInsensitive);
            column->setHidden(!isWhole && !isColumnHit);
            isHit = isHit || isColumnHit;
        }
        dataset->setHidden(!isHit);
    }
}

void CatalogTree::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void CatalogTree::activate(QTreeWidgetItem* item)
{
    const int kind = item->data(0, kKindRole).toInt();
    if (kind == DatasetItem)
        Q_EMIT datasetChosen(nameOf(*item));
    else if (kind == ColumnItem)
        Q_EMIT columnChosen(nameOf(*item));
}

void CatalogTree::removeCurrent()
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    if (item && !m_isReadOnly && item->data(0, kKindRole).toInt() == DatasetItem)
        Q_EMIT removeWanted(nameOf(*item));
}

} // namespace cupel::ui
