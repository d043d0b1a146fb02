#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/core/lint/verdicts.h"
#include "tests/support/json_file.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using lint::Level;
using lint::Profile;
using Json = nlohmann::json;
using Rules = std::vector<std::string>;

lint::Verdict patched(
    const std::string& version, const std::string& patch, Profile profile = Profile::Tool)
{
    return croissantVerdict(validCroissant(version).patch(Json::parse(patch)).dump(), profile);
}

/// A change to a right file, and what mlcroissant 1.1.0 says about it (run on these documents).
struct Case {
    std::string version;
    std::string patch;
    Rules errors;
    Rules warnings;
};

void PrintTo(const Case& one, std::ostream* out)
{
    *out << one.version << " " << one.patch;
}

TEST(LintCroissant, AcceptsRightFilesWithoutAWord)
{
    for (const char* version : {"1.0", "1.1"}) {
        const lint::Verdict verdict = patched(version, "[]");
        EXPECT_TRUE(verdict.issues.empty()) << version << "\n" << describe(verdict);
    }
    EXPECT_EQ(describe(patched("0.8", "[]")), "");
}

class LintCroissantCases : public testing::TestWithParam<Case> { };

TEST_P(LintCroissantCases, FindsTheRule)
{
    const lint::Verdict verdict = patched(GetParam().version, GetParam().patch);
    EXPECT_EQ(rulesOf(verdict, Level::Error), GetParam().errors) << describe(verdict);
    EXPECT_EQ(rulesOf(verdict, Level::Warning), GetParam().warnings) << describe(verdict);
    for (const lint::Issue& issue : verdict.issues) {
        EXPECT_FALSE(issue.message.empty());
        EXPECT_FALSE(issue.fix.empty());
    }
}

INSTANTIATE_TEST_SUITE_P(Structure, LintCroissantCases,
    testing::Values(
        Case{"1.0", R"([{"op":"replace","path":"/@context","value":"https://schema.org"}])",
            {"CR-02"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/@context","value":[{"a":"b"}]}])", {"CR-02"}, {}},
        Case{"1.0", R"([{"op":"remove","path":"/@context"}])", {"CR-04"}, {}},
        Case{"1.0", R"([{"op":"remove","path":"/@context/@language"}])", {"CR-03"}, {}},
        Case{"1.1", R"([{"op":"replace","path":"/@context/@vocab","value":"http://schema.org/"},
            {"op":"replace","path":"/@context/sc","value":"http://schema.org/"}])",
            {"CR-04"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/@type","value":"Dataset"}])", {}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/@type","value":["sc:Dataset","sc:Thing"]}])", {},
            {}},
        Case{"1.0", R"([{"op":"replace","path":"/recordSet/0/@id","value":"the\ttrees"}])",
            {"CR-05"}, {}},
        Case{"1.0",
            R"([{"op":"replace","path":"/conformsTo","value":"https://mlcommons.org/croissant/1.0"}])",
            {"CR-10", "CR-30"}, {"CR-22"}},
        Case{"1.0", R"([{"op":"replace","path":"/conformsTo","value":""}])", {"CR-30"}, {"CR-22"}},
        Case{"1.0", R"([{"op":"replace","path":"/conformsTo",
            "value":["http://x.org","http://mlcommons.org/croissant/1.1"]}])",
            {}, {}},
        Case{"1.0", R"([{"op":"remove","path":"/@context/conformsTo"}])", {"CR-30"}, {"CR-22"}},
        Case{"1.0", R"([{"op":"add","path":"/@context/kind","value":"@type"},
            {"op":"remove","path":"/@type"},{"op":"add","path":"/kind","value":"sc:Dataset"}])",
            {}, {}}));

INSTANTIATE_TEST_SUITE_P(Dataset, LintCroissantCases,
    testing::Values(Case{"1.0", R"([{"op":"replace","path":"/name","value":{"en":"a","fr":"b"}}])",
                        {"CR-20"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/name","value":["a","b"]}])", {"CR-20"}, {}},
        Case{"1.1", R"([{"op":"replace","path":"/name","value":{"en":"a","fr":"b"}}])", {}, {}},
        Case{
            "1.1", R"([{"op":"replace","path":"/name","value":{"en":"a","fr":5}}])", {"CR-20"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/name","value":7}])", {"CR-27"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/name","value":{"@value":"a"}}])", {}, {}},
        Case{"0.8", R"([{"op":"replace","path":"/name","value":"a tree"}])", {"CR-21"}, {}},
        Case{"0.8", R"([{"op":"remove","path":"/name"}])", {"CR-21"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/citeAs","value":""}])", {}, {"CR-22"}},
        Case{"1.0", R"([{"op":"replace","path":"/license","value":""}])", {}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/version","value":""}])", {}, {"CR-22", "CR-23"}},
        Case{"1.0", R"([{"op":"add","path":"/sdVersion","value":"1.0.0.0"}])", {}, {"CR-23"}},
        Case{"1.0", R"([{"op":"replace","path":"/version","value":1.5}])", {}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/datePublished","value":""}])", {"CR-24"},
            {"CR-22"}},
        Case{"1.0", R"([{"op":"add","path":"/dateCreated","value":"1/2/2024"}])", {"CR-24"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/dateModified","value":["2024","2025"]}])", {},
            {"CR-28"}},
        Case{"1.0", R"([{"op":"replace","path":"/license","value":["mit",3]}])", {"CR-25", "CR-27"},
            {"CR-22"}},
        Case{"1.0", R"([{"op":"replace","path":"/license","value":{"name":"Mine"}}])", {"CR-27"},
            {"CR-22"}},
        Case{"1.0", R"([{"op":"add","path":"/publisher","value":{"name":"Nobody"}}])", {"CR-26"},
            {}},
        Case{"1.0", R"([{"op":"add","path":"/publisher",
            "value":{"@type":"sc:Organization","name":"O","url":3}}])",
            {"CR-27"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/keywords","value":["a",1,2]}])", {"CR-27"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/url","value":["x","x"]}])", {}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/url","value":["x","y"]}])", {}, {"CR-28"}},
        Case{"1.0", R"([{"op":"add","path":"/isLiveDataset","value":false},
            {"op":"remove","path":"/distribution/0/sha256"}])",
            {"CR-33"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/rai:dataCollectionTimeFrame","value":"2020/2021"}])",
            {"CR-24"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/rai:dataLimitations","value":[1]}])", {"CR-27"}, {}}));

INSTANTIATE_TEST_SUITE_P(Resources, LintCroissantCases,
    testing::Values(
        Case{"1.0", R"([{"op":"replace","path":"/distribution/0","value":"trees.csv"}])",
            {"CR-30", "CR-54", "CR-55"}, {}},
        Case{"0.8", R"([{"op":"replace","path":"/distribution/0/@type","value":"cr:FileObject"}])",
            {"CR-30", "CR-54", "CR-55"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/distribution/0/encodingFormat","value":""}])",
            {"CR-31"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/distribution/0/contentUrl","value":""}])",
            {"CR-32"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/distribution/0/sha256","value":""}])", {}, {}},
        Case{"0.8", R"([{"op":"add","path":"/distribution/-",
            "value":{"@type":"sc:FileObject","contentUrl":"x","encodingFormat":"y","sha256":"z"}}])",
            {"CR-34"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/distribution/-","value":{"@type":"cr:FileObject",
            "@id":"in.csv","contentUrl":"in.csv","encodingFormat":"text/csv",
            "containedIn":{"@id":"nowhere"}}}])",
            {"CR-35"}, {}},
        Case{"1.1", R"([{"op":"add","path":"/distribution/-","value":{"@type":"cr:FileObject",
            "@id":"in.csv","contentUrl":"in.csv","encodingFormat":"text/csv",
            "containedIn":{"@id":"trees.csv"}}}])",
            {}, {}},
        Case{"1.0", R"([{"op":"add","path":"/distribution/-",
            "value":{"@type":"cr:FileSet","@id":"p","encodingFormat":"x","includes":""}}])",
            {"CR-36"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/distribution/-","value":{"@type":"cr:FileObject",
            "@id":"trees.csv","name":"other","contentUrl":"o.csv","encodingFormat":"text/csv",
            "sha256":"x"}}])",
            {"CR-27"}, {"CR-28", "CR-28"}},
        Case{"1.0", R"([{"op":"add","path":"/distribution/0/containedIn",
            "value":{"@id":"trees.csv"}}])",
            {"CR-90"}, {}}));

INSTANTIATE_TEST_SUITE_P(Records, LintCroissantCases,
    testing::Values(
        Case{"1.0", R"([{"op":"replace","path":"/recordSet/0","value":"trees"}])", {"CR-40"}, {}},
        Case{"0.8", R"([{"op":"remove","path":"/recordSet/0/name"}])", {"CR-41"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/recordSet/0/data","value":[{"trees/h":1}]}])", {}, {}},
        Case{"1.0", R"([{"op":"add","path":"/recordSet/0/data","value":[{"h":1},{"trees/h":2}]}])",
            {"CR-42"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/recordSet/0/data","value":[5]}])", {"CR-42"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/recordSet/0/data","value":{}}])", {"CR-42"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/recordSet/0/data","value":null}])", {}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/@context/data","value":"cr:data"},
            {"op":"add","path":"/recordSet/0/data","value":"not JSON"}])",
            {"CR-43"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/@context/examples","value":"cr:examples"},
            {"op":"add","path":"/recordSet/0/examples","value":"[1"}])",
            {"CR-43"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/recordSet/0/field/0/@type","value":"sc:Thing"}])",
            {"CR-50"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/recordSet/0/field/0/subField",
            "value":[{"@type":"cr:SubField","@id":"s","dataType":"sc:Text"}]}])",
            {"CR-50"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/recordSet/0/field/0/dataType",
            "value":["cr:Label","https://www.wikidata.org/wiki/Q1"]}])",
            {"CR-51"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/recordSet/0/field/-","value":{"@type":"cr:Field",
            "@id":"trees/again","source":{"field":{"@id":"other/h"}}}},
            {"op":"add","path":"/recordSet/-","value":{"@type":"cr:RecordSet","@id":"other",
            "field":[{"@type":"cr:Field","@id":"other/h","dataType":"cr:Float32","value":1}]}},
            {"op":"add","path":"/recordSet/0/field/0/references","value":{"field":{"@id":"other/h"}}}])",
            {}, {}},
        Case{"1.0", R"([{"op":"add","path":"/recordSet/0/field/0/value","value":0}])", {"CR-52"},
            {}},
        Case{"1.0", R"([{"op":"remove","path":"/recordSet/0/field/0/source"}])", {"CR-53"}, {}},
        Case{"1.0", R"([{"op":"remove","path":"/recordSet/0/field/0/source"},
            {"op":"remove","path":"/recordSet/0/field/0/dataType"},
            {"op":"add","path":"/recordSet/0/field/0/value","value":"x"}])",
            {"CR-51", "CR-56"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/recordSet/0/field/0/source/fileObject/@id",
            "value":"ghost"}])",
            {"CR-54", "CR-55"}, {}},
        Case{"1.1", R"([{"op":"add","path":"/recordSet/0/field/0/arrayShape","value":"3;4"}])",
            {"CR-57", "CR-58"}, {}},
        Case{"1.0", R"([{"op":"remove","path":"/recordSet/0/field/0/source/fileObject"}])",
            {"CR-53", "CR-59"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/recordSet/0/field/0/source/extract/fileProperty",
            "value":"size"}])",
            {"CR-60", "CR-61"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/recordSet/0/field/0/source/extract",
            "value":{"jsonPath":"$.a["}}])",
            {"CR-62"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/recordSet/0/field/0/source/transform",
            "value":[{"regex":"a"},{"separator":","}]}])",
            {}, {}},
        Case{"1.0", R"([{"op":"add","path":"/recordSet/0/field/0/source/transform",
            "value":{"format":"a","regex":"b"}}])",
            {"CR-63"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/recordSet/0/field/0/source/transform",
            "value":{"regex":""}}])",
            {"CR-64"}, {}},
        Case{"1.0", R"([{"op":"add","path":"/recordSet/-","value":{"@type":"cr:RecordSet","@id":"o",
            "field":[{"@type":"cr:Field","@id":"trees/h","name":"h","dataType":"sc:Float",
            "source":{"fileObject":{"@id":"trees.csv"},"extract":{"column":"h"}}}]}}])",
            {"CR-65"}, {"CR-28"}},
        Case{"1.0", R"([{"op":"replace","path":"/recordSet/0/field/0/source",
            "value":{"@id":"trees.csv"}}])",
            {"CR-91"}, {}},
        Case{"1.0",
            R"([{"op":"replace","path":"/recordSet/0/field/0/source","value":"trees.csv"}])",
            {"CR-92"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/recordSet/0/field/0/source/extract","value":{}}])",
            {"CR-92"}, {}},
        Case{"1.0", R"([{"op":"replace","path":"/recordSet/0/field/0/source",
            "value":{"field":{"@id":"trees/h"}}}])",
            {"CR-90"}, {}},
        Case{"0.8", R"([{"op":"replace","path":"/recordSet/0/field/0/source/distribution",
            "value":"ghost"}])",
            {"CR-54", "CR-55"}, {}}));

TEST(LintCroissant, RootIsAnObject)
{
    for (const char* text : {"", "[]", "\"text\"", "{", "{\"a\":1,}", "nonsense",
             "{\"a\":1,\"a\":2}", "\xEF\xBB\xBF{\"@context\":{}}", "{\"name\":\"\xE9\"}"}) {
        const lint::Verdict verdict = croissantVerdict(text);
        EXPECT_EQ(rulesOf(verdict, Level::Error), Rules{"CR-01"}) << text << describe(verdict);
    }
    EXPECT_EQ(rulesOf(croissantVerdict("{}"), Level::Error), Rules{"CR-06"});
    EXPECT_EQ(
        rulesOf(croissantVerdict(R"({"@context":{"@vocab":"https://schema.org/"}})"), Level::Error),
        Rules{"CR-06"});
}

TEST(LintCroissant, NamesThePlace)
{
    const std::string text = "{\n  \"@context\": {\"@vocab\": \"https://schema.org/\", "
                             "\"@language\": \"en\"},\n  \"@type\": \"Dataset\",\n"
                             "  \"keywords\": [\"a\",\n    5]\n}\n";
    const lint::Verdict verdict = croissantVerdict(text);
    for (const lint::Issue& issue : verdict.issues) {
        if (issue.rule != "CR-27")
            continue;
        EXPECT_EQ(issue.at, (documents::Position{5, 5}));
        EXPECT_EQ(issue.path, "/keywords/1");
        return;
    }
    FAIL() << describe(verdict);
}

TEST(LintCroissant, TellsEqualIssuesOnceWithAllTheirLines)
{
    Json document = validCroissant("1.0");
    Json& fields = document["recordSet"][0]["field"];
    for (int i = 0; i < 3; ++i) {
        Json field = fields[0];
        field["@id"] = "f" + std::to_string(i);
        field["source"]["extract"]["fileProperty"] = "content";
        fields.push_back(field);
    }
    const lint::Verdict verdict = croissantVerdict(document.dump(1));
    EXPECT_EQ(rulesOf(verdict, Level::Error), Rules{"CR-60"});
    EXPECT_NE(messageOf(verdict.issues.front()).find("; also in lines "), std::string::npos);
}

TEST(LintCroissant, NotesWhatTheToolDoesNotNotice)
{
    const std::vector<std::pair<std::string, std::string>> cases{
        {R"([{"op":"add","path":"/fancy","value":"x"}])", "CR-29"},
        {R"([{"op":"remove","path":"/@context/isLiveDataset"},
            {"op":"add","path":"/isLiveDataset","value":true}])",
            "CR-03"},
        {R"([{"op":"add","path":"/distribution/-","value":{"@type":"cr:FileSet","@id":"p",
            "encodingFormat":"x","includes":"*"}}])",
            "CR-37"},
        {R"([{"op":"add","path":"/recordSet/0/key","value":{"@id":"trees/x"}}])", "CR-45"},
        {R"([{"op":"add","path":"/rai:dataCollectionTimeframe","value":"2020/2021"}])", "CR-71"},
        {R"([{"op":"add","path":"/rai:dataManipulationProtocol","value":["a","b"]}])", "CR-72"},
        {R"([{"op":"remove","path":"/@context/rai"},
            {"op":"add","path":"/rai:dataBiases","value":5}])",
            "CR-73"}};
    for (const auto& [patch, rule] : cases) {
        const lint::Verdict verdict = patched("1.0", patch);
        EXPECT_TRUE(verdict.isValid()) << patch;
        EXPECT_EQ(rulesOf(verdict, Level::Note), Rules{rule}) << describe(verdict);
        EXPECT_EQ(verdict.issues.size(), 1U) << describe(verdict);
    }
    EXPECT_TRUE(hasRule(patched("1.0", R"([{"op":"remove","path":"/conformsTo"}])"), "CR-11"));
}

TEST(LintCroissant, SpecificationAllowsBareReferences)
{
    const std::string patch
        = R"([{"op":"replace","path":"/recordSet/0/field/0/source","value":{"@id":"trees.csv"}}])";
    EXPECT_FALSE(patched("1.0", patch).isValid());
    EXPECT_TRUE(patched("1.0", patch, Profile::Spec).isValid())
        << describe(patched("1.0", patch, Profile::Spec));
}

TEST(LintCroissant, StrictLooksAtForms)
{
    const std::vector<std::pair<std::string, std::string>> cases{
        {R"([{"op":"replace","path":"/distribution/0/sha256","value":"abc"}])", "CR-80"},
        {R"([{"op":"replace","path":"/url","value":"example org"}])", "CR-81"},
        {R"([{"op":"replace","path":"/license","value":"my own"}])", "CR-82"},
        {R"([{"op":"add","path":"/@context/wd","value":"https://www.wikidata.org/wiki/"}])",
            "CR-83"},
        {R"([{"op":"add","path":"/rai:dataBias","value":"x"}])", "CR-74"},
        {R"([{"op":"add","path":"/recordSet/0/key","value":{"@id":"trees/x"}}])", "CR-45"}};
    for (const auto& [patch, rule] : cases) {
        const lint::Verdict verdict = patched("1.0", patch, Profile::Strict);
        EXPECT_TRUE(hasRule(verdict, rule)) << rule << "\n" << describe(verdict);
        EXPECT_EQ(verdict.isValid(), rule == "CR-82" || rule == "CR-83") << rule;
    }
    const std::string used = R"([{"op":"add","path":"/@context/wd","value":"https://wd.org/"},
        {"op":"replace","path":"/recordSet/0/field/0/dataType","value":["sc:Float","wd:Q1"]}])";
    EXPECT_FALSE(hasRule(patched("1.0", used, Profile::Strict), "CR-83"));
}

TEST(LintCroissant, NeuripsAsksForValues)
{
    const std::string full = R"([
        {"op":"add","path":"/rai:dataLimitations","value":"One garden in one summer only."},
        {"op":"add","path":"/rai:dataBiases","value":["Small trees are seldom in it."]},
        {"op":"add","path":"/rai:personalSensitiveInformation","value":"None: trees are no persons."},
        {"op":"add","path":"/rai:dataUseCases","value":"To learn how trees are measured."},
        {"op":"add","path":"/rai:dataSocialImpact","value":"None is expected of tree heights."},
        {"op":"add","path":"/rai:hasSyntheticData","value":false},
        {"op":"add","path":"/prov:wasDerivedFrom","value":{"@id":"https://example.org/garden"}},
        {"op":"add","path":"/prov:wasGeneratedBy",
            "value":[{"@type":"prov:Activity","prov:label":"measuring"}]}])";
    EXPECT_EQ(rulesOf(patched("1.0", full, Profile::Neurips), Level::Error), Rules{});
    EXPECT_FALSE(hasRule(patched("1.0", full, Profile::Neurips), "CR-75"))
        << describe(patched("1.0", full, Profile::Neurips));
    Json shorter = Json::parse(full);
    shorter[0]["value"] = "[More Information Needed]";
    shorter[5]["value"] = "no";
    const lint::Verdict verdict = patched("1.0", shorter.dump(), Profile::Neurips);
    EXPECT_EQ(rulesOf(verdict, Level::Warning), (Rules{"CR-75", "CR-75"})) << describe(verdict);
}

TEST(LintCroissant, AgreesWithTheSharedProbes)
{
    CUPEL_REQUIRE_SHARED("data/cards/probes/croissant-probes.json");
    const Json probes = readJson(sharedDir() / "data/cards/probes/croissant-probes.json");
    for (const Json& probe : probes.at("probes")) {
        SCOPED_TRACE(probe.at("id").get<std::string>());
        const Json document
            = probes.at("bases").at(probe.at("base").get<std::string>()).patch(probe.at("patch"));
        const lint::Verdict verdict = croissantVerdict(document.dump());
        EXPECT_EQ(verdict.isValid(), probe.at("outcome") == "valid") << describe(verdict);
        EXPECT_EQ(rulesOf(verdict, Level::Error).size(), probe.at("errors").size())
            << describe(verdict);
        EXPECT_EQ(rulesOf(verdict, Level::Warning).size(), probe.at("warnings").size())
            << describe(verdict);
        const auto rule = probe.at("rule").get<std::string>();
        EXPECT_TRUE(rule == "-" ? rulesOf(verdict, Level::Note).empty() : hasRule(verdict, rule))
            << describe(verdict);
    }
}

TEST(LintCroissant, AgreesWithTheSharedFiles)
{
    CUPEL_REQUIRE_SHARED("data/cards/manifest.json");
    const std::filesystem::path folder = sharedDir() / "data/cards";
    const Json manifest = readJson(folder / "manifest.json");
    for (const Json& file : manifest.at("files")) {
        if (!file.contains("mlcroissant"))
            continue;
        const auto name = file.at("file").get<std::string>();
        SCOPED_TRACE(name);
        const std::string text = readFile(folder / name);
        const lint::Verdict tool = croissantVerdict(text);
        const Json& expected = file.at("mlcroissant");
        EXPECT_EQ(tool.isValid(), expected.at("outcome") == "valid") << describe(tool);
        EXPECT_EQ(rulesOf(tool, Level::Error).size(), expected.at("errors").size())
            << describe(tool);
        EXPECT_EQ(rulesOf(tool, Level::Warning).size(), expected.at("warnings").size())
            << describe(tool);
        Rules missing;
        for (const lint::Issue& issue : croissantVerdict(text, Profile::Spec).issues) {
            const std::string message = messageOf(issue);
            if (issue.rule == "CR-12")
                missing.push_back(message.substr(message.rfind(' ') + 1));
        }
        auto required = file.at("spec_required_missing").get<Rules>();
        std::erase(missing, "@type"); // the list of the manifest is of properties
        std::sort(required.begin(), required.end());
        std::sort(missing.begin(), missing.end());
        EXPECT_EQ(missing, required);
        const auto rai = rulesOf(croissantVerdict(text, Profile::Neurips), Level::Error);
        EXPECT_EQ(static_cast<std::size_t>(std::count(rai.begin(), rai.end(), "CR-70")),
            file.at("minimal_rai_missing").size());
    }
}

} // namespace
} // namespace cupel::test
