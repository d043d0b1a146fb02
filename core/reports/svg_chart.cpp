#include "core/reports/svg_chart.h"

#include <array>
#include <charconv>

#include "core/reports/chart_shapes.h"
#include "core/reports/text_forms.h"

namespace cupel::reports {
namespace {

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

/// The class of the style sheet.
const char* styleOf(ChartLook look)
{
    constexpr std::array<const char*, 10> kStyles{
        "grid", "base", "range", "mark", "mark own", "lab", "lab own", "tick", "name", "val"};
    return kStyles[static_cast<std::size_t>(look)];
}

std::string element(const ChartShape& shape, const std::string& content)
{
    const std::string style = std::string(" class=\"") + styleOf(shape.look) + "\"";
    const auto number = [](const char* name, double value) {
        return std::string(" ") + name + "=\"" + at(value) + "\"";
    };
    const auto closed = [&content](const char* tag) {
        return content.empty() ? std::string("/>") : ">" + content + "</" + tag + ">";
    };
    switch (shape.form) {
    case ChartShape::Form::Line:
        return "<line" + style + number("x1", shape.x1) + number("y1", shape.y1)
            + number("x2", shape.x2) + number("y2", shape.y2) + "/>";
    case ChartShape::Form::Box:
        return "<rect" + style + number("x", shape.x1) + number("y", shape.y1)
            + number("width", shape.x2 - shape.x1) + number("height", shape.y2 - shape.y1)
            + closed("rect");
    case ChartShape::Form::Dot:
        return "<circle" + style + number("cx", shape.x1) + number("cy", shape.y1)
            + number("r", shape.x2) + "/>";
    case ChartShape::Form::Arrow:
        return "<path" + style + " d=\"M" + at(shape.x1) + " " + at(shape.y1) + "L" + at(shape.x2)
            + " " + at(shape.y1 - kArrowHeight) + "L" + at(shape.x2) + " "
            + at(shape.y1 + kArrowHeight) + "Z\"/>";
    case ChartShape::Form::Words:
        break;
    }
    return "<text" + style + number("x", shape.x1) + number("y", shape.y1) + ">"
        + htmlText(shape.text) + "</text>";
}

std::string group(const ChartPart& part)
{
    const std::string title
        = part.words.empty() ? std::string() : "<title>" + htmlText(part.words) + "</title>";
    if (part.shapes.size() == 1)
        return element(part.shapes.front(), title);
    std::string shapes;
    for (const ChartShape& shape : part.shapes)
        shapes += element(shape, {});
    return title.empty() ? shapes : "<g>" + title + shapes + "</g>";
}

} // namespace

std::string svgChart(const charts::ChartSpec& spec, const audits::ResultTable& table,
    const PrivacyView& view, std::string_view id)
{
    const ChartPicture picture = chartPicture(spec, table, view);
    const std::string name = htmlText(id);
    std::string body;
    for (const ChartPart& part : picture.parts)
        body += group(part);
    return "<svg class=\"plot\" role=\"img\" aria-labelledby=\"" + name + "-t " + name
        + "-d\" viewBox=\"0 0 " + at(picture.width) + " " + at(picture.height) + "\" width=\""
        + at(picture.width) + "\" height=\"" + at(picture.height) + "\"><title id=\"" + name
        + "-t\">" + htmlText(picture.title) + "</title><desc id=\"" + name + "-d\">"
        + htmlText(picture.summary) + "</desc>" + body + "</svg>";
}

std::string svgMini(const MiniHistogram& histogram)
{
    std::string path;
    for (const MiniBar& bar : miniBars(histogram)) {
        path += "M" + at(bar.left) + " " + at(kMiniHeight) + "v" + at(-bar.height) + "h"
            + at(bar.width) + "v" + at(bar.height) + "z";
    }
    const std::string width = at(kMiniWidth);
    return "<svg class=\"mini\" role=\"img\" aria-label=\"" + htmlText(histogram.summary)
        + "\" viewBox=\"0 0 " + width + " " + at(kMiniHeight) + "\" width=\"" + width
        + "\" height=\"" + at(kMiniHeight) + "\"><path d=\"" + path + "\"/></svg>";
}

} // namespace cupel::reports
