#include "tests/batch/cupel_program.h"

#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <string>

namespace cupel::test {
namespace {

using Json = nlohmann::json;

const char* const kData = "a,b\n1,x\n2,y\n3,x\n";

Json documentsOf(const Json& report)
{
    return report.at("datasets").at(0).at("documents");
}

TEST(Documents, AreListedInTheReportAndTheSummary)
{
    const TempDir folder;
    const std::string data = folder.write("data.csv", kData);
    folder.write("README.md", "---\nlicense: mit\n---\n# Card\n");
    folder.write("LICENSE", "MIT License\n");
    folder.write("croissant.json", R"({"@type": "sc:Dataset"})");
    const Json report = audit({data});
    EXPECT_EQ(documentsOf(report), Json::parse(R"([{"file": "README.md", "kind": "hf-card"},
            {"file": "croissant.json", "kind": "croissant"},
            {"file": "LICENSE", "kind": "license-text"}])"));
    EXPECT_EQ(auditOf(report, "documents").at("outcome"), "completed");
    EXPECT_NE(cupel({"audit", data}).out.find("with README.md, croissant.json, LICENSE"),
        std::string::npos);

    RunOptions elsewhere;
    elsewhere.workingDir = folder.path();
    EXPECT_EQ(audit({"data.csv"}, elsewhere), report);
}

TEST(Documents, ABareFileHasNone)
{
    const TempDir folder;
    const Json report = audit({folder.write("data.csv", kData)});
    EXPECT_EQ(documentsOf(report), Json::array());
    EXPECT_EQ(auditOf(report, "documents").at("outcome"), "not-applicable");
}

TEST(Documents, ANamedCardTakesThePlaceOfTheOneFound)
{
    const TempDir folder;
    const std::string data = folder.write("in/data.csv", kData);
    folder.write("in/README.md", "# Found\n");
    const std::string card = folder.write("out/card.md", "# Named\n");
    EXPECT_EQ(documentsOf(audit({data, "--card", card})),
        Json::parse(R"([{"file": "card.md", "kind": "hf-card"}])"));
    const RunResult missing = cupel({"audit", data, "--card", folder / "none.md"});
    EXPECT_EQ(missing.exitCode, 3);
    EXPECT_NE(missing.err.find("none.md"), std::string::npos) << missing.err;
}

/// Documents that would crash, hang or trick a careless reader: each is a finding with its line,
/// and the data is audited all the same.
TEST(Documents, ALicenceThatASentenceTakesBackIsNotStated)
{
    for (const char* const sentence : {"This dataset is NOT released under the MIT License.",
             "Previously MIT License, now proprietary.", "We plan to release it under MIT License.",
             "Same as SQuAD, which is under the MIT License.", "MIT License only for EU."}) {
        const TempDir folder;
        const std::string data = folder.write("data.csv", kData);
        folder.write("README.md",
            std::string("# Dataset Card for x\n\n### Licensing Information\n\n") + sentence + "\n");
        const Json report = audit({data, "--use", "commercial"});
        const Json& licenses = report.at("datasets").at(0).at("licenses");
        ASSERT_EQ(licenses.at("claims").size(), 1U) << sentence;
        EXPECT_EQ(licenses.at("claims").at(0).at("certainty"), "none") << sentence;
        for (const Json& use : licenses.at("effective").at("uses"))
            EXPECT_EQ(use.at("verdict"), "cannot-tell") << sentence << use;
        EXPECT_EQ(findingsOf(report, "LIC-UNRECOGNISED").size(), 1U) << sentence;
        const std::string hub = (folder.path() / "hub.md").string();
        const std::string croissant = (folder.path() / "c.json").string();
        EXPECT_EQ(
            cupel({"card", "render", data, "-q", "-o", "hf=" + hub, "-o", "croissant=" + croissant})
                .exitCode,
            0);
        EXPECT_EQ(readFile(hub).find("license: mit"), std::string::npos) << sentence;
        EXPECT_EQ(readFile(croissant).find("spdx.org/licenses/MIT"), std::string::npos) << sentence;
        EXPECT_EQ(readFile(croissant).find("\"license\""), std::string::npos) << sentence;
    }
}

TEST(Documents, HostileOnesAreFindings)
{
    std::string bomb = "---\na0: &a0 [x, x]\n";
    for (int i = 1; i < 20; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " + before
            + "]\n";
    }
    std::string keys = "---\n";
    for (int i = 0; i < 150000; ++i)
        keys += "k" + std::to_string(i) + ": v\n";
    const struct {
        const char* file;
        std::string text;
        const char* rule;
        int line;
    } cases[]{
        {"README.md", bomb + "---\n# T\n", "document.front-matter", 2},
        {"README.md", "---\nlicense: mit\n", "document.front-matter", 1},
        {"README.md", "---\na: 1\na: 2\n---\n", "document.front-matter", 3},
        {"README.md", "---\nx: \x1b]52;c;x\x07\n---\n", "document.front-matter", 2},
        {"README.md", keys + "---\n", "document.front-matter", 0},
        {"README.md", "---\n" + std::string(100000, '[') + "\n---\n", "document.front-matter", 2},
        {"README.md", std::string("a\0b", 3), "document.unreadable", 1},
        {"README.md", "# \xE9\n", "document.encoding", 1},
        {"README.md", std::string(std::size_t{3} << 20U, '>'), "document.truncated", 0},
        {"croissant.json", std::string(100000, '['), "document.json-invalid", 1},
        {"croissant.json", "{\"a\": 1,\n\"a\": 2}", "document.json-invalid", 2},
        {"croissant.json", "[\"\\ud800\"]", "document.json-invalid", 1},
        {"croissant.json", "[1]", "document.not-croissant", 1},
    };
    for (const auto& one : cases) {
        SCOPED_TRACE(std::string(one.file) + ": " + one.text.substr(0, 40));
        const TempDir folder;
        const std::string data = folder.write("data.csv", kData);
        folder.write(one.file, one.text);
        const Json report = audit({data});
        const auto found = findingsOf(report, one.rule);
        ASSERT_EQ(found.size(), 1U) << report.at("findings").dump(1);
        const Json& evidence = found[0].at("evidence").at(0);
        EXPECT_EQ(evidence.at("kind"), "document");
        EXPECT_EQ(evidence.at("file"), one.file);
        EXPECT_EQ(evidence.at("line"), one.line > 0 ? Json(one.line) : Json(nullptr));
        EXPECT_EQ(report.at("datasets").at(0).at("inputs").at(0).at("rows"), 3);
        EXPECT_EQ(cupel({"audit", data, "-v"}).out.find('\x1b'), std::string::npos);
    }
}

TEST(Documents, LinksOfAnySchemeAreOnlyText)
{
    const TempDir folder;
    const std::string data = folder.write("data.csv", kData);
    folder.write("README.md",
        "---\nlicense_link: file:///etc/passwd\n---\n"
        "![x](file:///etc/passwd) [y](http://169.254.169.254/) <ftp://x>\n");
    folder.write("croissant.json", R"({"@context": "http://169.254.169.254/context",
        "@type": "sc:Dataset", "distribution": [{"@type": "cr:FileObject", "@id": "f",
        "contentUrl": "../../../etc/passwd", "sha256": "00"}]})");
    const RunResult run = cupel({"audit", data, "--json", "--fail-on", "never"});
    EXPECT_EQ(run.exitCode, 0) << run.err;
    EXPECT_EQ(run.out.find("root:"), std::string::npos);
    EXPECT_EQ(documentsOf(Json::parse(run.out)).size(), 2U);
}

} // namespace
} // namespace cupel::test
