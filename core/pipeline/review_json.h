#pragma once

#include <string>

#include "core/base/result.h"
#include "core/pipeline/review.h"

namespace cupel::pipeline {

/// What reviewChange() refuses: Usage.
base::Result<void> validateReview(const std::string& target, const ReviewValue& value);
/// A value that validateReview() takes as one line of JSON; reviewValue() reads it back.
std::string reviewJson(const ReviewValue& value);

} // namespace cupel::pipeline
