#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/named_files.h"
#include "app/batch/output.h"
#include "core/lint/lint.h"
#include "core/pipeline/documents_beside.h"
#include "core/reports/json_text.h"
#include "core/reports/privacy.h"
#include "core/reports/verdict_texts.h"

namespace cupel::batch {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using documents::Document;
using lint::Judged;
using lint::Profile;
using lint::Verdict;
using Json = nlohmann::ordered_json;

/// What the options of the command mean.
struct Wishes {
    std::vector<Profile> profiles; ///< none: the usual ones
    std::optional<lint::Level> failOn = lint::Level::Error; ///< none: never
    std::vector<std::string> jsonPaths;
};

base::Result<std::optional<lint::Level>> levelOf(const std::string& name)
{
    if (name == "never")
        return std::optional<lint::Level>();
    for (const lint::Level level : {lint::Level::Note, lint::Level::Warning, lint::Level::Error}) {
        if (name == lint::levelName(level))
            return std::optional<lint::Level>(level);
    }
    return base::usageError(
        "--fail-on '" + name + "' is no level", "use never, note, warning or error");
}

base::Result<Wishes> understand(const LintArguments& arguments)
{
    Wishes wishes;
    for (const std::string& name : arguments.profiles) {
        const auto profile = lint::profileFromName(name);
        if (!profile)
            return base::usageError(
                "there is no profile '" + name + "'", "use " + lint::profileNames());
        wishes.profiles.push_back(*profile);
    }
    if (!arguments.failOn.empty()) {
        auto level = levelOf(arguments.failOn);
        if (!level)
            return level.error();
        wishes.failOn = *level;
    }
    for (const std::string& given : arguments.outputs) {
        if (given.rfind("json=", 0) != 0 || given.size() == 5)
            return base::usageError(
                "-o '" + given + "' is not json=PATH", "as in -o json=lint.json");
        wishes.jsonPaths.push_back(given.substr(5));
    }
    if (arguments.json)
        wishes.jsonPaths.emplace_back("-");
    if (auto checked = checkNamedFiles({arguments.paths, {}, wishes.jsonPaths, {}}); !checked)
        return checked.error();
    return wishes;
}

/// Reads and judges documents; errors are printed as they come.
class Linter {
public:
    explicit Linter(const Wishes& wishes)
        : m_wishes(wishes)
    {
    }

    int code() const { return m_code; }
    const std::vector<Judged>& files() const { return m_files; }

    void add(const std::string& path)
    {
        std::error_code error;
        if (fs::is_directory(path, error)) {
            addFolder(path);
            return;
        }
        auto document = pipeline::readDocumentFile(path);
        if (document)
            judge(*document, path);
        else
            fail(document.error(), path);
    }

private:
    void fail(const base::Error& error, const std::string& path)
    {
        printError(error, path);
        m_code = stronger(m_code, exitCodeOf(error.code));
    }

    void addFolder(const std::string& folder)
    {
        const std::string inside = folder.back() == '/' ? folder : folder + "/";
        const std::size_t before = m_files.size();
        const int codeBefore = m_code;
        for (const Document& document : pipeline::documentsBeside(inside).documents)
            judge(document, inside + document.file);
        if (m_files.size() == before && m_code == codeBefore)
            fail({ErrorCode::Empty, "no card or Croissant file for these profiles lies here",
                     "name the file, or see --profile", {}},
                folder);
    }

    void judge(const Document& document, const std::string& path)
    {
        auto judged = lint::judge(document, path,
            m_wishes.profiles.empty() ? lint::usualProfilesOf(document) : m_wishes.profiles);
        if (!judged)
            return;
        if (judged->error) {
            fail(*judged->error, path);
            return;
        }
        for (const Verdict& verdict : judged->verdicts) {
            const auto& issues = verdict.issues;
            if (m_wishes.failOn
                && std::any_of(issues.begin(), issues.end(),
                    [this](const lint::Issue& issue) { return issue.level >= *m_wishes.failOn; }))
                m_code = stronger(m_code, kFindings);
        }
        m_files.push_back(std::move(*judged));
    }

    const Wishes& m_wishes;
    int m_code = kClean;
    std::vector<Judged> m_files;
};

/// Own words and words of the document, which are shown in every privacy mode.
std::string shown(const base::Sentence& sentence)
{
    return reports::PrivacyView(reports::Privacy::Masked).show(sentence);
}

Json numberOrNull(std::uint64_t number)
{
    return number == 0 ? Json(nullptr) : Json(number);
}

std::string jsonOf(const std::vector<Judged>& files)
{
    Json list = Json::array();
    for (const Judged& file : files) {
        for (const Verdict& verdict : file.verdicts) {
            Json findings = Json::array();
            for (const lint::Issue& issue : verdict.issues)
                findings.push_back({{"rule", issue.rule}, {"level", lint::levelName(issue.level)},
                    {"line", numberOrNull(issue.at.line)},
                    {"column", numberOrNull(issue.at.column)}, {"path", issue.path},
                    {"message", shown(issue.message)}, {"fix", shown(issue.fix)}});
            list.push_back({{"file", file.path}, {"kind", file.kind},
                {"profile", lint::profileName(verdict.profile)}, {"valid", verdict.isValid()},
                {"findings", std::move(findings)}});
            if (verdict.unlisted > 0)
                list.back()["unlisted"] = verdict.unlisted;
        }
    }
    return reports::jsonText({{"files", std::move(list)}});
}

int run(const LintArguments& arguments)
{
    const auto wishes = understand(arguments);
    if (!wishes) {
        return fail(wishes.error());
    }
    Linter linter(*wishes);
    for (const std::string& path : arguments.paths)
        linter.add(path);
    int code = linter.code();
    if (linter.files().empty() && code == kClean) {
        printError({ErrorCode::Empty, "no profile that was named judges these files",
            "profiles of cards: hub, hub-client, loader, hf-metadata-2022, hf-body-2022; of "
            "Croissant: tool, spec, strict, neurips; of summaries: data-provenance",
            {}});
        code = kEmpty;
    }
    bool isOnStdout = false;
    for (const std::string& path : wishes->jsonPaths) {
        isOnStdout = isOnStdout || path == "-";
        if (auto written = writeOutput(path, jsonOf(linter.files())); !written) {
            printError(written.error());
            code = stronger(code, exitCodeOf(written.error().code));
        }
    }
    const int printed = isOnStdout ? kClean : printText(reports::verdictsText(linter.files()));
    return printed == kClean ? code : printed;
}

} // namespace

Command cardLintCommand(LintArguments& arguments)
{
    Command command{"card lint", "FILE|FOLDER…",
        "Hold Croissant files, dataset cards and Data Provenance summaries against the rules of "
        "those who read them. Nothing is fetched.",
        {}, [&arguments](const std::vector<std::string>& operands) {
            arguments.paths = operands;
            return run(arguments);
        }};
    command.options = {
        {"--profile", '\0', "NAME",
            "whose rules; several may be named: " + lint::profileNames()
                + " (default: tool for Croissant, hub, hub-client and loader for cards)",
            appendText(arguments.profiles)},
        {"--fail-on", '\0', "LEVEL", "exit with 1 from this level on: never, note, warning, error",
            storeText(arguments.failOn)},
        {"--out", 'o', "json=PATH", "write the findings as JSON; - is standard output",
            appendText(arguments.outputs)},
        {"--json", '\0', "", "as JSON", storeTrue(arguments.json)},
    };
    return command;
}

} // namespace cupel::batch
