#include "tests/batch/cupel_program.h"

#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <array>
#include <fstream>

namespace cupel::test {
namespace {

/// 300,000 rows with columns of 65,535, 65,536 and 140,000 distinct values, numbers and texts, and
/// two columns with few values.
void writeCardinalities(const std::filesystem::path& path)
{
    std::ofstream file(path, std::ios::binary);
    file << "n65535,n65536,n140000,t65535,t65536,t140000,group,label,real\n";
    std::string line;
    std::uint32_t state = 1;
    for (std::uint32_t i = 0; i < 300'000; ++i) {
        state = state * 1'664'525u + 1'013'904'223u;
        const std::string a = std::to_string(i * 7919u % 65'535u);
        const std::string b = std::to_string(i * 7919u % 65'536u);
        const std::string c = std::to_string(i * 7919u % 140'000u);
        line = a + "," + b + "," + c + ",k" + a + ",k" + b + ",k" + c;
        line += i % 3 == 0 ? ",Female" : ",Male";
        line += (state >> 16) % 5 < 2 ? ",yes," : ",no,";
        line += std::to_string(state >> 8) + "." + std::to_string(i % 10) + "\n";
        file << line;
    }
}

const std::vector<std::string> kRoles{"--label", "label", "--favourable", "yes", "--group", "group",
    "--weight", "real", "--json", "--fail-on", "never"};

constexpr std::array kFormats{"html", "md", "sarif", "junit", "github", "codequality", "csv"};

TEST(Determinism, theSameBytesForAnyNumberOfThreads)
{
    const TempDir folder;
    const auto path = folder / "cardinalities.csv";
    writeCardinalities(path);
    std::vector<std::string> words{"audit", path.string()};
    words.insert(words.end(), kRoles.begin(), kRoles.end());
    std::vector<std::string> outputs;
    for (const char* threads : {"-j1", "-j2", "-j4"}) {
        std::vector<std::string> all = words;
        all.emplace_back(threads);
        for (const char* format : kFormats)
            all.insert(all.end(), {"-o", format + ("=" + (folder / format).string())});
        const RunResult result = cupel(all);
        ASSERT_EQ(result.exitCode, 0) << result.err;
        outputs.push_back(result.out);
        for (const char* format : kFormats)
            outputs.back() += readFile(folder / format);
    }
    EXPECT_TRUE(outputs[0] == outputs[1]);
    EXPECT_TRUE(outputs[0] == outputs[2]);
    outputs[0].resize(outputs[0].find("\n}\n") + 3); // the JSON report alone

    const nlohmann::json report = nlohmann::json::parse(outputs[0]);
    const nlohmann::json& columns = report["datasets"][0]["columns"];
    for (const std::size_t column : {std::size_t{0}, std::size_t{3}})
        EXPECT_EQ(
            columns[column]["distinct"], (nlohmann::json{{"value", 65'535}, {"exact", true}}));
    for (const std::size_t column : {std::size_t{1}, std::size_t{4}})
        EXPECT_EQ(
            columns[column]["distinct"], (nlohmann::json{{"value", 65'536}, {"exact", true}}));
    EXPECT_EQ(columns[2]["distinct"], (nlohmann::json{{"value", 140'000}, {"exact", true}}));
    EXPECT_EQ(columns[5]["distinct"]["exact"], false);
    EXPECT_NEAR(columns[5]["distinct"]["value"].get<double>(), 140'000, 2'800);
    EXPECT_EQ(auditOf(report, "duplicates")["metrics"][0]["value"], 0);
}

/// Every output of every command about the sample, one after the other.
std::string everyOutput(const std::string& data, const std::string& roles, const RunOptions& how)
{
    const TempDir folder;
    std::string all;
    const auto run = [&](std::vector<std::string> words, const std::vector<std::string>& formats) {
        for (const std::string& format : formats)
            words.insert(words.end(), {"-o", format + "=" + (folder / format).string()});
        const RunResult result = cupel(words, how);
        EXPECT_LE(result.exitCode, 1) << words[0] << ": " << result.err;
        all += result.out;
        for (const std::string& format : formats)
            all += readFile(folder / format);
    };
    std::vector<std::string> formats(kFormats.begin(), kFormats.end());
    formats.emplace_back("json");
    run({"audit", data, "--roles", roles, "-v"}, formats);
    run({"card", "extract", data, "--roles", roles}, {});
    run({"card", "render", data, "--roles", roles}, {"html", "md", "json"});
    const std::string sheet = (folder / "sheet.json").string();
    run({"rubric", "template", data, "--roles", roles, "-o", sheet}, {});
    all += readFile(sheet);
    run({"rubric", "report", sheet}, {"html", "md", "json"});
    return all;
}

/// Locales whose decimal point is a comma, or in which i is no lower-case I, are in effect here.
TEST(Determinism, theSameBytesInRealLocalesAndZones)
{
    const TempDir locales;
    for (const char* language : {"de_DE", "tr_TR"}) {
        if (!makeLocale(language, locales.path()))
            GTEST_SKIP() << "no localedef that makes " << language
                         << ": apt-get install locales, bash";
    }
    const auto sample = sourceDir() / "resources/sample";
    const std::string data = (sample / "loans.csv").string();
    const std::string roles = (sample / "roles.json").string();
    const std::string expected = everyOutput(data, roles, {});
    for (const auto& [language, zone] : std::vector<std::pair<std::string, std::string>>{
             {"de_DE.UTF-8", "Pacific/Kiritimati"}, {"tr_TR.UTF-8", "America/St_Johns"}}) {
        RunOptions there;
        there.environment = {{"LOCPATH", locales.path().string()}, {"LC_ALL", language},
            {"LANG", language}, {"LANGUAGE", language}, {"TZ", zone}};
        EXPECT_TRUE(everyOutput(data, roles, there) == expected) << language;
    }
}

TEST(Determinism, theSameBytesOfDocumentsInAnyFolder)
{
    const auto sample = sourceDir() / "resources/sample";
    const std::string expected
        = everyOutput((sample / "loans.csv").string(), (sample / "roles.json").string(), {});
    EXPECT_EQ(expected.find(sample.string()), std::string::npos);
    const TempDir folder;
    for (const char* file : {"loans.csv", "roles.json", "README.md", "croissant.json", "LICENSE"})
        folder.write(std::string("deep/er/") + file, readFile(sample / file));
    RunOptions inside;
    inside.workingDir = folder.path() / "deep";
    EXPECT_TRUE(everyOutput("er/loans.csv", "er/roles.json", inside) == expected);
}

TEST(Determinism, theSameBytesInAnyPlace)
{
    const TempDir folder;
    const auto path = folder.write(
        "a/numbers.csv", "sex,x,ok\nF,1.5,1\nM,2.25,0\nF,-0.125,1\nM,1e3,0\nä,12345.678,1\n");
    const auto copy = folder.write("b/c/numbers.csv", readFile(path));
    std::vector<std::string> options{"--label", "ok", "--favourable", "1", "--group", "sex",
        "--json", "--privacy", "full", "--fail-on", "never"};
    for (const char* format : kFormats)
        options.insert(options.end(), {"-o", format + ("=" + (folder / format).string())});
    const auto run = [&](const std::string& input, const RunOptions& how) {
        std::vector<std::string> words{"audit", input};
        words.insert(words.end(), options.begin(), options.end());
        const RunResult result = cupel(words, how);
        EXPECT_EQ(result.exitCode, 0) << result.err;
        std::string all = result.out;
        for (const char* format : kFormats)
            all += readFile(folder / format);
        return all;
    };
    const std::string expected = run(path.string(), {});
    EXPECT_NE(expected.find("12345.678"), std::string::npos);
    EXPECT_EQ(expected.find(folder.path().string()), std::string::npos);
    EXPECT_EQ(run(copy.string(), {}), expected);
    RunOptions inside;
    inside.workingDir = folder.path() / "b";
    EXPECT_EQ(run("c/numbers.csv", inside), expected);
    for (const char* locale : {"C", "de_DE.UTF-8", "tr_TR.UTF-8", "ar_EG.UTF-8", "nonsense"}) {
        RunOptions there;
        there.environment = {{"LC_ALL", locale}, {"LANG", locale}, {"TZ", "Pacific/Kiritimati"}};
        EXPECT_EQ(run(path.string(), there), expected) << locale;
    }
}

} // namespace
} // namespace cupel::test
