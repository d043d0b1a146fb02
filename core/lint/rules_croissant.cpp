#include "core/lint/rule_lists.h"

namespace cupel::lint {

namespace {

constexpr const char* kTool = "mlcroissant 1.1.0, as it behaves.";
constexpr const char* kSpec = "Croissant 1.1.";
constexpr const char* kRai = "Croissant RAI 1.0.";
constexpr const char* kOwn = "Own recommendation.";
constexpr const char* kNeurips
    = "NeurIPS Evaluations & Datasets track, after a third party's validator: not official.";

Rule rule(const char* id, Level level, const char* title, const char* explanation,
    const char* source = kTool)
{
    return {id, title, level, explanation, source};
}

} // namespace

std::vector<Rule> croissantRules()
{
    constexpr Level kError = Level::Error;
    constexpr Level kWarning = Level::Warning;
    constexpr Level kNote = Level::Note;
    return {
        rule("CR-01", kError, "The file is no JSON object",
            "Holds where the file is not JSON, or is a list or a plain value. A key that occurs "
            "twice in one object counts as well: programs differ in which of the two they take.\n"
            "What to do: write one object with \"@context\" and \"@type\"."),
        rule("CR-02", kError, "\"@context\" is no object",
            "Holds where the context is an address or a list; it would have to be fetched, or has "
            "parts.\n"
            "What to do: copy the context of the Croissant specification into the file."),
        rule("CR-03", kNote, "A standard term is missing from \"@context\"",
            "Holds where a word that the file uses is not declared, so that it falls to schema.org "
            "and no check sees the property; without \"@language\" a name cannot be read at all.\n"
            "What to do: take over the whole context of the specification."),
        rule("CR-04", kError, "Nothing is typed as https://schema.org/Dataset",
            "Holds where no node's \"@type\" expands to that address with the file's own context; "
            "http://schema.org/ is another address. Nothing else is checked then.\n"
            "What to do: bind @vocab and sc to https://schema.org/, and write \"@type\": "
            "\"sc:Dataset\"."),
        rule("CR-05", kError, "An \"@id\" holds white space",
            "Holds for blanks anywhere in an id, also in references to it.\n"
            "What to do: write - or _ in their place, everywhere."),
        rule("CR-06", kError, "The document says nothing",
            "Holds where no property is left once keys are expanded with the context.\n"
            "What to do: declare @vocab, and describe the dataset."),
        rule("CR-10", kError, "conformsTo names no known version",
            "Holds where none of its values is exactly http://mlcommons.org/croissant/0.8, 1.0 or "
            "1.1: https, a slash at the end and the address of RAI alone are other addresses. The "
            "file is then read as version 0.8.\n"
            "What to do: write one of these addresses."),
        rule("CR-11", kNote, "conformsTo is absent",
            "Holds where the property or its term in the context is missing while the file uses "
            "words of Croissant 1.x: it is read as version 0.8, whose types have other names.\n"
            "What to do: write \"conformsTo\": \"http://mlcommons.org/croissant/1.1\", and "
            "\"conformsTo\": \"dct:conformsTo\" into the context."),
        rule("CR-12", kError, "A property that the specification requires is missing",
            "Holds for @context, @type, conformsTo, description, license, name, url, creator, "
            "datePublished and distribution of the dataset. mlcroissant lets most of them pass.\n"
            "What to do: add the property.",
            kSpec),
        rule("CR-13", kWarning, "A property that the specification recommends is missing",
            "Holds for keywords, publisher, version, dateCreated, dateModified, sameAs, sdLicense "
            "and inLanguage of the dataset.\n"
            "What to do: add the property where it applies.",
            kSpec),
        rule("CR-20", kError, "The name is no text",
            "Holds for a map of languages in version 1.0, several names, and in 1.1 a map with "
            "something else than texts.\n"
            "What to do: write one text, or in 1.1 a map such as {\"en\": \"…\"} with the term "
            "declared as a container of languages."),
        rule("CR-21", kError, "The name of a version 0.8 file is missing or has other characters",
            "Holds where a name is absent, longer than 255 characters, or has others than ASCII "
            "letters, digits, _, . and -.\n"
            "What to do: write a name of these characters."),
        rule("CR-22", kWarning, "A recommended property is missing",
            "Holds for citeAs (0.8: citation), datePublished, license and version, absent, empty "
            "or of a type that is not read.\n"
            "What to do: add the property."),
        rule("CR-23", kWarning, "The version is not MAJOR.MINOR.PATCH",
            "Holds for version and sdVersion; MINOR and PATCH may be absent, numbers have no "
            "leading zeros.\n"
            "What to do: write a version such as 1.0.0.",
            "Semantic Versioning 2.0.0; mlcroissant 1.1.0."),
        rule("CR-24", kError, "A date is not ISO 8601",
            "Holds for datePublished, dateCreated, dateModified and rai:dataCollectionTimeFrame. A "
            "year alone and a date with time and offset are dates; intervals, names of months and "
            "slashes are not.\n"
            "What to do: write a date such as 2024-05-01.",
            "ISO 8601 as dateutil reads it; mlcroissant 1.1.0."),
        rule("CR-25", kError, "The licence is neither a text nor a CreativeWork",
            "Holds for an object of another type, or a mixture that is not read.\n"
            "What to do: write the address of the licence, best that of SPDX."),
        rule("CR-26", kError, "A creator or publisher is no Person or Organization",
            "Holds for a plain text and for an object without \"@type\".\n"
            "What to do: write {\"@type\": \"sc:Person\", \"name\": \"…\"}."),
        rule("CR-27", kError, "A value has the wrong type",
            "Holds for a number, a boolean or an object where a text is read, a text where a "
            "boolean is read, and the like. The property then counts as absent.\n"
            "What to do: write a value of the type that the message names."),
        rule("CR-28", kWarning, "A list stands where one value is read",
            "Holds for url, citeAs, version, rai:dataCollection and others; one of the items is "
            "taken and the others are lost.\n"
            "What to do: keep one value."),
        rule("CR-29", kNote, "A property is not known",
            "Holds for keys of the dataset and its nodes that mean nothing to Croissant, RAI or "
            "PROV-O; they are dropped.\n"
            "What to do: check the spelling."),
        rule("CR-30", kError, "An item of distribution is no FileObject or FileSet",
            "Holds for another or no \"@type\", and for cr:FileObject in a file that is read as "
            "version 0.8. The item is dropped; errors about sources follow from it.\n"
            "What to do: write \"@type\": \"cr:FileObject\" or \"cr:FileSet\"."),
        rule("CR-31", kError, "A file has no encodingFormat",
            "Holds for FileObject and FileSet; the value is not checked.\n"
            "What to do: write the media type, such as text/csv."),
        rule("CR-32", kError, "A file has no contentUrl",
            "Holds for a FileObject that is contained in no other.\n"
            "What to do: write where the file is, relative to this one or as an address."),
        rule("CR-33", kError, "A file has no checksum",
            "Holds for a FileObject without sha256 and md5 that is contained in no other, unless "
            "isLiveDataset is true.\n"
            "What to do: write its sha256 in hexadecimal digits."),
        rule("CR-34", kError, "A file or file set has no name or id",
            "Holds in version 0.8 where the name is absent.\n"
            "What to do: name it."),
        rule("CR-35", kError, "containedIn names an unknown node",
            "Holds where the id is that of no FileObject, FileSet, RecordSet or Field.\n"
            "What to do: write the \"@id\" of the archive or set, character for character."),
        rule("CR-36", kError, "A file set has no includes",
            "Holds for a FileSet without a pattern of files.\n"
            "What to do: write one, such as *.jpg."),
        rule("CR-37", kNote, "A file set is contained in nothing",
            "Its patterns are then relative to the Croissant file. That is valid; it is said "
            "because a containedIn is easily forgotten.\n"
            "What to do: nothing, if that is meant."),
        rule("CR-70", kError, "A property of the minimal set of responsible AI is missing",
            "Holds for rai:dataLimitations, rai:dataBiases, rai:personalSensitiveInformation, "
            "rai:dataUseCases, rai:dataSocialImpact, rai:hasSyntheticData, prov:wasDerivedFrom and "
            "prov:wasGeneratedBy; a value that says nothing counts as missing.\n"
            "What to do: add the property. Ask the organisers which ones they need.",
            kNeurips),
        rule("CR-71", kNote, "The collection time frame is spelt in two ways",
            "The specification writes rai:dataCollectionTimeframe, which is not checked; "
            "mlcroissant reads rai:dataCollectionTimeFrame and takes dates only, no intervals.\n"
            "What to do: keep the spelling of the specification.",
            kRai),
        rule("CR-72", kNote, "rai:dataManipulationProtocol is not read",
            "mlcroissant looks for rai:dataDataManipulationProtocol, so that any value passes.\n"
            "What to do: keep the spelling of the specification.",
            kRai),
        rule("CR-73", kNote, "Properties of RAI are not declared",
            "Holds where keys begin with rai: while the context does not bind rai to "
            "http://mlcommons.org/croissant/RAI/: they are ignored.\n"
            "What to do: add the prefix to the context.",
            kRai),
        rule("CR-74", kError, "A property of RAI is misspelt",
            "Holds for names that RAI 1.0 does not define, among them variants of its own text "
            "such as rai:useCases and rai:dataBias.\n"
            "What to do: write the name of the specification.",
            kRai),
        rule("CR-75", kWarning, "A property of the minimal set says too little",
            "Holds for a text of fewer than 20 characters or one that only stands in for an "
            "answer, hasSyntheticData that is no boolean, wasDerivedFrom without an address, and "
            "wasGeneratedBy without a labelled prov:Activity.\n"
            "What to do: write it out.",
            kOwn),
        rule("CR-80", kError, "A checksum has the wrong form",
            "Holds for a sha256 without 64 and an md5 without 32 hexadecimal digits.\n"
            "What to do: compute it again from the file.",
            kOwn),
        rule("CR-81", kError, "An address is none",
            "Holds for url, sameAs and a contentUrl with blanks, or without a scheme where one is "
            "needed. Nothing is fetched.\n"
            "What to do: write the whole address, with https://.",
            kOwn),
        rule("CR-82", kWarning, "The licence is none that SPDX lists",
            "Holds where neither the text nor the address names a licence of the SPDX list.\n"
            "What to do: write the address that SPDX gives it, such as "
            "https://spdx.org/licenses/CC-BY-4.0.",
            kOwn),
        rule("CR-83", kWarning, "A prefix of the context is not used",
            "Holds for a prefix that belongs to no standard context and that no key and no value "
            "needs.\n"
            "What to do: remove it.",
            kOwn),
        rule("CR-90", kError, "Nodes refer to each other in a circle",
            "Holds where a resource is contained in itself, also by way of others, or a field "
            "refers to itself.\n"
            "What to do: break the circle."),
        rule("CR-91", kError, "source is only a reference",
            "The specification allows \"source\": {\"@id\": …}; mlcroissant breaks on it.\n"
            "What to do: write \"source\": {\"fileObject\": {\"@id\": …}}."),
        rule("CR-92", kError, "A source, extract or transform says nothing",
            "Holds for a source that is a text, and for an extract or transform without members.\n"
            "What to do: write an object with its members, or leave it out."),
    };
}

} // namespace cupel::lint
