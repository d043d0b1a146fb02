#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/lint/card_block.h"
#include "core/lint/card_vocabulary.h"
#include "core/lint/lint_card.h"

namespace cupel::lint {

namespace {

using documents::Node;

/// What a field of the metadata may hold.
enum class Form { Text, Texts, TextsOrNone, Map, Maps };
struct Field {
    std::string_view name;
    Form form = Form::Texts;
    bool isRequired = false;
};

constexpr std::array<Field, 21> kFields{{{"annotations_creators", Form::Texts, true},
    {"language_creators", Form::TextsOrNone, true}, {"language", Form::TextsOrNone, true},
    {"license", Form::Texts, true}, {"multilinguality", Form::Texts, true},
    {"pretty_name", Form::Text, true}, {"size_categories", Form::Texts, true},
    {"source_datasets", Form::Texts, true}, {"task_categories", Form::Texts, true},
    {"task_ids", Form::TextsOrNone, true}, {"language_details", Form::Text, false},
    {"language_bcp47", Form::Texts, false}, {"paperswithcode_id", Form::Text, false},
    {"train-eval-index", Form::Maps, false}, {"configs", Form::Texts, false},
    {"extra_gated_fields", Form::Map, false}, {"extra_gated_prompt", Form::Text, false},
    {"license_details", Form::Text, false}, {"tags", Form::Texts, false},
    {"licenses", Form::TextsOrNone, false}, {"languages", Form::TextsOrNone, false}}};

constexpr std::array<const char*, 5> kFormWords{"a text that is not empty",
    "a list of texts that is not empty", "a list of texts", "a map that is not empty",
    "a list of maps that is not empty"};

bool isFilledText(const Node& node)
{
    return isYamlText(node) && !node.text.empty();
}

bool fits(const Node& value, Form form)
{
    const auto areAll = [&value](auto holds) {
        return value.isList() && std::all_of(value.items.begin(), value.items.end(), holds);
    };
    switch (form) {
    case Form::Text:
        return isFilledText(value);
    case Form::Texts:
        return areAll(isFilledText) && !value.items.empty();
    case Form::TextsOrNone:
        return areAll(isFilledText);
    case Form::Map:
        return value.isMap() && !value.members.empty();
    case Form::Maps:
        break;
    }
    return !value.items.empty()
        && areAll([](const Node& item) { return item.isMap() && !item.members.empty(); });
}

class MetadataCheck {
public:
    explicit MetadataCheck(IssueList& issues)
        : m_issues(issues)
    {
    }

    /// Each stage is looked at only where those before it found nothing.
    void run(const Node& fields)
    {
        if (!refuseUnknown(fields) || !requireAll(fields) || !refuseDeprecated(fields)
            || !checkForms(fields))
            return;
        checkValues(fields);
    }

private:
    void error(const char* rule, const Node* at, base::Sentence message, base::Sentence fix)
    {
        m_issues.add(rule, Level::Error, at, std::move(message), std::move(fix));
    }

    bool refuseUnknown(const Node& fields)
    {
        for (const Node::Member& member : fields.members) {
            const bool isKnown = std::any_of(kFields.begin(), kFields.end(),
                [&](const Field& field) { return field.name == member.key; });
            if (!isKnown) {
                m_issues.addAt("HF-07", Level::Error, member.at,
                    {"the key ", shown(member.key), " was not allowed in 2022"},
                    {"check its spelling; newer keys are fine for the other validators"});
            }
        }
        return m_issues.errors() == 0;
    }

    bool requireAll(const Node& fields)
    {
        std::string missing;
        for (const Field& field : kFields) {
            if (field.isRequired && !fields.find(field.name))
                missing += (missing.empty() ? "" : ", ") + std::string(field.name);
        }
        if (!missing.empty())
            error("HF-08", &fields, {"keys are missing: " + missing}, {"add them"});
        return missing.empty();
    }

    bool refuseDeprecated(const Node& fields)
    {
        for (const char* name : {"licenses", "languages"}) {
            const Node* const value = fields.find(name);
            if (value && !value->isNull()) {
                error("HF-07", value,
                    {std::string(name) + " is an old spelling, at which the validator broke off"},
                    {"write license and language"});
                return false;
            }
        }
        return true;
    }

    bool checkForms(const Node& fields)
    {
        for (const Field& field : kFields) {
            const Node* const value = fields.find(field.name);
            const bool mayBeNull = !field.isRequired;
            if (!value || fits(*value, field.form) || (mayBeNull && value->isNull()))
                continue;
            error("HF-09", value,
                {std::string(field.name) + " is not "
                    + kFormWords.at(static_cast<std::size_t>(field.form))},
                {"write it so; words such as no, and numbers and dates, need quotes"});
        }
        return m_issues.errors() == 0;
    }

    template <typename IsAllowed>
    void checkTags(const char* rule, const Node& fields, const char* name, IsAllowed isAllowed)
    {
        const Node* const list = fields.find(name);
        for (const Node& item : list->items) {
            if (!isAllowed(item.text)) {
                error(rule, &item, {shown(item.text), std::string(" is no known value of ") + name},
                    {"choose one of the list of 2022"});
            }
        }
    }

    void checkValues(const Node& fields)
    {
        const CardVocabulary& known = cardVocabulary();
        const auto begins = [](std::string_view text, std::string_view with) {
            return text.substr(0, with.size()) == with;
        };
        checkTags("HF-10", fields, "license",
            [&](const std::string& text) { return known.license.matches(text); });
        checkTags("HF-11", fields, "size_categories",
            [&](const std::string& text) { return known.sizeCategories.matches(text); });
        checkTags("HF-12", fields, "task_categories", [&](const std::string& text) {
            return known.taskCategories.matches(text) || begins(text, "other-");
        });
        checkTags("HF-13", fields, "task_ids", [&](const std::string& text) {
            return known.taskIds.matches(text) || begins(text, "other-")
                || text.find("-other-") != std::string::npos;
        });
        checkTags("HF-14", fields, "language", [&](const std::string& text) {
            return known.language.matches(text) || text == "unknown";
        });
        checkTags("HF-15", fields, "annotations_creators",
            [&](const std::string& text) { return known.annotationsCreators.matches(text); });
        checkTags("HF-15", fields, "language_creators",
            [&](const std::string& text) { return known.languageCreators.matches(text); });
        checkTags("HF-16", fields, "source_datasets", [&](std::string_view text) {
            if (!text.empty() && text.back() == '\n')
                text.remove_suffix(1);
            return text == "original" || text == "extended"
                || (begins(text, "extended|") && text.find('\n') == std::string_view::npos);
        });
        checkTags("HF-17", fields, "multilinguality", [&](const std::string& text) {
            return known.multilinguality.matches(text) || begins(text, "other-");
        });
        const Node* const paper = fields.find("paperswithcode_id");
        const auto isUpper = [](char c) { return c >= 'A' && c <= 'Z'; };
        if (paper
            && (paper->text.find(' ') != std::string::npos
                || std::any_of(paper->text.begin(), paper->text.end(), isUpper))) {
            error("HF-18", paper,
                {"paperswithcode_id ", shown(paper->text), " has capital letters or blanks"},
                {"take it from the address of the dataset's page there"});
        }
        const Node* const language = fields.find("language");
        if (language->items.empty()) {
            m_issues.add("HF-19", Level::Note, language,
                {"language is empty; the validator of 2022 broke off at that"},
                {"name the languages, or leave it as it is"});
        }
    }

    IssueList& m_issues;
};

} // namespace

void lintMetadata2022(const documents::Document& card, IssueList& issues)
{
    const CardBlock block = strictBlock(card.text);
    const bool hasMark = hasByteOrderMark(card);
    if (!block.isFound || hasMark) {
        const bool isOpen = block.begins && !hasMark;
        issues.addAt(isOpen ? "HF-03" : "HF-01", Level::Error, {1, 1},
            {isOpen           ? "the metadata block has no end"
                    : hasMark ? "a byte order mark stands before the metadata block"
                              : "the first line is not ---: there is no metadata block"},
            {isOpen ? "put a line of exactly --- behind it" : "begin the file with a line of ---"});
        return;
    }
    std::vector<documents::RepeatedKey> repeated;
    const auto fields = readBlock(block, repeated);
    if (!fields) {
        const base::Error& error = fields.error();
        issues.addAt("HF-05", Level::Error, {error.where.line, error.where.column},
            {shown(error.message)}, {shown(error.hint)});
        return;
    }
    for (const documents::RepeatedKey& key : repeated) {
        issues.addAt("HF-06", Level::Error, key.at, {"the key ", shown(key.key), " occurs twice"},
            {"keep one of them"});
    }
    if (!repeated.empty())
        return;
    const bool saysNothing = fields->isNull() || (fields->isList() && fields->items.empty())
        || (fields->isMap() && fields->members.empty())
        || (fields->isScalar() && (fields->text.empty() || fields->text == "false"));
    if (saysNothing) {
        issues.addAt("HF-02", Level::Error, {block.line, 1}, {"the metadata block is empty"},
            {"add license, language and the other eight keys"});
    } else if (!fields->isMap()) {
        issues.addAt("HF-04", Level::Error, fields->at, {"the metadata block is no map of keys"},
            {"write lines such as license: mit"});
    } else {
        MetadataCheck(issues).run(*fields);
        issues.locate(*fields);
    }
}

} // namespace cupel::lint
