#include "core/catalog/catalog.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <set>
#include <sys/stat.h>

#include "tests/core/catalog/catalog_samples.h"
#include "tests/support/effort.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using namespace catalog;
using base::ErrorCode;

class CatalogTest : public testing::Test {
protected:
    Catalog open() { return valueOf(Catalog::open(path(), Catalog::Missing::Create)); }
    std::string path() const { return (m_folder / "my catalog").string(); }
    TempDir m_folder;
};

TEST_F(CatalogTest, ANewCatalogIsPrivateAndInOrder)
{
    {
        const Catalog catalog = open();
        EXPECT_FALSE(catalog.isReadOnly());
        EXPECT_TRUE(catalog.datasets()->empty());
        EXPECT_EQ(problemsOf(catalog), std::vector<std::string>());
    }
    struct stat status { };
    ASSERT_EQ(stat(path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
    const std::string bytes = readFile(path());
    EXPECT_EQ(bytes.substr(68, 4), "CuPe");
    EXPECT_EQ(bytes.substr(60, 4), std::string("\0\0\0\2", 4));
    // Nothing is left beside it.
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(m_folder.path()), {}), 1);
}

TEST_F(CatalogTest, AFileIsOneDatasetUnderANameOfItsOwn)
{
    Catalog catalog = open();
    const auto first = catalog.addImport(sampleImport("adult"), moment());
    ASSERT_TRUE(first) << first.error().message;
    EXPECT_EQ(first->name, "adult");
    EXPECT_TRUE(first->isNewDataset);
    EXPECT_TRUE(first->isNewVersion);
    EXPECT_EQ(first->number, 1);

    Import other = sampleImport("adult");
    other.path = "/elsewhere/adult.csv";
    EXPECT_EQ(catalog.addImport(other, moment())->name, "adult_2");
    other.path = "/third/adult.csv";
    EXPECT_EQ(catalog.addImport(other, moment())->name, "adult_3");

    const auto again = catalog.addImport(sampleImport("adult"), moment(1));
    EXPECT_EQ(again->dataset, first->dataset);
    EXPECT_EQ(again->version, first->version);
    EXPECT_FALSE(again->isNewVersion);
    ASSERT_EQ(catalog.datasets()->size(), 3U);
    EXPECT_EQ((*catalog.datasets())[1].dataset.name, "adult_2");
}

TEST_F(CatalogTest, WithoutAPathTheNameTells)
{
    Catalog catalog = open();
    ASSERT_TRUE(catalog.addImport(sampleImport("adult"), moment()));
    Import piped = sampleImport("adult");
    piped.path.clear();
    for (int i = 0; i < 3; ++i)
        EXPECT_EQ(catalog.addImport(piped, moment())->name, "adult_2");
    piped.name.clear();
    EXPECT_EQ(catalog.addImport(piped, moment())->name, "dataset");
    EXPECT_EQ(catalog.datasets()->size(), 3U);
}

TEST_F(CatalogTest, OtherBytesOrOptionsAreAnotherVersion)
{
    Catalog catalog = open();
    ASSERT_TRUE(catalog.addImport(sampleImport("adult", 1), moment()));
    EXPECT_EQ(catalog.addImport(sampleImport("adult", 2), moment(1))->number, 2);
    Import options = sampleImport("adult", 2);
    options.file.options = R"({"null": ["?"]})";
    EXPECT_EQ(catalog.addImport(options, moment(2))->number, 3);
    // What it was before is a version of its own: the history is not folded.
    EXPECT_EQ(catalog.addImport(sampleImport("adult", 1), moment(3))->number, 4);

    EXPECT_EQ(catalog.version("adult")->number, 4);
    EXPECT_EQ(catalog.version("adult@2")->file.hash, "xxh3-128:2");
    EXPECT_EQ(catalog.version("adult@2")->importedAt, moment(1));
    const auto versions = catalog.versions(catalog.dataset("adult")->id);
    ASSERT_EQ(versions->size(), 4U);
    EXPECT_EQ(versions->front().number, 4);
    EXPECT_EQ(problemsOf(catalog), std::vector<std::string>());
}

TEST_F(CatalogTest, UnknownNamesAreErrorsThatHelp)
{
    Catalog catalog = open();
    EXPECT_EQ(catalog.version("adult").error().code, ErrorCode::Usage);
    ASSERT_TRUE(catalog.addImport(sampleImport("adult"), moment()));
    // It would stand for a version of another one.
    Import tricky = sampleImport("a@2");
    EXPECT_EQ(valueOf(catalog.addImport(tricky, moment())).name, "a_2");
    EXPECT_EQ(valueOf(catalog.version("a_2@1")).number, 1);
    EXPECT_EQ(catalog.version("a@2").error().code, ErrorCode::Usage);

    EXPECT_EQ(catalog.version("adutl").error().code, ErrorCode::Usage);
    EXPECT_EQ(catalog.version("adutl").error().hint, "did you mean \"adult\"?");
    EXPECT_EQ(catalog.version("adult@2").error().message, "the dataset \"adult\" has no version 2");
    EXPECT_EQ(catalog.version("adult@2").error().hint, "the newest is adult@1");
    for (const char* name :
        {"adult@", "adult@0", "adult@-1", "adult@1x", "adult@99999999999999999999", "@1", "", "@"})
        EXPECT_EQ(catalog.version(name).error().code, ErrorCode::Usage) << name;
    EXPECT_EQ(catalog.finding("f-1").error().code, ErrorCode::Usage);
}

TEST_F(CatalogTest, ImportingTheSameFileAgainReplacesWhatIsKnownOfIt)
{
    Catalog catalog = open();
    Import import = sampleImport("adult");
    import.dataFile = DataFileRef{"1.cupeldata", true};
    const auto first = catalog.addImport(import, moment());
    import.contents.roles.clear();
    import.contents.columns[1].top[0].count = 71;
    import.file.modifiedNs += 5;
    import.dataFile.reset();
    ASSERT_TRUE(catalog.addImport(import, moment(1)));
    EXPECT_EQ(dump(*catalog.contents(first->version)), dump(import.contents));
    EXPECT_EQ(catalog.version("adult")->file.modifiedNs, import.file.modifiedNs);
    // Without a new data file the old one stays.
    EXPECT_EQ(catalog.version("adult")->dataFile, (DataFileRef{"1.cupeldata", true}));
    ASSERT_TRUE(catalog.setDataFile(first->version, {}));
    EXPECT_FALSE(catalog.version("adult")->dataFile);
    ASSERT_TRUE(catalog.setDataFile(first->version, DataFileRef{"2.cupeldata", false}));
    EXPECT_EQ(catalog.version("adult")->dataFile, (DataFileRef{"2.cupeldata", false}));
}

TEST_F(CatalogTest, RunsAreFoundByVersionKeyAndFinding)
{
    Catalog catalog = open();
    const std::int64_t adult = catalog.addImport(sampleImport("adult"), moment())->version;
    const std::int64_t loans = catalog.addImport(sampleImport("loans"), moment())->version;
    const auto both = catalog.addRun(sampleRun({adult, loans}, 1));
    ASSERT_TRUE(both) << both.error().message;
    const auto one = catalog.addRun(sampleRun({adult}, 2));
    ASSERT_TRUE(one);

    ASSERT_EQ(catalog.runs(adult)->size(), 2U);
    EXPECT_EQ((*catalog.runs(adult))[0].id, *one);
    ASSERT_EQ(catalog.runs(loans)->size(), 1U);
    EXPECT_EQ((*catalog.runs(loans))[0].info.versions, (std::vector{adult, loans}));
    EXPECT_EQ((*catalog.runOf("key-1"))->id, *both);
    EXPECT_FALSE(*catalog.runOf("key-3"));
    EXPECT_FALSE(*catalog.runOf(""));
    EXPECT_EQ(*catalog.archive(*one), R"({"report": 2})");
    const std::string id = "f-" + std::to_string(adult) + "-review";
    EXPECT_EQ(catalog.finding(id)->run, *one);
    EXPECT_EQ(catalog.finding(id)->finding.comparison->expected, "CC-BY-4.0");
    EXPECT_EQ(catalog.run(*both)->info.requestKey, "key-1");
    EXPECT_EQ(catalog.run(99).error().code, ErrorCode::Catalog);
    EXPECT_EQ(catalog.versionOfId(loans)->number, 1);
    EXPECT_EQ(catalog.versionOfId(99).error().code, ErrorCode::Catalog);
    EXPECT_EQ(catalog.datasetOfId(catalog.versionOfId(loans)->dataset)->name, "loans");
    EXPECT_EQ((*catalog.datasets())[0].lastRun->id, *one);
    EXPECT_EQ((*catalog.datasets())[1].lastRun->id, *both);
    EXPECT_EQ(problemsOf(catalog), std::vector<std::string>());
}

TEST_F(CatalogTest, ARunOverTheSameVersionTwiceIsOverItOnce)
{
    Catalog catalog = open();
    const std::int64_t version = catalog.addImport(sampleImport("adult"), moment())->version;
    const auto run = catalog.addRun(sampleRun({version, version}));
    ASSERT_TRUE(run) << run.error().message;
    EXPECT_EQ((*catalog.runs(version))[0].info.versions, std::vector{version});
    EXPECT_EQ(problemsOf(catalog), std::vector<std::string>());
}

TEST_F(CatalogTest, ARunOverNothingThatIsThereLeavesNothing)
{
    Catalog catalog = open();
    const std::int64_t version = catalog.addImport(sampleImport("adult"), moment())->version;
    const std::string before = exported(catalog);
    EXPECT_EQ(catalog.addRun(sampleRun({version, version + 1})).error().code, ErrorCode::Catalog);
    EXPECT_EQ(exported(catalog), before);
}

TEST_F(CatalogTest, EventsTellWhatHappened)
{
    Catalog catalog = open();
    const std::int64_t version = catalog.addImport(sampleImport("adult", 1), moment())->version;
    ASSERT_TRUE(catalog.addImport(sampleImport("adult", 2), moment(1)));
    ASSERT_TRUE(catalog.addRun(sampleRun({version}, 2)));
    ASSERT_TRUE(catalog.addImport(sampleImport("loans"), moment(3)));
    ASSERT_TRUE(catalog.remove("adult", moment(4)));
    const auto events = catalog.events();
    std::string whats;
    for (const Event& event : *events)
        whats += event.what + " " + event.name + ", ";
    EXPECT_EQ(whats, "import adult, import adult, run adult, import loans, remove adult, ");
    EXPECT_EQ((*events)[1].before, R"({"version":1,"hash":"xxh3-128:1"})");
    EXPECT_EQ((*events)[1].after, R"({"version":2,"hash":"xxh3-128:2"})");
    EXPECT_EQ((*events)[1].at, moment(1));
    EXPECT_EQ(catalog.events((*events)[3].dataset)->size(), 1U);
}

TEST_F(CatalogTest, WhatWasWrittenIsReadBack)
{
    Catalog catalog = open();
    RandomRecords random(20270331);
    std::set<std::int64_t> seen;
    for (std::size_t i = 0; i < effort(150); ++i) {
        const Import import = random.import();
        const auto imported = catalog.addImport(import, moment(static_cast<std::int64_t>(i)));
        ASSERT_TRUE(imported) << imported.error().message;
        ASSERT_EQ(imported->isNewVersion, seen.insert(imported->version).second);
        EXPECT_EQ(dump(*catalog.contents(imported->version)), dump(import.contents));
        const auto version = catalog.version(imported->name);
        ASSERT_TRUE(version) << version.error().message;
        EXPECT_EQ(version->id, imported->version);
        if (imported->isNewVersion) {
            EXPECT_EQ(dump(version->file), dump(import.file));
        }
        if (import.dataFile) {
            EXPECT_EQ(version->dataFile, import.dataFile);
        }
        EXPECT_EQ(catalog.dataset(imported->name)->path, import.path);

        const catalog::Run run = random.run({imported->version, *seen.begin()});
        const auto id = catalog.addRun(run);
        ASSERT_TRUE(id) << id.error().message;
        EXPECT_EQ(*catalog.archive(*id), run.archive);
        const auto metrics = catalog.metrics(*id);
        ASSERT_EQ(metrics->size(), run.metrics.size());
        for (std::size_t j = 0; j < metrics->size(); ++j)
            EXPECT_EQ(dump((*metrics)[j]), dump(run.metrics[j]));
        const auto findings = catalog.findings(*id);
        ASSERT_EQ(findings->size(), run.findings.size());
        for (std::size_t j = 0; j < findings->size(); ++j)
            EXPECT_EQ(dump((*findings)[j]), dump(run.findings[j]));
        RunInfo info = run.info;
        if (info.versions[0] == info.versions[1])
            info.versions.pop_back();
        EXPECT_EQ(dump(catalog.runs(imported->version)->front().info), dump(info));
    }
}

TEST_F(CatalogTest, TheExportIsJsonOfEverything)
{
    Catalog catalog = open();
    Import import = sampleImport("adult");
    import.path = "/data/\xff.csv";
    import.contents.columns[0].numbers->max = std::numeric_limits<double>::infinity();
    const std::int64_t version = catalog.addImport(import, moment())->version;
    ASSERT_TRUE(catalog.addRun(sampleRun({version})));
    const std::string text = exported(catalog);
    const auto json = nlohmann::json::parse(text);
    const auto& tables = json["tables"];
    EXPECT_EQ(json["schema"], "cupel.catalog");
    EXPECT_EQ(json["version"], 2);
    EXPECT_EQ(tables["dataset"][0]["path"]["bytes"], "2f646174612fff2e637376");
    EXPECT_EQ(tables["version"][0]["imported_at"], "2027-03-31T12:00:00Z");
    EXPECT_EQ(tables["column_info"][0]["greatest"], "Infinity");
    EXPECT_EQ(tables["column_value"].size(), 2U);
    EXPECT_EQ(tables["finding"][0]["limit_value"], 3.0);
    EXPECT_EQ(tables["run"][0]["archive"], R"({"report": 1})");
    // Every table is in it.
    const auto database = Database::open(path(), Access::Read, FileFormat());
    const auto count = database->integer(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    EXPECT_EQ(tables.size(), static_cast<std::size_t>(**count));
    EXPECT_EQ(exported(catalog), text);
}

TEST_F(CatalogTest, AFailingSinkEndsTheExport)
{
    const Catalog catalog = open();
    int calls = 0;
    const auto done = catalog.exportTo([&](std::string_view) {
        return ++calls < 3 ? base::Result<void>()
                           : base::Error{ErrorCode::OutputFailed, "full", "", {}};
    });
    EXPECT_EQ(done.error().code, ErrorCode::OutputFailed);
    EXPECT_EQ(calls, 3);
}

TEST_F(CatalogTest, ABackupIsTheCatalogOfOneMoment)
{
    Catalog catalog = open();
    const std::int64_t version = catalog.addImport(sampleImport("adult"), moment())->version;
    ASSERT_TRUE(catalog.addRun(sampleRun({version})));
    const std::string target = (m_folder / "backup").string();
    ASSERT_TRUE(catalog.backupTo(target));
    struct stat status { };
    ASSERT_EQ(stat(target.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
    {
        const auto copy = Catalog::open(target, Catalog::Missing::Fail);
        ASSERT_TRUE(copy) << copy.error().message;
        EXPECT_EQ(exported(*copy), exported(catalog));
    }
    ASSERT_TRUE(catalog.addImport(sampleImport("loans"), moment()));
    const std::string before = readFile(target);
    const auto refused = catalog.backupTo(target);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Catalog);
    EXPECT_EQ(readFile(target), before);
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
        names.insert(entry.path().filename().string());
    EXPECT_EQ(
        names, (std::set<std::string>{"backup", "my catalog", "my catalog-shm", "my catalog-wal"}));
}

TEST_F(CatalogTest, WhatIsCancelledLeavesNothing)
{
    Catalog catalog = open();
    ASSERT_TRUE(catalog.addImport(sampleImport("adult"), moment()));
    const std::atomic<bool> cancel = true;
    const base::JobContext job({}, &cancel);
    EXPECT_EQ(
        catalog.backupTo((m_folder / "backup").string(), job).error().code, ErrorCode::Cancelled);
    EXPECT_FALSE(std::filesystem::exists(m_folder / "backup"));
    // The connection is as good as before.
    EXPECT_EQ(problemsOf(catalog), std::vector<std::string>());
}

} // namespace
} // namespace cupel::test
