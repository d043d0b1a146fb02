#pragma once

#include <cstddef>
#include <string_view>

namespace cupel::documents {

/// What may stand before and after the words of a line.
inline constexpr std::string_view kBlanks = " \t";

/// What a line of Markdown begins, by its own looks (CommonMark 0.30, section 4).
enum class LineKind {
    Blank,
    Heading, ///< "## Title"
    Fence, ///< opens fenced code
    Html, ///< begins a block of HTML or a comment
    Rule, ///< "---", "***": a thematic break, or the underline of a heading where text precedes
    Container, ///< of a list or a quotation: what follows it without a blank line belongs to it
    Code, ///< indented by four or more
    Text,
};

/// A line without its line end, taken apart.
struct MarkdownLine {
    LineKind kind = LineKind::Text;
    int level = 0; ///< of a heading; of an underline 1 for "===" and 2 for "---", else 0
    std::string_view title; ///< of a heading, with its inline marks
    char fence = 0; ///< '`' or '~'
    std::size_t fenceLength = 0;
    /// Of HTML: where the block ends. Empty: at the next blank line.
    std::string_view htmlEnd;
};

MarkdownLine markdownLine(std::string_view line);

/// Whether a line closes the fence that another one opened.
bool closesFence(std::string_view line, const MarkdownLine& opening);
/// Whether a line of an HTML block ends it; letter case of tags does not count.
bool endsHtml(std::string_view line, std::string_view htmlEnd);

} // namespace cupel::documents
