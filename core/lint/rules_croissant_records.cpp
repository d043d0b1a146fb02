#include "core/lint/rule_lists.h"

namespace cupel::lint {

namespace {

Rule rule(const char* id, const char* title, const char* explanation)
{
    return {id, title, Level::Error, explanation, "mlcroissant 1.1.0, as it behaves."};
}

} // namespace

std::vector<Rule> croissantRecordRules()
{
    Rule unknownKey{"CR-45", "The key of a record set names an unknown field", Level::Note,
        "Holds where key refers to no field of the record set. mlcroissant does not look.\n"
        "What to do: write the \"@id\" of a field.",
        "Croissant 1.1."};
    return {
        rule("CR-40", "An item of recordSet is no RecordSet",
            "Holds for another or no \"@type\". The item is dropped.\n"
            "What to do: write \"@type\": \"cr:RecordSet\"."),
        rule("CR-41", "A record set has no name",
            "Holds in version 0.8.\n"
            "What to do: name it."),
        rule("CR-42", "Inline data does not fit the fields",
            "Holds where data is no list of objects, is empty, or where a record's keys are not "
            "exactly the ids of the fields (0.8: their names).\n"
            "What to do: give each record one member per field."),
        rule("CR-43", "Inline data or examples are no JSON",
            "Holds for a text under data or examples that is not JSON.\n"
            "What to do: write the records as JSON, not as a text."),
        rule("CR-44", "Fields of one record set come from resources that nothing joins",
            "Holds where two fields are read from two files and no field has both source and "
            "references that link them. Looked at only where there is no other error.\n"
            "What to do: add references to the field that both files share."),
        std::move(unknownKey),
        rule("CR-50", "An item of field is no Field",
            "Holds for another or no \"@type\". The item is dropped.\n"
            "What to do: write \"@type\": \"cr:Field\"."),
        rule("CR-51", "A field has no type of value",
            "Holds where none of its dataType values is one that values can have (sc:Text, "
            "sc:Integer, cr:Int64, sc:ImageObject and so on), nor that of the field it is read "
            "from; sc:Number, sc:Enumeration and addresses that only tell the meaning are none.\n"
            "What to do: add such a type beside the meaning."),
        rule("CR-52", "A field has both a source and a value", "What to do: keep one of them."),
        rule("CR-53", "No field of a record set has a source, a value or sub-fields",
            "Holds for a record set without inline data of which nothing is read from anywhere; "
            "reported per field.\n"
            "What to do: give each field a source."),
        rule("CR-54", "No source of a record set exists",
            "Holds where all sources of its fields name unknown nodes; reported per field.\n"
            "What to do: write the \"@id\" of a file, character for character."),
        rule("CR-55", "A source or reference names an unknown node",
            "Holds for source and references of fields and sub-fields; reported once per record "
            "set and id.\n"
            "What to do: write the \"@id\" of a file or field, character for character."),
        rule("CR-56", "A constant value has no dataType",
            "Holds for a field with a value but without dataType in a record set that reads from "
            "no file.\n"
            "What to do: add the type of the value."),
        rule("CR-57", "arrayShape without isArray",
            "Holds where the shape is given and isArray is not true.\n"
            "What to do: add \"isArray\": true."),
        rule("CR-58", "arrayShape is no list of integers",
            "Holds for anything but integers with commas between; parentheses are refused.\n"
            "What to do: write a text such as \"-1,3\"."),
        rule("CR-59", "A source names not exactly one origin",
            "Holds where field, fileObject and fileSet (0.8: distribution) are all absent, or more "
            "than one is there.\n"
            "What to do: keep one."),
        rule("CR-60", "An extract does not say exactly one thing",
            "Holds where column, fileProperty and jsonPath are all absent, or more than one is "
            "there. extract itself may be absent.\n"
            "What to do: keep one."),
        rule("CR-61", "fileProperty is not known",
            "Holds for anything but content, filename, filepath, fullpath, lines and lineNumbers.\n"
            "What to do: write one of them."),
        rule("CR-62", "A jsonPath cannot be read",
            "Holds for an expression that JSONPath does not allow.\n"
            "What to do: write an expression such as $.items[*].name."),
        rule("CR-63", "A transform does several things",
            "Holds for one object with two of format, jsonPath, regex, replace and separator.\n"
            "What to do: write a list of transforms, one thing each."),
        rule("CR-64", "A transform does nothing",
            "Holds where none of format, jsonPath, regex, replace and separator is there, and "
            "neither readLines nor unArchive is true.\n"
            "What to do: say what it does, or remove it."),
        rule("CR-65", "Two nodes have the same id",
            "Holds for two fields, or a field and something else, with one \"@id\"; of two "
            "different resources the properties run together, which shows as values of a wrong "
            "type. Exact copies merge.\n"
            "What to do: give each its own id."),
    };
}

} // namespace cupel::lint
