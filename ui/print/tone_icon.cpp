#include "ui/print/tone_icon.h"

#include "ui/print/print_style.h"

namespace cupel::ui {
namespace {

using reports::Tone;

/// A form within the rectangle, whose sides are 1 long.
class Sketch {
public:
    Sketch(QRectF rect, const QColor& color)
        : m_rect(rect)
        , m_color(color)
    {
    }

    QPointF at(qreal x, qreal y) const
    {
        return {m_rect.left() + x * m_rect.width(), m_rect.top() + y * m_rect.height()};
    }
    void fill(const QPainterPath& path) { inks.emplace_back(PathInk{path, m_color}); }
    void stroke(const QPainterPath& path, qreal width, const QColor& color)
    {
        inks.emplace_back(PathInk{path, {}, color, width * m_rect.width()});
    }
    QPainterPath line(std::initializer_list<QPointF> places) const
    {
        QPainterPath path;
        for (const QPointF& place : places) {
            const QPointF point = at(place.x(), place.y());
            if (path.elementCount() == 0)
                path.moveTo(point);
            else
                path.lineTo(point);
        }
        return path;
    }
    QPainterPath circle(qreal inset = 0.0) const
    {
        QPainterPath path;
        path.addEllipse(m_rect.adjusted(inset * m_rect.width(), inset * m_rect.height(),
            -inset * m_rect.width(), -inset * m_rect.height()));
        return path;
    }
    QPainterPath dot(qreal x, qreal y, qreal radius) const
    {
        QPainterPath path;
        path.addEllipse(at(x, y), radius * m_rect.width(), radius * m_rect.height());
        return path;
    }

    std::vector<Ink> inks;

private:
    QRectF m_rect;
    QColor m_color;
};

} // namespace

std::vector<Ink> toneIcon(Tone tone, QRectF rect)
{
    const QColor color = toneColor(tone);
    Sketch sketch(rect, color);
    switch (tone) {
    case Tone::Plain:
        break;
    case Tone::Error: // a stop sign with a cross
        sketch.fill(sketch.line({{0.3, 0.0}, {0.7, 0.0}, {1.0, 0.3}, {1.0, 0.7}, {0.7, 1.0},
            {0.3, 1.0}, {0.0, 0.7}, {0.0, 0.3}, {0.3, 0.0}}));
        sketch.stroke(sketch.line({{0.3, 0.3}, {0.7, 0.7}}), 0.13, ink::kPaper);
        sketch.stroke(sketch.line({{0.7, 0.3}, {0.3, 0.7}}), 0.13, ink::kPaper);
        break;
    case Tone::Warning: // a triangle with an exclamation mark
        sketch.fill(sketch.line({{0.5, 0.0}, {1.04, 0.98}, {-0.04, 0.98}, {0.5, 0.0}}));
        sketch.stroke(sketch.line({{0.5, 0.34}, {0.5, 0.66}}), 0.12, ink::kPaper);
        sketch.stroke(sketch.line({{0.5, 0.74}, {0.5, 0.86}}), 0.12, ink::kPaper);
        break;
    case Tone::Note: // a disc with an i
        sketch.fill(sketch.circle());
        sketch.stroke(sketch.line({{0.5, 0.42}, {0.5, 0.78}}), 0.13, ink::kPaper);
        sketch.stroke(sketch.line({{0.5, 0.2}, {0.5, 0.33}}), 0.13, ink::kPaper);
        break;
    case Tone::Good: // a ring with a tick
        sketch.stroke(sketch.circle(0.05), 0.1, color);
        sketch.stroke(sketch.line({{0.26, 0.52}, {0.44, 0.7}, {0.76, 0.32}}), 0.13, color);
        break;
    case Tone::Question: { // a ring with a question mark
        sketch.stroke(sketch.circle(0.05), 0.1, color);
        QPainterPath hook;
        hook.moveTo(sketch.at(0.33, 0.4));
        hook.cubicTo(sketch.at(0.33, 0.16), sketch.at(0.68, 0.16), sketch.at(0.68, 0.39));
        hook.cubicTo(sketch.at(0.68, 0.53), sketch.at(0.5, 0.5), sketch.at(0.5, 0.65));
        sketch.stroke(hook, 0.11, color);
        sketch.fill(sketch.dot(0.5, 0.76, 0.07));
        break;
    }
    }
    return std::move(sketch.inks);
}

} // namespace cupel::ui
