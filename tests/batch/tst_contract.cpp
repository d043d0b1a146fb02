#include "tests/batch/cupel_program.h"

#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

namespace cupel::test {
namespace {

using Json = nlohmann::ordered_json;
using Keys = std::vector<std::string>;

/// Parts of the example that come from documents, which are not read yet, and objects whose keys
/// belong to the finding at hand.
const std::set<std::string> kElsewhere{"/datasets/documents", "/datasets/licenses",
    "/datasets/card", "/findings/subject", "/findings/limit", "/findings/evidence",
    "/datasets/audits/metrics/excluded", "/datasets/audits/metrics/subject",
    "/datasets/audits/parameters"};

/// The keys of every object of a document, by its path; items of an array share one path.
void collect(
    const Json& json, const std::string& path, std::map<std::string, std::vector<Keys>>& to)
{
    if (kElsewhere.contains(path))
        return;
    if (json.is_array()) {
        for (const Json& item : json)
            collect(item, path, to);
    }
    if (!json.is_object())
        return;
    Keys keys;
    for (const auto& [key, value] : json.items()) {
        if (kElsewhere.contains(path + "/" + key))
            continue;
        keys.push_back(key);
        collect(value, path + "/" + key, to);
    }
    to[path].push_back(keys);
}

std::map<std::string, std::vector<Keys>> keysOf(const Json& json)
{
    std::map<std::string, std::vector<Keys>> keys;
    collect(json, "", keys);
    return keys;
}

Json sampleReport()
{
    const auto folder = sourceDir() / "resources/sample";
    const RunResult run = cupel({"audit", "--json", folder / "loans.csv", "--roles",
        folder / "roles.json", "--fail-on", "never"});
    EXPECT_EQ(run.exitCode, 0) << run.err;
    return Json::parse(run.out);
}

/// The keys of `wanted` that `own` has too, in the order of `own`.
Keys common(const Keys& own, const Keys& wanted)
{
    Keys both;
    std::copy_if(own.begin(), own.end(), std::back_inserter(both), [&wanted](const auto& key) {
        return std::find(wanted.begin(), wanted.end(), key) != wanted.end();
    });
    return both;
}

TEST(Contract, everyKeyOfTheExampleIsThereInItsOrder)
{
    CUPEL_REQUIRE_SHARED("contract/report.example.json");
    std::ifstream file(sharedDir() / "contract/report.example.json");
    const auto own = keysOf(sampleReport());
    for (const auto& [path, objects] : keysOf(Json::parse(file))) {
        SCOPED_TRACE(path);
        ASSERT_TRUE(own.contains(path));
        for (const Keys& wanted : objects) {
            const bool isThere = std::any_of(own.at(path).begin(), own.at(path).end(),
                [&wanted = wanted](const Keys& keys) { return common(keys, wanted) == wanted; });
            EXPECT_TRUE(isThere) << Json(wanted).dump() << "\nnot in "
                                 << Json(own.at(path).front()).dump();
        }
    }
}

/// The ids of the list are the registry's own test; here every metric of a report is in the
/// registry, and its subject has the keys that are promised there.
TEST(Contract, everyMetricOfAReportIsExplained)
{
    std::map<std::string, std::set<std::string>> subjects;
    const Json registry = Json::parse(cupel({"metrics", "list", "--json"}).out);
    for (const Json& metric : registry) {
        const std::string name = metric["ref"].get<std::string>() + " "
            + metric["id"].get<std::string>() + " " + metric["variant"].get<std::string>();
        std::set<std::string>& keys = subjects[name]; // there also for a metric without a subject
        for (const Json& key : metric["subject"])
            keys.insert(key.get<std::string>());
    }
    const Json report = sampleReport();
    std::size_t metrics = 0;
    for (const Json& audit : report.at("datasets").at(0).at("audits")) {
        for (const Json& metric : audit.at("metrics")) {
            const std::string name = metric["ref"].get<std::string>() + " "
                + metric["id"].get<std::string>() + " " + metric["variant"].get<std::string>();
            ASSERT_TRUE(subjects.contains(name)) << name;
            for (const std::string& key : subjects[name])
                EXPECT_TRUE(metric.at("subject").contains(key)) << name << ": " << key;
            EXPECT_EQ(metric.at("value").is_null(), metric.at("undefined").is_string()) << name;
            ++metrics;
        }
    }
    EXPECT_GT(metrics, 100u);
}

} // namespace
} // namespace cupel::test
