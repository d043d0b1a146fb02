#include "core/card/sections.h"

#include "core/card/model.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cupel::card {
namespace {

TEST(CardSections, HoldEveryFieldThatIsAskedOnce)
{
    const Card card = emptyCard();
    std::size_t fields = 0;
    for (const Section& section : sectionsOf(card)) {
        EXPECT_EQ(section.answered, 0);
        EXPECT_EQ(section.needed, static_cast<int>(section.fields.size())) << section.name;
        for (const std::size_t field : section.fields) {
            EXPECT_EQ(model().fields[field].section, section.name);
            EXPECT_TRUE(isMissing(card.fields[field]));
        }
        fields += section.fields.size();
    }
    EXPECT_EQ(fields,
        static_cast<std::size_t>(std::count_if(card.fields.begin(), card.fields.end(),
            [](const FieldValue& value) { return value.isNeeded; })));
    EXPECT_EQ(sectionsOf(card).front().title, "Card (the document itself)");
}

TEST(CardSections, CountWhatIsAnsweredOfWhatApplies)
{
    Card card = emptyCard();
    card.find("authorship.owners.contact")->state = State::Present;
    card.find("authorship.owners.teams")->state = State::Thin;
    card.find("authorship.publishers.industry")->state = State::Placeholder;
    card.find("authorship.funding.institutions")->state = State::NotApplicable;
    for (const Section& section : sectionsOf(card)) {
        if (section.name != "authorship")
            continue;
        EXPECT_EQ(section.fields.size(), 8u);
        EXPECT_EQ(section.needed, 7);
        EXPECT_EQ(section.answered, 2);
    }
    EXPECT_TRUE(isMissing(*card.find("authorship.publishers.industry")));
    EXPECT_FALSE(isMissing(*card.find("authorship.funding.institutions")));
    EXPECT_FALSE(isMissing(*card.find("authorship.owners.teams")));
}

TEST(CardSections, LeaveOutFieldsWhoseConditionDoesNotHold)
{
    Card card = emptyCard();
    for (FieldValue& field : card.fields)
        field.isNeeded = false;
    EXPECT_TRUE(sectionsOf(card).empty());
    card.find("card.title")->answers.push_back({{std::string("Loans")}, "README.md", 1});
    const std::vector<Section> sections = sectionsOf(card);
    ASSERT_EQ(sections.size(), 1u);
    EXPECT_EQ(sections[0].fields.size(), 1u);
    EXPECT_EQ(sections[0].needed, 0);
}

} // namespace
} // namespace cupel::card
