#pragma once

#include "core/card/card.h"
#include "core/card/measured.h"
#include "core/documents/document.h"
#include "core/license/claims.h"
#include "core/reports/archive_lists.h"

/// Lists of the archive: the documents beside the data, what they say about the licence, the card.
namespace cupel::reports {

template <>
inline constexpr auto kWords<documents::DocumentKind> = wordsOf<documents::DocumentKind>(
    "card", "croissant", "license");
template <>
inline constexpr auto kWords<documents::ProblemKind> = wordsOf<documents::ProblemKind>(
    "unreadable", "truncated", "encoding", "front-matter", "json", "not-croissant");
template <>
inline constexpr auto kWords<documents::Node::Kind> = wordsOf<documents::Node::Kind>(
    "null", "bool", "number", "text", "list", "map");
template <>
inline constexpr auto kWords<license::Claim::Kind> = wordsOf<license::Claim::Kind>(
    "field", "statement", "tag", "metadata", "text");
template <>
inline constexpr auto kWords<license::Confidence> = wordsOf<license::Confidence>(
    "exact", "high", "low", "family", "class", "status", "none");
template <>
inline constexpr auto kWords<license::TextClass> = wordsOf<license::TextClass>(
    "exact", "high", "embedded", "modified", "partial", "multiple", "reference", "none");
template <>
inline constexpr auto kWords<card::State> = wordsOf<card::State>(
    "absent", "placeholder", "thin", "present", "derived", "not-applicable");
template <>
inline constexpr auto kWords<card::Vocabulary> = wordsOf<card::Vocabulary>(
    "none", "front-matter", "heading", "bullet", "croissant", "datasheet", "person");

template <Is<documents::Position> T> void visitMembers(auto& visit, T& it)
{
    auto& [line, column] = it;
    visit({"line", "column"}, Count{line}, Count{column});
}
template <Is<documents::Section> T> void visitMembers(auto& visit, T& it)
{
    auto& [level, title, at, body, bodyLine] = it;
    visit({"level", "title", "at", "body", "bodyLine"}, Count{level}, title, at, body,
        Count{bodyLine});
}
template <Is<documents::Problem> T> void visitMembers(auto& visit, T& it)
{
    auto& [message, hint, at, kind] = it;
    visit({"message", "hint", "at", "kind"}, message, hint, at, kind);
}
template <Is<documents::Document> T> void visitMembers(auto& visit, T& it)
{
    auto& [kind, file, bytes, text, fields, bodyLine, sections, problems] = it;
    visit({"kind", "file", "bytes", "text", "fields", "bodyLine", "sections", "problems"}, kind,
        file, Count{bytes}, text, fields, Count{bodyLine}, sections, problems);
}
template <Is<documents::DocumentSet> T> void visitMembers(auto& visit, T& it)
{
    auto& [documents] = it;
    visit({"documents"}, documents);
}

template <Is<license::ResolutionNote> T> void visitMembers(auto& visit, T& it)
{
    auto& [rule, words] = it;
    visit({"rule", "words"}, rule, words);
}
template <Is<license::Resolution> T> void visitMembers(auto& visit, T& it)
{
    auto& [expression, confidence, notes, candidates] = it;
    visit({"expression", "confidence", "notes", "candidates"}, expression, confidence, notes,
        candidates);
}
template <Is<license::Claim> T> void visitMembers(auto& visit, T& it)
{
    auto& [kind, document, source, line, raw, meaning, covers, textClass, sameText, name, link]
        = it;
    visit({"kind", "document", "source", "line", "raw", "meaning", "covers", "textClass",
              "sameText", "name", "link"},
        kind, document, source, Count{line}, raw, meaning, covers, textClass, sameText, name, link);
}
template <Is<license::TextMatch> T> void visitMembers(auto& visit, T& it)
{
    auto& [id, kind, score, firstLine, lastLine, sameText] = it;
    visit({"id", "kind", "score", "firstLine", "lastLine", "sameText"}, id, kind, score,
        Count{firstLine}, Count{lastLine}, sameText);
}
template <Is<license::TextAlternative> T> void visitMembers(auto& visit, T& it)
{
    auto& [id, score, sameText] = it;
    visit({"id", "score", "sameText"}, id, score, sameText);
}
template <Is<license::RestrictingSentence> T> void visitMembers(auto& visit, T& it)
{
    auto& [line, text, words] = it;
    visit({"line", "text", "words"}, Count{line}, text, words);
}
template <Is<license::TextFinding> T> void visitMembers(auto& visit, T& it)
{
    auto& [rule, line, message, remedy] = it;
    visit({"rule", "line", "message", "remedy"}, rule, Count{line}, message, remedy);
}
template <Is<license::Detection> T> void visitMembers(auto& visit, T& it)
{
    auto& [kind, expression, matches, alternatives, restrictions, guardWords, findings,
        copyrightLines, isUncompared, isCut]
        = it;
    visit({"kind", "expression", "matches", "alternatives", "restrictions", "guardWords",
              "findings", "copyrightLines", "isUncompared", "isCut"},
        kind, expression, matches, alternatives, restrictions, guardWords, findings, copyrightLines,
        isUncompared, isCut);
}
template <Is<license::LicenseStatements> T> void visitMembers(auto& visit, T& it)
{
    auto& [claims, texts] = it;
    visit({"claims", "texts"}, claims, texts);
}

template <Is<card::Answer> T> void visitMembers(auto& visit, T& it)
{
    auto& [text, file, line, vocabulary, property, value] = it;
    visit({"text", "file", "line", "vocabulary", "property", "value"}, text, file, Count{line},
        vocabulary, property, value);
}
template <Is<card::FieldValue> T> void visitMembers(auto& visit, T& it)
{
    auto& [key, state, reason, answers, isNeeded] = it;
    visit({"key", "state", "reason", "answers", "isNeeded"}, key, state, reason, answers, isNeeded);
}
template <Is<card::Card> T> void visitMembers(auto& visit, T& it)
{
    auto& [fields] = it;
    visit({"fields"}, fields);
}
template <Is<card::ValueRows> T> void visitMembers(auto& visit, T& it)
{
    auto& [value, rows] = it;
    visit({"value", "rows"}, value, Count{rows});
}
template <Is<card::MeasuredValues> T> void visitMembers(auto& visit, T& it)
{
    auto& [column, values, missing] = it;
    visit({"column", "values", "missing"}, column, values, Count{missing});
}
template <Is<card::MeasuredLanguages> T> void visitMembers(auto& visit, T& it)
{
    auto& [column, rows, told, languages] = it;
    visit({"column", "rows", "told", "languages"}, column, Count{rows}, Count{told}, languages);
}
template <Is<card::MeasuredColumn> T> void visitMembers(auto& visit, T& it)
{
    auto& [name, type, missing] = it;
    visit({"name", "type", "missing"}, name, type, Count{missing});
}
template <Is<card::Measured> T> void visitMembers(auto& visit, T& it)
{
    auto& [file, bytes, hash, rows, rejectedRows, columns, label, favourable, groups, splits,
        repeatedRows, languages, partColumns]
        = it;
    visit({"file", "bytes", "hash", "rows", "rejectedRows", "columns", "label", "favourable",
              "groups", "splits", "repeatedRows", "languages", "partColumns"},
        file, Count{bytes}, hash, Count{rows}, Count{rejectedRows}, columns, label, favourable,
        groups, splits, Count{repeatedRows}, languages, Count{partColumns});
}

} // namespace cupel::reports
