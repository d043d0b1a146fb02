#pragma once

#include <vector>

#include "core/audits/roles.h"
#include "core/base/job.h"
#include "core/card/measured.h"
#include "core/counts/count_source.h"
#include "core/documents/document.h"

namespace cupel::pipeline {

/// Rows of a dataset whose texts are looked at, evenly spaced from the first to the last.
inline constexpr std::int64_t kLanguageRows = 1'000;

/// The languages of the text columns that play no part: of kLanguageRows rows, or of all where
/// there are fewer. Empty where no document names a language, so that nobody waits for it, and
/// where no column holds sentences. Fails as the source does.
base::Result<std::vector<card::MeasuredLanguages>> textLanguages(const counts::CountSource& source,
    const audits::Roles& roles, const documents::DocumentSet& documents);

} // namespace cupel::pipeline
