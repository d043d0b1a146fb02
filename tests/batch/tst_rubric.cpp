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

std::string sampleSheet()
{
    const auto sample = sourceDir() / "resources/sample";
    const RunResult run = cupel({"rubric", "template", (sample / "loans.csv").string(), "--roles",
        (sample / "roles.json").string()});
    EXPECT_EQ(run.exitCode, 0) << run.err;
    return run.out;
}

TEST(Rubric, SuggestsWhoAnnotatedFromTheWordsOfTheCard)
{
    const TempDir folder;
    const auto data = folder.write("t.csv", "a,label\n1,x\n2,y\n");
    const std::vector<std::pair<std::string, std::string>> expected{
        {"machine-generated", "AI Model"}, {"crowdsourced", "Multiple Human Non-Experts"},
        {"expert-generated", "Multiple Human Experts"}};
    for (const auto& [word, category] : expected) {
        folder.write("README.md", "---\nannotations_creators:\n- " + word + "\n---\n# Card\n");
        const auto sheet = folder / (word + ".json");
        const RunResult run = cupel(
            {"rubric", "template", data.string(), "--label", "label", "-o", sheet.string()});
        ASSERT_EQ(run.exitCode, 0) << run.err;
        EXPECT_NE(readFile(sheet).find("\"category\": \"" + category + "\""), std::string::npos)
            << word;
    }
}

TEST(Rubric, IsFilledCheckedAndReported)
{
    const TempDir folder;
    Json sheet = Json::parse(sampleSheet());
    const auto sample = sourceDir() / "resources/sample";
    const RunResult written = cupel({"rubric", "template", (sample / "loans.csv").string(),
        "--roles", (sample / "roles.json").string(), "-o", (folder / "sheet.json").string()});
    EXPECT_EQ(written.exitCode, 0) << written.err;
    EXPECT_EQ(Json::parse(readFile(folder / "sheet.json")), sheet);
    const auto open = folder.write("open.json", sheet.dump());
    const RunResult unanswered = cupel({"rubric", "check", open.string(), "--json"});
    EXPECT_EQ(unanswered.exitCode, 6) << unanswered.err;
    EXPECT_FALSE(Json::parse(unanswered.out).at("open").empty());
    EXPECT_TRUE(Json::parse(unanswered.out).at("violations").is_array());

    // A person answers every question.
    for (Json& record : sheet.at("records")) {
        for (auto& [key, rubric] : record.at("response").items()) {
            if (key == "sources") {
                rubric = Json::array({{{"Modality", "tabular"}, {"Human Generated", true},
                    {"Model Generated", false}, {"Unknown Origin", false},
                    {"Reference", "README.md"}, {"Reasoning", ""}, {"status", "confirmed"}}});
            } else if (key == "data_annotations") {
                Json no{{"is_applicable", false}, {"reference", ""}, {"reasoning", ""},
                    {"status", "confirmed"}};
                rubric = Json::array(
                    {{{"Subject Annotators",
                          {{"category", "Multiple Human Experts"}, {"reference", "README.md"},
                              {"reasoning", ""}, {"status", "confirmed"}}},
                        {"Has Instructions", no}, {"Has Rubrics", no}, {"Has Examples", no}}});
            } else if (key == "reproducibility") {
                for (auto& [name, answer] : rubric.items()) {
                    answer["status"] = "confirmed";
                    answer[name == "code" ? "Has Code" : "Has Documentation"] = false;
                }
            } else {
                for (auto& [label, answer] : rubric.items()) {
                    answer["is_applicable"] = label == "N/A";
                    answer["status"] = "confirmed";
                }
            }
        }
    }
    const auto done = folder.write("done.json", sheet.dump());
    const RunResult clean = cupel({"rubric", "check", done.string()});
    EXPECT_EQ(clean.exitCode, 0) << clean.out << clean.err;

    sheet.at("records").at(3).at("response").at("data_novelty").at("Derived")["is_applicable"]
        = true;
    sheet.at("records").at(3).at("response").at("data_novelty").at("Derived")["reference"] = "p. 1";
    const auto broken = folder.write("broken.json", sheet.dump());
    const RunResult contradiction = cupel({"rubric", "check", broken.string()});
    EXPECT_EQ(contradiction.exitCode, 1);
    EXPECT_NE(contradiction.out.find("DR-02"), std::string::npos) << contradiction.out;

    for (const std::string format : {"html", "md", "json"}) {
        const auto path = folder.path() / ("report." + format);
        const RunResult report
            = cupel({"rubric", "report", broken.string(), "-o", format + "=" + path.string()});
        EXPECT_EQ(report.exitCode, 0) << report.err;
        std::ifstream file(path);
        std::stringstream text;
        text << file.rdbuf();
        EXPECT_NE(text.str().find("DR-02"), std::string::npos) << format;
        EXPECT_NE(text.str().find("Data novelty: "), std::string::npos) << format;
    }
}

TEST(Rubric, RefusesWhatIsNoSheet)
{
    const TempDir folder;
    const auto path = folder.write("x.json", "{\"schema\": \"cupel.rubric\",\n\"records\": [5]}");
    const RunResult run = cupel({"rubric", "check", path.string()});
    EXPECT_EQ(run.exitCode, 2);
    EXPECT_NE(run.err.find("line 2"), std::string::npos) << run.err;
    EXPECT_EQ(cupel({"rubric", "check", (folder.path() / "none.json").string()}).exitCode, 3);
    const RunResult listed = cupel({"rubric", "list", "--json"});
    EXPECT_EQ(Json::parse(listed.out).size(), 7u);
}

} // namespace
} // namespace cupel::test
