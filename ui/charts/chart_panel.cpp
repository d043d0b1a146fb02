#include "ui/charts/chart_panel.h"

#include <QPainter>
#include <QToolButton>
#include <utility>

namespace cupel::ui {

ChartPanel::ChartPanel(const charts::ChartSpec& spec, ResultTablePtr table, QWidget* parent)
    : ChartPanel(spec, std::move(table), new ChartView, parent)
{
}

ChartPanel::ChartPanel(
    const charts::ChartSpec& spec, ResultTablePtr table, ChartView* chart, QWidget* parent)
    : FigurePanel(spec.id, table, chart, parent)
    , m_spec(spec)
    , m_chart(chart)
    , m_logButton(figureButton(
          tr("Log scale"), tr("Draw the counts in powers of ten, so that small ones are seen")))
{
    m_chart->setContent(m_spec, std::move(table));
    addButton(m_logButton);
    m_logButton->setCheckable(true);
    m_logButton->setVisible(m_chart->canBeLog());
    connect(m_logButton, &QToolButton::toggled, this,
        [this](bool isLog) { m_chart->setScale(isLog ? ChartScale::Log : ChartScale::Linear); });
    connect(m_chart, &ChartView::rowActivated, this, &ChartPanel::rowActivated);
    connect(m_chart, &ChartView::restActivated, this, &ChartPanel::toggleTable);
    connect(m_chart, &ChartView::tableAsked, this, &ChartPanel::toggleTable);
}

void ChartPanel::setLog(bool isLog)
{
    m_logButton->setChecked(isLog && m_chart->canBeLog());
}

void ChartPanel::tableShown(bool isShown)
{
    m_logButton->setEnabled(!isShown);
}

bool ChartPanel::mark(std::optional<std::size_t> tableRow)
{
    return m_chart->highlight(tableRow);
}

std::optional<std::size_t> ChartPanel::markedRow() const
{
    const auto& rows = m_chart->rows().rows;
    return m_chart->focusMark() < rows.size() ? rows[m_chart->focusMark()].tableRow : std::nullopt;
}

Picture ChartPanel::figurePicture()
{
    const QSize hint = m_chart->sizeHint();
    const QSize size(m_chart->isVisible() ? m_chart->width() : hint.width(), hint.height());
    return {size, {}, m_chart->summary(),
        [this, size](QPainter& painter) { m_chart->paintTo(painter, QRectF(QPointF(), size)); }};
}

} // namespace cupel::ui
