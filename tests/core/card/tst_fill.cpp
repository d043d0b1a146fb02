#include "core/card/fill.h"
#include "core/card/unread.h"
#include "core/documents/document_reader.h"
#include "tests/core/card/literal_card.h"

#include <gtest/gtest.h>

namespace cupel::card {
namespace {

using namespace cupel::test;

Card filled(std::vector<documents::Document> documents)
{
    return filledCard({std::move(documents)}, censusMeasures());
}

TEST(Fill, PutsSectionsBulletsAndFrontMatterWhereTheCrosswalkSays)
{
    documents::Document card
        = literalCard({{"Dataset Description",
                           "- **Homepage:** https://adult.example\n"
                           "- **Point of Contact:** [More Information Needed]"},
            {"Citation Information",
                "Kohavi, Scaling Up the Accuracy of Naive-Bayes, KDD 1996, page 202."},
            {"Other Known Limitations", "[More Information Needed]"}, {"Contributions", ""}});
    card.fields = mapNode({{"pretty_name", textNode("Adult", 2)},
        {"tags", listNode({textNode("census"), textNode("income")})}});
    const Card result = filled({card});
    const FieldValue* const title = result.find("card.title");
    EXPECT_EQ(title->state, State::Present);
    EXPECT_EQ(title->answers.at(0).source(), "README.md#L2");
    EXPECT_EQ(result.find("card.link")->answers.at(0).source(), "README.md#L2");
    EXPECT_EQ(std::get<base::DataText>(result.find("card.link")->answers.at(0).text.at(0)).raw(),
        "https://adult.example");
    EXPECT_EQ(
        std::get<base::DataText>(result.find("identity.keywords")->answers.at(0).text.at(0)).raw(),
        "census, income");
    EXPECT_EQ(result.find("authorship.owners.contact")->state, State::Placeholder);
    EXPECT_EQ(result.find("use.intended.citation")->state, State::Present);
    EXPECT_EQ(result.find("quality.limitations")->state, State::Placeholder);
    EXPECT_EQ(result.find("provenance.contributions")->state, State::Placeholder);
    EXPECT_EQ(result.find("motivation.purpose")->state, State::Absent);
}

TEST(Fill, MeasuredAnswersStandBesideThoseOfDocuments)
{
    const Card result = filled({literalCard({{"Data Splits",
        "There is one split only, so there is "
        "nothing to say about others here."}})});
    const FieldValue* const snapshot = result.find("overview.snapshot");
    EXPECT_EQ(snapshot->state, State::Derived);
    EXPECT_EQ(snapshot->answers.at(0).source(), "data");
    EXPECT_EQ(std::get<std::string>(snapshot->answers.at(0).text.at(0)), "32561 rows, 15 columns");
    EXPECT_EQ(result.find("distribution.splits")->state, State::Present);
    EXPECT_EQ(result.find("quality.missing")->state, State::Derived);
}

TEST(Fill, ValuesOfGroupsKeepTheirRowsForPrivacy)
{
    Measured measured = censusMeasures();
    measured.groups[0].values.push_back({"X", 2});
    const Card result = filledCard({}, measured);
    bool isFound = false;
    for (const base::Span& span : result.find("human_attributes.distributions")->answers[0].text) {
        const auto* const text = std::get_if<base::DataText>(&span);
        if (text && text->raw() == "X") {
            EXPECT_EQ(text->kind(), base::DataText::Kind::RoleValue);
            EXPECT_EQ(text->rows(), 2);
            isFound = true;
        }
    }
    EXPECT_TRUE(isFound);
}

TEST(Fill, CroissantPropertiesAreKnownByTheirLocalNames)
{
    documents::Document croissant;
    croissant.kind = documents::DocumentKind::Croissant;
    croissant.file = "croissant.json";
    croissant.fields = mapNode({{"sc:name", textNode("adult", 3)},
        {"https://schema.org/url", textNode("https://adult.example")},
        {"creator", mapNode({{"@type", textNode("Person")}, {"name", textNode("R. Kohavi")}})},
        {"rai:dataBiases", textNode("Only people who worked in 1994 were asked, in one country.")},
        {"rai:useCases", textNode("Teaching")}});
    const Card result = filled({croissant});
    EXPECT_EQ(result.find("card.title")->answers.at(0).source(), "croissant.json#L3");
    EXPECT_EQ(result.find("card.link")->state, State::Present);
    EXPECT_EQ(
        std::get<base::DataText>(result.find("authorship.owners.authors")->answers.at(0).text.at(0))
            .raw(),
        "R. Kohavi");
    EXPECT_EQ(result.find("quality.biases")->state, State::Present);
    EXPECT_EQ(result.find("use.intended.suitable")->state, State::Present);
}

documents::Document markdown(const std::string& text)
{
    return documents::readDocument(documents::DocumentKind::Card, "README.md", text, text.size());
}

std::string rawText(const Card& card, const char* key)
{
    const auto& answers = card.find(key)->answers;
    return answers.empty() ? "" : std::get<base::DataText>(answers[0].text.at(0)).raw();
}

TEST(Fill, PartsWithoutAFieldOfTheirOwnBelongToTheSectionAbove)
{
    const Card result
        = filled({markdown("# Dataset Card for \"d\"\n\n## Dataset Structure\n\n"
                           "### Data Instances\n\n#### plain_text\n\nOne line.\n\n"
                           "#### other\n\n[More Information Needed]\n\n"
                           "### Source Data\n\nBooks.\n\n#### Initial Data Collection and "
                           "Normalization\n\nScanned.\n\n## Table of Contents\n\nx\n")});
    EXPECT_EQ(rawText(result, "card.title"), "d");
    EXPECT_EQ(rawText(result, "overview.content"), "#### plain_text\n\nOne line.");
    EXPECT_EQ(rawText(result, "provenance.collection.sources"), "Books.");
    EXPECT_EQ(rawText(result, "provenance.collection.methodology"), "Scanned.");
}

TEST(Fill, LabelledLinesAreNoPartOfTheSummary)
{
    const Card result
        = filled({markdown("# d\n\n*License*: MIT\n\nAbout birds.\n\n"
                           "## Dataset Description\n\n- **Homepage:** https://d.example\n"
                           "- **Curated by:** Birders\n\n## Languages\n\nEnglish\n")});
    EXPECT_EQ(rawText(result, "card.summary"), "About birds.");
    EXPECT_EQ(result.find("card.summary")->answers.size(), 1U);
    EXPECT_EQ(rawText(result, "license.declared"), "MIT");
    EXPECT_EQ(rawText(result, "authorship.owners.teams"), "Birders");
    EXPECT_EQ(result.find("card.link")->answers[0].vocabulary, Vocabulary::Bullet);
    EXPECT_EQ(result.find("card.link")->answers[0].property, "homepage");
}

TEST(Fill, ListsAndRecordsAreKeptAsValues)
{
    const Card result = filled({markdown("---\ntags: [a, 'b, c']\nannotations_creators:\n"
                                         "- machine-generated\n---\n")});
    const Answer& tags = result.find("identity.keywords")->answers.at(0);
    ASSERT_TRUE(tags.value);
    EXPECT_EQ(tags.value->items.at(1).text, "b, c");
    EXPECT_EQ(rawText(result, "identity.keywords"), "a, b, c");
    EXPECT_EQ(rawText(result, "provenance.synthetic"), "yes: machine-generated");
    EXPECT_EQ(
        result.find("provenance.synthetic")->answers[0].property, "annotations_creators/synthetic");
}

TEST(Unread, NamesWhatNoFieldTakes)
{
    const auto parts = unreadParts(markdown("---\nviewer: false\nlicense: mit\n---\n# d\n\n"
                                            "## Table of Contents\n\n- x\n\n## Birds\n\nMany.\n\n"
                                            "## Data Fields\n\n### one\n\nA field.\n"));
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(parts[0].name, "front matter viewer");
    EXPECT_EQ(parts[0].line, 2U);
    EXPECT_EQ(parts[1].name, "section Birds");
    EXPECT_EQ(parts[1].line, 11U);
}

TEST(Conditions, FollowRolesAndAnswers)
{
    const Card people = filled({});
    EXPECT_TRUE(people.find("ethics.consent")->isNeeded);
    EXPECT_TRUE(people.find("annotations.tasks")->isNeeded);
    EXPECT_FALSE(people.find("annotations.annotators.languages")->isNeeded);
    EXPECT_FALSE(people.find("transformations.missing_values.summary")->isNeeded);

    Measured things = censusMeasures();
    things.groups.clear();
    things.label.reset();
    const Card none = filledCard({}, things);
    EXPECT_FALSE(none.find("ethics.consent")->isNeeded);
    EXPECT_FALSE(none.find("annotations.tasks")->isNeeded);

    documents::Document card = literalCard("");
    card.fields = mapNode({{"annotations_creators", listNode({textNode("crowdsourced")})}});
    EXPECT_TRUE(filled({card}).find("annotations.annotators.languages")->isNeeded);
}

TEST(Fill, APersonAnswersBeforeDocumentsAndData)
{
    const std::string prose = "The people were asked by post, and all of them gave their consent.";
    Card card = filled({literalCard({{"Data Splits", "One split only."},
        {"Other Known Limitations", "[More Information Needed]"}})});
    EXPECT_TRUE(fillFromPerson(card, "motivation.purpose", "  " + prose + "\n"));
    EXPECT_TRUE(fillFromPerson(card, "quality.limitations", prose));
    EXPECT_TRUE(fillFromPerson(card, "distribution.splits", prose));
    EXPECT_TRUE(fillFromPerson(card, "examples.modality", "Unknown"));
    EXPECT_TRUE(fillFromPerson(card, "quality.errors", prose));
    EXPECT_TRUE(fillFromPerson(card, "use.intended.citation", "By us."));
    EXPECT_FALSE(fillFromPerson(card, "motivation.factors", "N/A"));
    EXPECT_FALSE(fillFromPerson(card, "no.such.field", prose));

    const FieldValue& purpose = *card.find("motivation.purpose");
    ASSERT_EQ(purpose.answers.size(), 1U);
    EXPECT_EQ(purpose.answers[0].source(), "person");
    EXPECT_EQ(purpose.answers[0].text, base::Sentence{base::DataText::document(prose)});
    EXPECT_FALSE(purpose.answers[0].isMarkdown());
    EXPECT_EQ(purpose.state, State::Present);
    EXPECT_EQ(card.find("quality.limitations")->state, State::Present);
    EXPECT_EQ(card.find("use.intended.citation")->state, State::Thin);
    EXPECT_EQ(card.find("motivation.factors")->state, State::Absent);
    // A thin answer of a document becomes a whole one; what the data answer stays answered.
    const FieldValue& splits = *card.find("distribution.splits");
    EXPECT_EQ(splits.answers.front().source(), "person");
    EXPECT_EQ(splits.state, State::Present);
    EXPECT_EQ(card.find("examples.modality")->state, State::Derived);
    EXPECT_EQ(card.find("quality.errors")->state, State::Present);
}

} // namespace
} // namespace cupel::card
