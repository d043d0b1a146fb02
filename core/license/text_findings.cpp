#include "core/license/text_findings.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cupel::license {
namespace {

using base::DataText;

void add(Detection& result, std::string rule, std::uint64_t line, base::Sentence message,
    std::string remedy)
{
    result.findings.push_back({std::move(rule), line, std::move(message), {std::move(remedy)}});
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string percent(double share)
{
    return std::to_string(static_cast<int>(share * 100)) + " %";
}

/// What differs, in words; the passage is quoted.
base::Sentence differences(const TextWindow& window, const std::string& id,
    const std::vector<Token>& tokens, const std::vector<Sentence>& sentences)
{
    const WindowJudgement& judgement = window.judgement;
    base::Sentence message{"the text is near " + id + " but not the same"};
    if (!judgement.added.empty())
        message.emplace_back("; words added: " + joined(judgement.added));
    if (!judgement.missing.empty())
        message.emplace_back("; words missing: " + joined(judgement.missing));
    if (judgement.isVersionChanged)
        message.emplace_back("; another version number");
    if (judgement.isClauseMissing)
        message.emplace_back("; a passage is missing");
    if (window.isAmbiguous && !window.alternatives.empty())
        message.emplace_back("; " + window.alternatives[0].id + " fits as well");
    if (!judgement.passages.empty()) {
        const TokenRange& passage = judgement.passages[0];
        message.emplace_back("; not in the licence: ");
        message.emplace_back(DataText::document(
            quoteAt(sentences, tokens[passage.begin].line, tokens[passage.begin].word)));
    }
    return message;
}

std::uint64_t lineOfDifference(
    const TextWindow& window, const std::vector<Token>& tokens, std::uint64_t otherwise)
{
    if (!window.judgement.passages.empty())
        return tokens[window.judgement.passages[0].begin].line;
    for (const Hunk& hunk : window.alignment.hunks) {
        if (hunk.ofFile.begin < tokens.size() && hunk.ofFile.end > 0)
            return tokens[std::min(hunk.ofFile.begin, tokens.size() - 1)].line;
    }
    return otherwise;
}

bool hasId(const CorpusText& text, const std::vector<std::string>& ids)
{
    return std::any_of(text.ids.begin(), text.ids.end(),
        [&](const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); });
}

void windowFindings(const Corpus& corpus, const TextWindow& window, const TextMatch& match,
    const std::vector<Token>& tokens, const std::vector<Sentence>& sentences, Detection& result)
{
    if (window.title && !hasId(corpus.texts()[window.alignment.text], window.title->ids))
        add(result, "LIC-TITLE-BODY-CONFLICT", tokens[window.title->tokens.begin].line,
            {"the title names " + window.title->ids[0] + ", the text is "
                + (window.kind == TextClass::High ? "" : "nearest to ") + match.id},
            "put the name of the licence that applies above its text");
    if (window.kind == TextClass::Modified)
        add(result, "LIC-MODIFIED-TEXT", lineOfDifference(window, tokens, match.firstLine),
            differences(window, match.id, tokens, sentences),
            "restore the text of the licence, or name your terms as your own");
    if (window.kind == TextClass::Partial) {
        base::Sentence message{"only " + percent(window.alignment.recall()) + " of the text of "
            + match.id + " is there"};
        if (!window.alternatives.empty())
            message.emplace_back(
                "; as far as it goes it may be " + window.alternatives[0].id + " as well");
        add(result, "LIC-TEXT-TRUNCATED", match.lastLine, std::move(message),
            "add the full text of the licence");
    }
}

bool holdsAny(std::string_view text, std::initializer_list<std::string_view> parts)
{
    return std::any_of(parts.begin(), parts.end(),
        [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

} // namespace

void restrictionFindings(Detection& result)
{
    for (const RestrictingSentence& sentence : result.restrictions)
        add(result, "LIC-ADDITIONAL-TERMS", sentence.line,
            {"a sentence beside the licence may limit it (" + joined(sentence.words) + "): ",
                sentence.text},
            "treat the terms as custom: what the sentence limits is limited");
}

void textFindings(const Corpus& corpus, const std::vector<Token>& tokens,
    const std::vector<TextWindow>& windows, const std::vector<Sentence>& sentences,
    Detection& result)
{
    for (std::size_t i = 0; i < windows.size(); ++i)
        windowFindings(corpus, windows[i], result.matches[i], tokens, sentences, result);
    restrictionFindings(result);
    if (windows.size() > 1) {
        std::string ids;
        for (const TextMatch& match : result.matches)
            ids += (ids.empty() ? "" : ", ") + match.id;
        add(result, "LIC-MULTIPLE-TEXTS", result.matches[1].firstLine,
            {"the file holds several licence texts: " + ids},
            "say which of them covers the data, the contents and the code");
    }
    std::stable_sort(result.findings.begin(), result.findings.end(),
        [](const TextFinding& a, const TextFinding& b) { return a.line < b.line; });
}

void conflictFinding(Detection& result)
{
    const TextMatch& first = result.matches[0];
    const TextMatch& second = result.matches[1];
    add(result, "LIC-CONFLICTING-STATEMENTS", second.firstLine,
        {"line " + std::to_string(first.firstLine) + " names " + first.id + ", line "
            + std::to_string(second.firstLine) + " names " + second.id},
        "keep one statement, or say what each of them covers");
}

void placeholderFinding(const std::string& copyrightLine, std::uint32_t line, Detection& result)
{
    std::string small = copyrightLine;
    std::transform(small.begin(), small.end(), small.begin(),
        [](char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte; });
    // The texts of the GNU licences show how to apply them; nothing is to be filled in there.
    const bool isGnu
        = std::any_of(result.matches.begin(), result.matches.end(), [&](const TextMatch& match) {
              return match.id.find("GPL-") != std::string::npos || match.id.rfind("GFDL-", 0) == 0;
          });
    if (isGnu
        || !holdsAny(small,
            {"[year]", "[yyyy]", "<year>", "{yyyy}", "{year}", "[fullname]",
                "[name of copyright owner]", "{name of copyright owner}", "<copyright holders>",
                "<copyright holder>", "<owner>", "<holder>", "[full name]", "<name of author>",
                "{{ year }}", "{{year}}"}))
        return;
    add(result, "LIC-PLACEHOLDER", line,
        {"a placeholder was left in place: ", DataText::document(copyrightLine)},
        "fill in the year and who holds the copyright");
}

void noLicenseFindings(const std::vector<Token>& tokens, Detection& result)
{
    const std::uint64_t first = tokens.empty() ? 0 : tokens[0].line;
    if (tokens.empty()) {
        if (result.copyrightLines.empty())
            add(result, "LIC-MISSING", 0, {"the file has no words"},
                "add the text of the licence; until then treat all rights as reserved");
        else
            add(result, "LIC-ALL-RIGHTS-RESERVED", 0,
                {"a copyright line and no licence: ", result.copyrightLines[0]},
                "obtain a licence, or add its text");
        return;
    }
    static constexpr std::array<std::string_view, 12> kTerms{"agree", "agreement", "copyright",
        "license", "licensed", "permission", "permitted", "redistribute", "rights", "terms", "use",
        "used"};
    const bool speaksOfTerms = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
        return std::binary_search(kTerms.begin(), kTerms.end(), token.word);
    });
    if (result.restrictions.empty() && !speaksOfTerms) {
        add(result, "LIC-UNRECOGNISED", first, {"no licence and no terms of use were recognised"},
            "add the text of the licence, or name it by its SPDX id");
        return;
    }
    base::Sentence message{"terms of its own, no standard licence"};
    const RestrictingSentence* const hint
        = result.restrictions.empty() ? nullptr : &result.restrictions[0];
    if (hint) {
        std::vector<std::string> words;
        for (const RestrictingSentence& sentence : result.restrictions)
            words.insert(words.end(), sentence.words.begin(), sentence.words.end());
        std::sort(words.begin(), words.end());
        words.erase(std::unique(words.begin(), words.end()), words.end());
        message.emplace_back(" (" + joined(words) + "), such as: ");
        message.emplace_back(hint->text);
    }
    add(result, "LIC-CUSTOM", hint ? hint->line : first, std::move(message),
        "summarise what may be done with the data, and under which conditions");
}

} // namespace cupel::license
