#include "core/documents/markdown_sections.h"

#include <optional>
#include <string>
#include <utility>

#include "core/documents/markdown_line.h"
#include "core/documents/plain_text.h"
#include "core/documents/text_positions.h"

namespace cupel::documents {

namespace {

constexpr std::string_view kWhite = " \t\r\n";

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(kWhite);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(kWhite) - begin + 1);
}

class SectionScanner {
public:
    SectionScanner(std::string_view text, std::uint64_t firstLine)
        : m_text(text)
        , m_lines(text)
        , m_firstLine(firstLine)
    {
        m_current.bodyLine = firstLine;
    }

    std::vector<Section> scan()
    {
        for (std::size_t number = 1; number <= m_lines.lines(); ++number)
            take(number);
        finish(m_text.size());
        return std::move(m_sections);
    }

private:
    std::string_view lineText(std::size_t number) const
    {
        const std::size_t begin = m_lines.lineStart(number);
        std::string_view line = m_text.substr(begin, m_lines.lineStart(number + 1) - begin);
        while (!line.empty() && (line.back() == '\n' || line.back() == '\r'))
            line.remove_suffix(1);
        return line;
    }

    void take(std::size_t number)
    {
        const std::string_view text = lineText(number);
        if (m_fence) {
            if (closesFence(text, *m_fence))
                m_fence.reset();
            return;
        }
        if (m_html) {
            if (endsHtml(text, *m_html))
                m_html.reset();
            return;
        }
        const MarkdownLine line = markdownLine(text);
        const bool isUnderline = line.level > 0 && line.kind != LineKind::Heading;
        if (isUnderline && m_paragraphLine > 0) {
            const std::size_t begin = m_lines.lineStart(m_paragraphLine);
            const std::string_view title = m_text.substr(begin, m_lines.lineStart(number) - begin);
            beginSection(line.level, trimmed(title), m_paragraphLine, number + 1);
            return;
        }
        switch (line.kind) {
        case LineKind::Heading:
            beginSection(line.level, line.title, number, number + 1);
            return;
        case LineKind::Fence:
            m_fence = line;
            break;
        case LineKind::Html:
            if (line.htmlEnd.empty() || !endsHtml(text.substr(1), line.htmlEnd))
                m_html = line.htmlEnd;
            break;
        case LineKind::Text:
            if (!m_isInContainer && m_paragraphLine == 0)
                m_paragraphLine = number;
            return;
        case LineKind::Code:
            return; // code, or one more line of a paragraph
        case LineKind::Container:
            m_isInContainer = true;
            m_paragraphLine = 0;
            return;
        case LineKind::Blank:
        case LineKind::Rule:
            break;
        }
        m_paragraphLine = 0;
        m_isInContainer = false;
    }

    void beginSection(int level, std::string_view title, std::size_t line, std::size_t bodyLine)
    {
        finish(m_lines.lineStart(line));
        m_current.level = level;
        m_current.title = plainText(title);
        m_current.at = m_lines.at(m_lines.lineStart(line));
        m_current.at.line += m_firstLine - 1;
        m_current.bodyLine = m_firstLine + bodyLine - 1;
        m_bodyBegin = m_lines.lineStart(bodyLine);
        m_paragraphLine = 0;
        m_isInContainer = false;
    }

    void finish(std::size_t end)
    {
        m_current.body = m_text.substr(m_bodyBegin, end - m_bodyBegin);
        if (m_current.level > 0 || !trimmed(m_current.body).empty())
            m_sections.push_back(std::move(m_current));
        m_current = {};
    }

    std::string_view m_text;
    TextPositions m_lines;
    std::uint64_t m_firstLine;
    std::vector<Section> m_sections;
    Section m_current;
    std::size_t m_bodyBegin = 0;
    std::optional<MarkdownLine> m_fence;
    std::optional<std::string_view> m_html; ///< end of the open HTML block
    std::size_t m_paragraphLine = 0; ///< where the open paragraph begins; 0: none is open
    bool m_isInContainer = false;
};

} // namespace

std::vector<Section> sectionsOf(std::string_view markdown, std::uint64_t firstLine)
{
    return SectionScanner(markdown, firstLine).scan();
}

} // namespace cupel::documents
