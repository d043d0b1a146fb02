#pragma once

#include <string>

#include "core/card/card.h"
#include "core/card/measured.h"
#include "core/rubric/rubric.h"

namespace cupel::rubric {

/// A sheet with what documents and counts suggest: each suggestion names its evidence and waits for
/// a person. Questions about what only people know stay open.
Sheet suggestedSheet(
    const std::string& dataset, const card::Card& card, const card::Measured& measured);

} // namespace cupel::rubric
