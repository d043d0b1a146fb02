#include "tests/batch/cupel_program.h"
#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace cupel::test {
namespace {

using nlohmann::json;
using Words = std::vector<std::string>;

/// 200 rows of two groups; `favourable` of the 100 rows of group b have y = 1, 80 of group a.
std::string gapTable(int favourable, bool isConstant)
{
    std::string text = "g,y,k\n";
    for (int i = 0; i < 100; ++i) {
        const std::string k = isConstant || i % 2 == 0 ? ",same\n" : ",other\n";
        text += std::string("a,") + (i < 80 ? "1" : "0") + k;
        text += std::string("b,") + (i < favourable ? "1" : "0") + k;
    }
    return text;
}

class Baselines : public testing::Test {
protected:
    Baselines() { options.workingDir = folder.path(); }
    RunResult run(const Words& words) const { return cupel(words, options); }
    RunResult gap(Words more) const
    {
        more.insert(more.begin(),
            {"audit", "gap.csv", "--label", "y", "--favourable", "1", "--group", "g"});
        return run(more);
    }
    void keep(const std::string& name, int favourable, bool isConstant = true) const
    {
        folder.write("gap.csv", gapTable(favourable, isConstant));
        gap({"-q", "-o", "json=" + name, "--fail-on", "never"});
    }
    RunResult against(int favourable, bool isConstant, Words more = {}) const
    {
        folder.write("gap.csv", gapTable(favourable, isConstant));
        more.insert(more.begin(), {"--baseline", "old.json"});
        return gap(more);
    }

    TempDir folder;
    RunOptions options;
};

TEST_F(Baselines, onlyNewFailsOnWhatIsNewOrWorse)
{
    keep("old.json", 20);
    EXPECT_EQ(against(20, true).exitCode, 1) << "without --only-new all findings count";
    EXPECT_EQ(against(20, true, {"--only-new"}).exitCode, 0);
    EXPECT_EQ(against(22, true, {"--only-new"}).exitCode, 0) << "inside the old interval";
    EXPECT_EQ(against(2, true, {"--only-new"}).exitCode, 1) << "worse";
    EXPECT_EQ(against(40, true, {"--only-new"}).exitCode, 0) << "better";

    keep("old.json", 80);
    EXPECT_EQ(against(20, true, {"--only-new"}).exitCode, 1) << "new";
    EXPECT_EQ(against(20, true, {"--only-new", "--fail-on", "never"}).exitCode, 0);
}

TEST_F(Baselines, everyFormatOfARunAgainstABaselineIsWritten)
{
    keep("old.json", 20);
    const RunResult run = against(2, false,
        {"--only-new", "-q", "-o", "html=r.html", "-o", "md=r.md", "-o", "sarif=r.sarif", "-o",
            "junit=r.xml", "-o", "github=r.txt", "-o", "codequality=r.cq.json", "-o", "csv=r.csv"});
    EXPECT_EQ(run.exitCode, 1) << run.err;
    const std::vector<std::pair<const char*, const char*>> parts{{"r.html", "Since the baseline"},
        {"r.md", "Only what is new or worse can fail this run"},
        {"r.sarif", "\"baselineState\": \"absent\""}, {"r.xml", "since the baseline: worse"},
        {"r.txt", "(worse)"}, {"r.csv", ",worse,"}};
    for (const auto& [file, part] : parts)
        EXPECT_NE(readFile(folder / file).find(part), std::string::npos) << file;
}

TEST_F(Baselines, theReportSaysWhatBecameOfEachFinding)
{
    keep("old.json", 20);
    const RunResult run = against(2, false, {"--json"});
    const json report = reportOf(run);
    EXPECT_EQ(findingsOf(report, "fairness.base-rate-gap").at(0).at("baselineState"), "worse");
    const json& baseline = report.at("baseline");
    EXPECT_EQ(baseline.at("file"), "old.json");
    EXPECT_GE(baseline.at("counts").at("worse").get<int>(), 1);
    EXPECT_EQ(baseline.at("counts").at("fixed"), 1);
    EXPECT_EQ(baseline.at("fixed").at(0).at("rule"), "data.constant-column");
    EXPECT_NE(baseline.at("fixed").at(0).at("message"), "");
    const std::string text = against(2, false).out;
    EXPECT_NE(text.find(" fixed since the baseline\n"), std::string::npos) << text;
    EXPECT_NE(text.find("2 worse, 1 better, 1 fixed"), std::string::npos) << text;
}

TEST_F(Baselines, whatIsNoLongerLookedForIsNotFixed)
{
    keep("old.json", 20);
    const json off
        = reportOf(against(20, false, {"--json", "--set", "data.constant-column.level=none"}));
    EXPECT_EQ(off.at("baseline").at("counts").at("fixed"), 0);
    EXPECT_EQ(off.at("baseline").at("counts").at("notChecked"), 1);
    const json unlabelled = reportOf(run({"audit", "gap.csv", "--json", "--baseline", "old.json"}));
    EXPECT_GE(unlabelled.at("baseline").at("counts").at("notChecked").get<int>(), 2);
}

TEST_F(Baselines, askingLessFixesNothing)
{
    std::string text = "g,h,y,k\n";
    for (int i = 0; i < 200; ++i) {
        const bool isOfA = i % 2 == 0;
        text += std::string(isOfA ? "a," : "b,") + (i % 4 < 2 ? "u," : "v,")
            + (isOfA && i < 160 ? "1" : "0") + ",same\n";
    }
    folder.write("d.csv", text);
    const Words whole{"audit", "d.csv", "--label", "y", "--favourable", "1", "--group", "g",
        "--group", "h", "--fail-on", "never"};
    Words write = whole;
    write.insert(write.end(), {"-q", "-o", "json=old.json"});
    ASSERT_EQ(run(write).exitCode, 0);
    const auto countsOf = [this](Words words) {
        words.insert(words.end(), {"--baseline", "old.json", "--only-new", "--json"});
        return reportOf(run(words)).at("baseline").at("counts");
    };
    json same = countsOf(whole);
    EXPECT_EQ(same.at("fixed"), 0);
    EXPECT_EQ(same.at("notChecked"), 0);
    for (const Words& less :
        {Words{"audit", "d.csv", "--label", "y", "--favourable", "1", "--group", "h"},
            Words{"audit", "d.csv", "--label", "y", "--favourable", "0", "--group", "g", "--group",
                "h", "--fail-on", "never"},
            Words{"audit", "d.csv", "--label", "y", "--favourable", "1", "--group", "g", "--group",
                "h", "--where", "g = 'a'"},
            Words{"audit", "d.csv", "--label", "y", "--favourable", "1", "--group", "g", "--group",
                "h", "--set", "fairness.base-rate-gap.max=0.95", "--set",
                "fairness.four-fifths.min=0.01"}}) {
        const json counts = countsOf(less);
        EXPECT_EQ(counts.at("fixed"), 0) << less.back() << counts;
        EXPECT_GE(counts.at("notChecked").get<int>(), 1) << less.back();
    }
    // The same question about other data; a column that is gone.
    std::string fair = text;
    for (std::size_t at = 0; (at = fair.find(",1,same", at)) != std::string::npos;)
        fair.replace(at, 7, ",0,same");
    fair.replace(fair.find(",0,same"), 7, ",1,same");
    folder.write("d.csv", fair);
    EXPECT_GE(countsOf(whole).at("fixed").get<int>(), 1);
    for (std::size_t at = 0; (at = text.find(",same", at)) != std::string::npos;)
        text.erase(at, 5);
    folder.write("d.csv", text.erase(text.find(",k"), 2));
    EXPECT_EQ(countsOf(whole).at("fixed"), 0);
    EXPECT_GE(countsOf(whole).at("notChecked").get<int>(), 1);
}

TEST_F(Baselines, whatCannotBeABaselineIsRefused)
{
    keep("old.json", 20);
    folder.write("loans.csv", gapTable(20, true));
    EXPECT_EQ(run({"audit", "loans.csv", "--baseline", "old.json"}).exitCode, 2);
    EXPECT_EQ(run({"audit", "gap.csv", "loans.csv", "--baseline", "old.json"}).exitCode, 2);
    EXPECT_EQ(gap({"--baseline", "none.json"}).exitCode, 2);
    EXPECT_EQ(gap({"--baseline", "gap.csv"}).exitCode, 2);
    EXPECT_EQ(gap({"--only-new"}).exitCode, 2);
    folder.write("empty.json", "");
    EXPECT_EQ(gap({"--baseline", "empty.json"}).exitCode, 2);
    std::string text = readFile(folder / "old.json");
    const std::size_t at = text.find("\"1.0.0\"");
    ASSERT_NE(at, std::string::npos);
    folder.write("major.json", text.replace(at, 7, "\"2.0.0\""));
    const RunResult major = gap({"--baseline", "major.json"});
    EXPECT_EQ(major.exitCode, 2);
    EXPECT_NE(major.err.find("2.0.0"), std::string::npos) << major.err;
    folder.write("minor.json", text.replace(at, 7, "\"1.9.0\""));
    EXPECT_EQ(gap({"--baseline", "minor.json", "--fail-on", "never"}).exitCode, 0)
        << "a later minor version only adds members";
    folder.write("cut.json", text.substr(0, text.size() / 2));
    const RunResult cut = gap({"--baseline", "cut.json"});
    EXPECT_EQ(cut.exitCode, 2);
    EXPECT_NE(cut.err.find("it is no JSON"), std::string::npos) << cut.err;
    EXPECT_NE(cut.err.find(" line "), std::string::npos) << cut.err;
}

TEST_F(Baselines, writeKeepsAReportAndRefusesAPartialOne)
{
    keep("old.json", 20);
    EXPECT_EQ(run({"baseline", "write", "old.json", "-o", "base.json"}).exitCode, 0);
    EXPECT_EQ(readFile(folder / "base.json"), readFile(folder / "old.json"));
    EXPECT_EQ(run({"baseline", "write", "gap.csv", "-o", "base.json"}).exitCode, 2);
    EXPECT_EQ(run({"baseline", "write", "old.json"}).exitCode, 2);
    EXPECT_EQ(run({"audit", "-q", "gap.csv", "none.csv", "-o", "json=partial.json"}).exitCode, 3);
    EXPECT_EQ(run({"baseline", "write", "partial.json", "-o", "base.json"}).exitCode, 2);
    EXPECT_EQ(readFile(folder / "base.json"), readFile(folder / "old.json"));
}

TEST_F(Baselines, diffComparesTwoReports)
{
    keep("old.json", 20);
    keep("new.json", 2, false);
    const RunResult text = run({"baseline", "diff", "old.json", "new.json"});
    EXPECT_EQ(text.exitCode, 0) << text.err;
    EXPECT_NE(text.out.find("worse"), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("fixed        "), std::string::npos) << text.out;
    const json diff = json::parse(run({"baseline", "diff", "old.json", "new.json", "--json"}).out);
    EXPECT_EQ(diff.at("counts").at("fixed"), 1);
    EXPECT_FALSE(diff.at("findings").empty());
    EXPECT_EQ(run({"baseline", "diff", "old.json", "old.json"}).out,
        "nothing changed since the baseline\n");
    EXPECT_EQ(run({"baseline", "diff", "old.json", "none.json"}).exitCode, 2);
}

} // namespace
} // namespace cupel::test
