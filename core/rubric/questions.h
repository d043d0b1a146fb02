#pragma once

#include <string>
#include <vector>

#include "core/rubric/rubric.h"

namespace cupel::rubric {

/// One question of a sheet, with the answer that stands there.
struct Question {
    Dimension dimension = Dimension::Sources;
    std::string title; ///< "origin of text", "Derived", "Has Code"
    std::string meaning; ///< of the label; empty where the title says all
    std::string value; ///< "yes", "no", "human, model", a category of annotators; "open"
    const Answer* answer = nullptr; ///< in the sheet; never null

    /// Whether a person has not answered or confirmed it yet.
    bool isOpen() const
    {
        return answer->status == Status::Unanswered || answer->status == Status::Suggested;
    }
};

/// All questions of the rubrics that a sheet holds, in their order. They point into the sheet.
std::vector<Question> questionsOf(const Sheet& sheet);

} // namespace cupel::rubric
