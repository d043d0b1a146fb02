#pragma once

#include "core/base/result.h"
#include "core/counts/count_source.h"

namespace cupel::counts {

/// Whether a dataset can answer a question: every column exists, numbers are asked only of number
/// types (or of a column without any value), edges ascend, and thresholds are finite. Fails with
/// Usage, naming the column and the nearest name. Every CountSource checks before it answers.
base::Result<void> check(const Question& question, const Description& description);

/// The error for a name that is no column: the message, and the nearest name as the hint.
base::Error unknownColumn(std::string_view name, const Description& description);

} // namespace cupel::counts
