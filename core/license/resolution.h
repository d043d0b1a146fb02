#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/license/expression.h"

namespace cupel::license {

/// How far a text says which licence is meant.
enum class Confidence {
    Exact, ///< an SPDX expression, or the address of a licence
    High, ///< another spelling of one licence
    Low, ///< one licence, with an assumption that a note names
    Family, ///< a family or a vague word: the licence is not determined
    Class, ///< a use is described, no licence named
    Status, ///< says that nothing is stated, or terms of its own
    None, ///< not recognised
};
/// "exact", "high", "low", "family", "class", "status", "none".
std::string_view confidenceName(Confidence confidence);

/// Something to report about a text: a rule and, in our own words, what the text does. The words
/// complete "…, which ": "names no version".
struct ResolutionNote {
    std::string rule; ///< "LIC-CC-UNVERSIONED"
    std::string words;
};

/// What a text in a licence field means.
struct Resolution {
    /// An SPDX expression without deprecated ids; "CC-BY-SA-?" where a Creative Commons licence has
    /// no version; LicenseRef-… of the terms table; NOASSERTION or NONE.
    std::string expression;
    Confidence confidence = Confidence::None;
    std::vector<ResolutionNote> notes; ///< the one that matters first
    std::vector<std::string> candidates; ///< ids that may be meant where it is not determined

    /// Whether the expression names licences that somebody could accept.
    bool isDetermined() const
    {
        return confidence == Confidence::Exact || confidence == Confidence::High
            || confidence == Confidence::Low;
    }
};

/// The tree of what was resolved; of a family or a field value one leaf with that text as id.
Expression expressionOf(const Resolution& resolution);

/// Longer texts are no name of a licence.
inline constexpr std::size_t kMaxNameBytes = 2'000;

/// Say which licence a text names, as cards and other documents write it: SPDX expressions,
/// spellings, addresses, Creative Commons names in any order of words, families with versions,
/// words for "unknown", descriptions of a use. A grant is never guessed: what leaves a choice is
/// not determined.
Resolution resolveLicense(std::string_view text);
/// The same without a proposal for a name that is not known, which takes most of the time: for
/// whoever looks for names among other words.
Resolution recogniseLicense(std::string_view text);
/// The same for a list of texts, which does not say whether all apply or one may be chosen; all are
/// taken to apply.
Resolution resolveLicenses(const std::vector<std::string>& texts);

} // namespace cupel::license
