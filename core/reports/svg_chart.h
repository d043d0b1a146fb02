#pragma once

#include <string>
#include <string_view>

#include "core/audits/result.h"
#include "core/charts/chart_spec.h"
#include "core/reports/page.h"
#include "core/reports/privacy.h"

namespace cupel::reports {

/// A chart as an <svg> element for an HTML page whose style sheet names its classes
/// (resources/report/style.css): role "img" with title and desc, no script, no style of its own.
/// Numbers are those of the table; long labels are shortened, with the whole text in a <title>.
/// `id` is an anchor, unique on the page.
std::string svgChart(const charts::ChartSpec& spec, const audits::ResultTable& table,
    const PrivacyView& view, std::string_view id);

/// A small picture without axes for the cell of a table.
std::string svgMini(const MiniHistogram& histogram);

} // namespace cupel::reports
