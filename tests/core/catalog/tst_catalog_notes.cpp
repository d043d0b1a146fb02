#include "core/catalog/notes.h"

#include <gtest/gtest.h>

#include "core/catalog/catalog.h"
#include "tests/core/catalog/catalog_samples.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using namespace catalog;
using base::Result;

class NotesTest : public testing::Test {
protected:
    NotesTest()
        : m_catalog(
            valueOf(Catalog::open((m_folder / "catalog").string(), Catalog::Missing::Create)))
        , m_imported(valueOf(m_catalog.addImport(sampleImport("adult"), moment())))
    {
    }
    static NotesOf noting(const std::string& after)
    {
        return [after](const Catalog&, const std::vector<std::int64_t>& versions) {
            std::vector<Note> notes;
            for (const std::int64_t version : versions)
                notes.push_back({version, std::string(kRolesEvent), "before", after, "Ada"});
            return Result<std::vector<Note>>(notes);
        };
    }
    std::vector<std::string> events() const
    {
        std::vector<std::string> all;
        for (const Event& event : valueOf(m_catalog.events()))
            all.push_back(event.what + " " + event.name);
        return all;
    }

    TempDir m_folder;
    Catalog m_catalog;
    Imported m_imported;
};

using Texts = std::vector<std::string>;

TEST_F(NotesTest, AreEventsOfTheDatasetsBeforeThatOfTheRun)
{
    const auto loans = valueOf(m_catalog.addImport(sampleImport("loans"), moment(1), noting("1")));
    valueOf(m_catalog.addRun(sampleRun({loans.version, m_imported.version}, 2), noting("2")));
    EXPECT_EQ(events(),
        (Texts{"import adult", "import loans", "roles loans", "roles loans", "roles adult",
            "run loans", "run adult"}));
    const auto last = valueOf(m_catalog.lastEvent(loans.dataset, kRolesEvent));
    ASSERT_TRUE(last);
    EXPECT_EQ(last->after, "2");
    EXPECT_EQ(last->before, "before");
    EXPECT_EQ(last->who, "Ada");
    EXPECT_EQ(last->at, moment(2));
    EXPECT_FALSE(valueOf(m_catalog.lastEvent(loans.dataset, "review")));
}

TEST_F(NotesTest, SeeTheCatalogAsItIsBeforeTheRun)
{
    std::size_t runs = 99;
    std::size_t columns = 0;
    const NotesOf looking = [&](const Catalog& catalog, const std::vector<std::int64_t>& versions) {
        runs = valueOf(catalog.runs(versions.front())).size();
        columns = valueOf(catalog.contents(versions.front())).columns.size();
        return Result<std::vector<Note>>(std::vector<Note>());
    };
    valueOf(m_catalog.addRun(sampleRun({m_imported.version}), looking));
    EXPECT_EQ(runs, 0U);
    EXPECT_EQ(columns, 3U);
    EXPECT_EQ(events(), (Texts{"import adult", "run adult"}));
}

TEST_F(NotesTest, AnErrorLeavesTheCatalogAsItWas)
{
    const std::string before = exported(m_catalog);
    const NotesOf failing = [](const Catalog&, const std::vector<std::int64_t>&) {
        return Result<std::vector<Note>>(base::usageError("no", ""));
    };
    EXPECT_EQ(m_catalog.addRun(sampleRun({m_imported.version}), failing).error().message, "no");
    EXPECT_EQ(m_catalog.addImport(sampleImport("b"), moment(), failing).error().message, "no");
    // A version that is not there.
    const NotesOf lost = [](const Catalog&, const std::vector<std::int64_t>&) {
        return Result<std::vector<Note>>({{4711, "roles", "", "", ""}});
    };
    EXPECT_EQ(m_catalog.addRun(sampleRun({m_imported.version}), lost).error().code,
        base::ErrorCode::Catalog);
    EXPECT_EQ(exported(m_catalog), before);
}

TEST_F(NotesTest, APurgeTakesWhatTheySay)
{
    valueOf(m_catalog.addRun(sampleRun({m_imported.version}), noting("secret")));
    valueOf(m_catalog.remove("adult", moment(1)));
    valueOf(m_catalog.purge(moment(1 + 31 * 86'400)));
    const auto last = valueOf(m_catalog.lastEvent(m_imported.dataset, kRolesEvent));
    ASSERT_TRUE(last);
    EXPECT_EQ(last->after, "");
    EXPECT_EQ(last->before, "");
    EXPECT_EQ(exported(m_catalog).find("secret"), std::string::npos);
}

} // namespace
} // namespace cupel::test
