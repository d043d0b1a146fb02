#include "core/card/card.h"

#include <algorithm>
#include <array>
#include <set>

namespace cupel::card {
namespace {

constexpr std::size_t kThinCharacters = 50;
constexpr std::size_t kThinWords = 5;

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// Words in lower case, marks of Markdown taken off, one blank between them.
std::string plainWords(std::string_view text)
{
    std::string plain;
    for (const char c : text) {
        if (isBlank(c) || c == '*' || c == '_' || c == '`' || c == '>' || c == '#') {
            if (!plain.empty() && plain.back() != ' ')
                plain += ' ';
        } else {
            plain += lower(c);
        }
    }
    while (!plain.empty() && (plain.back() == ' ' || plain.back() == '.'))
        plain.pop_back();
    return plain;
}

std::size_t codePoints(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(),
        [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t differentWords(std::string_view plain)
{
    std::set<std::string_view> words;
    while (!plain.empty()) {
        const std::size_t end = std::min(plain.find(' '), plain.size());
        if (end > 0)
            words.insert(plain.substr(0, end));
        plain.remove_prefix(std::min(end + 1, plain.size()));
    }
    return words.size();
}

} // namespace

std::string_view stateName(State state)
{
    constexpr std::array<std::string_view, 6> kNames{
        "absent", "placeholder", "thin", "present", "derived", "not_applicable"};
    return kNames[static_cast<std::size_t>(state)];
}

std::string Answer::source() const
{
    if (vocabulary == Vocabulary::Person)
        return "person";
    if (file.empty())
        return "data";
    return line == 0 ? file : file + "#L" + std::to_string(line);
}

bool Answer::isMarkdown() const
{
    return (vocabulary == Vocabulary::Heading && property != "#")
        || vocabulary == Vocabulary::Bullet || vocabulary == Vocabulary::Datasheet;
}

FieldValue* Card::find(std::string_view key)
{
    const auto found = std::find_if(
        fields.begin(), fields.end(), [key](const FieldValue& value) { return value.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

const FieldValue* Card::find(std::string_view key) const
{
    return const_cast<Card*>(this)->find(key);
}

Card emptyCard()
{
    Card card;
    for (const Field& field : model().fields) {
        FieldValue value;
        value.key = field.key;
        value.isNeeded = field.condition == Condition::None;
        card.fields.push_back(std::move(value));
    }
    return card;
}

bool isPlaceholder(std::string_view text)
{
    constexpr std::array<std::string_view, 14> kWords{"", "[needs more information]",
        "[more information needed]", "more information needed", "needs more information", "todo",
        "tbd", "to be determined", "n/a", "na", "none", "unknown", "-", "xxx"};
    const std::string plain = plainWords(text);
    return std::find(kWords.begin(), kWords.end(), plain) != kWords.end()
        || plain.starts_with("lorem ipsum")
        || plain.starts_with("[more information needed](") // the link of the template's guide
        || (plain.starts_with("{{") && plain.ends_with("}}"));
}

State stateOf(const Field& field, std::string_view text)
{
    const bool isChoice = field.type.starts_with("enum");
    const std::string plain = plainWords(text);
    // Lists to choose from have "None" and "Unknown" as answers; the second tells little.
    if (isChoice && plain == "none")
        return State::Present;
    if (isChoice && plain == "unknown")
        return State::Thin;
    if (isPlaceholder(text))
        return State::Placeholder;
    const bool isProse = field.type == "text" && field.key != "card.title"
        && field.key != "identity.identifier" && field.key != "card.metadata_version"
        && field.key != "card.contact";
    if (isProse && (codePoints(plain) < kThinCharacters || differentWords(plain) < kThinWords))
        return State::Thin;
    return State::Present;
}

} // namespace cupel::card
