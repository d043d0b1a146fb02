#pragma once

#include <cstdint>
#include <span>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/counts/count_source.h"

namespace cupel::counts {

struct AskStatistics {
    std::int64_t asked = 0; ///< questions put to the source
    std::int64_t known = 0; ///< questions that were equal to an earlier one or already answered
};

/// Put each different question that `answers` does not hold yet to the source, once, and add the
/// answers. Stops at the first error, with the answers so far kept; Cancelled when the job is.
/// The statistics, if wanted, are added to.
base::Result<void> ask(const CountSource& source, std::span<const Question> questions,
    Answers& answers, const base::JobContext& job, AskStatistics* statistics = nullptr);

/// The question about only those rows that also pass a filter. The keys of Repeats and Conflicts
/// dims still speak of the whole table.
Question withFilter(Question question, const Filter& filter);

} // namespace cupel::counts
