#pragma once

#include <QCoreApplication>
#include <QFont>
#include <QRectF>
#include <QString>
#include <optional>
#include <vector>

#include "core/charts/chart_spec.h"
#include "core/reports/chart_rows.h"
#include "ui/theme/colors.h"

class QAbstractAxis;
class QAbstractSeries;
class QBrush;
class QChart;
class QGraphicsSimpleTextItem;
class QPen;

namespace cupel::ui {

/// What a chart draws.
struct ChartContent {
    charts::ChartSpec spec;
    reports::ChartRows rows;
};

enum class ChartScale { Linear, Log };

/// Draws the rows of a chart with the series and grids of a QChart. A position along an axis is
/// that of reports::Axis, 0 to 1, so that infinite and huge values, powers of ten and the charts of
/// the reports all come out alike. Texts are items without markup: QChart would take titles and
/// labels for HTML, show nothing of "<=50K", and load what a name points at.
class ChartDrawing {
    Q_DECLARE_TR_FUNCTIONS(ChartDrawing)

public:
    explicit ChartDrawing(QChart& chart);

    /// Replace everything that is drawn. `content` stays with the caller, for as long as this is
    /// laid out.
    void build(
        const ChartContent& content, ChartScale scale, const QFont& font, const Colors& colors);
    /// Place everything in a chart of that size.
    void layOut(const QSizeF& size);

    /// The whole of a mark with its texts, in coordinates of the chart.
    QRectF band(std::size_t mark) const;
    std::optional<std::size_t> markAt(const QPointF& position) const;

    /// The height that a chart needs; it does not depend on its width.
    static qreal heightFor(const ChartContent& content, ChartScale scale, const QFont& font);

private:
    struct Text {
        QGraphicsSimpleTextItem* item = nullptr;
        QString whole;
    };
    struct Range {
        double low;
        double high;
    };

    void clear();
    void buildRows(ChartScale scale);
    void buildBins();
    void addAxes(Range along, Range across);
    void addBar(const reports::ChartRow& row, double y);
    void addDot(const reports::ChartRow& row, double y);
    void addArrow(double value, double y, bool isOwn);
    void addPoint(double x, double y, bool isOwn);
    void addBox(Range x, Range y, const QPen& pen, const QBrush& brush);
    void addLine(const std::vector<QPointF>& points, const QPen& pen);
    void attach(QAbstractSeries* series);
    Text text(const QString& words, const QFont& font, const QColor& color);
    QPen outline(bool isOwn) const;
    QBrush filling(bool isOwn) const;
    QFont smallFont() const;

    void layOutRows(const QSizeF& size);
    void layOutBins(const QSizeF& size);
    void placePlot(const QRectF& plot);
    void placeTicks(const std::vector<double>& ticks);
    void placeName(const QSizeF& size);
    qreal x(double along) const;

    QChart& m_chart;
    const ChartContent* m_content = nullptr;
    QFont m_font;
    const Colors* m_colors = nullptr;
    reports::Axis m_axis; ///< of the values, or along the bins
    reports::Axis m_heights; ///< of the bins
    Range m_along{0.0, 1.0}; ///< of the horizontal axis
    QAbstractAxis* m_horizontal = nullptr;
    QAbstractAxis* m_vertical = nullptr;
    QRectF m_plot;
    std::vector<Text> m_labels;
    std::vector<Text> m_values;
    std::vector<Text> m_ticks;
    std::vector<Text> m_name;
};

} // namespace cupel::ui
