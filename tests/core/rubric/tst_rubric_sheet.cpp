#include "core/card/fill.h"
#include "core/rubric/check.h"
#include "core/rubric/suggest.h"

#include <gtest/gtest.h>

namespace cupel::rubric {
namespace {

card::Measured loans()
{
    card::Measured measured;
    measured.hash = "xxh3-128:01";
    measured.rows = 100;
    measured.columns = {{"note", "text", 0}, {"approved", "text", 0}, {"split", "text", 0}};
    measured.label = card::MeasuredValues{"approved", {{"yes", 60}, {"no", 40}}, 0};
    measured.splits = card::MeasuredValues{"split", {{"train", 80}, {"test", 20}}, 0};
    return measured;
}

documents::Document cardWith(const std::string& key, const std::string& value)
{
    documents::Document card;
    card.file = "README.md";
    documents::Node node;
    node.kind = documents::Node::Kind::Text;
    node.text = value;
    node.at.line = 4;
    card.fields.kind = documents::Node::Kind::Map;
    card.fields.members.push_back({key, {4, 1}, node});
    return card;
}

Sheet suggested(std::vector<documents::Document> documents)
{
    const documents::DocumentSet set{std::move(documents)};
    return suggestedSheet("loans", card::filledCard(set, loans()), loans());
}

const Answer& answerOf(const Sheet& sheet, Dimension dimension, const std::string& label)
{
    for (const LabelAnswer& one : sheet.labelsFor(dimension)) {
        if (one.label == label)
            return one.answer;
    }
    throw std::runtime_error(label);
}

TEST(Sheet, IsReadBackAsItWasWritten)
{
    Sheet sheet = suggested({cardWith("language", "en")});
    sheet.annotations[0].category = "AI Model";
    sheet.annotations[0].answer = {true, "a \"quoted\" note", "why", Status::Confirmed, {}};
    const std::string text = sheetText(sheet);
    const auto back = readSheet(text, "rubric.json");
    ASSERT_TRUE(back) << back.error().message;
    EXPECT_EQ(sheetText(*back), text);
    EXPECT_EQ(back->dataset, "loans");
    EXPECT_EQ(back->annotations[0].answer.status, Status::Confirmed);
}

TEST(Sheet, SuggestsWithEvidenceAndLeavesTheRestToPeople)
{
    const Sheet sheet = suggested({cardWith("language", "en")});
    const Answer& english = answerOf(sheet, Dimension::Language, "Monolingual (English)");
    EXPECT_EQ(english.status, Status::Suggested);
    EXPECT_EQ(english.reference, "README.md#L4");
    EXPECT_EQ(answerOf(sheet, Dimension::Utility, "Evaluation").status, Status::Suggested);
    EXPECT_EQ(answerOf(sheet, Dimension::Utility, "Analysis").status, Status::Unanswered);
    EXPECT_FALSE(answerOf(sheet, Dimension::Utility, "Analysis").applies.has_value());
    EXPECT_EQ(sheet.annotations.at(0).answer.status, Status::Unanswered);
    EXPECT_TRUE(sheet.sources.at(0).isUnknown.value_or(false));
    EXPECT_FALSE(openQuestions(sheet).empty());
}

TEST(Sheet, FollowsWhatTheCardSays)
{
    EXPECT_EQ(suggested({cardWith("annotations_creators", "crowdsourced")}).annotations[0].category,
        "Multiple Human Non-Experts");
    EXPECT_TRUE(answerOf(suggested({cardWith("source_datasets", "original")}), Dimension::Novelty,
        "New Data from Human")
                    .applies.value_or(false));
    EXPECT_TRUE(suggested({cardWith("language_creators", "crowdsourced")})
                    .sources[0]
                    .isHuman.value_or(false));
}

struct Broken {
    const char* text;
    const char* message;
    std::uint64_t line;
};

class BrokenSheets : public testing::TestWithParam<Broken> { };

TEST_P(BrokenSheets, AreRefusedWithTheirPlace)
{
    const auto sheet = readSheet(GetParam().text, "rubric.json");
    ASSERT_FALSE(sheet);
    EXPECT_EQ(sheet.error().code, base::ErrorCode::Usage);
    EXPECT_NE(sheet.error().message.find(GetParam().message), std::string::npos)
        << sheet.error().message;
    EXPECT_EQ(sheet.error().where.line, GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(Texts, BrokenSheets,
    testing::Values(Broken{"{}", "no sheet of rubric answers", 1},
        Broken{"{\"schema\": \"x\",\n \"records\": []}", "\"schema\"", 1},
        Broken{"[\n{\"response\": 5}]", "no \"response\"", 2},
        Broken{"[{\"response\":\n{\"novel\": {}}}]", "there is no rubric \"novel\"", 2},
        Broken{"[{\"response\": {\"lang\":\n{\"Klingon\": {}}}}]", "the label \"Klingon\"", 2},
        Broken{"[{\"response\": {\"lang\":\n{\"N/A\": {\"is_applicable\": \"yes\"}}}}]",
            "neither true, false nor null", 2},
        Broken{"[{\"response\": {\"sources\":\n[{\"Modality\": \"smell\"}]}}]", "\"smell\"", 2}));

} // namespace
} // namespace cupel::rubric
