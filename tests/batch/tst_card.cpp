#include "tests/batch/cupel_program.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

namespace cupel::test {
namespace {

using Json = nlohmann::json;

/// A right card for the rows of the census file.
constexpr const char* kCard = R"(---
license: cc-by-4.0
pretty_name: Adult
size_categories:
- 10K<n<100K
---

# Dataset Card for Adult

The dataset contains 32,561 people of the 1994 census, one per row, in 15 columns.

## Dataset Structure

### Data Instances

One row is one person. The label `income` has 2 classes; 24.1 % of the rows are `>50K`.

### Data Splits

| split | examples |
|---|---|
| train | 32,561 |
| test | 16,281 |

## Considerations for Using the Data

### Discussion of Biases

33.1 % of the rows are Female. The classes are not balanced.
)";

std::string censusFile()
{
    return (sharedDir() / "data/tabular/adult/adult.data").string();
}

std::vector<std::string> contradictionsWith(const std::string& card)
{
    const TempDir folder;
    const auto path = folder.write("README.md", card);
    const Json report = audit({censusFile(), "--no-header", "--names",
        "age,workclass,fnlwgt,education,education-num,marital-status,occupation,relationship,race,"
        "sex,capital-gain,capital-loss,hours-per-week,native-country,income",
        "--label", "income", "--favourable", ">50K", "--group", "sex", "--card", path.string()});
    std::vector<std::string> messages;
    for (const Json& finding : findingsOf(report, "card.claim-contradicted"))
        messages.push_back(finding.at("message").get<std::string>());
    return messages;
}

TEST(Card, OneWrongDigitIsOneContradiction)
{
    CUPEL_REQUIRE_SHARED("data/tabular/adult/adult.data");
    const std::string right = kCard;
    EXPECT_EQ(contradictionsWith(right), std::vector<std::string>{});
    for (const auto& [said, instead] : std::vector<std::pair<std::string, std::string>>{
             {"32,561 people", "32,651 people"}, {"15 columns", "16 columns"},
             {"2 classes", "3 classes"}, {"24.1 %", "42.1 %"}, {"10K<n<100K", "1K<n<10K"},
             {"33.1 %", "31.3 %"}, {"are not balanced", "are balanced"}}) {
        std::string wrong = right;
        wrong.replace(wrong.find(said), said.size(), instead);
        const auto messages = contradictionsWith(wrong);
        EXPECT_EQ(messages.size(), 1u) << instead << testing::PrintToString(messages);
    }
}

TEST(Card, IsExtractedAndRendered)
{
    const auto sample = sourceDir() / "resources/sample";
    const std::string data = (sample / "loans.csv").string();
    const std::string roles = (sample / "roles.json").string();
    const RunResult extracted = cupel({"card", "extract", data, "--roles", roles});
    ASSERT_EQ(extracted.exitCode, 0) << extracted.err;
    const Json card = Json::parse(extracted.out);
    EXPECT_EQ(card.at("schema"), "cupel.card");
    EXPECT_EQ(card.at("fields").size(), 228u);
    EXPECT_EQ(card.at("fields").at(0).at("answers").at(0).at("text"), "Lindholt Loan Applications");
    EXPECT_EQ(card.at("fields").at(0).at("answers").at(0).at("source"), "README.md#L11");

    const TempDir folder;
    const auto html = folder.path() / "card.html";
    const auto markdown = folder.path() / "card.md";
    const RunResult rendered = cupel({"card", "render", data, "--roles", roles, "-o",
        "html=" + html.string(), "-o", "md=" + markdown.string()});
    EXPECT_EQ(rendered.exitCode, 0) << rendered.err;
    for (const auto& path : {html, markdown}) {
        std::ifstream file(path);
        std::stringstream text;
        text << file.rdbuf();
        EXPECT_NE(text.str().find("Lindholt Loan Applications"), std::string::npos) << path;
        EXPECT_NE(text.str().find("5,200 loan applications"), std::string::npos) << path;
    }
}

TEST(Card, WithoutDocumentsThereIsNothingToShow)
{
    const TempDir folder;
    const auto path = folder.write("t.csv", "a,b\n1,2\n");
    const RunResult run = cupel({"card", "render", path.string()});
    EXPECT_EQ(run.exitCode, 5);
    EXPECT_NE(run.err.find("no document stands beside the data"), std::string::npos) << run.err;
    EXPECT_EQ(cupel({"card", "render", path.string(), "-o", "docx=x"}).exitCode, 2);
}

TEST(Card, LanguageOfTheTextsIsTold)
{
    const TempDir folder;
    std::string rows = "id,note\n";
    for (int i = 0; i < 3'000; ++i)
        rows += std::to_string(i) + ",Kunde " + std::to_string(i)
            + " hat alle fr\u00FCheren Kredite p\u00FCnktlich zur\u00FCckgezahlt.\n";
    const auto data = folder.write("notes.csv", rows);
    const auto contradiction = [&](const std::string& language) {
        folder.write("README.md", "---\nlanguage:\n- " + language + "\n---\n\n# Notes\n");
        const Json found = findingsOf(audit({data.string()}), "card.claim-contradicted");
        return found.empty() ? std::string() : found.at(0).at("message").get<std::string>();
    };
    EXPECT_EQ(contradiction("de"), "");
    EXPECT_EQ(contradiction("ger"), "");
    EXPECT_EQ(contradiction("en"),
        "README.md line 3 says \"en\" about the languages of note; counted: note is in de in 1000 "
        "of "
        "1000 rows whose language can be told (1000 looked at).");
}

// Of genes, names of species and addresses single cells look like some language.
TEST(Card, NoLanguageIsToldOfWhatIsNoProse)
{
    const TempDir folder;
    const std::vector<std::string> genera{"Quercus", "Pinus", "Betula", "Salix", "Viola", "Rosa"};
    const std::vector<std::string> species{
        "robur", "sylvestris", "pendula", "canina", "palustris", "montana", "alpina"};
    std::string rows = "id,gene,plant,street\n";
    for (std::size_t i = 0; i < 3'000; ++i) {
        std::string gene;
        for (std::size_t at = 0; at < 60; ++at)
            gene += "acgt"[(i * 7 + at * at * (i % 13 + 1) + i / 13 * at) % 4];
        rows += std::to_string(i) + "," + gene + "," + genera[i % 6] + " " + species[i % 7]
            + " subsp. " + species[i / 7 % 7] + ",Piazza del Popolo " + std::to_string(i)
            + " Milano\n";
    }
    const auto data = folder.write("plants.csv", rows);
    folder.write("README.md", "---\nlanguage: en\n---\n\n# Plants\n");
    EXPECT_EQ(findingsOf(audit({data.string()}), "card.claim-contradicted").size(), 0U);
}

} // namespace
} // namespace cupel::test
