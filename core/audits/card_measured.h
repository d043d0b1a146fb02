#pragma once

#include <vector>

#include "core/audits/audit.h"
#include "core/card/card.h"
#include "core/card/measured.h"

namespace cupel::audits {

/// What the card and the claims of the documents need to know of the data: rows per value of the
/// label, the groups and the split, and repeated rows. Documents speak of the whole file, so the
/// run's filter and weights take no part.
std::vector<counts::Question> cardQuestions(const Facts& facts);
/// The answers to these, for the card.
card::Measured cardMeasures(const Facts& facts, const counts::Answers& answers);
/// The card of the dataset: what the documents say and what was measured. Only where the card
/// audit applies and its questions are answered.
card::Card datasetCard(const Facts& facts, const counts::Answers& answers);

} // namespace cupel::audits
