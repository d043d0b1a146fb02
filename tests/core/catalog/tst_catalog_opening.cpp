#include "core/catalog/catalog.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include "core/catalog/database.h"
#include "core/catalog/schema.h"
#include "tests/core/catalog/catalog_samples.h"
#include "tests/core/catalog/child_process.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using namespace catalog;
using base::ErrorCode;

class OpeningTest : public testing::Test {
protected:
    std::string path(const std::string& name = "catalog") const
    {
        return (m_folder / name).string();
    }
    /// A catalog with a dataset and a run, closed.
    void make() const
    {
        Catalog catalog = valueOf(Catalog::open(path(), Catalog::Missing::Create));
        const std::int64_t version
            = valueOf(catalog.addImport(sampleImport("adult"), moment())).version;
        valueOf(catalog.addRun(sampleRun({version})));
    }
    /// The message of the refusal; empty where it opens.
    static std::string refusal(
        const std::string& path, Catalog::Missing missing = Catalog::Missing::Create)
    {
        const auto opened = Catalog::open(path, missing);
        if (opened)
            return "";
        EXPECT_EQ(opened.error().code, ErrorCode::Catalog) << opened.error().message;
        EXPECT_EQ(opened.error().where.file, path);
        EXPECT_FALSE(opened.error().hint.empty());
        return opened.error().message;
    }
    /// The refusal of the catalog after SQL of someone else has run in it.
    std::string refusalAfter(const std::string& sql, const std::string& prologue = "") const
    {
        std::filesystem::remove(path());
        make();
        runSql(path(), prologue + sql);
        return refusal(path());
    }

    TempDir m_folder;
};

TEST_F(OpeningTest, WhatIsNoCatalogIsCalledWhatItIs)
{
    EXPECT_EQ(refusal(path(), Catalog::Missing::Fail), "there is no catalog of this name");
    EXPECT_EQ(refusal(path("no folder/catalog")),
        "the file cannot be written: No such file or directory");
    EXPECT_EQ(refusal(m_folder.path().string()), "this is a folder, not a catalog");
    m_folder.write("text", "age,income\n1,2\n");
    EXPECT_EQ(refusal(path("text")), "the file is no catalog");
    EXPECT_EQ(refusal(path("text/catalog")), "the catalog cannot be opened: Not a directory");
    m_folder.write("long", std::string(100'000, 'x'));
    EXPECT_EQ(refusal(path("long")), "the file is no catalog");
    m_folder.write("empty", "");
    EXPECT_EQ(refusal(path("empty")), "the file is empty, so it is no catalog");
    EXPECT_EQ(readFile(path("empty")), "");
    ASSERT_EQ(mkfifo(path("pipe").c_str(), 0600), 0);
    EXPECT_EQ(refusal(path("pipe")), "this is no regular file, so it cannot be a catalog");
    EXPECT_EQ(refusal("/dev/null"), "this is no regular file, so it cannot be a catalog");
    std::filesystem::create_symlink("loop", path("loop"));
    EXPECT_EQ(
        refusal(path("loop")), "the catalog cannot be opened: Too many levels of symbolic links");
}

TEST_F(OpeningTest, OtherDatabasesAreCalledWhatTheyAre)
{
    runSql(path("other"), "PRAGMA application_id = 0x12345678; CREATE TABLE t (a);");
    EXPECT_EQ(refusal(path("other")),
        "this is a database of another program (application id 0x12345678), not a catalog");
    runSql(path("plain"), "CREATE TABLE t (a);");
    EXPECT_EQ(refusal(path("plain")),
        "this is a database of another program (application id 0x00000000), not a catalog");
    runSql(path("data"), "PRAGMA application_id = 0x43755064; CREATE TABLE t (a);");
    EXPECT_EQ(refusal(path("data")), "this is a data file of a catalog, not a catalog");
    make();
    runSql(path(), "PRAGMA user_version = 3;");
    EXPECT_EQ(refusal(path()),
        "the catalog was written by a newer version of this program: its format is 3, the newest "
        "that can be read is 2");
    runSql(path(), "PRAGMA user_version = 0;");
    EXPECT_EQ(refusal(path()).rfind("the catalog is damaged", 0), 0U);
    runSql(path(), "PRAGMA user_version = -1;");
    EXPECT_NE(refusal(path()), "");
}

TEST_F(OpeningTest, ANewerVersionThatIsOnlyInTheLogIsSeen)
{
    make();
    const auto writer = valueOf(Database::open(path(), Access::Write, FileFormat()));
    ASSERT_TRUE(writer.script("PRAGMA user_version = 3"));
    EXPECT_EQ(readFile(path()).substr(60, 4), std::string("\0\0\0\2", 4));
    EXPECT_NE(refusal(path()).find("newer version"), std::string::npos);
}

TEST_F(OpeningTest, TablesThatAreNotWhatTheyWereAreRefused)
{
    const std::string endless
        = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n";
    const std::string changed = "the catalog is damaged or was changed by another program: its ";
    EXPECT_EQ(refusalAfter("ALTER TABLE finding RENAME TO old; CREATE VIEW finding AS " + endless),
        changed + "view \"finding\" is not what it was");
    EXPECT_EQ(refusalAfter("CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM run; END"),
        changed + "trigger \"t\" is not what it was");
    EXPECT_EQ(refusalAfter("CREATE VIRTUAL TABLE words USING fts5(word)"),
        changed + "table \"words\" is not what it was");
    EXPECT_EQ(
        refusalAfter("CREATE TABLE zebra (a)"), changed + "table \"zebra\" is not what it was");
    EXPECT_EQ(refusalAfter("DROP TABLE event"), changed + "table \"event\" is not what it was");
    EXPECT_EQ(refusalAfter("DROP INDEX dataset_name"),
        changed + "index \"dataset_name\" is not what it was");
    EXPECT_EQ(refusalAfter("DROP INDEX finding_id; CREATE INDEX finding_id ON finding (rule)"),
        changed + "index \"finding_id\" is not what it was");
    EXPECT_EQ(refusalAfter("ALTER TABLE dataset ADD COLUMN more TEXT"),
        changed + "table \"dataset\" is not what it was");
    EXPECT_EQ(refusalAfter("ALTER TABLE run ADD COLUMN twice INTEGER AS (exit_code * 2)"),
        changed + "table \"run\" is not what it was");
    EXPECT_EQ(refusalAfter(
                  "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'role'",
                  "PRAGMA writable_schema = ON;"),
        changed + "table \"role\" is not what it was");
    std::string many;
    for (int i = 0; i < 2'000; ++i)
        many += "CREATE TABLE a" + std::to_string(i) + " (a);";
    EXPECT_EQ(refusalAfter("BEGIN;" + many + "COMMIT;").rfind(changed, 0), 0U);
}

TEST_F(OpeningTest, DamageInTheTablesIsRefused)
{
    const std::string damaged = "the catalog is damaged";
    // Values of the wrong type, and a table whose pages are those of another one.
    EXPECT_EQ(refusalAfter("UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema"
                           " WHERE name = 'run') WHERE name = 'event'",
                  "PRAGMA writable_schema = ON;")
                  .rfind(damaged, 0),
        0U);
    EXPECT_EQ(refusalAfter("UPDATE sqlite_schema SET rootpage = 100000 WHERE name = 'event'",
                  "PRAGMA writable_schema = ON;")
                  .rfind(damaged, 0),
        0U);
    EXPECT_EQ(refusalAfter("UPDATE sqlite_schema SET sql = 'CREATE nonsense' WHERE name = 'event'",
                  "PRAGMA writable_schema = ON;")
                  .rfind(damaged, 0),
        0U);
    std::filesystem::remove(path());
    make();
    const std::string on = "PRAGMA writable_schema = ON;";
    runSql(path(),
        on + "UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'dataset';");
    runSql(path(), "UPDATE dataset SET added_at = x'00'");
    runSql(path(),
        on + "UPDATE sqlite_schema SET sql = rtrim(sql) || ' STRICT' WHERE name = 'dataset';");
    EXPECT_EQ(refusal(path()).rfind(damaged, 0), 0U);
}

TEST_F(OpeningTest, AHotJournalOfSomeoneElseIsNotPlayedBack)
{
    make();
    const std::string before = readFile(path());
    // A journal that would put zeros in the place of the first page.
    std::string journal("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
    journal += std::string("\0\0\0\2", 4) + std::string(4, '\0') + std::string("\0\0\0\x10", 4)
        + std::string("\0\0\x02\0", 4) + std::string("\0\0\x10\0", 4);
    journal.resize(512);
    journal += std::string("\0\0\0\2", 4) + std::string(4096 + 4, '\0');
    m_folder.write("catalog-journal", journal);
    EXPECT_NE(refusal(path()), "");
    EXPECT_EQ(readFile(path()), before);
    EXPECT_EQ(readFile(path("catalog-journal")), journal);
}

TEST_F(OpeningTest, ALogOfSomethingElseIsIgnored)
{
    make();
    m_folder.write("catalog-wal", std::string("\x37\x7f\x06\x82", 4) + std::string(8'192, 'x'));
    const Catalog catalog = valueOf(Catalog::open(path(), Catalog::Missing::Fail));
    EXPECT_EQ(valueOf(catalog.datasets()).size(), 1U);
}

TEST_F(OpeningTest, NamesAreTakenLiterally)
{
    for (const char* name : {"file:x?mode=rwc", "file:catalog", ":memory:", "a b%20c", "-o",
             "line\nbreak", "größe", "\xff\xfe", "a?b#c", "it's"}) {
        const std::filesystem::path before = std::filesystem::current_path();
        std::filesystem::current_path(m_folder.path());
        {
            Catalog catalog = valueOf(Catalog::open(name, Catalog::Missing::Create));
            EXPECT_TRUE(catalog.addImport(sampleImport("adult"), moment()));
        }
        EXPECT_TRUE(std::filesystem::is_regular_file(name)) << name;
        EXPECT_EQ(
            valueOf(valueOf(Catalog::open(name, Catalog::Missing::Fail)).datasets()).size(), 1U);
        std::filesystem::current_path(before);
        EXPECT_EQ(std::distance(std::filesystem::directory_iterator(m_folder.path()), {}), 1);
        std::filesystem::remove(path(name));
    }
}

TEST_F(OpeningTest, ALinkOfTheUserIsFollowed)
{
    make();
    std::filesystem::create_symlink("catalog", path("link"));
    Catalog catalog = valueOf(Catalog::open(path("link"), Catalog::Missing::Fail));
    EXPECT_TRUE(catalog.addImport(sampleImport("loans"), moment()));
    EXPECT_TRUE(std::filesystem::exists(path("catalog-wal")));
    EXPECT_FALSE(std::filesystem::exists(path("link-wal")));
    EXPECT_TRUE(std::filesystem::is_symlink(path("link")));
}

TEST_F(OpeningTest, WhoHoldsTheLockIsWaitedForAndThenNamed)
{
    make();
    Catalog catalog = valueOf(Catalog::open(path(), Catalog::Missing::Fail));
    const auto other = valueOf(Database::open(path(), Access::Write, FileFormat()));
    {
        const auto lock = valueOf(Transaction::begin(other, Transaction::Kind::Write));
        // Readers do not wait.
        const Catalog reader = valueOf(Catalog::open(path(), Catalog::Missing::Fail));
        EXPECT_EQ(valueOf(reader.datasets()).size(), 1U);
        const auto begin = std::chrono::steady_clock::now();
        const auto refused = catalog.addImport(sampleImport("loans"), moment());
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::Catalog);
        EXPECT_EQ(refused.error().message, "the catalog is locked by another program");
        const auto waited = std::chrono::steady_clock::now() - begin;
        EXPECT_GE(waited, std::chrono::seconds(4));
        EXPECT_LE(waited, std::chrono::seconds(10));
    }
    EXPECT_TRUE(catalog.addImport(sampleImport("loans"), moment()));
}

TEST_F(OpeningTest, ACheckThatTakesTooLongEnds)
{
    make();
    const auto database = valueOf(Database::open(path(), Access::Read, catalogFormat()));
    database.limit(std::chrono::milliseconds(20));
    const auto begin = std::chrono::steady_clock::now();
    const auto endless = database.integer(
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n");
    ASSERT_FALSE(endless);
    EXPECT_EQ(endless.error().code, ErrorCode::Catalog);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
    database.limit({});
    EXPECT_TRUE(database.integer("SELECT count(*) FROM dataset"));
}

TEST_F(OpeningTest, AnOpeningThatIsCancelledSaysSo)
{
    make();
    runSql(path(),
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 20000)"
        " INSERT INTO event SELECT NULL, 'x', '', 'import', 1, 'adult', '', '' FROM n");
    const std::atomic<bool> cancel = true;
    const auto opened
        = Catalog::open(path(), Catalog::Missing::Fail, base::JobContext({}, &cancel));
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().code, ErrorCode::Cancelled);
}

/// As a user without rights, in a process of its own: root may do everything.
class RightsTest : public OpeningTest {
protected:
    void SetUp() override
    {
        make();
        if (geteuid() != 0)
            return;
        for (const std::string& name : {m_folder.path().string(), path()})
            ASSERT_EQ(chown(name.c_str(), kNobody, kNobody), 0);
    }
    void TearDown() override { chmod(m_folder.path().c_str(), 0700); }
    /// What `what` returns, run without the rights of root.
    static std::string asUser(const std::function<std::string()>& what)
    {
        return inChild([&] {
            if (geteuid() == 0 && (setgid(kNobody) != 0 || setuid(kNobody) != 0))
                return std::string("cannot become another user");
            return what();
        });
    }
    static constexpr uid_t kNobody = 65534;
};

TEST_F(RightsTest, AWriteProtectedCatalogCanBeRead)
{
    const std::string file = path();
    const auto readAndWrite = [&]() -> std::string {
        auto opened = Catalog::open(file, Catalog::Missing::Create);
        if (!opened)
            return "not opened: " + opened.error().message;
        if (!opened->isReadOnly() || valueOf(opened->datasets()).size() != 1
            || !problemsOf(*opened).empty())
            return "not read";
        const auto refused = opened->addImport(sampleImport("loans"), moment());
        const auto dataFile = opened->setDataFile(1, {});
        if (refused || refused.error().code != ErrorCode::Catalog || dataFile
            || dataFile.error().code != ErrorCode::Catalog)
            return "written";
        return refused.error().message;
    };
    chmod(file.c_str(), 0400);
    EXPECT_EQ(asUser(readAndWrite), "the catalog can only be read");
    chmod(file.c_str(), 0600);
    chmod(m_folder.path().c_str(), 0500);
    EXPECT_EQ(asUser(readAndWrite), "the catalog can only be read");
    chmod(file.c_str(), 0400);
    EXPECT_EQ(asUser(readAndWrite), "the catalog can only be read");
    chmod(m_folder.path().c_str(), 0700);
    chmod(file.c_str(), 0600);
    EXPECT_EQ(refusal(file), "");
}

TEST_F(RightsTest, WithoutRightsItSaysSo)
{
    const std::string file = path();
    const auto open = [&] { return refusal(file); };
    chmod(file.c_str(), 0000);
    EXPECT_EQ(asUser(open), "the catalog may not be read: Permission denied");
    chmod(m_folder.path().c_str(), 0000);
    EXPECT_EQ(asUser(open), "the catalog cannot be opened: Permission denied");
    chmod(m_folder.path().c_str(), 0500);
    const std::string other = path("other");
    EXPECT_EQ(
        asUser([&] { return refusal(other); }), "the file cannot be written: Permission denied");
}

} // namespace
} // namespace cupel::test
