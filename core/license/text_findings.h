#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/license/corpus.h"
#include "core/license/detection.h"
#include "core/license/quotes.h"
#include "core/license/text_tokens.h"
#include "core/license/text_windows.h"

namespace cupel::license {

/// Findings about licence texts: modified, with terms added, under a title that is not theirs, cut
/// off, several. Matches and restrictions are in `result` already.
void textFindings(const Corpus& corpus, const std::vector<Token>& tokens,
    const std::vector<TextWindow>& windows, const std::vector<Sentence>& sentences,
    Detection& result);
/// LIC-ADDITIONAL-TERMS, once per restricting sentence.
void restrictionFindings(Detection& result);
/// LIC-CONFLICTING-STATEMENTS about the references of `result`.
void conflictFinding(Detection& result);
/// LIC-PLACEHOLDER where a copyright line still has "<year>" or "[name of copyright owner]".
void placeholderFinding(const std::string& copyrightLine, std::uint32_t line, Detection& result);
/// What there is to say where no licence was found: nothing at all, a reservation, own terms.
void noLicenseFindings(const std::vector<Token>& tokens, Detection& result);

} // namespace cupel::license
