#include "core/card/completeness.h"

#include <gtest/gtest.h>

namespace cupel::card {
namespace {

const Score& groupOf(const Completeness& score, const std::string& id)
{
    for (const Score& group : score.groups) {
        if (group.id == id)
            return group;
    }
    throw std::runtime_error("no group " + id);
}

/// A card in which only four fields of authorship count: core present, expected thin, optional
/// absent, and a conditional one.
Card fourFields(bool isConditionMet)
{
    Card card = emptyCard();
    for (FieldValue& field : card.fields)
        field.state = State::NotApplicable;
    card.find("authorship.owners.contact")->state = State::Present; // core
    card.find("authorship.owners.teams")->state = State::Thin; // expected
    card.find("authorship.publishers.industry")->state = State::Absent; // optional
    FieldValue* const conditional = card.find("ethics.consent");
    conditional->state = isConditionMet ? State::Present : State::Absent;
    conditional->isNeeded = isConditionMet;
    return card;
}

TEST(Completeness, IsTheWeightedMeanOfTheFieldsThatApply)
{
    const Score group = groupOf(completeness(fourFields(false)), "authorship");
    EXPECT_DOUBLE_EQ(group.value().value(), 5.0 / 7.0);
    EXPECT_EQ(group.fields, 3);
    EXPECT_EQ(group.present, 2);
}

TEST(Completeness, CountsAConditionalFieldOnceItIsNeeded)
{
    const Completeness without = completeness(fourFields(false));
    EXPECT_FALSE(groupOf(without, "people").value().isDefined());
    // A group without fields gives its weight back.
    EXPECT_DOUBLE_EQ(without.card.value(), 5.0 / 7.0);
    const Completeness with = completeness(fourFields(true));
    EXPECT_DOUBLE_EQ(groupOf(with, "people").value().value(), 1.0);
    EXPECT_DOUBLE_EQ(with.card.value(), (6.0 * 5.0 / 7.0 + 8.0 * 1.0) / 14.0);
}

TEST(Completeness, OfACardWithoutAnyFieldIsUndefined)
{
    Card card = emptyCard();
    for (FieldValue& field : card.fields)
        field.state = State::NotApplicable;
    const Completeness score = completeness(card);
    EXPECT_FALSE(score.card.isDefined());
    EXPECT_FALSE(score.derivedShare.isDefined());
}

TEST(Completeness, ShowsHowMuchTheProgramFilledIn)
{
    Card card = emptyCard();
    card.find("card.title")->state = State::Present;
    card.find("overview.snapshot")->state = State::Derived;
    card.find("overview.statistics")->state = State::Derived;
    EXPECT_DOUBLE_EQ(completeness(card).derivedShare.value(), 2.0 / 3.0);
}

struct StateCase {
    const char* key;
    const char* text;
    State state;
};

class States : public testing::TestWithParam<StateCase> { };

TEST_P(States, OfAnAnswer)
{
    EXPECT_EQ(stateOf(*model().find(GetParam().key), GetParam().text), GetParam().state);
}

INSTANTIATE_TEST_SUITE_P(Texts, States,
    testing::Values(StateCase{"card.summary", "[More Information Needed]", State::Placeholder},
        StateCase{"card.summary",
            "  **TO"
            "DO**\n",
            State::Placeholder},
        StateCase{"card.summary", "N/A", State::Placeholder},
        StateCase{"card.summary", "", State::Placeholder},
        StateCase{"card.summary", "[More Information Needed](https://hub.example/guide#how-to)",
            State::Placeholder},
        StateCase{"card.summary", "A short line.", State::Thin},
        StateCase{"card.summary",
            "word word word word word word word word word word word word word", State::Thin},
        StateCase{"card.summary",
            "Rows are loan applications to an invented bank, made by a script.", State::Present},
        StateCase{"card.title", "Adult", State::Present},
        StateCase{"identity.keywords", "credit", State::Present},
        StateCase{"overview.sensitivity.types", "None", State::Present},
        StateCase{"overview.sensitivity.types", "Unknown", State::Thin}));

} // namespace
} // namespace cupel::card
