#include "ui/dialogs/preview_header.h"

#include <QStringList>
#include <QStyle>
#include <QStyleOptionHeader>

namespace cupel::ui {

PreviewHeader::PreviewHeader(QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(true);
}

void PreviewHeader::initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const
{
    QHeaderView::initStyleOptionForIndex(option, logicalIndex);
    const int margin = style()->pixelMetric(QStyle::PM_HeaderMargin, option, this);
    const int width = sectionSize(logicalIndex) - 2 * margin;
    QStringList lines = option->text.split(QLatin1Char('\n'));
    for (QString& line : lines)
        line = option->fontMetrics.elidedText(line, Qt::ElideRight, width);
    option->text = lines.join(QLatin1Char('\n'));
}

} // namespace cupel::ui
