#include "core/findings/rule_lists.h"

namespace cupel::findings {

std::vector<Rule> cardRules()
{
    return {
        {"card.claim-contradicted", "A document says what the counts contradict", Level::Error, 1.5,
            "<=", "ratio",
            "Measured: statements of the card and of the Croissant file that a count can check: "
            "numbers of rows (of the table and of its splits), of columns and of classes, names of "
            "columns and classes, size category, shares of classes and groups, \"balanced\", size "
            "of the file, and languages: those that two documents name, and those of text columns, "
            "looked at in up to 1000 rows.\n"
            "Why it matters: readers decide by the card. One wrong number shows that the card "
            "describes another version of the data, or was never checked.\n"
            "How: a number counts as said about something only where the sentence ties it to one "
            "thing that was counted; everything else is left out. Counts must be equal, shares "
            "equal after rounding to the digits that are written, and numbers said to be about "
            "right must be right to their last digit that is not 0. The limit is for \"balanced\" "
            "alone: largest over smallest class or group. A language is told of sentences only, "
            "and a column counts where it can be told of half of them, 30 at least; a document is "
            "contradicted where most are in a language that it does not name.\n"
            "What to do: correct the document, or find out which data it describes.",
            "Own recommendation. The limit of 1.5 is our own."},
        {"card.core-field-absent", "The documents leave core fields out", Level::Warning, 0.0,
            "<=", "fields",
            "Measured: core fields of the Data Card to which neither the documents nor the data "
            "give an answer.\n"
            "Why it matters: these are the questions that nearly every reader has: who answers for "
            "the data, what it is, what it may be used for, where it came from.\n"
            "How: sections, bullets and front matter of the card and the properties of Croissant "
            "are matched with the fields; a placeholder is no answer and is reported by "
            "card.placeholder.\n"
            "What to do: answer the fields in the card, or write there why they do not apply.",
            "Data Cards template (Pushkarna et al., FAccT 2022); which fields are core is our own "
            "proposal."},
        {"card.placeholder", "A section holds a placeholder", Level::Warning, std::nullopt, "", "",
            "Measured: sections of the card whose whole text is one that templates leave in place "
            "of an answer, such as [More Information Needed], or that are empty.\n"
            "Why it matters: the heading suggests an answer that is not there.\n"
            "How: markup, case and blanks are taken off before comparing. A section with "
            "subsections may be empty itself.\n"
            "What to do: write the answer, or why there is none.",
            "Templates of dataset cards on the Hugging Face hub; the list of words is our own."},
    };
}

} // namespace cupel::findings
