#include "core/catalog/kept_file.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <filesystem>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

#include "core/catalog/catalog.h"
#include "core/catalog/data_file_format.h"
#include "core/catalog/database.h"
#include "core/catalog/schema.h"
#include "tests/core/catalog/catalog_samples.h"
#include "tests/core/catalog/child_process.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using namespace catalog;

class KeptFileTest : public testing::Test {
protected:
    std::string at(const std::string& name) const { return (m_folder / name).string(); }
    void makeCatalog(const std::string& name) const
    {
        valueOf(Catalog::open(at(name), Catalog::Missing::Create));
    }

    TempDir m_folder;
};

TEST_F(KeptFileTest, catalogsAreKeptWhateverTheirNameAndBesideThemWhatBelongsToThem)
{
    makeCatalog("datasets.csv");
    EXPECT_TRUE(isKeptFile(at("datasets.csv")));
    for (const char* ending : {"-wal", "-shm", "-journal", ".lock"})
        EXPECT_TRUE(isKeptFile(at("datasets.csv") + ending)) << ending;
    EXPECT_FALSE(isKeptFile(at("datasets.csv") + "-copy"));
    std::filesystem::create_symlink(at("datasets.csv"), at("link"));
    EXPECT_TRUE(isKeptFile(at("link")));
}

TEST_F(KeptFileTest, dataFilesAreKept)
{
    const std::string path = at("data");
    m_folder.write("data", "");
    valueOf(Database::create(path, dataFileFormat(), kDataFilePage));
    EXPECT_TRUE(isKeptFile(path));
    EXPECT_FALSE(isKeptFile(path + "-wal")) << "a data file has no journal";
}

TEST_F(KeptFileTest, otherFilesAreNot)
{
    for (const std::string& bytes :
        {std::string(), std::string("a,b\n1,2\n"), std::string(200, 'x')})
        EXPECT_FALSE(isKeptFile(m_folder.write("other", bytes).string()));
    runSql(at("foreign"), "CREATE TABLE t (a)");
    EXPECT_FALSE(isKeptFile(at("foreign")));
    EXPECT_FALSE(isKeptFile(at("foreign-wal")));
    EXPECT_FALSE(isKeptFile(at("none")));
    EXPECT_FALSE(isKeptFile("-wal"));
    EXPECT_FALSE(isKeptFile(m_folder.path().string()));
    ASSERT_EQ(::mkfifo(at("pipe").c_str(), 0600), 0);
    EXPECT_FALSE(isKeptFile(at("pipe")));
}

/// Closing a file gives up all locks that a program holds on it.
TEST_F(KeptFileTest, theLocksOfThisProgramAreKept)
{
    makeCatalog("c");
    const auto database = valueOf(Database::open(at("c"), Access::Write, catalogFormat()));
    const auto writing = valueOf(Transaction::begin(database, Transaction::Kind::Write));
    const auto isLocked = [this] {
        return inChild([this]() -> std::string {
            struct flock lock { };
            lock.l_type = F_WRLCK;
            const int file = ::open(at("c").c_str(), O_RDWR | O_CLOEXEC);
            const bool isKnown = ::fcntl(file, F_GETLK, &lock) == 0;
            ::close(file);
            return !isKnown ? "not known" : lock.l_type == F_UNLCK ? "free" : "locked";
        });
    };
    EXPECT_EQ(isLocked(), "locked");
    EXPECT_TRUE(isKeptFile(at("c")));
    EXPECT_TRUE(isKeptFile(at("c-wal")));
    EXPECT_EQ(isLocked(), "locked");
    const int file = ::open(at("c").c_str(), O_RDONLY | O_CLOEXEC);
    ::close(file);
    EXPECT_EQ(isLocked(), "free") << "or this test would not see it";
}

} // namespace
} // namespace cupel::test
