#include "ui/charts/chart_drawing.h"

#include <QAreaSeries>
#include <QChart>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QGraphicsLayout>
#include <QGraphicsSimpleTextItem>
#include <QLegend>
#include <QLineSeries>
#include <QPen>
#include <QScatterSeries>
#include <QValueAxis>
#include <algorithm>
#include <cmath>

#include "core/reports/text_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

using charts::ChartSpec;
using reports::ChartRow;

constexpr double kHalfBar = 0.31; ///< of the height of a row
constexpr double kHalfCap = 0.16; ///< of the end of an interval
constexpr double kAirOfBars = 0.004; ///< beyond the ends of the axis, for outlines
constexpr double kAirOfDots = 0.02;
constexpr double kLeastBin = 0.006; ///< what is not empty is seen
constexpr double kWidestLabel = 0.36; ///< of the width
constexpr int kRowsOfHistogram = 8; ///< its height

bool isHistogram(const ChartContent& content)
{
    return content.spec.kind == ChartSpec::Kind::Histogram;
}

qreal bandHeight(const QFont& font)
{
    return std::ceil(QFontMetricsF(font).height() * 1.7);
}

qreal gapOf(const QFont& font)
{
    return std::ceil(QFontMetricsF(font).averageCharWidth());
}

/// In pixels, so that vector images have the same sizes as the screen.
QFont inPixels(const QFont& font)
{
    QFont pixels = font;
    pixels.setPixelSize(std::max(QFontInfo(font).pixelSize(), 1));
    return pixels;
}

/// A text in lines of a width, the last one cut where it does not fit.
QStringList wrappedLines(
    const QString& text, const QFontMetricsF& metrics, qreal width, int mostLines)
{
    QStringList lines;
    QString line;
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (int i = 0; i < words.size(); ++i) {
        const QString longer = line.isEmpty() ? words.at(i) : line + QLatin1Char(' ') + words.at(i);
        if (line.isEmpty() || metrics.horizontalAdvance(longer) <= width) {
            line = longer;
            continue;
        }
        if (lines.size() + 1 == mostLines) {
            line += QLatin1Char(' ') + words.mid(i).join(QLatin1Char(' '));
            break;
        }
        lines << line;
        line = words.at(i);
    }
    lines << metrics.elidedText(line, Qt::ElideRight, width);
    return lines;
}

/// Lines that the name of the axis may take.
int linesOfName(const ChartContent& content, ChartScale scale)
{
    constexpr int kLong = 60;
    const bool isLong = reports::axisName(content.spec, content.rows).size() > kLong;
    return !isHistogram(content) && (isLong || scale == ChartScale::Log) ? 2 : 1;
}

QFont smallOf(const QFont& pixels)
{
    constexpr double kSmaller = 0.92;
    QFont font = pixels;
    font.setPixelSize(std::max(static_cast<int>(std::lround(pixels.pixelSize() * kSmaller)), 1));
    return font;
}

QString nameOfAxis(const ChartContent& content, const reports::Axis& axis)
{
    const QString name = shown(reports::axisName(content.spec, content.rows));
    if (!axis.isLog)
        return name;
    return ChartDrawing::tr("%1, on a logarithmic axis: bars begin at %2, and equal lengths "
                            "are equal factors")
        .arg(name, shown(reports::tickText(axis.low)));
}

} // namespace

ChartDrawing::ChartDrawing(QChart& chart)
    : m_chart(chart)
{
    m_chart.legend()->hide();
    m_chart.setAnimationOptions(QChart::NoAnimation);
    m_chart.setMargins(QMargins());
    m_chart.layout()->setContentsMargins(0, 0, 0, 0);
    m_chart.setBackgroundRoundness(0);
    m_chart.setBackgroundVisible(false);
    m_chart.setDropShadowEnabled(false);
}

void ChartDrawing::clear()
{
    m_chart.removeAllSeries();
    const auto axes = m_chart.axes();
    for (QAbstractAxis* axis : axes) {
        m_chart.removeAxis(axis);
        delete axis;
    }
    for (std::vector<Text>* texts : {&m_labels, &m_values, &m_ticks, &m_name}) {
        for (const Text& one : *texts)
            delete one.item;
        texts->clear();
    }
}

void ChartDrawing::build(
    const ChartContent& content, ChartScale scale, const QFont& font, const Colors& colors)
{
    clear();
    m_content = &content;
    m_font = inPixels(font);
    m_colors = &colors;
    if (isHistogram(content))
        buildBins();
    else
        buildRows(scale);
}

void ChartDrawing::buildRows(ChartScale scale)
{
    const ChartSpec& spec = m_content->spec;
    const auto& rows = m_content->rows.rows;
    const auto log = reports::logAxis(spec, m_content->rows);
    m_axis = scale == ChartScale::Log && log ? *log : reports::valueAxis(spec, m_content->rows);
    const bool areBars = spec.kind == ChartSpec::Kind::Bar;
    const double air = areBars ? kAirOfBars : kAirOfDots;
    const auto count = static_cast<double>(rows.size());
    addAxes({-air, 1.0 + air}, {-0.5, std::max(count, 1.0) - 0.5});
    for (const double tick : m_axis.ticks) {
        addLine({{m_axis.at(tick), -0.5}, {m_axis.at(tick), std::max(count, 1.0) - 0.5}},
            QPen(m_colors->grid, 1.0));
        m_ticks.push_back(text(shown(reports::tickLabel(spec, tick)), smallFont(), m_colors->soft));
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double y = count - 1.0 - static_cast<double>(i);
        if (areBars)
            addBar(rows[i], y);
        else
            addDot(rows[i], y);
        QFont font = m_font;
        font.setItalic(rows[i].isOther);
        m_labels.push_back(text(shown(rows[i].label), font, m_colors->ink));
        m_values.push_back(text(shown(rows[i].valueText), smallFont(), m_colors->ink));
    }
    const bool hasZero = m_axis.low <= 0.0 && m_axis.high >= 0.0;
    if (!rows.empty() && (hasZero || m_axis.isLog)) {
        const double base = m_axis.isLog ? 0.0 : m_axis.at(0.0);
        addLine({{base, -0.5}, {base, count - 0.5}},
            QPen(m_colors->ink, 1.0, m_axis.isLog ? Qt::DotLine : Qt::SolidLine));
    }
    for (int i = 0; i < linesOfName(*m_content, scale); ++i)
        m_name.push_back(text({}, smallFont(), m_colors->soft));
}

void ChartDrawing::buildBins()
{
    const auto [marks, heights] = reports::binAxes(m_content->rows);
    m_axis = marks;
    m_heights = heights;
    addAxes({-kAirOfBars, 1.0 + kAirOfBars}, {0.0, 1.0});
    for (const double tick : m_heights.ticks) {
        addLine({{0.0, m_heights.at(tick)}, {1.0, m_heights.at(tick)}}, QPen(m_colors->grid, 1.0));
        m_labels.push_back(text(shown(reports::tickText(tick)), smallFont(), m_colors->soft));
    }
    for (const ChartRow& row : m_content->rows.rows) {
        if (!row.value || !row.low || !row.high || *row.value <= 0.0)
            continue;
        const double left = m_axis.at(*row.low);
        const double right = std::max(m_axis.at(*row.high), left + kAirOfBars);
        addBox({left, right}, {0.0, std::max(m_heights.at(*row.value), kLeastBin)}, outline(false),
            filling(false));
    }
    addLine({{0.0, 0.0}, {1.0, 0.0}}, QPen(m_colors->ink, 1.0));
    for (const double tick : m_axis.ticks)
        m_ticks.push_back(text(shown(reports::tickText(tick)), smallFont(), m_colors->soft));
    m_values.push_back(text(ChartDrawing::tr("rows"), smallFont(), m_colors->soft));
    m_name.push_back(text({}, smallFont(), m_colors->soft));
}

/// They only give positions: the grid are lines at the marks, and texts stand where they fit.
void ChartDrawing::addAxes(Range along, Range across)
{
    m_along = along;
    m_horizontal = new QValueAxis;
    m_vertical = new QValueAxis;
    m_chart.addAxis(m_horizontal, Qt::AlignBottom);
    m_chart.addAxis(m_vertical, Qt::AlignLeft);
    m_horizontal->setRange(along.low, along.high);
    m_vertical->setRange(across.low, across.high);
    m_horizontal->setVisible(false);
    m_vertical->setVisible(false);
}

void ChartDrawing::addBar(const ChartRow& row, double y)
{
    if (!row.value)
        return;
    const double base = m_axis.isLog ? 0.0 : m_axis.at(0.0);
    const double end = m_axis.at(*row.value);
    addBox({std::min(base, end), std::max(base, end)}, {y - kHalfBar, y + kHalfBar},
        outline(row.isOther), filling(row.isOther));
    if (std::isinf(*row.value))
        addArrow(*row.value, y, row.isOther);
}

void ChartDrawing::addDot(const ChartRow& row, double y)
{
    if (row.low && row.high) {
        const double low = m_axis.at(*row.low);
        const double high = m_axis.at(*row.high);
        addLine({{low, y - kHalfCap}, {low, y + kHalfCap}, {low, y}, {high, y},
                    {high, y + kHalfCap}, {high, y - kHalfCap}},
            QPen(m_colors->ink, 1.4));
    }
    if (row.value && std::isinf(*row.value))
        addArrow(*row.value, y, row.isOther);
    else if (row.value)
        addPoint(m_axis.at(*row.value), y, row.isOther);
}

/// Beyond the end of the axis.
void ChartDrawing::addArrow(double value, double y, bool isOwn)
{
    constexpr double kLength = 0.025;
    const double tip = value > 0 ? 1.0 : 0.0;
    const double back = value > 0 ? tip - kLength : tip + kLength;
    auto* upper = new QLineSeries;
    upper->append(back, y + kHalfBar);
    upper->append(tip, y);
    auto* lower = new QLineSeries;
    lower->append(back, y - kHalfBar);
    lower->append(tip, y);
    auto* arrow = new QAreaSeries(upper, lower);
    upper->setParent(arrow);
    lower->setParent(arrow);
    arrow->setPen(outline(isOwn));
    arrow->setBrush(isOwn ? filling(true) : QBrush(m_colors->ink));
    attach(arrow);
}

/// Our own rows have another shape, and are hollow.
void ChartDrawing::addPoint(double x, double y, bool isOwn)
{
    auto* point = new QScatterSeries;
    point->append(x, y);
    point->setMarkerShape(
        isOwn ? QScatterSeries::MarkerShapeRectangle : QScatterSeries::MarkerShapeCircle);
    point->setMarkerSize(std::round(QFontMetricsF(m_font).height() * 0.62));
    point->setPen(QPen(m_colors->ink, 1.2));
    point->setBrush(filling(isOwn));
    attach(point);
}

void ChartDrawing::addBox(Range x, Range y, const QPen& pen, const QBrush& brush)
{
    auto* upper = new QLineSeries;
    upper->append(x.low, y.high);
    upper->append(x.high, y.high);
    auto* lower = new QLineSeries;
    lower->append(x.low, y.low);
    lower->append(x.high, y.low);
    auto* box = new QAreaSeries(upper, lower);
    upper->setParent(box);
    lower->setParent(box);
    box->setPen(pen);
    box->setBrush(brush);
    attach(box);
}

void ChartDrawing::addLine(const std::vector<QPointF>& points, const QPen& pen)
{
    auto* line = new QLineSeries;
    for (const QPointF& point : points)
        line->append(point);
    line->setPen(pen);
    attach(line);
}

void ChartDrawing::attach(QAbstractSeries* series)
{
    m_chart.addSeries(series);
    series->attachAxis(m_horizontal);
    series->attachAxis(m_vertical);
}

ChartDrawing::Text ChartDrawing::text(const QString& words, const QFont& font, const QColor& color)
{
    constexpr qreal kAboveAll = 100.0;
    auto* item = new QGraphicsSimpleTextItem(words, &m_chart);
    item->setFont(font);
    item->setBrush(color);
    item->setZValue(kAboveAll);
    return {item, words};
}

QPen ChartDrawing::outline(bool isOwn) const
{
    return QPen(m_colors->ink, 1.0, isOwn ? Qt::DashLine : Qt::SolidLine);
}

QBrush ChartDrawing::filling(bool isOwn) const
{
    return isOwn ? m_colors->paper : m_colors->series[0];
}

QFont ChartDrawing::smallFont() const
{
    return smallOf(m_font);
}

qreal ChartDrawing::heightFor(const ChartContent& content, ChartScale scale, const QFont& font)
{
    const QFont pixels = inPixels(font);
    const qreal line = std::ceil(QFontMetricsF(pixels).height());
    const qreal below
        = QFontMetricsF(smallOf(pixels)).height() * (1.2 + linesOfName(content, scale))
        + gapOf(pixels);
    if (isHistogram(content))
        return line * 1.3 + bandHeight(pixels) * kRowsOfHistogram + below;
    const auto rows = static_cast<qreal>(std::max(content.rows.rows.size(), std::size_t{1}));
    return gapOf(pixels) + bandHeight(pixels) * rows + below;
}

void ChartDrawing::layOut(const QSizeF& size)
{
    if (!m_content)
        return;
    if (isHistogram(*m_content))
        layOutBins(size);
    else
        layOutRows(size);
    placeName(size);
}

void ChartDrawing::layOutRows(const QSizeF& size)
{
    const qreal gap = gapOf(m_font);
    const QFontMetricsF metrics(m_font);
    qreal widest = 0.0;
    qreal values = 0.0;
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const QFontMetricsF own(m_labels[i].item->font());
        const QString label
            = own.elidedText(m_labels[i].whole, Qt::ElideRight, size.width() * kWidestLabel);
        m_labels[i].item->setText(label);
        widest = std::max(widest, m_labels[i].item->boundingRect().width());
        values = std::max(values, m_values[i].item->boundingRect().width());
    }
    const qreal band = bandHeight(m_font);
    const qreal left = widest + 2 * gap;
    const qreal width = std::max(size.width() - left - values - 3 * gap, 8 * gap);
    placePlot({left, gap, width, band * std::max(static_cast<qreal>(m_labels.size()), 1.0)});
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const ChartRow& row = m_content->rows.rows[i];
        const qreal middle = m_plot.top() + band * (static_cast<qreal>(i) + 0.5);
        const QRectF label = m_labels[i].item->boundingRect();
        m_labels[i].item->setPos(left - gap - label.width(), middle - label.height() / 2);
        qreal end = m_plot.right();
        if (m_content->spec.kind == ChartSpec::Kind::Bar) {
            const double base = m_axis.isLog ? 0.0 : m_axis.at(0.0);
            end = x(std::max(base, row.value ? m_axis.at(*row.value) : base));
        }
        m_values[i].item->setPos(end + gap, middle - m_values[i].item->boundingRect().height() / 2);
    }
    placeTicks(m_axis.ticks);
}

void ChartDrawing::layOutBins(const QSizeF& size)
{
    const qreal gap = gapOf(m_font);
    qreal widest = 0.0;
    for (const Text& label : m_labels)
        widest = std::max(widest, label.item->boundingRect().width());
    const qreal top = std::ceil(QFontMetricsF(m_font).height() * 1.3);
    const qreal left = widest + 2 * gap;
    placePlot({left, top, std::max(size.width() - left - 3 * gap, 8 * gap),
        bandHeight(m_font) * kRowsOfHistogram});
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        const qreal y = m_plot.bottom() - m_plot.height() * m_heights.at(m_heights.ticks[i]);
        const QRectF label = m_labels[i].item->boundingRect();
        m_labels[i].item->setPos(left - gap - label.width(), y - label.height() / 2);
    }
    m_values.front().item->setPos(left, 0.0);
    placeTicks(m_axis.ticks);
}

void ChartDrawing::placePlot(const QRectF& plot)
{
    m_plot = plot;
    m_chart.setPlotArea(plot);
    m_chart.layout()->activate();
}

/// Those that would touch the one before are not shown.
void ChartDrawing::placeTicks(const std::vector<double>& ticks)
{
    const qreal gap = gapOf(m_font);
    qreal free = 0.0;
    for (std::size_t i = 0; i < m_ticks.size(); ++i) {
        QGraphicsSimpleTextItem& item = *m_ticks[i].item;
        const qreal width = item.boundingRect().width();
        const qreal left = x(m_axis.at(ticks[i])) - width / 2;
        item.setVisible(left >= free);
        item.setPos(left, m_plot.bottom() + gap / 2);
        if (item.isVisible())
            free = left + width + gap;
    }
}

void ChartDrawing::placeName(const QSizeF& size)
{
    if (m_name.empty())
        return;
    const QFontMetricsF metrics(m_name.front().item->font());
    const qreal gap = gapOf(m_font);
    const QStringList lines = wrappedLines(nameOfAxis(*m_content, m_axis), metrics,
        size.width() - 2 * gap, static_cast<int>(m_name.size()));
    qreal y = m_plot.bottom() + gap / 2 + metrics.height() * 1.2;
    for (std::size_t i = 0; i < m_name.size(); ++i) {
        QGraphicsSimpleTextItem& item = *m_name[i].item;
        item.setText(lines.value(static_cast<qsizetype>(i)));
        const qreal width = item.boundingRect().width();
        const qreal middle = m_plot.center().x() - width / 2;
        item.setPos(std::clamp(middle, gap, std::max(size.width() - gap - width, gap)), y);
        y += metrics.height();
    }
}

qreal ChartDrawing::x(double along) const
{
    return m_plot.left() + m_plot.width() * (along - m_along.low) / (m_along.high - m_along.low);
}

QRectF ChartDrawing::band(std::size_t mark) const
{
    if (!m_content || mark >= m_content->rows.rows.size())
        return {};
    const ChartRow& row = m_content->rows.rows[mark];
    if (isHistogram(*m_content)) {
        const qreal left = x(m_axis.at(row.low.value_or(0.0)));
        const qreal right = x(m_axis.at(row.high.value_or(0.0)));
        return {left, m_plot.top(), std::max(right - left, 2.0), m_plot.height()};
    }
    const qreal height = bandHeight(m_font);
    const qreal gap = gapOf(m_font);
    return {gap / 2, m_plot.top() + height * static_cast<qreal>(mark), m_chart.size().width() - gap,
        height};
}

std::optional<std::size_t> ChartDrawing::markAt(const QPointF& position) const
{
    for (std::size_t i = 0; m_content && i < m_content->rows.rows.size(); ++i) {
        if (band(i).contains(position))
            return i;
    }
    return std::nullopt;
}

} // namespace cupel::ui
