#include "core/audits/roles.h"

#include "core/audits/role_names.h"
#include "core/base/number.h"
#include "core/counts/nearest_name.h"
#include "core/documents/json_reader.h"
#include "core/table/column.h"

#include <algorithm>
#include <array>

namespace cupel::audits {

namespace {

using base::Error;
using base::Result;
using documents::Node;
using documents::Position;

/// Roles that this version keeps and shows without using them.
constexpr std::array<std::string_view, 14> kOtherRoles{"image-path", "item", "label-set", "license",
    "origin", "probability-set", "rater", "rater-group", "rating", "source", "source-id", "text",
    "user", "vote-share-label"};

/// Reads a parsed roles file. The first fault is kept, with the place of the member it is about.
class RolesReader {
public:
    explicit RolesReader(std::string fileName)
        : m_fileName(std::move(fileName))
    {
    }

    Result<Roles> read(const Node& file)
    {
        if (!file.isMap()) {
            fail(file.at, "a roles file is a JSON object", "see \"cupel schema roles\"");
        } else {
            readHead(file);
            for (const Member& member : file.members)
                readMember(member);
        }
        if (m_error)
            return *m_error;
        return m_roles;
    }

private:
    using Member = Node::Member;

    void fail(Position at, std::string message, std::string hint)
    {
        if (m_error)
            return;
        m_error = Error{base::ErrorCode::Usage, std::move(message), std::move(hint),
            {m_fileName, at.line, at.column, 0}};
    }

    void failUnknown(Position at, const std::string& what, const std::string& name,
        const std::vector<std::string>& known)
    {
        std::string hint;
        if (const auto nearest = counts::nearestName(name, known))
            hint = "did you mean \"" + *nearest + "\"? ";
        hint += "known are ";
        for (std::size_t i = 0; i < known.size(); ++i)
            hint += (i > 0 ? ", " : "") + known[i];
        fail(at, "unknown " + what + " \"" + name + "\"", hint);
    }

    void readHead(const Node& file)
    {
        const Member* const schema = memberOf(file, "schema");
        if (!schema || !schema->value.isText() || schema->value.text != "cupel.roles") {
            fail(schema ? schema->at : file.at, "\"schema\" is not \"cupel.roles\"",
                "begin the file with \"schema\": \"cupel.roles\", \"version\": 1");
        }
        const Member* const version = memberOf(file, "version");
        const auto number = version && version->value.kind == Node::Kind::Number
            ? base::parseNumber(version->value.text)
            : std::nullopt;
        if (!number || number->d != 1.0) {
            fail(version ? version->at : file.at, "\"version\" is not 1",
                "this program reads version 1 of roles files");
        }
    }

    static const Member* memberOf(const Node& map, std::string_view name)
    {
        const auto found = std::find_if(map.members.begin(), map.members.end(),
            [name](const Member& member) { return member.key == name; });
        return found != map.members.end() ? &*found : nullptr;
    }

    void readMember(const Member& member)
    {
        if (member.key == "schema" || member.key == "version")
            return;
        if (member.key == "columns")
            readColumns(member);
        else if (member.key == "intersections")
            readIntersections(member);
        else if (member.key == "reference_population")
            checkPopulation(member);
        else if (member.key == "missing")
            readMissing(member);
        else if (member.key == "types")
            readTypes(member);
        else if (member.key == "use")
            m_roles.use = texts(member.at, member.value);
        else
            failUnknown(member.at, "member", member.key,
                {"schema", "version", "columns", "intersections", "reference_population", "missing",
                    "types", "use"});
    }

    bool isObject(const Member& member, const char* hint)
    {
        if (!member.value.isMap())
            fail(member.at, "an object is expected here", hint);
        return member.value.isMap();
    }

    std::vector<std::string> texts(Position at, const Node& value)
    {
        std::vector<std::string> all;
        if (!value.isList()) {
            fail(at, "a list of texts is expected here", "write [\"a\", \"b\"]");
            return all;
        }
        for (const Node& item : value.items)
            all.push_back(text(item.at, item));
        return all;
    }

    /// A value of a column: a text, or a number as the counts write it.
    std::string text(Position at, const Node& value)
    {
        if (value.isText())
            return value.text;
        if (value.kind == Node::Kind::Number) {
            const auto number = base::parseNumber(value.text);
            if (number && number->kind == base::Number::Kind::Decimal)
                return base::formatNumber(number->d);
            return value.text;
        }
        fail(at, "a text or a number is expected here", "put the value in double quotes");
        return {};
    }

    double number(Position at, const Node& value)
    {
        const auto number
            = value.kind == Node::Kind::Number ? base::parseNumber(value.text) : std::nullopt;
        if (number)
            return number->d;
        fail(at, "a number is expected here", "write it without quotes");
        return 0.0;
    }

    void readColumns(const Member& columns)
    {
        if (!isObject(columns, "write {\"COLUMN\": {\"role\": \"label\"}}"))
            return;
        for (const Member& column : columns.value.members)
            readColumn(column);
    }

    void readColumn(const Member& column)
    {
        if (!isObject(column, "write {\"role\": \"label\"}"))
            return;
        const Member* const role = memberOf(column.value, "role");
        if (!role || !role->value.isText()) {
            fail(role ? role->at : column.at, "column \"" + column.key + "\" has no \"role\"",
                "write {\"role\": \"label\"}, {\"role\": \"group\"}, …");
            return;
        }
        if (role->value.text == "label")
            readLabel(column);
        else if (role->value.text == "group")
            readGroup(column);
        else
            readOther(column, *role);
    }

    /// Members besides "role" must be among those the role has.
    void onlyMembers(const Member& column, const std::vector<std::string>& known)
    {
        for (const Member& member : column.value.members) {
            if (member.key != "role"
                && std::find(known.begin(), known.end(), member.key) == known.end()) {
                std::vector<std::string> all{"role"};
                all.insert(all.end(), known.begin(), known.end());
                failUnknown(member.at, "member", member.key, all);
            }
        }
    }

    void readLabel(const Member& column)
    {
        onlyMembers(column, {"favourable", "positive", "classes"});
        if (m_roles.label) {
            fail(column.at, "a second label, \"" + column.key + "\"",
                "the label is \"" + m_roles.label->column + "\" already; a dataset has one");
            return;
        }
        LabelRole label{column.key, std::nullopt, std::nullopt, {}};
        for (const Member& member : column.value.members) {
            if (member.key == "favourable")
                label.favourable = text(member.at, member.value);
            else if (member.key == "positive")
                label.positive = text(member.at, member.value);
            else if (member.key == "classes")
                label.classes = texts(member.at, member.value);
        }
        m_roles.label = std::move(label);
    }

    void readGroup(const Member& column)
    {
        onlyMembers(column, {"reference", "bins"});
        GroupRole group{column.key, std::nullopt, {}};
        if (const Member* const reference = memberOf(column.value, "reference"))
            group.reference = text(reference->at, reference->value);
        if (const Member* const bins = memberOf(column.value, "bins")) {
            if (!bins->value.isList())
                fail(bins->at, "a list of edges is expected here", "write [0, 25, 40, 60]");
            else if (bins->value.items.empty())
                fail(bins->at, "there are no edges", "write [0, 25, 40, 60]");
            for (const Node& edge : bins->value.items)
                group.bins.push_back(number(edge.at, edge));
        }
        m_roles.groups.push_back(std::move(group));
    }

    void readOther(const Member& column, const Member& roleMember)
    {
        const std::string& role = roleMember.value.text;
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
            failUnknown(roleMember.at, "role", role, known);
            return;
        }
        readOtherMembers(column, role);
        if (place == single.end()) {
            m_roles.other[column.key] = role;
            return;
        }
        std::string& taken = m_roles.*(place->column);
        if (!taken.empty()) {
            fail(column.at, "a second " + role + ", \"" + column.key + "\"",
                "the " + role + " is \"" + taken + "\" already");
        }
        taken = column.key;
    }

    /// Members of roles that no audit uses are checked too, so that a typing error does not pass.
    void readOtherMembers(const Member& column, const std::string& role)
    {
        if (role == "score")
            onlyMembers(column, {"threshold", "of"});
        else if (role == "vote-share-label")
            onlyMembers(column, {"threshold"});
        else if (role == "label-set")
            onlyMembers(column, {"separator"});
        else
            onlyMembers(column, {});
        if (const Member* const of = memberOf(column.value, "of"))
            m_roles.scoreOf = text(of->at, of->value);
        const Member* const separator = memberOf(column.value, "separator");
        if (separator && !separator->value.isText())
            fail(separator->at, "a text is expected here", "write \"|\"");
        if (const Member* const threshold = memberOf(column.value, "threshold")) {
            const double given = number(threshold->at, threshold->value);
            if (role == "score")
                m_roles.threshold = given;
        }
    }

    void readIntersections(const Member& member)
    {
        if (!member.value.isList()) {
            fail(member.at, "a list of pairs is expected here", "write [[\"sex\", \"race\"]]");
            return;
        }
        for (const Node& pair : member.value.items) {
            std::vector<std::string> columns = texts(pair.at, pair);
            if (columns.size() != 2)
                fail(pair.at, "an intersection has two columns", "write [[\"sex\", \"race\"]]");
            m_roles.intersections.push_back(std::move(columns));
        }
    }

    void checkPopulation(const Member& member)
    {
        if (!isObject(member, "write {\"sex\": {\"Female\": 0.51, \"Male\": 0.49}}"))
            return;
        for (const Member& column : member.value.members) {
            if (!isObject(column, "write {\"Female\": 0.51, \"Male\": 0.49}"))
                return;
            for (const Member& share : column.value.members)
                number(share.at, share.value);
        }
    }

    void readMissing(const Member& member)
    {
        if (!isObject(member, "write {\"*\": [\"?\"]}"))
            return;
        for (const Member& column : member.value.members)
            m_roles.missing[column.key] = texts(column.at, column.value);
    }

    void readTypes(const Member& member)
    {
        if (!isObject(member, "write {\"zip\": \"text\"}"))
            return;
        for (const Member& column : member.value.members) {
            const Node& type = column.value;
            if (!type.isText() || !table::typeFromName(type.text)) {
                failUnknown(column.at, "type", type.text,
                    {"text", "integer", "number", "boolean", "date", "datetime"});
            }
            m_roles.types[column.key] = type.text;
        }
    }

    std::string m_fileName;
    Roles m_roles;
    std::optional<Error> m_error;
};

} // namespace

Result<Roles> rolesFromJson(std::string_view text, const std::string& fileName)
{
    documents::JsonOptions options;
    options.file = fileName;
    options.errorCode = base::ErrorCode::Usage;
    options.maxDepth = 64;
    Result<Node> file = documents::readJson(text, options);
    if (!file)
        return std::move(file).error();
    return RolesReader(fileName).read(*file);
}

} // namespace cupel::audits
