#include "tests/batch/cupel_program.h"

#include "tests/core/reports/support/json_schema.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>

namespace cupel::test {
namespace {

using nlohmann::json;

const std::vector<std::string> kFormats{"croissant", "hf", "datasheet"};

std::filesystem::path sample(const char* file)
{
    return sourceDir() / "resources/sample" / file;
}

/// `cupel card render DATA OPTIONS` with every export; what was written, one after the other.
std::string exportsOf(const TempDir& folder, const std::string& data,
    std::vector<std::string> options, const RunOptions& how = {})
{
    options.insert(options.begin(), {"card", "render", data, "-q"});
    for (const std::string& format : kFormats)
        options.insert(options.end(), {"-o", format + "=" + (folder / ("out." + format)).string()});
    const RunResult run = cupel(options, how);
    EXPECT_EQ(run.exitCode, 0) << run.err;
    EXPECT_EQ(run.out + run.err, "");
    std::string all;
    for (const std::string& format : kFormats)
        all += readFile(folder / ("out." + format));
    return all;
}

std::vector<std::string> sampleRoles()
{
    return {"--roles", sample("roles.json").string()};
}

TEST(CardExports, TheSampleIsDescribed)
{
    const RunResult run = cupel({"card", "render", sample("loans.csv"), "--roles",
        sample("roles.json"), "-o", "croissant=-"});
    ASSERT_EQ(run.exitCode, 0) << run.err;
    const json made = json::parse(run.out);
    const json& file = made.at("distribution").at(0);
    // sha256sum of the file, which its own Croissant file states too.
    EXPECT_EQ(
        file.at("sha256"), "1a0827ddb9ec72bb20acedce2ba856623d868ef14a4aa429d5a07e35b39c654e");
    EXPECT_EQ(file.at("contentSize"), "650582 B");
    EXPECT_EQ(made.at("recordSet").at(1).at("field").size(), 20U);
    EXPECT_EQ(made.at("recordSet").at(1).at("key"), (json{{"@id", "rows/application_id"}}));
    EXPECT_EQ(made.at("recordSet").at(0).at("data").size(), 3U);
    EXPECT_FALSE(made.contains("sdDatePublished"));
    EXPECT_NE(run.err.find("note: croissant: license: the documents state different licences"),
        std::string::npos)
        << run.err;
}

TEST(CardExports, TheSameBytesWhereverAndHoweverTheyAreMade)
{
    const TempDir folder;
    const auto data = folder.write("a/loans.csv", readFile(sample("loans.csv")));
    for (const char* const file : {"README.md", "croissant.json", "LICENSE"})
        folder.write(std::string("a/") + file, readFile(sample(file)));
    std::vector<std::string> options = sampleRoles();
    const std::string expected = exportsOf(folder, data.string(), options);
    EXPECT_EQ(expected.find(folder.path().string()), std::string::npos);
    EXPECT_EQ(exportsOf(folder, sample("loans.csv").string(), options), expected);
    for (const char* const threads : {"-j1", "-j4"}) {
        std::vector<std::string> more = options;
        more.emplace_back(threads);
        EXPECT_EQ(exportsOf(folder, data.string(), more), expected) << threads;
    }
    RunOptions inside;
    inside.workingDir = folder.path() / "a";
    EXPECT_EQ(exportsOf(folder, "loans.csv", options, inside), expected);
    for (const char* const locale : {"C", "de_DE.UTF-8", "tr_TR.UTF-8"}) {
        RunOptions there;
        there.environment = {{"LC_ALL", locale}, {"TZ", "Pacific/Kiritimati"}};
        EXPECT_EQ(exportsOf(folder, data.string(), options, there), expected) << locale;
    }
}

TEST(CardExports, ATimeComesFromTheEnvironmentAlone)
{
    RunOptions then;
    then.environment = {{"SOURCE_DATE_EPOCH", "1735691696"}, {"TZ", "America/New_York"}};
    const RunResult run
        = cupel({"card", "render", sample("loans.csv"), "-q", "-o", "croissant=-"}, then);
    ASSERT_EQ(run.exitCode, 0) << run.err;
    EXPECT_EQ(json::parse(run.out).at("sdDatePublished"), "2025-01-01T00:34:56Z");
    EXPECT_EQ(json::parse(run.out).at("datePublished"), "2025-01-15"); // of the data
    for (const char* const wrong : {"yesterday", "-1", "1.5", "253402300800", "1735691696 "}) {
        then.environment["SOURCE_DATE_EPOCH"] = wrong;
        for (const auto& [command, file] :
            {std::pair{"render", "loans.csv"}, std::pair{"convert", "README.md"}}) {
            const RunResult refused
                = cupel({"card", command, sample(file), "-o", "croissant=-"}, then);
            EXPECT_EQ(refused.exitCode, 2) << wrong;
            EXPECT_NE(refused.err.find("SOURCE_DATE_EPOCH"), std::string::npos) << refused.err;
            EXPECT_EQ(refused.out, "");
        }
    }
}

TEST(CardExports, NeverReplaceAFileThatIsRead)
{
    const TempDir folder;
    const std::string data = folder.write("d.csv", "a,b\n1,x\n").string();
    const std::string readme = folder.write("README.md", "# d\n").string();
    const std::string other = folder.write("other/card.md", "# e\n").string();
    std::filesystem::create_symlink(readme, folder / "link.md");
    for (const std::string& path : {data, readme, (folder / "link.md").string()}) {
        const RunResult run = cupel({"card", "render", data, "-o", "hf=" + path});
        EXPECT_EQ(run.exitCode, 2) << path;
        EXPECT_NE(run.err.find("a file that is read"), std::string::npos) << run.err;
    }
    EXPECT_EQ(cupel({"card", "render", data, "--card", other, "-o", "hf=" + other}).exitCode, 2);
    EXPECT_EQ(cupel({"card", "convert", readme, "-o", "hf=" + readme}).exitCode, 2);
    EXPECT_EQ(cupel({"card", "convert", readme, "-o", "hf=x", "-o", "json=x"}).exitCode, 2);
    EXPECT_EQ(readFile(readme), "# d\n");
    EXPECT_EQ(readFile(other), "# e\n");
    RunOptions inside;
    inside.workingDir = folder.path();
    EXPECT_EQ(cupel({"card", "render", "d.csv", "-o", "hf=README.md"}, inside).exitCode, 2);
}

TEST(CardExports, NeedNoDocuments)
{
    const TempDir folder;
    const std::string data = folder.write("d.csv", "no,1e5\n1,2\n3,4\n").string();
    const RunResult run = cupel({"card", "render", data, "-o", "hf=-"});
    EXPECT_EQ(run.exitCode, 0) << run.err;
    EXPECT_NE(
        run.out.find("  - name: \"no\"\n    dtype: int64\n  - name: \"1e5\"\n"), std::string::npos)
        << run.out;
    const RunResult people = cupel({"card", "render", data, "-o", "hf=-", "-o", "md=/dev/null"});
    EXPECT_EQ(people.exitCode, 5);
}

/// Every cell of a column without a role, and every rare value of a role, is a canary.
TEST(CardExports, ShowWhatTheModeOfPrivacyShows)
{
    const TempDir folder;
    std::string content = "sex,ok,name,part\n";
    for (int i = 0; i < 60; ++i) {
        content += i == 7 ? "CANARY-sex" : i % 2 == 0 ? "Female" : "Male";
        content += i == 9 ? ",CANARY-ok" : i % 3 == 0 ? ",yes" : ",no";
        content += ",CANARY-name-" + std::to_string(i % 9) + (i % 4 == 0 ? ",test\n" : ",train\n");
    }
    const std::string data = folder.write("d.csv", content).string();
    for (const char* const mode : {"masked", "aggregate"}) {
        const std::string made = exportsOf(folder, data,
            {"--label", "ok", "--group", "sex", "--split-column", "part", "--privacy", mode});
        EXPECT_EQ(made.find("CANARY"), std::string::npos) << made;
        EXPECT_EQ(made.find("Female") == std::string::npos, std::string(mode) == "aggregate");
    }
    const std::string full = exportsOf(folder, data, {"--group", "sex", "--privacy", "full"});
    EXPECT_NE(full.find("CANARY-sex"), std::string::npos);
}

TEST(CardConvert, GoesBetweenTheFormats)
{
    const TempDir folder;
    const auto path = [&folder](const char* name) { return (folder / name).string(); };
    const RunResult run = cupel({"card", "convert", sample("croissant.json"), "-o",
        "json=" + path("card.json"), "-o", "hf=" + path("hf.md"), "-o",
        "datasheet=" + path("sheet.md"), "-o", "croissant=" + path("croissant")});
    ASSERT_EQ(run.exitCode, 0) << run.err;
    EXPECT_EQ(run.out, "");
    EXPECT_NE(run.err.find("note: hf: "), std::string::npos);
    EXPECT_NE(run.err.find("a datasheet has no place for it"), std::string::npos);
    EXPECT_TRUE(fitsSchema(readFile(folder / "card.json"), "card"));
    // Each goes on from what was written, also where the name does not tell what it is.
    for (const char* const name : {"card.json", "hf.md", "sheet.md", "croissant"}) {
        const RunResult again = cupel({"card", "convert", path(name), "-q"});
        ASSERT_EQ(again.exitCode, 0) << again.err;
        EXPECT_EQ(again.err, "");
        EXPECT_TRUE(fitsSchema(again.out, "card"));
        const RunResult named = cupel({"card", "convert", path(name), "-q", "-o", "hf=-"});
        EXPECT_NE(named.out.find("pretty_name: lindholt-loan-applications\n"), std::string::npos)
            << name << named.out;
    }
    EXPECT_EQ(cupel({"card", "convert", path("card.json"), "-q", "-o", "croissant=-"}).out,
        readFile(folder / "croissant"));
}

TEST(CardConvert, ACardOfDataIsConvertedToo)
{
    const TempDir folder;
    const RunResult card
        = cupel({"card", "extract", sample("loans.csv"), "--roles", sample("roles.json")});
    ASSERT_EQ(card.exitCode, 0) << card.err;
    EXPECT_TRUE(fitsSchema(card.out, "card"));
    const std::string path = folder.write("card.json", card.out).string();
    const RunResult back = cupel({"card", "convert", path, "-q"});
    EXPECT_EQ(json::parse(back.out).at("fields"), json::parse(card.out).at("fields"));
    EXPECT_EQ(json::parse(back.out).at("hash"), json::parse(card.out).at("hash"));
}

TEST(CardConvert, NamesWhatIsNotRead)
{
    const TempDir folder;
    const std::string path
        = folder.write("README.md", "---\nviewer: false\n---\n# d\n\n## B\x1b[31mirds\n\nMany.\n")
              .string();
    const RunResult run = cupel({"card", "convert", path});
    EXPECT_EQ(run.exitCode, 0);
    EXPECT_NE(
        run.err.find("note: input: front matter viewer (line 2): no field of the card takes it\n"),
        std::string::npos)
        << run.err;
    EXPECT_NE(run.err.find("section B\\x1b[31mirds (line 6)"), std::string::npos) << run.err;
}

/// Whatever was asked not to be said: a document that was not read is no document without words.
TEST(CardExports, NameDocumentsThatWereNotRead)
{
    const TempDir folder;
    const std::string data = folder.write("d.csv", "a,b\n1,x\n2,y\n").string();
    folder.write("README.md", "---\nlicense: mit\ntags: &t [a, b]\nx: *t\n---\n# d\n");
    folder.write("croissant.json", R"({"@type": "sc:Dataset", "name": "a", "name": "b"})");
    for (const std::string& format : kFormats) {
        for (const bool isQuiet : {false, true}) {
            std::vector<std::string> words{"card", "render", data, "-o", format + "=-"};
            if (isQuiet)
                words.emplace_back("-q");
            const RunResult run = cupel(words);
            EXPECT_EQ(run.exitCode, 0);
            for (const char* const file : {"README.md", "croissant.json"}) {
                EXPECT_NE(
                    run.err.find("note: " + std::string(file) + ": not read: "), std::string::npos)
                    << run.err;
            }
            EXPECT_EQ(run.err.find("no document states it"), std::string::npos) << run.err;
        }
    }
    const RunResult converted
        = cupel({"card", "convert", folder / "README.md", "-q", "-o", "hf=-"});
    EXPECT_NE(converted.err.find("not read"), std::string::npos) << converted.err;
}

TEST(CardExports, NameWhatNoFieldTakes)
{
    const TempDir folder;
    const std::string data = folder.write("d.csv", "a,b\n1,x\n2,y\n").string();
    folder.write("README.md", "---\nviewer: false\n---\n# d\n\n## Birds\n\nMany of them.\n");
    const RunResult run = cupel({"card", "render", data, "-o", "hf=-"});
    EXPECT_NE(run.err.find("note: README.md: front matter viewer (line 2): no field of the card"),
        std::string::npos)
        << run.err;
    EXPECT_NE(run.err.find("section Birds (line 6)"), std::string::npos) << run.err;
    EXPECT_EQ(cupel({"card", "render", data, "-q", "-o", "hf=-"}).err, "");
}

TEST(CardConvert, RefusesWhatIsNoCard)
{
    const TempDir folder;
    const auto code = [](const std::vector<std::string>& words, const char* message) {
        const RunResult run = cupel(words);
        EXPECT_NE(run.err.find(message), std::string::npos) << run.err;
        EXPECT_EQ(run.out, "");
        return run.exitCode;
    };
    const std::string card = sample("README.md").string();
    EXPECT_EQ(
        code({"card", "convert", card, "-o", "html=-"}, "croissant, hf, datasheet and json"), 2);
    EXPECT_EQ(code({"card", "convert", card, "-o", "hf"}, "FORMAT=PATH"), 2);
    EXPECT_EQ(code({"card", "convert", (folder / "none.md").string()}, "no such file"), 3);
    EXPECT_EQ(code({"card", "convert", folder.path().string()}, "directory"), 3);
    const auto file = [&folder](const char* name, const char* content) {
        return folder.write(name, content).string();
    };
    EXPECT_EQ(code({"card", "convert", file("a.json", "{\n\"a\": }")}, "a.json line 2"), 3);
    EXPECT_EQ(code({"card", "convert", file("b.json", "{\"a\": 1}")}, "Croissant"), 3);
    EXPECT_EQ(code({"card", "convert",
                       file("d.json", R"({"schema": "cupel.card", "schemaVersion": "1.1.0",
"fields": [{"key": "card.nothing", "state": "present", "answers": []}]})")},
                  "d.json line 2"),
        3);
    EXPECT_EQ(
        code({"card", "convert", file("e.json", R"({"schema": "cupel.card"})")}, "version"), 3);
    EXPECT_EQ(code({"card", "convert", file("h.csv", "a,b\n1,2\n")}, "h.csv"), 3);
    EXPECT_EQ(code({"card", "convert", file("empty.md", "\n")}, "empty.md: this file is empty"), 3);
    EXPECT_EQ(
        cupel({"card", "convert", card, "-o", "hf=" + (folder / "no/such/x").string()}).exitCode,
        7);
}

} // namespace
} // namespace cupel::test
