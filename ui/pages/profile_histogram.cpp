#include "ui/pages/profile_histogram.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>

#include "core/reports/chart_rows.h"
#include "core/reports/mini_histogram.h"
#include "core/reports/text_forms.h"
#include "ui/models/column_texts.h"
#include "ui/theme/colors.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kBins = 40;

} // namespace

ProfileHistogram::ProfileHistogram(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Histogram; choose a bin to see its rows"));
}

void ProfileHistogram::setNumbers(const table::NumberSummary& numbers)
{
    m_numbers = numbers;
    setAccessibleDescription(shown(reports::miniHistogramOf(numbers).summary));
    point(-1);
    update();
}

QSize ProfileHistogram::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 44, fontMetrics().lineSpacing() * 8};
}

QSize ProfileHistogram::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 20, fontMetrics().lineSpacing() * 8};
}

QRectF ProfileHistogram::plot() const
{
    const qreal text = fontMetrics().lineSpacing();
    return QRectF(rect()).adjusted(1.0, text * 0.5, -1.0, -text * 1.6);
}

void ProfileHistogram::paintEvent(QPaintEvent* /*event*/)
{
    const Colors& colors = colorsFor(palette());
    QPainter painter(this);
    const QRectF area = plot();
    const auto largest
        = static_cast<qreal>(*std::max_element(m_numbers.counts.begin(), m_numbers.counts.end()));
    const qreal width = area.width() / kBins;
    for (int bin = 0; bin < kBins && largest > 0.0; ++bin) {
        const auto count = static_cast<qreal>(m_numbers.counts[static_cast<std::size_t>(bin)]);
        if (count <= 0.0)
            continue;
        const qreal height = std::max(area.height() * count / largest, 1.0);
        const QRectF bar(area.left() + width * bin, area.bottom() - height, width, height);
        painter.fillRect(bar, bin == m_bin ? colors.series[1] : colors.series[0]);
        painter.setPen(colors.card);
        painter.drawRect(bar);
    }
    painter.setPen(colors.line);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    const reports::Axis axis = reports::tightAxis(m_numbers.min, m_numbers.max);
    qreal free = rect().left();
    for (const double tick : axis.ticks) {
        const qreal x = area.left() + area.width() * axis.at(tick);
        painter.setPen(colors.line);
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 4.0));
        const QString text = shown(reports::tickText(tick));
        const qreal advance = fontMetrics().horizontalAdvance(text);
        const qreal left = std::clamp(x - advance / 2.0, 0.0, width * kBins - advance);
        if (left < free)
            continue;
        painter.setPen(colors.soft);
        painter.drawText(QPointF(left, area.bottom() + fontMetrics().lineSpacing() * 1.2), text);
        free = left + advance + fontMetrics().averageCharWidth();
    }
    if (hasFocus()) {
        painter.setPen(QPen(colors.accent, 1.0));
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

void ProfileHistogram::point(int bin)
{
    m_bin = bin;
    update();
    if (bin < 0) {
        Q_EMIT pointed({});
        return;
    }
    const auto at = static_cast<std::size_t>(bin);
    Q_EMIT pointed(tr("%1 to %2: %3 row(s)", nullptr, pluralOf(m_numbers.counts[at]))
                       .arg(numberWords(m_numbers.edges[at]), numberWords(m_numbers.edges[at + 1]),
                           counted(m_numbers.counts[at])));
}

int ProfileHistogram::binAt(const QPointF& position) const
{
    const QRectF area = plot();
    const qreal x = (position.x() - area.left()) / area.width() * kBins;
    return x < 0.0 || x >= kBins ? -1 : static_cast<int>(x);
}

void ProfileHistogram::choose()
{
    if (m_bin < 0)
        return;
    const auto at = static_cast<std::size_t>(m_bin);
    const double low = m_numbers.edges[at];
    const double high = m_numbers.edges[at + 1];
    // The last bin holds the largest number, and so does each where all numbers are one.
    const bool isLast = m_bin + 1 == kBins || low == high;
    Q_EMIT binChosen(low, isLast ? std::nullopt : std::optional(high));
}

void ProfileHistogram::mouseMoveEvent(QMouseEvent* event)
{
    point(binAt(event->position()));
}

void ProfileHistogram::mouseReleaseEvent(QMouseEvent* event)
{
    QWidget::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || !rect().contains(event->pos()))
        return;
    point(binAt(event->position()));
    choose();
}

void ProfileHistogram::leaveEvent(QEvent* event)
{
    QWidget::leaveEvent(event);
    point(-1);
}

void ProfileHistogram::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Left)
        point(std::max(m_bin - 1, 0));
    else if (event->key() == Qt::Key_Right)
        point(std::min(m_bin + 1, kBins - 1));
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose();
    else
        QWidget::keyPressEvent(event);
}

void ProfileHistogram::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    point(-1);
}

} // namespace cupel::ui
