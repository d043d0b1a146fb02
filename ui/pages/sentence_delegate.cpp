#include "ui/pages/sentence_delegate.h"

#include "ui/theme/shown.h"

namespace cupel::ui {

QString SentenceDelegate::displayText(const QVariant& value, const QLocale& locale) const
{
    return keptTogether(QStyledItemDelegate::displayText(value, locale));
}

} // namespace cupel::ui
