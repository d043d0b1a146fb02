#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/license/resolution.h"

/// The steps of resolveLicense(). Each takes a folded text and answers only where it is sure of the
/// kind of name.
namespace cupel::license {

using StepAnswer = std::optional<Resolution>;

Resolution determined(std::string expression, Confidence confidence);
Resolution noted(
    std::string expression, Confidence confidence, std::string rule, std::string words);
/// Resolve a part of a text.
using ResolvePart = std::function<Resolution(std::string_view text)>;

StepAnswer addressStep(std::string_view text, const ResolvePart& resolve);
StepAnswer creativeCommonsStep(std::string_view text);
StepAnswer familyStep(std::string_view text);
/// "unknown", "n/a", "see LICENSE", "{license}", "other", copyright lines.
StepAnswer statusStep(std::string_view text);
/// "research only", "non-commercial", "on request", "public domain", "open".
StepAnswer phraseStep(std::string_view text);

/// What a description of a use allows only: "noncommercial", "research", or empty.
std::string_view usePhrase(std::string_view text);
/// Whether a text adds terms to a licence: "commons clause", "with restrictions".
bool addsTerms(std::string_view text);

/// Id of a Creative Commons licence from its parts, with the notes that it needs. `elements` in any
/// order and case, such as "nc-by-sa"; version "" and port "" where none is given.
Resolution creativeCommons(
    std::string_view elements, std::string_view version, std::string_view port);

} // namespace cupel::license
