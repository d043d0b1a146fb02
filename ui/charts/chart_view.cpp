#include "ui/charts/chart_view.h"

#include <QAccessible>
#include <QChart>
#include <QGraphicsScene>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>
#include <utility>

#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "ui/charts/chart_accessible.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kLeastCharacters = 44; ///< of the width
constexpr int kUsualCharacters = 90;

const reports::PrivacyView& wholeView()
{
    static const reports::PrivacyView view(reports::Privacy::Full);
    return view;
}

} // namespace

ChartView::ChartView(QWidget* parent)
    : QChartView(parent)
    , m_drawing(std::make_unique<ChartDrawing>(*chart()))
{
    installChartAccessibility();
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

ChartView::~ChartView() = default;

void ChartView::setContent(const charts::ChartSpec& spec, ResultTablePtr table)
{
    m_table = std::move(table);
    m_content = {spec, reports::chartRows(spec, *m_table, wholeView())};
    m_focus = 0;
    m_hover.reset();
    m_pressed.reset();
    m_highlighted.reset();
    if (!canBeLog())
        m_scale = ChartScale::Linear;
    setAccessibleName(shown(reports::cutTexts(m_table->title)));
    setAccessibleDescription(summary());
    redraw();
    updateGeometry();
}

QString ChartView::summary() const
{
    return shown(reports::chartSummary(m_content.spec, m_content.rows));
}

QString ChartView::markText(std::size_t mark) const
{
    return mark < m_content.rows.rows.size()
        ? shown(reports::rowText(m_content.spec, m_content.rows.rows[mark]))
        : QString();
}

bool ChartView::canBeLog() const
{
    return reports::logAxis(m_content.spec, m_content.rows).has_value();
}

void ChartView::setScale(ChartScale scale)
{
    if (scale == m_scale || (scale == ChartScale::Log && !canBeLog()))
        return;
    m_scale = scale;
    redraw();
    updateGeometry();
}

bool ChartView::highlight(std::optional<std::size_t> tableRow)
{
    m_highlighted.reset();
    const auto& rows = m_content.rows.rows;
    for (std::size_t i = 0; tableRow && i < rows.size(); ++i) {
        if (rows[i].tableRow == tableRow)
            m_highlighted = i;
    }
    if (m_highlighted)
        setFocusMark(*m_highlighted);
    viewport()->update();
    return m_highlighted.has_value() || !tableRow;
}

void ChartView::setFocusMark(std::size_t mark)
{
    if (mark >= m_content.rows.rows.size())
        return;
    m_focus = mark;
    viewport()->update();
    if (hasFocus())
        announceFocus();
}

void ChartView::activate(std::size_t mark)
{
    if (mark >= m_content.rows.rows.size())
        return;
    setFocusMark(mark);
    m_highlighted = mark;
    viewport()->update();
    if (const auto row = m_content.rows.rows[mark].tableRow)
        Q_EMIT rowActivated(*row);
    else
        Q_EMIT restActivated();
}

QRect ChartView::markRect(std::size_t mark)
{
    ensureBuilt();
    return m_drawing->band(mark).toAlignedRect();
}

void ChartView::ensureBuilt()
{
    if (m_isBuilt || !m_table)
        return;
    m_isBuilt = true;
    m_drawing->build(m_content, m_scale, font(), colorsFor(palette()));
    m_drawing->layOut(chart()->size());
}

void ChartView::redraw()
{
    m_isBuilt = false;
    viewport()->update();
}

void ChartView::paintTo(QPainter& painter, const QRectF& target)
{
    ensureBuilt();
    m_drawing->layOut(target.size());
    painter.fillRect(target, colorsFor(palette()).paper);
    scene()->render(&painter, target, QRectF(QPointF(), target.size()), Qt::IgnoreAspectRatio);
    m_drawing->layOut(chart()->size());
}

QSize ChartView::sizeHint() const
{
    const int height = m_table ? qCeil(ChartDrawing::heightFor(m_content, m_scale, font())) : 0;
    return {fontMetrics().averageCharWidth() * kUsualCharacters, height};
}

QSize ChartView::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * kLeastCharacters, sizeHint().height()};
}

bool ChartView::event(QEvent* event)
{
    // Tool tips are shown as soon as a mark is pointed at, with its text alone.
    if (event->type() == QEvent::ToolTip)
        return true;
    return QChartView::event(event);
}

void ChartView::changeEvent(QEvent* event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange) {
        redraw();
        updateGeometry();
    }
}

void ChartView::paintEvent(QPaintEvent* event)
{
    ensureBuilt();
    QChartView::paintEvent(event);
}

void ChartView::resizeEvent(QResizeEvent* event)
{
    QChartView::resizeEvent(event);
    if (m_isBuilt)
        m_drawing->layOut(chart()->size());
}

std::optional<std::size_t> ChartView::markAt(const QPointF& position)
{
    ensureBuilt();
    return m_drawing->markAt(position);
}

void ChartView::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    m_pressed = markAt(event->position());
    if (m_pressed)
        setFocusMark(*m_pressed);
}

void ChartView::mouseReleaseEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    if (pressed && pressed == markAt(event->position()))
        activate(*pressed);
}

void ChartView::mouseMoveEvent(QMouseEvent* event)
{
    const auto mark = markAt(event->position());
    if (mark == m_hover)
        return;
    setHover(mark);
    if (mark)
        QToolTip::showText(
            event->globalPosition().toPoint(), ui::toolTip(markText(*mark)), this, markRect(*mark));
    else
        QToolTip::hideText();
}

void ChartView::leaveEvent(QEvent* event)
{
    QChartView::leaveEvent(event);
    setHover(std::nullopt);
}

void ChartView::setHover(std::optional<std::size_t> mark)
{
    m_hover = mark;
    viewport()->setCursor(mark ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

/// The page scrolls, not the chart.
void ChartView::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void ChartView::keyPressEvent(QKeyEvent* event)
{
    const std::size_t count = m_content.rows.rows.size();
    const bool isPlain = !(event->modifiers() & ~Qt::KeypadModifier);
    if (!isPlain || count == 0)
        return event->ignore();
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        return setFocusMark(std::min(m_focus + 1, count - 1));
    case Qt::Key_Up:
    case Qt::Key_Left:
        return setFocusMark(m_focus > 0 ? m_focus - 1 : 0);
    case Qt::Key_Home:
        return setFocusMark(0);
    case Qt::Key_End:
        return setFocusMark(count - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return activate(m_focus);
    case Qt::Key_T:
        Q_EMIT tableAsked();
        return;
    default:
        event->ignore();
    }
}

void ChartView::focusInEvent(QFocusEvent* event)
{
    QChartView::focusInEvent(event);
    viewport()->update();
    announceFocus();
}

void ChartView::focusOutEvent(QFocusEvent* event)
{
    QChartView::focusOutEvent(event);
    viewport()->update();
}

void ChartView::announceFocus()
{
    if (m_content.rows.rows.empty())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(static_cast<int>(m_focus));
    QAccessible::updateAccessibility(&event);
}

void ChartView::drawBackground(QPainter* painter, const QRectF& rect)
{
    const Colors& colors = colorsFor(palette());
    painter->fillRect(rect, colors.paper);
    if (m_hover)
        painter->fillRect(m_drawing->band(*m_hover), colors.card);
    if (!m_highlighted)
        return;
    constexpr qreal kStripe = 4.0;
    constexpr float kPale = 0.16F;
    const QRectF band = m_drawing->band(*m_highlighted);
    QColor pale = colors.accent;
    pale.setAlphaF(kPale);
    painter->fillRect(band, pale);
    painter->fillRect(QRectF(band.topLeft(), QSizeF(kStripe, band.height())), colors.accent);
}

void ChartView::drawForeground(QPainter* painter, const QRectF&)
{
    if (!hasFocus() || m_content.rows.rows.empty())
        return;
    painter->setPen(QPen(colorsFor(palette()).accent, 2.0));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(m_drawing->band(m_focus).adjusted(1, 1, -1, -1), 3.0, 3.0);
}

} // namespace cupel::ui
