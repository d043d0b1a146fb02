#pragma once

#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/lint/judge.h"
#include "core/reports/report.h"

namespace cupel::pipeline {

/// The documents of an audited dataset as they lie beside its data now, held against all profiles
/// of their kinds, with a card from elsewhere (`cardFile`, empty: none). One that the audit read
/// and that is not there any more says so. Licence texts are left out. Fails with Cancelled.
base::Result<std::vector<lint::Judged>> judgedDocuments(const reports::DatasetReport& dataset,
    const std::string& dataPath, const std::string& cardFile, const base::JobContext& job = {});

} // namespace cupel::pipeline
