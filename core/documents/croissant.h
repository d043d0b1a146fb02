#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/documents/node.h"

namespace cupel::documents {

/// A text of a Croissant file, with the place of the value it was read from.
struct PlacedText {
    std::string text;
    Position at;
};

/// A person or an organisation; a plain text is a name.
struct CroissantAgent {
    std::string name;
    std::string url;
    std::string email;
    Position at;
};

/// FileObject or FileSet. Its address is a text: it is never opened or fetched.
struct CroissantFile {
    bool isSet = false;
    std::string id; ///< "@id", or the name where there is none (0.8)
    std::string name;
    std::string description;
    std::string contentUrl;
    std::string contentSize; ///< as written: "1234 B"
    std::vector<std::string> encodingFormats;
    std::string sha256;
    std::string md5;
    std::vector<std::string> containedIn; ///< ids
    std::vector<std::string> includes; ///< globs, of a set
    std::vector<std::string> excludes;
    Position at;
};

struct CroissantField {
    std::string id;
    std::string name; ///< of a field without name the part of its id behind the last '/'
    std::string description;
    std::vector<PlacedText> dataTypes; ///< as written: "sc:Text"
    std::string sourceFile; ///< id of the FileObject or FileSet it is read from
    std::string column; ///< of that file; empty where it is read otherwise
    std::string jsonPath;
    std::vector<CroissantField> subFields;
    Position at;
};

struct CroissantRecordSet {
    std::string id;
    std::string name;
    std::string description;
    std::vector<std::string> keys; ///< ids of fields
    std::vector<CroissantField> fields;
    std::size_t inlineRecords = 0; ///< rows of "data"
    Position at;
};

/// A property of responsible AI (Croissant RAI 1.0) or of provenance (PROV-O) of the dataset.
struct CroissantStatement {
    std::string property; ///< standard name with prefix: "rai:dataBiases", "prov:wasDerivedFrom"
    std::string writtenAs; ///< key in the file, which may be a variant: "rai:dataBias"
    std::vector<PlacedText> values; ///< texts; of an object its address, id, label or name
    Position at; ///< of the key
    bool isStandardName = true; ///< the key means exactly `property`
};

/// A Croissant file as its words mean it, for versions 0.8, 1.0 and 1.1. Nothing is checked: what
/// is absent is empty, what has another shape than expected is left out.
struct Croissant {
    std::vector<PlacedText> conformsTo;
    PlacedText name;
    PlacedText description;
    PlacedText alternateName; ///< the first
    std::vector<PlacedText> licenses; ///< of an object its url, @id or name
    std::vector<PlacedText> metadataLicenses; ///< sdLicense, sdLicence
    std::vector<PlacedText> urls;
    std::vector<PlacedText> sameAs;
    std::vector<CroissantAgent> creators;
    std::vector<CroissantAgent> publishers;
    PlacedText dateCreated;
    PlacedText dateModified;
    PlacedText datePublished;
    PlacedText version;
    std::vector<PlacedText> keywords;
    std::vector<PlacedText> languages;
    PlacedText citeAs; ///< or citation (0.8)
    std::vector<PlacedText> usageInfo;
    std::optional<bool> isLive;
    std::vector<CroissantFile> files;
    std::vector<CroissantRecordSet> recordSets;
    std::vector<CroissantStatement> rai;
    std::vector<CroissantStatement> provenance;
    Position at; ///< of the dataset's node

    /// A statement by its standard name, or null.
    const CroissantStatement* find(std::string_view property) const;
};

/// Whether a JSON document describes a dataset in Croissant's or schema.org's words: a node of type
/// Dataset, or a "@context" or "conformsTo" that names Croissant.
bool isCroissant(const Node& root);

/// Read the words of a document that isCroissant(). References by "@id" into "@graph" are followed
/// within the document.
Croissant readCroissant(const Node& root);

} // namespace cupel::documents
