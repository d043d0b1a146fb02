#include "core/lint/card_vocabulary.h"

#include <algorithm>
#include <utility>

#include "core/documents/json_reader.h"
#include "core/lint/card_vocabulary_text.h"

namespace cupel::lint {

namespace {

using documents::Node;

Tags tagsOf(const Node& map, std::string_view key)
{
    std::vector<std::string> values;
    if (const Node* const list = map.find(key)) {
        for (const Node& item : list->items)
            values.push_back(item.text);
    }
    return Tags(std::move(values));
}

ExpectedSection sectionOf(const Node& map)
{
    ExpectedSection section;
    section.heading = map.find("heading")->text;
    section.isNotEmpty = map.find("notEmpty") != nullptr;
    section.needsText = map.find("ownText") != nullptr;
    if (const Node* const sections = map.find("sections")) {
        for (const Node& item : sections->items)
            section.sections.push_back(sectionOf(item));
    }
    return section;
}

/// Whether a text is a pattern with dots for single characters.
bool fits(std::string_view text, std::string_view pattern)
{
    std::size_t at = 0;
    for (const char c : pattern) {
        if (at == text.size() || (c == '.' ? text[at] == '\n' : text[at] != c))
            return false;
        ++at;
        while (
            c == '.' && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U)
            ++at;
    }
    return at == text.size();
}

CardVocabulary readVocabulary()
{
    CardVocabulary all;
    const auto root = documents::readJson(kCardVocabularyText);
    const Node& old = *root->find("strict2022");
    all.license = tagsOf(old, "license");
    all.taskCategories = tagsOf(old, "task_categories");
    all.taskIds = tagsOf(old, "task_ids");
    all.sizeCategories = tagsOf(old, "size_categories");
    all.annotationsCreators = tagsOf(old, "annotations_creators");
    all.languageCreators = tagsOf(old, "language_creators");
    all.multilinguality = tagsOf(old, "multilinguality");
    all.language = tagsOf(old, "language");
    all.body = sectionOf(*old.find("body"));
    const Node& current = *root->find("current");
    all.currentLicense = tagsOf(current, "license");
    all.currentTaskCategories = tagsOf(current, "task_categories");
    return all;
}

} // namespace

Tags::Tags(std::vector<std::string> values)
{
    for (std::string& value : values) {
        if (value.find('.') != std::string::npos)
            m_patterns.push_back(value);
        m_values.insert(std::move(value));
    }
}

bool Tags::matches(std::string_view value) const
{
    if (!value.empty() && value.back() == '\n')
        value.remove_suffix(1);
    return has(value)
        || std::any_of(m_patterns.begin(), m_patterns.end(),
            [value](const std::string& pattern) { return fits(value, pattern); });
}

const CardVocabulary& cardVocabulary()
{
    static const CardVocabulary all = readVocabulary();
    return all;
}

} // namespace cupel::lint
