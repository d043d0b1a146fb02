#include "tests/batch/cupel_program.h"

#include <nlohmann/json.hpp>

namespace cupel::test {
namespace {

/// A table in which every cell of a column without a role, and every value of a role that fewer
/// than five rows hold, is a canary.
std::string withCanaries()
{
    std::string content = "sex,ok,name,zip,mixed,constant\n";
    for (int i = 0; i < 60; ++i) {
        content += i == 7 ? "CANARY-sex" : i % 2 == 0 ? "Female" : "Male";
        content += i == 9 ? ",CANARY-ok" : i % 3 == 0 ? ",yes" : ",no";
        content
            += ",CANARY-name-" + std::to_string(i % 58) + ",CANARY-zip-" + std::to_string(i % 4);
        content += i == 11 ? ",CANARY-mixed" : "," + std::to_string(i);
        content += ",CANARY-constant\n";
    }
    return content + "Female,CANARY-rejected\n";
}

class Canaries : public testing::TestWithParam<const char*> { };

TEST_P(Canaries, noneLeavesTheProgram)
{
    const TempDir folder;
    const auto data = folder.write("data.csv", withCanaries());
    std::vector<std::string> words{"audit", data.string(), "--label", "ok", "--favourable", "yes",
        "--group", "sex", "--fail-on", "never", "--privacy", GetParam()};
    const RunResult json = cupel([&] {
        std::vector<std::string> all = words;
        all.emplace_back("--json");
        return all;
    }());
    ASSERT_EQ(json.exitCode, 0) << json.err;
    EXPECT_EQ(json.out.find("CANARY"), std::string::npos)
        << json.out.substr(json.out.find("CANARY") - 200, 300);
    words.emplace_back("-v");
    const RunResult summary = cupel(words);
    EXPECT_EQ((summary.out + summary.err).find("CANARY"), std::string::npos) << summary.out;
}

INSTANTIATE_TEST_SUITE_P(all, Canaries, testing::Values("masked", "aggregate"),
    [](const auto& one) { return one.param; });

TEST(FullPrivacy, showsTheCells)
{
    const TempDir folder;
    const auto data = folder.write("data.csv", withCanaries());
    const std::string text = auditJson(data, {"--privacy", "full"}).dump();
    EXPECT_NE(text.find("CANARY-zip-1"), std::string::npos);
    EXPECT_NE(text.find("CANARY-constant"), std::string::npos);
}

} // namespace
} // namespace cupel::test
