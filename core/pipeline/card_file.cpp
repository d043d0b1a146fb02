#include "core/pipeline/card_file.h"

#include <algorithm>
#include <utility>

#include "core/card/fill.h"
#include "core/card/prose.h"
#include "core/documents/document_reader.h"
#include "core/documents/json_reader.h"
#include "core/exports/licenses.h"
#include "core/pipeline/documents_beside.h"

namespace cupel::pipeline {
namespace {

using base::Error;
using base::Result;
using documents::Document;
using documents::DocumentKind;
using documents::Node;
using documents::ProblemKind;

/// "loans" of "docs/loans.md".
std::string stemOf(const std::string& path)
{
    const std::string file = path.substr(path.find_last_of('/') + 1);
    const std::size_t dot = file.find_last_of('.');
    return dot == std::string::npos || dot == 0 ? file : file.substr(0, dot);
}

/// What a stored card says about the licence: texts, or the items of lists.
std::vector<std::string> licenseTexts(const card::Card& card)
{
    std::vector<std::string> texts;
    for (const card::Answer& answer : card.find("license.declared")->answers) {
        if (answer.value && answer.value->isList()) {
            for (const Node& item : answer.value->items)
                texts.push_back(item.text);
            continue;
        }
        for (const base::Span& span : answer.text) {
            if (const auto* const text = std::get_if<base::DataText>(&span))
                texts.push_back(text->raw());
        }
    }
    return texts;
}

Result<CardFile> storedCard(const Document& document)
{
    auto stored = card::readStoredCard(document.fields, document.file);
    if (!stored)
        return stored.error();
    CardFile file{std::move(*stored), {}, {}, {}};
    file.licenses = exports::statementsOfTexts(licenseTexts(file.stored.card));
    return file;
}

/// A problem that leaves nothing to read, or none.
const documents::Problem* fatalProblem(const Document& document)
{
    for (const documents::Problem& problem : document.problems) {
        if (problem.kind == ProblemKind::Unreadable || problem.kind == ProblemKind::Json
            || problem.kind == ProblemKind::NotCroissant
            || (problem.kind == ProblemKind::Truncated && document.kind == DocumentKind::Croissant))
            return &problem;
    }
    return nullptr;
}

/// Whether a file that is read as Markdown is meant to be a card: by its name, or by what only a
/// card has.
bool isMarkdownCard(const Document& document)
{
    const std::string name = card::lowered(document.file);
    const bool isNamed = name.ends_with(".md") || name.ends_with(".markdown");
    const bool hasHeading = std::any_of(document.sections.begin(), document.sections.end(),
        [](const documents::Section& section) { return section.level > 0; });
    return isNamed || hasHeading || !document.fields.isNull();
}

} // namespace

std::vector<std::string> problemsOf(const Document& document)
{
    std::vector<std::string> lines;
    for (const documents::Problem& problem : document.problems) {
        lines.push_back(
            (problem.at.line > 0 ? "line " + std::to_string(problem.at.line) + ": " : std::string())
            + problem.message);
    }
    return lines;
}

Result<CardFile> readCardFile(const std::string& path)
{
    auto read = readDocumentFile(path);
    if (!read)
        return read.error();
    Document& document = *read;
    // A name may not tell what a file holds.
    const std::size_t first = document.text.find_first_not_of(" \t\r\n");
    if (document.kind == DocumentKind::Card && first != std::string::npos
        && document.text[first] == '{') {
        document = documents::readDocument(
            DocumentKind::Croissant, document.file, document.text, document.bytes);
    }
    if (card::isStoredCard(document.fields))
        return storedCard(document);
    if (const documents::Problem* const problem = fatalProblem(document)) {
        return Error{base::ErrorCode::NotData, problem->message, problem->hint,
            {document.file, problem->at.line, problem->at.column, 0}};
    }
    if (document.kind == DocumentKind::Card && document.problems.empty()
        && (first == std::string::npos || !isMarkdownCard(document))) {
        return Error{base::ErrorCode::NotData,
            first == std::string::npos ? "this file is empty"
                                       : "this is no card: it has no front matter, no heading and "
                                         "no name that ends in .md",
            "name a Croissant file, a dataset card or a datasheet as Markdown, or a card as JSON; "
            "of data, cupel card extract makes the card",
            {document.file, 0, 0, 0}};
    }
    CardFile file{{stemOf(path), {}, {}, card::emptyCard()}, {}, {}, problemsOf(document)};
    file.unread = card::unreadParts(document);
    const documents::DocumentSet set{{std::move(document)}};
    card::fillFromDocuments(file.stored.card, set);
    card::settleConditions(file.stored.card, {});
    file.licenses = license::readStatements(set);
    return file;
}

} // namespace cupel::pipeline
