#include "core/catalog/review.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "core/catalog/catalog.h"
#include "tests/core/catalog/catalog_samples.h"
#include "tests/core/catalog/child_process.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using namespace catalog;
using base::ErrorCode;
using nlohmann::json;

constexpr std::int64_t kDay = 86'400;

class ReviewTest : public testing::Test {
protected:
    ReviewTest()
        : m_catalog(valueOf(Catalog::open(path(), Catalog::Missing::Create)))
        , m_dataset(valueOf(m_catalog.addImport(sampleImport("adult"), moment())).dataset)
    {
    }
    std::string path() const { return (m_folder / "catalog").string(); }
    static ReviewChange comment(const std::string& target, std::optional<std::string> value,
        std::int64_t second = 0, const std::string& who = "Ada")
    {
        return {"comment", target, std::move(value), who, moment(second)};
    }
    std::optional<ReviewEntry> change(const ReviewChange& change)
    {
        return valueOf(m_catalog.changeReview(m_dataset, change));
    }
    /// The entries as texts "kind target value who".
    std::vector<std::string> entries() const
    {
        std::vector<std::string> texts;
        for (const ReviewEntry& entry : valueOf(m_catalog.review(m_dataset)))
            texts.push_back(entry.kind + " " + entry.target + " " + entry.value + " " + entry.who);
        return texts;
    }
    std::vector<Event> reviewEvents() const
    {
        std::vector<Event> events = valueOf(m_catalog.events(m_dataset));
        std::erase_if(events, [](const Event& event) { return event.what != kReviewEvent; });
        return events;
    }

    TempDir m_folder;
    Catalog m_catalog;
    std::int64_t m_dataset;
};

using Texts = std::vector<std::string>;

TEST_F(ReviewTest, AnEntryStandsUntilAnotherOneOrNone)
{
    EXPECT_FALSE(change(comment("f-2", R"({"text":"look"})", 1)));
    EXPECT_FALSE(change(comment("f-1", "[1]", 2, "Bob")));
    EXPECT_FALSE(change({"mark", "f-1", "true", "Ada", moment(3)}));
    EXPECT_EQ(entries(),
        (Texts{"comment f-1 [1] Bob", R"(comment f-2 {"text":"look"} Ada)", "mark f-1 true Ada"}));

    const auto before = change(comment("f-1", "[2]", 4));
    ASSERT_TRUE(before);
    EXPECT_EQ(before->value, "[1]");
    EXPECT_EQ(before->who, "Bob");
    EXPECT_EQ(before->at, moment(2));
    EXPECT_EQ(change(comment("f-2", std::nullopt, 5))->value, R"({"text":"look"})");
    EXPECT_EQ(entries(), (Texts{"comment f-1 [2] Ada", "mark f-1 true Ada"}));
    EXPECT_EQ(valueOf(m_catalog.review(m_dataset))[0].at, moment(4));
    EXPECT_EQ(problemsOf(m_catalog), Texts());
}

TEST_F(ReviewTest, EveryChangeIsAnEventWithBothStates)
{
    change(comment("f-1", R"({"text":"look"})", 1));
    change(comment("f-1", R"({"text":"again"})", 2, "Bob"));
    change(comment("f-1", std::nullopt, 3));
    const std::vector<Event> events = reviewEvents();
    ASSERT_EQ(events.size(), 3U);
    EXPECT_EQ(events[0].before, R"({"kind":"comment","target":"f-1","value":null})");
    EXPECT_EQ(events[0].after, R"({"kind":"comment","target":"f-1","value":{"text":"look"}})");
    EXPECT_EQ(events[1].before, events[0].after);
    EXPECT_EQ(json::parse(events[1].after)["value"]["text"], "again");
    EXPECT_EQ(events[1].who, "Bob");
    EXPECT_EQ(events[1].at, moment(2));
    EXPECT_EQ(events[1].name, "adult");
    EXPECT_EQ(events[2].before, events[1].after);
    EXPECT_EQ(events[2].after, events[0].before);
}

TEST_F(ReviewTest, WhatIsTakenBackStandsAgainAndIsAnEventMore)
{
    const ReviewChange first = comment("f-1", "[1]", 1);
    const ReviewChange second = comment("f-1", "[2]", 2);
    const auto nothing = change(first);
    const auto one = change(second);
    EXPECT_EQ(change(takenBack(second, one, moment(3)))->value, "[2]");
    EXPECT_EQ(entries(), Texts{"comment f-1 [1] Ada"});
    change(takenBack(first, nothing, moment(4)));
    EXPECT_EQ(entries(), Texts());
    EXPECT_EQ(reviewEvents().size(), 4U);
    EXPECT_EQ(problemsOf(m_catalog), Texts());
}

/// The one who undoes is in the event; the words stay those of the one who said them.
TEST_F(ReviewTest, WhatIsTakenBackLetsAnotherPersonsWordsStandAgainAsTheirs)
{
    change(comment("f-1", "[1]", 1, "Bob"));
    const ReviewChange second = comment("f-1", "[2]", 2, "Ada");
    const auto before = change(second);
    const ReviewChange back = takenBack(second, before, moment(3));
    change(back);
    EXPECT_EQ(entries(), Texts{"comment f-1 [1] Bob"});
    EXPECT_EQ(valueOf(m_catalog.review(m_dataset))[0].at, moment(1));
    EXPECT_EQ(reviewEvents().back().who, "Ada");
    EXPECT_EQ(reviewEvents().back().at, moment(3));
    EXPECT_TRUE(isLeftBy(valueOf(m_catalog.review(m_dataset))[0], back));
}

TEST_F(ReviewTest, NothingIsTakenBackOverWhatWasSaidSince)
{
    const ReviewChange accepted{"mark", "f-1", "\"accepted\"", "Ada", moment(1)};
    const ReviewChange back = takenBack(accepted, change(accepted), moment(9));
    for (const auto& [value, who] : std::vector<std::pair<std::optional<std::string>, std::string>>{
             {"\"fix\"", "Bob"}, {"\"accepted\"", "Bob"}, {std::nullopt, "Bob"}}) {
        change({"mark", "f-1", value, who, moment(2)});
        const Texts before = entries();
        const auto events = reviewEvents().size();
        const auto stood = valueOf(m_catalog.changeReview(m_dataset, back, &accepted));
        EXPECT_FALSE(isLeftBy(stood, accepted));
        EXPECT_EQ(entries(), before);
        EXPECT_EQ(reviewEvents().size(), events);
        change(accepted);
    }
    const auto stood = valueOf(m_catalog.changeReview(m_dataset, back, &accepted));
    EXPECT_TRUE(isLeftBy(stood, accepted));
    EXPECT_EQ(entries(), Texts());
    // To say it again is refused as well where somebody else did.
    change({"mark", "f-1", "\"fix\"", "Bob", moment(3)});
    EXPECT_FALSE(isLeftBy(valueOf(m_catalog.changeReview(m_dataset, accepted, &back)), back));
    EXPECT_EQ(entries(), Texts{"mark f-1 \"fix\" Bob"});
}

TEST_F(ReviewTest, WhatChangesNothingIsNoEvent)
{
    EXPECT_FALSE(change(comment("f-1", std::nullopt)));
    change(comment("f-1", "[1]", 1));
    EXPECT_EQ(change(comment("f-1", "[1]", 2))->value, "[1]");
    EXPECT_EQ(reviewEvents().size(), 1U);
    EXPECT_EQ(valueOf(m_catalog.review(m_dataset))[0].at, moment(1));
    // Another person says the same.
    change(comment("f-1", "[1]", 3, "Bob"));
    EXPECT_EQ(reviewEvents().size(), 2U);
    EXPECT_EQ(entries(), Texts{"comment f-1 [1] Bob"});
}

TEST_F(ReviewTest, WhatIsNoValueIsRefused)
{
    const auto expectRefused = [this](const ReviewChange& change, ErrorCode code) {
        const auto refused = m_catalog.changeReview(m_dataset, change);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, code) << refused.error().message;
        EXPECT_FALSE(refused.error().hint.empty());
    };
    expectRefused(comment("f-1", "{\"text\""), ErrorCode::Usage);
    expectRefused(comment("f-1", ""), ErrorCode::Usage);
    expectRefused(comment("f-1", "\"\xff\""), ErrorCode::Usage);
    expectRefused(
        comment("f-1", "\"" + std::string(kMaxReviewBytes, 'x') + "\""), ErrorCode::Usage);
    expectRefused({"", "f-1", "1", "Ada", moment()}, ErrorCode::Usage);
    const auto gone = m_catalog.changeReview(m_dataset + 1, comment("f-1", "1"));
    ASSERT_FALSE(gone);
    EXPECT_EQ(gone.error().code, ErrorCode::Catalog);
    EXPECT_EQ(entries(), Texts());
    EXPECT_TRUE(reviewEvents().empty());
}

TEST_F(ReviewTest, TextsOfAnyKindComeBack)
{
    RandomRecords random(20270331);
    for (int i = 0; i < 100; ++i) {
        const std::string target = "column:" + random.text();
        const std::string who = random.text();
        const std::string value
            = json(random.text()).dump(-1, ' ', false, json::error_handler_t::replace);
        change({"comment", target, value, who, moment(i)});
        bool isThere = false;
        for (const ReviewEntry& entry : valueOf(m_catalog.review(m_dataset)))
            isThere |= entry.target == target && entry.value == value && entry.who == who;
        EXPECT_TRUE(isThere) << target;
    }
    EXPECT_EQ(problemsOf(m_catalog), Texts());
    EXPECT_TRUE(json::accept(exported(m_catalog)));
}

TEST_F(ReviewTest, AReviewIsOfOneDatasetAndOutlivesItsVersions)
{
    const std::int64_t other
        = valueOf(m_catalog.addImport(sampleImport("loans"), moment())).dataset;
    change(comment("f-1", "[1]"));
    EXPECT_TRUE(valueOf(m_catalog.review(other)).empty());
    valueOf(m_catalog.addImport(sampleImport("adult", 2), moment(1)));
    EXPECT_EQ(entries().size(), 1U);
}

TEST_F(ReviewTest, WhatIsRemovedKeepsItsReviewUntilItIsGoneForGood)
{
    change(comment("f-1", R"({"text":"a secret"})"));
    valueOf(m_catalog.remove("adult", moment()));
    const auto refused = m_catalog.changeReview(m_dataset, comment("f-1", "1"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Usage);
    EXPECT_EQ(entries().size(), 1U);
    valueOf(m_catalog.restore("adult", moment(1)));
    EXPECT_EQ(entries().size(), 1U);

    valueOf(m_catalog.remove("adult", moment(2)));
    valueOf(m_catalog.purge(moment(2 + 31 * kDay)));
    EXPECT_EQ(entries(), Texts());
    // That somebody reviewed it stays known, what they said does not.
    ASSERT_EQ(reviewEvents().size(), 1U);
    EXPECT_EQ(reviewEvents()[0].who, "Ada");
    EXPECT_EQ(exported(m_catalog).find("a secret"), std::string::npos);
    EXPECT_EQ(problemsOf(m_catalog), Texts());
}

TEST_F(ReviewTest, ExportAndBackupHoldIt)
{
    change(comment("f-1", R"({"text":"look"})", 1));
    const json tables = json::parse(exported(m_catalog))["tables"];
    EXPECT_EQ(
        tables["review"], json::parse(R"json([{"dataset": 1, "kind": "comment", "target": "f-1",
            "value_json": "{\"text\":\"look\"}", "who": "Ada", "at": "2027-03-31T12:00:01Z"}])json"));
    const std::string backup = (m_folder / "backup").string();
    ASSERT_TRUE(m_catalog.backupTo(backup));
    EXPECT_EQ(
        exported(valueOf(Catalog::open(backup, Catalog::Missing::Fail))), exported(m_catalog));
}

TEST_F(ReviewTest, TheCheckFindsWhatDoesNotAgree)
{
    change(comment("f-1", "[1]"));
    runSql(path(), "UPDATE review SET value_json = 'x', who = 'Eve'");
    EXPECT_EQ(problemsOf(m_catalog),
        (Texts{"structure: the comment about \"f-1\" in the review of \"adult\" is no JSON",
            "counts: the comment about \"f-1\" in the review of \"adult\" has no event"}));
    // It can be replaced; the event keeps what stood there.
    EXPECT_EQ(change(comment("f-1", "[2]", 1))->value, "x");
    EXPECT_EQ(json::parse(reviewEvents().back().before)["value"], "x");
    EXPECT_EQ(problemsOf(m_catalog), Texts());

    runSql(path(),
        "PRAGMA foreign_keys = OFF; INSERT INTO review VALUES (77, 'mark', 'f-1', '1', '', '')");
    EXPECT_EQ(problemsOf(m_catalog),
        Texts{
            "reference: row 2 of the table review belongs to a row of dataset that is not there"});
}

TEST_F(ReviewTest, ACatalogThatMayOnlyBeReadIsNotChanged)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may write anywhere";
    change(comment("f-1", "[1]"));
    const std::string copy = (m_folder / "copy").string();
    ASSERT_TRUE(m_catalog.backupTo(copy));
    std::filesystem::permissions(copy, std::filesystem::perms::owner_read);
    Catalog catalog = valueOf(Catalog::open(copy, Catalog::Missing::Fail));
    ASSERT_TRUE(catalog.isReadOnly());
    EXPECT_EQ(valueOf(catalog.review(m_dataset)).size(), 1U);
    const auto refused = catalog.changeReview(m_dataset, comment("f-1", "[2]"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Catalog);
    EXPECT_EQ(valueOf(catalog.review(m_dataset))[0].value, "[1]");
}

} // namespace
} // namespace cupel::test
