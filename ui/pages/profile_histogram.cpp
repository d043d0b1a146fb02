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
    setAccessibleName(tr("Histogram"));
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
    Q_EMIT pointed(tr("%1 to %2: %3 rows")
                       .arg(numberWords(m_numbers.edges[at]), numberWords(m_numbers.edges[at + 1]),
                           counted(m_numbers.counts[at])));
}

void ProfileHistogram::mouseMoveEvent(QMouseEvent* event)
{
    const QRectF area = plot();
    const qreal x = (event->position().x() - area.left()) / area.width() * kBins;
    point(x < 0.0 || x >= kBins ? -1 : static_cast<int>(x));
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
    else
        QWidget::keyPressEvent(event);
}

void ProfileHistogram::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    point(-1);
}

} // namespace cupel::ui
