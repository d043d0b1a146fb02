#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/lint/card_block.h"
#include "core/lint/card_vocabulary.h"
#include "core/lint/lint_card.h"

namespace cupel::lint {

namespace {

using documents::Node;

enum class Repeated { Allowed, Refused };

/// The map of a metadata block; nothing where it says nothing or is refused.
std::optional<Node> fieldsOf(const CardBlock& block, Repeated mayRepeat, IssueList& issues)
{
    std::vector<documents::RepeatedKey> repeated;
    auto fields = readBlock(block, repeated);
    if (!fields) {
        const base::Error& error = fields.error();
        issues.addAt("HF-05", Level::Error, {error.where.line, error.where.column},
            {shown(error.message)}, {shown(error.hint)});
        return std::nullopt;
    }
    for (const documents::RepeatedKey& key : repeated) {
        if (mayRepeat == Repeated::Refused) {
            issues.addAt("HF-06", Level::Error, key.at,
                {"the key ", shown(key.key), " occurs twice"}, {"keep one of them"});
        }
    }
    if (fields->isNull())
        return std::nullopt;
    if (!fields->isMap()) {
        issues.addAt("HF-04", Level::Error, fields->at, {"the metadata block is no map of keys"},
            {"write lines such as license: mit"});
        return std::nullopt;
    }
    return std::move(*fields);
}

/// The block that the client and the Hub look for; where there is none, a warning.
CardBlock metadataBlock(const documents::Document& card, IssueList& issues)
{
    CardBlock block = clientBlock(card.text);
    if (hasByteOrderMark(card))
        block = {};
    if (!block.isFound) {
        const CardBlock empty = strictBlock(card.text);
        const bool isEmpty = empty.isFound && empty.yaml.empty();
        issues.addAt(isEmpty   ? "HF-02"
                : block.begins ? "HF-03"
                               : "HF-01",
            Level::Warning, {1, 1}, {"there is no metadata block, or it is empty or has no end"},
            {"begin the card with metadata between two lines of ---"});
    }
    return block;
}

/// A text, or the texts of a list.
std::vector<const Node*> valuesOf(const Node& fields, std::string_view key)
{
    std::vector<const Node*> values;
    const Node* const value = fields.find(key);
    if (value && value->isList()) {
        for (const Node& item : value->items)
            values.push_back(&item);
    } else if (value && !value->isNull()) {
        values.push_back(value);
    }
    return values;
}

/// By its form: the list of ISO 639 is not part of this program.
bool looksLikeLanguage(const Node& value)
{
    if (value.text == "code" || value.text == "multilingual")
        return true;
    return isYamlText(value) && (value.text.size() == 2 || value.text.size() == 3)
        && std::all_of(
            value.text.begin(), value.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// Letters, digits and underlines in parts with dots between; characters beyond ASCII may be
/// letters.
bool isSplitName(const Node& value)
{
    std::string_view name = value.text;
    if (!name.empty() && name.back() == '\n')
        name.remove_suffix(1);
    bool wasPart = false;
    for (const char c : name) {
        const bool isWord = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9') || c == '_' || (c & 0x80) != 0;
        if (!isWord && !(c == '.' && wasPart))
            return false;
        wasPart = isWord;
    }
    return wasPart && isYamlText(value);
}

bool isDataFile(const Node& item)
{
    if (item.isScalar())
        return isYamlText(item);
    const Node* const split = item.find("split");
    const Node* const path = item.find("path");
    return item.isMap() && item.members.size() == 2 && split && path && isSplitName(*split)
        && (path->isList() || isYamlText(*path));
}

void checkDataFiles(const Node& config, IssueList& issues)
{
    const Node* const files = config.find("data_files");
    if (!files || files->isNull() || isYamlText(*files))
        return;
    const auto wrong = std::find_if_not(files->items.begin(), files->items.end(), isDataFile);
    if (files->isList() && wrong == files->items.end())
        return;
    issues.add("HF-41", Level::Error, files->isList() ? &*wrong : files,
        {"data_files is no text, list of texts, or list of split and path"},
        {"write items such as - split: train and path: data/train.csv; split names have letters, "
         "digits, _ and dots"});
}

void checkConfigs(const Node& configs, IssueList& issues)
{
    const bool saysNothing = configs.isNull() || (configs.isScalar() && configs.text.empty())
        || (!configs.isScalar() && configs.items.empty() && configs.members.empty());
    if (saysNothing)
        return;
    if (!configs.isList()) {
        issues.add("HF-40", Level::Error, &configs, {"configs is no list"},
            {"write a list of maps with config_name"});
        return;
    }
    // Of equal names the last configuration counts, in the place of the first.
    std::vector<std::pair<std::string, const Node*>> byName;
    std::map<std::string, std::size_t> places;
    for (const Node& config : configs.items) {
        const Node* const name = config.find("config_name");
        if (!name) {
            issues.add("HF-40", Level::Error, &config, {"a configuration has no config_name"},
                {"add config_name: default"});
            continue;
        }
        checkDataFiles(config, issues);
        const auto [known, isNew] = places.emplace(name->text, byName.size());
        if (isNew)
            byName.emplace_back(name->text, &config);
        else
            byName[known->second].second = &config;
    }
    bool hasDefault = false;
    for (const auto& [name, config] : byName) {
        const Node* const marked = config->find("default");
        const bool isMarked = marked && !marked->isNull() && marked->text != "false"
            && !(marked->isScalar() && marked->text.empty());
        if (byName.size() > 1 && name != "default" && !isMarked)
            continue;
        if (hasDefault) {
            issues.add("HF-42", Level::Error, config,
                {"the configuration ", shown(name), " is a second default"},
                {"mark one configuration with default: true, and name no other one default"});
        }
        hasDefault = true;
    }
}

} // namespace

void lintForClient(const documents::Document& card, IssueList& issues)
{
    const CardBlock block = metadataBlock(card, issues);
    if (block.isFound)
        fieldsOf(block, Repeated::Allowed, issues);
}

void lintForHub(const documents::Document& card, IssueList& issues)
{
    const CardBlock block = metadataBlock(card, issues);
    if (!block.isFound)
        return;
    const auto fields = fieldsOf(block, Repeated::Allowed, issues);
    if (!fields)
        return;
    const CardVocabulary& known = cardVocabulary();
    for (const Node* license : valuesOf(*fields, "license")) {
        if (!isYamlText(*license) || !known.currentLicense.has(license->text)) {
            issues.add("HF-10", Level::Error, license,
                {"the licence ", shown(license->text), " is none of the Hub's"},
                {"write its id, or other with license_name and license_link"});
        }
    }
    for (const Node* language : valuesOf(*fields, "language")) {
        if (!looksLikeLanguage(*language)) {
            issues.add("HF-14", Level::Error, language,
                {"the language ", shown(language->text), " has not the form of an ISO 639 code"},
                {"write two or three small letters; regional tags go into language_bcp47"});
        }
    }
    for (const Node* task : valuesOf(*fields, "task_categories")) {
        if (!isYamlText(*task) || !known.currentTaskCategories.has(task->text)) {
            issues.add("HF-12", Level::Warning, task,
                {"the task category ", shown(task->text), " is none of the Hub's"},
                {"choose one of its list, or other"});
        }
    }
    issues.locate(*fields);
}

void lintForLoader(const documents::Document& card, IssueList& issues)
{
    const CardBlock block = strictBlock(card.text);
    if (!block.isFound || hasByteOrderMark(card)) {
        issues.addAt("HF-01", Level::Note, {1, 1},
            {"no metadata block begins in the first line: files are found by their names"},
            {"begin the card with a line of exactly ---"});
        return;
    }
    const auto fields = fieldsOf(block, Repeated::Refused, issues);
    const Node* const configs = fields ? fields->find("configs") : nullptr;
    if (configs) {
        checkConfigs(*configs, issues);
        issues.locate(*fields);
    }
}

} // namespace cupel::lint
