#include "ui/dialogs/sheet_view.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/theme/colors.h"

namespace cupel::ui {
namespace {

constexpr int kAir = 14; ///< around a sheet
constexpr qreal kPointsPerInch = 72.0;

} // namespace

SheetView::SheetView(QWidget* parent)
    : QAbstractScrollArea(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Sheets"));
    // Where the bar may come and go, a width that fits is another one each time.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
}

void SheetView::setSheets(PaperSheets sheets)
{
    m_paper = std::move(sheets);
    fitAgain();
    goTo(m_current);
    viewport()->update();
}

qreal SheetView::scale() const
{
    return m_zoom * logicalDpiY() / kPointsPerInch;
}

int SheetView::step() const
{
    return static_cast<int>(std::ceil(m_paper.size.height() * scale())) + kAir;
}

QRect SheetView::placeOf(int sheet) const
{
    const QSize size(static_cast<int>(std::ceil(m_paper.size.width() * scale())), step() - kAir);
    const int left = std::max((viewport()->width() - size.width()) / 2, kAir);
    return {QPoint(left - horizontalScrollBar()->value(),
                kAir + sheet * step() - verticalScrollBar()->value()),
        size};
}

void SheetView::goTo(int sheet)
{
    const int wanted = std::clamp(sheet, 0, std::max(sheetCount() - 1, 0));
    {
        const QScopedValueRollback placing(m_isPlacing, true);
        verticalScrollBar()->setValue(wanted * step());
    }
    setCurrent(wanted);
}

void SheetView::setCurrent(int sheet)
{
    setAccessibleDescription(sheetCount() > 0 ? tr("Page %1 of %2").arg(sheet + 1).arg(sheetCount())
                                              : tr("There are no sheets."));
    if (std::exchange(m_current, sheet) != sheet)
        Q_EMIT currentChanged(sheet);
}

void SheetView::setFit(Fit fit)
{
    m_fit = fit;
    fitAgain();
}

void SheetView::setZoom(qreal zoom)
{
    m_fit = Fit::No;
    m_zoom = zoom;
    fitAgain();
}

/// The zoom and the bars for what is shown, with the same line at the top.
void SheetView::fitAgain()
{
    constexpr qreal kLeast = 0.02;
    const qreal top = verticalScrollBar()->value() / static_cast<qreal>(m_step);
    if (m_fit != Fit::No && !m_paper.size.isEmpty()) {
        const QSizeF room = viewport()->size() - QSize(2 * kAir, 2 * kAir);
        const qreal wide = room.width() / m_paper.size.width();
        const qreal high = room.height() / m_paper.size.height();
        m_zoom = std::max(
            (m_fit == Fit::Width ? wide : std::min(wide, high)) * kPointsPerInch / logicalDpiY(),
            kLeast);
    }
    const QScopedValueRollback placing(m_isPlacing, true);
    const QSize seen = viewport()->size();
    verticalScrollBar()->setRange(0, std::max(sheetCount() * step() + kAir - seen.height(), 0));
    verticalScrollBar()->setPageStep(std::max(seen.height() - kAir, 1));
    verticalScrollBar()->setSingleStep(fontMetrics().height() * 3);
    // What is fitted is no wider than the room, but for rounding.
    const int beyond = m_fit == Fit::No ? placeOf(0).width() + 2 * kAir - seen.width() : 0;
    horizontalScrollBar()->setRange(0, std::max(beyond, 0));
    horizontalScrollBar()->setPageStep(seen.width());
    horizontalScrollBar()->setSingleStep(fontMetrics().height() * 3);
    m_step = step();
    verticalScrollBar()->setValue(static_cast<int>(std::lround(top * m_step)));
    viewport()->update();
}

void SheetView::scrollContentsBy(int, int)
{
    viewport()->update();
    if (m_isPlacing || sheetCount() == 0)
        return;
    constexpr int kRead = 3; // what is in the upper third is read
    const int at = verticalScrollBar()->value() + viewport()->height() / kRead;
    const QScrollBar& bar = *verticalScrollBar();
    const bool isAtEnd = bar.value() == bar.maximum() && bar.maximum() > 0;
    setCurrent(isAtEnd ? sheetCount() - 1 : std::clamp(at / step(), 0, sheetCount() - 1));
}

void SheetView::keyPressEvent(QKeyEvent* event)
{
    const bool isBeside = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Home:
        return goTo(0);
    case Qt::Key_End:
        return goTo(sheetCount() - 1);
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        if (isBeside)
            return goTo(m_current + (event->key() == Qt::Key_PageUp ? -1 : 1));
        break;
    default:
        break;
    }
    QAbstractScrollArea::keyPressEvent(event);
}

void SheetView::wheelEvent(QWheelEvent* event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier))
        return QAbstractScrollArea::wheelEvent(event);
    if (event->angleDelta().y() != 0)
        Q_EMIT zoomAsked(event->angleDelta().y() > 0 ? 1 : -1);
    event->accept();
}

void SheetView::resizeEvent(QResizeEvent*)
{
    fitAgain();
}

void SheetView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

void SheetView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), palette().color(QPalette::Window));
    const int first = std::max((verticalScrollBar()->value() - kAir) / step(), 0);
    for (int i = first; i < sheetCount() && placeOf(i).top() <= event->rect().bottom(); ++i) {
        const QRect place = placeOf(i);
        painter.save();
        painter.setPen(colorsFor(palette()).line);
        painter.setBrush(Qt::white);
        painter.drawRect(place.adjusted(-1, -1, 0, 0));
        painter.setClipRect(place);
        painter.translate(place.topLeft());
        painter.scale(scale(), scale());
        painter.drawPicture(0, 0, m_paper.sheets[static_cast<std::size_t>(i)]);
        painter.restore();
    }
}

} // namespace cupel::ui
