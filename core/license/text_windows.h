#pragma once

#include <optional>
#include <vector>

#include "core/license/corpus.h"
#include "core/license/detection.h"
#include "core/license/text_matcher.h"
#include "core/license/window_judgement.h"

namespace cupel::license {

/// A part of a file that holds a licence, whole or in part.
struct TextWindow {
    Alignment alignment;
    TextClass kind = TextClass::High; ///< High, Modified or Partial
    bool isPerfect = false; ///< not one word differs
    bool isAmbiguous = false; ///< another licence fits almost as well
    std::optional<TextTitle> title;
    bool titleAdds = false; ///< the title names a condition that the licence has not
    WindowJudgement judgement;
    std::vector<TextAlternative> alternatives;
};

/// The parts of a file that hold licences, in the order of the file; at most eight.
std::vector<TextWindow> findWindows(
    const Corpus& corpus, const std::vector<Token>& tokens, TextMatcher& matcher);

} // namespace cupel::license
