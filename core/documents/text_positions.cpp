#include "core/documents/text_positions.h"

#include <algorithm>

namespace cupel::documents {

namespace {

/// Code points that begin in a stretch of UTF-8.
std::size_t codePoints(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(),
        [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

} // namespace

TextPositions::TextPositions(std::string_view text)
    : m_text(text)
    , m_starts{0}
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool loneReturn = text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n');
        if (text[i] == '\n' || loneReturn)
            m_starts.push_back(i + 1);
    }
}

Position TextPositions::at(std::size_t offset)
{
    offset = std::min(offset, m_text.size());
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), offset);
    const auto line = static_cast<std::size_t>(next - m_starts.begin()) - 1;
    if (line != m_line) {
        m_line = line;
        m_offset = m_starts[line];
        m_column = 0;
    }
    if (offset >= m_offset)
        m_column += codePoints(m_text.substr(m_offset, offset - m_offset));
    else
        m_column -= codePoints(m_text.substr(offset, m_offset - offset));
    m_offset = offset;
    return {m_line + 1, m_column + 1};
}

std::size_t TextPositions::lineStart(std::size_t line) const
{
    return line <= m_starts.size() ? m_starts[std::max<std::size_t>(line, 1) - 1] : m_text.size();
}

} // namespace cupel::documents
