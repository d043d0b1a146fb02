#pragma once

#include <string>
#include <string_view>

#include "core/card/card.h"
#include "core/card/measured.h"
#include "core/documents/document.h"

namespace cupel::card {

/// Put what the documents answer into the fields the crosswalk names. An empty section counts as a
/// placeholder, unless it has subsections.
void fillFromDocuments(Card& card, const documents::DocumentSet& documents);
/// Put what was measured into the fields that can be derived from the data. A field that a
/// document answers keeps that state and gets the measured answer beside it.
void fillFromData(Card& card, const Measured& measured);
/// Put the answer of a person before those that a field has. False where there is no such field, or
/// the text only stands in the place of an answer.
bool fillFromPerson(Card& card, std::string_view key, const std::string& text);
/// Decide which conditional fields are needed, from the answers and the roles of the columns.
void settleConditions(Card& card, const Measured& measured);

/// What documents and data answer, with the conditions settled.
Card filledCard(const documents::DocumentSet& documents, const Measured& measured);

} // namespace cupel::card
