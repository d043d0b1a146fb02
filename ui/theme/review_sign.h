#pragma once

#include <QIcon>

#include "ui/theme/colors.h"

namespace cupel::ui {

/// How far people got with a finding. The signs differ in shape, from each other and from those of
/// tones: a ring, a tick, a flag, a clock, a bubble.
enum class ReviewSign { Open, Accepted, FixRequested, Waived, Commented };

QIcon iconOf(ReviewSign sign, const Colors& colors);

} // namespace cupel::ui
