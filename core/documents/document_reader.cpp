#include "core/documents/document_reader.h"

#include <algorithm>
#include <utility>

#include "core/base/utf8.h"
#include "core/documents/croissant.h"
#include "core/documents/front_matter.h"
#include "core/documents/json_reader.h"
#include "core/documents/markdown_sections.h"
#include "core/documents/text_decoding.h"
#include "core/documents/text_positions.h"
#include "core/documents/yaml_reader.h"

namespace cupel::documents {

namespace {

void addProblem(
    Document& document, ProblemKind kind, Position at, std::string message, std::string hint)
{
    document.problems.push_back({std::move(message), std::move(hint), at, kind});
}

void addProblem(Document& document, ProblemKind kind, const base::Error& error)
{
    addProblem(document, kind, {error.where.line, error.where.column}, error.message, error.hint);
}

/// Whether the beginning of a UTF-8 text ends within a character.
bool endsWithin(std::string_view bytes, std::size_t firstInvalid)
{
    constexpr std::size_t kLongest = 4;
    return bytes.size() - firstInvalid < kLongest
        && base::firstInvalidUtf8(bytes.data(), firstInvalid, bytes.size()) == base::kValidUtf8;
}

/// Put the text into the document as UTF-8; false where it is no text.
bool decode(Document& document, std::string_view bytes)
{
    const bool isCut = bytes.size() < document.bytes;
    const std::size_t nul = bytes.find('\0');
    if (nul != std::string_view::npos) {
        addProblem(document, ProblemKind::Unreadable, TextPositions(bytes).at(nul),
            "a NUL byte: this is no text in UTF-8", "save it as UTF-8, or give it another name");
        return false;
    }
    bytes = withoutByteOrderMark(bytes);
    const std::size_t invalid = base::firstInvalidUtf8(bytes.data(), bytes.size(), bytes.size());
    if (invalid == base::kValidUtf8) {
        document.text = bytes;
    } else if (isCut && endsWithin(bytes, invalid)) {
        document.text = bytes.substr(0, invalid);
    } else {
        document.text = fromWindows1252(bytes);
        if (document.kind != DocumentKind::License) {
            addProblem(document, ProblemKind::Encoding, TextPositions(bytes).at(invalid),
                "this is not UTF-8; it was read as Windows-1252", "save the file as UTF-8");
        }
    }
    if (isCut) {
        addProblem(document, ProblemKind::Truncated, {},
            "it has " + std::to_string(document.bytes) + " bytes; the first "
                + std::to_string(bytes.size()) + " were read",
            "keep long parts in files of their own");
    }
    return true;
}

void readCard(Document& document)
{
    const FrontMatter matter = findFrontMatter(document.text);
    if (matter.begins && !matter.ends) {
        addProblem(document, ProblemKind::FrontMatter, {matter.yamlLine - 1, 1},
            "the front matter has no end", "put a line of --- behind it");
    } else if (matter.begins) {
        YamlOptions options;
        options.firstLine = matter.yamlLine;
        auto fields = readYaml(matter.yaml, options);
        if (!fields) {
            addProblem(document, ProblemKind::FrontMatter, fields.error());
        } else if (!fields->isMap() && !fields->isNull()) {
            addProblem(document, ProblemKind::FrontMatter, fields->at,
                "the front matter is not a map of fields", "write lines such as license: mit");
        } else {
            document.fields = std::move(*fields);
        }
    }
    document.bodyLine = matter.bodyLine;
    document.sections
        = sectionsOf(std::string_view(document.text).substr(matter.bodyOffset), matter.bodyLine);
}

void readCroissant(Document& document)
{
    if (document.text.size() < document.bytes && !document.problems.empty()
        && document.problems.back().kind == ProblemKind::Truncated)
        return;
    JsonOptions options;
    auto fields = readJson(document.text, options);
    if (!fields) {
        addProblem(document, ProblemKind::Json, fields.error());
        return;
    }
    if (!isCroissant(*fields)) {
        addProblem(document, ProblemKind::NotCroissant, fields->at,
            "no dataset is described here in the words of Croissant",
            "give it \"@type\": \"sc:Dataset\" and a \"conformsTo\"");
    }
    if (fields->isMap())
        document.fields = std::move(*fields);
}

} // namespace

std::size_t maxBytes(DocumentKind kind)
{
    constexpr std::size_t kMiB = std::size_t{1} << 20U;
    switch (kind) {
    case DocumentKind::Card:
        return 2 * kMiB;
    case DocumentKind::Croissant:
        return 16 * kMiB;
    case DocumentKind::License:
        break;
    }
    return kMiB;
}

Document readDocument(
    DocumentKind kind, std::string file, std::string_view bytes, std::uint64_t size)
{
    Document document;
    document.kind = kind;
    document.file = std::move(file);
    document.bytes = size;
    if (!decode(document, bytes))
        return document;
    if (kind == DocumentKind::Card)
        readCard(document);
    else if (kind == DocumentKind::Croissant)
        readCroissant(document);
    return document;
}

} // namespace cupel::documents
