#pragma once

#include <string>
#include <vector>

#include "core/rubric/rubric.h"

namespace cupel::rubric {

/// Where the answer to one question stands in a sheet.
struct AnswerPlace {
    /// Names the question from run to run: the key of the rubric, a slash and the label
    /// ("data_novelty/Derived"), the kind of data ("sources/tabular"), "annotators",
    /// "instructions", "rubrics" or "examples" ("data_annotations/annotators"), "code" or
    /// "documentation" ("reproducibility/code"). What stands there a second time ends with "/2".
    std::string target;
    Answer* answer = nullptr; ///< never null
    Source* source = nullptr; ///< of a question about an origin
    Annotation* annotation = nullptr; ///< of the question who annotated
};

/// The answers of a sheet in the order of questionsOf(). They point into the sheet.
std::vector<AnswerPlace> answerPlaces(Sheet& sheet);

/// The targets alone.
std::vector<std::string> questionTargets(const Sheet& sheet);

/// Whether a text begins as a target does, with the key of a rubric.
bool isQuestionTarget(std::string_view text);

} // namespace cupel::rubric
