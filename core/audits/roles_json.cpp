#include "core/audits/roles.h"

#include "core/audits/json_positions.h"
#include "core/audits/role_names.h"
#include "core/base/number.h"
#include "core/counts/nearest_name.h"
#include "core/table/column.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

namespace cupel::audits {

namespace {

using base::Error;
using base::Result;
using nlohmann::json;

/// Roles that this version keeps and shows without using them.
constexpr std::array<std::string_view, 14> kOtherRoles{"image-path", "item", "label-set", "license",
    "origin", "probability-set", "rater", "rater-group", "rating", "source", "source-id", "text",
    "user", "vote-share-label"};

/// Reads a parsed roles file. The first fault is kept, with the place of the member it is about.
class RolesReader {
public:
    RolesReader(const JsonPositions& positions, std::string fileName)
        : m_positions(positions)
        , m_fileName(std::move(fileName))
    {
    }

    Result<Roles> read(const json& file)
    {
        if (!file.is_object()) {
            fail("", "a roles file is a JSON object", "see \"cupel schema roles\"");
        } else {
            readHead(file);
            for (const auto& [name, value] : file.items())
                readMember(name, value);
        }
        if (m_error)
            return *m_error;
        return m_roles;
    }

private:
    void fail(const std::string& pointer, std::string message, std::string hint)
    {
        if (m_error)
            return;
        base::Location where = m_positions.locate(pointer);
        where.file = m_fileName;
        m_error
            = Error{base::ErrorCode::Usage, std::move(message), std::move(hint), std::move(where)};
    }

    static std::string below(const std::string& pointer, const std::string& name)
    {
        return pointer + "/" + escapedPointerPart(name);
    }

    void failUnknown(const std::string& pointer, const std::string& what, const std::string& name,
        const std::vector<std::string>& known)
    {
        std::string hint;
        if (const auto nearest = counts::nearestName(name, known))
            hint = "did you mean \"" + *nearest + "\"? ";
        hint += "known are ";
        for (std::size_t i = 0; i < known.size(); ++i)
            hint += (i > 0 ? ", " : "") + known[i];
        fail(pointer, "unknown " + what + " \"" + name + "\"", hint);
    }

    void readHead(const json& file)
    {
        const auto schema = file.find("schema");
        if (schema == file.end() || *schema != "cupel.roles") {
            fail("/schema", "\"schema\" is not \"cupel.roles\"",
                "begin the file with \"schema\": \"cupel.roles\", \"version\": 1");
        }
        const auto version = file.find("version");
        if (version == file.end() || *version != 1)
            fail("/version", "\"version\" is not 1", "this program reads version 1 of roles files");
    }

    void readMember(const std::string& name, const json& value)
    {
        const std::string pointer = below("", name);
        if (name == "schema" || name == "version")
            return;
        if (name == "columns")
            readColumns(pointer, value);
        else if (name == "intersections")
            readIntersections(pointer, value);
        else if (name == "reference_population")
            checkPopulation(pointer, value);
        else if (name == "missing")
            readMissing(pointer, value);
        else if (name == "types")
            readTypes(pointer, value);
        else if (name == "use")
            m_roles.use = texts(pointer, value);
        else
            failUnknown(pointer, "member", name,
                {"schema", "version", "columns", "intersections", "reference_population", "missing",
                    "types", "use"});
    }

    bool isObject(const std::string& pointer, const json& value, const char* hint)
    {
        if (!value.is_object())
            fail(pointer, "an object is expected here", hint);
        return value.is_object();
    }

    std::vector<std::string> texts(const std::string& pointer, const json& value)
    {
        std::vector<std::string> all;
        if (!value.is_array()) {
            fail(pointer, "a list of texts is expected here", "write [\"a\", \"b\"]");
            return all;
        }
        for (std::size_t i = 0; i < value.size(); ++i)
            all.push_back(text(pointer + "/" + std::to_string(i), value[i]));
        return all;
    }

    /// A value of a column: a text, or a number as the counts write it.
    std::string text(const std::string& pointer, const json& value)
    {
        if (value.is_string())
            return value.get<std::string>();
        if (value.is_number_integer())
            return value.dump();
        if (value.is_number())
            return base::formatNumber(value.get<double>());
        fail(pointer, "a text or a number is expected here", "put the value in double quotes");
        return {};
    }

    double number(const std::string& pointer, const json& value)
    {
        if (!value.is_number()) {
            fail(pointer, "a number is expected here", "write it without quotes");
            return 0.0;
        }
        return value.get<double>();
    }

    void readColumns(const std::string& pointer, const json& columns)
    {
        if (!isObject(pointer, columns, "write {\"COLUMN\": {\"role\": \"label\"}}"))
            return;
        for (const auto& [column, value] : columns.items())
            readColumn(below(pointer, column), column, value);
    }

    void readColumn(const std::string& pointer, const std::string& column, const json& value)
    {
        if (!isObject(pointer, value, "write {\"role\": \"label\"}"))
            return;
        const auto role = value.find("role");
        if (role == value.end() || !role->is_string()) {
            fail(pointer, "column \"" + column + "\" has no \"role\"",
                "write {\"role\": \"label\"}, {\"role\": \"group\"}, …");
            return;
        }
        const auto name = role->get<std::string>();
        if (name == "label")
            readLabel(pointer, column, value);
        else if (name == "group")
            readGroup(pointer, column, value);
        else
            readOther(pointer, column, name, value);
    }

    /// Members besides "role" must be among those the role has.
    void onlyMembers(
        const std::string& pointer, const json& value, const std::vector<std::string>& known)
    {
        for (const auto& [name, member] : value.items()) {
            if (name != "role" && std::find(known.begin(), known.end(), name) == known.end()) {
                std::vector<std::string> all = known;
                all.insert(all.begin(), "role");
                failUnknown(below(pointer, name), "member", name, all);
            }
        }
    }

    void readLabel(const std::string& pointer, const std::string& column, const json& value)
    {
        onlyMembers(pointer, value, {"favourable", "positive", "classes"});
        if (m_roles.label) {
            fail(pointer, "a second label, \"" + column + "\"",
                "the label is \"" + m_roles.label->column + "\" already; a dataset has one");
            return;
        }
        LabelRole label{column, std::nullopt, std::nullopt, {}};
        if (value.contains("favourable"))
            label.favourable = text(pointer + "/favourable", value["favourable"]);
        if (value.contains("positive"))
            label.positive = text(pointer + "/positive", value["positive"]);
        if (value.contains("classes"))
            label.classes = texts(pointer + "/classes", value["classes"]);
        m_roles.label = std::move(label);
    }

    void readGroup(const std::string& pointer, const std::string& column, const json& value)
    {
        onlyMembers(pointer, value, {"reference", "bins"});
        GroupRole group{column, std::nullopt, {}};
        if (value.contains("reference"))
            group.reference = text(pointer + "/reference", value["reference"]);
        if (value.contains("bins")) {
            const json& bins = value["bins"];
            if (!bins.is_array())
                fail(
                    pointer + "/bins", "a list of edges is expected here", "write [0, 25, 40, 60]");
            for (std::size_t i = 0; bins.is_array() && i < bins.size(); ++i)
                group.bins.push_back(number(pointer + "/bins/" + std::to_string(i), bins[i]));
        }
        m_roles.groups.push_back(std::move(group));
    }

    void readOther(const std::string& pointer, const std::string& column, const std::string& role,
        const json& value)
    {
        const std::vector<SingleRole>& single = singleRoles();
        const auto place = std::find_if(single.begin(), single.end(),
            [&role](const SingleRole& one) { return one.name == role; });
        const bool isOther
            = std::find(kOtherRoles.begin(), kOtherRoles.end(), role) != kOtherRoles.end();
        if (place == single.end() && !isOther) {
            std::vector<std::string> known{"label", "group"};
            for (const SingleRole& one : single)
                known.emplace_back(one.name);
            known.insert(known.end(), kOtherRoles.begin(), kOtherRoles.end());
            failUnknown(pointer + "/role", "role", role, known);
            return;
        }
        checkOtherMembers(pointer, role, value);
        if (place == single.end()) {
            m_roles.other[column] = role;
            return;
        }
        std::string& taken = m_roles.*(place->column);
        if (!taken.empty()) {
            fail(pointer, "a second " + role + ", \"" + column + "\"",
                "the " + role + " is \"" + taken + "\" already");
        }
        taken = column;
    }

    /// Members that later versions use are checked, so that a typing error does not pass.
    void checkOtherMembers(const std::string& pointer, const std::string& role, const json& value)
    {
        if (role == "score") {
            onlyMembers(pointer, value, {"threshold", "of"});
            if (value.contains("of"))
                text(pointer + "/of", value["of"]);
        } else if (role == "vote-share-label") {
            onlyMembers(pointer, value, {"threshold"});
        } else if (role == "label-set") {
            onlyMembers(pointer, value, {"separator"});
            if (value.contains("separator") && !value["separator"].is_string())
                fail(pointer + "/separator", "a text is expected here", "write \"|\"");
        } else {
            onlyMembers(pointer, value, {});
        }
        if (value.contains("threshold"))
            number(pointer + "/threshold", value["threshold"]);
    }

    void readIntersections(const std::string& pointer, const json& value)
    {
        if (!value.is_array()) {
            fail(pointer, "a list of pairs is expected here", "write [[\"sex\", \"race\"]]");
            return;
        }
        for (std::size_t i = 0; i < value.size(); ++i) {
            const std::string place = pointer + "/" + std::to_string(i);
            std::vector<std::string> columns = texts(place, value[i]);
            if (columns.size() != 2)
                fail(place, "an intersection has two columns", "write [[\"sex\", \"race\"]]");
            m_roles.intersections.push_back(std::move(columns));
        }
    }

    void checkPopulation(const std::string& pointer, const json& value)
    {
        if (!isObject(pointer, value, "write {\"sex\": {\"Female\": 0.51, \"Male\": 0.49}}"))
            return;
        for (const auto& [column, shares] : value.items()) {
            const std::string place = below(pointer, column);
            if (!isObject(place, shares, "write {\"Female\": 0.51, \"Male\": 0.49}"))
                return;
            for (const auto& [group, share] : shares.items())
                number(below(place, group), share);
        }
    }

    void readMissing(const std::string& pointer, const json& value)
    {
        if (!isObject(pointer, value, "write {\"*\": [\"?\"]}"))
            return;
        for (const auto& [column, tokens] : value.items())
            m_roles.missing[column] = texts(below(pointer, column), tokens);
    }

    void readTypes(const std::string& pointer, const json& value)
    {
        if (!isObject(pointer, value, "write {\"zip\": \"text\"}"))
            return;
        for (const auto& [column, type] : value.items()) {
            const std::string place = below(pointer, column);
            const std::string name = type.is_string() ? type.get<std::string>() : type.dump();
            if (!type.is_string() || !table::typeFromName(name)) {
                failUnknown(place, "type", name,
                    {"text", "integer", "number", "boolean", "date", "datetime"});
            }
            m_roles.types[column] = name;
        }
    }

    const JsonPositions& m_positions;
    std::string m_fileName;
    Roles m_roles;
    std::optional<Error> m_error;
};

} // namespace

Result<Roles> rolesFromJson(std::string_view text, const std::string& fileName)
{
    Result<JsonPositions> positions = JsonPositions::scan(text, fileName);
    if (!positions)
        return positions.error();
    // The scan accepted the text, so that parsing cannot fail.
    return RolesReader(*positions, fileName).read(json::parse(text, nullptr, false));
}

} // namespace cupel::audits
