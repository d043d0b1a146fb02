#include "core/reports/json_text.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace cupel::reports {
namespace {

using Json = nlohmann::ordered_json;

TEST(JsonText, keepsTheOrderOfMembersAndIndentsByTwo)
{
    const Json json{{"z", 1}, {"a", {{"inner", true}}}, {"list", {1, 2}}, {"none", Json::object()},
        {"rows", Json::array({Json::array({1, nullptr}), Json::array()})}};
    EXPECT_EQ(jsonText(json),
        "{\n"
        "  \"z\": 1,\n"
        "  \"a\": {\n"
        "    \"inner\": true\n"
        "  },\n"
        "  \"list\": [1, 2],\n"
        "  \"none\": {},\n"
        "  \"rows\": [\n"
        "    [1, null],\n"
        "    []\n"
        "  ]\n"
        "}\n");
    EXPECT_EQ(jsonLine(json),
        "{\"z\": 1, \"a\": {\"inner\": true}, \"list\": [1, 2], \"none\": {}, "
        "\"rows\": [[1, null], []]}");
}

TEST(JsonText, numbersAreShortestAndReadBackTheSame)
{
    for (const double value : {0.1, 1.0 / 3.0, 38.25, 1e300, 5e-324, -0.0, 123456789.0}) {
        const std::string text = jsonLine(Json(value));
        EXPECT_EQ(Json::parse(text).get<double>(), value) << text;
    }
    EXPECT_EQ(jsonLine(Json(0.1)), "0.1");
    EXPECT_EQ(jsonLine(Json(2.0)), "2");
    EXPECT_EQ(jsonLine(Json(std::int64_t{9007199254740993})), "9007199254740993");
}

TEST(JsonText, textsAreEscapedAndAlwaysUtf8)
{
    EXPECT_EQ(jsonLine(Json("a\"b\\c\n\x1b")), "\"a\\\"b\\\\c\\n\\u001b\"");
    EXPECT_EQ(jsonLine(Json("grün")), "\"grün\"");
    EXPECT_EQ(jsonLine(Json("\xff|")), "\"\xef\xbf\xbd|\"");
    EXPECT_EQ(jsonLine(Json{{"\xff", 1}}), "{\"\xef\xbf\xbd\": 1}");
}

} // namespace
} // namespace cupel::reports
