#include "tests/support/run_program.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <csignal>
#include <filesystem>

namespace cupel::test {
namespace {

RunResult shell(const std::string& script, const RunOptions& options = {})
{
    return runProgram({"sh", "-c", script}, options);
}

TEST(RunProgram, keepsOutputErrorAndExitCodeApart)
{
    const RunResult result = shell("echo talk >&2; printf 'two\\nlines'; exit 7");
    EXPECT_EQ(result.out, "two\nlines");
    EXPECT_EQ(result.err, "talk\n");
    EXPECT_EQ(result.exitCode, 7);
    EXPECT_EQ(result.signal, 0);
    EXPECT_FALSE(result.timedOut);
}

TEST(RunProgram, standardInputIsEmpty)
{
    EXPECT_EQ(shell("cat; echo end").out, "end\n");
}

TEST(RunProgram, moreOutputThanAPipeHolds)
{
    const RunResult result = shell("head -c 3000000 /dev/zero; head -c 1000000 /dev/zero >&2");
    EXPECT_EQ(result.out.size(), 3000000u);
    EXPECT_EQ(result.err.size(), 1000000u);
}

TEST(RunProgram, tellsSignalsFromExits)
{
    const RunResult result = shell("kill -TERM $$");
    EXPECT_EQ(result.signal, SIGTERM);
    EXPECT_EQ(result.exitCode, -1);
}

TEST(RunProgram, killsWhatOutlivesTheTimeout)
{
    RunOptions options;
    options.timeout = std::chrono::milliseconds(100);
    const RunResult result = runProgram({"sleep", "60"}, options);
    EXPECT_TRUE(result.timedOut);
    EXPECT_EQ(result.signal, SIGKILL);
}

TEST(RunProgram, aProgramThatDoesNotExist)
{
    const RunResult result = runProgram({"cupel-no-such-program"});
    EXPECT_EQ(result.exitCode, 127);
    EXPECT_NE(result.err.find("cupel-no-such-program"), std::string::npos);
}

TEST(RunProgram, folderAndEnvironment)
{
    const TempDir folder;
    RunOptions options;
    options.workingDir = folder.path();
    options.environment["CUPEL_WORD"] = "assay";
    EXPECT_EQ(shell("pwd -P; echo $CUPEL_WORD", options).out,
        std::filesystem::canonical(folder.path()).string() + "\nassay\n");
}

TEST(TempDir, isDeletedWithItsFiles)
{
    std::filesystem::path path;
    {
        const TempDir folder;
        path = folder.write("sub/data.csv", std::string_view("a\0b", 3));
        EXPECT_EQ(readFile(path), std::string("a\0b", 3));
    }
    EXPECT_FALSE(std::filesystem::exists(path));
    EXPECT_FALSE(std::filesystem::exists(path.parent_path().parent_path()));
    EXPECT_ANY_THROW(readFile(path));
}

} // namespace
} // namespace cupel::test
