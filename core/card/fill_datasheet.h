#pragma once

#include "core/card/filler.h"

namespace cupel::card {

/// Put the answers to the questions of a datasheet into their fields: a question stands in a
/// heading or in bold. A document is a datasheet where three of its questions are known, or one in
/// our own words; what it says elsewhere, under no heading of a dataset card, becomes a free block
/// of the card (card.reflections).
void fillFromDatasheet(Filler& filler, const documents::Document& document);
bool isDatasheet(const documents::Document& document);

/// A free block as text: its title in bold, a blank line, what stands below.
std::string blockText(std::string_view title, std::string_view text);

} // namespace cupel::card
