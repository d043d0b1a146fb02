// The readers, validators and writers of documents on any bytes: no crash, no endless run, places
// within the text, JSON accepted only where its parser accepts it too, YAML that reads back as what
// was written, Markdown that is inert once and for all.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/documents/croissant.h"
#include "core/documents/croissant_plain.h"
#include "core/documents/document_reader.h"
#include "core/documents/json_reader.h"
#include "core/documents/markdown_text.h"
#include "core/documents/plain_text.h"
#include "core/documents/text_positions.h"
#include "core/documents/yaml_reader.h"
#include "core/documents/yaml_writer.h"
#include "core/lint/lint.h"
#include "core/lint/rules.h"
#include "tests/support/same_nodes.h"

namespace {

using namespace cupel;
using documents::Node;

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "fuzz_documents: not true: %s\n", what);
    std::abort();
}

void checkPlaces(const Node& node, std::size_t lines)
{
    require(node.at.line >= 1 && node.at.line <= lines, "a value stands in a line of the text");
    require(node.at.column >= 1, "columns count from one");
    for (const Node& item : node.items)
        checkPlaces(item, lines);
    for (const Node::Member& member : node.members) {
        require(member.at.line >= 1 && member.at.line <= lines, "a key stands in a line");
        checkPlaces(member.value, lines);
    }
}

void checkError(const base::Error& error, std::size_t lines)
{
    require(!error.message.empty() && !error.hint.empty(), "an error says what and what to try");
    require(error.where.line <= lines, "an error stands in a line of the text");
}

void checkJson(std::string_view text, std::size_t lines)
{
    const auto root = documents::readJson(text);
    if (!root) {
        checkError(root.error(), lines);
        return;
    }
    checkPlaces(*root, lines);
    require(nlohmann::json::accept(text), "what is read is JSON");
    if (documents::isCroissant(*root))
        documents::readCroissant(*root);
    const Node plain = documents::plainCroissant(*root);
    require(plain.isNull() || plain.isMap(), "a dataset is a map of its properties");
}

/// Texts are the same byte for byte; how a number or a null is spelled is the writer's.
bool same(const Node& a, const Node& b)
{
    return cupel::test::sameNodes(
        a, b, [](const Node& x, const Node& y) { return !x.isText() || x.text == y.text; });
}

/// The parser takes keys of up to 1,024 bytes; quotes and escapes make them longer.
bool hasLongKeys(const Node& node)
{
    constexpr std::size_t kLong = 200;
    for (const Node& item : node.items) {
        if (hasLongKeys(item))
            return true;
    }
    for (const Node::Member& member : node.members) {
        if (member.key.size() > kLong || hasLongKeys(member.value))
            return true;
    }
    return false;
}

void checkWrittenYaml(const Node& root)
{
    if (!root.isMap() || root.members.empty() || hasLongKeys(root))
        return;
    const auto back = documents::readYaml(documents::yamlText(root));
    require(back && same(*back, root), "what is written as YAML reads back as the same");
}

void checkMarkdown(std::string_view text)
{
    const std::string inert = documents::inertMarkdown(text);
    require(documents::inertMarkdown(inert) == inert, "what has no power loses none");
    documents::markdownOf(text);
    documents::withoutEscapes(text);
    documents::inertMarkdownLine(text);
}

void checkYaml(std::string_view text, std::size_t lines)
{
    const auto root = documents::readYaml(text);
    if (!root)
        checkError(root.error(), lines);
    else if (!root->isNull()) // of an empty text nothing has a place
        checkPlaces(*root, lines);
    if (root)
        checkWrittenYaml(*root);
}

/// Every profile of a document ends, with known rules and places within the text.
void checkVerdicts(const documents::Document& document, std::size_t lines)
{
    for (const lint::Profile profile : lint::profilesOf(document)) {
        const lint::Verdict verdict = lint::lint(document, profile);
        for (const lint::Issue& issue : verdict.issues) {
            require(lint::findRule(issue.rule) != nullptr, "a rule of the list is reported");
            require(
                !issue.message.empty() && !issue.fix.empty(), "an issue says what and what to do");
            require(issue.at.line <= lines, "an issue stands in a line of the text");
        }
    }
}

void checkCard(std::string_view text)
{
    const documents::Document card
        = documents::readDocument(documents::DocumentKind::Card, "README.md", text, text.size());
    const std::size_t lines = documents::TextPositions(card.text).lines();
    std::uint64_t line = 0;
    std::size_t bytes = 0;
    for (const documents::Section& section : card.sections) {
        require(section.bodyLine >= line && section.bodyLine <= lines + 1, "sections are in order");
        require(section.level == 0 || section.at.line < section.bodyLine,
            "a body begins behind its heading");
        line = section.bodyLine;
        bytes += section.body.size();
        require(documents::plainText(section.body).size() <= section.body.size(),
            "plain text is not longer than its Markdown");
    }
    require(bytes <= card.text.size(), "bodies do not overlap");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    // A copy of exactly this size, so that reading past it is seen.
    const std::string copy(reinterpret_cast<const char*>(data), size);
    const std::size_t lines = documents::TextPositions(copy).lines();
    checkJson(copy, lines);
    checkYaml(copy, lines);
    checkCard(copy);
    checkMarkdown(copy);
    for (const auto kind : {documents::DocumentKind::Card, documents::DocumentKind::Croissant})
        checkVerdicts(documents::readDocument(kind, "f", copy, size), lines);
    documents::readDocument(documents::DocumentKind::License, "LICENSE", copy, size);
    return 0;
}
