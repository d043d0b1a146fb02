#include "tests/batch/cupel_program.h"
#include "tests/batch/gap_table.h"
#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace cupel::test {
namespace {

using nlohmann::json;
using Words = std::vector<std::string>;

class ExitCodes : public testing::Test {
protected:
    ExitCodes()
    {
        folder.write("gap.csv", gapTable());
        folder.write("plain.csv", "a,b\n1,x\n2,x\n3,y\n4,y\n5,x\n6,y\n7,x\n8,y\n9,x\n1,y\n");
        folder.write("ragged.csv", "a,b\n1,2\n3\n");
        folder.write("empty.csv", "");
        folder.write("binary.csv", std::string("\0\1\2\0\0", 5));
        options.workingDir = folder.path();
    }
    RunResult run(const Words& words) const { return cupel(words, options); }
    RunResult gap(Words more, const std::string& file = "gap.csv") const
    {
        more.insert(
            more.begin(), {"audit", file, "--label", "y", "--favourable", "1", "--group", "g"});
        return run(more);
    }

    TempDir folder;
    RunOptions options;
};

TEST_F(ExitCodes, zeroWithoutFindings)
{
    const RunResult plain = run({"audit", "plain.csv"});
    EXPECT_EQ(plain.exitCode, 0);
    EXPECT_EQ(plain.err, "");
    EXPECT_TRUE(plain.out.starts_with("no findings")) << plain.out;
}

TEST_F(ExitCodes, oneFromTheLevelOn)
{
    EXPECT_EQ(gap({}).exitCode, 1);
    EXPECT_EQ(gap({"--fail-on", "error"}).exitCode, 1);
    EXPECT_EQ(gap({"--fail-on", "warning"}).exitCode, 1);
    EXPECT_EQ(gap({"--fail-on", "note"}).exitCode, 1);
    EXPECT_EQ(gap({"--fail-on", "never"}).exitCode, 0);
    // A rejected row is a warning.
    EXPECT_EQ(run({"audit", "ragged.csv"}).exitCode, 0);
    EXPECT_EQ(run({"audit", "ragged.csv", "--fail-on", "warning"}).exitCode, 1);
    EXPECT_EQ(run({"audit", "plain.csv", "--fail-on", "note"}).exitCode, 0);
}

TEST_F(ExitCodes, anotherLimitChangesTheVerdict)
{
    const RunResult run = gap({"--set", "fairness.base-rate-gap=0.7"});
    EXPECT_EQ(run.exitCode, 0);
    EXPECT_EQ(run.out.find("fairness.base-rate-gap"), std::string::npos) << run.out;
}

TEST_F(ExitCodes, anotherLevelChangesTheVerdict)
{
    const Words lower{"--set", "fairness.base-rate-gap.level=warning"};
    EXPECT_EQ(gap(lower).exitCode, 0);
    EXPECT_EQ(gap({lower[0], lower[1], "--fail-on", "warning"}).exitCode, 1);
    EXPECT_EQ(gap({"--set", "fail-on=never"}).exitCode, 0);
    EXPECT_EQ(gap({"--set", "fail-on=never", "--fail-on", "error"}).exitCode, 1);

    const RunResult off = gap({"--set", "fairness.base-rate-gap.level=none", "--json"});
    EXPECT_EQ(off.exitCode, 0);
    const json report = reportOf(off);
    EXPECT_TRUE(findingsOf(report, "fairness.base-rate-gap").empty());
    EXPECT_FALSE(findingsOf(report, "fairness.four-fifths").empty());
    EXPECT_EQ(report.at("run").at("changes"),
        json::parse(R"([{"key": "fairness.base-rate-gap.level", "for": null, "value": "none",
                         "origin": "flag"}])"));
}

TEST_F(ExitCodes, standardOutputIsTheReportAlsoWhenTheAuditFails)
{
    for (const Words& words : {Words{"--json"}, Words{"-o", "json=-"}, Words{"--json", "-v"}}) {
        const RunResult failed = gap(words);
        EXPECT_EQ(failed.exitCode, 1);
        EXPECT_EQ(failed.err, "");
        EXPECT_EQ(reportOf(failed).at("verdict").at("level"), "error");
    }
    const RunResult partial = run({"audit", "--json", "none.csv", "ragged.csv"});
    EXPECT_EQ(partial.exitCode, 3);
    const json report = reportOf(partial);
    EXPECT_EQ(report.at("run").at("partial"), true);
    EXPECT_EQ(report.at("datasets").size(), 1u);
    EXPECT_NE(partial.err.find("none.csv"), std::string::npos) << partial.err;
    const RunResult quiet = gap({"-q"});
    EXPECT_EQ(quiet.exitCode, 1);
    EXPECT_EQ(quiet.out + quiet.err, "");
}

/// Wrong usage: the words of the command, and what stderr must name and suggest.
struct Wrong {
    const char* name;
    Words words;
    const char* names;
    const char* suggests;
};

void PrintTo(const Wrong& wrong, std::ostream* out)
{
    *out << wrong.name;
}

class WrongUsage : public ExitCodes, public testing::WithParamInterface<Wrong> { };

TEST_P(WrongUsage, isTwoWithASuggestion)
{
    const RunResult wrong = run(GetParam().words);
    EXPECT_EQ(wrong.exitCode, 2);
    EXPECT_EQ(wrong.out, "");
    EXPECT_TRUE(wrong.err.starts_with("cupel: ")) << wrong.err;
    EXPECT_NE(wrong.err.find(GetParam().names), std::string::npos) << wrong.err;
    const std::size_t hint = wrong.err.find("  try: ");
    ASSERT_NE(hint, std::string::npos) << wrong.err;
    EXPECT_NE(wrong.err.find(GetParam().suggests, hint), std::string::npos) << wrong.err;
}

INSTANTIATE_TEST_SUITE_P(ExitCodes, WrongUsage,
    testing::Values(Wrong{"noCommand", {}, "no command", "cupel help"},
        Wrong{"command", {"audti", "gap.csv"}, "'audti'", "cupel audit"},
        Wrong{"farCommand", {"frobnicate"}, "'frobnicate'", "cupel help"},
        Wrong{"half", {"metrics"}, "metrics", "cupel metrics list or cupel metrics explain"},
        Wrong{"second", {"metrics", "explian", "x"}, "explian", "cupel metrics explain"},
        Wrong{"option", {"audit", "gap.csv", "--labl", "y"}, "--labl", "--label"},
        Wrong{"optionWithValue", {"audit", "gap.csv", "--lable=y"}, "--lable", "--label"},
        Wrong{"letter", {"audit", "gap.csv", "-x"}, "no option -x", ""},
        Wrong{"switch", {"audit", "gap.csv", "--json=x"}, "takes no value", ""},
        Wrong{"jobs", {"audit", "gap.csv", "-j", "two"}, "--jobs: 'two'", ""},
        Wrong{"tooMany", {"rows", "a", "b", "c"}, "'c' is one word too many", ""},
        Wrong{"crossing", {"audit", "gap.csv", "--intersect", "g"}, "--intersect", "A,B"},
        Wrong{"noInput", {"audit"}, "INPUT", "cupel audit"},
        Wrong{"noValue", {"audit", "gap.csv", "--label"}, "--label", "--label COL"},
        Wrong{"column", {"audit", "gap.csv", "--label", "why"}, "\"why\"", "g, y, k"},
        Wrong{"value", {"audit", "gap.csv", "--label", "y", "--favourable", "yes"}, "yes", ""},
        Wrong{"favourableAlone", {"audit", "gap.csv", "--favourable", "1"}, "--favourable",
            "--label COL"},
        Wrong{"reference", {"audit", "gap.csv", "--reference", "g=a"}, "g=a", "--group"},
        Wrong{"where", {"audit", "gap.csv", "--where", "y ="}, "column ", ""},
        Wrong{"whereColumn", {"audit", "gap.csv", "--where", "yy = 1"}, "yy", "y"},
        Wrong{"failOn", {"audit", "gap.csv", "--fail-on", "fatal"}, "fatal", "warning"},
        Wrong{"rule", {"audit", "gap.csv", "--set", "fairness.base-rate-gpa=1"},
            "fairness.base-rate-gpa", "fairness.base-rate-gap"},
        Wrong{"limit", {"audit", "gap.csv", "--set", "fairness.base-rate-gap=many"}, "many",
            "fairness.base-rate-gap=0.1"},
        Wrong{"format", {"audit", "gap.csv", "-o", "xml=r.xml"}, "xml=r.xml", "json=report.json"},
        Wrong{"inputTwice", {"audit", "gap.csv", "./gap.csv"},
            "./gap.csv: this input is named twice", "once"},
        Wrong{"outputTwice", {"audit", "gap.csv", "-o", "json=r.json", "-o", "json=./r.json"},
            "./r.json: two outputs", "its own name"},
        Wrong{"stdoutTwice", {"audit", "gap.csv", "--json", "-o", "json=-"}, "standard output: two",
            "its own name"},
        Wrong{"outputOverInput", {"audit", "gap.csv", "-o", "json=gap.csv"},
            "gap.csv: this output would replace", "another name"},
        Wrong{"nearFormat", {"audit", "gap.csv", "-o", "sarf=r"}, "sarf=r", "-o sarif=PATH"},
        Wrong{"noPath", {"audit", "gap.csv", "-o", "html="}, "html=", "html=PATH"},
        Wrong{"privacy", {"audit", "gap.csv", "--privacy", "none"}, "none", "masked"},
        Wrong{"progress", {"audit", "gap.csv", "--progress", "loud"}, "loud", "plain"},
        Wrong{"encoding", {"audit", "gap.csv", "--encoding", "latin1"}, "latin1", "iconv"},
        Wrong{"quote", {"audit", "gap.csv", "--quote", "''"}, "''", "one character"},
        Wrong{"names", {"audit", "gap.csv", "--names", "a,b"}, "2 names", "one name per column"},
        Wrong{"type", {"audit", "gap.csv", "--type", "y=float"}, "y=float", "number"},
        Wrong{"schema", {"schema", "reports"}, "reports", "report"},
        Wrong{"metric", {"metrics", "explain", "demographic-parity"}, "demographic-parity",
            "demographic-parity"},
        Wrong{"ruleId", {"rules", "explain", "data.duplicate-row"}, "data.duplicate-row",
            "data.duplicate-rows"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST_F(ExitCodes, reportsNeverReplaceTheDocumentsOfTheData)
{
    const std::vector<std::string> documents{"README.md", "LICENSE", "croissant.json", "other.md"};
    const std::string croissant = R"({"@type": "sc:Dataset", "name": "gap"})";
    for (const std::string& name : documents)
        folder.write(name, name == "croissant.json" ? croissant : "# Words\n");
    for (const std::string& name : documents) {
        const RunResult result
            = run({"audit", "gap.csv", "--card", "other.md", "-o", "md=./" + name});
        EXPECT_EQ(result.exitCode, 2) << name;
        EXPECT_NE(result.err.find("would replace a file that is read"), std::string::npos)
            << result.err;
    }
    for (int i = 0; i < 2; ++i)
        EXPECT_EQ(
            run({"audit", "gap.csv", "--fail-on", "never", "-o", "json=r.json", "-o", "md=r.md"})
                .exitCode,
            0)
            << "a report may replace an earlier one";
}

TEST_F(ExitCodes, inputAndEmptyInput)
{
    EXPECT_EQ(run({"audit", "none.csv"}).exitCode, 3);
    EXPECT_EQ(run({"audit", "gap.csv", "--roles", "none.json"}).exitCode, 3);
    EXPECT_EQ(run({"audit", "binary.csv"}).exitCode, 3);
    EXPECT_EQ(run({"audit", "empty.csv"}).exitCode, 5);
}

TEST_F(ExitCodes, theStrongestOfSeveralCounts)
{
    // Input before output before emptiness before findings.
    const Words roles{"--label", "y", "--favourable", "1", "--group", "g"};
    const auto with = [&](Words words) {
        words.insert(words.begin(), "audit");
        words.insert(words.end(), roles.begin(), roles.end());
        return run(words).exitCode;
    };
    EXPECT_EQ(with({"gap.csv", "empty.csv"}), 5);
    EXPECT_EQ(with({"empty.csv", "gap.csv", "none.csv"}), 3);
    EXPECT_EQ(with({"gap.csv", "-o", "json=missing/r.json"}), 7);
    EXPECT_EQ(with({"gap.csv", "empty.csv", "-o", "json=missing/r.json"}), 7);
    EXPECT_EQ(with({"none.csv", "gap.csv", "-o", "json=missing/r.json"}), 3);
}

TEST_F(ExitCodes, rowsOfAFinding)
{
    folder.write("twice.csv", "a,b\n1,2\n3,4\n1,2\n");
    ASSERT_EQ(run({"audit", "twice.csv", "-o", "json=r.json"}).exitCode, 0);
    const std::string id
        = findingsOf(json::parse(readFile(folder / "r.json")), "data.duplicate-rows")
              .at(0)
              .at("id");
    const RunResult rows = run({"rows", id, "--report", "r.json", "twice.csv"});
    EXPECT_EQ(rows.exitCode, 0) << rows.err;
    const json row = json::parse(rows.out);
    EXPECT_EQ(row.at("line"), 4);
    EXPECT_EQ(row.at("cells"), json({{"a", "1"}, {"b", "2"}}));
    EXPECT_EQ(run({"rows", id.substr(0, 8), "--report", "r.json", "twice.csv"}).out, rows.out);

    const RunResult other = run({"rows", id, "--report", "r.json", "ragged.csv"});
    EXPECT_EQ(other.exitCode, 3);
    EXPECT_NE(other.err.find("not the file of the report"), std::string::npos) << other.err;
    EXPECT_EQ(run({"rows", "f-0", "--report", "r.json", "twice.csv"}).exitCode, 2);
    EXPECT_EQ(run({"rows", id, "--report", "twice.csv", "twice.csv"}).exitCode, 2);
    EXPECT_EQ(run({"rows", id, "--report", "none.json", "twice.csv"}).exitCode, 3);
}

} // namespace
} // namespace cupel::test
