#include "core/license/text_tokens.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/base/ascii.h"
#include "core/license/equivalent_words.h"
#include "core/license/text_markup.h"

namespace cupel::license {
namespace {

using base::isDigit;

/// Folded text: ASCII letters are lower case, bytes beyond ASCII belong to letters.
bool isFoldedLetter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte & 0x80) != 0;
}
bool isWordByte(char byte)
{
    return isFoldedLetter(byte) || isDigit(byte);
}

/// Cuts folded text into tokens. List marks are left out: "(a)", and "a." or "1.2" where a
/// sentence may begin.
class Tokeniser {
public:
    Tokeniser(std::string_view text, const std::vector<FoldedLine>* lines)
        : m_text(text)
        , m_lines(lines)
    {
    }

    std::vector<Token> run()
    {
        while (m_at < m_text.size()) {
            if (isWordByte(m_text[m_at]))
                word();
            else
                other(m_text[m_at++]);
        }
        return std::move(m_tokens);
    }

private:
    char byteAt(std::size_t at) const { return at < m_text.size() ? m_text[at] : '\n'; }

    void other(char byte)
    {
        if (byte == '\n') {
            ++m_line;
            ++m_lineEnds;
        } else if (byte == '&') {
            push("and", m_line);
            m_last = 'x';
            m_lineEnds = 0;
        } else if (byte != ' '
            && std::string_view("#*_>'-|+").find(byte) == std::string_view::npos) {
            m_last = byte;
        }
    }

    /// Behind a hyphen at `at`: where the word goes on, or 0. A line may end behind the hyphen.
    std::size_t behindHyphen(std::size_t at) const
    {
        std::size_t next = at + 1;
        if (isFoldedLetter(byteAt(next)))
            return next;
        while (byteAt(next) == ' ' && next < m_text.size())
            ++next;
        if (next >= m_text.size() || m_text[next] != '\n')
            return 0;
        ++next;
        while (next < m_text.size() && m_text[next] == ' ')
            ++next;
        return isFoldedLetter(byteAt(next)) ? next : 0;
    }

    void word()
    {
        const std::size_t begin = m_at;
        const std::size_t line = m_line;
        if (begin >= m_chunkEnd)
            lookAtChunk();
        std::string word;
        while (m_at < m_text.size()) {
            const char byte = m_text[m_at];
            if (isWordByte(byte)) {
                word += byte;
                ++m_at;
            } else if (byte == '\'' && isWordByte(byteAt(m_at + 1)) && !word.empty()) {
                ++m_at;
            } else if (byte == '.' && isDigit(byteAt(m_at + 1)) && isNumber(word)) {
                word += byte;
                ++m_at;
            } else if (byte == '-' && !word.empty() && isFoldedLetter(word.back())) {
                const std::size_t next = behindHyphen(m_at);
                if (next == 0)
                    break;
                m_line += static_cast<std::size_t>(
                    std::count(m_text.begin() + static_cast<std::ptrdiff_t>(m_at),
                        m_text.begin() + static_cast<std::ptrdiff_t>(next), '\n'));
                m_at = next;
            } else {
                break;
            }
        }
        if (!isListMark(word, begin))
            push(std::move(word), line);
        else if (byteAt(m_at) == '.' || byteAt(m_at) == ')')
            ++m_at; // a mark behind a mark is one, too
        else
            return;
        if (m_at > 0 && isWordByte(m_text[m_at - 1]))
            m_last = 'x';
        m_lineEnds = 0;
    }

    /// A chunk between blanks is an address where it has "://", or a dot and later a slash.
    void lookAtChunk()
    {
        m_chunkEnd = std::min(m_text.find_first_of(" \n", m_at), m_text.size());
        const std::string_view chunk = m_text.substr(m_at, m_chunkEnd - m_at);
        const std::size_t dot = chunk.find('.');
        const bool hasHost = dot != std::string_view::npos && dot + 1 < chunk.size()
            && isFoldedLetter(chunk[dot + 1]) && chunk.find('/', dot) != std::string_view::npos;
        if (hasHost || chunk.find("://") != std::string_view::npos)
            m_addressEnd = m_chunkEnd;
    }

    static bool isNumber(std::string_view word)
    {
        return !word.empty()
            && std::all_of(word.begin(), word.end(), [](char c) { return isDigit(c) || c == '.'; });
    }

    static bool isMarkWord(std::string_view word)
    {
        constexpr std::size_t kLongestNumber = 8;
        constexpr std::size_t kLongestRoman = 5;
        if (word.size() == 1 || (isNumber(word) && word.size() <= kLongestNumber))
            return true;
        return word.size() <= kLongestRoman
            && word.find_first_not_of("ivxlc") == std::string_view::npos;
    }

    bool isListMark(std::string_view word, std::size_t begin) const
    {
        if (!isMarkWord(word))
            return false;
        const char before = begin == 0 ? '\n' : m_text[begin - 1];
        const char after = byteAt(m_at);
        const bool opens = before == '(' && (begin < 2 || !isWordByte(m_text[begin - 2]));
        if (opens && after == ')')
            return true;
        const bool mayBegin = m_lineEnds > 1 || m_last == '\0'
            || std::string_view(".:;,)]").find(m_last) != std::string_view::npos;
        if (!mayBegin || before == '(')
            return false;
        const bool endsMark = byteAt(m_at + 1) == ' ' || byteAt(m_at + 1) == '\n'
            || byteAt(m_at + 1) == '*' || byteAt(m_at + 1) == '_';
        if ((after == '.' || after == ')') && endsMark)
            return true;
        return m_lineEnds > 0 && isNumber(word) && word.find('.') != std::string_view::npos
            && (after == ' ' || after == '\n');
    }

    void push(std::string word, std::size_t line)
    {
        word = oneSpelling(std::move(word));
        const auto number = m_lines ? (*m_lines)[std::min(line, m_lines->size() - 1)].number : 0;
        if (!m_tokens.empty()) {
            JoinedWords pair = joined(m_tokens.back().word, word);
            if (pair.areEquivalent) {
                word = std::move(pair.word);
                if (pair.firstGoes) {
                    m_tokens.back().word = std::move(word);
                    return;
                }
            }
        }
        m_tokens.push_back({std::move(word), number, m_at <= m_addressEnd});
    }

    std::string_view m_text;
    const std::vector<FoldedLine>* m_lines;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    std::size_t m_line = 0;
    std::size_t m_lineEnds = 0; ///< since the last word
    std::size_t m_chunkEnd = 0;
    std::size_t m_addressEnd = 0; ///< tokens that end before are part of an address
    char m_last = '\0'; ///< last sign before here that is neither blank nor markup
};

std::string_view withoutLeadingMarks(std::string_view line)
{
    const std::size_t begin = line.find_first_not_of(" #*_>-/'|.,;");
    return begin == std::string_view::npos ? std::string_view() : line.substr(begin);
}

bool startsWith(std::string_view text, std::string_view beginning)
{
    return text.substr(0, beginning.size()) == beginning;
}

bool hasYearOrPlaceholder(std::string_view line)
{
    constexpr std::size_t kYear = 4;
    if (line.find_first_of("<[{") != std::string_view::npos
        || line.find("year") != std::string_view::npos
        || line.find("yyyy") != std::string_view::npos
        || line.find("xxxx") != std::string_view::npos)
        return true;
    std::size_t digits = 0;
    for (const char byte : line) {
        digits = isDigit(byte) ? digits + 1 : 0;
        if (digits == kYear)
            return true;
    }
    return false;
}

/// Whether a line only names who holds the copyright: nothing in it may limit or grant.
bool isCopyrightLine(std::string_view folded)
{
    constexpr std::size_t kMostBytes = 400;
    constexpr std::size_t kMostWords = 25;
    static constexpr std::array<std::string_view, 36> kTelling{"academic", "allowed", "and/or",
        "commercial", "condition", "derivative", "educational", "evaluation", "except", "exclud",
        "field", "forbid", "grant", "internal", "law", "licen", "may ", "must", "non-", "not ",
        "notice", "only", "permi", "personal", "prohibit", "provided", "purpose", "redistribut",
        "research", "restrict", "shall", "solely", "subject to", "unless", " use", "without"};
    const std::string_view line = withoutLeadingMarks(folded);
    if (line.size() > kMostBytes || !(startsWith(line, "copyright") || startsWith(line, "(c)")))
        return false;
    if (!hasYearOrPlaceholder(line))
        return false;
    const auto blanks = static_cast<std::size_t>(std::count(line.begin(), line.end(), ' '));
    if (blanks >= kMostWords)
        return false;
    const std::string padded = std::string(line) + " ";
    return std::none_of(kTelling.begin(), kTelling.end(),
        [&](std::string_view word) { return padded.find(word) != std::string::npos; });
}

bool isReservation(std::string_view folded)
{
    std::string_view line = withoutLeadingMarks(folded);
    while (!line.empty() && !isWordByte(line.back()))
        line.remove_suffix(1);
    return line == "all rights reserved";
}

} // namespace

NormalisedText normalise(std::string_view utf8)
{
    NormalisedText result;
    std::vector<FoldedLine> lines = withoutHtml(splitLines(foldCharacters(utf8)));
    removeMarkup(lines);
    std::string text;
    for (FoldedLine& line : lines) {
        removeSeparators(line.text);
        if (isCopyrightLine(line.text)) {
            result.copyrightLines.push_back(line.number);
            line.text.clear();
        } else if (isReservation(line.text)) {
            line.text.clear();
        }
        text += line.text;
        text += '\n';
    }
    if (!lines.empty())
        result.tokens = Tokeniser(text, &lines).run();
    return result;
}

std::vector<std::string> phraseTokens(std::string_view utf8)
{
    std::vector<std::string> words;
    const std::string folded = foldCharacters(utf8);
    for (Token& token : Tokeniser(folded, nullptr).run())
        words.push_back(std::move(token.word));
    return words;
}

} // namespace cupel::license
