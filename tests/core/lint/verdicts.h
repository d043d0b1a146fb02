#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

#include "core/lint/lint.h"

namespace cupel::test {

/// What a profile says about the text of a Croissant file or a card.
lint::Verdict croissantVerdict(
    const std::string& text, lint::Profile profile = lint::Profile::Tool);
lint::Verdict cardVerdict(const std::string& text, lint::Profile profile);

/// Rules of the issues of a level, sorted; each as often as it occurs.
std::vector<std::string> rulesOf(const lint::Verdict& verdict, lint::Level level);
/// Whether an issue of any level has the rule.
bool hasRule(const lint::Verdict& verdict, const std::string& rule);
/// "CR-27 /license 3:5: license should be …", one line per issue, for messages of tests.
std::string describe(const lint::Verdict& verdict);
std::string messageOf(const lint::Issue& issue);

/// A small Croissant file of version 1.0, 1.1 or 0.8 that mlcroissant accepts without a word.
nlohmann::json validCroissant(const std::string& version);

} // namespace cupel::test
