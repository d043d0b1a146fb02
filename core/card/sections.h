#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/card/card.h"

namespace cupel::card {

/// The fields of a card that belong under one heading.
struct Section {
    std::string name; ///< Field::section
    std::string title; ///< as a heading
    std::vector<std::size_t> fields; ///< places in Card::fields, in order
    int needed = 0; ///< fields that apply
    int answered = 0; ///< of these, with an answer: present, derived or thin
};

/// Whether a field applies and nobody answers it: absent, or words that stand for an answer.
bool isMissing(const FieldValue& value);

/// The sections of a card in the order of the model. Fields whose condition does not hold and that
/// nobody answers are left out.
std::vector<Section> sectionsOf(const Card& card);

} // namespace cupel::card
