#include "core/catalog/catalog.h"

#include <gtest/gtest.h>

#include "tests/core/catalog/catalog_samples.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using namespace catalog;
using base::ErrorCode;

constexpr std::int64_t kDay = 86'400;

class RemovalTest : public testing::Test {
protected:
    RemovalTest()
        : m_catalog(*Catalog::open((m_folder / "catalog").string(), Catalog::Missing::Create))
    {
    }
    std::int64_t add(const std::string& name, const std::string& dataFile = "")
    {
        Import import = sampleImport(name);
        if (!dataFile.empty())
            import.dataFile = DataFileRef{dataFile, false};
        return m_catalog.addImport(import, moment())->version;
    }
    std::vector<std::string> names()
    {
        std::vector<std::string> names;
        const auto datasets = m_catalog.datasets();
        for (const DatasetSummary& summary : *datasets)
            names.push_back(summary.dataset.name);
        return names;
    }
    std::vector<std::string> problems(const std::vector<std::string>& files = {})
    {
        return problemsOf(m_catalog, files);
    }

    TempDir m_folder;
    Catalog m_catalog;
};

using Names = std::vector<std::string>;

TEST_F(RemovalTest, WhatIsRemovedCanBeRestored)
{
    const std::int64_t version = add("adult");
    add("loans");
    ASSERT_TRUE(m_catalog.addRun(sampleRun({version})));
    const auto removed = m_catalog.remove("adult", moment(5));
    EXPECT_EQ(removed->removedAt, moment(5));
    EXPECT_EQ(names(), Names{"loans"});
    EXPECT_EQ(m_catalog.version("adult").error().code, ErrorCode::Usage);
    EXPECT_EQ(m_catalog.remove("adult", moment()).error().code, ErrorCode::Usage);
    EXPECT_EQ(m_catalog.finding("f-1-failed").error().code, ErrorCode::Usage);
    EXPECT_EQ(m_catalog.removedDatasets()->front().name, "adult");

    EXPECT_EQ(m_catalog.restore("adult", moment(6))->name, "adult");
    EXPECT_EQ(names(), (Names{"adult", "loans"}));
    EXPECT_EQ(m_catalog.runs(version)->size(), 1U);
    EXPECT_TRUE(m_catalog.finding("f-1-failed"));
    EXPECT_EQ(m_catalog.restore("adult", moment(7)).error().code, ErrorCode::Usage);
    EXPECT_TRUE(problems().empty());
}

TEST_F(RemovalTest, ANameThatIsTakenMeanwhileGivesWay)
{
    add("adult");
    ASSERT_TRUE(m_catalog.remove("adult", moment(1)));
    Import other = sampleImport("adult");
    other.path = "/elsewhere/adult.csv";
    EXPECT_EQ(m_catalog.addImport(other, moment(2))->name, "adult");
    EXPECT_EQ(m_catalog.restore("adult", moment(3))->name, "adult_2");
    EXPECT_EQ(m_catalog.dataset("adult_2")->path, "/data/adult.csv");
    EXPECT_EQ(m_catalog.events()->back().before, R"({"name":"adult"})");
    EXPECT_EQ(m_catalog.events()->back().after, R"({"name":"adult_2"})");
}

TEST_F(RemovalTest, AFileIsOneDatasetInUseAtATime)
{
    const std::int64_t before = add("adult");
    ASSERT_TRUE(m_catalog.remove("adult", moment(1)));
    EXPECT_NE(add("adult"), before);
    const auto refused = m_catalog.restore("adult", moment(3));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Usage);
    ASSERT_TRUE(m_catalog.remove("adult", moment(4)));
    // The one that was removed last comes back.
    EXPECT_EQ(m_catalog.restore("adult", moment(5))->id, 2);
}

TEST_F(RemovalTest, AfterThirtyDaysItIsGoneForGood)
{
    const std::int64_t adult = add("adult", "a.cupeldata");
    const std::int64_t loans = add("loans", "l.cupeldata");
    add("copy", "a.cupeldata");
    const std::int64_t alone = *m_catalog.addRun(sampleRun({adult}, 1));
    const std::int64_t shared = *m_catalog.addRun(sampleRun({adult, loans}, 2));
    ASSERT_TRUE(m_catalog.remove("adult", moment()));
    ASSERT_TRUE(m_catalog.remove("loans", moment(2 * kDay)));

    EXPECT_TRUE(m_catalog.purge(moment(30 * kDay))->names.empty());
    const auto purged = m_catalog.purge(moment(30 * kDay + 1));
    EXPECT_EQ(purged->names, Names{"adult"});
    // Another dataset has the same data file.
    EXPECT_TRUE(purged->dataFiles.empty());
    EXPECT_EQ(m_catalog.restore("adult", moment(31 * kDay)).error().code, ErrorCode::Usage);
    EXPECT_EQ(exported(m_catalog).find("/data/adult.csv"), std::string::npos);

    EXPECT_TRUE(m_catalog.runs(adult)->empty());
    EXPECT_TRUE(m_catalog.metrics(alone)->empty());
    ASSERT_EQ(m_catalog.runs(loans)->size(), 1U);
    EXPECT_FALSE(m_catalog.runs(loans)->front().hasArchive);
    EXPECT_EQ(m_catalog.archive(shared).error().code, ErrorCode::Catalog);
    EXPECT_FALSE(*m_catalog.runOf("key-2"));
    EXPECT_EQ(m_catalog.findings(shared)->size(), 3U);
    EXPECT_EQ(m_catalog.metrics(shared)->size(), 2U);
    EXPECT_TRUE(problems({"a.cupeldata", "l.cupeldata"}).empty());

    const auto rest = m_catalog.purge(moment(40 * kDay));
    EXPECT_EQ(rest->names, Names{"loans"});
    EXPECT_EQ(rest->dataFiles, Names{"l.cupeldata"});
    EXPECT_EQ(names(), Names{"copy"});
    EXPECT_EQ(m_catalog.events()->back().what, "purge");
    EXPECT_EQ(m_catalog.events()->back().name, "loans");
}

TEST_F(RemovalTest, IdsAreNeverUsedTwice)
{
    const std::int64_t version = add("adult");
    ASSERT_TRUE(m_catalog.remove("adult", moment()));
    ASSERT_TRUE(m_catalog.purge(moment(31 * kDay)));
    EXPECT_GT(add("adult"), version);
}

TEST_F(RemovalTest, TheCheckComparesWithTheFolder)
{
    add("adult", "a.cupeldata");
    EXPECT_EQ(problems({"b.cupeldata"}),
        (Names{"disposable-file: 1 data file is not there: it is made again from its input when it "
               "is needed",
            "unused-file: the data file \"b.cupeldata\" belongs to no version"}));
    add("loans", "l.cupeldata");
    add("copy", "a.cupeldata");
    EXPECT_EQ(problems(),
        Names{"disposable-file: 2 data files are not there: they are made again from their inputs "
              "when they are needed"});
    const std::int64_t kept = add("kept");
    ASSERT_TRUE(m_catalog.setDataFile(kept, catalog::DataFileRef{"k.cupeldata", true}));
    EXPECT_EQ(problems({"a.cupeldata", "l.cupeldata"}),
        Names{"missing-file: 1 data file that keeps the bytes of its input is not there"});
}

TEST_F(RemovalTest, NoNameStandsForAVersionOfAnother)
{
    add("loans");
    add("loans@2");
    add("at@home");
    EXPECT_EQ(names(), (Names{"at@home", "loans", "loans_2"}));
    EXPECT_EQ(m_catalog.version("loans@2").error().code, ErrorCode::Usage);
    EXPECT_EQ(m_catalog.version("loans_2@1")->number, 1);
}

TEST_F(RemovalTest, OfOneNameEachIsRestoredByItsId)
{
    add("adult");
    ASSERT_TRUE(m_catalog.remove("adult", moment()));
    add("adult");
    ASSERT_TRUE(m_catalog.remove("adult", moment(1)));
    const auto removed = *m_catalog.removedDatasets();
    ASSERT_EQ(removed.size(), 2U);
    EXPECT_EQ(m_catalog.restoreOfId(removed.back().id, moment(2))->id, removed.back().id);
    EXPECT_EQ(m_catalog.restoreOfId(removed.back().id, moment(3)).error().code, ErrorCode::Usage);
    EXPECT_EQ(m_catalog.removedDatasets()->front().id, removed.front().id);
}

TEST_F(RemovalTest, TheCheckFindsWhatDoesNotAgree)
{
    const std::int64_t version = add("adult");
    catalog::Run run = sampleRun({version});
    run.info.verdict.errors = 2;
    ASSERT_TRUE(m_catalog.addRun(run));
    EXPECT_EQ(problems(),
        Names{"counts: run 1 counts 2 errors, 0 warnings, 0 notes, 1 reviews, 0 open and 1 waived "
              "findings, but has others"});
    const auto database = Database::open(m_catalog.path(), Access::Write, FileFormat());
    ASSERT_TRUE(database->script("UPDATE run SET errors = 1; UPDATE version SET number = 3;"
                                 " DELETE FROM column_info WHERE position = 0;"));
    EXPECT_EQ(problems(),
        (Names{"counts: the versions of the dataset \"adult\" are not numbered from 1 to 1",
            "counts: the columns of version 3 of the dataset \"adult\" are not numbered without "
            "gaps"}));
    ASSERT_TRUE(database->script("PRAGMA foreign_keys = OFF; DELETE FROM version;"));
    const Names found = problems();
    EXPECT_NE(std::find(found.begin(), found.end(), "counts: the dataset \"adult\" has no version"),
        found.end());
    EXPECT_NE(
        std::find(found.begin(), found.end(),
            "reference: row 1 of the table role belongs to a row of version that is not there"),
        found.end());
}

} // namespace
} // namespace cupel::test
