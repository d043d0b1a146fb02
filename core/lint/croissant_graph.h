#pragma once

#include "core/lint/croissant_nodes.h"
#include "core/lint/issue_list.h"
#include "core/lint/property_reader.h"

namespace cupel::lint {

/// References that lead back to where they started, and objects that say nothing: mlcroissant
/// breaks off at both. Throws Stopped. Tells the reader which nodes several references lead to.
void checkReferences(PropertyReader& reader, const Subject& dataset);

/// Checks of the nodes among each other: ids, references, sources, types, and what joins the
/// sources of a record set. Throws Stopped where mlcroissant would break off.
void checkGraph(const PropertyReader& reader, const DatasetNode& dataset);

} // namespace cupel::lint
