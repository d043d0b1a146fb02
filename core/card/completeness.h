#pragma once

#include <string>
#include <vector>

#include "core/base/figure.h"
#include "core/card/card.h"

namespace cupel::card {

/// How far a group of fields is answered: sum of weight times value over sum of weights. Fields
/// that do not apply are left out of both.
struct Score {
    std::string id; ///< weight group, scope or "card"
    int weight = 0; ///< of a weight group, of 100
    double answered = 0.0;
    double possible = 0.0;
    int fields = 0; ///< that count
    int present = 0; ///< fields with state present, derived or thin
    int derived = 0; ///< of these, filled by the program alone

    /// From 0 to 1; undefined where no field applies.
    base::Figure value() const;
};

/// Completeness of a card. Values are 1 for present and derived, 0.5 for thin, 0 for absent and
/// placeholder; weights by level are 4 (core), 2 (expected, and conditional once needed) and 1
/// (optional). The card's score is the mean of its groups weighted by their weights; a group
/// without fields that apply gives its weight back. Own scheme, after the sections of the Data
/// Cards template; it says how much is answered, not how well.
struct Completeness {
    std::vector<Score> groups; ///< in the order of the model
    std::vector<Score> scopes; ///< telescope, periscope, microscope
    base::Figure card = 0.0; ///< 0 to 1
    base::Figure derivedShare = 0.0; ///< of the answered fields, those filled by the program alone
};
Completeness completeness(const Card& card);

} // namespace cupel::card
