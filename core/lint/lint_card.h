#pragma once

#include "core/documents/document.h"
#include "core/lint/issue_list.h"

namespace cupel::lint {

/// The parts of lintCard(), one per validator. The text is that of a whole card in UTF-8.
void lintMetadata2022(const documents::Document& card, IssueList& issues);
void lintBody2022(const documents::Document& card, IssueList& issues);
void lintForHub(const documents::Document& card, IssueList& issues);
void lintForClient(const documents::Document& card, IssueList& issues);
void lintForLoader(const documents::Document& card, IssueList& issues);

/// Whether the file begins with a byte order mark, which documents are read without.
bool hasByteOrderMark(const documents::Document& document);

} // namespace cupel::lint
