#include "core/findings/rule_lists.h"

namespace cupel::findings {

namespace {

constexpr const char* kOwn = "Own recommendation.";

Rule rule(const char* id, const char* title, Level level, const char* explanation,
    const char* source = kOwn)
{
    return {id, title, level, std::nullopt, {}, {}, explanation, source};
}

} // namespace

std::vector<Rule> documentRules()
{
    return {
        rule("document.unreadable", "A document beside the data cannot be read", Level::Warning,
            "Measured: whether a card, a Croissant file or a licence text beside the data can be "
            "opened and is text.\n"
            "Why it matters: what it says about licence, origin and limits of the data is in no "
            "finding of this report.\n"
            "How: a file with a NUL byte is taken for binary; files in UTF-16 have them.\n"
            "What to do: save it as UTF-8, give the right to read it, or move it elsewhere."),
        rule("document.truncated", "A document beside the data is too long", Level::Warning,
            "Measured: bytes of the document; at most 2 MiB of a card, 16 MiB of Croissant and "
            "1 MiB of a licence text are read.\n"
            "Why it matters: what stands behind the limit is in no finding of this report.\n"
            "How: a card or licence text is cut at the limit; Croissant that is cut is no JSON and "
            "is not read at all.\n"
            "What to do: keep data, logs and appendices in files of their own."),
        rule("document.encoding", "A document beside the data is not UTF-8", Level::Note,
            "Measured: whether the bytes of a card or a Croissant file are UTF-8.\n"
            "Why it matters: names of persons and places may be read wrongly, here and by other "
            "programs.\n"
            "How: what is not UTF-8 is read as Windows-1252, which gives any byte a meaning. "
            "Licence texts in Windows-1252 are common and not reported.\n"
            "What to do: save the document as UTF-8."),
        rule("document.front-matter", "The front matter of a card cannot be read", Level::Warning,
            "Measured: whether the YAML between the two lines of --- at the start of a card is a "
            "map of fields.\n"
            "Why it matters: licence, languages, sizes and tasks that a card declares there are "
            "lost to every program that reads it.\n"
            "How: one document of YAML 1.2 with the core schema; refused are a missing end, "
            "anchors, aliases, tags, merge keys, keys that occur twice, more than 32 levels and "
            "more than 1 MiB.\n"
            "What to do: go to the line, correct it, and put texts that hold a colon or begin "
            "with a special character in quotes.",
            "Hugging Face Hub, dataset cards; YAML 1.2.2, section 10.3."),
        rule("document.json-invalid", "A Croissant file is no JSON", Level::Warning,
            "Measured: whether a file named croissant.json is one JSON value.\n"
            "Why it matters: nothing of what it says is in this report, and no loader can use it.\n"
            "How: RFC 8259 without extensions; also refused are keys that occur twice in one "
            "object, more than 512 levels, bytes that are not UTF-8 and numbers beyond doubles.\n"
            "What to do: go to the line and correct it.",
            "RFC 8259; Croissant 1.1."),
        rule("document.not-croissant", "A Croissant file describes no dataset", Level::Warning,
            "Measured: whether a file named croissant.json holds a node of the type Dataset of "
            "schema.org, or names Croissant in @context or conformsTo.\n"
            "Why it matters: loaders and search engines pass over it.\n"
            "How: types are expanded with the file's own @context; an address there is never "
            "fetched.\n"
            "What to do: write \"@type\": \"sc:Dataset\" and \"conformsTo\": "
            "\"http://mlcommons.org/croissant/1.1\", or rename the file.",
            "Croissant 1.1, dataset-level properties."),
    };
}

} // namespace cupel::findings
