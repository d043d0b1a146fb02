#pragma once

#include <string>

#include "core/reports/page.h"
#include "core/rubric/rubric.h"

namespace cupel::reports {

/// The answers of a rubric sheet for people: the score with its eight aspects, what breaks a rule,
/// the questions that still wait for a person, and every answer with its evidence.
Page rubricPage(const rubric::Sheet& sheet);
/// The same as JSON (schema "cupel.rubric-report").
std::string rubricJsonText(const rubric::Sheet& sheet);

} // namespace cupel::reports
