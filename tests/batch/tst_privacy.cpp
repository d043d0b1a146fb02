#include "tests/batch/cupel_program.h"

#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

namespace cupel::test {
namespace {

/// A table in which every cell of a column without a role, and every value of a role that fewer
/// than five rows hold, is a canary.
std::string withCanaries()
{
    std::string content = "sex,ok,name,zip,mixed,constant\n";
    for (int i = 0; i < 60; ++i) {
        content += i == 7 ? "CANARY-sex" : i % 2 == 0 ? "Female" : "Male";
        content += i == 9 ? ",CANARY-ok" : i % 3 == 0 ? ",yes" : ",no";
        content
            += ",CANARY-name-" + std::to_string(i % 58) + ",CANARY-zip-" + std::to_string(i % 4);
        content += i == 11 ? ",CANARY-mixed" : "," + std::to_string(i);
        content += ",CANARY-constant\n";
    }
    return content + "Female,CANARY-rejected\n";
}

class Canaries : public testing::TestWithParam<const char*> { };

TEST_P(Canaries, noneLeavesTheProgram)
{
    const TempDir folder;
    const auto data = folder.write("data.csv", withCanaries());
    std::vector<std::string> words{"audit", data.string(), "--label", "ok", "--favourable", "yes",
        "--group", "sex", "--fail-on", "never", "--privacy", GetParam()};
    const RunResult json = cupel([&] {
        std::vector<std::string> all = words;
        all.emplace_back("--json");
        return all;
    }());
    ASSERT_EQ(json.exitCode, 0) << json.err;
    EXPECT_EQ(json.out.find("CANARY"), std::string::npos)
        << json.out.substr(json.out.find("CANARY") - 200, 300);
    const std::vector<std::string> formats{
        "html", "md", "sarif", "junit", "github", "codequality", "csv"};
    std::vector<std::string> written = words;
    for (const std::string& format : formats)
        written.insert(written.end(), {"-o", format + "=" + (folder / format).string()});
    ASSERT_EQ(cupel(written).exitCode, 0);
    for (const std::string& format : formats)
        EXPECT_EQ(readFile(folder / format).find("CANARY"), std::string::npos) << format;
    words.emplace_back("-v");
    const RunResult summary = cupel(words);
    EXPECT_EQ((summary.out + summary.err).find("CANARY"), std::string::npos) << summary.out;
}

/// Documents beside the data make every audit, the card and the rubric run. What they say is their
/// own and shown; what they say of cells is not repeated from the cells.
TEST_P(Canaries, noneLeavesWithACardOrARubric)
{
    const TempDir folder;
    const std::string data = folder.write("data.csv", withCanaries()).string();
    folder.write("README.md",
        "---\nlicense: mit\n---\n# Card\n\n60 rows, half of them Female, of 4 zip codes and 2 "
        "classes.\n\n## Data Instances\n\nEach row is a person with a name.\n");
    const std::vector<std::string> options{data, "--label", "ok", "--favourable", "yes", "--group",
        "sex", "--prediction", "mixed", "--privacy", GetParam()};
    const auto outputsOf
        = [&](std::vector<std::string> words, const std::vector<std::string>& formats) {
              for (const std::string& format : formats)
                  words.insert(words.end(), {"-o", format + "=" + (folder / format).string()});
              const RunResult run = cupel(words);
              EXPECT_LE(run.exitCode, 1) << run.err;
              std::string all = run.out + run.err;
              for (const std::string& format : formats)
                  all += readFile(folder / format);
              return all;
          };
    const auto with = [&options](std::vector<std::string> words) {
        words.insert(words.end(), options.begin(), options.end());
        return words;
    };
    const std::string sheet = (folder / "sheet.json").string();
    const std::string suggested = outputsOf(with({"rubric", "template", "-o", sheet}), {});
    const std::vector<std::string> texts{
        outputsOf(with({"audit", "-v"}),
            {"json", "html", "md", "sarif", "junit", "github", "codequality", "csv"}),
        outputsOf(with({"card", "extract"}), {}),
        outputsOf(with({"card", "render"}), {"html", "md", "json"}), suggested + readFile(sheet),
        outputsOf({"rubric", "report", sheet}, {"html", "md", "json"})};
    for (const std::string& text : texts) {
        EXPECT_GT(text.size(), 500u);
        const std::size_t canary = text.find("CANARY");
        EXPECT_EQ(canary, std::string::npos)
            << text.substr(canary - std::min<std::size_t>(canary, 200), 300);
    }
}

INSTANTIATE_TEST_SUITE_P(all, Canaries, testing::Values("masked", "aggregate"),
    [](const auto& one) { return one.param; });

/// Errors go into logs, whatever the report hides.
TEST(QuietErrors, nameOnlyValuesThatEnoughRowsHold)
{
    const TempDir folder;
    const std::string data = folder.write("data.csv", withCanaries()).string();
    const auto messageOf = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"audit", data});
        const RunResult result = cupel(words);
        EXPECT_EQ(result.exitCode, 2) << result.err;
        return result.err;
    };
    const std::vector<std::string> label{"--label", "ok", "--favourable", "yse"};
    const std::vector<std::string> group{"--group", "sex", "--reference", "sex=man"};
    EXPECT_EQ(messageOf(label).find("CANARY"), std::string::npos);
    EXPECT_NE(
        messageOf(label).find("'no', 'yes' and 1 that fewer than 5 rows hold"), std::string::npos)
        << messageOf(label);
    EXPECT_EQ(messageOf(group).find("CANARY"), std::string::npos);
    EXPECT_EQ(messageOf({"--where", "mixed > 3"}).find("CANARY"), std::string::npos);
    EXPECT_EQ(messageOf({"--weight", "mixed"}).find("CANARY"), std::string::npos);

    std::vector<std::string> aggregate = label;
    aggregate.insert(aggregate.end(), {"--privacy", "aggregate"});
    EXPECT_EQ(messageOf(aggregate).find("'no'"), std::string::npos) << messageOf(aggregate);
    std::vector<std::string> full = label;
    full.insert(full.end(), {"--privacy", "full"});
    EXPECT_NE(messageOf(full).find("CANARY-ok"), std::string::npos) << messageOf(full);
}

TEST(FullPrivacy, showsTheCells)
{
    const TempDir folder;
    const auto data = folder.write("data.csv", withCanaries());
    const std::string text = audit({data.string(), "--privacy", "full"}).dump();
    EXPECT_NE(text.find("CANARY-zip-1"), std::string::npos);
    EXPECT_NE(text.find("CANARY-constant"), std::string::npos);
}

} // namespace
} // namespace cupel::test
