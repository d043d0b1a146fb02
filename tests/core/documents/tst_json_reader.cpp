#include "core/documents/json_reader.h"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

namespace cupel::documents {
namespace {

TEST(JsonReader, KeepsKindsTextsAndPlaces)
{
    const auto root = readJson("{\"a\\\"b\": [1, \"x\\u00e9\\n\", {\"c/d\": null}],\n"
                               " \"é\": true, \"z\": -1.50e3, \"big\" :12345678901234567890123}");
    ASSERT_TRUE(root) << root.error().message;
    EXPECT_EQ(root->at, (Position{1, 1}));
    ASSERT_EQ(root->members.size(), 4U);
    EXPECT_EQ(root->members[0].key, "a\"b");
    EXPECT_EQ(root->members[0].at, (Position{1, 2}));
    const Node& list = root->members[0].value;
    EXPECT_EQ(list.at, (Position{1, 10}));
    ASSERT_EQ(list.items.size(), 3U);
    EXPECT_EQ(list.items[0].text, "1");
    EXPECT_EQ(list.items[0].at, (Position{1, 11}));
    EXPECT_EQ(list.items[1].text, "xé\n");
    EXPECT_EQ(list.items[1].at, (Position{1, 14}));
    EXPECT_EQ(list.items[2].at, (Position{1, 27}));
    ASSERT_NE(list.items[2].find("c/d"), nullptr);
    EXPECT_TRUE(list.items[2].find("c/d")->isNull());
    EXPECT_EQ(root->find("é")->text, "true");
    EXPECT_EQ(root->find("é")->kind, Node::Kind::Bool);
    EXPECT_EQ(root->find("é")->at, (Position{2, 7})); // in code points
    EXPECT_EQ(root->find("z")->text, "-1.50e3"); // as it stands
    EXPECT_EQ(root->find("z")->kind, Node::Kind::Number);
    EXPECT_EQ(root->members[3].at, (Position{2, 27}));
    EXPECT_EQ(root->members[3].value.text, "12345678901234567890123");
    EXPECT_EQ(root->members[3].value.at, (Position{2, 34}));
}

TEST(JsonReader, ReadsAnyValueAndSkipsAByteOrderMark)
{
    const auto scalar = readJson("\xEF\xBB\xBF\r\n \"x\" ");
    ASSERT_TRUE(scalar);
    EXPECT_EQ(scalar->at, (Position{2, 2}));
    const auto empties = readJson("[{},[],\"\",0]");
    ASSERT_TRUE(empties);
    ASSERT_EQ(empties->items.size(), 4U);
    EXPECT_TRUE(empties->items[0].isMap());
    EXPECT_EQ(empties->items[3].at, (Position{1, 11}));
}

struct Fault {
    std::string text;
    const char* message;
    Position at;
};

TEST(JsonReader, RefusesWithThePlace)
{
    using namespace std::string_literals;
    const std::vector<Fault> faults{
        {"", "this is no JSON", {1, 1}},
        {"{\"a\": 1,}", "this is no JSON", {1, 9}},
        {"{\"a\": 1} x", "this is no JSON", {1, 10}},
        {"{} {}", "this is no JSON", {1, 4}},
        {"{\n // no\n}", "this is no JSON", {2, 2}},
        {"[NaN]", "this is no JSON", {1, 2}},
        {"{\"a\": 1,\n \"b\": {\"c\": 2, \"c\": 3}}", "the key \"c\" occurs twice", {2, 16}},
        {"[1, 1e400]", "beyond the range", {1, 5}},
        {"[\"\\ud800\"]", "this is no JSON", {1, 9}},
        {"[\"\\udc00x\"]", "this is no JSON", {1, 8}},
        {"{\"é\": \"\xC3\x28\"}", "byte 0xC3 is not UTF-8", {1, 8}},
        {"{\"a\": 1}\0{\"b\": 2}"s, "a control character, U+0000", {1, 9}},
        {"[\"a\x1b[31m\"]", "a control character, U+001B", {1, 4}},
    };
    for (const Fault& fault : faults) {
        SCOPED_TRACE(fault.text);
        JsonOptions options;
        options.file = "f.json";
        const auto root = readJson(fault.text, options);
        ASSERT_FALSE(root);
        EXPECT_NE(root.error().message.find(fault.message), std::string::npos)
            << root.error().message;
        EXPECT_EQ(root.error().where.file, "f.json");
        EXPECT_EQ(root.error().where.line, fault.at.line);
        EXPECT_EQ(root.error().where.column, fault.at.column);
        EXPECT_FALSE(root.error().hint.empty());
    }
}

TEST(JsonReader, LimitsDepthAndSize)
{
    const std::string lists(512, '[');
    EXPECT_TRUE(readJson(lists + std::string(512, ']')));
    const auto deep = readJson("[" + lists + std::string(513, ']'));
    ASSERT_FALSE(deep);
    EXPECT_EQ(deep.error().message, "the text is nested too deeply");
    EXPECT_EQ(deep.error().where.column, 513U);
    EXPECT_FALSE(readJson(std::string(100000, '[')));
    std::string objects;
    for (int i = 0; i < 100000; ++i)
        objects += "{\"a\":";
    EXPECT_FALSE(readJson(objects));

    JsonOptions options;
    options.maxBytes = 4;
    options.errorCode = base::ErrorCode::Usage;
    EXPECT_TRUE(readJson("[12]", options));
    const auto large = readJson("[123]", options);
    ASSERT_FALSE(large);
    EXPECT_EQ(large.error().code, base::ErrorCode::Usage);
}

TEST(JsonReader, TakesLinearTimeOnOneLongLine)
{
    // A million values and keys in one line: a place that is counted from the start of the line
    // each time would take hours.
    std::string text = "{\"k\": [";
    for (int i = 0; i < 500000; ++i)
        text += "\"\\\"é\",1,";
    text += "null]";
    for (int i = 0; i < 50000; ++i)
        text += ",\"key" + std::to_string(i) + "\":{}";
    text += "}";
    const auto begin = std::chrono::steady_clock::now();
    const auto root = readJson(text);
    ASSERT_TRUE(root);
    EXPECT_EQ(root->members.size(), 50001U);
    EXPECT_EQ(root->find("k")->items.size(), 1000001U);
    EXPECT_EQ(root->find("k")->items.back().at, (Position{1, 8 + 500000 * 8}));
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(60));
}

} // namespace
} // namespace cupel::documents
