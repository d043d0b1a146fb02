#pragma once

#include "core/documents/node.h"
#include "core/lint/issue_list.h"
#include "core/lint/jsonld_graph.h"

namespace cupel::lint {

/// CR-12 and CR-13: what the specification requires and recommends of a dataset. Words are read
/// leniently, whatever the context calls them.
void lintSpec(const documents::Node& root, IssueList& issues);

/// What neither the specification nor mlcroissant checks: forms of hashes and addresses, licences
/// that SPDX does not list, misspelt names of RAI, prefixes that nothing needs.
void lintStrict(const documents::Node& root, const JsonldGraph& graph, IssueList& issues);

/// CR-70: the minimal set of responsible AI that the NeurIPS track is said to ask for.
void lintNeurips(const documents::Node& root, IssueList& issues);

} // namespace cupel::lint
