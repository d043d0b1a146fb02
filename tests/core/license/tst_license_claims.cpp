#include "core/license/claims.h"

#include "core/license/mentions.h"

#include <gtest/gtest.h>

namespace cupel::license {
namespace {

using documents::Document;
using documents::DocumentKind;
using documents::DocumentSet;
using documents::Node;

Node text(const std::string& value, std::uint64_t line)
{
    Node node;
    node.kind = Node::Kind::Text;
    node.text = value;
    node.at = {line, 1};
    return node;
}

Node list(std::vector<Node> items, std::uint64_t line)
{
    Node node;
    node.kind = Node::Kind::List;
    node.items = std::move(items);
    node.at = {line, 1};
    return node;
}

Node map(std::vector<Node::Member> members, std::uint64_t line = 1)
{
    Node node;
    node.kind = Node::Kind::Map;
    node.members = std::move(members);
    node.at = {line, 1};
    return node;
}

Document document(DocumentKind kind, const std::string& file, Node fields)
{
    Document one;
    one.kind = kind;
    one.file = file;
    one.fields = std::move(fields);
    return one;
}

Document card(std::vector<Node::Member> members)
{
    return document(DocumentKind::Card, "README.md", map(std::move(members)));
}

Document licenseFile(const std::string& content)
{
    Document one = document(DocumentKind::License, "LICENSE", {});
    one.text = content;
    return one;
}

LicenseStatements read(std::vector<Document> documents)
{
    return readStatements(DocumentSet{std::move(documents)});
}

TEST(Claims, OfACard)
{
    Document one = card({{"license", {2, 1}, text("mit", 2)}});
    one.sections = {{2, "Licensing Information", {10, 1},
                        "The dataset is released under the CC BY 4.0 license.\n", 11},
        {3, "Code", {13, 1}, "The code is under Apache-2.0.\n", 14},
        {2, "Sources", {16, 1}, "Wikipedia (CC BY-SA 3.0) was read.\n", 17},
        {2, "More", {18, 1}, "This dataset is licensed under ODbL 1.0.\n", 19}};
    const LicenseStatements found = read({one});
    ASSERT_EQ(found.claims.size(), 4u);
    EXPECT_EQ(found.claims[0].meaning.expression, "MIT");
    EXPECT_EQ(found.claims[0].line, 2u);
    EXPECT_EQ(found.claims[0].raw, "mit");
    EXPECT_EQ(found.claims[1].meaning.expression, "CC-BY-4.0");
    EXPECT_EQ(found.claims[1].line, 11u);
    EXPECT_EQ(found.claims[1].kind, Claim::Kind::Statement);
    EXPECT_EQ(found.claims[2].covers, "code");
    EXPECT_FALSE(found.claims[2].isOfData());
    EXPECT_EQ(found.claims[3].meaning.expression, "ODbL-1.0");
    EXPECT_EQ(toText(*found.effective()), "MIT AND CC-BY-4.0 AND ODbL-1.0");
}

TEST(Claims, ListsAndNames)
{
    const LicenseStatements several
        = read({card({{"license", {2, 1}, list({text("mit", 3), text("cc0-1.0", 4)}, 3)}})});
    ASSERT_EQ(several.claims.size(), 1u);
    EXPECT_EQ(several.claims[0].meaning.expression, "MIT AND CC0-1.0");
    EXPECT_EQ(several.claims[0].meaning.notes.front().rule, "LIC-LIST-AMBIGUOUS");
    const LicenseStatements other = read(
        {card({{"license", {2, 1}, text("other", 2)}, {"license_name", {3, 1}, text("my-terms", 3)},
            {"license_link", {4, 1}, text("TERMS.md", 4)}})});
    ASSERT_EQ(other.claims.size(), 1u);
    EXPECT_EQ(other.claims[0].name, "my-terms");
    EXPECT_EQ(other.claims[0].link, "TERMS.md");
    const LicenseStatements named = read({card({{"license", {2, 1}, text("other", 2)},
        {"license_name", {3, 1}, text("cc-by-nc-4.0", 3)}})});
    ASSERT_EQ(named.claims.size(), 2u);
    EXPECT_EQ(toText(*named.effective()), "CC-BY-NC-4.0");
}

TEST(Claims, OfCroissant)
{
    const Node work = map(
        {{"@type", {5, 1}, text("sc:CreativeWork", 5)}, {"name", {6, 1}, text("CC BY 4.0", 6)},
            {"url", {7, 1}, text("https://creativecommons.org/licenses/by/4.0/", 7)}},
        4);
    const LicenseStatements found = read({document(DocumentKind::Croissant, "croissant.json",
        map({{"sc:license", {4, 1}, work},
            {"sdLicense", {9, 1}, text("https://spdx.org/licenses/CC0-1.0", 9)}}))});
    ASSERT_EQ(found.claims.size(), 2u);
    EXPECT_EQ(found.claims[0].meaning.expression, "CC-BY-4.0");
    EXPECT_EQ(found.claims[0].line, 4u);
    EXPECT_EQ(found.claims[1].kind, Claim::Kind::Metadata);
    EXPECT_FALSE(found.claims[1].isOfData());
    EXPECT_EQ(toText(*found.effective()), "CC-BY-4.0");
}

TEST(Claims, OfLicenceFiles)
{
    const LicenseStatements found = read({licenseFile(
        "\nCreative Commons Attribution-NonCommercial 4.0 International\n\na\nb\nc\nd\n"
        + std::string(5'000, 'x') + "\nMIT License\n")});
    ASSERT_EQ(found.claims.size(), 1u);
    EXPECT_EQ(found.claims[0].meaning.expression, "CC-BY-NC-4.0");
    EXPECT_EQ(found.claims[0].line, 2u);
    EXPECT_EQ(found.claims[0].textClass, TextClass::Reference);
    const LicenseStatements tag
        = read({licenseFile("// SPDX-License-Identifier: MIT OR ISC */\n")});
    ASSERT_EQ(tag.claims.size(), 2u);
    EXPECT_TRUE(read({licenseFile("Do as you like.\n")}).claims.empty());
}

TEST(Claims, NothingStated)
{
    EXPECT_FALSE(read({}).effective().has_value());
    EXPECT_EQ(toText(*read({card({{"license", {2, 1}, text("unknown", 2)}})}).effective()),
        "NOASSERTION");
}

Claim claim(const char* words, std::vector<std::string> sameText = {})
{
    Claim one;
    one.meaning = resolveLicense(words);
    one.sameText = std::move(sameText);
    return one;
}

TEST(Claims, Agree)
{
    EXPECT_TRUE(agree(claim("mit"), claim("MIT License")));
    EXPECT_FALSE(agree(claim("mit"), claim("CC-BY-4.0")));
    EXPECT_TRUE(agree(claim("MIT OR Apache-2.0"), claim("MIT")));
    EXPECT_TRUE(agree(claim("gpl-3.0"), claim("GPL-3.0-only")));
    EXPECT_TRUE(agree(claim("GPL-3.0-or-later"), claim("GPL-3.0-only", {"GPL-3.0-or-later"})));
    EXPECT_TRUE(agree(claim("CC BY-SA"), claim("CC-BY-SA-4.0")));
    EXPECT_FALSE(agree(claim("CC BY-SA"), claim("CC-BY-NC-4.0")));
    EXPECT_TRUE(agree(claim("other"), claim("MIT")));
    EXPECT_TRUE(agree(claim("cc"), claim("MIT")));
    EXPECT_FALSE(agree(claim("MIT AND CC-BY-4.0"), claim("CC-BY-NC-4.0")));
}

std::vector<std::string> names(
    std::string_view words, ReferenceContext context = ReferenceContext::License)
{
    std::vector<std::string> found;
    for (const Reference& one : findReferences(words, 1, context))
        found.push_back(one.meaning.expression);
    return found;
}

using Names = std::vector<std::string>;

TEST(References, AreFoundInSentences)
{
    EXPECT_EQ(names("Released under the [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/) "
                    "license."),
        Names{"CC-BY-4.0"});
    EXPECT_EQ(names("The dataset is released under the MIT license."), Names{"MIT"});
    EXPECT_EQ(names("We thank MIT for its support."), Names{});
    EXPECT_EQ(names("Licensed under the Apache License, Version 2.0 (the \"License\")."),
        Names{"Apache-2.0"});
    EXPECT_EQ(
        names("Text is **CC BY-SA 3.0**. Images are CC0."), (Names{"CC-BY-SA-3.0", "CC0-1.0"}));
    EXPECT_EQ(names("CC BY 4.0 (non-commercial only)"), Names{"LicenseRef-Custom"});
    EXPECT_EQ(names("open data for everyone, creative people, public money"), Names{});
    EXPECT_EQ(names("Wikipedia is under CC BY-SA 3.0.", ReferenceContext::Prose), Names{});
    EXPECT_EQ(names("This dataset is licensed under CC BY 4.0.", ReferenceContext::Prose),
        Names{"CC-BY-4.0"});
}

/// The licences that a section about the licence determines.
std::vector<std::string> determinedIn(const std::string& text)
{
    std::vector<std::string> ids;
    for (const Reference& one : findReferences(text, 1, ReferenceContext::License)) {
        if (one.meaning.isDetermined())
            ids.push_back(one.meaning.expression);
    }
    return ids;
}

TEST(References, WhatASentenceTakesBackIsNotDetermined)
{
    for (const char* const text : {"This dataset is NOT released under the MIT License.",
             "This dataset isn't licensed under CC BY 4.0.",
             "The data are not yet available under CC BY 4.0.",
             "It may not be used under the Apache License 2.0.",
             "The MIT License does not apply to this dataset.",
             "It is neither MIT licensed nor free.", "It isn\u2019t under the MIT License.",
             "The data are open, rather than under the MIT License.",
             "It will, once reviewed, be released under the MIT License.",
             "CC BY 4.0, provided that no model is trained.", "CC BY 4.0 except for the images.",
             "The corpus is no longer under CC BY 4.0.",
             "This dataset is not\nreleased under the MIT License.",
             "It is released under the MIT License\nuntil 2023.",
             "Previously CC BY 4.0, now proprietary.", "An earlier version was under CC BY 4.0.",
             "We plan to release it under CC BY 4.0.",
             "The data will be released under the MIT License.",
             "Same as SQuAD, which is CC BY-SA 4.0.", "Unlike ImageNet, which is CC BY-NC 4.0.",
             "A license such as CC BY 4.0.", "Is it under the MIT License?",
             "Probably under the MIT License.", "CC BY 4.0 only for EU.",
             "Licensed under CC BY 4.0 if you work at a university in Norway.",
             "The dataset is released under [CC BY "
             "4.0](https://creativecommons.org/licenses/by/4.0/) "
             "for members only.",
             "It is not under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)."}) {
        EXPECT_EQ(determinedIn(text), std::vector<std::string>()) << text;
        const auto found = findReferences(text, 1, ReferenceContext::License);
        ASSERT_FALSE(found.empty()) << text;
        EXPECT_FALSE(found[0].meaning.notes.empty()) << text;
    }
}

TEST(References, WhatASentenceGrantsStaysDetermined)
{
    const std::vector<std::pair<const char*, const char*>> cases{
        {"This dataset is released under the MIT License.", "MIT"},
        {"licensed CC BY 4.0", "CC-BY-4.0"},
        {"not for commercial use; CC BY-NC 4.0", "CC-BY-NC-4.0"},
        {"You may not use it commercially (CC BY-NC 4.0).", "CC-BY-NC-4.0"},
        {"CC BY-NC 4.0 only for non-commercial use", "CC-BY-NC-4.0"},
        {"The dataset, which is licensed under CC BY 4.0, has 3 columns.", "CC-BY-4.0"},
        {"It was released under the MIT License in 2020.", "MIT"},
        {"The MIT License applies. It does not cover the logo.", "MIT"},
        {"Except where otherwise noted, the content is licensed under CC BY 4.0.", "CC-BY-4.0"},
        {"The rows are not sorted, and the data are under CC BY 4.0.", "CC-BY-4.0"},
        {"Do not cite the old paper.\nThe data are under CC BY 4.0.", "CC-BY-4.0"},
        {"It is under CC BY 4.0, please cite us if you use it.", "CC-BY-4.0"},
        {"You may share it under CC BY 4.0 as long as you give appropriate credit.", "CC-BY-4.0"},
        {"The proposed dataset was originally collected in 2019 and is under CC BY 4.0.",
            "CC-BY-4.0"},
        {"As part of the project it is released under CC BY 4.0 and has only text.", "CC-BY-4.0"},
        {"Updates will be posted here; the data are under CC BY 4.0.", "CC-BY-4.0"},
        {"Content such as images and tables is licensed under CC BY 4.0.", "CC-BY-4.0"},
        {"It is no longer maintained; the data are under CC BY 4.0.", "CC-BY-4.0"},
        {"- not for sale\n- CC BY 4.0", "CC-BY-4.0"},
        {"Previously CC BY-NC 4.0. The dataset is now under CC BY 4.0.", "CC-BY-4.0"}};
    for (const auto& [text, id] : cases)
        EXPECT_EQ(determinedIn(text), std::vector<std::string>{id}) << text;
}

TEST(Claims, OfLicenceFilesThatTakeBackWhatTheyName)
{
    for (const char* const text : {"This dataset is NOT released under the MIT License.\n",
             "Previously licensed under CC BY 4.0, now proprietary.\n",
             "We plan to release it under the CC BY 4.0 license.\n"}) {
        const LicenseStatements statements = readStatements(DocumentSet{{licenseFile(text)}});
        for (const Claim& claim : statements.claims)
            EXPECT_FALSE(claim.meaning.isDetermined()) << text;
    }
}

TEST(References, HaveLinesAndParts)
{
    const auto found = findReferences("x\n\ncode: MIT license\n", 5, ReferenceContext::License);
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].line, 7u);
    EXPECT_EQ(found[0].covers, "code");
    const auto tags = findTags(
        "a\n# SPDX-License-Identifier: cc-by-4.0 \n<!-- SPDX-License-Identifier: MIT -->");
    ASSERT_EQ(tags.size(), 2u);
    EXPECT_EQ(tags[0].line, 2u);
    EXPECT_EQ(tags[0].meaning.expression, "CC-BY-4.0");
    EXPECT_EQ(tags[1].raw, "MIT");
}

TEST(References, LongTextsEnd)
{
    std::string many;
    for (int i = 0; i < 20'000; ++i)
        many += "mit open cc public ";
    EXPECT_TRUE(names(many).empty());
}

} // namespace
} // namespace cupel::license
