#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/reports/page.h"
#include "core/reports/privacy.h"

/// A page on its way to another program that draws it, as the batch program hands it to
/// cupel-print. Not a format for files: both programs are of one version.
namespace cupel::reports {

/// Number of the form of the text. It changes with every change of what stands in it.
inline constexpr std::int64_t kPageForm = 1;

/// A page as one line of JSON with everything in it. Text of the data is what the view shows of it:
/// what it hides is not in the text. Invalid bytes are replaced.
std::string pageJson(const Page& page, const PrivacyView& view);

/// The page of such a text, in which text of the data is of a kind that every view shows. The text
/// is not trusted. Fails with Usage where it is of another form or version of the program, and with
/// NotData where it is anything else than pageJson() writes, naming the place:
/// "blocks[3].table.rows[0][2] is no text".
base::Result<Page> pageFromJson(std::string_view text);

} // namespace cupel::reports
