#pragma once

#include <QString>

namespace cupel::ui {

/// QObject::objectName of what a page is filtered with, by which the window finds it.
inline QString filterName()
{
    return QStringLiteral("filter");
}

} // namespace cupel::ui
