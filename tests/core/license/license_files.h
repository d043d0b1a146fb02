#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace cupel::test {

/// A text of the SPDX list as it is published.
struct ListedText {
    std::string id;
    std::string text;
};

/// The texts behind the built-in corpus, without deprecated ids; none where the program was built
/// without the list.
const std::vector<ListedText>& listedTexts();
/// The text of one id. Throws where the list has none.
const std::string& listedText(const std::string& id);

} // namespace cupel::test

/// Skip the running test where the program was built without the SPDX list.
#define CUPEL_REQUIRE_LICENSE_LIST()                                                               \
    if (cupel::test::listedTexts().empty())                                                        \
    GTEST_SKIP() << "built without the SPDX licence texts; install npm and build anew"
