#pragma once

#include <string>

#include "core/base/text.h"
#include "core/catalog/records.h"

namespace cupel::pipeline {

/// A change of a review for people.
struct ReviewEventWords {
    std::string what; ///< "Waived", "Comment removed"
    base::Sentence details; ///< what it is about and what was said
};

/// A review event in words. It comes from the file of a catalog: what is not understood is shown as
/// it stands.
ReviewEventWords reviewEventWords(const catalog::Event& event);

} // namespace cupel::pipeline
