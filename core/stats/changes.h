#pragma once

#include <span>

#include "core/base/figure.h"

namespace cupel::stats {

/// H2: summaries of a figure over windows or splits, in their order. Those in which it is undefined
/// are passed over, never filled in.

/// Largest minus smallest, 0 and more. Undefined where the figure is defined in fewer than two.
base::Figure rangeOf(std::span<const base::Figure> figures);
/// The last minus the first that is defined. Undefined where it is defined in fewer than two.
base::Figure lastMinusFirst(std::span<const base::Figure> figures);

} // namespace cupel::stats
