#include "core/rubric/check.h"
#include "tests/support/shared_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

namespace cupel::rubric {
namespace {

/// A sheet that breaks no rule.
Sheet goodSheet()
{
    Sheet sheet = emptySheet();
    const auto answered = [](bool applies) {
        return Answer{applies, applies ? "section 3" : "", "", Status::Confirmed, {}};
    };
    sheet.sources.push_back({"text", true, false, false, answered(true)});
    sheet.annotations.push_back({"Multiple Human Experts", answered(true), answered(true),
        answered(true), answered(false)});
    for (const Dimension dimension :
        {Dimension::Quality, Dimension::Novelty, Dimension::Utility, Dimension::Language}) {
        bool isFirst = true;
        for (LabelAnswer& one : sheet.labelsFor(dimension)) {
            one.answer = answered(isFirst);
            isFirst = false;
        }
    }
    sheet.code = answered(false);
    sheet.documentation = answered(true);
    return sheet;
}

std::string rulesOf(const Sheet& sheet)
{
    std::string rules;
    for (const Violation& violation : violations(sheet))
        rules += (rules.empty() ? "" : " ") + violation.rule;
    return rules;
}

Answer& answerOf(Sheet& sheet, Dimension dimension, const std::string& label)
{
    for (LabelAnswer& one : sheet.labelsFor(dimension)) {
        if (one.label == label)
            return one.answer;
    }
    throw std::runtime_error(label);
}

const Answer kYes{true, "page 2", "", Status::Confirmed, {}};

TEST(Violations, OfAGoodSheetAreNone)
{
    EXPECT_EQ(rulesOf(goodSheet()), "");
}

TEST(Violations, NameTheRuleThatIsBroken)
{
    Sheet sheet = goodSheet();
    answerOf(sheet, Dimension::Novelty, "N/A") = kYes;
    EXPECT_EQ(rulesOf(sheet), "DR-02");

    sheet = goodSheet();
    answerOf(sheet, Dimension::Quality, "Multiple Human Experts") = kYes;
    EXPECT_EQ(rulesOf(sheet), "DR-03");
    sheet = goodSheet();
    answerOf(sheet, Dimension::Quality, "Multiple Human Non-Experts") = kYes;
    EXPECT_EQ(rulesOf(sheet), "");

    sheet = goodSheet();
    answerOf(sheet, Dimension::Language, "Bilingual") = kYes;
    EXPECT_EQ(rulesOf(sheet), "DR-04");
    EXPECT_TRUE(violations(sheet)[0].isWarning);

    sheet = goodSheet();
    answerOf(sheet, Dimension::Utility, "Pre-Training").reference.clear();
    EXPECT_EQ(rulesOf(sheet), "DR-05");

    sheet = goodSheet();
    answerOf(sheet, Dimension::Utility, "Pre-Training").applies = false;
    EXPECT_EQ(rulesOf(sheet), "DR-07");

    sheet = goodSheet();
    sheet.annotations.clear();
    EXPECT_EQ(rulesOf(sheet), "DR-07");
    sheet.isUnlabelled = true;
    EXPECT_EQ(rulesOf(sheet), "");

    sheet = goodSheet();
    sheet.sources[0].isUnknown = true;
    EXPECT_EQ(rulesOf(sheet), "DR-08");

    sheet = goodSheet();
    sheet.present.pop_back();
    EXPECT_EQ(rulesOf(sheet), "DR-09");
}

TEST(Violations, SpeakOfRubricsByTheirTitlesAndSayWhatToDo)
{
    Sheet sheet = goodSheet();
    for (LabelAnswer& one : sheet.labelsFor(Dimension::Quality))
        one.answer.applies = false;
    sheet.annotations.clear();
    answerOf(sheet, Dimension::Language, "Bilingual") = kYes;
    answerOf(sheet, Dimension::Utility, "Pre-Training").reference.clear();
    sheet.present.pop_back();
    const auto found = violations(sheet);
    ASSERT_EQ(found.size(), 5u);
    EXPECT_EQ(found[0].message,
        "Data annotations: nobody is named who annotated. Say who did, or that the dataset has no "
        "labels.");
    EXPECT_EQ(found[1].dimension, Dimension::Quality);
    EXPECT_EQ(found[1].message,
        "Quality assurance: no label applies, so it is unanswered. Choose what is true, or "
        "\"N/A\": no check is described.");
    EXPECT_EQ(found[2].message,
        "Task utility: \"Pre-Training\" applies and names no evidence. Say where it can be read: a "
        "page, a section, a link.");
    EXPECT_EQ(found[3].message,
        "Language coverage: more than one number of languages is chosen: \"Multilingual\", "
        "\"Bilingual\". Keep the one that is true of this dataset.");
    EXPECT_EQ(found[4].message,
        "Reproducibility: the sheet lacks this rubric. Add it as a sheet of \"cupel rubric "
        "template\" has it, and answer its questions.");
}

TEST(Score, RewardsWhatIsKnownAndShown)
{
    // sources 2, annotations 2 (instructions and rubrics), quality 2, novelty 2, utility 2,
    // language 2, code 0, documentation 2.
    const Score full = score(goodSheet());
    EXPECT_DOUBLE_EQ(full.points, 14.0);
    EXPECT_DOUBLE_EQ(full.possible, 16.0);
}

TEST(Score, CountsSuggestionsHalfAndContradictionsNothing)
{
    Sheet sheet = goodSheet();
    sheet.sources[0].answer.status = Status::Suggested;
    EXPECT_DOUBLE_EQ(score(sheet).points, 13.0);
    answerOf(sheet, Dimension::Novelty, "N/A") = kYes;
    EXPECT_DOUBLE_EQ(score(sheet).points, 11.0);
    sheet.sources[0].answer.status = Status::Disputed;
    EXPECT_DOUBLE_EQ(score(sheet).points, 10.0);
}

TEST(Score, LeavesOutAspectsThatDoNotApply)
{
    Sheet sheet = goodSheet();
    sheet.annotations.clear();
    sheet.isUnlabelled = true;
    answerOf(sheet, Dimension::Language, "Multilingual").applies = false;
    answerOf(sheet, Dimension::Language, "N/A") = kYes;
    const Score result = score(sheet);
    EXPECT_DOUBLE_EQ(result.possible, 12.0);
    EXPECT_FALSE(result.aspects[1].points.has_value());
    EXPECT_FALSE(result.aspects[5].points.has_value());
}

TEST(OpenQuestions, AreThoseThatNoPersonHasAnswered)
{
    Sheet sheet = goodSheet();
    EXPECT_TRUE(openQuestions(sheet).empty());
    sheet.code = {};
    sheet.sources[0].answer.status = Status::Suggested;
    const auto open = openQuestions(sheet);
    ASSERT_EQ(open.size(), 2u);
    EXPECT_EQ(open[0].question, "origin of text");
    EXPECT_EQ(open[0].status, Status::Suggested);
    EXPECT_EQ(open[1].question, "Has Code");
}

TEST(PublishedRecords, AreReadAndTheirContradictionsFound)
{
    CUPEL_REQUIRE_SHARED("data/cards/manifest.json");
    const auto folder = test::sharedDir() / "data/cards";
    std::ifstream manifestFile(folder / "manifest.json");
    const nlohmann::json manifest = nlohmann::json::parse(manifestFile);
    int files = 0;
    for (const auto& entry : manifest.at("files")) {
        if (!entry.contains("datarubrics_findings"))
            continue;
        const auto name = entry.at("file").get<std::string>();
        SCOPED_TRACE(name);
        std::ifstream file(folder / name);
        std::stringstream text;
        text << file.rdbuf();
        const auto sheet = readSheet(text.str(), name);
        ASSERT_TRUE(sheet) << sheet.error().message;
        std::string expected;
        for (const auto& finding : entry.at("datarubrics_findings"))
            expected += (expected.empty() ? "" : " ") + finding.at(1).get<std::string>();
        EXPECT_EQ(rulesOf(*sheet), expected);
        const auto& labels = entry.at("datarubrics_labels");
        for (const Dimension dimension :
            {Dimension::Quality, Dimension::Novelty, Dimension::Utility, Dimension::Language}) {
            nlohmann::json chosen = nlohmann::json::array();
            for (const LabelAnswer& one : sheet->labelsFor(dimension)) {
                if (one.answer.applies.value_or(false))
                    chosen.push_back(one.label);
            }
            EXPECT_EQ(chosen, labels.at(std::string(keyOf(dimension))));
        }
        ++files;
    }
    EXPECT_GT(files, 0);
}

} // namespace
} // namespace cupel::rubric
