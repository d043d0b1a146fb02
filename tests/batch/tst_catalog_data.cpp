#include "tests/batch/catalog_test.h"

#include <filesystem>
#include <nlohmann/json.hpp>

namespace cupel::test {
namespace {

using CatalogData = CatalogTest;

TEST_F(CatalogData, rowsOutliveTheInputWhereItsBytesAreKept)
{
    const auto id = [&] {
        return findingsOf(jsonOf({"report", "loans", "--json"}), "data.duplicate-rows")
            .at(0)["id"]
            .get<std::string>();
    };
    ASSERT_EQ(audit().exitCode, 0);
    const RunResult rows = run({"rows", id()});
    EXPECT_EQ(linesOf(rows.out).size(), 3u) << rows.err;

    std::filesystem::rename(data, data + ".away");
    const RunResult gone = run({"rows", id()});
    EXPECT_EQ(gone.exitCode, 3);
    EXPECT_NE(gone.err.find("--keep-source"), std::string::npos) << gone.err;

    std::filesystem::rename(data + ".away", data);
    ASSERT_EQ(audit({"--keep-source"}).exitCode, 0);
    EXPECT_EQ(dataFiles().size(), 1u) << "the data file without the bytes is gone";
    std::filesystem::remove(data);
    EXPECT_EQ(run({"rows", id()}).out, rows.out);
    expectSound();
}

TEST_F(CatalogData, aBackupMakesItsDataFilesAgain)
{
    ASSERT_EQ(audit().exitCode, 0);
    write(loans(9));
    ASSERT_EQ(audit().exitCode, 0);
    const std::string id
        = findingsOf(jsonOf({"report", "loans", "--json"}), "data.duplicate-rows").at(0)["id"];
    const RunResult rows = run({"rows", id});
    EXPECT_EQ(linesOf(rows.out).size(), 9u) << rows.err;
    shelf = folder.write("backup/empty", "").parent_path();
    const std::string copy = (shelf / "bk.cupel").string();
    EXPECT_EQ(run({"catalog", "backup", copy}).exitCode, 0);
    path = copy;
    const RunResult checked = run({"catalog", "check"});
    EXPECT_EQ(checked.exitCode, 0) << checked.err;
    EXPECT_EQ(checked.out,
        "no problem found\ndisposable-file: 2 data files are not there: they are made again from "
        "their inputs when they are needed\n");
    EXPECT_EQ(jsonOf({"catalog", "check", "--json"})["sound"], true);

    const RunResult again = run({"rows", id});
    EXPECT_EQ(again.exitCode, 0) << again.err;
    EXPECT_EQ(again.out, rows.out);
    ASSERT_EQ(dataFiles().size(), 1u) << "that of the version that was asked for";
    const auto size = std::filesystem::file_size(dataFiles().front());
    std::filesystem::resize_file(dataFiles().front(), size / 2);
    EXPECT_EQ(run({"rows", id}).out, rows.out);
    EXPECT_EQ(std::filesystem::file_size(dataFiles().front()), size);
}

TEST_F(CatalogData, rowsThatCannotBeMadeAgainSayWhy)
{
    ASSERT_EQ(audit().exitCode, 0);
    const std::string id
        = findingsOf(jsonOf({"report", "loans", "--json"}), "data.duplicate-rows").at(0)["id"];
    std::filesystem::remove(dataFiles().front());
    std::string other = readFile(data);
    other[other.find("yes", other.find('\n'))] = 'Y';
    write(other);
    const RunResult changed = run({"rows", id});
    EXPECT_EQ(changed.exitCode, 3);
    EXPECT_NE(changed.err.find("was changed"), std::string::npos) << changed.err;
    EXPECT_TRUE(dataFiles().empty());
    std::filesystem::remove(data);
    const RunResult gone = run({"rows", id});
    EXPECT_EQ(gone.exitCode, 3);
    EXPECT_NE(gone.err.find("is gone"), std::string::npos) << gone.err;
}

TEST_F(CatalogData, bytesThatAreKeptAreKeptOfEachVersion)
{
    ASSERT_EQ(audit({"--keep-source"}).exitCode, 0);
    ASSERT_EQ(audit({"--null", "?"}).exitCode, 0);
    const auto datasets = jsonOf({"catalog", "list", "--json"})["datasets"];
    ASSERT_EQ(datasets.size(), 1u);
    EXPECT_EQ(datasets[0]["version"], 2) << "it was read another way";
    EXPECT_EQ(datasets[0]["keepsSource"], true);
    expectSound();
}

} // namespace
} // namespace cupel::test
