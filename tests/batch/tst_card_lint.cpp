#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/batch/cupel_program.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using Json = nlohmann::json;

constexpr const char* kCard = "---\nlicense: mit\nlanguage: no\n---\n# Trees\n";
constexpr const char* kCroissant
    = R"({"@context": {"@vocab": "https://schema.org/", "@language": "en"}, "@type": "Dataset",
 "name": "trees", "version": "v1"})";

TEST(CardLint, WritesOneLinePerIssueAndAVerdict)
{
    const TempDir folder;
    const auto card = folder.write("README.md", kCard).string();
    const RunResult run = cupel({"card", "lint", "--profile", "hub", card});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_EQ(linesOf(run.out),
        (std::vector<std::string>{
            card + ":3:11: error: the language no has not the form of an ISO 639 code [HF-14]",
            card + ": hub: refused, 1 error, 0 warnings, 0 notes"}));
    EXPECT_EQ(run.err, "");
}

TEST(CardLint, WritesJsonOfTheContract)
{
    const TempDir folder;
    folder.write("README.md", kCard);
    folder.write("croissant.json", kCroissant);
    const RunResult run = cupel({"card", "lint", "--json", folder.path().string()});
    EXPECT_EQ(run.exitCode, 1);
    const Json files = Json::parse(run.out).at("files");
    std::vector<std::string> profiles;
    for (const Json& file : files) {
        profiles.push_back(
            file.at("kind").get<std::string>() + " " + file.at("profile").get<std::string>());
        for (const Json& finding : file.at("findings")) {
            for (const char* key : {"rule", "level", "message", "fix"})
                EXPECT_FALSE(finding.at(key).get<std::string>().empty());
            EXPECT_TRUE(finding.at("line").is_number() || finding.at("line").is_null());
            EXPECT_TRUE(finding.at("column").is_number() || finding.at("column").is_null());
        }
    }
    EXPECT_EQ(profiles,
        (std::vector<std::string>{
            "hf-card hub", "hf-card hub-client", "hf-card loader", "croissant tool"}));
    const Json& tool = files.back();
    EXPECT_TRUE(tool.at("valid").get<bool>());
    EXPECT_EQ(tool.at("file"), (folder / "croissant.json").string());
    EXPECT_EQ(tool.at("findings").back(),
        Json::parse(R"({"rule": "CR-23", "level": "warning", "line": 2, "column": 30,
            "path": "/version", "message": "the version v1 is not MAJOR.MINOR.PATCH",
            "fix": "write it as 1.0.0"})"));
}

TEST(CardLint, ExitCodes)
{
    const TempDir folder;
    const auto card = folder.write("README.md", kCard).string();
    const auto croissant = folder.write("croissant.json", kCroissant).string();
    const auto nul = folder.write("nul.md", std::string("a\0b", 3)).string();
    const auto broken = folder.write("broken.json", "{").string();
    const auto code = [](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"card", "lint"});
        return cupel(arguments).exitCode;
    };
    EXPECT_EQ(code({card, "--profile", "hub-client"}), 0);
    EXPECT_EQ(code({croissant}), 0);
    EXPECT_EQ(code({croissant, "--fail-on", "warning"}), 1);
    EXPECT_EQ(code({card, "--fail-on", "never"}), 0);
    EXPECT_EQ(code({broken}), 1);
    EXPECT_EQ(code({card, "--profile", "unknown"}), 2);
    EXPECT_EQ(code({card, "--fail-on", "always"}), 2);
    EXPECT_EQ(code({card, "-o", "xml=x"}), 2);
    EXPECT_EQ(code({card, "-o", "json=" + card}), 2);
    EXPECT_EQ(code({card, card}), 2);
    EXPECT_EQ(code({}), 2);
    EXPECT_EQ(code({(folder / "nowhere.md").string()}), 3);
    EXPECT_EQ(code({nul}), 3);
    EXPECT_EQ(code({nul, card}), 3);
    EXPECT_EQ(code({card, "--profile", "spec"}), 5);
    const TempDir empty;
    EXPECT_EQ(code({empty.path().string()}), 5);
    EXPECT_EQ(code({card, "-o", "json=" + (folder / "no/x.json").string()}), 7);
}

TEST(CardLint, LargeFilesAreNotRead)
{
    const TempDir folder;
    for (const char* name : {"README.md", "croissant.json"}) {
        const auto path = folder / name;
        writePieces(path, 100, [](std::size_t) { return std::string(1'000'000, ' '); });
        const RunResult run = cupel({"card", "lint", path.string()});
        EXPECT_EQ(run.exitCode, 3);
        EXPECT_NE(run.err.find("100000000 bytes"), std::string::npos) << run.err;
    }
}

TEST(CardLint, WritesAFileBesideTheText)
{
    const TempDir folder;
    const auto card = folder.write("README.md", kCard).string();
    const auto json = (folder / "lint.json").string();
    const RunResult run = cupel({"card", "lint", card, "-o", "json=" + json});
    EXPECT_NE(run.out.find("HF-14"), std::string::npos);
    EXPECT_EQ(Json::parse(readFile(json)).at("files").size(), 3U);
}

TEST(CardLint, TextOfDocumentsDoesNotReachTheTerminal)
{
    const TempDir folder;
    const auto card
        = folder.write("README.md", "---\nlicense: \"\\e[31mred\\u202E\"\n---\n").string();
    const RunResult run = cupel({"card", "lint", card, "--profile", "hub"});
    EXPECT_EQ(run.out.find('\x1B'), std::string::npos);
    EXPECT_NE(run.out.find("\\x1b[31mred"), std::string::npos) << run.out;
    EXPECT_EQ(run.out.find("\xE2\x80\xAE"), std::string::npos);
}

TEST(CardLint, RulesAreExplained)
{
    const RunResult list = cupel({"rules", "list"});
    for (const char* rule : {"CR-10", "HF-33", "DP-06", "LIC-MODIFIED-TEXT"}) {
        EXPECT_NE(list.out.find(rule), std::string::npos) << rule;
        const RunResult page = cupel({"rules", "explain", rule});
        EXPECT_EQ(page.exitCode, 0);
        EXPECT_NE(page.out.find("What to do: "), std::string::npos);
    }
    EXPECT_EQ(cupel({"rules", "explain", "CR-99"}).exitCode, 2);
}

TEST(CardLint, SampleIsAcceptedByThoseWhoReadItToday)
{
    const auto sample = (sourceDir() / "resources/sample").string();
    const RunResult run = cupel({"card", "lint", sample, "--profile", "hub", "--profile",
        "hub-client", "--profile", "loader", "--profile", "tool"});
    EXPECT_EQ(run.exitCode, 0) << run.out;
}

} // namespace
} // namespace cupel::test
