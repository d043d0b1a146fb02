#include "app/batch/print_process.h"

#include <gtest/gtest.h>

#include <csignal>
#include <sys/resource.h>

#include "tests/support/temp_dir.h"

namespace cupel::batch {
namespace {

const reports::PrivacyView kMasked(reports::Privacy::Masked);

TEST(PrintProcess, aProgramThatHangsIsEndedAndLeavesTheOldFile)
{
    const test::TempDir folder;
    const auto program = folder.write("print", "#!/bin/sh\nsleep 50\n");
    std::filesystem::permissions(program, std::filesystem::perms(0755));
    const std::string pdf = folder.write("r.pdf", "old").string();
    Printing printing;
    EXPECT_EQ(printing.timeLimit, std::chrono::minutes(2));
    printing.program = program.string();
    printing.paper = "a4";
    printing.timeLimit = std::chrono::milliseconds(300);
    const auto written = writePdf(pdf, reports::Page(), kMasked, printing);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, base::ErrorCode::OutputFailed);
    EXPECT_EQ(written.error().where.file, pdf);
    EXPECT_NE(written.error().message.find("cupel-print took more than"), std::string::npos);
    EXPECT_NE(written.error().hint.find("html"), std::string::npos);
    EXPECT_EQ(test::readFile(pdf), "old");
}

TEST(PrintProcess, aLimitOfThisProcessIsNoFaultOfTheProgram)
{
    std::signal(SIGXFSZ, SIG_IGN); // as catchSignals() does
    rlimit before{};
    ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const rlimit small{8, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    Printing printing;
    printing.program = "/bin/true";
    const auto written = writePdf("-", reports::Page(), kMasked, printing);
    ::setrlimit(RLIMIT_FSIZE, &before);
    ASSERT_FALSE(written);
    EXPECT_NE(written.error().message.find("File too large"), std::string::npos);
    EXPECT_NE(written.error().hint.find("html"), std::string::npos);
}

TEST(PrintProcess, nothingIsLookedForWhereNothingIsPrinted)
{
    const auto printing = printingTo({}, "");
    ASSERT_TRUE(printing);
    EXPECT_EQ(printing->program, "");
    EXPECT_EQ(printingTo({}, "a4").error().code, base::ErrorCode::Usage);
    EXPECT_EQ(printingTo({"r.pdf"}, "a3").error().code, base::ErrorCode::Usage);
    // There is no cupel-print beside the program of a test.
    EXPECT_EQ(printingTo({"r.pdf"}, "").error().code, base::ErrorCode::OutputFailed);
}

} // namespace
} // namespace cupel::batch
