#include "benchmarks/generate/shapes.h"

#include <array>
#include <charconv>

namespace cupel::bench {

std::vector<std::string> vocabulary(Random& random, std::size_t count)
{
    constexpr std::array<std::string_view, 18> kOnsets{"b", "c", "d", "f", "g", "h", "l", "m", "n",
        "p", "r", "s", "t", "v", "w", "st", "tr", "ch"};
    constexpr std::array<std::string_view, 8> kVowels{"a", "e", "i", "o", "u", "ea", "ou", "io"};
    constexpr std::array<std::string_view, 4> kForeign{"é", "ü", "ж", "漢"};
    std::vector<std::string> words;
    words.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        std::string word;
        const std::uint32_t syllables = 1 + random.below(3);
        for (std::uint32_t s = 0; s < syllables; ++s) {
            word += kOnsets[random.below(kOnsets.size())];
            word += kVowels[random.below(kVowels.size())];
        }
        if (random.chance(20))
            word += kForeign[random.below(kForeign.size())];
        words.push_back(std::move(word));
    }
    return words;
}

void appendFixed(std::string& to, std::int64_t value, unsigned decimals)
{
    std::array<char, 24> digits{};
    const std::uint64_t magnitude = static_cast<std::uint64_t>(value < 0 ? -value : value);
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), magnitude).ptr;
    std::string_view text(digits.data(), static_cast<std::size_t>(end - digits.data()));
    if (value < 0)
        to += '-';
    if (decimals == 0) {
        to += text;
        return;
    }
    if (text.size() <= decimals) {
        to += "0.";
        to.append(decimals - text.size(), '0');
        to += text;
        return;
    }
    to += text.substr(0, text.size() - decimals);
    to += '.';
    to += text.substr(text.size() - decimals);
}

TextShape::TextShape(std::uint64_t seed)
    : m_random(seed)
    , m_words(vocabulary(m_random, 4'096))
{
}

std::string TextShape::header() const
{
    return "id,topic,source,body\n";
}

void TextShape::appendRow(std::string& to)
{
    constexpr std::array<std::string_view, 6> kTopics{
        "news", "law", "health", "sport", "science, general", "arts"};
    constexpr std::size_t kBodyBytes = 530;
    appendFixed(to, static_cast<std::int64_t>(++m_rows), 0);
    to += ',';
    const std::string_view topic = kTopics[m_random.below(kTopics.size())];
    if (topic.find(',') != topic.npos)
        to.append("\"").append(topic).append("\",");
    else
        to.append(topic).append(",");
    to += "site-";
    appendFixed(to, m_random.below(2'000), 0);
    to += ",\"";
    const bool hasLines = m_random.below(3) == 0;
    const std::size_t begin = to.size();
    while (to.size() - begin < kBodyBytes - 4) {
        to += m_words[m_random.below(static_cast<std::uint32_t>(m_words.size()))];
        const std::uint32_t after = m_random.below(64);
        if (after == 0)
            to += ", ";
        else if (after == 1)
            to += " \"\"so\"\" ";
        else if (after < 5 && hasLines)
            to += '\n';
        else
            to += ' ';
    }
    to += "end\"\n";
}

} // namespace cupel::bench
