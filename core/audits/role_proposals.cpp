#include "core/audits/roles.h"

#include "core/audits/column_findings.h"
#include "core/audits/role_names.h"

#include <algorithm>
#include <array>

namespace cupel::audits {

namespace {

using counts::ColumnDescription;

/// More values than this are too many for classes, splits or groups to be proposed.
constexpr std::int64_t kFewValues = 20;

/// Words of a column's name: runs of ASCII letters and digits, in lower case.
std::vector<std::string> wordsOf(const std::string& name)
{
    std::vector<std::string> words(1);
    for (const char c : name) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        const bool isWord = isUpper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (isWord)
            words.back() += isUpper ? static_cast<char>(c - 'A' + 'a') : c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    return words;
}

template <std::size_t n>
bool speaksOf(const ColumnDescription& column, const std::array<const char*, n>& names)
{
    for (const std::string& word : wordsOf(column.name)) {
        if (std::find(names.begin(), names.end(), word) != names.end())
            return true;
    }
    return false;
}

bool hasFewValues(const ColumnDescription& column)
{
    const table::Distinct& distinct = column.profile.distinct;
    return distinct.exact && distinct.value >= 2 && distinct.value <= kFewValues;
}

std::string values(const ColumnDescription& column)
{
    return std::to_string(column.profile.distinct.value) + " different values";
}

/// What a column may be, by its name and values; an empty role where nothing speaks for one.
Proposal proposalFor(const ColumnDescription& column)
{
    constexpr std::array kId{"id", "uuid", "guid", "identifier"};
    constexpr std::array kWeight{"weight", "weights", "fnlwgt", "wt"};
    constexpr std::array kSplit{"split", "fold", "partition", "subset"};
    constexpr std::array kPrediction{"prediction", "predicted", "pred", "yhat"};
    constexpr std::array kScore{"score", "prob", "proba", "probability"};
    constexpr std::array kGroup{"sex", "gender", "race", "ethnicity", "ethnic", "nationality",
        "religion", "disability", "age", "marital", "citizenship", "country"};
    constexpr std::array kLabel{"label", "target", "class", "outcome", "y", "decision", "approved"};

    const auto proposal = [&column](const char* role, const std::string& reason) {
        return Proposal{column.name, role, {}, 0, reason};
    };
    const bool isNumber = table::isNumeric(column.type);
    if (speaksOf(column, kId) && looksLikeIdentifier(column, usualIdentifierLimit(column)))
        return proposal("id", "its name says so, and it has " + values(column));
    if (speaksOf(column, kWeight) && isNumber)
        return proposal("weight", "its name says so, and it holds numbers");
    if (speaksOf(column, kSplit) && hasFewValues(column))
        return proposal("split", "its name says so, and it has " + values(column));
    if (speaksOf(column, kPrediction) && hasFewValues(column))
        return proposal("prediction", "its name says so, and it has " + values(column));
    if (speaksOf(column, kScore) && isNumber)
        return proposal("score", "its name says so, and it holds numbers");
    if (speaksOf(column, kGroup) && hasFewValues(column))
        return proposal(
            "group", "its name is that of an attribute of persons, and it has " + values(column));
    if (speaksOf(column, kLabel) && hasFewValues(column))
        return proposal("label", "its name says so, and it has " + values(column));
    return {};
}

bool isFree(const Roles& roles, const std::string& role)
{
    if (role == "label")
        return !roles.label;
    for (const SingleRole& single : singleRoles()) {
        if (single.name == role)
            return (roles.*single.column).empty();
    }
    return true; // several columns can be groups
}

bool isKnownToken(const Roles& roles, const std::string& column, const std::string& token)
{
    for (const std::string& name : {std::string("*"), column}) {
        const auto found = roles.missing.find(name);
        if (found != roles.missing.end()
            && std::find(found->second.begin(), found->second.end(), token) != found->second.end())
            return true;
    }
    return false;
}

void take(Roles& roles, const Proposal& proposal)
{
    if (proposal.role == "null-token") {
        if (!isKnownToken(roles, proposal.column, proposal.value))
            roles.missing[proposal.column].push_back(proposal.value);
        return;
    }
    if (!roles.roleOf(proposal.column).empty() || !isFree(roles, proposal.role))
        return;
    if (proposal.role == "label") {
        LabelRole label{proposal.column, std::nullopt, std::nullopt, {}};
        if (!proposal.value.empty())
            label.favourable = proposal.value;
        roles.label = std::move(label);
    } else if (proposal.role == "group") {
        roles.groups.push_back({proposal.column, std::nullopt, {}});
    } else {
        for (const SingleRole& single : singleRoles()) {
            if (single.name == proposal.role)
                roles.*single.column = proposal.column;
        }
    }
}

} // namespace

std::vector<Proposal> propose(const counts::Description& description, const Roles& roles)
{
    std::vector<Proposal> proposals;
    Roles taken = roles;
    const auto add = [&](Proposal proposal) {
        take(taken, proposal);
        proposals.push_back(std::move(proposal));
    };
    for (const ColumnDescription& column : description.columns) {
        Proposal proposal = proposalFor(column);
        if (!proposal.role.empty() && taken.roleOf(column.name).empty()
            && isFree(taken, proposal.role))
            add(std::move(proposal));
    }
    // Tables often end with the label.
    if (!taken.label && !description.columns.empty()) {
        const ColumnDescription& last = description.columns.back();
        if (last.profile.distinct.exact && last.profile.distinct.value == 2
            && taken.roleOf(last.name).empty())
            add({last.name, "label", {}, 0, "it is the last column and has two different values"});
    }
    for (const ColumnDescription& column : description.columns) {
        for (const MissingToken& token : likelyMissingTokens(column)) {
            if (!isKnownToken(roles, column.name, token.token)) {
                add({column.name, "null-token", token.token, token.rows,
                    "the word often stands for a missing value"});
            }
        }
    }
    return proposals;
}

Roles accept(const std::vector<Proposal>& proposals, const Roles& roles)
{
    Roles accepted = roles;
    for (const Proposal& proposal : proposals)
        take(accepted, proposal);
    return accepted;
}

} // namespace cupel::audits
