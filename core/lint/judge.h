#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/documents/document.h"
#include "core/lint/issue.h"

namespace cupel::lint {

/// A document, under the path by which the user knows it, and what validators answer.
struct Judged {
    std::string path;
    std::string kind; ///< "hf-card", "croissant", "data-provenance"
    std::vector<Verdict> verdicts; ///< none where it could not be judged
    std::optional<base::Error> error; ///< why it could not be judged
};

/// Hold a document against those of these profiles that judge its kind; none: it is of no kind that
/// they judge.
std::optional<Judged> judge(
    const documents::Document& document, std::string path, const std::vector<Profile>& profiles);

/// Whose rules a profile holds, in a few words: "datasets, which loads it".
std::string_view profileReader(Profile profile);

} // namespace cupel::lint
