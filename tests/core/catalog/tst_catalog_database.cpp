#include "core/catalog/database.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include <sys/stat.h>
#include <unistd.h>

#include "core/catalog/new_file.h"
#include "tests/core/catalog/catalog_samples.h"
#include "tests/core/catalog/child_process.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using namespace catalog;
using base::ErrorCode;

constexpr std::string_view kTables[]
    = {"CREATE TABLE t (i INTEGER, x ANY, s TEXT, b BLOB) STRICT;"};
constexpr FileFormat kFormat{0x54455354, "file", "make it again", kTables};

TEST(DatabaseTest, ValuesAreWhatWasBound)
{
    const auto database = valueOf(Database::inMemory(kFormat, 1));
    using Limits = std::numeric_limits<double>;
    const std::string withNul("a\0b", 3);
    for (const double number : {0.0, -0.0, 1.5, 3.0, Limits::infinity(), -Limits::infinity(),
             Limits::quiet_NaN(), Limits::denorm_min(), Limits::max()}) {
        ASSERT_TRUE(database.run("DELETE FROM t"));
        ASSERT_TRUE(database.run(
            "INSERT INTO t VALUES (?, ?, ?, ?)", INT64_MIN, number, withNul, Bytes{withNul}));
        auto row = valueOf(database.prepare("SELECT i, x, s, b, NULL FROM t"));
        row.start();
        ASSERT_TRUE(valueOf(row.next()));
        EXPECT_EQ(row.integer(0), INT64_MIN);
        EXPECT_EQ(std::signbit(row.number(1)), std::signbit(number));
        EXPECT_TRUE(row.number(1) == number || (std::isnan(number) && std::isnan(row.number(1))));
        EXPECT_EQ(row.text(2), withNul);
        EXPECT_EQ(row.bytes(3), withNul);
        EXPECT_TRUE(row.isNull(4));
        EXPECT_FALSE(valueOf(row.next()));
    }
    // Empty is not NULL.
    ASSERT_TRUE(database.run("DELETE FROM t"));
    ASSERT_TRUE(database.run("INSERT INTO t VALUES (?, ?, ?, ?)", std::optional<int>(), nullptr,
        std::string_view(), Bytes{}));
    EXPECT_EQ(*valueOf(database.integer(
                  "SELECT count(*) FROM t WHERE i IS NULL AND x IS NULL AND s = '' AND b = x''")),
        1);
}

TEST(DatabaseTest, WhatCannotBeBoundIsAnError)
{
    const auto database = valueOf(Database::inMemory(kFormat, 1));
    EXPECT_FALSE(
        database.run("INSERT INTO t (i) VALUES (?)", std::numeric_limits<std::uint64_t>::max()));
    EXPECT_EQ(database.run("INSERT INTO t (i) VALUES (?)").error().code, ErrorCode::Internal);
    EXPECT_FALSE(database.run("INSERT INTO t (i) VALUES (?)", 1, 2));
    EXPECT_FALSE(database.run("INSERT INTO t (i) VALUES (?)", "text"));
    EXPECT_EQ(*valueOf(database.integer("SELECT count(*) FROM t")), 0);
}

TEST(DatabaseTest, AConnectionIsHardened)
{
    const TempDir folder;
    const std::string path = (folder / "file").string();
    runSql(path,
        "CREATE TABLE t (a); INSERT INTO t VALUES (1);"
        "CREATE VIEW v AS SELECT a FROM t;"
        "CREATE TRIGGER r AFTER INSERT ON t BEGIN DELETE FROM t; END;");
    const auto database = valueOf(Database::open(path, Access::Write, kFormat));
    EXPECT_FALSE(database.run("SELECT \"no_such_column\" FROM t"));
    EXPECT_FALSE(database.run("SELECT a FROM v"));
    EXPECT_FALSE(database.run("ATTACH ? AS other", (folder / "other").string()));
    EXPECT_FALSE(database.run("SELECT load_extension('x')"));
    ASSERT_TRUE(database.run("INSERT INTO t VALUES (2)"));
    EXPECT_EQ(*valueOf(database.integer("SELECT count(*) FROM t")), 2);
    ASSERT_TRUE(database.script("PRAGMA writable_schema = ON"));
    EXPECT_FALSE(database.run("DELETE FROM sqlite_schema"));
    EXPECT_EQ(*valueOf(database.text("PRAGMA journal_mode = OFF")), "delete");
    EXPECT_EQ(*valueOf(database.integer("PRAGMA cell_size_check")), 1);
    EXPECT_EQ(*valueOf(database.integer("PRAGMA trusted_schema")), 0);
    EXPECT_EQ(*valueOf(database.integer("PRAGMA foreign_keys")), 1);
    EXPECT_FALSE(std::filesystem::exists(folder / "other"));
}

TEST(DatabaseTest, ATransactionThatIsNotCommittedLeavesNothing)
{
    const auto database = valueOf(Database::inMemory(kFormat, 1));
    {
        const auto transaction = valueOf(Transaction::begin(database, Transaction::Kind::Write));
        ASSERT_TRUE(database.run("INSERT INTO t (i) VALUES (1)"));
        EXPECT_TRUE(database.isInTransaction());
    }
    EXPECT_FALSE(database.isInTransaction());
    EXPECT_EQ(*valueOf(database.integer("SELECT count(*) FROM t")), 0);
    auto transaction = valueOf(Transaction::begin(database, Transaction::Kind::Write));
    ASSERT_TRUE(database.run("INSERT INTO t (i) VALUES (1)"));
    ASSERT_TRUE(transaction.commit());
    EXPECT_EQ(*valueOf(database.integer("SELECT count(*) FROM t")), 1);
}

TEST(DatabaseTest, AFileIsMadeWithMarksAndPagesOfItsFormat)
{
    const TempDir folder;
    const std::string path = (folder / "file").string();
    {
        auto file = valueOf(NewFile::beside(path));
        {
            const auto database = valueOf(Database::create(file.path(), kFormat, 65'536));
            ASSERT_TRUE(database.run("INSERT INTO t (i) VALUES (7)"));
        }
        EXPECT_FALSE(std::filesystem::exists(path));
        ASSERT_TRUE(file.commit(Existing::Refuse));
    }
    EXPECT_EQ(readFile(path).substr(60, 12), std::string("\0\0\0\1\0\0\0\0TEST", 12));
    const auto database = valueOf(Database::open(path, Access::Read, kFormat));
    EXPECT_TRUE(database.isReadOnly());
    EXPECT_EQ(*valueOf(database.integer("PRAGMA page_size")), 65'536);
    EXPECT_EQ(*valueOf(database.integer("SELECT i FROM t")), 7);
    EXPECT_FALSE(database.run("INSERT INTO t (i) VALUES (8)"));
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(NewFileTest, WhatIsThereIsReplacedOrRefused)
{
    const TempDir folder;
    const std::string path = folder.write("target.x", "old").string();
    {
        auto file = valueOf(NewFile::beside(path));
        EXPECT_EQ(file.commit(Existing::Refuse).error().code, ErrorCode::Catalog);
    }
    EXPECT_EQ(readFile(path), "old");
    {
        auto file = valueOf(NewFile::beside(path));
        struct stat status { };
        ASSERT_EQ(stat(file.path().c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777, 0600U);
        ASSERT_TRUE(file.commit(Existing::Replace));
    }
    EXPECT_EQ(readFile(path), "");
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
}

TEST(NewFileTest, WhatAWriterLeftThatDiedIsRemoved)
{
    const TempDir folder;
    const std::string path = (folder / "target.x").string();
    EXPECT_EQ(endOf(startChild([&] {
        const auto file = valueOf(NewFile::beside(path));
        _exit(0);
        return 1;
    })),
        0);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
    {
        const auto living = valueOf(NewFile::beside(path));
        const auto other = valueOf(NewFile::beside(path));
        EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 2);
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

} // namespace
} // namespace cupel::test
