#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "core/findings/finding.h"
#include "ui/jobs/open_dataset.h"
#include "ui/pages/target.h"

/// Where findings lead to.
namespace cupel::ui {

/// The page that draws the charts of an audit; none: no page does.
std::optional<PageId> chartPageOf(std::string_view audit);

/// What one gesture on a finding of the dataset opens: the chart that shows its subject, with the
/// row of the chart's table that is to blame; else its rows; else its column; else the document
/// that shows it. None where it has none of them.
std::optional<Target> targetOf(const OpenDataset& dataset, const findings::Finding& finding);

/// The rows of one piece of evidence, and the column that shows it.
Target rowsTarget(
    const OpenDataset& dataset, const findings::Finding& finding, std::size_t evidence);
/// The document of one piece of evidence.
Target documentTarget(
    const OpenDataset& dataset, const findings::Finding& finding, std::size_t document);

} // namespace cupel::ui
