#pragma once

#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/reports/report.h"

namespace cupel::reports {

inline constexpr std::string_view kArchiveSchema = "cupel.archive";
inline constexpr int kArchiveVersion = 1;

/// Everything that a report holds, nothing of it hidden, as JSON text: the form in which a run is
/// kept. Whatever is written from reportOf() of it has the same bytes as what is written from the
/// report itself, in every format and privacy mode. What is left out is how fast the input was
/// read. Figures of a report are never NaN.
///
/// Texts are lossless: one that is not UTF-8 becomes {"hex": "ff00"}. Numbers read back the same;
/// infinite ones are texts. Nodes of documents stand in a flat list, so that the text is never
/// nested deeply.
std::string archiveOf(const Report& report);

/// The report of an archive, which may be any bytes. Fails with Catalog: no archive, another
/// version, a member that is missing, unknown, doubled or of another type, a word or a number out
/// of its range, or parts that do not fit together.
base::Result<Report> reportOf(std::string_view archive);

} // namespace cupel::reports
