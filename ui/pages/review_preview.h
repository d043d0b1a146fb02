#pragma once

#include <string>

#include "core/card/completeness.h"
#include "core/rubric/check.h"
#include "ui/jobs/open_dataset.h"

/// How things would stand with one more answer of a person. Nothing is kept.
namespace cupel::ui {

/// Completeness of the card with an answer to a field in the place of what a person said of it.
card::Completeness completenessWith(
    const OpenDataset& dataset, const std::string& key, const std::string& text);

/// Score of a sheet of suggestions with the review and one more answer.
rubric::Score scoreWith(const rubric::Sheet& suggested, const pipeline::Review& review,
    const std::string& target, const pipeline::RubricAnswer& answer);

} // namespace cupel::ui
