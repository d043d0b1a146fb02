#include "core/pipeline/roles_state.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/audits/role_names.h"
#include "core/base/number.h"
#include "core/base/utf8.h"

namespace cupel::pipeline {
namespace {

using Json = nlohmann::ordered_json;

class StateWriter {
public:
    void add(std::string_view kind, const std::string& of, const std::string& value)
    {
        m_state[{std::string(kind), of}].push_back(value);
    }
    void add(std::string_view kind, const std::string& of, const std::vector<std::string>& values)
    {
        for (const std::string& value : values)
            add(kind, of, value);
    }
    void addLabel(const audits::LabelRole& label)
    {
        add("label", "", label.column);
        if (label.favourable)
            add("favourable", "", *label.favourable);
        if (label.positive)
            add("positive", "", *label.positive);
        add("classes", "", label.classes);
    }
    void addGroup(const audits::GroupRole& group)
    {
        add("groups", "", group.column);
        if (group.reference)
            add("reference", group.column, *group.reference);
        for (const double edge : group.bins)
            add("ranges", group.column, base::formatNumber(edge));
    }
    RolesState take() { return std::move(m_state); }

private:
    RolesState m_state;
};

constexpr std::string_view kDigits = "0123456789abcdef";

/// A text as JSON has it, or its bytes where it is no UTF-8.
Json textJson(const std::string& text)
{
    if (base::firstInvalidUtf8(text.data(), text.size(), text.size()) == base::kValidUtf8)
        return text;
    std::string digits;
    for (const char c : text) {
        digits += kDigits[static_cast<unsigned char>(c) >> 4U];
        digits += kDigits[static_cast<unsigned char>(c) & 15U];
    }
    return {{"bytes", digits}};
}

std::optional<std::string> bytesIn(const std::string& digits)
{
    if (digits.size() % 2 != 0)
        return std::nullopt;
    std::string bytes;
    for (std::size_t i = 0; i < digits.size(); i += 2) {
        const std::size_t high = kDigits.find(digits[i]);
        const std::size_t low = kDigits.find(digits[i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos)
            return std::nullopt;
        bytes += static_cast<char>(high * 16 + low);
    }
    return bytes;
}

std::optional<std::string> textIn(const Json& json)
{
    if (json.is_string())
        return json.get<std::string>();
    if (!json.is_object() || json.size() != 1)
        return std::nullopt;
    const auto bytes = json.find("bytes");
    return bytes != json.end() && bytes->is_string() ? bytesIn(bytes->get<std::string>())
                                                     : std::nullopt;
}

/// Put an entry into a state; whether it is one.
bool readEntry(const Json& json, RolesState& state)
{
    if (!json.is_object() || !json.contains("kind") || !json.contains("is")
        || !json["kind"].is_string() || !json["is"].is_array())
        return false;
    const auto of = json.contains("of") ? textIn(json["of"]) : std::optional(std::string());
    if (!of)
        return false;
    std::vector<std::string> values;
    for (const Json& one : json["is"]) {
        auto value = textIn(one);
        if (!value)
            return false;
        values.push_back(std::move(*value));
    }
    RolesEntry entry{json["kind"].get<std::string>(), *of};
    return !values.empty() && state.emplace(std::move(entry), std::move(values)).second;
}

RolesState withoutFound(RolesState state)
{
    std::erase_if(state, [](const auto& one) { return one.first.kind == kFoundTypeEntry; });
    return state;
}

} // namespace

RolesState rolesStateOf(const audits::Roles& roles)
{
    StateWriter state;
    if (roles.label)
        state.addLabel(*roles.label);
    for (const audits::GroupRole& group : roles.groups)
        state.addGroup(group);
    for (const std::vector<std::string>& crossed : roles.intersections) {
        for (std::size_t i = 1; i < crossed.size(); ++i)
            state.add("crossed", crossed.front(), crossed[i]);
    }
    for (const auto& [name, member] : audits::singleRoles()) {
        if (!(roles.*member).empty())
            state.add(name, "", roles.*member);
    }
    if (roles.threshold)
        state.add("threshold", "", base::formatNumber(*roles.threshold));
    if (roles.scoreOf)
        state.add("score-of", "", *roles.scoreOf);
    for (const auto& [column, role] : roles.other)
        state.add("role", column, role);
    for (const auto& [column, tokens] : roles.missing) {
        if (tokens.empty())
            state.add("nothing-missing", column, "yes");
        else
            state.add("missing", column, tokens);
    }
    for (const auto& [column, type] : roles.types)
        state.add(kTypeEntry, column, type);
    state.add("use", "", roles.use);
    return state.take();
}

bool areSameValues(const std::vector<std::string>& one, const std::vector<std::string>& other)
{
    if (one.size() != other.size())
        return false;
    std::vector<std::string> a(one);
    std::vector<std::string> b(other);
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
}

bool areSame(const RolesState& one, const RolesState& other)
{
    const RolesState a = withoutFound(one);
    const RolesState b = withoutFound(other);
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.first == y.first && areSameValues(x.second, y.second);
    });
}

bool areSameRoles(const audits::Roles& one, const audits::Roles& other)
{
    return areSame(rolesStateOf(one), rolesStateOf(other));
}

std::string rolesStateText(const RolesState& state)
{
    Json entries = Json::array();
    for (const auto& [entry, values] : state) {
        Json json = {{"kind", entry.kind}};
        if (!entry.of.empty())
            json["of"] = textJson(entry.of);
        Json all = Json::array();
        for (const std::string& value : values)
            all.push_back(textJson(value));
        json["is"] = std::move(all);
        entries.push_back(std::move(json));
    }
    return Json{{"roles", std::move(entries)}}.dump();
}

std::optional<RolesState> rolesStateFrom(std::string_view text)
{
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || !json.contains("roles") || !json["roles"].is_array())
        return std::nullopt;
    RolesState state;
    for (const Json& entry : json["roles"]) {
        if (!readEntry(entry, state))
            return std::nullopt;
    }
    return state;
}

} // namespace cupel::pipeline
