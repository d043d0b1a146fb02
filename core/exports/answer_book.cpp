#include "core/exports/answer_book.h"

#include <algorithm>
#include <utility>

#include "core/base/code_point.h"
#include "core/card/prose.h"
#include "core/documents/markdown_sections.h"
#include "core/documents/markdown_text.h"

namespace cupel::exports {

namespace {

/// Blanks and line ends as one blank each.
std::string oneLine(std::string_view text)
{
    std::string line;
    for (const char c : text) {
        const bool isBlank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!isBlank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    while (line.ends_with(' '))
        line.pop_back();
    return line;
}

std::string withLineFeeds(const std::string& text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n')
            result += text[i];
    }
    return result;
}

/// The text inside a fence, where that is all there is.
std::string_view withoutFence(std::string_view text)
{
    const std::size_t first = text.find('\n');
    const std::size_t last = text.rfind('\n');
    if (!text.starts_with("```") || first == std::string_view::npos || last <= first
        || text.substr(last + 1) != "```")
        return text;
    const std::string_view inner = text.substr(first + 1, last - first - 1);
    return inner.find("```") == std::string_view::npos ? inner : text;
}

std::string headingMarks(int level)
{
    constexpr int kDeepest = 6;
    return std::string(static_cast<std::size_t>(std::clamp(level, 1, kDeepest)), '#');
}

} // namespace

AnswerBook::Statement AnswerBook::statementOf(const Answer& answer) const
{
    // A document may stand on one line as a whole, so its parts are told by what they say too.
    const documents::Node* const id = answer.value ? answer.value->find("@id") : nullptr;
    return {answer.file, answer.line, answer.vocabulary, answer.property,
        m_source.view.showWhole(answer.text) + (id ? "\n" + id->text : std::string())};
}

const std::vector<Answer>& AnswerBook::of(std::string_view key) const
{
    return m_source.card.find(key)->answers;
}

std::vector<const Answer*> AnswerBook::under(Vocabulary vocabulary, std::string_view name) const
{
    std::vector<const Answer*> found;
    std::set<Statement> seen;
    const bool isOfOne
        = vocabulary == Vocabulary::Croissant || vocabulary == Vocabulary::FrontMatter;
    for (const card::FieldValue& field : m_source.card.fields) {
        for (const Answer& answer : field.answers) {
            if (answer.vocabulary != vocabulary || answer.property != name)
                continue;
            if (isOfOne && !found.empty() && found.front()->file != answer.file)
                continue;
            if (seen.insert(statementOf(answer)).second)
                found.push_back(&answer);
        }
    }
    return found;
}

std::vector<const Answer*> AnswerBook::others(
    std::string_view key, std::initializer_list<Vocabulary> except) const
{
    std::vector<const Answer*> found;
    std::vector<const Answer*> counted;
    std::set<Statement> seen;
    for (const Answer& answer : of(key)) {
        if (std::find(except.begin(), except.end(), answer.vocabulary) != except.end()
            || isCarried(answer) || !seen.insert(statementOf(answer)).second)
            continue;
        const bool isCounted = answer.file.empty() && answer.vocabulary == Vocabulary::None;
        (isCounted ? counted : found).push_back(&answer);
    }
    found.insert(found.end(), counted.begin(), counted.end());
    return found;
}

void AnswerBook::carry(const Answer& answer)
{
    m_carried.insert(statementOf(answer));
}

void AnswerBook::carryWhole(const std::vector<const Answer*>& answers)
{
    for (const Answer* const answer : answers)
        carry(*answer);
    carryParts(answers);
}

void AnswerBook::carryParts(const std::vector<const Answer*>& answers)
{
    for (const Answer* const answer : answers)
        m_wholes.insert({answer->file, answer->vocabulary, answer->property});
}

void AnswerBook::carry(std::string_view key, Vocabulary vocabulary)
{
    for (const Answer& answer : of(key)) {
        if (answer.vocabulary == vocabulary)
            carry(answer);
    }
}

bool AnswerBook::isCarried(const Answer& answer) const
{
    const std::size_t part = answer.property.find('/');
    return m_carried.contains(statementOf(answer))
        || (part != std::string::npos
            && m_wholes.contains(
                {answer.file, answer.vocabulary, answer.property.substr(0, part)}));
}

void AnswerBook::refuseOthers(
    std::string_view key, std::initializer_list<Vocabulary> except, const std::string& reason)
{
    for (const Answer* const answer : others(key, except))
        refuse(*answer, reason);
}

void AnswerBook::refuse(const Answer& answer, std::string reason)
{
    m_refused.emplace(statementOf(answer), std::move(reason));
}

void AnswerBook::note(std::string about, std::string reason)
{
    m_notes.push_back({std::move(about), std::move(reason)});
}

std::string AnswerBook::plain(const Answer& answer) const
{
    const std::string text = withLineFeeds(m_source.view.showWhole(answer.text));
    if (!answer.isMarkdown())
        return text;
    const std::string_view bare = withoutFence(card::trimmed(text));
    return bare.size() < card::trimmed(text).size() ? std::string(bare)
                                                    : documents::withoutEscapes(bare);
}

std::string AnswerBook::plainLine(const Answer& answer) const
{
    return oneLine(plain(answer));
}

std::string AnswerBook::markdown(const Answer& answer, int level) const
{
    const std::string text = m_source.view.showWhole(answer.text);
    if (!answer.isMarkdown()) {
        // What is a BibTeX entry keeps its lines and marks.
        if (card::trimmed(text).starts_with('@') && text.find("```") == std::string::npos)
            return documents::inertMarkdown(
                "```bibtex\n" + std::string(card::trimmed(text)) + "\n```");
        return documents::markdownOf(card::trimmed(text));
    }
    std::string result;
    int base = 0; // level of the highest heading within
    const std::vector<documents::Section> sections = documents::sectionsOf(text, 1);
    for (const documents::Section& section : sections) {
        if (section.level > 0)
            base = base == 0 ? section.level : std::min(base, section.level);
    }
    for (const documents::Section& section : sections) {
        if (section.level > 0) {
            result += (result.empty() ? "" : "\n\n")
                + headingMarks(level + 1 + section.level - base) + " "
                + documents::markdownOf(oneLine(section.title));
        }
        const std::string_view body = card::trimmed(section.body);
        if (!body.empty())
            result += (result.empty() ? "" : "\n\n") + documents::inertMarkdown(body);
    }
    return result;
}

std::string AnswerBook::markdownLine(const Answer& answer) const
{
    const std::string text = oneLine(m_source.view.showWhole(answer.text));
    return answer.isMarkdown() ? documents::inertMarkdownLine(text) : documents::markdownOf(text);
}

std::vector<Note> AnswerBook::notes(const std::string& format) const
{
    std::vector<Note> all = m_notes;
    std::set<Statement> named;
    for (std::size_t i = 0; i < m_source.card.fields.size(); ++i) {
        const card::Field& field = card::model().fields[i];
        for (const Answer& answer : m_source.card.fields[i].answers) {
            const bool isCounted = answer.file.empty() && answer.vocabulary == Vocabulary::None;
            const Statement statement = statementOf(answer);
            if (isCounted || isCarried(answer) || !named.insert(statement).second)
                continue;
            const auto refused = m_refused.find(statement);
            all.push_back({field.key + ": " + field.title + " (" + answer.source() + ")",
                refused == m_refused.end() ? format + " has no place for it" : refused->second});
        }
    }
    return all;
}

std::vector<std::string> withoutRepeats(std::vector<std::string> texts)
{
    std::vector<std::string> once;
    std::set<std::string> seen;
    for (std::string& text : texts) {
        if (!text.empty() && seen.insert(text).second)
            once.push_back(std::move(text));
    }
    return once;
}

std::string joinedParagraphs(const std::vector<std::string>& texts)
{
    std::string joined;
    for (const std::string& text : texts)
        joined += (joined.empty() ? "" : "\n\n") + text;
    return joined;
}

std::vector<std::string> addressesIn(std::string_view text)
{
    constexpr std::string_view kEnds = " \t\r\n<>()[]\"'`,;|\\";
    std::vector<std::string> found;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = std::min(text.find("http://", at), text.find("https://", at));
        if (begin == std::string_view::npos)
            break;
        const std::size_t end = std::min(text.find_first_of(kEnds, begin), text.size());
        std::string address(text.substr(begin, end - begin));
        while (address.ends_with('.') || address.ends_with('*'))
            address.pop_back();
        const bool isWhole = address.find("://") + 3 < address.size();
        bool isClean = true;
        for (std::size_t i = 0; i < address.size();) {
            const base::CodePoint point = base::codePointAt(address, i);
            isClean &= point.isValid && !base::isHidden(point.value);
            i += point.bytes;
        }
        if (isWhole && isClean)
            found.push_back(std::move(address));
        at = end;
    }
    return found;
}

} // namespace cupel::exports
