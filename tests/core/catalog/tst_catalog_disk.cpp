#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "core/catalog/catalog.h"
#include "core/catalog/review.h"
#include "tests/core/catalog/catalog_samples.h"
#include "tests/core/catalog/failing_files.h"
#include "tests/support/effort.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using namespace catalog;
using base::ErrorCode;

/// How far a session got that does one thing after the other.
struct Progress {
    bool hasImported = false;
    bool hasRun = false;
    bool hasReviewed = false;
    bool hasRemoved = false;
};

class DiskTest : public testing::TestWithParam<FailingFiles::For> {
protected:
    std::string path() const { return (m_folder / "catalog").string(); }
    /// Open, import, run, review, remove: whatever fails says so, and the rest is tried all the
    /// same.
    Progress work() const
    {
        Progress progress;
        auto catalog = Catalog::open(path(), Catalog::Missing::Create);
        if (!catalog) {
            EXPECT_EQ(catalog.error().code, ErrorCode::Catalog) << catalog.error().message;
            return progress;
        }
        const auto imported = catalog->addImport(sampleImport("loans"), moment());
        progress.hasImported = imported.has_value();
        if (imported)
            progress.hasRun = catalog->addRun(sampleRun({imported->version})).has_value();
        else
            EXPECT_EQ(imported.error().code, ErrorCode::Catalog) << imported.error().message;
        progress.hasReviewed
            = catalog->changeReview(1, {"comment", "f-1", "{}", "Ada", moment()}).has_value();
        progress.hasRemoved = catalog->remove("adult", moment()).has_value();
        return progress;
    }
    /// The catalog has what was reported as done, and nothing by halves.
    void expectWhole(const Progress& done, int call) const
    {
        const Catalog catalog = valueOf(Catalog::open(path(), Catalog::Missing::Create));
        EXPECT_EQ(problemsOf(catalog), std::vector<std::string>()) << "call " << call;
        const auto loans = catalog.version("loans");
        EXPECT_EQ(loans.has_value() || !done.hasImported, true) << "call " << call;
        if (loans) {
            EXPECT_EQ(
                dump(valueOf(catalog.contents(loans->id))), dump(sampleImport("loans").contents));
            EXPECT_GE(valueOf(catalog.runs(loans->id)).size(), done.hasRun ? 1U : 0U);
        }
        if (done.hasReviewed) {
            EXPECT_EQ(valueOf(catalog.review(1)).size(), 1U) << "call " << call;
        }
        if (done.hasRemoved) {
            EXPECT_FALSE(catalog.dataset("adult")) << "call " << call;
        }
    }
    TempDir m_folder;
};

TEST_P(DiskTest, EveryCallMayFail)
{
    std::string sound;
    {
        Catalog catalog = valueOf(Catalog::open(path(), Catalog::Missing::Create));
        valueOf(catalog.addImport(sampleImport("adult"), moment()));
    }
    sound = readFile(path());
    FailingFiles files;
    int call = 1;
    const int step = effort(5) == 1 ? 10 : GetParam() == FailingFiles::For::Once ? 1 : 4;
    for (;; call += step) {
        for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
            std::filesystem::remove(entry.path());
        m_folder.write("catalog", sound);
        files.failAt(call, GetParam());
        const Progress progress = work();
        const bool hasFailed = files.stop();
        expectWhole(progress, call);
        if (!hasFailed) {
            EXPECT_TRUE(progress.hasImported && progress.hasRun && progress.hasReviewed
                && progress.hasRemoved);
            break;
        }
    }
    std::printf("%d calls\n", call);
    EXPECT_GT(call, 10);
}

TEST_P(DiskTest, EveryCallMayFailWhereThereIsNoCatalogYet)
{
    FailingFiles files;
    for (int call = 1;; ++call) {
        files.failAt(call, GetParam());
        const bool isMade = Catalog::open(path(), Catalog::Missing::Create).has_value();
        const bool hasFailed = files.stop();
        EXPECT_TRUE(isMade || hasFailed);
        {
            const Catalog catalog = valueOf(Catalog::open(path(), Catalog::Missing::Create));
            EXPECT_EQ(problemsOf(catalog), std::vector<std::string>()) << "call " << call;
        }
        for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
            std::filesystem::remove(entry.path());
        if (!hasFailed)
            break;
    }
}

INSTANTIATE_TEST_SUITE_P(Failing, DiskTest,
    testing::Values(FailingFiles::For::Once, FailingFiles::For::Ever), [](const auto& value) {
        return std::string(value.param == FailingFiles::For::Once ? "Once" : "Ever");
    });

} // namespace
} // namespace cupel::test
