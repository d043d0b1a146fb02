#pragma once

#include <QColor>
#include <QIcon>
#include <QString>

#include "core/reports/page.h"
#include "ui/theme/colors.h"

namespace cupel::ui {

/// A tone never speaks by its colour alone: icons differ in shape, and a word stands beside them.
QColor colorOf(reports::Tone tone, const Colors& colors);
QIcon iconOf(reports::Tone tone, const Colors& colors);
/// "error", "warning", …; empty for Plain.
QString wordOf(reports::Tone tone);

} // namespace cupel::ui
