#include "ui/pages/person_mark.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include "ui/jobs/person.h"
#include "ui/pages/text_forms.h"
#include "ui/theme/colors.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

/// A head with shoulders, as high as the capitals of its font.
class PersonIcon : public QWidget {
public:
    explicit PersonIcon(QWidget* parent)
        : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const int side = fontMetrics().ascent() + 2;
        return {side, side};
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        const qreal side = width();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colorsFor(palette()).accent);
        painter.drawEllipse(QPointF(side / 2, side * 0.3), side * 0.22, side * 0.22);
        QPainterPath shoulders;
        shoulders.moveTo(side * 0.1, side * 0.95);
        shoulders.arcTo(QRectF(side * 0.1, side * 0.57, side * 0.8, side * 0.76), 180, -180);
        shoulders.closeSubpath();
        painter.drawPath(shoulders);
    }
};

} // namespace

QString saidWords(const std::string& who, const catalog::Time& at)
{
    const QString when = QLocale().toString(
        QDateTime::fromSecsSinceEpoch(at.time_since_epoch().count()), QLocale::ShortFormat);
    if (who.empty())
        return PersonMark::tr("a person, %1").arg(when);
    if (who == bytesOf(personName()))
        return PersonMark::tr("you, %1").arg(when);
    return shownShort(who) + QStringLiteral(", ") + when;
}

PersonMark::PersonMark(const QString& words, QWidget* parent)
    : QWidget(parent)
{
    auto* const line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(new PersonIcon(this), 0, Qt::AlignTop);
    line->addWidget(new PlainLabel(words, PlainLabel::Look::Small, this), 1);
}

} // namespace cupel::ui
