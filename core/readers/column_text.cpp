#include "core/readers/column_text.h"

#include <algorithm>
#include <cstring>

#include "core/readers/byte_masks.h"
#include "core/table/profile.h"

namespace cupel::readers {
namespace {

constexpr std::size_t kWord = sizeof(std::uint64_t);

std::uint64_t load(const char* bytes)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    return word;
}

/// Bytes of a word that continue a code point: 10xxxxxx.
std::int64_t continuations(std::uint64_t word)
{
    const std::uint64_t marks = (word >> 7) & ~(word >> 6) & kEveryByte;
    return static_cast<std::int64_t>((marks * kEveryByte) >> 56);
}

} // namespace

std::int64_t codePoints(std::string_view text)
{
    auto count = static_cast<std::int64_t>(text.size());
    const char* at = text.data();
    const char* const end = at + text.size();
    // Most texts are ASCII: four words at a time need one look.
    for (; end - at >= static_cast<std::ptrdiff_t>(4 * kWord); at += 4 * kWord) {
        const std::array<std::uint64_t, 4> words
            = {load(at), load(at + kWord), load(at + 2 * kWord), load(at + 3 * kWord)};
        if (((words[0] | words[1] | words[2] | words[3]) & (kEveryByte * 0x80)) != 0) {
            for (const std::uint64_t word : words)
                count -= continuations(word);
        }
    }
    for (; end - at >= static_cast<std::ptrdiff_t>(kWord); at += kWord)
        count -= continuations(load(at));
    if (at != end && text.size() >= kWord) {
        // The last word again, its bytes that were counted shifted out.
        const auto counted = static_cast<unsigned>(kWord - static_cast<std::size_t>(end - at));
        return count - continuations(load(end - kWord) >> (counted * 8));
    }
    for (; at != end; ++at)
        count -= (static_cast<unsigned char>(*at) & 0xC0) == 0x80 ? 1 : 0;
    return count;
}

void FewValues::add(std::string_view text, std::int64_t count)
{
    const auto found = m_values.find(text);
    if (found != m_values.end()) {
        found->second += count;
        return;
    }
    if (m_values.size() == kMost) {
        m_tooMany = true;
        m_values.clear();
        return;
    }
    m_values.emplace(text, count);
}

void FewValues::merge(const FewValues& other)
{
    if (other.m_tooMany) {
        m_tooMany = true;
        m_values.clear();
    }
    for (const auto& [text, count] : other.m_values) {
        if (!m_tooMany)
            add(text, count);
    }
}

void KindFacts::merge(const KindFacts& other)
{
    for (std::size_t i = 0; i < m_few.size(); ++i) {
        m_rows.rows[i] += other.m_rows.rows[i];
        m_few[i].merge(other.m_few[i]);
    }
}

std::vector<std::string> KindFacts::misfits(table::ColumnType type) const
{
    std::vector<table::ValueCount> values;
    for (std::size_t i = 0; i < m_few.size(); ++i) {
        if (table::fits(static_cast<table::ValueKind>(i), type))
            continue;
        if (!m_few[i].areKnown())
            return {};
        for (const auto& [text, count] : m_few[i].values())
            values.push_back({text, count});
    }
    std::sort(values.begin(), values.end(), table::ranksBefore);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < std::min(values.size(), table::kMisfits); ++i)
        texts.push_back(std::move(values[i].value));
    return texts;
}

void TextFacts::add(std::string_view text, std::uint64_t hash, std::int64_t count)
{
    m_kinds.add(table::valueKind(text), text, count);
    m_distinct.add(hash);
    const std::int64_t length = codePoints(text);
    m_shortest = std::min(m_shortest, length);
    m_longest = std::max(m_longest, length);
    m_codePoints += length * count;
}

void TextFacts::merge(const TextFacts& other)
{
    m_kinds.merge(other.m_kinds);
    m_distinct.merge(other.m_distinct);
    m_shortest = std::min(m_shortest, other.m_shortest);
    m_longest = std::max(m_longest, other.m_longest);
    m_codePoints += other.m_codePoints;
}

table::LengthSummary TextFacts::lengths() const
{
    const std::int64_t n = m_kinds.rows().total();
    return {m_shortest, m_longest, static_cast<double>(m_codePoints) / static_cast<double>(n)};
}

} // namespace cupel::readers
