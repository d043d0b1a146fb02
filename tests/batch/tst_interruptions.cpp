#include "tests/batch/cupel_program.h"
#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <memory>

namespace cupel::test {
namespace {

using namespace std::chrono_literals;

/// One file for all tests: 200 MB, long enough to read that one can interfere.
class Interruptions : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        shared = std::make_unique<TempDir>();
        std::string piece;
        for (int i = 0; piece.size() < 1'000'000; ++i)
            piece += std::to_string(i * 7'919) + ",text " + std::to_string(i % 9'973)
                + ",\"quoted, " + std::to_string(i * 31) + "\"\n";
        writePieces(*shared / "big.csv", 200,
            [&piece](std::size_t i) { return (i == 0 ? "a,b,c\n" : "") + piece; });
    }
    static void TearDownTestSuite() { shared.reset(); }
    static std::string big() { return (*shared / "big.csv").string(); }

    static std::unique_ptr<TempDir> shared;
    const TempDir folder;
};

std::unique_ptr<TempDir> Interruptions::shared;

std::size_t entries(const TempDir& folder)
{
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(folder.path()), {}));
}

RunOptions in(const TempDir& folder)
{
    RunOptions options;
    options.workingDir = folder.path();
    return options;
}

TEST_F(Interruptions, interruptEndsTheRunAtOnceAndWritesNothing)
{
    folder.write("old.json", "as it was");
    auto quickest = 10'000ms;
    for (int i = 0; i < 5; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        const RunResult run = shell("exec timeout --preserve-status -s INT 0.1 \"$CUPEL\" audit "
                + big() + " -j 1 -o json=new.json -o json=old.json",
            in(folder));
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now() - begin - 100ms);
        ASSERT_EQ(run.exitCode, 130) << run.err;
        EXPECT_EQ(run.out, "");
        quickest = std::min(quickest, took);
    }
    // The quickest of several, because other programs may hold the processors for a while.
    EXPECT_LE(quickest, 500ms);
    EXPECT_EQ(readFile(folder / "old.json"), "as it was");
    EXPECT_EQ(entries(folder), 1u);
}

TEST_F(Interruptions, terminateEndsTheRunToo)
{
    const RunResult run
        = shell("exec timeout --preserve-status -s TERM 0.1 \"$CUPEL\" audit " + big() + " -j 1",
            in(folder));
    EXPECT_EQ(run.exitCode, 143) << run.err;
    EXPECT_EQ(run.out, "");
}

TEST_F(Interruptions, printingThatIsKilledLeavesNothing)
{
    const std::filesystem::path cupel = cupelBinary();
    if (!std::filesystem::exists(cupel.parent_path() / "cupel-print"))
        GTEST_SKIP() << "built without cupel-print: configure with CUPEL_DESKTOP=ON";
    folder.write("small.csv", "a,b\n1,2\n");
    // Those of other programs are gone at once.
    const RunResult run = shell("ls -d /tmp/cupel-print-* >before 2>/dev/null\n"
                                "for i in 1 2 3 4 5 6 7 8 9; do for k in 2 4 6 8; do\n"
                                "timeout -s KILL 0.0$i$k $CUPEL audit small.csv -q -o pdf=r.pdf\n"
                                "done; done >/dev/null 2>&1\n"
                                "ls -d /tmp/cupel-print-* >after 2>/dev/null\n"
                                "sleep 0.2\n"
                                "ls -d $(comm -13 before after) /dev/null 2>/dev/null",
        in(folder));
    EXPECT_EQ(run.out, "/dev/null\n");
}

TEST_F(Interruptions, fileThatShrinksOrGrowsWhileItIsRead)
{
    for (const std::string change : {"truncate -s 1000000 copy.csv", "printf 1,2,3 >>copy.csv"}) {
        bool isCaught = false;
        // Where the change came before the program had opened the file, or after it had read it,
        // the run is as good as any; another moment is tried.
        for (const char* pause : {"0.05", "0.1", "0.2", "0.02", "0.3", "0.01"}) {
            const RunResult run = shell("cp " + big()
                    + " copy.csv; \"$CUPEL\" audit copy.csv -j 1 --json & pid=$!; sleep " + pause
                    + "; " + change + "; wait $pid",
                in(folder));

            ASSERT_TRUE(run.exitCode == 0 || run.exitCode == 3) << run.exitCode << run.err;
            if (run.exitCode == 0) {
                EXPECT_NO_THROW(reportOf(run));
                continue;
            }
            isCaught = true;
            EXPECT_NE(run.err.find("copy.csv: the file changed: "), std::string::npos) << run.err;
            EXPECT_NE(run.err.find("  try: wait until"), std::string::npos) << run.err;
            const auto report = reportOf(run);
            EXPECT_TRUE(report.at("datasets").empty());
            EXPECT_EQ(report.at("run").at("partial"), true);
            break;
        }
        EXPECT_TRUE(isCaught) << change;
    }
}

TEST_F(Interruptions, outputThatCannotBeWrittenLeavesTheOldFile)
{
    folder.write("t.csv", "a,b\n1,2\n");
    std::filesystem::create_directory(folder / "folder");
    for (const char* target : {"missing/r.json", "folder", "t.csv/r.json"}) {
        const RunResult run
            = cupel({"audit", "t.csv", "-o", std::string("json=") + target}, in(folder));
        EXPECT_EQ(run.exitCode, 7) << target;
        EXPECT_NE(run.err.find(std::string("cupel: ") + target), std::string::npos) << run.err;
        EXPECT_NE(run.err.find("cannot be written: "), std::string::npos) << run.err;
        EXPECT_NE(run.err.find("\n  try: "), std::string::npos) << run.err;
        EXPECT_NE(run.out.find("t.csv  1 row, 2 columns"), std::string::npos) << run.out;
    }
    EXPECT_EQ(entries(folder), 2u);
    EXPECT_TRUE(std::filesystem::is_empty(folder / "folder"));
}

TEST_F(Interruptions, fullDiskIsIncompleteNotSilent)
{
    if (!std::filesystem::exists("/dev/full"))
        GTEST_SKIP() << "this system has no /dev/full";
    folder.write("t.csv", "a,b\n1,2\n");
    const RunResult toFile = cupel({"audit", "t.csv", "-o", "json=/dev/full"}, in(folder));
    EXPECT_EQ(toFile.exitCode, 7) << toFile.err;
    EXPECT_NE(toFile.err.find("No space left"), std::string::npos) << toFile.err;
    const RunResult toStdout = shell("\"$CUPEL\" audit t.csv >/dev/full", in(folder));
    EXPECT_EQ(toStdout.exitCode, 7) << toStdout.err;
    EXPECT_NE(toStdout.err.find("No space left"), std::string::npos) << toStdout.err;
}

} // namespace
} // namespace cupel::test
