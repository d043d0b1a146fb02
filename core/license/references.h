#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/license/detection.h"
#include "core/license/quotes.h"

namespace cupel::license {

/// What a file says about its licence without holding the text.
struct References {
    std::vector<TextMatch> matches; ///< class reference; each id once, in the order of the file
    std::string expression; ///< where the statements are one expression or one id
    bool areConflicting = false; ///< two statements that name different licences
};

/// Find SPDX-License-Identifier tags, fields named license, addresses of licences, ids and full
/// names with a version. A mention counts only beside words such as "licensed" or "released", in a
/// section headed "License", or in a field.
References findReferences(std::string_view utf8);

} // namespace cupel::license
