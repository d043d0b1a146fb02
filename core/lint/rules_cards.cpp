#include "core/lint/rule_lists.h"

namespace cupel::lint {

namespace {

constexpr const char* kStrict = "Validator of huggingface/datasets, September 2022.";
constexpr const char* kReaders = "huggingface_hub, datasets, and the validator of 2022.";
constexpr const char* kLoader = "huggingface/datasets, configurations in cards.";

Rule rule(const char* id, const char* title, const char* explanation, const char* source = kStrict)
{
    return {id, title, Level::Error, explanation, source};
}

std::vector<Rule> metadataRules()
{
    Rule empty{"HF-19", "language is an empty list", Level::Note,
        "The validator of 2022 broke off at it; elsewhere it is fine.\n"
        "What to do: name the languages.",
        kStrict};
    return {
        rule("HF-00", "The card cannot be read as a whole",
            "Holds where it is not UTF-8 or longer than 2 MiB; every reader breaks off.\n"
            "What to do: save it as UTF-8, and keep data and logs in files of their own.",
            kReaders),
        rule("HF-01", "There is no metadata block",
            "Holds where the first line is not exactly ---. huggingface_hub allows blank lines "
            "before it and only warns; so does the Hub.\n"
            "What to do: begin the card with metadata between two lines of ---.",
            kReaders),
        rule("HF-01b", "The body has no metadata before it",
            "Holds for a card without lines of ---, with one only, or with nothing between.\n"
            "What to do: begin the card with metadata between two lines of ---."),
        rule("HF-02", "The metadata block is empty",
            "Holds where nothing, an empty list or an empty map stands in it.\n"
            "What to do: add license, language and the other keys.",
            kReaders),
        rule("HF-03", "The metadata block has no end",
            "Holds where the first line is --- and no other line is exactly that.\n"
            "What to do: put a line of --- behind the metadata.",
            kReaders),
        rule("HF-04", "The metadata is no map of keys",
            "Holds for a list or a plain text.\n"
            "What to do: write lines such as license: mit.",
            kReaders),
        rule("HF-05", "The metadata is no YAML",
            "Holds where it does not parse. Anchors, aliases, merge keys and tags are not followed "
            "here, since a few bytes can stand for gigabytes; they are reported the same way.\n"
            "What to do: correct the line; texts with a colon need quotes.",
            kReaders),
        rule("HF-06", "A key occurs twice",
            "Holds at any level. huggingface_hub and the Hub take the last one.\n"
            "What to do: keep one.",
            "huggingface/datasets: the loader, and the validator of 2022."),
        rule("HF-07", "A key was not allowed",
            "Holds for keys outside the 21 that were known in 2022; newer ones, such as "
            "dataset_info "
            "and license_name, are fine for everybody else. licenses and languages make the "
            "validator break off.\n"
            "What to do: check the spelling."),
        rule("HF-08", "Keys are missing",
            "Holds where one of annotations_creators, language_creators, language, license, "
            "multilinguality, pretty_name, size_categories, source_datasets, task_categories and "
            "task_ids is absent.\n"
            "What to do: add them."),
        rule("HF-09", "A value has the wrong form",
            "Holds where pretty_name is no text, where the others are no lists of texts, or are "
            "empty where they may not be. YAML 1.1 reads no, on, 1984 and 2022-01-31 as something "
            "else than a text.\n"
            "What to do: write a list, and quotes around such words."),
        rule("HF-10", "The licence is none of the list",
            "Holds for an id outside the 54 of 2022, or for the Hub outside its 83; case counts.\n"
            "What to do: write the id as the list has it, or other.",
            kReaders),
        rule("HF-11", "The size category is none of the list",
            "Holds for anything but n<1K to n>1T in steps of ten, and unknown.\n"
            "What to do: write the category of the number of rows."),
        rule("HF-12", "The task category is none of the list",
            "Holds outside the 34 of 2022 that do not begin with other-; for the Hub a warning.\n"
            "What to do: choose one of the list.",
            kReaders),
        rule("HF-13", "The task id is none of the list",
            "Holds outside the subtasks of 2022, unless it begins with other- or has -other- in "
            "it.\n"
            "What to do: choose one of the list."),
        rule("HF-14", "The language is no code",
            "Holds outside the 1,418 codes of 2022 and unknown. The Hub takes codes of ISO 639-1, "
            "-2 "
            "and -3 only, which is told here by their form.\n"
            "What to do: write a code such as en; regional tags go into language_bcp47.",
            kReaders),
        rule("HF-15", "The kind of creators is none of the list",
            "Holds for anything but found, crowdsourced, expert-generated, machine-generated and "
            "other, and no-annotation for annotations.\n"
            "What to do: choose one of these."),
        rule("HF-16", "The source is not of the known form",
            "Holds for anything but original, extended and extended| with a name.\n"
            "What to do: write one of these."),
        rule("HF-17", "multilinguality is none of the list",
            "Holds for anything but monolingual, multilingual, translation, other, and what begins "
            "with other-.\n"
            "What to do: choose one of these."),
        rule("HF-18", "paperswithcode_id has capital letters or blanks",
            "What to do: take it from the address of the dataset's page there."),
        empty,
    };
}

} // namespace

std::vector<Rule> cardRules()
{
    std::vector<Rule> rules = metadataRules();
    for (Rule more :
        {
            rule("HF-30", "The first-level heading is another one",
                "Holds where it does not begin with Dataset Card for. Nothing else is looked at.\n"
                "What to do: write # Dataset Card for and the name of the dataset."),
            rule("HF-31", "There are several first-level headings",
                "Nothing else is looked at.\n"
                "What to do: keep one."),
            rule("HF-32", "There is no first-level heading",
                "Headings are lines that begin with the right number of #, outside of code.\n"
                "What to do: write # Dataset Card for and the name of the dataset."),
            rule("HF-33", "A subsection is missing",
                "Holds for the sections of the template of 2022.\n"
                "What to do: add it; [More Information Needed] may stand in most of them."),
            rule("HF-34", "A section is empty",
                "Holds where it may not be: no text but filler, and no subsections.\n"
                "What to do: describe it."),
            rule("HF-35", "A section has no text of its own",
                "Holds for Table of Contents, Dataset Description, Dataset Summary and "
                "Contributions; text in subsections does not count.\n"
                "What to do: write it before the first subsection."),
            rule("HF-36", "A subsection is unknown",
                "Reported only where a known one is missing beside it.\n"
                "What to do: check its spelling."),
            rule("HF-37", "A heading occurs twice",
                "Noticed where the last first-level heading repeats another one; nothing else is "
                "looked at then.\n"
                "What to do: keep one."),
            rule("HF-40", "A configuration cannot be read",
                "Holds where configs is no list, or one of its items has no config_name.\n"
                "What to do: write a list of maps with config_name and data_files.",
                kLoader),
            rule("HF-41", "data_files of a configuration cannot be read",
                "Holds for anything but a text, a list of texts, or a list of maps with exactly "
                "split and path; split names have letters, digits, underlines and dots.\n"
                "What to do: write items such as - split: train and path: data/train.csv.",
                kLoader),
            rule("HF-42", "Two configurations are the default",
                "A configuration is the default where it is the only one, is named default, or has "
                "default: true.\n"
                "What to do: mark one.",
                kLoader),
        })
        rules.push_back(std::move(more));
    return rules;
}

} // namespace cupel::lint
