#pragma once

#include <string>

#include "core/reports/page.h"
#include "core/reports/report.h"

namespace cupel::reports {

/// What the documents of a dataset say about its licence, for people: contradictions and other
/// findings first, each leading to the id of the finding; what is stated where and whether it
/// agrees; what the terms say and indicate for uses; the licence texts that were found; where the
/// data comes from; the documents that were read. For datasets with documents; `page` shows
/// nothing of findings of other audits.
Page licensePage(const DatasetReport& dataset);

/// What a text says that stands in a licence field, or is typed: how it reads as an SPDX
/// expression, or from which column on it is none; which licence it names; its terms, and what they
/// indicate for uses. As `cupel license parse` and `license terms` say it.
Page licenseLookupPage(const std::string& text);

} // namespace cupel::reports
