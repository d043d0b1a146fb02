#include "ui/pages/chart_page.h"

#include <QScrollBar>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "core/reports/mark_filter.h"
#include "core/reports/page.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/heat_map_panel.h"
#include "ui/charts/table_twin.h"
#include "ui/models/finding_review.h"
#include "ui/pages/empty_state.h"
#include "ui/pages/finding_links.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/metrics_table.h"
#include "ui/pages/reading_column.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

/// Of a chart that has a map of its own besides.
constexpr const char* kMapEnding = "/map";

std::string itemOf(const reports::AuditReport& audit, const charts::ChartSpec& spec)
{
    return audit.id + "/" + spec.id;
}

/// The groups of a column in their own order, where it has one.
HeatMapModel::Order orderOfGroups(const audits::Roles& roles, const std::string& column)
{
    for (const audits::GroupRole& group : roles.groups) {
        if (group.column == column && !group.bins.empty())
            return counts::binLabels(group.bins);
    }
    return {};
}

std::int64_t minimumRowsOf(const reports::AuditReport& audit)
{
    const auto found = audit.result.parameters.find("minCount");
    if (found == audit.result.parameters.end())
        return 0;
    const auto* rows = std::get_if<std::int64_t>(&found->second);
    return rows ? *rows : 0;
}

} // namespace

ChartPage::ChartPage(QWidget* parent)
    : Page(parent)
    , m_stack(new QStackedWidget)
    , m_empty(new EmptyState)
    , m_reading(new ReadingColumn)
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_reading);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(
        m_reading->verticalScrollBar(), &QScrollBar::rangeChanged, this, &ChartPage::scrollBack);
}

void ChartPage::setDataset(const OpenDatasetPtr& dataset)
{
    if (haveSameFindings(m_dataset, dataset)) {
        m_dataset = dataset; // the rest of a review says nothing of the charts
        return;
    }
    m_dataset = dataset;
    m_isStale = true;
    if (isVisible() || !dataset)
        ensureFilled();
}

void ChartPage::showEvent(QShowEvent* event)
{
    ensureFilled();
    Page::showEvent(event);
}

void ChartPage::ensureFilled()
{
    if (!m_isStale)
        return;
    m_isStale = false;
    refill();
}

void ChartPage::refill()
{
    rememberFigures();
    const std::string name = m_dataset ? m_dataset->dataset().name : std::string();
    m_scrollTo = 0;
    const int scrolled = name == m_shownName ? m_reading->verticalScrollBar()->value() : 0;
    m_shownName = name;
    m_figures.clear();
    beforeClear();
    m_reading->clear();
    if (!m_dataset) {
        m_empty->say(tr("No dataset is open"), emptyReason());
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    fill();
    column().addStretch(1);
    m_stack->setCurrentWidget(m_reading);
    // What was just made has no height yet.
    m_scrollTo = scrolled;
    QTimer::singleShot(0, this, &ChartPage::scrollBack);
}

/// An audit of the same dataset leaves the person where they were.
void ChartPage::scrollBack()
{
    QScrollBar* bar = m_reading->verticalScrollBar();
    if (m_scrollTo > 0 && bar->maximum() >= m_scrollTo)
        bar->setValue(std::exchange(m_scrollTo, 0));
}

void ChartPage::rememberFigures()
{
    for (const auto& [item, panel] : m_figures) {
        const auto* const its = qobject_cast<ChartPanel*>(panel);
        m_states[item] = {panel->isTableShown(), its && its->isLog()};
    }
}

void ChartPage::reveal(const Target& target)
{
    ensureFilled();
    m_scrollTo = 0;
    if (HeatMapPanel* map = heatMap(target.item); map && target.mark)
        map->map().select(target.mark);
    ChartPanel* panel = chart(target.item);
    if (!panel)
        return;
    panel->highlight(target.mark);
    m_reading->showWidget(panel);
}

FigurePanel* ChartPage::figure(const std::string& item) const
{
    const auto found = m_figures.find(item);
    return found == m_figures.end() ? nullptr : found->second;
}

ChartPanel* ChartPage::chart(const std::string& item) const
{
    return qobject_cast<ChartPanel*>(figure(item));
}

HeatMapPanel* ChartPage::heatMap(const std::string& item) const
{
    return qobject_cast<HeatMapPanel*>(figure(item + kMapEnding));
}

bool ChartPage::followRow(const audits::ResultTable& table, std::size_t row)
{
    auto filter = reports::markFilter(m_dataset->dataset(), table, row);
    if (!filter)
        return false;
    Q_EMIT followed({PageId::Rows, {}, {}, RowsQuery{std::move(*filter), {}}});
    return true;
}

QVBoxLayout& ChartPage::column()
{
    return m_reading->column();
}

void ChartPage::addHeading(const QString& text)
{
    column().addWidget(new HeadingLabel(text));
}

void ChartPage::addText(const QString& text)
{
    column().addWidget(new PlainLabel(text));
}

void ChartPage::addRemark(const QString& text)
{
    column().addWidget(new PlainLabel(text, PlainLabel::Look::Small));
}

ResultTablePtr ChartPage::tableOf(const reports::AuditReport& audit, const std::string& id) const
{
    const auto& tables = audit.result.tables;
    const auto found = std::find_if(tables.begin(), tables.end(),
        [&id](const audits::ResultTable& one) { return one.id == id; });
    return found == tables.end() ? nullptr : ResultTablePtr(m_dataset, &*found);
}

void ChartPage::addChart(const reports::AuditReport& audit, const charts::ChartSpec& spec)
{
    ResultTablePtr table = tableOf(audit, spec.table);
    if (!table)
        return;
    const std::string item = itemOf(audit, spec);
    auto* panel = new ChartPanel(spec, table);
    panel->setLog(m_states[item].isLog);
    addFigure(item, panel, table);
}

void ChartPage::addHeatMap(const reports::AuditReport& audit, const charts::ChartSpec& spec)
{
    ResultTablePtr table = tableOf(audit, spec.table);
    if (!table || table->columns.size() < 2)
        return;
    const audits::Roles& roles = m_dataset->dataset().roles;
    auto* panel = new HeatMapPanel(spec.id, table, orderOfGroups(roles, table->columns[0]),
        orderOfGroups(roles, table->columns[1]), minimumRowsOf(audit));
    addFigure(itemOf(audit, spec) + kMapEnding, panel, table);
}

void ChartPage::addFigure(const std::string& item, FigurePanel* panel, const ResultTablePtr& table)
{
    panel->setTableShown(m_states[item].isTable);
    column().addWidget(panel);
    m_figures[item] = panel;
    connect(panel, &FigurePanel::rowActivated, this, [this, panel, table](std::size_t row) {
        panel->say(followRow(*table, row)
                ? QString()
                : tr("No single filter tells the rows behind this mark."));
    });
}

void ChartPage::addTable(const reports::AuditReport& audit, const audits::ResultTable& table)
{
    const ResultTablePtr shared = tableOf(audit, table.id);
    const QString title = shown(reports::cutTexts(table.title));
    auto* frame = new PanelFrame;
    auto* layout = new QVBoxLayout(frame);
    layout->addWidget(new HeadingLabel(title, 3));
    auto* view = new TableTwin(shared);
    view->setAccessibleName(title);
    layout->addWidget(view);
    column().addWidget(frame);
    connect(view, &TableTwin::rowActivated, this,
        [this, shared](std::size_t row) { followRow(*shared, row); });
}

void ChartPage::addFindings(const std::vector<std::string>& audits)
{
    auto* links = new FindingLinks(*m_dataset, audits);
    if (links->count() == 0) {
        delete links;
        return;
    }
    addHeading(tr("What was found"));
    column().addWidget(links);
    connect(links, &FindingLinks::followed, this, [this](const std::string& id) {
        Q_EMIT followed({PageId::Findings, id, {}, {}});
    });
}

MetricsTable& ChartPage::addMetrics(const std::vector<std::string>& audits, MetricsModel::Keys keys,
    const std::set<std::string>& hidden)
{
    auto* table = new MetricsTable;
    table->metrics().setMetrics(m_dataset, audits, std::move(keys), hidden);
    table->fit();
    column().addWidget(table);
    return *table;
}

void ChartPage::addReason(const reports::AuditReport* audit)
{
    if (audit && !audit->result.reason.empty())
        addRemark(tr("%1: %2.").arg(shown(audit->title), shown(audit->result.reason)));
}

} // namespace cupel::ui
