#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace cupel::test {

/// What a strict reader finds in HTML as this program writes it, or in XML: every tag well-formed
/// and closed, attributes in double quotes, no stray '<', '>' or '&'.
struct Markup {
    std::string fault; ///< the first, with what stands around it; empty: none
    std::multiset<std::string> elements;
    std::set<std::string> attributes; ///< "a@href"
    std::vector<std::string> ids;
    std::vector<std::string> targets; ///< values of href
    std::string text; ///< between the tags, with entities resolved, without <style>
};
Markup readMarkup(std::string_view html);

} // namespace cupel::test
