#include "core/documents/document_names.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace cupel::documents {
namespace {

std::string kindOf(const char* name)
{
    const auto match = matchName(name);
    return match ? std::string(kindName(match->kind)) + (match->isSure ? "" : "?") : "none";
}

TEST(DocumentNames, TellTheKind)
{
    for (const char* name : {"README.md", "readme", "ReadMe.TXT", "README_fr.md", "README.de.md",
             "dataset_card.md", "Data-Card.md", "datasheet.md"})
        EXPECT_EQ(kindOf(name), "hf-card") << name;
    for (const char* name : {"croissant.json", "Croissant.JSON", "loans_croissant.json"})
        EXPECT_EQ(kindOf(name), "croissant") << name;
    for (const char* name : {"metadata.json", "roles.json", "x.jsonld"})
        EXPECT_EQ(kindOf(name), "croissant?") << name;
    for (const char* name : {"LICENSE", "LICENCE.txt", "license.MD", "COPYING", "COPYING.LESSER",
             "LICENSE-MIT", "LICENSE.data.txt", "MIT-LICENSE.txt", "COPYRIGHT", "NOTICE.txt",
             "DATA_LICENSE", "LICENSE-DATA", "terms.html", "UNLICENSE"})
        EXPECT_EQ(kindOf(name), "license-text") << name;
    for (const char* name : {"data.csv", "license.py", "licenses.csv", "license_plates.csv",
             "readmelater.md", "card", "datacard", ".json", "image.png", "readme.html", ""})
        EXPECT_EQ(kindOf(name), "none") << name;
}

TEST(DocumentNames, BetterNamesComeFirst)
{
    const std::vector<std::vector<std::string>> orders{
        {"README.md", "README", "README.txt", "dataset_card.md", "README_fr.md"},
        {"croissant.json", "x_croissant.json", "metadata.json", "a.json"},
        {"LICENSE", "LICENCE.md", "license.txt", "LICENSE.html", "LICENSE.rtf", "COPYING",
            "LICENSE-DATA", "LICENSE-MIT", "MIT-LICENSE", "COPYRIGHT", "NOTICE", "TERMS"},
    };
    for (const std::vector<std::string>& order : orders) {
        for (std::size_t i = 1; i < order.size(); ++i)
            EXPECT_LT(matchName(order[i - 1])->rank, matchName(order[i])->rank) << order[i];
    }
}

} // namespace
} // namespace cupel::documents
