/// What the program exports holds against the validators that it has itself.

#include "tests/batch/cupel_program.h"

#include "core/documents/document_reader.h"
#include "core/lint/lint.h"
#include "tests/support/json_file.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace cupel::test {
namespace {

using documents::DocumentKind;
using lint::Profile;

/// Errors of a profile, one a line.
std::string errorsOf(DocumentKind kind, const std::string& text, Profile profile)
{
    const bool isCard = kind == DocumentKind::Card;
    const documents::Document document
        = documents::readDocument(kind, isCard ? "README.md" : "croissant.json", text, text.size());
    const lint::Verdict verdict
        = isCard ? lint::lintCard(document, profile) : lint::lintCroissant(document, profile);
    std::string errors;
    for (const lint::Issue& issue : verdict.issues) {
        if (issue.level == lint::Level::Error)
            errors += issue.rule + " " + issue.path + "\n";
    }
    EXPECT_EQ(verdict.isValid(), errors.empty());
    return errors;
}

std::string exported(const char* format, std::vector<std::string> words)
{
    words.insert(words.begin(), "card");
    words.insert(words.end(), {"-q", "-o", std::string(format) + "=-"});
    const RunResult run = cupel(words);
    EXPECT_EQ(run.exitCode, 0) << run.err;
    return run.out;
}

const std::vector<std::string> kAdult{"--no-header", "--names",
    "age,workclass,fnlwgt,education,education-num,marital-status,occupation,relationship,race,sex,"
    "capital-gain,capital-loss,hours-per-week,native-country,income",
    "--null", "?", "--label", "income", "--favourable", ">50K", "--group", "sex"};

struct Data {
    const char* name;
    const char* path; ///< in the shared folder; empty: the sample
    std::vector<std::string> options;
};

class Exported : public testing::TestWithParam<Data> {
protected:
    std::vector<std::string> words() const
    {
        const std::string path = *GetParam().path == '\0'
            ? (sourceDir() / "resources/sample/loans.csv").string()
            : (sharedDir() / GetParam().path).string();
        std::vector<std::string> all{"render", path};
        all.insert(all.end(), GetParam().options.begin(), GetParam().options.end());
        return all;
    }
};

TEST_P(Exported, hasNoErrors)
{
    CUPEL_REQUIRE_SHARED(GetParam().path);
    EXPECT_EQ(errorsOf(DocumentKind::Croissant, exported("croissant", words()), Profile::Tool), "");
    const std::string card = exported("hf", words());
    for (const Profile profile : {Profile::Hub, Profile::HubClient, Profile::Loader})
        EXPECT_EQ(errorsOf(DocumentKind::Card, card, profile), "") << card;
}

INSTANTIATE_TEST_SUITE_P(data, Exported,
    testing::Values(Data{"adult", "data/tabular/adult/adult.data", kAdult},
        Data{"compas", "data/tabular/compas/compas_for_aequitas.csv",
            {"--label", "label_value", "--group", "race", "--id", "entity_id"}},
        Data{"student", "data/tabular/student/student_por_new.csv", {}},
        Data{"ethos", "data/tabular/ethos/Ethos_Dataset_Binary.csv", {}},
        Data{"ethosLabels", "data/tabular/ethos/Ethos_Dataset_Multi_Label.csv", {}},
        Data{"germanCredit", "data/tabular/german_credit/german_data_credit.csv", {}},
        Data{"sample", "", {"--roles", (sourceDir() / "resources/sample/roles.json").string()}}),
    [](const auto& one) { return one.param.name; });

/// With a card that states what the specification requires, nothing is missing either.
TEST(ExportedWithCard, fulfilsTheSpecification)
{
    CUPEL_REQUIRE_SHARED("data/tabular/adult/adult.data");
    const TempDir folder;
    const std::string card = folder
                                 .write("croissant.json", R"({
"@context": {"@vocab": "https://schema.org/"}, "@type": "Dataset", "name": "Adult",
"description": "Census income", "url": "https://adult.example", "license": "https://spdx.org/licenses/CC-BY-4.0.html",
"creator": {"@type": "Person", "name": "R. Kohavi"}, "datePublished": "1996-05-01", "version": "1.0.0",
"citation": "Kohavi, KDD 1996", "rai:dataBiases": "Adults in one country."})")
                                 .string();
    std::vector<std::string> words{
        "render", sharedDir() / "data/tabular/adult/adult.data", "--card", card};
    words.insert(words.end(), kAdult.begin(), kAdult.end());
    const std::string made = exported("croissant", words);
    for (const Profile profile : {Profile::Tool, Profile::Spec, Profile::Strict})
        EXPECT_EQ(errorsOf(DocumentKind::Croissant, made, profile), "");
}

/// A valid Croissant file stays valid, whatever version it had.
TEST(Converted, croissantStaysValid)
{
    CUPEL_REQUIRE_SHARED("data/cards/manifest.json");
    const auto manifest = readJson(sharedDir() / "data/cards/manifest.json");
    int files = 0;
    for (const auto& entry : manifest.at("files")) {
        const std::string file = entry.at("file");
        const bool isCroissant = file.starts_with("croissant/");
        const bool isCard = file.starts_with("hf/") || file.starts_with("datasheet/");
        if (!isCard && (!isCroissant || entry.at("mlcroissant").at("outcome") != "valid"))
            continue;
        ++files;
        const std::string path = (sharedDir() / "data/cards" / file).string();
        EXPECT_EQ(errorsOf(DocumentKind::Croissant, exported("croissant", {"convert", path}),
                      Profile::Tool),
            "")
            << file;
        const std::string card = exported("hf", {"convert", path});
        for (const Profile profile : {Profile::HubClient, Profile::Loader})
            EXPECT_EQ(errorsOf(DocumentKind::Card, card, profile), "") << file << "\n" << card;
    }
    EXPECT_GE(files, 17);
}

} // namespace
} // namespace cupel::test
