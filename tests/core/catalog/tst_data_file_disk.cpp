#include <gtest/gtest.h>

#include "core/catalog/data_file.h"
#include "tests/core/catalog/failing_files.h"
#include "tests/core/catalog/support/data_file_folder.h"
#include "tests/core/catalog/support/same_file.h"
#include "tests/support/effort.h"

namespace cupel::catalog {
namespace {

using base::ErrorCode;
using test::FailingFiles;

class DataFileDisk : public testing::TestWithParam<FailingFiles::For> { };

TEST_P(DataFileDisk, EveryCallOfWritingMayFail)
{
    const test::DataFileFolder folder;
    const readers::CsvFile before = test::readText("a\n1\n");
    const readers::CsvFile after = test::readText(test::manyKinds(), test::manyKindsOptions());
    ASSERT_TRUE(folder.write(before));
    FailingFiles files;
    const int step = test::effort(5) == 5 ? 3 : 10;
    std::size_t failed = 0;
    for (int call = 1;; call += step) {
        files.failAt(call, GetParam());
        const auto written = folder.write(after, {}, true);
        if (!files.stop())
            break;
        SCOPED_TRACE("call " + std::to_string(call));
        if (!written) {
            EXPECT_EQ(written.error().code, ErrorCode::Catalog) << written.error().message;
            EXPECT_EQ(written.error().where.file, folder.path());
            EXPECT_FALSE(written.error().hint.empty());
            ++failed;
        }
        EXPECT_EQ(folder.names(), std::vector<std::string>{"table.cupeldata"});
        const auto loaded = folder.load();
        ASSERT_TRUE(loaded) << loaded.error().message;
        ASSERT_TRUE(test::isSameFile(loaded->file, written ? after : before));
        ASSERT_TRUE(folder.write(before));
    }
    EXPECT_GT(failed, 10u);
}

INSTANTIATE_TEST_SUITE_P(
    Failures, DataFileDisk, testing::Values(FailingFiles::For::Once, FailingFiles::For::Ever));

} // namespace
} // namespace cupel::catalog
