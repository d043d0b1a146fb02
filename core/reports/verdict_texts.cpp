#include "core/reports/verdict_texts.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "core/lint/lint.h"
#include "core/reports/privacy.h"
#include "core/reports/terminal_text.h"

namespace cupel::reports {
namespace {

using base::DataText;
using lint::Judged;
using lint::Level;

constexpr std::size_t kMostIssues = 12; ///< of one verdict
constexpr std::size_t kColumns = 60; ///< of a text of the document; own words take ten times that
constexpr std::size_t kMostOpen = 6; ///< documents that are not folded away

/// Own words and words of the document, which are shown in every privacy mode.
std::string documentWords(const base::Sentence& sentence)
{
    return visibleText(PrivacyView(Privacy::Masked).show(sentence));
}

std::string numberOf(std::size_t number, const std::string& one)
{
    return std::to_string(number) + " " + one + (number == 1 ? "" : "s");
}

/// "1 error, 0 warnings, 2 notes"
std::string countsOf(const lint::Verdict& verdict)
{
    const auto count = [&verdict](Level level) {
        return static_cast<std::size_t>(std::count_if(verdict.issues.begin(), verdict.issues.end(),
            [level](const lint::Issue& issue) { return issue.level == level; }));
    };
    std::string words = numberOf(count(Level::Error), "error") + ", "
        + numberOf(count(Level::Warning), "warning") + ", " + numberOf(count(Level::Note), "note");
    if (verdict.unlisted > 0)
        words += ", and " + std::to_string(verdict.unlisted) + " more that are not listed";
    return words;
}

std::string_view answerOf(const lint::Verdict& verdict)
{
    return verdict.isValid() ? "accepted" : "refused";
}

Tone toneOf(Level level)
{
    switch (level) {
    case Level::Note:
        return Tone::Note;
    case Level::Warning:
        return Tone::Warning;
    case Level::Error:
        break;
    }
    return Tone::Error;
}

/// "line 3, column 5"
std::string placeOf(const documents::Position& at)
{
    return "line " + std::to_string(at.line)
        + (at.column > 0 ? ", column " + std::to_string(at.column) : std::string());
}

Callout issueBlock(const lint::Issue& issue)
{
    Callout callout{toneOf(issue.level), {}, cutTexts(issue.message, kColumns), issue.rule, {}, {}};
    base::Sentence where;
    if (issue.at.line > 0)
        where.emplace_back(placeOf(issue.at));
    if (!issue.path.empty()) {
        where.emplace_back(std::string(where.empty() ? "" : ", "));
        where.emplace_back(DataText::document(issue.path));
    }
    if (!where.empty())
        callout.facts.push_back({"Where", cutTexts(where, kColumns)});
    if (!issue.fix.empty())
        callout.facts.push_back({"Try", cutTexts(issue.fix, kColumns)});
    return callout;
}

void addVerdict(const lint::Verdict& verdict, std::vector<Block>& blocks)
{
    const Tone tone = verdict.isValid() ? Tone::Good : Tone::Error;
    blocks.push_back({Callout{tone, std::string(answerOf(verdict)),
        {"By " + std::string(lint::profileReader(verdict.profile)) + ": " + countsOf(verdict)
            + "."},
        std::string(lint::profileName(verdict.profile)), {}, {}}});
    if (verdict.issues.empty())
        return;
    // The worst first: a person asks why it is refused.
    std::vector<const lint::Issue*> issues;
    for (const lint::Issue& issue : verdict.issues)
        issues.push_back(&issue);
    std::stable_sort(issues.begin(), issues.end(),
        [](const lint::Issue* one, const lint::Issue* other) { return one->level > other->level; });
    Details details;
    for (std::size_t i = 0; i < std::min(issues.size(), kMostIssues); ++i)
        details.blocks.push_back({issueBlock(*issues[i])});
    const std::size_t all = verdict.issues.size() + verdict.unlisted;
    if (all > details.blocks.size())
        details.blocks.push_back(
            {Paragraph{{"And " + std::to_string(all - details.blocks.size())
                           + " more; cupel card lint lists up to 1,000 of a profile."},
                true}});
    details.summary = {"What " + std::string(lint::profileName(verdict.profile))
        + " says: " + numberOf(all, "finding")};
    blocks.push_back({std::move(details)});
}

void addDocument(const Judged& document, std::vector<Block>& blocks)
{
    blocks.push_back({Heading{3, cutTexts({DataText::name(document.path)}), {}}});
    if (document.error) {
        Callout callout{Tone::Error, "not judged", {document.error->message}, {}, {}, {}};
        if (!document.error->hint.empty())
            callout.facts.push_back({"Try", {document.error->hint}});
        blocks.push_back({std::move(callout)});
        return;
    }
    Details others;
    std::string names;
    for (const lint::Verdict& verdict : document.verdicts) {
        const bool isShown = lint::isUsual(verdict.profile);
        addVerdict(verdict, isShown ? blocks : others.blocks);
        if (!isShown)
            names += (names.empty() ? "" : ", ") + std::string(lint::profileName(verdict.profile))
                + " " + std::string(answerOf(verdict));
    }
    if (names.empty())
        return;
    others.summary = {"Other profiles: " + names};
    blocks.push_back({std::move(others)});
}

} // namespace

std::string verdictLine(const lint::Verdict& verdict)
{
    return std::string(lint::profileName(verdict.profile)) + ": " + std::string(answerOf(verdict))
        + ", " + countsOf(verdict);
}

std::string verdictsText(const std::vector<Judged>& documents)
{
    std::string text;
    for (const Judged& document : documents) {
        const std::string path = visibleText(document.path);
        for (const lint::Verdict& verdict : document.verdicts) {
            for (const lint::Issue& issue : verdict.issues) {
                text += path + ":";
                if (issue.at.line > 0)
                    text += std::to_string(issue.at.line) + ":" + std::to_string(issue.at.column)
                        + ":";
                text += " " + std::string(lint::levelName(issue.level)) + ": "
                    + documentWords(issue.message) + " [" + issue.rule + "]\n";
            }
            text += path + ": " + verdictLine(verdict) + "\n";
        }
    }
    return text;
}

std::vector<Block> verdictBlocks(const std::vector<Judged>& documents)
{
    std::vector<Block> blocks;
    Details folded;
    for (std::size_t i = 0; i < documents.size(); ++i)
        addDocument(documents[i], i < kMostOpen ? blocks : folded.blocks);
    if (documents.size() > kMostOpen) {
        folded.summary = {numberOf(documents.size() - kMostOpen, "more document")};
        blocks.push_back({std::move(folded)});
    }
    return blocks;
}

} // namespace cupel::reports
