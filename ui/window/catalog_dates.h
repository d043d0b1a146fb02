#pragma once

#include <QDateTime>
#include <QLocale>

#include "core/catalog/records.h"

namespace cupel::ui {

/// The day of a moment where the person is, in the order of their language: "28/11/2026".
inline QString dayWords(catalog::Time at)
{
    const auto seconds = at.time_since_epoch().count();
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(seconds).date(), QLocale::ShortFormat);
}

} // namespace cupel::ui
