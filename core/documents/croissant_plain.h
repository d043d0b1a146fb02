#pragma once

#include "core/documents/node.h"

namespace cupel::documents {

/// The dataset of a Croissant document as one map in plain words, whatever its context calls them:
/// properties by standardName(), types and data types by their plain names ("FileObject", "Text"),
/// the nodes of "@graph" in the places that refer to them, nothing of other datasets. Contents of
/// "data" and "examples" stay as they are, as do references from fields to files. Null where the
/// document describes no dataset.
Node plainCroissant(const Node& root);

/// Language of the texts by "@language" of the context, or null.
const Node* contextLanguage(const Node& root);

} // namespace cupel::documents
