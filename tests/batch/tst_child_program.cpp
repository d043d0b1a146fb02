#include "app/batch/child_program.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

#include "tests/support/process_state.h"

namespace cupel::batch {
namespace {

using namespace std::chrono_literals;
using How = ChildEnd::How;

ChildProgram script(const std::string& text)
{
    return {{"/bin/sh", "-c", text}, {"PATH=/usr/bin:/bin"}, 20s, 1'000'000};
}

ChildEnd run(const ChildProgram& program, std::string_view input = {})
{
    const std::atomic<bool> never = false;
    return runChild(program, input, never);
}

/// How long something took.
template <typename Do> std::chrono::milliseconds timeOf(const Do& act)
{
    const auto begin = std::chrono::steady_clock::now();
    act();
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - begin);
}

TEST(ChildProgram, takesATextAndGivesWhatItWrites)
{
    const ChildEnd end = run(script("cat; echo talk >&2; exit 7"), "a\nb");
    EXPECT_EQ(end.how, How::Exited);
    EXPECT_EQ(end.number, 7);
    EXPECT_EQ(end.out, "a\nb");
    EXPECT_EQ(end.err, "talk\n");
}

/// Far more than pipes hold, in both directions and on both outputs.
TEST(ChildProgram, muchTextStopsNeitherSide)
{
    const std::string input(8'000'000, 'x');
    ChildProgram program
        = script("head -c 5000000 /dev/zero >&2; cat; head -c 5000000 /dev/zero >&2");
    program.mostOutput = input.size();
    const ChildEnd end = run(program, input);
    EXPECT_EQ(end.how, How::Exited);
    EXPECT_TRUE(end.out == input);
    EXPECT_EQ(end.err.size(), 8'192u);
}

TEST(ChildProgram, aTextThatIsNotReadHarmsNobody)
{
    const ChildEnd end = run(script("echo done"), std::string(5'000'000, 'x'));
    EXPECT_EQ(end.how, How::Exited);
    EXPECT_EQ(end.out, "done\n");
}

TEST(ChildProgram, getsNothingButWhatItIsGiven)
{
    const int leaked = ::open("/dev/null", O_RDONLY);
    ASSERT_EQ(::setenv("CUPEL_TEST_SECRET", "canary", 1), 0);
    const ChildEnd end = run(script("pwd; env; ls /proc/self/fd | wc -l; trap"));
    ::close(leaked);
    EXPECT_EQ(end.out.find("canary"), std::string::npos);
    EXPECT_EQ(end.out.substr(0, 2), "/\n");
    EXPECT_NE(end.out.find("PATH=/usr/bin:/bin\n"), std::string::npos);
    // Its three, and the one with which the folder is read.
    EXPECT_EQ(end.out.substr(end.out.size() - 2), "4\n") << end.out;
}

TEST(ChildProgram, signalsThatAreIgnoredHereAreNotThere)
{
    const auto before = std::signal(SIGINT, SIG_IGN);
    const ChildEnd end = run(script("kill -INT $$; echo survived"));
    std::signal(SIGINT, before);
    EXPECT_EQ(end.how, How::Signalled);
    EXPECT_EQ(end.number, SIGINT);
    EXPECT_EQ(end.out, "");
}

TEST(ChildProgram, thatIsNotThereDoesNotStart)
{
    const ChildEnd end = run({{"/nonexistent/program"}, {}, 20s, 10});
    EXPECT_EQ(end.how, How::NotStarted);
    EXPECT_EQ(end.number, ENOENT);
}

TEST(ChildProgram, isEndedAtTheLimitWithWhatItStarted)
{
    // It waits; it has closed its outputs; what it started has its outputs, and it waits or not.
    for (const char* text : {"sleep 50 & echo $!; wait", "sleep 50 & echo $!; exec >&- 2>&-; wait",
             "sleep 50 & echo $!", "trap '' TERM INT; sleep 50 & echo $!; wait"}) {
        ChildProgram program = script(text);
        program.timeLimit = 300ms;
        ChildEnd end;
        const auto took = timeOf([&] { end = run(program); });
        EXPECT_EQ(end.how, How::TimedOut) << text;
        EXPECT_LT(took, 10s) << text;
        for (int i = 0; i < 200 && test::isRunning(end.out); ++i)
            std::this_thread::yield();
        EXPECT_FALSE(test::isRunning(end.out)) << text;
    }
}

TEST(ChildProgram, isEndedWhereItWritesTooMuch)
{
    const ChildEnd end = run(script("yes"));
    EXPECT_EQ(end.how, How::WroteTooMuch);
    EXPECT_LE(end.out.size(), 1'000'001u);
    EXPECT_EQ(run(script("head -c 1000000 /dev/zero")).how, How::Exited);
}

TEST(ChildProgram, isEndedWhereThePersonCancels)
{
    std::atomic<bool> cancel = false;
    ChildEnd end;
    const auto took = timeOf([&] {
        std::thread person([&cancel] { cancel = true; });
        end = runChild(script("sleep 50"), {}, cancel);
        person.join();
    });
    EXPECT_EQ(end.how, How::Cancelled);
    EXPECT_LT(took, 10s);
}

} // namespace
} // namespace cupel::batch
