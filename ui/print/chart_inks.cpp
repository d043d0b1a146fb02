#include "ui/print/chart_inks.h"

#include "ui/print/print_style.h"

namespace cupel::ui {
namespace {

using reports::ChartLook;
using reports::ChartShape;

bool isOwn(ChartLook look)
{
    return look == ChartLook::OwnLabel || look == ChartLook::OwnMark;
}

/// Shapes of a chart in units of the page.
class ChartSketch {
public:
    explicit ChartSketch(qreal scale)
        : m_scale(scale)
    {
    }

    void add(const ChartShape& shape)
    {
        QPainterPath path;
        switch (shape.form) {
        case ChartShape::Form::Line:
            path.moveTo(at(shape.x1, shape.y1));
            path.lineTo(at(shape.x2, shape.y2));
            addLine(path, shape.look);
            return;
        case ChartShape::Form::Box:
            path.addRect(QRectF(at(shape.x1, shape.y1), at(shape.x2, shape.y2)));
            break;
        case ChartShape::Form::Dot:
            path.addEllipse(at(shape.x1, shape.y1), shape.x2 * m_scale, shape.x2 * m_scale);
            break;
        case ChartShape::Form::Arrow:
            path.moveTo(at(shape.x1, shape.y1));
            path.lineTo(at(shape.x2, shape.y1 - reports::kArrowHeight));
            path.lineTo(at(shape.x2, shape.y1 + reports::kArrowHeight));
            path.closeSubpath();
            break;
        case ChartShape::Form::Words:
            addWords(shape);
            return;
        }
        inks.emplace_back(PathInk{path, isOwn(shape.look) ? ink::kPaper : ink::kMark, ink::kText,
            points(0.6), isOwn(shape.look) ? Qt::DashLine : Qt::SolidLine});
    }

    std::vector<Ink> inks;

private:
    QPointF at(double x, double y) const { return {x * m_scale, y * m_scale}; }

    void addLine(const QPainterPath& path, ChartLook look)
    {
        const QColor color = look == ChartLook::Grid ? ink::kGrid
            : look == ChartLook::Base                ? ink::kStrong
                                                     : ink::kText;
        inks.emplace_back(PathInk{path, {}, color, points(look == ChartLook::Range ? 1.0 : 0.6)});
    }

    void addWords(const ChartShape& shape)
    {
        constexpr double kTickSize = 11.0;
        constexpr double kTextSize = 12.0;
        const bool isSoft = shape.look == ChartLook::Tick || shape.look == ChartLook::Name;
        const double size = shape.look == ChartLook::Tick ? kTickSize : kTextSize;
        Words words;
        QTextCharFormat look;
        if (isSoft)
            look.setForeground(ink::kSoft);
        words.append(ownText(shape.text), look);
        auto text = std::make_shared<TextBlock>(words,
            fontOf(isOwn(shape.look) ? Face::SansItalic : Face::Sans,
                size * m_scale / kUnitsPerPoint));
        text->setWidth(text->widest() + 1.0);
        if (text->lineCount() == 0)
            return;
        QPointF place = at(shape.x1, shape.y1) - QPointF(0.0, text->ascent());
        if (shape.look == ChartLook::Label || shape.look == ChartLook::OwnLabel)
            place.rx() -= text->widest();
        else if (isSoft)
            place.rx() -= text->widest() / 2;
        inks.emplace_back(TextInk{std::move(text), place, 0, 1});
    }

    qreal m_scale;
};

} // namespace

ChartInks chartInks(const reports::ChartPicture& picture, qreal width)
{
    const qreal scale = width / picture.width;
    ChartSketch sketch(scale);
    for (const reports::ChartPart& part : picture.parts) {
        for (const ChartShape& shape : part.shapes)
            sketch.add(shape);
    }
    return {std::move(sketch.inks), picture.height * scale};
}

std::vector<Ink> miniInks(const reports::MiniHistogram& histogram, QRectF rect)
{
    const qreal wide = rect.width() / reports::kMiniWidth;
    const qreal high = rect.height() / reports::kMiniHeight;
    QPainterPath path;
    for (const reports::MiniBar& bar : reports::miniBars(histogram)) {
        path.addRect(QRectF(rect.left() + bar.left * wide, rect.bottom() - bar.height * high,
            bar.width * wide, bar.height * high));
    }
    QPainterPath base;
    base.moveTo(rect.bottomLeft());
    base.lineTo(rect.bottomRight());
    return {PathInk{path, ink::kMark}, PathInk{base, {}, ink::kLine, points(0.5)}};
}

} // namespace cupel::ui
