#include "core/pipeline/review.h"
#include "tests/batch/cupel_program.h"

#include "tests/core/reports/support/json_schema.h"
#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

namespace cupel::test {
namespace {

using catalog::Catalog;
using nlohmann::json;
using pipeline::CardAnswer;

constexpr base::Day kUntil = std::chrono::year(2027) / 3 / 31;
constexpr const char* kLastDay = "1806537599"; // its last second
constexpr const char* kDayAfter = "1806537600";
constexpr const char* kPurpose
    = "It was gathered to study who is granted a loan, by an agency of the state.";

/// 400 rows in which women get "yes" less often.
std::string loans()
{
    std::string text = "id,sex,approved\n";
    for (int i = 0; i < 400; ++i) {
        const bool isWoman = i % 2 == 0;
        const bool isApproved = isWoman ? i % 8 == 0 : i % 8 != 1;
        text += std::to_string(i) + (isWoman ? ",f," : ",m,") + (isApproved ? "yes\n" : "no\n");
    }
    return text;
}

class Review : public testing::Test {
protected:
    Review()
    {
        folder.write("README.md", "# Loans\n\nLoans of a bank.\n");
        const RunResult audited = cupel({"audit", data, "--label", "approved", "--favourable",
            "yes", "--group", "sex", "--fail-on", "never", "--catalog", path});
        EXPECT_EQ(audited.exitCode, 0) << audited.err;
    }
    RunResult report(std::vector<std::string> more, const char* seconds = kLastDay) const
    {
        std::vector<std::string> words{"report", "loans", "--catalog", path};
        words.insert(words.end(), more.begin(), more.end());
        RunOptions options;
        options.environment["SOURCE_DATE_EPOCH"] = seconds;
        return cupel(words, options);
    }
    json jsonReport(const char* seconds = kLastDay) const
    {
        const RunResult result = report({"--json"}, seconds);
        EXPECT_EQ(result.exitCode, 0) << result.err;
        EXPECT_TRUE(fitsSchema(result.out, "report"));
        return json::parse(result.out, nullptr, false);
    }
    void change(const catalog::ReviewChange& change) const
    {
        auto catalog = Catalog::open(path, Catalog::Missing::Fail);
        ASSERT_TRUE(catalog) << catalog.error().message;
        const auto dataset = catalog->dataset("loans");
        ASSERT_TRUE(dataset);
        const auto changed = catalog->changeReview(dataset->id, change);
        ASSERT_TRUE(changed) << changed.error().message;
    }
    void say(const std::string& target, const pipeline::ReviewValue& value) const
    {
        const auto said = pipeline::reviewChange(target, value, {"Ada", {}});
        ASSERT_TRUE(said) << said.error().message;
        change(*said);
    }
    /// A finding that counts.
    static std::string failedId(const json& report)
    {
        for (const json& finding : report["findings"]) {
            if (finding["kind"] == "fail" && finding["level"] != "note")
                return finding["id"];
        }
        return {};
    }

    TempDir folder;
    std::string data = folder.write("loans.csv", loans()).string();
    std::string path = (folder / "c.cupel").string();
};

TEST_F(Review, waiversHoldInReportsThroughTheirLastDay)
{
    const json before = jsonReport();
    const std::string id = failedId(before);
    ASSERT_FALSE(id.empty());
    EXPECT_FALSE(before["run"].contains("review"));
    say(id, reports::WaiverWords{"known since 2020", "ada@example.org", kUntil});

    const json after = jsonReport();
    EXPECT_EQ(after["run"]["review"], json{"Review: 1 finding is waived."});
    EXPECT_EQ(after["verdict"]["counts"]["waived"], 1);
    for (const json& finding : after["findings"]) {
        if (finding["id"] == id) {
            EXPECT_EQ(finding["waiver"],
                (json{{"reason", "known since 2020"}, {"owner", "ada@example.org"},
                    {"until", "2027-03-31"}}));
        }
    }
    const RunResult summary = report({"-v"});
    EXPECT_NE(summary.out.find("1 waived"), std::string::npos) << summary.out;
    EXPECT_NE(summary.out.find("Review: 1 finding is waived."), std::string::npos) << summary.out;
    EXPECT_NE(summary.out.find("Accepted until 2027-03-31 by ada@example.org: known since 2020"),
        std::string::npos)
        << summary.out;

    const json ended = jsonReport(kDayAfter);
    EXPECT_EQ(ended["verdict"]["counts"], before["verdict"]["counts"]);
    EXPECT_EQ(ended["run"]["review"],
        json{"Review: 1 finding counts again, since the waiver has ended."});
}

TEST_F(Review, answersOfPeopleStandInTheDataCard)
{
    say("motivation.purpose", CardAnswer{kPurpose});
    const json after = jsonReport();
    EXPECT_EQ(
        after["run"]["review"], json{"Review: 1 field of the Data Card is answered by a person."});
    EXPECT_NE(after.dump().find(R"("sources":["person"])"), std::string::npos);
}

TEST_F(Review, marksAndCommentsChangeNoReport)
{
    const json before = jsonReport();
    say(failedId(before), pipeline::FindingMark{pipeline::FindingMark::State::Accepted});
    say("column:sex", pipeline::Comment{"a secret", true});
    EXPECT_EQ(jsonReport(), before);
}

TEST_F(Review, answersToRubricsStandInTheSheet)
{
    say("data_novelty/Derived", pipeline::RubricAnswer{true, {}, "LOG.md", "from accounts"});
    const std::string sheet = (folder / "sheet.json").string();
    const RunResult written = cupel({"rubric", "sheet", "loans", "--catalog", path, "-o", sheet});
    EXPECT_EQ(written.exitCode, 0) << written.err;
    const json records = json::parse(readFile(sheet))["records"];
    const json& derived = records[3]["response"]["data_novelty"]["Derived"];
    EXPECT_EQ(derived["status"], "confirmed");
    EXPECT_EQ(derived["reasoning"], "from accounts");
    const RunResult checked = cupel({"rubric", "check", sheet});
    EXPECT_EQ(checked.exitCode, 6) << checked.err;
    EXPECT_EQ(checked.out.find("data_novelty: Derived"), std::string::npos) << checked.out;
    EXPECT_EQ(cupel({"rubric", "sheet", "loans"}).exitCode, 2);
    EXPECT_EQ(cupel({"rubric", "sheet", "loans", "--catalog", path, "-o", path}).exitCode, 2);
}

TEST_F(Review, aDamagedOneEndsTheReportWithAHint)
{
    change({"waiver", "f-1", "{}", "Eve", {}});
    const RunResult refused = report({});
    EXPECT_EQ(refused.exitCode, 8);
    EXPECT_EQ(refused.out, "");
    EXPECT_NE(
        refused.err.find("the waiver about \"f-1\" in the review is damaged"), std::string::npos)
        << refused.err;
    EXPECT_NE(refused.err.find("try:"), std::string::npos);
    EXPECT_EQ(cupel({"catalog", "check", "--catalog", path}).exitCode, 0);
}

} // namespace
} // namespace cupel::test
