#pragma once

#include "core/reports/page.h"
#include "core/reports/report.h"

/// The parts of licensePage().
namespace cupel::reports {

/// The licence texts beside the data: which licence each is, how exactly, what differs, and its
/// lines.
void addLicenseTexts(const DatasetReport& dataset, Page& page);
/// What the Data Card says about rights, sources and the making of the data.
void addProvenance(const DatasetReport& dataset, Page& page);
/// The documents beside the data, and what could not be read of them.
void addDocuments(const DatasetReport& dataset, Page& page);

} // namespace cupel::reports
