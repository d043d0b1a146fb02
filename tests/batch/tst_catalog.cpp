#include "tests/batch/catalog_test.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

namespace cupel::test {
namespace {

using nlohmann::json;

constexpr int kCatalogTrouble = 8;

using Catalog = CatalogTest;

TEST_F(Catalog, reportsAreWrittenAgainByteForByte)
{
    for (const char* privacy : {"masked", "full"}) {
        const auto fresh = [&](const std::string& format) {
            const RunResult result = audit(
                {"-q", "--set", std::string("privacy.mode=") + privacy, "-o", format + "=-"});
            EXPECT_EQ(result.exitCode, 0) << result.err;
            return result.out;
        };
        for (const char* format : {"json", "html", "md", "sarif", "junit", "csv", "codequality"}) {
            const std::string first = fresh(format);
            ASSERT_FALSE(first.empty()) << format;
            EXPECT_EQ(first, run({"report", "loans", "-o", std::string(format) + "=-"}).out);
            EXPECT_EQ(first, fresh(format)) << "out of the data file: " << format;
        }
    }
    EXPECT_EQ(audit().out, run({"report", "loans"}).out);
    expectSound();
}

TEST_F(Catalog, anotherPrivacyModeHidesMore)
{
    ASSERT_EQ(audit({"--set", "privacy.mode=full"}).exitCode, 0);
    EXPECT_NE(run({"report", "loans", "--json"}).out.find("\"m\""), std::string::npos);
    EXPECT_EQ(run({"report", "loans", "--json", "--privacy", "aggregate"}).out.find("\"m\""),
        std::string::npos);
}

TEST_F(Catalog, historyTellsWhoChoseWhichRoles)
{
    RunOptions asAda;
    asAda.environment["USER"] = "a\x1b[31mda";
    asAda.environment["SOURCE_DATE_EPOCH"] = "1806494400";
    const auto auditAs = [&](const std::vector<std::string>& roles) {
        std::vector<std::string> words{
            "audit", data, "-q", "--fail-on", "never", "--catalog", path};
        words.insert(words.end(), roles.begin(), roles.end());
        ASSERT_EQ(cupel(words, asAda).exitCode, 0);
    };
    auditAs({"--label", "approved"});
    auditAs({"--label", "approved"});
    auditAs({"--label", "approved", "--group", "sex", "--type", "id=text"});
    const RunResult told = run({"catalog", "history", "loans"});
    EXPECT_EQ(told.exitCode, 0) << told.err;
    EXPECT_NE(told.out.find("2027-03-31T12:00:00Z  a\\x1b[31mda  Roles and types chosen  "
                            "Group columns: (none) → sex; Type of id: Integer → Text\n"),
        std::string::npos)
        << told.out;
    EXPECT_LT(told.out.find("Group columns"), told.out.find("Label: (none) → approved"));
    const json history = jsonOf({"catalog", "history", "loans", "--json"});
    EXPECT_EQ(history["dataset"], "loans");
    std::vector<std::string> whats;
    for (const json& entry : history["history"])
        whats.push_back(entry["what"]);
    EXPECT_EQ(whats,
        (std::vector<std::string>{"Audited", "Roles and types chosen", "New version", "Audited",
            "Read again", "Audited", "Roles chosen", "Added"}));
    EXPECT_EQ(history["history"][1]["who"], "a\x1b[31mda");
    EXPECT_EQ(history["history"][1]["at"], "2027-03-31T12:00:00Z");
    EXPECT_EQ(run({"catalog", "history", "none"}).exitCode, 2);
    EXPECT_EQ(cupel({"catalog", "history", "loans"}).exitCode, 2);
    expectSound();
}

TEST_F(Catalog, aChangedFileIsANewVersion)
{
    ASSERT_EQ(audit().exitCode, 0);
    ASSERT_EQ(audit().exitCode, 0);
    write(loans(9));
    ASSERT_EQ(audit().exitCode, 0);
    const json list = jsonOf({"catalog", "list", "--json"})["datasets"];
    ASSERT_EQ(list.size(), 1u);
    EXPECT_EQ(list[0]["versions"], 2);
    EXPECT_EQ(list[0]["rows"], 409);
    EXPECT_EQ(jsonOf({"report", "loans@1", "--json"})["datasets"][0]["inputs"][0]["rows"], 403);

    const json changes = jsonOf({"compare", "loans@1", "loans@2", "--json"});
    EXPECT_EQ(changes["datasets"][0]["rows"], (json{{"before", 403}, {"after", 409}}));
    EXPECT_FALSE(changes["datasets"][0]["sameFile"]);
    bool isDuplicateWorse = false;
    for (const json& finding : changes["findings"]["findings"])
        isDuplicateWorse
            |= finding["rule"] == "data.duplicate-rows" && finding["baselineState"] == "worse";
    EXPECT_TRUE(isDuplicateWorse) << changes["findings"].dump(1);
    expectSound();
}

TEST_F(Catalog, aTouchedFileOfTheSameBytesIsNotOne)
{
    ASSERT_EQ(audit().exitCode, 0);
    write(loans(3));
    ASSERT_EQ(audit().exitCode, 0);
    EXPECT_EQ(jsonOf({"catalog", "list", "--json"})["datasets"][0]["versions"], 1);
    EXPECT_EQ(dataFiles().size(), 1u);
}

TEST_F(Catalog, anUnchangedInputIsLoadedNotRead)
{
    ASSERT_EQ(audit().exitCode, 0);
    // Other bytes under the size and the time of the old ones go unseen only where nobody reads.
    const auto time = std::filesystem::last_write_time(data);
    std::string other = readFile(data);
    other[other.find("yes", other.find('\n'))] = 'Y';
    folder.write("in/loans.csv", other);
    std::filesystem::last_write_time(data, time);
    const auto isSeen = [&] {
        return audit({"-q", "--privacy", "full", "--json"}).out.find("\"Yes\"");
    };
    EXPECT_EQ(isSeen(), std::string::npos);

    ASSERT_EQ(dataFiles().size(), 1u);
    std::filesystem::remove(dataFiles().front());
    EXPECT_NE(isSeen(), std::string::npos);
}

TEST_F(Catalog, otherRolesGiveWhatAFreshReadGives)
{
    ASSERT_EQ(audit().exitCode, 0);
    const std::vector<std::string> words{"audit", data, "--label", "sex", "--group",
        "income:0,2000,9000", "--id", "id", "--fail-on", "never", "-q", "--json"};
    const RunResult kept = run(words);
    const RunResult fresh = cupel(words);
    EXPECT_EQ(kept.exitCode, 0) << kept.err;
    EXPECT_EQ(kept.out, fresh.out);
}

TEST_F(Catalog, importKeepsWithoutAuditing)
{
    const RunResult imported = run({"import", data});
    EXPECT_EQ(imported.exitCode, 0) << imported.err;
    EXPECT_EQ(imported.out, "loans  version 1 (new)  403 rows, 4 columns\n");
    EXPECT_EQ(run({"import", data}).out, "loans  version 1 (unchanged)  403 rows, 4 columns\n");
    const std::string one = folder.write("in/one.csv", "a\nx\n").string();
    EXPECT_EQ(run({"import", one}).out, "one  version 1 (new)  1 row, 1 column\n");
    const RunResult report = run({"report", "loans"});
    EXPECT_EQ(report.exitCode, 2);
    EXPECT_NE(report.err.find("not audited"), std::string::npos) << report.err;
    EXPECT_TRUE(jsonOf({"catalog", "list", "--json"})["datasets"][0]["lastRun"].is_null());
    expectSound();
}

TEST_F(Catalog, removedDatasetsComeBack)
{
    ASSERT_EQ(audit().exitCode, 0);
    EXPECT_EQ(run({"catalog", "remove", "loans"}).exitCode, 0);
    EXPECT_EQ(run({"catalog", "list"}).out, "the catalog is empty\n");
    EXPECT_EQ(run({"report", "loans"}).exitCode, 2);
    const auto removed = jsonOf({"catalog", "list", "--removed", "--json"})["removed"];
    ASSERT_EQ(removed.size(), 1u);
    EXPECT_LT(removed[0]["removedAt"], removed[0]["restorableUntil"]);
    EXPECT_NE(run({"catalog", "list", "--removed"}).out.find("until 2"), std::string::npos);
    EXPECT_EQ(run({"catalog", "restore", "loans"}).exitCode, 0);
    EXPECT_EQ(run({"report", "loans"}).exitCode, 0);
    expectSound();
}

TEST_F(Catalog, aFileThatWasMovedIsLocated)
{
    ASSERT_EQ(audit().exitCode, 0);
    const std::string id
        = findingsOf(jsonOf({"report", "loans", "--json"}), "data.duplicate-rows").at(0)["id"];
    const std::string moved = (folder / "moved.csv").string();
    std::filesystem::rename(data, moved);
    EXPECT_EQ(run({"rows", id}).exitCode, 3);
    const std::string other = folder.write("other.csv", loans(1)).string();
    const RunResult refused = run({"catalog", "locate", "loans", other});
    EXPECT_EQ(refused.exitCode, 2);
    EXPECT_NE(refused.err.find("not the file of \"loans\""), std::string::npos) << refused.err;
    EXPECT_EQ(run({"catalog", "locate", "loans", data}).exitCode, 3);
    const RunResult located = run({"catalog", "locate", "loans", moved});
    EXPECT_EQ(located.exitCode, 0) << located.err;
    EXPECT_EQ(located.out, "loans is at " + moved + " now\n");
    EXPECT_EQ(run({"rows", id}).exitCode, 0);
    data = moved;
    ASSERT_EQ(audit().exitCode, 0);
    EXPECT_EQ(jsonOf({"catalog", "list", "--json"})["datasets"].size(), 1u);
    expectSound();
}

TEST_F(Catalog, whatWasRemovedIsDeletedAfterThirtyDays)
{
    const std::string other = folder.write("in/other.csv", "a,b\n1,2\n3,4\n").string();
    const auto at = [&](const char* seconds, const std::vector<std::string>& words) {
        std::vector<std::string> all = words;
        all.insert(all.end(), {"--catalog", path});
        RunOptions options;
        options.environment["SOURCE_DATE_EPOCH"] = seconds;
        const RunResult result = cupel(all, options);
        EXPECT_EQ(result.exitCode, 0) << result.err;
    };
    at("1000000000", {"import", data, other});
    at("1000000000", {"catalog", "remove", "loans"});
    EXPECT_EQ(dataFiles().size(), 2u);
    at("1002592001", {"catalog", "remove", "other"}); // 30 days and a second later
    EXPECT_EQ(dataFiles().size(), 1u);
    EXPECT_EQ(run({"catalog", "restore", "loans"}).exitCode, 2);
    EXPECT_EQ(run({"catalog", "restore", "other"}).exitCode, 0);
    expectSound();
}

TEST_F(Catalog, twoCatalogsInOneFolderLeaveEachOtherAlone)
{
    ASSERT_EQ(audit().exitCode, 0);
    const std::string first = path;
    path = (shelf / "other.cupel").string();
    ASSERT_EQ(audit().exitCode, 0);
    EXPECT_EQ(dataFiles().size(), 2u);
    expectSound();
    path = first;
    expectSound();
}

TEST_F(Catalog, aCatalogThatMayOnlyBeReadIsRead)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may write anywhere";
    ASSERT_EQ(audit().exitCode, 0);
    std::filesystem::permissions(path, std::filesystem::perms::owner_read);
    std::filesystem::permissions(
        shelf, std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    EXPECT_EQ(run({"report", "loans"}).exitCode, 0);
    EXPECT_EQ(run({"catalog", "list"}).exitCode, 0);
    EXPECT_EQ(audit().exitCode, kCatalogTrouble);
    std::filesystem::permissions(shelf, std::filesystem::perms::owner_all);
}

TEST_F(Catalog, everythingIsPrivateToTheUserAndNothingIsWrittenBesideTheData)
{
    ASSERT_EQ(audit({"--keep-source"}).exitCode, 0);
    for (const auto& entry : std::filesystem::directory_iterator(shelf)) {
        struct stat status { };
        ASSERT_EQ(::stat(entry.path().c_str(), &status), 0);
        if (entry.path().filename() != "empty") {
            EXPECT_EQ(status.st_mode & 0777u, 0600u) << entry.path();
        }
    }
    const std::filesystem::directory_iterator beside(folder / "in");
    EXPECT_EQ(std::distance(begin(beside), end(beside)), 1);
}

TEST_F(Catalog, whatIsNoCatalogIsRefused)
{
    const auto expectRefused = [&](const std::string& what) {
        for (const std::vector<std::string>& words : {std::vector<std::string>{"audit", data},
                 {"catalog", "list"}, {"report", "loans"}, {"rows", "f-1"}, {"catalog", "check"}}) {
            const RunResult result = run(words);
            EXPECT_EQ(result.exitCode, kCatalogTrouble) << what << ": " << words[0] << result.err;
            EXPECT_NE(result.err.find("try:"), std::string::npos) << what << result.err;
        }
    };
    folder.write("shelf/c.cupel", std::string(4096, 'x'));
    expectRefused("other bytes");
    std::filesystem::remove(path);
    ASSERT_EQ(audit().exitCode, 0);
    std::string bytes = readFile(path);
    bytes.resize(bytes.size() / 2);
    folder.write("shelf/c.cupel", bytes);
    expectRefused("half a catalog");
    EXPECT_EQ(readFile(path), bytes) << "what is refused stays as it is";
    path = (folder / "nowhere/c.cupel").string();
    EXPECT_EQ(audit().exitCode, kCatalogTrouble);
}

TEST_F(Catalog, commandsThatNeedACatalogSaySo)
{
    for (const std::vector<std::string>& words : {std::vector<std::string>{"import", data},
             {"report", "loans"}, {"catalog", "list"}, {"rows", "f-1"}}) {
        const RunResult result = cupel(words);
        EXPECT_EQ(result.exitCode, 2) << words[0];
        EXPECT_NE(result.err.find("--catalog"), std::string::npos) << result.err;
    }
    EXPECT_EQ(run({"audit", data, "--memory"}).exitCode, 2);
    path = data;
    EXPECT_EQ(run({"audit", data}).exitCode, 2) << "the input is not overwritten";
    EXPECT_EQ(readFile(data), loans(3));
}

TEST_F(Catalog, backupAndExportHoldTheSame)
{
    ASSERT_EQ(audit().exitCode, 0);
    const std::string copy = (shelf / "copy.cupel").string();
    EXPECT_EQ(run({"catalog", "backup", copy}).exitCode, 0);
    EXPECT_EQ(run({"catalog", "backup", copy}).exitCode, kCatalogTrouble) << "never replaced";
    const RunResult exported = run({"catalog", "export"});
    EXPECT_TRUE(json::accept(exported.out));
    EXPECT_EQ(cupel({"catalog", "export", "--catalog", copy}).out, exported.out);
}

TEST(Compare, namesColumnsFiguresAndFindings)
{
    const TempDir folder;
    const auto reportOn = [&](const char* name, const std::string& text) {
        const std::string data = folder.write(std::string(name) + "/d.csv", text).string();
        const std::string path = (folder / (std::string(name) + ".json")).string();
        EXPECT_EQ(cupel({"audit", data, "--label", "y", "--privacy", "full", "--fail-on", "never",
                            "-q", "-o", "json=" + path})
                      .exitCode,
            0);
        return path;
    };
    const std::string old = reportOn("old", "y,a,gone\nu,1,x\nu,2,x\nv,3,z\nv,4,z\n");
    const std::string now = reportOn("now", "y,a,fresh\nu,1,p\nu,b,p\nu,3,q\nv,4,q\nv,4,q\n");
    const json changes = json::parse(cupel({"compare", old, now, "--json"}).out);
    ASSERT_EQ(changes["datasets"].size(), 1u);
    const json& dataset = changes["datasets"][0];
    EXPECT_EQ(dataset["columns"], json::parse(R"([
            {"column": "a", "change": "type", "before": "integer", "after": "text"},
            {"column": "fresh", "change": "added", "before": null, "after": "text"},
            {"column": "gone", "change": "removed", "before": "text", "after": null}])"));
    // 2 of 4 rows are u at first, 3 of 5 then: the imbalance ratio goes from 1 to 1.5.
    const json& changed = dataset["metrics"]["changed"];
    const auto ratio = std::find_if(changed.begin(), changed.end(),
        [](const json& metric) { return metric["id"] == "imbalance-ratio"; });
    ASSERT_NE(ratio, changed.end()) << changed.dump(1);
    EXPECT_EQ((*ratio)["before"], 1.0);
    EXPECT_EQ((*ratio)["after"], 1.5);
    EXPECT_EQ((*ratio)["nAfter"], 5);
    std::set<std::string> states;
    for (const json& finding : changes["findings"]["findings"]) {
        if (finding["rule"] == "data.duplicate-rows")
            states.insert(finding["baselineState"].get<std::string>());
    }
    EXPECT_EQ(states, (std::set<std::string>{"new"}));

    const json same = json::parse(cupel({"compare", now, now, "--json"}).out);
    EXPECT_TRUE(same["datasets"][0]["metrics"]["changed"].empty());
    EXPECT_TRUE(same["datasets"][0]["columns"].empty());
    EXPECT_GT(same["datasets"][0]["metrics"]["compared"], 10);
    const RunResult text = cupel({"compare", old, now});
    EXPECT_NE(text.out.find("column fresh is new (text)"), std::string::npos) << text.out;
    EXPECT_NE(text.out.find("4 -> 5 rows"), std::string::npos) << text.out;
    EXPECT_EQ(cupel({"compare", old, (folder / "none.json").string()}).exitCode, 3);
}

TEST_F(Catalog, severalInputsAreSeveralDatasets)
{
    const std::string other = folder.write("in/other.csv", "a,b\n1,2\n3,4\n").string();
    ASSERT_EQ(run({"audit", data, other, "--fail-on", "never", "-q"}).exitCode, 0);
    EXPECT_EQ(jsonOf({"catalog", "list", "--json"})["datasets"].size(), 2u);
    EXPECT_EQ(dataFiles().size(), 2u);
    const json report = jsonOf({"report", "other", "--json"});
    ASSERT_EQ(report["datasets"].size(), 1u);
    EXPECT_EQ(report["datasets"][0]["name"], "other");
    expectSound();
}

TEST_F(Catalog, noOutputReplacesACatalogOrWhatWasRead)
{
    folder.write("in/README.md", "# Loans\n");
    ASSERT_EQ(audit().exitCode, 0);
    const std::string readme = (folder / "in/README.md").string();
    const std::string stored = dataFiles().front().string();
    const auto refused = [this](std::vector<std::string> words, const std::string& target) {
        const std::string before
            = std::filesystem::exists(target) ? readFile(target) : std::string();
        const RunResult result = run(words);
        EXPECT_EQ(result.exitCode, 2) << words.front() << " over " << target << ": " << result.out;
        EXPECT_NE(result.err.find("would replace"), std::string::npos) << result.err;
        EXPECT_EQ(std::filesystem::exists(target) ? readFile(target) : std::string(), before);
    };
    for (const std::string& target : {path, path + "-wal", path + ".lock", stored, data, readme}) {
        refused({"catalog", "export", "-o", target}, target);
        refused({"report", "loans", "-o", "html=" + target}, target);
        refused({"rubric", "sheet", "loans", "-o", target}, target);
        refused({"audit", data, "-o", "html=" + target}, target);
    }
    // Without the catalog, too: it is known by what is in it.
    EXPECT_EQ(cupel({"audit", data, "-o", "html=" + path}).exitCode, 2);
    EXPECT_EQ(run({"catalog", "check"}).exitCode, 0);
}

} // namespace
} // namespace cupel::test
