#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <string>
#include <thread>

#include "core/catalog/catalog.h"
#include "core/catalog/review.h"
#include "core/catalog/schema.h"
#include "tests/core/catalog/catalog_samples.h"
#include "tests/core/catalog/child_process.h"
#include "tests/support/effort.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using namespace catalog;
using base::ErrorCode;

/// What a later version could do: a table more, a column more, a table made anew with its rows.
constexpr std::string_view kStep = R"sql(
CREATE TABLE comment (id INTEGER PRIMARY KEY, dataset INTEGER NOT NULL REFERENCES dataset (id), text TEXT NOT NULL) STRICT;
ALTER TABLE role ADD COLUMN origin TEXT NOT NULL DEFAULT 'given';
CREATE TABLE new_dataset (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  path BLOB NOT NULL,
  added_at TEXT NOT NULL,
  removed_at TEXT,
  title TEXT NOT NULL
) STRICT;
INSERT INTO new_dataset SELECT id, name, path, added_at, removed_at, name FROM dataset;
DROP TABLE dataset;
ALTER TABLE new_dataset RENAME TO dataset;
CREATE UNIQUE INDEX dataset_name ON dataset (name) WHERE removed_at IS NULL;
)sql";

class MigrationTest : public testing::Test {
protected:
    MigrationTest()
        : m_versions{catalogFormat().versions[0], catalogFormat().versions[1], kStep}
        , m_next(catalogFormat())
    {
        m_next.versions = m_versions;
    }
    std::string path(const std::string& name = "catalog") const
    {
        return (m_folder / name).string();
    }
    void make(int datasets) const
    {
        Catalog catalog = valueOf(Catalog::open(path(), Catalog::Missing::Create));
        for (int i = 0; i < datasets; ++i) {
            const Imported imported
                = valueOf(catalog.addImport(sampleImport("set" + std::to_string(i)), moment()));
            valueOf(catalog.addRun(sampleRun({imported.version}, i)));
            valueOf(catalog.changeReview(
                imported.dataset, {"comment", "f-1", R"({"text":"seen"})", "Ada", moment()}));
        }
    }
    std::int64_t versionOf(const std::string& file) const
    {
        return *valueOf(
            valueOf(Database::open(file, Access::Read, m_next)).integer("PRAGMA user_version"));
    }

    TempDir m_folder;
    std::array<std::string_view, 3> m_versions;
    FileFormat m_next;
};

TEST_F(MigrationTest, AnEarlierVersionIsConvertedAfterABackup)
{
    make(3);
    const std::string before = exported(valueOf(Catalog::open(path(), Catalog::Missing::Fail)));
    {
        const Catalog next = valueOf(Catalog::openAs(m_next, path(), Catalog::Missing::Fail));
        EXPECT_EQ(problemsOf(next), std::vector<std::string>());
        EXPECT_EQ(valueOf(next.datasets()).size(), 3U);
        EXPECT_EQ(valueOf(next.contents(1)).columns.size(), 3U);
        EXPECT_EQ(valueOf(next.findings(1)).size(), 3U);
        EXPECT_EQ(valueOf(next.review(1)).size(), 1U);
    }
    EXPECT_EQ(versionOf(path()), 3);
    // This program refuses it now, and can go on with the backup.
    EXPECT_FALSE(Catalog::open(path(), Catalog::Missing::Fail));
    EXPECT_EQ(
        exported(valueOf(Catalog::open(path("catalog.v2.bak"), Catalog::Missing::Fail))), before);
    // Opening it again converts nothing.
    valueOf(Catalog::openAs(m_next, path(), Catalog::Missing::Fail));
    EXPECT_FALSE(std::filesystem::exists(path("catalog.v2-2.bak")));
}

TEST_F(MigrationTest, WhatWasConvertedIsWhatAFreshOneHolds)
{
    make(2);
    const std::string converted
        = exported(valueOf(Catalog::openAs(m_next, path(), Catalog::Missing::Fail)));
    std::filesystem::remove(path());
    {
        Catalog fresh = valueOf(Catalog::openAs(m_next, path(), Catalog::Missing::Create));
        const auto database = valueOf(Database::open(path(), Access::Write, m_next));
        ASSERT_TRUE(
            database.script("INSERT INTO comment (dataset, text) SELECT id, '' FROM dataset"));
    }
    EXPECT_EQ(versionOf(path()), 3);
    EXPECT_NE(converted.find("\"title\": \"set1\""), std::string::npos);
    EXPECT_NE(converted.find("\"origin\": \"given\""), std::string::npos);
}

TEST_F(MigrationTest, ABackupThatIsThereIsKept)
{
    make(1);
    m_folder.write("catalog.v2.bak", "precious");
    valueOf(Catalog::openAs(m_next, path(), Catalog::Missing::Fail));
    EXPECT_EQ(readFile(path("catalog.v2.bak")), "precious");
    EXPECT_TRUE(Catalog::open(path("catalog.v2-2.bak"), Catalog::Missing::Fail));
}

TEST_F(MigrationTest, AStepThatFailsLeavesTheEarlierVersion)
{
    make(2);
    const std::string before = exported(valueOf(Catalog::open(path(), Catalog::Missing::Fail)));
    for (const std::string_view step :
        {std::string_view("CREATE TABLE more (a INTEGER) STRICT; INSERT INTO nowhere VALUES (1);"),
            // Rows that refer to nothing.
            std::string_view("DELETE FROM dataset WHERE id = 1;")}) {
        m_versions.back() = step;
        const auto opened = Catalog::openAs(m_next, path(), Catalog::Missing::Fail);
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().code, ErrorCode::Catalog);
        EXPECT_EQ(exported(valueOf(Catalog::open(path(), Catalog::Missing::Fail))), before);
    }
}

TEST_F(MigrationTest, AProcessThatDiesInTheMiddleLeavesOneOfBoth)
{
    make(30);
    const std::string first = readFile(path());
    const std::string before = exported(valueOf(Catalog::open(path(), Catalog::Missing::Fail)));
    const auto startConverting = [&] {
        for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
            std::filesystem::remove(entry.path());
        m_folder.write("catalog", first);
        return startChild(
            [&] { return Catalog::openAs(m_next, path(), Catalog::Missing::Fail) ? 0 : 1; });
    };
    const auto begin = std::chrono::steady_clock::now();
    ASSERT_EQ(endOf(startConverting()), 0);
    const auto whole = std::chrono::steady_clock::now() - begin;

    int converted = 0;
    const auto rounds = static_cast<int>(effort(40));
    for (int i = 0; i < rounds; ++i) {
        const pid_t child = startConverting();
        std::this_thread::sleep_for(whole * (i * i) / (rounds * rounds) * 5 / 4);
        kill(child, SIGKILL);
        EXPECT_NE(endOf(child), 1);
        const std::int64_t version = versionOf(path());
        if (version == 2) {
            EXPECT_EQ(exported(valueOf(Catalog::open(path(), Catalog::Missing::Fail))), before);
        }
        {
            const Catalog next = valueOf(Catalog::openAs(m_next, path(), Catalog::Missing::Fail));
            EXPECT_EQ(problemsOf(next), std::vector<std::string>());
            EXPECT_EQ(valueOf(next.datasets()).size(), 30U);
        }
        converted += version == 3 ? 1 : 0;
        // Whatever has the name of a backup is one.
        for (const auto& entry : std::filesystem::directory_iterator(m_folder.path())) {
            if (entry.path().extension() == ".bak") {
                EXPECT_EQ(
                    exported(valueOf(Catalog::open(entry.path().string(), Catalog::Missing::Fail))),
                    before);
            }
        }
    }
    std::printf("%d of %d were converted when they were killed\n", converted, rounds);
}

TEST_F(MigrationTest, SeveralProgramsConvertOnce)
{
    make(10);
    std::array<pid_t, 4> children{};
    for (pid_t& child : children) {
        child = startChild([&] {
            const Catalog next = valueOf(Catalog::openAs(m_next, path(), Catalog::Missing::Fail));
            return valueOf(next.datasets()).size() == 10 ? 0 : 1;
        });
    }
    for (const pid_t child : children)
        EXPECT_EQ(endOf(child), 0);
    EXPECT_TRUE(std::filesystem::exists(path("catalog.v2.bak")));
    EXPECT_FALSE(std::filesystem::exists(path("catalog.v2-2.bak")));
}

TEST_F(MigrationTest, TheFirstVersionLosesNothing)
{
    FileFormat first = catalogFormat();
    first.versions = first.versions.first(1);
    const auto fill = [this](const FileFormat& format, const std::string& name) {
        Catalog catalog = valueOf(Catalog::openAs(format, path(name), Catalog::Missing::Create));
        RandomRecords random(20270331);
        for (int i = 0; i < 20; ++i) {
            const Imported imported = valueOf(catalog.addImport(random.import(), moment(i)));
            valueOf(catalog.addRun(random.run({imported.version})));
        }
        valueOf(catalog.addImport(sampleImport("removed"), moment(30)));
        valueOf(catalog.remove("removed", moment(31)));
    };
    fill(first, "old");
    fill(catalogFormat(), "fresh");
    ASSERT_EQ(versionOf(path("old")), 1);

    Catalog converted = valueOf(Catalog::open(path("old"), Catalog::Missing::Fail));
    EXPECT_EQ(versionOf(path("old")), 2);
    EXPECT_EQ(exported(converted),
        exported(valueOf(Catalog::open(path("fresh"), Catalog::Missing::Fail))));
    valueOf(converted.changeReview(1, {"comment", "f-1", R"({"text":"seen"})", "Ada", moment()}));
    EXPECT_EQ(valueOf(converted.review(1)).size(), 1U);
    EXPECT_EQ(versionOf(path("old.v1.bak")), 1);
}

} // namespace
} // namespace cupel::test
