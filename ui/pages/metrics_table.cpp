#include "ui/pages/metrics_table.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kMetricsSeen = 14;
constexpr int kMeasuredMetrics = 200;
constexpr int kWidestMetric = 62; ///< in characters
constexpr int kBetween = 2; ///< characters that a column has more than it needs

/// Those that are looked at first, until all are asked for.
class KeyMetrics : public QSortFilterProxyModel {
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setAll(bool isAll)
    {
        m_isAll = isAll;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override
    {
        return m_isAll || sourceModel()->index(row, 0, parent).data(MetricsModel::KeyRole).toBool();
    }

private:
    bool m_isAll = false;
};

} // namespace

MetricsTable::MetricsTable(QWidget* parent)
    : QWidget(parent)
    , m_model(new MetricsModel(this))
    , m_filtered(new KeyMetrics(this))
    , m_view(new QTableView)
    , m_all(new QCheckBox)
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setSortRole(TableModel::SortRole);
    m_view->setModel(m_filtered);
    m_view->setSortingEnabled(true);
    m_filtered->sort(-1);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setResizeContentsPrecision(kMeasuredMetrics);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->verticalHeader()->hide();
    m_view->setAlternatingRowColors(true);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setAccessibleName(tr("Metrics"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    layout->addWidget(m_all, 0, Qt::AlignLeft);
    connect(m_all, &QCheckBox::toggled, this, [this](bool isAll) {
        static_cast<KeyMetrics*>(m_filtered)->setAll(isAll);
        fit();
    });
    auto* copyKey = new QShortcut(
        QKeySequence::Copy, m_view, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(copyKey, &QShortcut::activated, this, &MetricsTable::copy);
}

void MetricsTable::fit()
{
    m_all->setText(tr("All %1 metrics").arg(counted(m_model->rowCount())));
    m_all->setAccessibleName(m_all->text());
    m_view->horizontalHeader()->setMaximumSectionSize(
        m_view->fontMetrics().averageCharWidth() * kWidestMetric);
    m_view->verticalHeader()->setDefaultSectionSize(m_view->fontMetrics().height() * 8 / 5);
    m_view->resizeColumnsToContents();
    QHeaderView& header = *m_view->horizontalHeader();
    for (int column = 0; column + 1 < header.count(); ++column) // so that figures keep apart
        header.resizeSection(column,
            header.sectionSize(column) + kBetween * m_view->fontMetrics().averageCharWidth());
    const int rows = std::clamp(m_filtered->rowCount(), 1, kMetricsSeen);
    m_view->setFixedHeight(m_view->horizontalHeader()->sizeHint().height()
        + rows * m_view->verticalHeader()->defaultSectionSize()
        + m_view->horizontalScrollBar()->sizeHint().height() + 2 * m_view->frameWidth());
}

void MetricsTable::copy()
{
    QModelIndexList indexes = m_view->selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end(), [](const QModelIndex& a, const QModelIndex& b) {
        return a.row() != b.row() ? a.row() < b.row() : a.column() < b.column();
    });
    QString text;
    for (qsizetype i = 0; i < indexes.size(); ++i) {
        if (i > 0)
            text += indexes.at(i).row() == indexes.at(i - 1).row() ? QLatin1Char('\t')
                                                                   : QLatin1Char('\n');
        text += indexes.at(i).data(MetricsModel::ExactRole).toString();
    }
    QGuiApplication::clipboard()->setText(text);
}

} // namespace cupel::ui
