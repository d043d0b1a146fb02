#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <random>
#include <string>
#include <sys/resource.h>
#include <thread>

#include "core/catalog/catalog.h"
#include "core/catalog/review.h"
#include "tests/core/catalog/catalog_samples.h"
#include "tests/core/catalog/child_process.h"
#include "tests/support/effort.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using namespace catalog;
using base::ErrorCode;

class CrashTest : public testing::Test {
protected:
    std::string path() const { return (m_folder / "catalog").string(); }
    Catalog open() const { return valueOf(Catalog::open(path(), Catalog::Missing::Create)); }
    /// A dataset is whole, or it is not there; the catalog is in order.
    static void expectWhole(const Catalog& catalog)
    {
        EXPECT_EQ(problemsOf(catalog), std::vector<std::string>());
        const auto datasets = valueOf(catalog.datasets());
        for (const DatasetSummary& summary : datasets) {
            const Contents contents = valueOf(catalog.contents(summary.latest.id));
            EXPECT_EQ(dump(contents), dump(sampleImport(summary.dataset.name).contents));
            const auto runs = valueOf(catalog.runs(summary.latest.id));
            for (const StoredRun& run : runs) {
                EXPECT_EQ(valueOf(catalog.metrics(run.id)).size(), 2 * run.info.versions.size());
                EXPECT_EQ(valueOf(catalog.findings(run.id)).size(), 3 * run.info.versions.size());
            }
        }
    }
    TempDir m_folder;
};

/// An event of roles for every version of a run.
std::vector<Note> notesOf(const std::vector<std::int64_t>& versions)
{
    std::vector<Note> notes;
    for (const std::int64_t version : versions)
        notes.push_back({version, std::string(kRolesEvent), "", "{}", "Ada"});
    return notes;
}

/// Import, run, review, remove, restore and purge for ever, or until something fails.
int workForEver(const std::string& path, int begin)
{
    for (int i = begin;; ++i) {
        Catalog catalog = valueOf(Catalog::open(path, Catalog::Missing::Create));
        for (int j = 0; j < 5; ++j) {
            const std::string name = "set" + std::to_string((i + j) % 7);
            const auto imported = catalog.addImport(sampleImport(name, i), moment(i));
            const auto notes = [](const Catalog&, const std::vector<std::int64_t>& versions) {
                return base::Result<std::vector<Note>>(notesOf(versions));
            };
            if (!imported || !catalog.addRun(sampleRun({imported->version}, i), notes))
                return 1;
            const std::string value = "[" + std::to_string(i + j) + "]";
            if (!catalog.changeReview(imported->dataset, {"mark", "f-1", value, "Ada", moment(i)}))
                return 5;
            if ((i + j) % 3 == 0 && !catalog.remove(name, moment(i)))
                return 2;
            if ((i + j) % 6 == 0 && !catalog.restore(name, moment(i)))
                return 3;
            if ((i + j) % 5 == 0 && !catalog.purge(moment(i + 100 * 86'400)))
                return 4;
        }
    }
}

TEST_F(CrashTest, AProcessThatDiesLeavesAllOrNothing)
{
    std::mt19937 random(20270331);
    std::size_t events = 0;
    for (std::size_t i = 0; i < effort(100); ++i) {
        const pid_t child = startChild([&] { return workForEver(path(), static_cast<int>(i)); });
        std::this_thread::sleep_for(std::chrono::microseconds(2'000 + random() % 60'000));
        kill(child, SIGKILL);
        ASSERT_EQ(endOf(child), -SIGKILL);
        const Catalog catalog = open();
        expectWhole(catalog);
        const std::vector<Event> all = valueOf(catalog.events());
        const std::size_t now = all.size();
        EXPECT_GE(now, events); // what was reported as done stays done
        // A note is there with its run, or neither is.
        for (std::size_t event = 0; event < now; ++event) {
            const std::string next = event + 1 < now ? all[event + 1].what : "";
            EXPECT_EQ(all[event].what == kRolesEvent, next == "run") << event;
        }
        events = now;
    }
    std::printf("%zu events survived\n", events);
    EXPECT_GT(events, 0U);
    EXPECT_TRUE(open().addImport(sampleImport("after"), moment()));
}

TEST_F(CrashTest, EightProcessesShareACatalog)
{
    constexpr int kProcesses = 8;
    constexpr int kRounds = 12;
    std::array<pid_t, kProcesses> children{};
    for (int process = 0; process < kProcesses; ++process) {
        // All of them find no catalog at first.
        children[static_cast<std::size_t>(process)] = startChild([&, process] {
            for (int round = 0; round < kRounds; ++round) {
                Catalog catalog = open();
                const std::string name
                    = "set" + std::to_string(process) + "x" + std::to_string(round);
                const Imported imported = valueOf(catalog.addImport(sampleImport(name), moment()));
                valueOf(catalog.addRun(sampleRun({imported.version}, round)));
                // All of them import this one.
                valueOf(catalog.addImport(sampleImport("shared"), moment()));
                if (valueOf(catalog.version(name)).id != imported.version)
                    return 1;
                if (!problemsOf(catalog).empty())
                    return 2;
            }
            return 0;
        });
    }
    for (const pid_t child : children)
        EXPECT_EQ(endOf(child), 0);
    const Catalog catalog = open();
    expectWhole(catalog);
    EXPECT_EQ(valueOf(catalog.datasets()).size(), kProcesses * kRounds + 1U);
    EXPECT_EQ(valueOf(catalog.versions(valueOf(catalog.dataset("shared")).id)).size(), 1U);
}

TEST_F(CrashTest, WithoutRoomAllOrNothingIsWritten)
{
    {
        Catalog catalog = open();
        valueOf(catalog.addImport(sampleImport("adult"), moment()));
    }
    const auto size = std::filesystem::file_size(path());
    int failed = 0;
    for (int i = 0; i < 12; ++i) {
        const std::string ended = inChild([&] {
            signal(SIGXFSZ, SIG_IGN);
            const rlimit limit{size + static_cast<rlim_t>(i) * 20'000, RLIM_INFINITY};
            setrlimit(RLIMIT_FSIZE, &limit);
            Catalog catalog = open();
            for (int j = 0; j < 200; ++j) {
                const std::string name = "set" + std::to_string(i) + "x" + std::to_string(j);
                const auto imported = catalog.addImport(sampleImport(name), moment());
                base::Result<std::int64_t> run = std::int64_t{0};
                if (imported)
                    run = catalog.addRun(sampleRun({imported->version}));
                if (imported && run)
                    continue;
                const base::Error error = imported ? run.error() : imported.error();
                // It can still be read, by the same connection.
                return problemsOf(catalog).empty() ? error.message : "not whole";
            }
            return std::string("all written");
        });
        if (ended != "all written") {
            EXPECT_EQ(ended, "there is no room left to write the catalog");
            ++failed;
        }
        expectWhole(open());
    }
    EXPECT_GT(failed, 5);
    Catalog catalog = open();
    EXPECT_TRUE(catalog.addImport(sampleImport("after"), moment()));
}

TEST_F(CrashTest, WithoutRoomThereIsNoNewCatalogAndNoBackup)
{
    {
        Catalog catalog = open();
        valueOf(catalog.addImport(sampleImport("adult"), moment()));
    }
    const std::string other = (m_folder / "other").string();
    const std::string backup = (m_folder / "backup").string();
    EXPECT_EQ(inChild([&]() -> std::string {
        signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{30'000, RLIM_INFINITY};
        setrlimit(RLIMIT_FSIZE, &limit);
        const auto made = Catalog::open(other, Catalog::Missing::Create);
        if (made || made.error().code != ErrorCode::Catalog)
            return "made";
        const auto opened = Catalog::open(path(), Catalog::Missing::Fail);
        if (!opened)
            return opened.error().message;
        const auto copied = opened->backupTo(backup);
        return copied ? "copied" : copied.error().message;
    }),
        "there is no room left to write the catalog");
    for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
        EXPECT_EQ(entry.path().filename().string().rfind("catalog", 0), 0U) << entry.path();
}

} // namespace
} // namespace cupel::test
