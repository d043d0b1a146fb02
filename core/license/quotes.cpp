#include "core/license/quotes.h"

#include <algorithm>
#include <utility>

#include "core/license/folded_text.h"
#include "core/license/text_tokens.h"

namespace cupel::license {
namespace {

constexpr std::size_t kLongestSentence = 2'000;

class Cutter {
public:
    void line(std::string_view text, std::uint32_t number)
    {
        const std::string_view inner = trimmed(text);
        const bool isHeading = !inner.empty() && inner[0] == '#';
        if (inner.empty() || isHeading)
            end();
        for (std::size_t at = 0; at < inner.size(); ++at) {
            add(inner[at], number);
            const bool endsWord = at + 1 == inner.size() || inner[at + 1] == ' ';
            if ((endsWord && std::string_view(".!?").find(inner[at]) != std::string_view::npos)
                || m_current.text.size() >= kLongestSentence)
                end();
        }
        add(' ', number);
        if (isHeading)
            end();
    }
    std::vector<Sentence> take()
    {
        end();
        return std::move(m_sentences);
    }

private:
    void add(char byte, std::uint32_t number)
    {
        if (byte == '\t')
            byte = ' ';
        if (byte == ' ' && (m_current.text.empty() || m_current.text.back() == ' '))
            return;
        if (m_current.text.empty())
            m_current.firstLine = number;
        if (byte != ' ')
            m_current.lastLine = number;
        m_current.text += byte;
    }
    void end()
    {
        while (!m_current.text.empty() && m_current.text.back() == ' ')
            m_current.text.pop_back();
        if (!m_current.text.empty())
            m_sentences.push_back(std::move(m_current));
        m_current = {};
    }

    std::vector<Sentence> m_sentences;
    Sentence m_current;
};

bool holdsPhrase(const Sentence& sentence, std::string_view phrase)
{
    std::string words = " ";
    for (const std::string& word : phraseTokens(sentence.text))
        words += word + " ";
    return words.find(" " + std::string(phrase) + " ") != std::string::npos;
}

std::string shortened(const std::string& text)
{
    constexpr std::size_t kMost = 300;
    if (text.size() <= kMost)
        return text;
    const std::size_t blank = text.rfind(' ', kMost);
    std::size_t end = blank == std::string::npos ? kMost : blank;
    while (end > 0 && (text[end] & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + " …";
}

} // namespace

std::vector<Sentence> sentencesOf(std::string_view utf8)
{
    Cutter cutter;
    std::uint32_t number = 0;
    while (!utf8.empty()) {
        const std::size_t end = utf8.find('\n');
        cutter.line(utf8.substr(0, end), ++number);
        utf8.remove_prefix(end == std::string_view::npos ? utf8.size() : end + 1);
    }
    return cutter.take();
}

std::string quoteAt(
    const std::vector<Sentence>& sentences, std::uint32_t line, std::string_view phrase)
{
    auto at = std::lower_bound(sentences.begin(), sentences.end(), line,
        [](const Sentence& sentence, std::uint32_t wanted) { return sentence.lastLine < wanted; });
    const auto first = at;
    for (; at != sentences.end() && at->firstLine <= line; ++at) {
        if (holdsPhrase(*at, phrase))
            return shortened(at->text);
    }
    return first == sentences.end() ? std::string() : shortened(first->text);
}

} // namespace cupel::license
