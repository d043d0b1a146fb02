#include <gtest/gtest.h>

#include "core/catalog/catalog.h"
#include "tests/core/catalog/catalog_samples.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using namespace catalog;
using base::ErrorCode;

class RelocationTest : public testing::Test {
protected:
    RelocationTest()
        : m_catalog(*Catalog::open((m_folder / "catalog").string(), Catalog::Missing::Create))
    {
        Import import = sampleImport("adult");
        import.dataFile = DataFileRef{"a.cupeldata", false};
        valueOf(m_catalog.addImport(import, moment()));
        valueOf(m_catalog.addImport(sampleImport("loans"), moment()));
    }

    TempDir m_folder;
    Catalog m_catalog;
};

TEST_F(RelocationTest, TheSameFileElsewhereIsTheSameVersion)
{
    const Version before = valueOf(m_catalog.version("adult"));
    EXPECT_EQ(valueOf(m_catalog.relocate("adult", "/new/place.csv", 77, moment(1))).path,
        "/new/place.csv");
    const Version after = valueOf(m_catalog.version("adult"));
    EXPECT_EQ(after.id, before.id);
    EXPECT_EQ(after.file.modifiedNs, 77);
    EXPECT_EQ(after.dataFile, before.dataFile);
    EXPECT_EQ(valueOf(m_catalog.dataset("adult")).path, "/new/place.csv");
    const Event event = valueOf(m_catalog.events()).back();
    EXPECT_EQ(event.what, "relocate");
    EXPECT_EQ(event.before, R"({"path":"/data/adult.csv"})");
    EXPECT_EQ(event.after, R"({"path":"/new/place.csv"})");
    EXPECT_EQ(problemsOf(m_catalog, {"a.cupeldata"}), std::vector<std::string>());

    // An import of that file is of this dataset now, and one of the old path is not.
    Import import = sampleImport("place", 2);
    import.path = "/new/place.csv";
    const Imported next = valueOf(m_catalog.addImport(import, moment(2)));
    EXPECT_EQ(next.name, "adult");
    EXPECT_EQ(next.number, 2);
    EXPECT_TRUE(valueOf(m_catalog.addImport(sampleImport("adult"), moment(3))).isNewDataset);
}

TEST_F(RelocationTest, AnotherFileLeavesTheVersionAsItIs)
{
    const Version before = valueOf(m_catalog.version("adult"));
    ASSERT_TRUE(m_catalog.relocate("adult", "/new/place.csv", std::nullopt, moment(1)));
    EXPECT_EQ(valueOf(m_catalog.version("adult")).file.modifiedNs, before.file.modifiedNs);
}

TEST_F(RelocationTest, AFileIsThatOfOneDataset)
{
    const std::size_t events = valueOf(m_catalog.events()).size();
    const auto refused = m_catalog.relocate("adult", "/data/loans.csv", 1, moment(1));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Usage);
    EXPECT_NE(refused.error().message.find("\"loans\""), std::string::npos);
    EXPECT_EQ(valueOf(m_catalog.dataset("adult")).path, "/data/adult.csv");
    EXPECT_EQ(m_catalog.relocate("none", "/x", 1, moment(1)).error().code, ErrorCode::Usage);
    EXPECT_EQ(valueOf(m_catalog.events()).size(), events);
    // Its own path is no other's.
    EXPECT_TRUE(m_catalog.relocate("adult", "/data/adult.csv", 1, moment(1)));
}

TEST_F(RelocationTest, WhereItsFileWasIsForgottenWithIt)
{
    constexpr std::int64_t kDay = 86'400;
    ASSERT_TRUE(m_catalog.relocate("adult", "/data/ana/secret.csv", 1, moment(1)));
    ASSERT_TRUE(m_catalog.remove("adult", moment(2)));
    ASSERT_TRUE(m_catalog.purge(moment(40 * kDay)));
    EXPECT_EQ(exported(m_catalog).find("secret.csv"), std::string::npos);
}

} // namespace
} // namespace cupel::test
