#include "core/lint/rule_lists.h"

namespace cupel::lint {

namespace {

Rule rule(const char* id, Level level, const char* title, const char* explanation)
{
    return {id, title, level, explanation,
        "Data Provenance Collection: checks of new collections, and filters by licence."};
}

} // namespace

std::vector<Rule> provenanceRules()
{
    constexpr Level kError = Level::Error;
    return {
        rule("DP-01", kError, "Attributes are missing",
            "Holds for attributes that the schema of texts requires. Summaries of speech and "
            "videos "
            "have other schemas, so that DP-01 to DP-04, DP-08 and DP-09 are not looked at there.\n"
            "What to do: add them; many may be empty."),
        rule("DP-02", kError, "An attribute has the wrong type",
            "Holds where a text or list is expected; a number may also be a text of digits.\n"
            "What to do: write a value of the type."),
        rule("DP-03", kError, "An attribute is empty that may not be", "What to do: fill it in."),
        rule("DP-04", kError, "Attributes are not in the schema",
            "Looked at on the first level only.\n"
            "What to do: check their spelling."),
        rule("DP-05", kError, "Identifiers of one file differ in their prefix",
            "Holds where one does not begin as the first one does, up to its first hyphen.\n"
            "What to do: give all the same prefix."),
        rule("DP-06", kError, "The identifier is not its key",
            "What to do: write the same text in both places."),
        rule("DP-07", kError, "The collection is not the name of the file",
            "The ending does not count.\n"
            "What to do: rename one of them."),
        rule("DP-08", kError, "A value is none of the list",
            "Holds for Languages, Task Categories, Model Generated, Creators and Format.\n"
            "What to do: choose a value of the list."),
        rule("DP-09", kError, "An address leads to another kind of page",
            "Holds for ArXiv URL without arxiv.org/abs/ or aclanthology.org, and for Papers with "
            "Code URL without paperswithcode.com/dataset/. Nothing is fetched.\n"
            "What to do: write the address of the abstract, and that of the dataset."),
        rule("DP-10", kError, "A licence is not known",
            "Holds for a name outside the list, audited or claimed; its use cannot be told.\n"
            "What to do: write the name as the list has it, or Custom with its address."),
        rule("DP-11", Level::Warning, "A source claims more freedom than the audit found",
            "The strictest licence of a source decides: commercial, unspecified, non-commercial, "
            "academic only.\n"
            "What to do: keep to the audit."),
        rule("DP-12", Level::Note, "What the licences come to",
            "Of several licences the strictest counts; an address that is not listed makes Custom "
            "academic only.\n"
            "What to do: read the licences themselves."),
    };
}

} // namespace cupel::lint
