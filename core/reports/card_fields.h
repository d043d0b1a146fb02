#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/card/card.h"
#include "core/reports/page.h"
#include "core/reports/report.h"

/// What people are shown of one field of a Data Card.
namespace cupel::reports {

/// Answers that say the same, with all places that say it.
struct SharedAnswer {
    base::Sentence text;
    std::string sources; ///< "README.md, line 12; the data"
    bool isMarkdown = false;
};
std::vector<SharedAnswer> sharedAnswers(const card::FieldValue& value);

/// "answered", "from the data", "short answer", "placeholder", "missing", "does not apply"; "not
/// asked" for a field whose condition does not hold.
std::string stateWords(const card::FieldValue& value);
/// How loudly the state of a field speaks: what is missing of the core, or stands as a placeholder,
/// is a warning; what else is expected and missing a note.
Tone stateTone(const card::Field& field, const card::FieldValue& value);

/// Findings about a field: those whose evidence stands where one of its answers does or in the
/// section that would hold it, and the one about core fields without an answer. `field` is its
/// place in the model.
std::vector<const findings::Finding*> findingsOfField(
    const DatasetReport& dataset, std::size_t field);

} // namespace cupel::reports
