#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "core/base/number.h"
#include "core/card/claim_list.h"
#include "core/card/language.h"
#include "core/card/size_category.h"
#include "core/documents/croissant_plain.h"
#include "core/documents/node_items.h"

namespace cupel::card {
namespace {

using documents::Document;
using documents::DocumentKind;
using documents::Node;

Token numberOf(const Node& node)
{
    const auto parsed = base::parseNumber(node.text);
    Token token;
    token.isNumber = parsed.has_value();
    token.isWhole = parsed && parsed->kind == base::Number::Kind::Integer;
    token.value = parsed ? parsed->d : 0.0;
    token.text = node.text;
    return token;
}

/// Names of columns that a document lists and the table does not have.
void checkColumnNames(const std::vector<std::pair<std::string, std::uint64_t>>& names,
    const std::string& file, ClaimList& claims)
{
    if (names.empty())
        return;
    const Measured& measured = claims.measured();
    CheckedClaim good;
    good.kind = ClaimKind::ColumnNames;
    for (const auto& [name, line] : names) {
        if (measured.hasColumn(name)) {
            good.places = {{file, names.front().second}};
            continue;
        }
        CheckedClaim claim;
        claim.kind = ClaimKind::ColumnNames;
        claim.subject = name;
        claim.verdict = Verdict::Contradicts;
        claim.said = base::DataText::document(name);
        claim.measured = {std::string("no such column")};
        claim.places = {{file, line}};
        claims.add(std::move(claim));
    }
    if (good.places.empty())
        return;
    good.said = base::DataText::document(std::to_string(names.size()) + " names");
    good.measured = {std::string("columns of the table")};
    claims.add(std::move(good));
}

void checkClassNames(const Node& feature, const std::string& file, ClaimList& claims)
{
    const Node* names = feature.path("dtype", "class_label", "names");
    if (!names)
        names = feature.path("class_label", "names");
    const Node* const name = feature.find("name");
    const auto& label = claims.measured().label;
    if (!names || !name || !label || name->text != label->column)
        return;
    std::set<std::string> declared;
    documents::forEachItem(names, [&declared](const Node& item) { declared.insert(item.text); });
    for (const Node::Member& member : names->members)
        declared.insert(member.value.text);
    for (const ValueRows& one : label->values) {
        // Classes are often stored as the positions of their names.
        const auto position = base::parseNumber(one.value);
        const bool isPosition = position && position->kind == base::Number::Kind::Integer
            && position->i >= 0 && position->i < static_cast<std::int64_t>(declared.size());
        CheckedClaim claim;
        claim.kind = ClaimKind::ClassNames;
        claim.said = base::DataText::document("names of " + name->text);
        claim.places = {{file, names->at.line}};
        if (!declared.contains(one.value) && !isPosition) {
            claim.verdict = Verdict::Contradicts;
            claim.subject = one.value;
            claim.measured = {base::DataText::roleValue(one.value, one.rows),
                std::string(" in " + rowsText(one.rows))};
        } else {
            claim.measured = {std::string("classes of the label")};
        }
        claims.add(std::move(claim));
    }
}

/// One entry of dataset_info; configurations of other tables are not about this one.
void checkDatasetInfo(
    const Node& info, const Document& card, std::vector<RowCount>& counts, ClaimList& claims)
{
    std::vector<std::pair<std::string, std::uint64_t>> names;
    documents::forEachItem(info.find("features"), [&](const Node& feature) {
        if (const Node* const name = feature.find("name"))
            names.emplace_back(name->text, name->at.line);
        checkClassNames(feature, card.file, claims);
    });
    checkColumnNames(names, card.file, claims);
    documents::forEachItem(info.find("splits"), [&](const Node& split) {
        const Node* const name = split.find("name");
        const Node* const rows = split.find("num_examples");
        if (!name || !rows || !numberOf(*rows).isNumber)
            return;
        RowCount count;
        count.split = splitOf(claims.measured(), lowered(name->text));
        count.isMeasuredSplit = !count.split.empty();
        if (count.split.empty())
            count.split = name->text;
        count.isStrict = true;
        count.number = numberOf(*rows);
        count.said = rows->text;
        count.place = {card.file, rows->at.line};
        counts.push_back(std::move(count));
    });
}

void checkSizeCategory(const Document& card, ClaimList& claims)
{
    const Node* const sizes = card.fields.find("size_categories");
    if (!sizes)
        return;
    const std::string_view measured = sizeCategory(claims.measured().rows);
    CheckedClaim claim;
    claim.kind = ClaimKind::SizeCategory;
    claim.verdict = Verdict::Contradicts;
    claim.measured = {rowsText(claims.measured().rows)};
    std::string said;
    bool isKnown = false;
    documents::forEachItem(sizes, [&](const Node& size) {
        if (!isSizeCategory(size.text))
            return;
        isKnown = true;
        if (size.text == measured)
            claim.verdict = Verdict::Agrees;
        said += (said.empty() ? "" : ", ") + size.text;
        claim.places.push_back({card.file, size.at.line});
    });
    if (!isKnown)
        return;
    claim.said = base::DataText::document(said);
    claims.add(std::move(claim));
}

/// "650582 B", "650582", "0.6 MB"; bytes, and how far off the figure may be.
bool bytesAgree(const std::string& text, std::uint64_t bytes, bool& isKnown)
{
    const std::vector<Token> words = tokens(text);
    isKnown = !words.empty() && words.front().isNumber && words.size() <= 2;
    if (!isKnown)
        return false;
    constexpr std::array<std::pair<std::string_view, double>, 9> kUnits{
        {{"b", 1.0}, {"bytes", 1.0}, {"byte", 1.0}, {"kb", 1e3}, {"mb", 1e6}, {"gb", 1e9},
            {"kib", 1024.0}, {"mib", 1048576.0}, {"gib", 1073741824.0}}};
    double unit = 1.0;
    if (words.size() == 2) {
        const auto found = std::find_if(kUnits.begin(), kUnits.end(),
            [&words](const auto& one) { return one.first == words[1].text; });
        isKnown = found != kUnits.end();
        if (!isKnown)
            return false;
        unit = found->second;
    }
    const double said = words.front().value * unit;
    const double step = unit == 1.0 ? 0.0 : words.front().step * unit;
    const double difference = said - static_cast<double>(bytes);
    return difference <= step && difference >= -step;
}

void checkFile(const Node& file, const std::string& document, ClaimList& claims)
{
    const Measured& measured = claims.measured();
    const Node* const size = file.find("contentSize");
    const Node* const url = file.find("contentUrl");
    if (!size || !url)
        return;
    const std::size_t slash = url->text.find_last_of('/');
    const std::string name = slash == std::string::npos ? url->text : url->text.substr(slash + 1);
    bool isKnown = false;
    const bool holds = bytesAgree(size->text, measured.bytes, isKnown);
    if (name != measured.file || !isKnown)
        return;
    CheckedClaim claim;
    claim.kind = ClaimKind::FileBytes;
    claim.verdict = holds ? Verdict::Agrees : Verdict::Contradicts;
    claim.said = base::DataText::document(size->text);
    claim.measured = {base::groupedDigits(static_cast<std::int64_t>(measured.bytes)) + " bytes"};
    claim.places = {{document, size->at.line}};
    claims.add(std::move(claim));
}

/// Languages of a document in lower case, with the place of the first.
std::pair<std::set<std::string>, Place> languagesOf(const Document& document)
{
    const bool isCard = document.kind == DocumentKind::Card;
    const Node dataset = isCard ? Node{} : documents::plainCroissant(document.fields);
    const Node* const node = isCard ? document.fields.find("language") : dataset.find("inLanguage");
    std::set<std::string> languages;
    Place place{document.file, node ? node->at.line : 0};
    documents::forEachItem(node, [&languages](const Node& item) {
        if (item.isText() && !item.text.empty())
            languages.insert(lowered(item.text));
    });
    return {languages, place};
}

std::string joined(const std::set<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : ", ") + word;
    return text;
}

/// A declared language says nothing about a text where it is not one known language.
void checkTexts(const std::set<std::string>& languages, const Place& place,
    const MeasuredLanguages& texts, ClaimList& claims)
{
    std::set<std::string> keys;
    for (const std::string& language : languages)
        keys.insert(languageKey(language));
    const ValueRows& most = texts.languages.front();
    if (keys.contains("") || most.rows * 2 <= texts.told)
        return;
    CheckedClaim claim;
    claim.kind = ClaimKind::Languages;
    claim.subject = texts.column;
    claim.verdict = keys.contains(languageKey(most.value)) ? Verdict::Agrees : Verdict::Contradicts;
    claim.said = base::DataText::document(joined(languages));
    claim.measured = {base::DataText::name(texts.column),
        " is in " + most.value + " in " + base::formatInteger(most.rows) + " of "
            + base::formatInteger(texts.told) + " rows whose language can be told ("
            + base::formatInteger(texts.rows) + " looked at)"};
    claim.places = {place};
    claims.add(std::move(claim));
}

} // namespace

bool namesLanguages(const documents::DocumentSet& documents)
{
    return std::any_of(documents.documents.begin(), documents.documents.end(),
        [](const Document& document) { return !languagesOf(document).first.empty(); });
}

void claimsOfFrontMatter(const Document& card, std::vector<RowCount>& counts, ClaimList& claims)
{
    checkSizeCategory(card, claims);
    const Node* const info = card.fields.find("dataset_info");
    if (info && info->isList() && info->items.size() > 1)
        return; // several tables: nothing says which one this is
    documents::forEachItem(
        info, [&](const Node& one) { checkDatasetInfo(one, card, counts, claims); });
}

void claimsOfCroissant(const Document& croissant, ClaimList& claims)
{
    const Node dataset = documents::plainCroissant(croissant.fields);
    documents::forEachItem(dataset.find("distribution"),
        [&](const Node& file) { checkFile(file, croissant.file, claims); });
    const Node* const sets = dataset.find("recordSet");
    std::size_t tables = 0;
    std::vector<std::pair<std::string, std::uint64_t>> names;
    documents::forEachItem(sets, [&](const Node& set) {
        bool readsColumns = false;
        documents::forEachItem(set.find("field"), [&](const Node& field) {
            const Node* const source = field.find("source");
            const Node* const extract = source ? source->find("extract") : nullptr;
            const Node* const column = extract ? extract->find("column") : nullptr;
            if (!column)
                return;
            readsColumns = true;
            names.emplace_back(column->text, column->at.line);
        });
        tables += readsColumns;
    });
    if (tables == 1)
        checkColumnNames(names, croissant.file, claims);
}

void checkLanguages(const documents::DocumentSet& documents, ClaimList& claims)
{
    std::set<std::string> first;
    Place firstPlace;
    for (const Document& document : documents.documents) {
        const auto [languages, place] = languagesOf(document);
        if (languages.empty())
            continue;
        for (const MeasuredLanguages& texts : claims.measured().languages)
            checkTexts(languages, place, texts, claims);
        if (first.empty()) {
            first = languages;
            firstPlace = place;
            continue;
        }
        CheckedClaim claim;
        claim.kind = ClaimKind::Languages;
        claim.verdict = languages == first ? Verdict::Agrees : Verdict::Contradicts;
        claim.said = base::DataText::document(joined(languages));
        claim.measured = {base::DataText::document(joined(first)), " in " + firstPlace.file};
        claim.places = {place, firstPlace};
        claims.add(std::move(claim));
    }
}

} // namespace cupel::card
