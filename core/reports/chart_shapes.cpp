#include "core/reports/chart_shapes.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/reports/chart_rows.h"
#include "core/reports/svg_text.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

using charts::ChartSpec;
using Form = ChartShape::Form;

constexpr double kWidth = 720;
constexpr double kRow = 26;
constexpr double kMark = 16; ///< height of a bar
constexpr double kTop = 8;
constexpr double kAxis = 44; ///< below the rows
constexpr double kHistogram = 200; ///< height of the bins
constexpr double kHeading = 16; ///< above them, with what their heights are
constexpr double kLabel = 230; ///< the widest label

ChartShape line(ChartLook look, double x1, double y1, double x2, double y2)
{
    return {Form::Line, look, x1, y1, x2, y2};
}

ChartShape words(ChartLook look, double x, double y, std::string text)
{
    return {Form::Words, look, x, y, 0.0, 0.0, std::move(text)};
}

/// A drawing of rows with labels on the left, or of bins.
class Drawing {
public:
    Drawing(const ChartSpec& spec, const audits::ResultTable& table, const PrivacyView& view)
        : m_spec(spec)
        , m_chart(chartRows(spec, table, view))
    {
        m_picture.title = view.show(cutTexts(table.title));
        m_picture.summary = chartSummary(spec, m_chart);
    }

    ChartPicture picture()
    {
        const bool hasBins = m_spec.kind == ChartSpec::Kind::Histogram;
        m_picture.width = kWidth;
        m_picture.height = kTop + kAxis
            + (hasBins ? kHeading + kHistogram : kRow * static_cast<double>(m_chart.rows.size()));
        if (hasBins)
            drawBins();
        else
            drawRows();
        return std::move(m_picture);
    }

private:
    void begin(std::string row = {}) { m_picture.parts.push_back({std::move(row), {}}); }
    void add(ChartShape shape) { m_picture.parts.back().shapes.push_back(std::move(shape)); }

    void drawRows()
    {
        const Axis axis = valueAxis(m_spec, m_chart);
        double labels = 24;
        double values = 24;
        for (const ChartRow& row : m_chart.rows) {
            labels = std::max(labels, textWidth(fitted(row.label, kLabel)));
            values = std::max(values, textWidth(row.valueText));
        }
        m_left = labels + 12;
        m_right = kWidth - values - 16;
        m_bottom = kTop + kRow * static_cast<double>(m_chart.rows.size());
        drawAxis(axis);
        for (std::size_t i = 0; i < m_chart.rows.size(); ++i) {
            const ChartRow& row = m_chart.rows[i];
            const double y = kTop + kRow * (static_cast<double>(i) + 0.5);
            begin(rowText(m_spec, row));
            add(words(row.isOther ? ChartLook::OwnLabel : ChartLook::Label, m_left - 8, y + 4,
                fitted(row.label, kLabel)));
            if (m_spec.kind == ChartSpec::Kind::Bar)
                drawBar(row, axis, y);
            else
                drawDot(row, axis, y);
        }
        if (axis.low <= 0.0 && axis.high >= 0.0) {
            begin();
            add(line(ChartLook::Base, x(axis, 0.0), kTop, x(axis, 0.0), m_bottom));
        }
    }

    double x(const Axis& axis, double value) const
    {
        return m_left + (m_right - m_left) * axis.at(value);
    }

    void drawAxis(const Axis& axis)
    {
        begin();
        for (const double tick : axis.ticks) {
            add(line(ChartLook::Grid, x(axis, tick), kTop, x(axis, tick), m_bottom));
            add(words(ChartLook::Tick, x(axis, tick), m_bottom + 16, tickLabel(m_spec, tick)));
        }
        addName(axisName(m_spec, m_chart));
    }

    /// Of the axis, in the middle below it.
    void addName(const std::string& name)
    {
        const double middle = (m_left + m_right) / 2;
        const double room = 2 * std::min(middle, kWidth - middle);
        add(words(ChartLook::Name, middle, m_bottom + 34, fitted(name, room)));
    }

    static ChartLook markOf(const ChartRow& row)
    {
        return row.isOther ? ChartLook::OwnMark : ChartLook::Mark;
    }

    void drawBar(const ChartRow& row, const Axis& axis, double y)
    {
        double end = x(axis, 0.0);
        if (row.value) {
            const double zero = x(axis, 0.0);
            end = x(axis, *row.value);
            add({Form::Box, markOf(row), std::min(zero, end), y - kMark / 2, std::max(zero, end),
                y + kMark / 2});
            end = std::max(zero, end);
            if (std::isinf(*row.value))
                drawArrow(*row.value > 0, axis, y);
        }
        add(words(ChartLook::Value, end + 6, y + 4, row.valueText));
    }

    void drawDot(const ChartRow& row, const Axis& axis, double y)
    {
        if (row.low && row.high) {
            const double low = x(axis, *row.low);
            const double high = x(axis, *row.high);
            add(line(ChartLook::Range, low, y, high, y));
            add(line(ChartLook::Range, low, y - 5, low, y + 5));
            add(line(ChartLook::Range, high, y - 5, high, y + 5));
        }
        if (row.value && std::isinf(*row.value))
            drawArrow(*row.value > 0, axis, y);
        else if (row.value)
            add({Form::Dot, markOf(row), x(axis, *row.value), y, 5.0, 5.0});
        add(words(ChartLook::Value, m_right + 12, y + 4, row.valueText));
    }

    /// Beyond the end of the axis.
    void drawArrow(bool isUp, const Axis& axis, double y)
    {
        const double tip = isUp ? x(axis, axis.high) : x(axis, axis.low);
        add({Form::Arrow, ChartLook::Mark, tip, y, isUp ? tip - 10 : tip + 10, y});
    }

    void drawBins()
    {
        const auto [marks, heights] = binAxes(m_chart);
        m_left = std::max(textWidth(tickText(heights.high)), textWidth(kRows)) + 16;
        m_right = kWidth - 32;
        m_bottom = kTop + kHeading + kHistogram;
        begin();
        add(words(ChartLook::Label, m_left - 8, kTop + 2, kRows));
        for (const double tick : heights.ticks) {
            const double y = m_bottom - kHistogram * heights.at(tick);
            add(line(ChartLook::Grid, m_left, y, m_right, y));
            add(words(ChartLook::Label, m_left - 8, y + 4, tickText(tick)));
        }
        for (const ChartRow& row : m_chart.rows)
            drawBin(row, marks, heights);
        begin();
        add(line(ChartLook::Base, m_left, m_bottom, m_right, m_bottom));
        for (const double tick : marks.ticks)
            add(words(ChartLook::Tick, x(marks, tick), m_bottom + 16, tickText(tick)));
        addName(m_chart.valueName);
    }

    void drawBin(const ChartRow& row, const Axis& marks, const Axis& heights)
    {
        const auto isDrawn
            = [](const std::optional<double>& number) { return number && std::isfinite(*number); };
        if (!isDrawn(row.value) || !isDrawn(row.low) || !isDrawn(row.high) || *row.value <= 0.0)
            return;
        const double left = x(marks, *row.low);
        const double width = std::max(x(marks, *row.high) - left, 2.0);
        const double height = std::max(kHistogram * heights.at(*row.value), 1.0);
        begin(rowText(m_spec, row));
        add({Form::Box, ChartLook::Mark, left, m_bottom - height, left + width, m_bottom});
    }

    static constexpr const char* kRows = "rows";

    const ChartSpec& m_spec;
    ChartRows m_chart;
    double m_left = 0.0;
    double m_right = kWidth;
    double m_bottom = 0.0;
    ChartPicture m_picture;
};

} // namespace

ChartPicture chartPicture(
    const ChartSpec& spec, const audits::ResultTable& table, const PrivacyView& view)
{
    return Drawing(spec, table, view).picture();
}

std::vector<MiniBar> miniBars(const MiniHistogram& histogram)
{
    constexpr double kWidest = 24; ///< bar of a value
    const auto count = static_cast<double>(histogram.counts.size());
    const bool areBins = histogram.bars == MiniHistogram::Bars::Bins;
    const double step = areBins ? kMiniWidth / count : std::min(kWidest, kMiniWidth / count);
    const double bar = areBins ? step : step * 0.75;
    const std::int64_t most = histogram.counts.empty()
        ? 0
        : *std::max_element(histogram.counts.begin(), histogram.counts.end());
    std::vector<MiniBar> bars;
    for (std::size_t i = 0; i < histogram.counts.size() && most > 0; ++i) {
        if (histogram.counts[i] <= 0)
            continue;
        // What is not empty is seen.
        const double share = static_cast<double>(histogram.counts[i]) / static_cast<double>(most);
        bars.push_back({step * static_cast<double>(i), bar, std::max(kMiniHeight * share, 1.0)});
    }
    return bars;
}

} // namespace cupel::reports
