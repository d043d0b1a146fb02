#include "core/pipeline/import_estimate.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <random>
#include <string>

#include "core/catalog/data_file.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using namespace pipeline;

/// Columns of all kinds, or long texts.
std::string rowsOf(int rows, bool isText)
{
    std::mt19937 random(7);
    std::string text = isText ? "id,text\n" : "id,age,score,city,flag,weight\n";
    for (int i = 0; i < rows; ++i) {
        text += std::to_string(i) + ',';
        if (isText) {
            for (int word = 0; word < 12; ++word)
                text += "word" + std::to_string(random() % 5000) + ' ';
        } else {
            text += std::to_string(17 + random() % 70) + ',' + std::to_string(random()) + ".5,city"
                + std::to_string(random() % 900) + ',' + (random() % 2 == 0 ? "yes," : "no,")
                + std::to_string(static_cast<double>(random()) / 7.0);
        }
        text += '\n';
    }
    return text;
}

TEST(ImportEstimateTest, TheCatalogGrowsByWhatIsSaid)
{
    const TempDir folder;
    for (const bool isText : {false, true}) {
        const auto path = folder.write("data.csv", rowsOf(200'000, isText)).string();
        const auto source = readers::openFile(path);
        ASSERT_TRUE(source);
        const auto preview = readers::previewCsv(*source, {}, {});
        ASSERT_TRUE(preview);
        ASSERT_FALSE(preview->isWhole);
        const ImportEstimate estimate = estimateImport(*preview);
        const auto file = readers::readCsv(*source, {}, {});
        ASSERT_TRUE(file);
        const std::string data = (folder / "data.cupeldata").string();
        ASSERT_TRUE(catalog::writeDataFile(data, *file, {}, {}, {}));
        const auto bytes = static_cast<double>(std::filesystem::file_size(data));
        EXPECT_GT(static_cast<double>(estimate.catalogBytes), bytes / 2.0) << isText;
        EXPECT_LT(static_cast<double>(estimate.catalogBytes), bytes * 2.0) << isText;
        EXPECT_GT(estimate.seconds, 0.1);
        EXPECT_LT(estimate.seconds, 10.0);
    }
}

TEST(ImportEstimateTest, ACopyOfTheSourceTakesWhatIsSaid)
{
    const TempDir folder;
    for (const int rows : {3, 200'000}) {
        const auto path = folder.write("data.csv", rowsOf(rows, true)).string();
        const auto source = readers::openFile(path);
        ASSERT_TRUE(source);
        const auto estimate = estimateKeptSource(**source);
        ASSERT_TRUE(estimate);
        const auto file = readers::readCsv(*source, {}, {});
        ASSERT_TRUE(file);
        const auto sizeOf = [&](bool keepsSource) {
            const std::string data = (folder / "data.cupeldata").string();
            EXPECT_TRUE(catalog::writeDataFile(data, *file, {}, {keepsSource}, {}));
            return static_cast<double>(std::filesystem::file_size(data));
        };
        const double grown = sizeOf(true) - sizeOf(false);
        constexpr double kPages = 131'072.0; // the file grows by pages
        EXPECT_GT(static_cast<double>(*estimate), grown * 0.8 - kPages);
        EXPECT_LT(static_cast<double>(*estimate), grown * 1.2 + kPages);
    }
    const auto empty = readers::memorySource("empty.csv", "");
    EXPECT_EQ(*estimateKeptSource(*empty), 0u);
}

TEST(ImportEstimateTest, MoreRowsTakeMore)
{
    const TempDir folder;
    double seconds = 0.0;
    std::uint64_t bytes = 0;
    for (const int rows : {1, 1'000, 100'000}) {
        const auto path = folder.write("data.csv", rowsOf(rows, false)).string();
        const auto preview = readers::previewCsv(*readers::openFile(path), {}, {});
        ASSERT_TRUE(preview);
        const ImportEstimate estimate = estimateImport(*preview);
        EXPECT_GT(estimate.seconds, seconds);
        EXPECT_GT(estimate.catalogBytes, bytes);
        seconds = estimate.seconds;
        bytes = estimate.catalogBytes;
    }
}

} // namespace
} // namespace cupel::test
