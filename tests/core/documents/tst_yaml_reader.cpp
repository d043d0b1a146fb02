#include "core/documents/yaml_reader.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace cupel::documents {
namespace {

std::string repeated(const std::string& text, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += text;
    return all;
}

TEST(YamlReader, KeepsKindsTextsAndPlaces)
{
    const auto root = readYaml("license: no\n"
                               "é: [fr, true, 1.50, ~, \"007\", !!str 12]\n"
                               "size_categories:\n"
                               "- 10K<n<100K\n"
                               "- |\n"
                               "  two\n"
                               "  lines\n"
                               "empty:\n"
                               "1e3: yes\n");
    ASSERT_TRUE(root) << root.error().message;
    ASSERT_TRUE(root->isMap());
    ASSERT_EQ(root->members.size(), 5U);
    const Node* license = root->find("license");
    ASSERT_NE(license, nullptr);
    EXPECT_EQ(license->kind, Node::Kind::Text);
    EXPECT_EQ(license->text, "no");
    EXPECT_EQ(license->at, (Position{1, 10}));
    EXPECT_EQ(root->members[1].at, (Position{2, 1}));
    const std::vector<Node>& items = root->members[1].value.items;
    ASSERT_EQ(items.size(), 6U);
    EXPECT_EQ(items[0].at, (Position{2, 5})); // in code points
    EXPECT_EQ(items[1].kind, Node::Kind::Bool);
    EXPECT_EQ(items[2].kind, Node::Kind::Number);
    EXPECT_EQ(items[2].text, "1.50");
    EXPECT_TRUE(items[3].isNull());
    EXPECT_EQ(items[4].kind, Node::Kind::Text);
    EXPECT_EQ(items[4].text, "007");
    EXPECT_EQ(items[5].kind, Node::Kind::Text);
    const std::vector<Node>& sizes = root->find("size_categories")->items;
    ASSERT_EQ(sizes.size(), 2U);
    EXPECT_EQ(sizes[0].text, "10K<n<100K");
    EXPECT_EQ(sizes[0].at, (Position{4, 3}));
    EXPECT_EQ(sizes[1].text, "two\nlines\n");
    EXPECT_TRUE(root->find("empty")->isNull());
    EXPECT_EQ(root->find("1e3")->text, "yes");
}

TEST(YamlReader, ReadsWhatStandsAroundADocument)
{
    EXPECT_TRUE(readYaml("").value().isNull());
    EXPECT_TRUE(readYaml("# nothing\n").value().isNull());
    EXPECT_EQ(readYaml("\xEF\xBB\xBFk: v").value().members[0].at, (Position{1, 1}));
    EXPECT_EQ(readYaml("---\r\nk: v\r\n...\r\n").value().find("k")->text, "v");
    EXPECT_EQ(readYaml("a: True\nb: FALSE").value().find("a")->text, "true");
    EXPECT_EQ(readYaml("~: 1\nnull: 2").value().members[1].key, "null");
    YamlOptions options;
    options.firstLine = 2;
    EXPECT_EQ(readYaml("\nk: v", options).value().find("k")->at, (Position{3, 4}));
    EXPECT_EQ(readYaml("\nk: *v", options).error().where.line, 3U);
    EXPECT_EQ(readYaml("\nk: \x1b", options).error().where.line, 3U);
}

struct Fault {
    std::string text;
    const char* message;
    Position at;
};

TEST(YamlReader, RefusesWithThePlace)
{
    using namespace std::string_literals;
    const std::vector<Fault> faults{
        {"a: &x 1", "the anchor \"&x\" is not read", {1, 4}},
        {"a: 1\nb: &x [*x]", "the anchor \"&x\" is not read", {2, 4}},
        {"a: *x", "an alias is not read", {1, 4}},
        {"é: !!python/object:os.system x", "the tag \"tag:yaml.org,2002:python", {1, 4}},
        {"a: !local x", "the tag \"!local\"", {1, 4}},
        {"a: !!map [1]", "the tag", {1, 4}},
        {"%TAG ! tag:evil,2000:\n---\na: !x y", "the tag \"tag:evil,2000:x\"", {3, 4}},
        {"a: !!int abc", "not what its tag !!int says", {1, 4}},
        {"a: {b: 1}\n<<: {c: 2}", "merge keys", {2, 1}},
        {"a: 1\nb:\n  c: 1\n  c: 2", "the key \"c\" occurs twice", {4, 3}},
        {"[a]: 1", "where a key is expected", {1, 1}},
        {"? {a: 1}\n: 2", "where a key is expected", {1, 3}},
        {"a: b: c", "this is no YAML", {1, 5}},
        {"a: [1, 2", "this is no YAML", {1, 9}},
        {"a: \"x", "this is no YAML", {1, 6}},
        {"a: 1\n---\nb: 2", "a second document", {2, 1}},
        {"[1], [2]", "something stands behind the document", {1, 4}},
        {"a: \xC3\x28", "byte 0xC3 is not UTF-8", {1, 4}},
        {"a: 1\nb: \0"s, "a control character, U+0000", {2, 4}},
        {"a: 1\n\x04\nb: 2", "a control character, U+0004", {2, 1}},
    };
    for (const Fault& fault : faults) {
        SCOPED_TRACE(fault.text);
        YamlOptions options;
        options.file = "policy.yml";
        const auto root = readYaml(fault.text, options);
        ASSERT_FALSE(root);
        EXPECT_NE(root.error().message.find(fault.message), std::string::npos)
            << root.error().message;
        EXPECT_EQ(root.error().where.file, "policy.yml");
        EXPECT_EQ(root.error().where.line, fault.at.line);
        EXPECT_EQ(root.error().where.column, fault.at.column);
        EXPECT_FALSE(root.error().hint.empty());
    }
}

TEST(YamlReader, LimitsDepthAndSize)
{
    EXPECT_TRUE(readYaml(repeated("[", 32) + repeated("]", 32)));
    const auto deep = readYaml(repeated("[", 33) + repeated("]", 33));
    ASSERT_FALSE(deep);
    EXPECT_EQ(deep.error().message, "the text is nested too deeply");
    EXPECT_EQ(deep.error().where.column, 33U);
    YamlOptions options;
    options.maxBytes = 4;
    EXPECT_TRUE(readYaml("k: v", options));
    EXPECT_FALSE(readYaml("k: vw", options));
    EXPECT_FALSE(readYaml(std::string((std::size_t{1} << 20U) + 1, 'x')));
}

TEST(YamlReader, HostileTextsTakeNoTime)
{
    std::string bomb = "a0: &a0 x\n";
    for (int i = 1; i < 20; ++i) {
        const std::string one = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + one + "," + one
            + "]\n";
    }
    std::string keys;
    for (int i = 0; i < 60000; ++i)
        keys += "key" + std::to_string(i) + ": v\n";
    std::string staircase;
    for (int i = 0; i < 1000; ++i)
        staircase += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
    const int most = 1 << 20;
    const std::vector<std::string> texts{bomb, keys, staircase, repeated("[", most),
        repeated("{", most), repeated("- ", most / 2), repeated("? ", most / 2),
        repeated("[a: ", most / 4), repeated("{a: ", most / 4), repeated("!", most),
        repeated("&", most), repeated("'", most), repeated("\"", most - 1), repeated(" ", most),
        repeated("\n", most), repeated("#", most), repeated("a: ", most / 4),
        repeated("- a\n", most / 4), repeated("[],", most / 4), repeated("--- \n", most / 8),
        repeated("a", most), repeated(":", most), repeated("%", most), repeated(",", most),
        repeated("]", most), repeated("a ", most / 2), "k: |\n" + repeated(" a\n", most / 4)};
    for (const std::string& text : texts) {
        SCOPED_TRACE(text.substr(0, 12));
        const auto begin = std::chrono::steady_clock::now();
        const auto root = readYaml(text); // either way, but soon and without a crash
        EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
        EXPECT_LT(root ? 0U : root.error().message.size(), 200U);
    }
}

} // namespace
} // namespace cupel::documents
