#include "core/reports/svg_chart.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/audits/wording.h"
#include "core/reports/chart_rows.h"
#include "core/reports/finding_texts.h"
#include "core/reports/svg_text.h"
#include "core/reports/terminal_text.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

using charts::ChartSpec;

constexpr double kWidth = 720;
constexpr double kRow = 26;
constexpr double kMark = 16; ///< height of a bar
constexpr double kTop = 8;
constexpr double kAxis = 44; ///< below the rows
constexpr double kHistogram = 200; ///< height of the bins
constexpr double kHeading = 16; ///< above them, with what their heights are
constexpr double kLabel = 230; ///< the widest label

/// A coordinate: one decimal, whatever the locale.
std::string at(double value)
{
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, 1);
    std::string text(buffer.data(), end.ptr);
    if (text.ends_with(".0"))
        text.resize(text.size() - 2);
    return text == "-0" ? "0" : text;
}

std::string line(const char* style, double x1, double y1, double x2, double y2)
{
    return std::string("<line class=\"") + style + "\" x1=\"" + at(x1) + "\" y1=\"" + at(y1)
        + "\" x2=\"" + at(x2) + "\" y2=\"" + at(y2) + "\"/>";
}

std::string words(const char* style, double x, double y, const std::string& text)
{
    return std::string("<text class=\"") + style + "\" x=\"" + at(x) + "\" y=\"" + at(y) + "\">"
        + htmlText(text) + "</text>";
}

/// A drawing of rows with labels on the left, or of bins.
class Drawing {
public:
    Drawing(const ChartSpec& spec, const audits::ResultTable& table, const PrivacyView& view,
        std::string_view id)
        : m_spec(spec)
        , m_chart(chartRows(spec, table, view))
        , m_title(view.show(cutTexts(table.title)))
        , m_summary(chartSummary(spec, m_chart))
        , m_id(id)
    {
    }

    std::string svg()
    {
        const bool hasBins = m_spec.kind == ChartSpec::Kind::Histogram;
        const double height = kTop + kAxis
            + (hasBins ? kHeading + kHistogram : kRow * static_cast<double>(m_chart.rows.size()));
        if (hasBins)
            drawBins();
        else
            drawRows();
        const std::string name = htmlText(m_id);
        return "<svg class=\"plot\" role=\"img\" aria-labelledby=\"" + name + "-t " + name
            + "-d\" viewBox=\"0 0 " + at(kWidth) + " " + at(height) + "\" width=\"" + at(kWidth)
            + "\" height=\"" + at(height) + "\"><title id=\"" + name + "-t\">" + htmlText(m_title)
            + "</title><desc id=\"" + name + "-d\">" + htmlText(m_summary) + "</desc>" + m_body
            + "</svg>";
    }

private:
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
            const std::string label = fitted(row.label, kLabel);
            m_body += "<g><title>" + htmlText(rowText(m_spec, row)) + "</title>"
                + words(row.isOther ? "lab own" : "lab", m_left - 8, y + 4, label);
            if (m_spec.kind == ChartSpec::Kind::Bar)
                drawBar(row, axis, y);
            else
                drawDot(row, axis, y);
            m_body += "</g>";
        }
        if (axis.low <= 0.0 && axis.high >= 0.0)
            m_body += line("base", x(axis, 0.0), kTop, x(axis, 0.0), m_bottom);
    }

    double x(const Axis& axis, double value) const
    {
        return m_left + (m_right - m_left) * axis.at(value);
    }

    void drawAxis(const Axis& axis)
    {
        for (const double tick : axis.ticks) {
            m_body += line("grid", x(axis, tick), kTop, x(axis, tick), m_bottom)
                + words("tick", x(axis, tick), m_bottom + 16, tickLabel(m_spec, tick));
        }
        m_body += words("name", (m_left + m_right) / 2, m_bottom + 34, axisName(m_spec, m_chart));
    }

    void drawBar(const ChartRow& row, const Axis& axis, double y)
    {
        double end = x(axis, 0.0);
        if (row.value) {
            const double zero = x(axis, 0.0);
            end = x(axis, *row.value);
            m_body += std::string("<rect class=\"mark") + (row.isOther ? " own" : "") + "\" x=\""
                + at(std::min(zero, end)) + "\" y=\"" + at(y - kMark / 2) + "\" width=\""
                + at(std::fabs(end - zero)) + "\" height=\"" + at(kMark) + "\"/>";
            end = std::max(zero, end);
            if (std::isinf(*row.value))
                drawArrow(*row.value > 0, axis, y);
        }
        m_body += words("val", end + 6, y + 4, row.valueText);
    }

    void drawDot(const ChartRow& row, const Axis& axis, double y)
    {
        if (row.low && row.high) {
            const double low = x(axis, *row.low);
            const double high = x(axis, *row.high);
            m_body += line("range", low, y, high, y) + line("range", low, y - 5, low, y + 5)
                + line("range", high, y - 5, high, y + 5);
        }
        if (row.value && std::isinf(*row.value)) {
            drawArrow(*row.value > 0, axis, y);
        } else if (row.value) {
            m_body += std::string("<circle class=\"mark") + (row.isOther ? " own" : "") + "\" cx=\""
                + at(x(axis, *row.value)) + "\" cy=\"" + at(y) + "\" r=\"5\"/>";
        }
        m_body += words("val", m_right + 12, y + 4, row.valueText);
    }

    /// Beyond the end of the axis.
    void drawArrow(bool isUp, const Axis& axis, double y)
    {
        const double tip = isUp ? x(axis, axis.high) : x(axis, axis.low);
        const double back = isUp ? tip - 10 : tip + 10;
        m_body += "<path class=\"mark\" d=\"M" + at(tip) + " " + at(y) + "L" + at(back) + " "
            + at(y - 6) + "L" + at(back) + " " + at(y + 6) + "Z\"/>";
    }

    void drawBins()
    {
        const auto [marks, heights] = binAxes(m_chart);
        m_left = std::max(textWidth(tickText(heights.high)), textWidth(kRows)) + 16;
        m_right = kWidth - 32;
        m_bottom = kTop + kHeading + kHistogram;
        m_body += words("lab", m_left - 8, kTop + 2, kRows);
        for (const double tick : heights.ticks) {
            const double y = m_bottom - kHistogram * heights.at(tick);
            m_body += line("grid", m_left, y, m_right, y)
                + words("lab", m_left - 8, y + 4, tickText(tick));
        }
        for (const ChartRow& row : m_chart.rows)
            drawBin(row, marks, heights);
        m_body += line("base", m_left, m_bottom, m_right, m_bottom);
        for (const double tick : marks.ticks)
            m_body += words("tick", x(marks, tick), m_bottom + 16, tickText(tick));
        m_body += words("name", (m_left + m_right) / 2, m_bottom + 34, m_chart.valueName);
    }

    void drawBin(const ChartRow& row, const Axis& marks, const Axis& heights)
    {
        if (!row.value || !row.low || !row.high || *row.value <= 0.0)
            return;
        const double left = x(marks, *row.low);
        const double width = std::max(x(marks, *row.high) - left, 2.0);
        const double height = std::max(kHistogram * heights.at(*row.value), 1.0);
        m_body += "<rect class=\"mark\" x=\"" + at(left) + "\" y=\"" + at(m_bottom - height)
            + "\" width=\"" + at(width) + "\" height=\"" + at(height) + "\"><title>"
            + htmlText(rowText(m_spec, row)) + "</title></rect>";
    }

    static constexpr const char* kRows = "rows";

    const ChartSpec& m_spec;
    ChartRows m_chart;
    std::string m_title;
    std::string m_summary;
    std::string_view m_id;
    double m_left = 0.0;
    double m_right = kWidth;
    double m_bottom = 0.0;
    std::string m_body;
};

} // namespace

std::string svgChart(const ChartSpec& spec, const audits::ResultTable& table,
    const PrivacyView& view, std::string_view id)
{
    return Drawing(spec, table, view, id).svg();
}

std::string svgMini(const MiniHistogram& histogram)
{
    constexpr double kHeight = 24;
    constexpr double kWidth = 120;
    constexpr double kWidest = 24; ///< bar of a value
    const auto count = static_cast<double>(histogram.counts.size());
    const bool areBins = histogram.bars == MiniHistogram::Bars::Bins;
    const double step = areBins ? kWidth / count : std::min(kWidest, kWidth / count);
    const double bar = areBins ? step : step * 0.75;
    const std::int64_t most = histogram.counts.empty()
        ? 0
        : *std::max_element(histogram.counts.begin(), histogram.counts.end());
    std::string path;
    for (std::size_t i = 0; i < histogram.counts.size() && most > 0; ++i) {
        if (histogram.counts[i] <= 0)
            continue;
        // What is not empty is seen.
        const double share = static_cast<double>(histogram.counts[i]) / static_cast<double>(most);
        const double height = std::max(kHeight * share, 1.0);
        path += "M" + at(step * static_cast<double>(i)) + " " + at(kHeight) + "v" + at(-height)
            + "h" + at(bar) + "v" + at(height) + "z";
    }
    const std::string width = at(kWidth);
    return "<svg class=\"mini\" role=\"img\" aria-label=\"" + htmlText(histogram.summary)
        + "\" viewBox=\"0 0 " + width + " " + at(kHeight) + "\" width=\"" + width + "\" height=\""
        + at(kHeight) + "\"><path d=\"" + path + "\"/></svg>";
}

} // namespace cupel::reports
