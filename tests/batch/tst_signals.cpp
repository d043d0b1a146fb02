#include "tests/batch/cupel_program.h"

#include <fstream>

namespace cupel::test {
namespace {

class Signals : public testing::Test {
protected:
    Signals()
    {
        std::ofstream file(data, std::ios::binary);
        std::string block;
        for (int i = 0; i < 40'000; ++i)
            block += std::to_string(i * 37) + ",some text " + std::to_string(i) + ",1.25\n";
        file << "a,b,c\n";
        while (file.tellp() < 300'000'000)
            file << block;
    }

    /// Run the audit on one thread, do something to it after a moment, and print its exit code and
    /// the milliseconds that it went on.
    RunResult disturbed(const std::string& action)
    {
        return runProgram({"sh", "-c",
            "\"$0\" audit \"$1\" -j1 -o json=\"$2\" & pid=$!; sleep 0.15; " + action
                + "; begin=$(date +%s%3N); wait $pid; echo $?; echo $(($(date +%s%3N) - begin))",
            cupelBinary(), data.string(), report.string()});
    }

    TempDir folder;
    std::filesystem::path data = folder / "large.csv";
    std::filesystem::path report = folder.write("report.json", "old");
};

TEST_F(Signals, interruptEndsTheRunSoonAndWritesNothing)
{
    for (const auto& [signal, code] : {std::pair{"INT", "130"}, std::pair{"TERM", "143"}}) {
        const RunResult result = disturbed("kill -" + std::string(signal) + " $pid");
        const auto lines = linesOf(result.out);
        ASSERT_EQ(lines.size(), 2u) << result.out << result.err;
        EXPECT_EQ(lines[0], code) << result.err;
        EXPECT_LT(std::stoi(lines[1]), 500);
        EXPECT_EQ(readFile(report), "old");
        EXPECT_NE(result.err.find("cupel: "), std::string::npos);
    }
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 2);
}

TEST_F(Signals, aFileThatShrinksWhileReadIs3)
{
    const RunResult result = disturbed("truncate -s 1000000 \"$1\"");
    const auto lines = linesOf(result.out);
    ASSERT_EQ(lines.size(), 2u) << result.out;
    EXPECT_EQ(lines[0], "3") << result.err;
    EXPECT_NE(result.err.find("large.csv"), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("  try: "), std::string::npos) << result.err;
}

} // namespace
} // namespace cupel::test
