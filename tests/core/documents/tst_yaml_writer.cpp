#include "core/documents/yaml_writer.h"

#include "core/documents/yaml_reader.h"
#include "tests/support/same_nodes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace cupel::documents {
namespace {

Node text(std::string value)
{
    return {Node::Kind::Text, std::move(value), {}, {}, {}};
}

Node list(std::vector<Node> items)
{
    return {Node::Kind::List, {}, {}, std::move(items), {}};
}

Node map(std::vector<std::pair<std::string, Node>> members)
{
    Node node{Node::Kind::Map, {}, {}, {}, {}};
    for (auto& [key, value] : members)
        node.members.push_back({std::move(key), {}, std::move(value)});
    return node;
}

bool same(const Node& a, const Node& b)
{
    return test::sameNodes(a, b, [](const Node& x, const Node& y) { return x.text == y.text; });
}

/// Texts that some version of YAML takes for something else, and texts that act.
const std::vector<std::string> kTexts{"", " ", "no", "No", "y", "on", "true", "null", "Null", "~",
    "1e5", "1_000", "1:30", "0o17", "0x1F", "017", ".5", "5.", "-1", "+1", "2020-01-01",
    "2020-01-01 10:00:00", ".inf", ".NaN", "NaN", "=", "<<", "---", "...", ": x", "# y", "a: b",
    "a #b", "a:", "- a", "? a", "| x", "> x", "&a", "*a", "!t", "%d", "@x", "`x", "[x", "]x", "{x",
    "}x", ",", "'q'", "\"d\"", "\\", "a\\b", "\n", "a\nb", "a\n\n b\n", " a", "a ", "\t", "a\tb",
    "\r\n", "\x01", "\x7f", "\u0085", "\u00a0", "\u2028", "\u202e", "\u200b", "\ufeffa", "\u00e9",
    "\U0001F600", "\U000E0041", "http://x/y?a=b#c", "arxiv:1806.03822", "1K<n<10K",
    "extended|wikipedia", "key: [a", std::string(3000, 'x'), "x y", "a  b", "50%", "(a)"};

TEST(YamlWriter, EveryTextComesBackAsItself)
{
    std::vector<Node> items;
    std::vector<std::pair<std::string, Node>> members;
    for (const std::string& one : kTexts) {
        items.push_back(text(one));
        if (one.size() < 1000)
            members.emplace_back(one, text(one));
    }
    const Node root = map({{"list", list(items)}, {"map", map(members)},
        {"deep",
            list({map({{"a", list({text("x"), list({text("y")})})}, {"b", map({})}}), list({}),
                list({list({text("z")})})})}});
    const std::string yaml = yamlText(root);
    const auto back = readYaml(yaml);
    ASSERT_TRUE(back) << back.error().message << "\n" << yaml;
    EXPECT_TRUE(same(*back, root)) << yaml;
    for (const char c : yaml)
        EXPECT_TRUE(c == '\n' || static_cast<unsigned char>(c) >= 0x20) << yaml;
    EXPECT_EQ(yaml.find("\u202e"), std::string::npos);
    EXPECT_EQ(yaml.find("\u2028"), std::string::npos);
}

TEST(YamlWriter, PlainWhereNobodyReadsAnythingElse)
{
    for (const char* const plain :
        {"mit", "cc-by-4.0", "1K<n<10K", "extended|wikipedia", "en", "question-answering",
            "Adult data of 1994", "https://example.org/a", "arxiv:1806.03822"})
        EXPECT_EQ(yamlScalar(plain), plain);
    // Words and numbers of YAML 1.1 that 1.2 takes for texts.
    EXPECT_EQ(yamlScalar("no"), "\"no\"");
    EXPECT_EQ(yamlScalar("1_000"), "\"1_000\"");
    EXPECT_EQ(yamlScalar("12:30:45"), "\"12:30:45\"");
    EXPECT_EQ(yamlScalar("2020-01-01"), "\"2020-01-01\"");
    EXPECT_EQ(yamlScalar("\u202e"), "\"\\u202e\"");
    EXPECT_EQ(yamlScalar("\x1b"), "\"\\x1b\"");
    EXPECT_EQ(yamlScalar("\U000E0041"), "\"\\U000e0041\"");
    EXPECT_EQ(yamlScalar("\xff"), "\"\uFFFD\"");
}

TEST(YamlWriter, WritesBlocks)
{
    Node number{Node::Kind::Number, "650582", {}, {}, {}};
    Node truth{Node::Kind::Bool, "true", {}, {}, {}};
    Node none;
    EXPECT_EQ(
        yamlText(map({{"license", text("mit")}, {"tags", list({text("a"), text("no")})},
            {"info",
                map({{"features", list({map({{"name", text("age")}, {"dtype", text("int64")}})})},
                    {"size", number}})},
            {"default", truth}, {"id", none}, {"empty", list({})}})),
        "license: mit\ntags:\n- a\n- \"no\"\ninfo:\n  features:\n  - name: age\n    dtype: int64\n"
        "  size: 650582\ndefault: true\nid: null\nempty: []\n");
    EXPECT_EQ(yamlText(map({})), "");
}

} // namespace
} // namespace cupel::documents
