#include "core/pipeline/review.h"

#include "core/pipeline/history_words.h"
#include "tests/core/catalog/catalog_samples.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

namespace cupel::pipeline {
namespace {

using base::ErrorCode;
using catalog::Catalog;
using reports::WaiverWords;
using State = FindingMark::State;

constexpr base::Day kUntil = std::chrono::year(2027) / 12 / 31;
const Author kAda{"Ada", catalog::Time(std::chrono::seconds(1'800'000'000))};

bool isSame(const ReviewValue& a, const ReviewValue& b)
{
    if (const auto* waiver = std::get_if<WaiverWords>(&a)) {
        const auto* other = std::get_if<WaiverWords>(&b);
        return other && waiver->reason == other->reason && waiver->owner == other->owner
            && waiver->until == other->until;
    }
    return a.index() == b.index()
        && std::visit(
            [&b](const auto& one) {
                using T = std::decay_t<decltype(one)>;
                if constexpr (std::is_same_v<T, WaiverWords>)
                    return false;
                else
                    return one == std::get<T>(b);
            },
            a);
}

struct Sample {
    std::string target;
    ReviewValue value;
    std::string json;
};
std::vector<Sample> samples()
{
    return {{"f-1", FindingMark{State::Seen}, R"({"state":"seen"})"},
        {"f-1", FindingMark{State::FixRequested}, R"({"state":"fix-requested"})"},
        {"f-1", WaiverWords{"known", "ada@example.org", kUntil},
            R"({"reason":"known","owner":"ada@example.org","until":"2027-12-31"})"},
        {"column:größe", Comment{"a \"quote\"\n", true},
            R"({"text":"a \"quote\"\n","private":true})"},
        {"motivation.purpose", CardAnswer{"To learn."}, R"({"text":"To learn."})"},
        {"data_novelty/Derived",
            RubricAnswer{false, {}, "README.md#L4", "no", rubric::Status::Disputed},
            R"({"applies":false,"choices":[],"reference":"README.md#L4","reasoning":"no","status":"disputed"})"},
        {"sources/tabular", RubricAnswer{{}, {"human", "model"}},
            R"({"applies":null,"choices":["human","model"],"reference":"","reasoning":"","status":"confirmed"})"}};
}

TEST(Review, ValuesComeBackFromTheirJson)
{
    for (const Sample& sample : samples()) {
        const auto change = reviewChange(sample.target, sample.value, kAda);
        ASSERT_TRUE(change) << change.error().message;
        EXPECT_EQ(change->value, sample.json);
        EXPECT_EQ(change->target, sample.target);
        EXPECT_EQ(change->who, "Ada");
        EXPECT_EQ(change->at, kAda.at);
        const auto read = reviewValue(change->kind, change->target, *change->value);
        ASSERT_TRUE(read) << read.error().message;
        EXPECT_TRUE(isSame(*read, sample.value)) << sample.json;
    }
}

TEST(Review, WhatSaysNothingIsRefused)
{
    const auto expectRefused = [](const std::string& target, const ReviewValue& value) {
        const auto change = reviewChange(target, value, kAda);
        ASSERT_FALSE(change) << target;
        EXPECT_EQ(change.error().code, ErrorCode::Usage);
        EXPECT_FALSE(change.error().hint.empty());
    };
    expectRefused("", FindingMark{State::Seen});
    expectRefused("f-1", WaiverWords{" \n", "Ada", kUntil});
    expectRefused("f-1", WaiverWords{"known", "", kUntil});
    expectRefused("f-1", WaiverWords{"known", "Ada", std::chrono::year(12'000) / 1 / 1});
    expectRefused("f-1", WaiverWords{"\xff", "Ada", kUntil});
    expectRefused("column:age", Comment{"  ", false});
    expectRefused("f-1", Comment{"about what?", false});
    expectRefused("motivation.purpose", CardAnswer{""});
    expectRefused("motivation.purpose", CardAnswer{"[More Information Needed]"});
    expectRefused("no.such.field", CardAnswer{"To learn."});
    expectRefused("Derived", RubricAnswer{true});
    expectRefused("sources/tabular", RubricAnswer{true, {"aliens"}});
    RubricAnswer suggested{true};
    suggested.status = rubric::Status::Suggested;
    expectRefused("data_novelty/Derived", suggested);
}

TEST(Review, WhatIsDamagedIsAnErrorAndNoCrash)
{
    const auto expectDamaged = [](const char* kind, const std::string& json) {
        const auto read = reviewValue(kind, "f-1", json);
        ASSERT_FALSE(read) << kind << json;
        EXPECT_EQ(read.error().code, ErrorCode::Catalog);
        EXPECT_NE(read.error().message.find("about \"f-1\""), std::string::npos);
        EXPECT_FALSE(read.error().hint.empty());
    };
    for (const char* const kind : {"mark", "waiver", "comment", "card-answer", "rubric-answer"}) {
        for (const char* const json :
            {"", "null", "1", "[]", "{}", "{\"state\":", "\xff", R"({"state":"new"})",
                R"({"state":1})", R"({"state":"seen","more":1})",
                R"({"reason":"a","owner":"b","until":"2027-02-30"})",
                R"({"reason":" ","owner":"b","until":"2027-02-03"})",
                R"({"text":"a","private":"yes"})", R"({"text":" "})", R"({"text":["a"]})",
                R"({"applies":1,"choices":[],"reference":"","reasoning":"","status":"confirmed"})",
                R"({"applies":true,"choices":[1],"reference":"","reasoning":"","status":"confirmed"})",
                R"({"applies":true,"choices":[],"reference":"","reasoning":"","status":"suggested"})"})
            expectDamaged(kind, json);
        expectDamaged(kind, std::string(100'000, '['));
    }
    expectDamaged("sign-off", "{}");
}

TEST(Review, KindsAndTargetsHaveNames)
{
    for (const ReviewKind kind : {ReviewKind::Mark, ReviewKind::Waiver, ReviewKind::Comment,
             ReviewKind::CardAnswer, ReviewKind::RubricAnswer})
        EXPECT_EQ(reviewKindFromName(kindName(kind)), kind);
    EXPECT_EQ(commentTarget(CommentOn::Column, "a:b"), "column:a:b");
    EXPECT_EQ(commentedOn("column:a:b"), (std::pair{CommentOn::Column, std::string("a:b")}));
    EXPECT_EQ(commentedOn("rubric:lang/N/A"),
        (std::pair{CommentOn::RubricQuestion, std::string("lang/N/A")}));
    EXPECT_FALSE(commentedOn("f-1"));
}

/// The words of the history as texts "what: details".
std::vector<std::string> historyOf(const Catalog& catalog, std::int64_t dataset)
{
    std::vector<std::string> lines;
    for (const HistoryEntry& entry :
        historyEntries(test::valueOf(catalog.events(dataset)), {}, {})) {
        std::string line = entry.who + " " + entry.what + ": ";
        for (const base::Span& span : entry.details) {
            const auto* own = std::get_if<std::string>(&span);
            line += own ? *own : std::get<base::DataText>(span).raw();
        }
        lines.push_back(line);
    }
    return lines;
}

class StoredReview : public testing::Test {
protected:
    void say(const std::string& target, const ReviewValue& value)
    {
        test::valueOf(
            m_catalog.changeReview(m_dataset, test::valueOf(reviewChange(target, value, kAda))));
    }

    test::TempDir m_folder;
    Catalog m_catalog
        = test::valueOf(Catalog::open((m_folder / "catalog").string(), Catalog::Missing::Create));
    std::int64_t m_dataset
        = test::valueOf(m_catalog.addImport(test::sampleImport("adult"), test::moment())).dataset;
};

TEST_F(StoredReview, IsReadByTarget)
{
    EXPECT_TRUE(test::valueOf(reviewOf(m_catalog, m_dataset)).isEmpty());
    for (const Sample& sample : samples())
        say(sample.target, sample.value);
    const Review review = test::valueOf(reviewOf(m_catalog, m_dataset));
    ASSERT_EQ(review.marks.size(), 1U);
    EXPECT_EQ(review.marks.at("f-1").value.state, State::FixRequested);
    EXPECT_EQ(review.marks.at("f-1").who, "Ada");
    EXPECT_EQ(review.marks.at("f-1").at, kAda.at);
    EXPECT_EQ(review.waivers.at("f-1").value.owner, "ada@example.org");
    EXPECT_TRUE(review.comments.at("column:größe").value.isPrivate);
    EXPECT_EQ(review.cardAnswers.at("motivation.purpose").value.text, "To learn.");
    ASSERT_EQ(review.rubricAnswers.size(), 2U);
    EXPECT_EQ(
        review.rubricAnswers.at("data_novelty/Derived").value.status, rubric::Status::Disputed);
}

TEST_F(StoredReview, AnEditIsUndoneByTheChangeThatTakesItBack)
{
    say("f-1", FindingMark{State::Seen});
    const auto change = test::valueOf(reviewChange("f-1", FindingMark{State::Accepted}, kAda));
    const auto before = test::valueOf(m_catalog.changeReview(m_dataset, change));
    test::valueOf(m_catalog.changeReview(m_dataset, catalog::takenBack(change, before, kAda.at)));
    EXPECT_EQ(
        test::valueOf(reviewOf(m_catalog, m_dataset)).marks.at("f-1").value.state, State::Seen);
    test::valueOf(m_catalog.changeReview(m_dataset, reviewRemoval(ReviewKind::Mark, "f-1", kAda)));
    EXPECT_TRUE(test::valueOf(reviewOf(m_catalog, m_dataset)).isEmpty());
    EXPECT_EQ(historyOf(m_catalog, m_dataset),
        (std::vector<std::string>{"Ada Mark removed: f-1", "Ada Marked as seen: f-1",
            "Ada Accepted: f-1", "Ada Marked as seen: f-1", " Added: version 1"}));
}

TEST_F(StoredReview, HistoryTellsWhatWasSaid)
{
    say("f-1", WaiverWords{"known", "ada@example.org", kUntil});
    say("column:age", Comment{"Why 999?", false});
    test::valueOf(
        m_catalog.changeReview(m_dataset, reviewRemoval(ReviewKind::Comment, "column:age", kAda)));
    say("sources/tabular", RubricAnswer{{}, {"human"}, "", "by post"});
    const std::vector<std::string> lines = historyOf(m_catalog, m_dataset);
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_EQ(lines[3], "Ada Waived: f-1: known (ada@example.org, until 2027-12-31)");
    EXPECT_EQ(lines[2], "Ada Comment: column:age: Why 999?");
    EXPECT_EQ(lines[1], "Ada Comment removed: column:age: Why 999?");
    EXPECT_EQ(lines[0], "Ada Rubric answered: sources/tabular: human, confirmed: by post");
}

TEST_F(StoredReview, AnEntryOfAnotherProgramIsNamed)
{
    test::valueOf(m_catalog.changeReview(m_dataset, {"waiver", "f-9", "{}", "Eve", kAda.at}));
    const auto review = reviewOf(m_catalog, m_dataset);
    ASSERT_FALSE(review);
    EXPECT_EQ(review.error().code, ErrorCode::Catalog);
    EXPECT_EQ(review.error().message, "the waiver about \"f-9\" in the review is damaged");
    EXPECT_EQ(review.error().where.file, m_catalog.path());
    EXPECT_NE(historyOf(m_catalog, m_dataset)[0].find("f-9"), std::string::npos);
}

} // namespace
} // namespace cupel::pipeline
