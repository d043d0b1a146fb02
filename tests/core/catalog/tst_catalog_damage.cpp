#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <random>
#include <string>

#include "core/catalog/catalog.h"
#include "core/catalog/database.h"
#include "tests/core/catalog/catalog_samples.h"
#include "tests/support/effort.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using namespace catalog;
using base::ErrorCode;

constexpr std::size_t kPage = 4'096;

/// Use a catalog that opens. Any answer is right; none may take long or end the test.
void readAll(const Catalog& catalog)
{
    const auto datasets = catalog.datasets();
    if (datasets) {
        for (const DatasetSummary& summary : *datasets) {
            (void)catalog.versions(summary.dataset.id);
            (void)catalog.contents(summary.latest.id);
            (void)catalog.runs(summary.latest.id);
        }
    }
    for (std::int64_t run = 1; run < 4; ++run) {
        (void)catalog.metrics(run);
        (void)catalog.findings(run);
        (void)catalog.archive(run);
    }
    (void)catalog.events();
    (void)catalog.check({});
    (void)catalog.exportTo([](std::string_view) { return base::Result<void>(); });
}
void writeAll(Catalog& catalog)
{
    (void)catalog.addImport(sampleImport("more"), moment());
    (void)catalog.remove("adult", moment());
    (void)catalog.purge(moment(100'000'000));
}

class DamageTest : public testing::Test {
protected:
    DamageTest()
    {
        {
            Catalog catalog = valueOf(Catalog::open(path(), Catalog::Missing::Create));
            for (const char* name : {"adult", "loans", "iris"}) {
                const std::int64_t version
                    = valueOf(catalog.addImport(sampleImport(name), moment())).version;
                valueOf(catalog.addRun(sampleRun({version}, static_cast<int>(version))));
            }
        }
        m_sound = readFile(path());
    }
    std::string path() const { return (m_folder / "catalog").string(); }

    /// Open and use a file with these bytes.
    void tryOut(const std::string& bytes)
    {
        for (const char* more : {"catalog-wal", "catalog-shm"})
            std::filesystem::remove(m_folder / more);
        m_folder.write("catalog", bytes);
        const auto begin = std::chrono::steady_clock::now();
        auto opened = Catalog::open(path(), Catalog::Missing::Fail);
        if (opened) {
            readAll(*opened);
            if (m_opened++ % 8 == 0)
                writeAll(*opened);
        } else {
            ++m_refused;
            EXPECT_EQ(opened.error().code, ErrorCode::Catalog) << opened.error().message;
            EXPECT_EQ(opened.error().message.find_first_of("\n*"), std::string::npos)
                << opened.error().message;
            for (const char* more : {"catalog-wal", "catalog-shm"})
                EXPECT_FALSE(std::filesystem::exists(m_folder / more)) << opened.error().message;
        }
        const auto took = std::chrono::steady_clock::now() - begin;
        m_longest
            = std::max(m_longest, std::chrono::duration_cast<std::chrono::milliseconds>(took));
    }
    void report(const char* what)
    {
        std::printf("%s: %d opened, %d refused, %d ms at most\n", what, m_opened, m_refused,
            static_cast<int>(m_longest.count()));
        EXPECT_LT(m_longest, std::chrono::seconds(5));
    }

    TempDir m_folder;
    std::string m_sound;
    int m_opened = 0;
    int m_refused = 0;
    std::chrono::milliseconds m_longest{0};
};

TEST_F(DamageTest, EveryByteOfTheHeaderMayBeWrong)
{
    for (std::size_t at = 0; at < 100; at += 1) {
        for (const int mask : {0x01, 0x80}) {
            std::string bytes = m_sound;
            bytes[at] = static_cast<char>(bytes[at] ^ mask);
            tryOut(bytes);
        }
    }
    report("header");
    EXPECT_GT(m_refused, 20);
}

TEST_F(DamageTest, TheHeadOfEveryPageMayBeWrong)
{
    std::mt19937 random(1);
    for (std::size_t page = 0; page * kPage < m_sound.size(); ++page) {
        const std::size_t begin = page * kPage + (page == 0 ? 100 : 0);
        // Type, first free block, cells, where they begin, fragments, right child, first places.
        for (std::size_t at = begin; at < begin + 16; ++at) {
            if (random() % 2 != 0)
                continue;
            std::string bytes = m_sound;
            const char value = static_cast<char>(random());
            bytes[at] = value;
            tryOut(bytes);
        }
    }
    report("heads of pages");
    EXPECT_GT(m_refused, 100);
}

TEST_F(DamageTest, AnyBytesMayBeWrong)
{
    std::mt19937 random(2);
    for (std::size_t i = 0; i < effort(250); ++i) {
        std::string bytes = m_sound;
        for (std::size_t flips = 1 + random() % 4; flips > 0; --flips)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        tryOut(bytes);
    }
    report("random bytes");
}

TEST_F(DamageTest, TheFileMayEndAnywhereOrBeOfPiecesOfItself)
{
    std::mt19937 random(3);
    for (std::size_t i = 0; i < effort(100); ++i)
        tryOut(m_sound.substr(0, 1 + random() % m_sound.size()));
    const std::size_t pages = m_sound.size() / kPage;
    for (std::size_t i = 0; i < effort(100); ++i) {
        std::string bytes = m_sound;
        bytes.replace(random() % pages * kPage, kPage, m_sound, random() % pages * kPage, kPage);
        tryOut(bytes);
    }
    for (std::size_t page = 1; page < pages; ++page) {
        std::string bytes = m_sound;
        bytes.replace(page * kPage, kPage, std::string(kPage, '\0'));
        tryOut(bytes);
    }
    report("pieces");
    EXPECT_GT(m_refused, 50);
}

} // namespace
} // namespace cupel::test
