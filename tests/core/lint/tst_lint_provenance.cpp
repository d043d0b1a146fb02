#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "core/documents/document_reader.h"
#include "tests/core/lint/verdicts.h"
#include "tests/support/json_file.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using lint::Level;
using Json = nlohmann::json;
using Rules = std::vector<std::string>;

lint::Verdict verdictOf(const std::string& text, const std::string& file)
{
    const auto document
        = documents::readDocument(documents::DocumentKind::Croissant, file, text, text.size());
    EXPECT_TRUE(lint::isProvenanceSummary(document));
    EXPECT_EQ(
        lint::usualProfilesOf(document), std::vector<lint::Profile>{lint::Profile::DataProvenance});
    return lint::lint(document, lint::Profile::DataProvenance);
}

Json aSummary()
{
    return Json::parse(R"({"trees-a": {"Unique Dataset Identifier": "trees-a",
        "Dataset Name": "Trees", "Collection": "Trees", "Collection URL": "u", "Dataset URL": "u",
        "GitHub URL": "", "Hugging Face URL": "", "Paper Title": "", "Papers with Code URL": "",
        "ArXiv URL": "", "Semantic Scholar Corpus ID": "123", "Bibtex": "",
        "Languages": ["English"], "Task Categories": ["Summarization"], "Format": ["Zero-shot"],
        "Text Metrics": {}, "Text Sources": [], "Model Generated": [], "Human Annotation": "No",
        "Derived from Datasets": [], "Creators": [],
        "Licenses": [{"License": "CC BY 4.0", "License URL": ""}], "License Notes": "",
        "License Verified By": "", "Dataset Filter IDs": ["trees-a"], "Inferred Metadata": {}}})");
}

lint::Verdict patched(const std::string& patch)
{
    return verdictOf(aSummary().patch(Json::parse(patch)).dump(), "Trees.json");
}

TEST(LintProvenance, FindsTheRule)
{
    const std::vector<std::pair<std::string, Rules>> cases{{"[]", {}},
        {R"([{"op":"remove","path":"/trees-a/Bibtex"},{"op":"remove","path":"/trees-a/Creators"}])",
            {"DP-01"}},
        {R"([{"op":"remove","path":"/trees-a/Licenses"}])", {}},
        {R"([{"op":"replace","path":"/trees-a/Languages","value":"English"}])", {"DP-02"}},
        {R"([{"op":"replace","path":"/trees-a/Semantic Scholar Corpus ID","value":5}])", {}},
        {R"([{"op":"replace","path":"/trees-a/Semantic Scholar Corpus ID","value":"x5"}])",
            {"DP-02"}},
        {R"([{"op":"replace","path":"/trees-a/Dataset URL","value":""}])", {"DP-03"}},
        {R"([{"op":"add","path":"/trees-a/Text Topics","value":[]}])", {"DP-03"}},
        {R"([{"op":"add","path":"/trees-a/Colour","value":1},
            {"op":"add","path":"/trees-a/Shape","value":1}])",
            {"DP-04"}},
        {R"([{"op":"copy","from":"/trees-a","path":"/xylo"},
            {"op":"replace","path":"/xylo/Unique Dataset Identifier","value":"xylo"}])",
            {"DP-05"}},
        {R"([{"op":"replace","path":"/trees-a/Unique Dataset Identifier","value":"trees-b"}])",
            {"DP-06"}},
        {R"([{"op":"replace","path":"/trees-a/Collection","value":"Shrubs"}])", {"DP-07"}},
        {R"([{"op":"replace","path":"/trees-a/Format","value":["Zero-shot","Sung"]}])", {"DP-08"}},
        {R"([{"op":"replace","path":"/trees-a/ArXiv URL","value":"https://arxiv.org/pdf/1"}])",
            {"DP-09"}},
        {R"([{"op":"replace","path":"/trees-a/ArXiv URL","value":"https://aclanthology.org/x"}])",
            {}},
        {R"([{"op":"replace","path":"/trees-a/Papers with Code URL",
            "value":"https://paperswithcode.com/paper/x"}])",
            {"DP-09"}},
        {R"([{"op":"replace","path":"/trees-a/Licenses/0/License","value":"cc-by-4.0"}])",
            {"DP-10"}},
        {R"([{"op":"replace","path":"/trees-a","value":[]},
            {"op":"add","path":"/trees-b","value":{"Unique Dataset Identifier":"trees-b",
            "Hours":1}}])",
            {"DP-02"}}};
    for (const auto& [patch, rules] : cases) {
        const lint::Verdict verdict = patched(patch);
        EXPECT_EQ(rulesOf(verdict, Level::Error), rules) << patch << "\n" << describe(verdict);
    }
}

TEST(LintProvenance, TellsWhoClaimsMore)
{
    const lint::Verdict verdict = patched(
        R"([{"op":"replace","path":"/trees-a/Licenses/0/License","value":"CC BY-NC-SA 4.0"},
        {"op":"replace","path":"/trees-a/Inferred Metadata","value":{"HF Yaml License":"MIT License",
        "GitHub License":"Unspecified","PwC License Name":""}}])");
    EXPECT_EQ(rulesOf(verdict, Level::Warning), (Rules{"DP-11", "DP-11"})) << describe(verdict);
    EXPECT_NE(describe(verdict).find("audited non-commercial, with attribution, share alike; "
                                     "Hugging Face commercial, with attribution; GitHub "
                                     "unspecified; Papers with Code nothing"),
        std::string::npos)
        << describe(verdict);
}

/// "non-commercial, with attribution" of the manifest's [class, attribution, share-alike].
std::string wordsOf(const Json& claim)
{
    const auto use = claim.at(0).get<std::string>();
    if (use.empty())
        return "nothing";
    return use + (claim.at(1) == 1 ? ", with attribution" : "")
        + (claim.at(2) == 1 ? ", share alike" : "");
}

void expectUses(const lint::Verdict& verdict, const Json& uses)
{
    for (const auto& [id, claims] : uses.items()) {
        const std::string expected = id + ": licence use: audited " + wordsOf(claims.at("audited"))
            + "; Hugging Face " + wordsOf(claims.at("hub")) + "; GitHub "
            + wordsOf(claims.at("github")) + "; Papers with Code " + wordsOf(claims.at("pwc"));
        EXPECT_NE(describe(verdict).find(expected + "\n"), std::string::npos) << expected << "\n"
                                                                              << describe(verdict);
    }
}

TEST(LintProvenance, AgreesWithTheSharedProbes)
{
    CUPEL_REQUIRE_SHARED("data/cards/probes/dpi-probes.json");
    const Json probes = readJson(sharedDir() / "data/cards/probes/dpi-probes.json");
    for (const Json& probe : probes.at("probes")) {
        SCOPED_TRACE(probe.at("id").get<std::string>());
        const lint::Verdict verdict = verdictOf(probe.at("summary").dump(), "Orchard.json");
        EXPECT_EQ(rulesOf(verdict, Level::Error).size(), probe.at("schema_findings").size())
            << describe(verdict);
        const auto rule = probe.at("rule").get<std::string>();
        EXPECT_TRUE(rule == "-" || rule == "use-class" || hasRule(verdict, rule));
        expectUses(verdict, probe.at("licence_use"));
    }
}

TEST(LintProvenance, AgreesWithTheSharedFiles)
{
    CUPEL_REQUIRE_SHARED("data/cards/manifest.json");
    const std::filesystem::path folder = sharedDir() / "data/cards";
    const Json manifest = readJson(folder / "manifest.json");
    for (const Json& file : manifest.at("files")) {
        if (!file.contains("licence_use"))
            continue;
        const auto name = file.at("file").get<std::string>();
        SCOPED_TRACE(name);
        const lint::Verdict verdict = verdictOf(readFile(folder / name), name);
        EXPECT_EQ(rulesOf(verdict, Level::Error).size(), file.at("dpi_schema_findings").size())
            << describe(verdict);
        expectUses(verdict, file.at("licence_use"));
    }
}

} // namespace
} // namespace cupel::test
