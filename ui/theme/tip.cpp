#include "ui/theme/tip.h"

#include <QWidget>

#include "ui/theme/shown.h"

namespace cupel::ui {

void setTip(QWidget& widget, const QString& plain)
{
    widget.setToolTip(toolTip(plain));
    widget.setAccessibleDescription(plain);
}

} // namespace cupel::ui
