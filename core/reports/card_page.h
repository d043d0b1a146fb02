#pragma once

#include <string>

#include "core/card/read_card.h"
#include "core/reports/page.h"
#include "core/reports/report.h"

namespace cupel::reports {

/// The Data Card of a dataset for people: how complete it is, what contradicts the counts, and
/// every field that is needed or answered, section by section, with the source of each answer. For
/// datasets that have a card.
Page cardPage(const DatasetReport& dataset);

/// The same as JSON (schema "cupel.card"): fields with level, scope, state and answers,
/// completeness by part and scope, claims beside the counts.
std::string cardJsonText(const DatasetReport& dataset, const PrivacyRule& privacy);
/// The same of a card that was read from a document: nothing of it is hidden, nothing was counted.
std::string cardJsonText(const card::StoredCard& stored);

} // namespace cupel::reports
