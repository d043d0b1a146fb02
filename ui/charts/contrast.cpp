#include "ui/charts/contrast.h"

#include <algorithm>
#include <cmath>

namespace cupel::ui {
namespace {

double linear(double part)
{
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

int between(int a, int b, double share)
{
    return static_cast<int>(std::lround(a + (b - a) * share));
}

} // namespace

double contrastOf(const QColor& a, const QColor& b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

QColor readableOn(const QColor& background, const Colors& colors)
{
    constexpr double kReadable = 4.5;
    if (contrastOf(background, colors.ink) >= kReadable)
        return colors.ink;
    const QColor black(Qt::black);
    const QColor white(Qt::white);
    return contrastOf(background, black) >= contrastOf(background, white) ? black : white;
}

QColor scaleColor(double share, const Colors& colors)
{
    const QColor& from = colors.paper;
    const QColor& to = colors.series[0];
    const double at = std::clamp(share, 0.0, 1.0);
    return QColor(between(from.red(), to.red(), at), between(from.green(), to.green(), at),
        between(from.blue(), to.blue(), at));
}

} // namespace cupel::ui
