#include "core/pipeline/roles_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "core/audits/wording.h"
#include "core/base/number.h"
#include "core/reports/finding_texts.h"
#include "core/table/column.h"

namespace cupel::pipeline {
namespace {

using base::DataText;
using base::Sentence;
using EntryValues = std::vector<std::string>;

constexpr std::size_t kMostValues = 8; ///< of one entry, on each side
constexpr std::size_t kMostChanges = 20; ///< of one event

/// How an entry is called. `of` stands between its words.
struct EntryWords {
    std::string_view kind;
    const char* before;
    const char* after = "";
};
/// In the order in which a person chooses them.
constexpr std::array kEntries{
    EntryWords{"label", "Label"},
    EntryWords{"favourable", "Favourable value"},
    EntryWords{"positive", "Positive value"},
    EntryWords{"classes", "Classes of the label"},
    EntryWords{"groups", "Group columns"},
    EntryWords{"reference", "", " compared with"},
    EntryWords{"ranges", "", " in ranges between"},
    EntryWords{"crossed", "", " crossed with"},
    EntryWords{"prediction", "Prediction"},
    EntryWords{"score", "Score"},
    EntryWords{"threshold", "Score predicts from"},
    EntryWords{"score-of", "Score is of"},
    EntryWords{"weight", "Weight"},
    EntryWords{"id", "Id of the rows"},
    EntryWords{"split", "Split"},
    EntryWords{"stratum", "Stratum"},
    EntryWords{"time-window", "Time window"},
    EntryWords{"role", "Role of "},
    EntryWords{"missing", "Taken for missing", " in "},
    EntryWords{"nothing-missing", "No text is missing", " in "},
    EntryWords{"use", "Intended use"},
    EntryWords{kPolicyEntry, "Policy"},
    EntryWords{kLimitsEntry, "Limits"},
    EntryWords{kRowsEntry, "Rows"},
    EntryWords{kTypeEntry, "Type of "},
};

std::size_t placeOf(const std::string& kind)
{
    const auto found = std::find_if(kEntries.begin(), kEntries.end(),
        [&kind](const EntryWords& words) { return words.kind == kind; });
    return static_cast<std::size_t>(found - kEntries.begin());
}

Sentence titleOf(const RolesEntry& entry)
{
    const std::size_t place = placeOf(entry.kind);
    // Of a newer program: as it is called.
    if (place == kEntries.size()) {
        return entry.of.empty()
            ? Sentence{DataText::document(entry.kind)}
            : Sentence{DataText::document(entry.kind), " of ", DataText::name(entry.of)};
    }
    const EntryWords& words = kEntries[place];
    if (entry.kind == "missing" || entry.kind == "nothing-missing") {
        if (entry.of == "*")
            return {words.before};
        return {std::string(words.before) + words.after, DataText::name(entry.of)};
    }
    Sentence title;
    if (*words.before != '\0')
        title.emplace_back(words.before);
    if (!entry.of.empty())
        title.emplace_back(DataText::name(entry.of));
    if (*words.after != '\0')
        title.emplace_back(words.after);
    return title;
}

/// One that could be taken for our own words is in quotes.
Sentence valueWords(const std::string& value)
{
    const bool needsQuotes
        = value.starts_with('(') || value.starts_with('"') || value.find("→") != std::string::npos;
    if (needsQuotes)
        return {"\"", DataText::name(value), "\""};
    return audits::named(DataText::name(value));
}

Sentence typeWords(const std::string& type)
{
    if (!table::typeFromName(type))
        return valueWords(type);
    std::string words = type == "datetime" ? "date and time" : type;
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return {words};
}

Sentence listOf(const RolesEntry& entry, const EntryValues& values)
{
    if (values.empty())
        return {entry.kind == kRowsEntry ? "(all)" : "(none)"};
    std::vector<Sentence> items;
    for (const std::string& value : values)
        items.push_back(entry.kind == kTypeEntry ? typeWords(value) : valueWords(value));
    return audits::listing(items, kMostValues);
}

/// What is in `one` and not in `other`.
EntryValues notIn(EntryValues one, EntryValues other)
{
    std::sort(one.begin(), one.end());
    std::sort(other.begin(), other.end());
    EntryValues rest;
    std::set_difference(
        one.begin(), one.end(), other.begin(), other.end(), std::back_inserter(rest));
    return rest;
}

Sentence limited(const EntryValues& values)
{
    std::vector<Sentence> items;
    for (std::size_t i = 0; i < values.size() && i < kMostValues; ++i)
        items.push_back(valueWords(values[i]));
    Sentence words = audits::listing(items, kMostValues);
    if (values.size() > kMostValues)
        words.emplace_back(" and "
            + base::groupedDigits(static_cast<std::int64_t>(values.size() - kMostValues))
            + " more");
    return words;
}

/// Long lists are told by what came and went.
Sentence longChange(const EntryValues& before, const EntryValues& after)
{
    const auto count = [](const EntryValues& values) {
        return base::groupedDigits(static_cast<std::int64_t>(values.size()));
    };
    Sentence words{count(before) + " → " + count(after)};
    const std::array<std::pair<const char*, EntryValues>, 2> parts{
        {{"; added ", notIn(after, before)}, {"; taken out ", notIn(before, after)}}};
    for (const auto& [what, values] : parts) {
        if (values.empty())
            continue;
        words.emplace_back(what);
        audits::append(words, limited(values));
    }
    return words;
}

const EntryValues* valuesIn(const RolesState& state, const RolesEntry& entry)
{
    const auto found = state.find(entry);
    return found == state.end() ? nullptr : &found->second;
}

/// The values of an entry; of a type that nobody chose the one that was found.
EntryValues valuesOf(const RolesState& state, const RolesEntry& entry)
{
    if (const EntryValues* const values = valuesIn(state, entry))
        return *values;
    if (entry.kind == kTypeEntry) {
        if (const EntryValues* const found
            = valuesIn(state, {std::string(kFoundTypeEntry), entry.of}))
            return *found;
    }
    return {};
}

Sentence changeWords(const RolesEntry& entry, const EntryValues& before, const EntryValues& after)
{
    Sentence words = titleOf(entry);
    words.emplace_back(": ");
    if (std::max(before.size(), after.size()) > kMostValues) {
        audits::append(words, longChange(before, after));
        return words;
    }
    audits::append(words, listOf(entry, before));
    words.emplace_back(" → ");
    audits::append(words, listOf(entry, after));
    return words;
}

/// The entries of which two states do not say the same, in the order of kEntries.
std::vector<RolesEntry> changedEntries(const RolesState& before, const RolesState& after)
{
    std::set<std::pair<std::size_t, RolesEntry>> changed;
    for (const RolesState* const state : {&before, &after}) {
        for (const auto& [entry, values] : *state) {
            if (entry.kind == kFoundTypeEntry)
                continue;
            const EntryValues* const one = valuesIn(before, entry);
            const EntryValues* const other = valuesIn(after, entry);
            if (!one || !other || !areSameValues(*one, *other))
                changed.emplace(placeOf(entry.kind), entry);
        }
    }
    std::vector<RolesEntry> entries;
    entries.reserve(changed.size());
    for (const auto& one : changed)
        entries.push_back(one.second);
    return entries;
}

/// What an entry is one of.
std::string_view entryGroup(const RolesEntry& entry)
{
    if (entry.kind == kTypeEntry)
        return "types";
    const bool isOfRun
        = entry.kind == kPolicyEntry || entry.kind == kLimitsEntry || entry.kind == kRowsEntry;
    return isOfRun ? std::string_view(entry.kind) : "roles";
}

/// "Roles and types chosen".
std::string whatWords(const std::vector<RolesEntry>& changed)
{
    std::vector<std::string> groups;
    for (const std::string_view group : {"roles", "types", "policy", "limits", "rows"}) {
        if (std::any_of(changed.begin(), changed.end(),
                [group](const RolesEntry& entry) { return entryGroup(entry) == group; }))
            groups.emplace_back(group);
    }
    std::string words;
    for (std::size_t i = 0; i < groups.size(); ++i)
        words += (i == 0 ? "" : i + 1 < groups.size() ? ", " : " and ") + groups[i];
    if (words.empty())
        return "Roles chosen";
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words + " chosen";
}

std::optional<RolesState> stateFrom(const std::string& text)
{
    return text.empty() ? std::optional(RolesState()) : rolesStateFrom(text);
}

} // namespace

std::vector<Sentence> rolesChanges(const RolesState& before, const RolesState& after)
{
    std::vector<Sentence> changes;
    for (const RolesEntry& entry : changedEntries(before, after))
        changes.push_back(changeWords(entry, valuesOf(before, entry), valuesOf(after, entry)));
    return changes;
}

RolesEventWords rolesEventWords(const catalog::Event& event)
{
    const auto before = stateFrom(event.before);
    const auto after = stateFrom(event.after);
    if (!before || !after) {
        return {"Roles chosen",
            {"before ", DataText::document(event.before), "; after ",
                DataText::document(event.after)}};
    }
    RolesEventWords words{whatWords(changedEntries(*before, *after)), {}};
    const std::vector<Sentence> changes = rolesChanges(*before, *after);
    for (std::size_t i = 0; i < changes.size() && i < kMostChanges; ++i) {
        if (i > 0)
            words.details.emplace_back("; ");
        audits::append(words.details, changes[i]);
    }
    if (changes.size() > kMostChanges) {
        words.details.emplace_back("; and "
            + reports::countedWords(static_cast<std::int64_t>(changes.size() - kMostChanges),
                "more change", "more changes"));
    }
    return words;
}

} // namespace cupel::pipeline
