#include "core/card/read_card.h"

#include "core/documents/json_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace cupel::card {
namespace {

base::Result<StoredCard> read(const std::string& fields, const std::string& version = "1.1.0")
{
    const auto root = documents::readJson(R"({"schema": "cupel.card", "schemaVersion": ")" + version
        + R"(", "dataset": "d", "file": "d.csv", "hash": null, "fields": [)" + fields + "]}");
    EXPECT_TRUE(root) << root.error().message;
    EXPECT_TRUE(isStoredCard(*root));
    return readStoredCard(*root, "card.json");
}

TEST(StoredCard, KeepsAnswersWithTheirPlaces)
{
    const auto stored = read(R"({"key": "identity.keywords", "state": "present", "needed": true,
"answers": [{"text": "a, b", "source": "R.md#L9", "as": {"vocabulary": "front-matter", "name": "tags"},
  "value": ["a", "b"]}, {"text": "by hand", "source": "interview"}, {"text": "3", "source": "data"},
  {"text": "4", "source": "person"},
  {"text": "5", "source": "person", "as": {"vocabulary": "heading", "name": "keywords"}}]})");
    ASSERT_TRUE(stored) << stored.error().message;
    EXPECT_EQ(stored->dataset, "d");
    EXPECT_EQ(stored->file, "d.csv");
    EXPECT_EQ(stored->hash, "");
    const FieldValue& field = *stored->card.find("identity.keywords");
    EXPECT_EQ(field.state, State::Present);
    ASSERT_EQ(field.answers.size(), 5U);
    EXPECT_EQ(field.answers[0].file, "R.md");
    EXPECT_EQ(field.answers[0].line, 9U);
    EXPECT_EQ(field.answers[0].vocabulary, Vocabulary::FrontMatter);
    EXPECT_EQ(field.answers[0].value->items.size(), 2U);
    EXPECT_EQ(field.answers[1].source(), "interview");
    EXPECT_EQ(field.answers[2].source(), "data");
    EXPECT_EQ(field.answers[3].vocabulary, Vocabulary::Person);
    EXPECT_EQ(field.answers[3].source(), "person");
    // A document may have that name.
    EXPECT_EQ(field.answers[4].file, "person");
    EXPECT_EQ(field.answers[4].vocabulary, Vocabulary::Heading);
    EXPECT_EQ(stored->card.find("card.title")->state, State::Absent);
}

TEST(StoredCard, RefusesWhatItDoesNotKnow)
{
    const struct {
        const char* fields;
        const char* message;
    } cases[]{
        {R"({"key": "card.name", "state": "present", "answers": []})", "there is no field"},
        {R"({"key": "card.title", "state": "good", "answers": []})", "no state that is known"},
        {R"({"key": "card.title", "state": "present"})", "no list of answers"},
        {R"({"key": "card.title", "state": "present", "answers": [{"source": "x"}]})", "no text"},
        {R"([1])", "there is no field"},
    };
    for (const auto& one : cases) {
        const auto stored = read(one.fields);
        ASSERT_FALSE(stored) << one.fields;
        EXPECT_EQ(stored.error().code, base::ErrorCode::NotData);
        EXPECT_NE(stored.error().message.find(one.message), std::string::npos)
            << stored.error().message;
        EXPECT_EQ(stored.error().where.line, 1U);
    }
    EXPECT_FALSE(read("", "2.0.0"));
    EXPECT_FALSE(isStoredCard(*documents::readJson(R"({"schema": "cupel.report"})")));
}

} // namespace
} // namespace cupel::card
