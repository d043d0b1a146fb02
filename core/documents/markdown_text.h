#pragma once

#include <string>
#include <string_view>

namespace cupel::documents {

/// Plain text as Markdown that shows it: what could be markup is escaped, in every line, and blanks
/// at the beginning of lines are left out. Line ends stay; what acts instead of being shown is
/// written as in inertMarkdown().
std::string markdownOf(std::string_view plain);

/// The plain text behind Markdown, as far as it can be told without parsing it: escapes of
/// punctuation and the entities of markup are resolved outside of code; marks stay. Takes back what
/// markdownOf() does.
std::string withoutEscapes(std::string_view markdown);

/// Markdown of somebody else as it may stand in a document of ours, between two headings: HTML is
/// shown and not obeyed, images are links, links lead to http, https, mailto and relative addresses
/// only. Fenced code begins at the margin, and what was left open is closed. Controls, bidi
/// controls, line separators and invalid bytes become visible escapes (\x1b, \u{202e}); joiners and
/// marks that scripts need stay. Headings are to be taken out before. What needs no change stays
/// byte for byte, and doing it twice is doing it once. Where it cannot be told without a parser
/// whether something is code, it is taken for none, so that HTML in such code shows an entity.
std::string inertMarkdown(std::string_view markdown);

/// The same for a piece of a line that begins with other words: what would open a block at the
/// beginning of a line does not.
std::string inertMarkdownLine(std::string_view markdown);

} // namespace cupel::documents
