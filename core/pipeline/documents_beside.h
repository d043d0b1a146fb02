#pragma once

#include <string>

#include "core/base/result.h"
#include "core/documents/document.h"

namespace cupel::pipeline {

/// Find and read the documents in the folder of a data file, and in a folder LICENSES there: cards,
/// Croissant, licence texts, by name (documents::matchName()). Other JSON files are looked into, a
/// few small ones, and taken where they are Croissant. Parent folders are not looked at; a symbolic
/// link is followed only to a file of the same folder; what is no regular file is passed over.
/// A document that cannot be read says so among its problems. The set depends on names and
/// contents only, not on the order of the folder.
documents::DocumentSet documentsBeside(const std::string& dataPath);

/// Read one document that the user named: Croissant where its name ends in .json or .jsonld, else a
/// card. Fails as readers::openFile(), and where nothing of it can be read.
base::Result<documents::Document> readDocumentFile(const std::string& path);

/// The documents of a dataset whose card the user named: it comes first and stands in for those of
/// its kind that lie beside the data. Its file name is the path below the folder of the data, or
/// the bare name where it lies elsewhere.
documents::DocumentSet withCard(documents::DocumentSet set, documents::Document card,
    const std::string& cardPath, const std::string& dataPath);

} // namespace cupel::pipeline
