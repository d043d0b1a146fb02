#pragma once

#include <QRectF>
#include <vector>

#include "core/reports/page.h"
#include "ui/print/piece.h"

namespace cupel::ui {

/// The sign of a tone, which differs from the others without colour. None for Plain.
std::vector<Ink> toneIcon(reports::Tone tone, QRectF rect);

} // namespace cupel::ui
