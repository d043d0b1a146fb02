#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "tests/core/lint/verdicts.h"
#include "tests/support/json_file.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using lint::Level;
using lint::Profile;
using Json = nlohmann::json;
using Rules = std::vector<std::string>;

constexpr std::array<Profile, 5> kProfiles{Profile::Hub, Profile::HubClient, Profile::Loader,
    Profile::HfMetadata2022, Profile::HfBody2022};

constexpr const char* kCard = R"(---
annotations_creators:
- no-annotation
language_creators:
- found
language:
- en
license:
- mit
multilinguality:
- monolingual
pretty_name: Trees
size_categories:
- n<1K
source_datasets:
- original
task_categories:
- other
task_ids: []
---

# Dataset Card for Trees

## Table of Contents
- [Trees](#trees)

## Dataset Description

Trees of one garden.

### Dataset Summary

Their heights.

### Supported Tasks and Leaderboards
### Languages

## Dataset Structure

### Data Instances

One tree.

### Data Fields

- `h`: height.

### Data Splits

None.

## Dataset Creation

### Curation Rationale
### Source Data

#### Initial Data Collection and Normalization
#### Who are the source language producers?

### Annotations

#### Annotation process
#### Who are the annotators?

### Personal and Sensitive Information

## Considerations for Using the Data

### Social Impact of Dataset
### Discussion of Biases
### Other Known Limitations

## Additional Information

### Dataset Curators
### Licensing Information
### Citation Information

None.

### Contributions

Thanks.
)";

struct Edit {
    std::string find;
    std::string replace;
};

std::string edited(const std::vector<Edit>& edits)
{
    std::string text = kCard;
    for (const Edit& edit : edits) {
        const std::size_t at = text.find(edit.find);
        EXPECT_NE(at, std::string::npos) << edit.find;
        text.replace(at, edit.find.size(), edit.replace);
    }
    return text;
}

Rules errorsOf(const std::string& text, Profile profile)
{
    return rulesOf(cardVerdict(text, profile), Level::Error);
}

TEST(LintCard, AcceptsARightCardEverywhere)
{
    for (const Profile profile : kProfiles) {
        const lint::Verdict verdict = cardVerdict(kCard, profile);
        EXPECT_TRUE(verdict.issues.empty()) << lint::profileName(profile) << "\n"
                                            << describe(verdict);
    }
}

TEST(LintCard, LineEndsDoNotMatter)
{
    for (const std::string end : {"\r\n", "\r"}) {
        std::string text;
        for (const char c : std::string(kCard))
            text += c == '\n' ? end : std::string(1, c);
        for (const Profile profile : {Profile::HfMetadata2022, Profile::HfBody2022})
            EXPECT_EQ(describe(cardVerdict(text, profile)), "");
    }
}

// Expectations are answers of the validator of datasets 2.5 with the lists of 8ff5441f.
TEST(LintCard, Metadata2022FindsTheRule)
{
    const std::vector<std::pair<std::vector<Edit>, Rules>> cases{
        {{{"---\nannotations", "\n---\nannotations"}}, {"HF-01"}},
        {{{"---\nannotations", "--- \nannotations"}}, {"HF-01"}},
        {{{"task_ids: []\n---\n", "task_ids: []\n"}}, {"HF-03"}},
        {{{"pretty_name: Trees", "pretty_name: {Trees"}}, {"HF-05"}},
        {{{"pretty_name: Trees", "pretty_name:\tTrees"}}, {"HF-05"}},
        {{{"pretty_name: Trees", "pretty_name: Trees\nnonsense"}}, {"HF-05"}},
        {{{"pretty_name: Trees", "pretty_name: &a Trees"}}, {"HF-05"}},
        {{{"pretty_name: Trees", "pretty_name: Trees\nlicense: x"}}, {"HF-06"}},
        {{{"pretty_name: Trees", "pretty_name: Trees\ntags:\n- {a: 1, a: 2}"}}, {"HF-06"}},
        {{{"pretty_name: Trees", "pretty_name: Trees\na: 1\nb: 2"}}, {"HF-07", "HF-07"}},
        {{{"pretty_name: Trees\n", ""}, {"task_ids: []\n", ""}}, {"HF-08"}},
        {{{"pretty_name: Trees", "pretty_name: Trees\nlicenses: [mit]"}}, {"HF-07"}},
        {{{"pretty_name: Trees", "pretty_name: 1984"}}, {"HF-09"}},
        {{{"pretty_name: Trees", "pretty_name: 2024-05-01"}}, {"HF-09"}},
        {{{"pretty_name: Trees", "pretty_name: 1e3"}}, {}},
        {{{"pretty_name: Trees", "pretty_name: \"1984\""}}, {}},
        {{{"- en\n", "- no\n"}}, {"HF-09"}}, {{{"- en\n", "- \"no\"\n"}}, {}},
        {{{"license:\n- mit", "license: []"}}, {"HF-09"}},
        {{{"license:\n- mit", "license:"}}, {"HF-09"}},
        {{{"pretty_name: Trees", "pretty_name: Trees\nconfigs:\n- config_name: a"}}, {"HF-09"}},
        {{{"pretty_name: Trees", "pretty_name: Trees\ntags:"}}, {}},
        {{{"- mit", "- MIT"}}, {"HF-10"}},
        {{{"- mit", "- afl-3x0"}}, {}}, // a dot of the list stands for any character
        {{{"- n<1K", "- n<1k"}}, {"HF-11"}}, {{{"- other\n", "- trees\n"}}, {"HF-12"}},
        {{{"- other\n", "- other-trees\n"}}, {}},
        {{{"task_ids: []", "task_ids: [text-classification]"}}, {"HF-13"}},
        {{{"task_ids: []", "task_ids: [a-other-b, closed-domain-qa]"}}, {}},
        {{{"- en\n", "- zh-CN\n- xx-YY\n"}}, {"HF-14"}},
        {{{"- no-annotation", "- nobody"}}, {"HF-15"}},
        {{{"- found", "- no-annotation"}}, {"HF-15"}}, {{{"- original", "- extended|other"}}, {}},
        {{{"- original", "- originals"}}, {"HF-16"}},
        {{{"- monolingual", "- other-x\n- bilingual"}}, {"HF-17"}},
        {{{"pretty_name: Trees", "pretty_name: Trees\npaperswithcode_id: a b"}}, {"HF-18"}},
        {{{"language:\n- en\n", "language: []\n"}}, {}}};
    for (const auto& [edits, rules] : cases) {
        const lint::Verdict verdict = cardVerdict(edited(edits), Profile::HfMetadata2022);
        EXPECT_EQ(rulesOf(verdict, Level::Error), rules) << edits.back().replace << "\n"
                                                         << describe(verdict);
    }
    EXPECT_TRUE(hasRule(
        cardVerdict(edited({{"language:\n- en\n", "language: []\n"}}), Profile::HfMetadata2022),
        "HF-19"));
}

TEST(LintCard, MetadataOfOtherShapes)
{
    EXPECT_EQ(errorsOf("---\n---\n", Profile::HfMetadata2022), Rules{"HF-02"});
    EXPECT_EQ(errorsOf("---\n[]\n---\n", Profile::HfMetadata2022), Rules{"HF-02"});
    EXPECT_EQ(errorsOf("---\n- a: 1\n---\n", Profile::HfMetadata2022), Rules{"HF-04"});
    EXPECT_EQ(errorsOf("---\ntext\n---\n", Profile::HfMetadata2022), Rules{"HF-04"});
    EXPECT_EQ(errorsOf("", Profile::HfMetadata2022), Rules{"HF-01"});
    EXPECT_EQ(
        errorsOf("\xEF\xBB\xBF" + std::string(kCard), Profile::HfMetadata2022), Rules{"HF-01"});
    EXPECT_EQ(errorsOf("caf\xE9", Profile::HfMetadata2022), Rules{"HF-00"});
}

TEST(LintCard, Body2022FindsTheRule)
{
    const std::vector<std::pair<std::vector<Edit>, Rules>> cases{
        {{{"task_ids: []\n---\n", "task_ids: []\n"}}, {"HF-01b"}},
        {{{"# Dataset Card for Trees", "# Trees"}}, {"HF-30"}},
        {{{"## Additional", "# Additional"}}, {"HF-31"}},
        {{{"# Dataset Card for Trees", "Dataset Card for Trees\n====="}}, {"HF-32"}},
        {{{"### Languages\n", ""}}, {"HF-33"}},
        {{{"### Languages\n", "### Language\n"}}, {"HF-33", "HF-36"}},
        {{{"### Languages\n", "### Languages\n### More\n"}}, {}},
        {{{"#### Who are the annotators?\n", ""}}, {"HF-33"}}, {{{"One tree.", ""}}, {"HF-34"}},
        {{{"One tree.", "[Needs More Information]"}}, {"HF-34"}},
        {{{"One tree.", "[Needs More Information] soon"}}, {}},
        {{{"One tree.", "```\n```"}}, {"HF-34"}}, {{{"One tree.", "```\n# Data Fields\n```"}}, {}},
        // The fences are gone once the first level was parted.
        {{{"One tree.", "```\n### Data Fields\n```"}}, {"HF-34"}},
        {{{"Trees of one garden.\n", ""}}, {"HF-35"}},
        {{{"Their heights.", ""}}, {"HF-34", "HF-35"}},
        {{{"## Additional Information", "# Dataset Card for Trees\n## Additional Information"}},
            {"HF-37"}},
        {{{"### Languages\n", "### Languages\n### Languages\n"}}, {}}};
    for (const auto& [edits, rules] : cases) {
        const lint::Verdict verdict = cardVerdict(edited(edits), Profile::HfBody2022);
        EXPECT_EQ(rulesOf(verdict, Level::Error), rules) << edits.back().replace << "\n"
                                                         << describe(verdict);
    }
    EXPECT_EQ(errorsOf("---\n---\n# Dataset Card for", Profile::HfBody2022),
        (Rules{"HF-01b", "HF-33", "HF-34"}));
    EXPECT_EQ(errorsOf("", Profile::HfBody2022), (Rules{"HF-01b", "HF-32"}));
}

TEST(LintCard, ClientReadsMaps)
{
    const auto warns = [](const std::string& text) {
        const lint::Verdict verdict = cardVerdict(text, Profile::HubClient);
        return verdict.isValid() && verdict.issues.size() == 1;
    };
    EXPECT_TRUE(warns("# Card\n"));
    EXPECT_TRUE(warns("---\n---\n"));
    EXPECT_TRUE(warns("---\na: 1\n"));
    EXPECT_TRUE(warns("---\na: 1\n---x\n"));
    EXPECT_EQ(describe(cardVerdict("\n \n---\na: 1\na: 2\n--- \t\ntext", Profile::HubClient)), "");
    EXPECT_EQ(describe(cardVerdict("---\r\n# nothing\r\n---", Profile::HubClient)), "");
    EXPECT_EQ(describe(cardVerdict("---\r\n---\r\ntext", Profile::HubClient)), "");
    EXPECT_EQ(errorsOf("---\n- a\n---\n", Profile::HubClient), Rules{"HF-04"});
    EXPECT_EQ(errorsOf("---\na: [\n---\n", Profile::HubClient), Rules{"HF-05"});
    // The end is the first line of dashes behind a line, wherever that is.
    EXPECT_EQ(errorsOf("---\n---\n- a\n---\n", Profile::HubClient), Rules{"HF-04"});
}

TEST(LintCard, HubKnowsItsLists)
{
    const auto metadata
        = [](const std::string& yaml) { return "---\n" + yaml + "\n---\n# Card\n"; };
    EXPECT_EQ(describe(cardVerdict(
                  metadata("license: llama3\nlanguage: [en, ast, code]\nx: 1"), Profile::Hub)),
        "");
    EXPECT_EQ(errorsOf(metadata("license: [mit, cc-by]"), Profile::Hub), Rules{"HF-10"});
    EXPECT_EQ(errorsOf(metadata("language: [en, zh-CN, pt_pt, noinfo]"), Profile::Hub),
        (Rules{"HF-14", "HF-14", "HF-14"}));
    EXPECT_EQ(errorsOf(metadata("language: no"), Profile::Hub), Rules{"HF-14"});
    const lint::Verdict tasks = cardVerdict(metadata("task_categories: [trees]"), Profile::Hub);
    EXPECT_EQ(rulesOf(tasks, Level::Warning), Rules{"HF-12"});
    EXPECT_EQ(tasks.issues.front().path, "/task_categories/0");
    EXPECT_EQ(tasks.issues.front().at, (documents::Position{2, 19}));
}

TEST(LintCard, LoaderReadsConfigurations)
{
    const auto errors = [](const std::string& yaml) {
        return errorsOf("---\n" + yaml + "\n---\n", Profile::Loader);
    };
    EXPECT_EQ(
        errors("configs:\n- config_name: a\n  data_files: '*.csv'\n- config_name: b"), Rules{});
    EXPECT_EQ(
        errors("configs:\n- config_name: a\n  data_files:\n  - split: train.x\n    path: [a, b]"),
        Rules{});
    EXPECT_EQ(errors("configs: []"), Rules{});
    EXPECT_EQ(errors("configs:\n  a: 1"), Rules{"HF-40"});
    EXPECT_EQ(errors("configs: [a]"), Rules{"HF-40"});
    EXPECT_EQ(errors("configs:\n- data_files: x"), Rules{"HF-40"});
    for (const char* files : {"{a: 1}", "[1]", "[{split: train}]", "[{split: a-b, path: x}]",
             "[{split: train, path: x, more: y}]", "[{split: train, path: {a: 1}}]", "5"})
        EXPECT_EQ(errors(std::string("configs:\n- config_name: a\n  data_files: ") + files),
            Rules{"HF-41"})
            << files;
    EXPECT_EQ(errors("configs:\n- config_name: default\n- config_name: b\n  default: true"),
        Rules{"HF-42"});
    EXPECT_EQ(errors("configs:\n- config_name: a\n- config_name: a\n  default: true"), Rules{});
    EXPECT_EQ(errors("a: 1\na: 2"), Rules{"HF-06"});
    EXPECT_EQ(errorsOf("# no metadata\n", Profile::Loader), Rules{});
}

TEST(LintCard, AgreesWithTheSharedProbes)
{
    CUPEL_REQUIRE_SHARED("data/cards/probes/hf-card-probes.json");
    const Json probes = readJson(sharedDir() / "data/cards/probes/hf-card-probes.json");
    for (const Json& probe : probes.at("probes")) {
        SCOPED_TRACE(probe.at("id").get<std::string>());
        std::string text = probes.at("base").get<std::string>();
        for (const Json& edit : probe.at("edits")) {
            const auto find = edit.at("find").get<std::string>();
            text.replace(text.find(find), find.size(), edit.at("replace").get<std::string>());
        }
        if (probe.at("line_endings") == "CRLF") {
            std::string crlf;
            for (const char c : text)
                crlf += c == '\n' ? "\r\n" : std::string(1, c);
            text = crlf;
        }
        const lint::Verdict metadata = cardVerdict(text, Profile::HfMetadata2022);
        const lint::Verdict body = cardVerdict(text, Profile::HfBody2022);
        EXPECT_EQ(metadata.isValid(), probe.at("hf_metadata_2022") == "pass") << describe(metadata);
        const Json& expectedBody = probe.at("hf_body_2022");
        EXPECT_EQ(rulesOf(body, Level::Error).size(),
            expectedBody == "pass" ? 0U : expectedBody.size() - 1)
            << describe(body);
        const auto rule = probe.at("rule").get<std::string>();
        EXPECT_TRUE(rule == "-" || hasRule(metadata, rule) || hasRule(body, rule));
        const lint::Verdict client = cardVerdict(text, Profile::HubClient);
        const std::string said = !client.isValid() ? "error"
            : client.issues.empty()                ? "ok"
                                                   : "warning";
        const auto expected = probe.at("hub_client").get<std::string>();
        EXPECT_EQ(expected.substr(0, said.size()), said) << describe(client);
    }
}

TEST(LintCard, AgreesWithTheSharedFiles)
{
    CUPEL_REQUIRE_SHARED("data/cards/manifest.json");
    const std::filesystem::path folder = sharedDir() / "data/cards";
    const Json manifest = readJson(folder / "manifest.json");
    for (const Json& file : manifest.at("files")) {
        if (!file.contains("hf_metadata_2022"))
            continue;
        const auto name = file.at("file").get<std::string>();
        SCOPED_TRACE(name);
        const std::string text = readFile(folder / name);
        EXPECT_EQ(cardVerdict(text, Profile::HfMetadata2022).isValid(),
            file.at("hf_metadata_2022") == "pass");
        const Json& body = file.at("hf_body_2022");
        EXPECT_EQ(
            errorsOf(text, Profile::HfBody2022).size(), body == "pass" ? 0U : body.size() - 1);
        const lint::Verdict client = cardVerdict(text, Profile::HubClient);
        const std::string said = !client.isValid() ? "error"
            : client.issues.empty()                ? "ok"
                                                   : "warning";
        EXPECT_EQ(file.at("hub_client").get<std::string>().substr(0, said.size()), said);
    }
}

} // namespace
} // namespace cupel::test
