#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/documents/node.h"

namespace cupel::documents {

/// Turns byte offsets of a UTF-8 text into lines and columns. Cheap where offsets mostly grow, also
/// on a single enormous line. Lines end with LF, CR LF or a lone CR. The text must outlive it.
class TextPositions {
public:
    explicit TextPositions(std::string_view text);

    /// Line and column of the byte at an offset; beyond the end, of the end.
    Position at(std::size_t offset);
    /// Offset where a line begins, counted from one; the size of the text for lines beyond it.
    std::size_t lineStart(std::size_t line) const;
    /// Lines of the text; an empty text has one, and so has what follows the last line end.
    std::size_t lines() const { return m_starts.size(); }

private:
    std::string_view m_text;
    std::vector<std::size_t> m_starts;
    /// The last answer, from which the next one counts on in the same line.
    std::size_t m_line = 0;
    std::size_t m_offset = 0;
    std::size_t m_column = 0;
};

} // namespace cupel::documents
