#include "core/counts/question.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include <nlohmann/json.hpp>

namespace cupel::counts {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using nlohmann::json;

json dimJson(const ValueDim& dim)
{
    return {{"dim", "value"}, {"column", dim.column}};
}
json dimJson(const BinsDim& dim)
{
    return {{"dim", "bins"}, {"column", dim.column}, {"edges", dim.edges}};
}
json dimJson(const AtLeastDim& dim)
{
    return {{"dim", "at-least"}, {"column", dim.column}, {"threshold", dim.threshold}};
}
json dimJson(const MissingDim& dim)
{
    return {{"dim", "missing"}, {"column", dim.column}};
}
json dimJson(const SameDim& dim)
{
    return {{"dim", "same"}, {"first", dim.first}, {"second", dim.second}};
}
json dimJson(const RecodeDim& dim)
{
    return {
        {"dim", "recode"}, {"column", dim.column}, {"labels", dim.labels}, {"other", dim.other}};
}
json dimJson(const RepeatsDim& dim)
{
    return {{"dim", "repeats"}, {"keys", dim.keys}};
}
json dimJson(const ConflictsDim& dim)
{
    return {{"dim", "conflicts"}, {"keys", dim.keys}, {"column", dim.column}};
}

json cellJson(const CellKey& key)
{
    switch (key.kind) {
    case CellKey::Kind::Value:
        return key.text;
    case CellKey::Kind::NotOfType:
        return {{"notOfType", true}};
    case CellKey::Kind::Missing:
        break;
    }
    return nullptr;
}

std::optional<CellKey> cellFromJson(const json& value)
{
    if (value.is_null())
        return CellKey::missing();
    if (value.is_string())
        return CellKey::value(value.get<std::string>());
    if (value == json{{"notOfType", true}})
        return CellKey::notOfType();
    return std::nullopt;
}

/// Reads the members of one object. The first fault is kept and named; after it, members read as
/// empty values.
class Members {
public:
    Members(const json& object, std::string what)
        : m_object(object)
        , m_what(std::move(what))
    {
        if (!m_object.is_object())
            fail(m_what + " is not an object");
    }

    std::string text(const char* name)
    {
        const json* value = find(name);
        if (value && value->is_string())
            return value->get<std::string>();
        return wrong(name, "a text"), std::string();
    }
    double number(const char* name)
    {
        const json* value = find(name);
        if (value && value->is_number())
            return value->get<double>();
        return wrong(name, "a number"), 0.0;
    }
    std::vector<std::string> texts(const char* name)
    {
        return list<std::string>(name, "a list of texts", &json::is_string);
    }
    std::vector<double> numbers(const char* name)
    {
        return list<double>(name, "a list of numbers", &json::is_number);
    }
    std::map<std::string, std::string> textMap(const char* name)
    {
        const json* value = find(name);
        const auto isText = [](const json& member) { return member.is_string(); };
        if (value && value->is_object() && std::all_of(value->begin(), value->end(), isText))
            return value->get<std::map<std::string, std::string>>();
        return wrong(name, "an object of texts"), std::map<std::string, std::string>();
    }

    /// The dim, unless a member was missing, of another type or unknown.
    Result<Dim> finish(Dim dim)
    {
        for (const auto& [name, value] : m_object.items()) {
            if (std::find(m_known.begin(), m_known.end(), name) == m_known.end())
                fail("\"" + name + "\" is no member of " + m_what);
        }
        if (m_fault)
            return Error{ErrorCode::Usage, *m_fault, "", {}};
        return dim;
    }
    void fail(std::string message)
    {
        if (!m_fault)
            m_fault = std::move(message);
    }

private:
    template <typename T>
    std::vector<T> list(const char* name, const char* type, bool (json::*isType)() const noexcept)
    {
        const json* value = find(name);
        const auto fits = [isType](const json& element) { return (element.*isType)(); };
        if (value && value->is_array() && std::all_of(value->begin(), value->end(), fits))
            return value->get<std::vector<T>>();
        return wrong(name, type), std::vector<T>();
    }
    const json* find(const char* name)
    {
        m_known.emplace_back(name);
        const auto found = m_object.is_object() ? m_object.find(name) : m_object.end();
        return found == m_object.end() ? nullptr : &*found;
    }
    void wrong(const char* name, const char* type)
    {
        fail(std::string("\"") + name + "\" of " + m_what + " is missing or not " + type);
    }

    const json& m_object;
    std::string m_what;
    std::vector<std::string> m_known{"dim"};
    std::optional<std::string> m_fault;
};

} // namespace

json toJson(const Dim& dim)
{
    return std::visit([](const auto& any) { return dimJson(any); }, dim);
}

json toJson(const Filter& filter)
{
    json terms = json::array();
    for (const Filter::Term& term : filter.terms) {
        std::vector<CellKey> in = term.in;
        std::sort(in.begin(), in.end());
        in.erase(std::unique(in.begin(), in.end()), in.end());
        json cells = json::array();
        for (const CellKey& key : in)
            cells.push_back(cellJson(key));
        terms.push_back({{"dim", toJson(term.dim)}, {"in", std::move(cells)}});
    }
    return terms;
}

Result<Dim> dimFromJson(const json& value)
{
    const auto kindMember = value.is_object() ? value.find("dim") : value.end();
    if (kindMember == value.end() || !kindMember->is_string())
        return Error{ErrorCode::Usage, "a dim is an object with the text member \"dim\"", "", {}};
    const auto kind = kindMember->get<std::string>();
    Members members(value, "the dim \"" + kind + "\"");
    if (kind == "value")
        return members.finish(ValueDim{members.text("column")});
    if (kind == "bins")
        return members.finish(BinsDim{members.text("column"), members.numbers("edges")});
    if (kind == "at-least")
        return members.finish(AtLeastDim{members.text("column"), members.number("threshold")});
    if (kind == "missing")
        return members.finish(MissingDim{members.text("column")});
    if (kind == "same")
        return members.finish(SameDim{members.text("first"), members.text("second")});
    if (kind == "recode")
        return members.finish(
            RecodeDim{members.text("column"), members.textMap("labels"), members.text("other")});
    if (kind == "repeats")
        return members.finish(RepeatsDim{members.texts("keys")});
    if (kind == "conflicts")
        return members.finish(ConflictsDim{members.texts("keys"), members.text("column")});
    return Error{ErrorCode::Usage, "\"" + kind + "\" is no kind of dim",
        "one of value, bins, at-least, missing, same, recode, repeats, conflicts", {}};
}

Result<Filter> filterFromJson(const json& value)
{
    if (!value.is_array())
        return Error{ErrorCode::Usage, "a filter is a list of terms", "", {}};
    Filter filter;
    for (const json& item : value) {
        const std::string which
            = "term " + std::to_string(filter.terms.size() + 1) + " of the filter";
        if (!item.is_object() || item.size() != 2 || !item.contains("dim") || !item.contains("in"))
            return Error{ErrorCode::Usage,
                which + " is no object with the members \"dim\" and \"in\"", "", {}};
        auto dim = dimFromJson(item["dim"]);
        if (!dim)
            return Error{
                ErrorCode::Usage, which + ": " + dim.error().message, dim.error().hint, {}};
        Filter::Term term{std::move(*dim), {}};
        if (!item["in"].is_array())
            return Error{
                ErrorCode::Usage, "\"in\" of " + which + " is not a list of cells", "", {}};
        for (const json& cell : item["in"]) {
            auto key = cellFromJson(cell);
            if (!key)
                return Error{ErrorCode::Usage, "\"in\" of " + which + " holds what is no cell",
                    "a cell is a text, null for missing, or {\"notOfType\": true}", {}};
            term.in.push_back(std::move(*key));
        }
        std::sort(term.in.begin(), term.in.end());
        term.in.erase(std::unique(term.in.begin(), term.in.end()), term.in.end());
        filter.terms.push_back(std::move(term));
    }
    return filter;
}

} // namespace cupel::counts
