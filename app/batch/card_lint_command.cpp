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
#include "core/reports/terminal_text.h"

namespace cupel::batch {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using documents::Document;
using documents::ProblemKind;
using lint::Profile;
using lint::Verdict;
using Json = nlohmann::ordered_json;

/// A document, under the path by which the user knows it, and what was found in it.
struct Linted {
    std::string path;
    std::string kind;
    std::vector<Verdict> verdicts;
};

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
    if (auto checked = checkNamedFiles({arguments.paths, {}, wishes.jsonPaths}); !checked)
        return checked.error();
    return wishes;
}

/// The problem that keeps a document from being judged, or null.
const documents::Problem* obstacle(const Document& document)
{
    const auto found = std::find_if(
        document.problems.begin(), document.problems.end(), [](const documents::Problem& problem) {
            return problem.kind == ProblemKind::Unreadable
                || problem.kind == ProblemKind::Truncated;
        });
    return found == document.problems.end() ? nullptr : &*found;
}

/// Reads and judges documents; errors are printed as they come.
class Linter {
public:
    explicit Linter(const Wishes& wishes)
        : m_wishes(wishes)
    {
    }

    int code() const { return m_code; }
    const std::vector<Linted>& files() const { return m_files; }

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
        std::vector<Profile> profiles = lint::usualProfilesOf(document);
        if (!m_wishes.profiles.empty()) {
            profiles = lint::profilesOf(document);
            std::erase_if(profiles, [this](Profile profile) {
                return std::find(m_wishes.profiles.begin(), m_wishes.profiles.end(), profile)
                    == m_wishes.profiles.end();
            });
        }
        if (profiles.empty())
            return;
        if (const documents::Problem* const problem = obstacle(document)) {
            fail({ErrorCode::NotData, problem->message, problem->hint,
                     {{}, problem->at.line, problem->at.column, 0}},
                path);
            return;
        }
        const bool isSummary = lint::isProvenanceSummary(document);
        Linted linted{path,
            std::string(isSummary ? "data-provenance" : documents::kindName(document.kind)), {}};
        for (const Profile profile : profiles) {
            linted.verdicts.push_back(lint::lint(document, profile));
            const auto& issues = linted.verdicts.back().issues;
            if (m_wishes.failOn
                && std::any_of(issues.begin(), issues.end(),
                    [this](const lint::Issue& issue) { return issue.level >= *m_wishes.failOn; }))
                m_code = stronger(m_code, kFindings);
        }
        m_files.push_back(std::move(linted));
    }

    const Wishes& m_wishes;
    int m_code = kClean;
    std::vector<Linted> m_files;
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

std::string jsonOf(const std::vector<Linted>& files)
{
    Json list = Json::array();
    for (const Linted& file : files) {
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

std::string countOf(std::size_t number, const std::string& one)
{
    return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

std::string verdictLine(const Verdict& verdict)
{
    const auto count = [&verdict](lint::Level level) {
        return static_cast<std::size_t>(std::count_if(verdict.issues.begin(), verdict.issues.end(),
            [level](const lint::Issue& issue) { return issue.level == level; }));
    };
    std::string line = std::string(lint::profileName(verdict.profile)) + ": "
        + (verdict.isValid() ? "accepted" : "refused") + ", "
        + countOf(count(lint::Level::Error), "error") + ", "
        + countOf(count(lint::Level::Warning), "warning") + ", "
        + countOf(count(lint::Level::Note), "note");
    if (verdict.unlisted > 0)
        line += ", and " + std::to_string(verdict.unlisted) + " more that are not listed";
    return line + "\n";
}

std::string textOf(const std::vector<Linted>& files)
{
    std::string text;
    for (const Linted& file : files) {
        const std::string path = reports::visibleText(file.path);
        for (const Verdict& verdict : file.verdicts) {
            for (const lint::Issue& issue : verdict.issues) {
                text += path + ":";
                if (issue.at.line > 0)
                    text += std::to_string(issue.at.line) + ":" + std::to_string(issue.at.column)
                        + ":";
                text += " " + std::string(lint::levelName(issue.level)) + ": "
                    + reports::visibleText(shown(issue.message)) + " [" + issue.rule + "]\n";
            }
            text += path + ": " + verdictLine(verdict);
        }
    }
    return text;
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
    const int printed = isOnStdout ? kClean : printText(textOf(linter.files()));
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
