#include "core/findings/rule_lists.h"

#include <string>
#include <utility>

namespace cupel::findings {
namespace {

/// Rules about what a licence file itself shows have no limit: they hold or they do not.
Rule textRule(
    std::string id, std::string title, Level level, std::string explanation, std::string source)
{
    Rule rule;
    rule.id = std::move(id);
    rule.title = std::move(title);
    rule.level = level;
    rule.explanation = std::move(explanation);
    rule.source = std::move(source);
    return rule;
}

constexpr const char* kMatching
    = "Words are compared after the SPDX matching guidelines (annex of the SPDX specification). "
      "Which differences matter is our own recommendation.";

} // namespace

std::vector<Rule> licenseTextRules()
{
    return {
        textRule("LIC-MODIFIED-TEXT", "A licence text was changed", Level::Error,
            "Measured: the words of the file against the words of the nearest licence.\n"
            "Why it matters: one word, \"not\" or \"non-commercial\", turns a condition round, and "
            "a "
            "changed text no longer is the licence whose name it bears.\n"
            "How: reported where fewer than 95 % of the words agree, where words that may be a "
            "condition came or went, where three or more words in a row were added, where a "
            "passage "
            "of twelve words is missing, or where two licences fit equally well. Names filled in "
            "and misspellings do not count.\n"
            "What to do: restore the published text, or give the terms a name of their own.",
            kMatching),
        textRule("LIC-ADDITIONAL-TERMS", "Sentences beside a licence may limit it", Level::Error,
            "Measured: phrases such as \"non-commercial\", \"may not\" or \"research only\" in the "
            "file but outside the licence text.\n"
            "Why it matters: who reads the name of the licence alone misses the limit.\n"
            "How: the words around each recognised licence are searched for phrases that limit; "
            "where there are fewer than thirty such words, single words count as well.\n"
            "What to do: treat the terms as custom, or move what is no term into another file.",
            "Own recommendation."),
        textRule("LIC-TITLE-BODY-CONFLICT", "A title names another licence than the text",
            Level::Error,
            "Measured: a line at the head of a licence text that is the name of a licence, against "
            "the text below it.\n"
            "Why it matters: people and tools that read titles see other terms than those that "
            "are written there.\n"
            "How: lines among the first 25 words are compared with the names of the SPDX list.\n"
            "What to do: put the right name above the text.",
            "Own recommendation."),
        textRule("LIC-TEXT-TRUNCATED", "A licence text is not complete", Level::Warning,
            "Measured: the share of a licence's words that the file has.\n"
            "Why it matters: conditions may be in the missing part, and several licences begin "
            "with the same words.\n"
            "How: reported where at least 95 % of the file's words come from one licence, of which "
            "between 25 and 95 % are there.\n"
            "What to do: add the full text.",
            kMatching),
        textRule("LIC-MULTIPLE-TEXTS", "A file holds several licences", Level::Warning,
            "Measured: the number of licence texts in one file.\n"
            "Why it matters: one may cover the code, another the data; without a word on it nobody "
            "can tell.\n"
            "How: recognised texts are taken out one by one, until fewer than 40 words are left.\n"
            "What to do: say which licence covers what.",
            "Own recommendation."),
        textRule("LIC-CONFLICTING-STATEMENTS", "Two statements name different licences",
            Level::Error,
            "Measured: tags, fields, addresses and full names of licences in a file without a "
            "licence text.\n"
            "Why it matters: whoever relies on one of them may break the other.\n"
            "How: a mention counts beside words such as \"licensed\" or \"released\", under a "
            "heading that says licence, or in a field; one SPDX expression is one statement.\n"
            "What to do: keep one, or say what each of them covers.",
            "Own recommendation."),
        textRule("LIC-PLACEHOLDER", "A placeholder was left in place", Level::Note,
            "Measured: copyright lines that still say <year>, [name of copyright owner] or the "
            "like.\n"
            "Why it matters: such a line does not say whose permission is given.\n"
            "How: the copyright lines of the file are compared with known placeholders; the texts "
            "of the GNU licences, which show how to apply them, are left out.\n"
            "What to do: fill in the year and who holds the copyright.",
            "Own recommendation."),
        textRule("LIC-CUSTOM", "Terms of its own", Level::Warning,
            "Measured: whether a file that holds no known licence speaks of terms.\n"
            "Why it matters: nobody has read these terms before you; tools cannot compare them.\n"
            "How: words such as \"use\", \"permission\" or \"license\", and phrases that limit.\n"
            "What to do: summarise what is allowed and under which conditions, field by field.",
            "Own recommendation."),
        textRule("LIC-UNRECOGNISED", "Nothing was recognised as a licence", Level::Warning,
            "Measured: whether a text or a name can be resolved to a licence.\n"
            "Why it matters: without a licence all rights are to be taken as reserved.\n"
            "How: no licence text, no statement that names one, no words about terms.\n"
            "What to do: add the text of the licence, or name it by its SPDX id.",
            "Own recommendation."),
        textRule("LIC-MISSING", "There is no licence", Level::Error,
            "Measured: whether anything is said about a licence at all.\n"
            "Why it matters: without a licence nobody is allowed to copy, change or publish.\n"
            "How: the file has no words, or only words for \"unknown\".\n"
            "What to do: ask the owner; until then treat all rights as reserved.",
            "Own recommendation."),
        textRule("LIC-ALL-RIGHTS-RESERVED", "All rights are reserved", Level::Error,
            "Measured: whether a file has a copyright line and nothing else.\n"
            "Why it matters: a copyright line grants nothing.\n"
            "How: copyright lines are set aside; no word is left.\n"
            "What to do: obtain a licence.",
            "Own recommendation."),
    };
}

} // namespace cupel::findings
