#include <algorithm>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "core/findings/rule_registry.h"
#include "core/license/corpus.h"
#include "core/license/detect.h"
#include "core/license/text_diff.h"
#include "core/readers/byte_source.h"
#include "core/reports/json_text.h"
#include "core/reports/privacy.h"
#include "core/reports/terminal_text.h"

namespace cupel::batch {
namespace {

using Json = nlohmann::ordered_json;

/// The beginning of a file, a byte beyond what is looked at. Fails where it is not text.
base::Result<std::string> readBeginning(const std::string& path)
{
    const auto source = readers::openFile(path);
    if (!source)
        return source.error();
    std::string bytes(static_cast<std::size_t>(
                          std::min<std::uint64_t>((*source)->size(), license::kMaxTextBytes + 1)),
        '\0');
    if (auto read = (*source)->read(0, bytes.data(), bytes.size()); !read)
        return read.error();
    const bool isUtf16
        = bytes.compare(0, 2, "\xFF\xFE") == 0 || bytes.compare(0, 2, "\xFE\xFF") == 0;
    if (const std::size_t zero = bytes.find('\0'); zero != std::string::npos && !isUtf16)
        return base::Error{base::ErrorCode::NotData, "this is no text: it holds a zero byte",
            "name a file with the words of a licence", {{}, 0, 0, zero}};
    return bytes;
}

/// Own words and words of the file. A licence is shown in every privacy mode.
std::string shown(const base::Sentence& sentence)
{
    return reports::PrivacyView(reports::Privacy::Masked).show(sentence);
}

std::string levelOf(const std::string& rule)
{
    const findings::Rule* const known = findings::findRule(rule);
    return std::string(findings::levelName(known ? known->level : findings::Level::Warning));
}

Json fileJson(const std::string& path, const license::Detection& found)
{
    Json matches = Json::array();
    for (const license::TextMatch& match : found.matches)
        matches.push_back(
            {{"id", match.id}, {"class", license::className(match.kind)}, {"score", match.score},
                {"first_line", match.firstLine}, {"last_line", match.lastLine}});
    Json alternatives = Json::array();
    for (const license::TextAlternative& alternative : found.alternatives)
        alternatives.push_back({{"id", alternative.id}, {"score", alternative.score},
            {"same_text", alternative.sameText}});
    Json findings = Json::array();
    for (const license::TextFinding& finding : found.findings)
        findings.push_back({{"rule", finding.rule}, {"level", levelOf(finding.rule)},
            {"line", finding.line == 0 ? Json(nullptr) : Json(finding.line)},
            {"message", shown(finding.message)}, {"fix", shown(finding.remedy)}});
    return {{"file", path}, {"class", license::className(found.kind)},
        {"expression", found.expression.empty() ? Json(nullptr) : Json(found.expression)},
        {"matches", std::move(matches)}, {"alternatives", std::move(alternatives)},
        {"findings", std::move(findings)}};
}

std::string percent(double score)
{
    std::string digits = std::to_string(std::lround(score * 1000));
    digits.insert(0, digits.size() < 2 ? 2 - digits.size() : 0, '0');
    return digits.substr(0, digits.size() - 1) + "." + digits.back() + " %";
}

std::string filePage(const std::string& path, const license::Detection& found)
{
    std::string page = reports::visibleText(path) + ": "
        + std::string(license::className(found.kind))
        + (found.expression.empty() ? "" : ", " + found.expression) + "\n";
    for (const license::TextMatch& match : found.matches) {
        page += "  " + match.id + "  " + std::string(license::className(match.kind)) + ", "
            + percent(match.score) + ", lines " + std::to_string(match.firstLine) + " to "
            + std::to_string(match.lastLine) + "\n";
        std::string same;
        for (const std::string& id : match.sameText)
            same += (same.empty() ? "" : ", ") + id;
        if (!same.empty())
            page += "    " + reports::wrapped("the same words: " + same, kPageWidth, 6) + "\n";
    }
    for (const license::TextFinding& finding : found.findings) {
        const std::string where
            = finding.line == 0 ? "" : "line " + std::to_string(finding.line) + ", ";
        page += "  " + levelOf(finding.rule) + "  " + where + finding.rule + "\n    "
            + reports::wrapped(reports::visibleText(shown(finding.message)), kPageWidth, 4)
            + "\n    " + reports::wrapped("try: " + shown(finding.remedy), kPageWidth, 4) + "\n";
    }
    if (found.isUncompared)
        page += "  its words were not compared: this program was built without the text\n";
    if (found.isCut)
        page += "  only the first " + std::to_string(license::kMaxTextBytes >> 20)
            + " MiB were compared\n";
    return page;
}

std::string_view kindOf(license::DiffStretch::Kind kind)
{
    switch (kind) {
    case license::DiffStretch::Kind::Missing:
        return "missing";
    case license::DiffStretch::Kind::Added:
        return "added";
    case license::DiffStretch::Kind::Same:
        break;
    }
    return "same";
}

Json differencesJson(const std::vector<license::TextDiff>& diffs)
{
    Json all = Json::array();
    for (const license::TextDiff& diff : diffs) {
        Json hunks = Json::array();
        for (const license::DiffHunk& hunk : diff.hunks) {
            Json stretches = Json::array();
            for (const license::DiffStretch& stretch : hunk.stretches)
                stretches.push_back({{"kind", kindOf(stretch.kind)}, {"words", stretch.words},
                    {"count", stretch.count}});
            hunks.push_back({{"line", hunk.line}, {"stretches", std::move(stretches)}});
        }
        all.push_back({{"id", diff.id}, {"missing", diff.missing}, {"added", diff.added},
            {"hunks", std::move(hunks)}, {"left_out", diff.leftOut}, {"cut", diff.isCut}});
    }
    return all;
}

std::string differencesPage(const std::vector<license::TextDiff>& diffs)
{
    std::string page;
    for (const license::TextDiff& diff : diffs) {
        page += "  differs: " + license::summaryOf(diff) + "\n";
        std::string lines
            = reports::visibleControls(license::unifiedText(diff), reports::KeepLines::Yes);
        for (std::size_t begin = 0; begin < lines.size();) {
            const std::size_t end = std::min(lines.find('\n', begin), lines.size());
            page += "    " + reports::wrapped(lines.substr(begin, end - begin), kPageWidth, 8)
                + "\n";
            begin = end + 1;
        }
    }
    return page;
}

std::string corpusLine()
{
    const license::Corpus& corpus = license::builtInCorpus();
    std::string line
        = "Compared with " + std::to_string(corpus.idCount()) + " licences: " + corpus.name() + ".";
    if (!license::isCorpusComplete(corpus))
        line += " The full SPDX list was not at hand when this program was built: with npm "
                "installed, build it anew.";
    return line;
}

/// Beside JSON on stdout.
void printNote(const std::string& text)
{
    std::fputs(("cupel: " + text + "\n").c_str(), stderr);
}

} // namespace

int detectLicenses(const std::vector<std::string>& paths, bool json, bool withDifferences)
{
    int code = kClean;
    Json files = Json::array();
    std::string pages;
    for (const std::string& path : paths) {
        const auto bytes = readBeginning(path);
        if (!bytes) {
            printError(bytes.error(), path);
            code = stronger(code, exitCodeOf(bytes.error().code));
            continue;
        }
        const license::Detection found = license::detect(*bytes);
        std::vector<license::TextDiff> diffs;
        if (withDifferences)
            diffs = license::diffsOf(*bytes, found, license::builtInCorpus());
        if (json) {
            files.push_back(fileJson(path, found));
            if (withDifferences)
                files.back()["differences"] = differencesJson(diffs);
        } else {
            pages += filePage(path, found) + differencesPage(diffs) + "\n";
        }
        if (json && found.isCut)
            printNote(reports::visibleText(path) + ": only the first "
                + std::to_string(license::kMaxTextBytes >> 20) + " MiB were compared");
    }
    if (json && !license::isCorpusComplete(license::builtInCorpus()))
        printNote(corpusLine());
    const int printed
        = printText(json ? reports::jsonText({{"files", std::move(files)}})
                         : pages + reports::wrapped(corpusLine(), kPageWidth, 0) + "\n");
    return printed == kClean ? code : printed;
}

} // namespace cupel::batch
