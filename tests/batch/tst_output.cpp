#include "tests/batch/cupel_program.h"

#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <unistd.h>

namespace cupel::test {
namespace {

class Output : public testing::Test {
protected:
    std::vector<std::string> filesIn(const std::filesystem::path& path)
    {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(path))
            names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }

    TempDir folder;
    std::string data = folder.write("data.csv", "a,b\n1,x\n2,y\n1,x\n").string();
};

TEST_F(Output, theReportIsOnStdoutAndTheTalkOnStderr)
{
    const RunResult summary = cupel({"audit", data});
    EXPECT_NE(summary.out.find("data.csv  3 rows, 2 columns"), std::string::npos) << summary.out;
    EXPECT_EQ(summary.err, "");
    const RunResult json = cupel({"audit", data, "-o", "json=-"});
    EXPECT_EQ(json.err, "");
    EXPECT_EQ(nlohmann::json::parse(json.out)["schema"], "cupel.report");
    EXPECT_EQ(cupel({"audit", data, "--json"}).out, json.out);
    const RunResult quiet = cupel({"audit", data, "-q"});
    EXPECT_EQ(quiet.out + quiet.err, "");
}

TEST_F(Output, neverReplacesAFileThatIsRead)
{
    const std::string before = readFile(data);
    std::filesystem::create_symlink(data, folder / "link.json");
    const std::string roles
        = folder.write("roles.json", R"({"schema": "cupel.roles", "version": 1, "columns": {}})")
              .string();
    for (const std::string& path : {data, (folder / "link.json").string(), roles}) {
        const RunResult run = cupel({"audit", data, "--roles", roles, "-o", "json=" + path});
        EXPECT_EQ(run.exitCode, 2) << path;
        EXPECT_NE(run.err.find("a file that is read"), std::string::npos) << run.err;
    }
    EXPECT_EQ(readFile(data), before);
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.json"));
    EXPECT_EQ(cupel({"audit", data, "-o", "json=/dev/null", "-o", "json=/dev/null"}).exitCode, 0);
}

TEST_F(Output, noColourAndNoProgressWithoutATerminal)
{
    const RunResult result = cupel({"audit", data, "-v", "--progress", "auto"});
    EXPECT_EQ((result.out + result.err).find('\x1b'), std::string::npos);
    EXPECT_EQ(result.err, "");
}

TEST_F(Output, fileAndSummary)
{
    const std::string path = (folder / "report.json").string();
    const RunResult result = cupel({"audit", data, "-o", "json=" + path});
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_NE(result.out, "");
    EXPECT_EQ(readFile(path), cupel({"audit", data, "--json"}).out);
    EXPECT_EQ(filesIn(folder.path()), (std::vector<std::string>{"data.csv", "report.json"}));
}

TEST_F(Output, severalReportsInOneRun)
{
    const std::string html = (folder / "r.html").string();
    const std::string csv = (folder / "r.csv").string();
    const RunResult both
        = cupel({"audit", data, "-o", "html=" + html, "-o", "md=-", "-o", "csv=" + csv});
    EXPECT_EQ(both.out.rfind("# Dataset audit: `data.csv`\n", 0), 0u) << both.out;
    EXPECT_EQ(readFile(html).rfind("<!DOCTYPE html>", 0), 0u);
    EXPECT_EQ(readFile(csv).rfind("id,rule,kind,", 0), 0u);
}

TEST_F(Output, anOldReportIsReplacedWhole)
{
    const auto path = folder.write("report.json", std::string(1'000'000, 'x'));
    std::filesystem::permissions(path, std::filesystem::perms(0640));
    EXPECT_EQ(cupel({"audit", data, "-q", "-o", "json=" + path.string()}).exitCode, 0);
    EXPECT_EQ(readFile(path), cupel({"audit", data, "--json"}).out);
    EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms(0640));
}

TEST_F(Output, aFolderThatCannotBeWrittenLeavesTheOldReport)
{
    if (geteuid() == 0)
        GTEST_SKIP() << "root may write anywhere";
    const auto path = folder.write("closed/report.json", "old");
    std::filesystem::permissions(path.parent_path(), std::filesystem::perms(0555));
    const RunResult result = cupel({"audit", data, "-o", "json=" + path.string()});
    std::filesystem::permissions(path.parent_path(), std::filesystem::perms(0755));
    EXPECT_EQ(result.exitCode, 7);
    EXPECT_NE(result.err.find(path.string()), std::string::npos);
    EXPECT_EQ(readFile(path), "old");
}

TEST_F(Output, aReaderThatLeavesEndsTheProgramQuietly)
{
    const RunResult result = runProgram(
        {"sh", "-c", "{ \"$0\" metrics list --json; echo $? >&2; } | head -c 1", cupelBinary()});
    EXPECT_EQ(result.out, "[");
    // 141 is 128 + SIGPIPE; 0 where everything fit into the pipe.
    EXPECT_TRUE(result.err == "141\n" || result.err == "0\n") << result.err;
}

TEST_F(Output, nothingInTheDataActsOnTheTerminal)
{
    const auto path = folder.write("evil.csv",
        "\x1b]0;title\x07,::error::x,b\r\nx,\x1b[2J,\xe2\x80\xaetxt\r\n"
        "x,\x1b[2J,\xe2\x80\xaetxt\r\ny,::add-mask::z,##vso[task]\r\n");
    for (const char* privacy : {"full", "masked"}) {
        const RunResult result
            = cupel({"audit", path.string(), "-v", "--privacy", privacy, "--label", "b"});
        EXPECT_EQ(result.exitCode, 0) << result.err;
        for (const char* evil : {"\x1b", "\x07", "\r", "\xe2\x80\xae"})
            EXPECT_EQ(result.out.find(evil), std::string::npos);
        for (const std::string& line : linesOf(result.out)) {
            const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
            EXPECT_NE(line.compare(begin, 2, "::"), 0) << line;
            EXPECT_NE(line.compare(begin, 2, "##"), 0) << line;
        }
    }
    const RunResult wrong = cupel({"audit", path.string(), "--label", "\x1b[31m"});
    EXPECT_EQ(wrong.exitCode, 2);
    EXPECT_EQ(wrong.err.find('\x1b'), std::string::npos);
}

TEST_F(Output, progressForPrograms)
{
    const RunResult result = cupel({"audit", data, "-q", "--progress", "json"});
    for (const std::string& line : linesOf(result.err))
        EXPECT_TRUE(nlohmann::json::accept(line)) << line;
}

} // namespace
} // namespace cupel::test
