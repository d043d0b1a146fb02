#include "core/reports/archive_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include <nlohmann/json.hpp>

#include "core/reports/archive_data.h"
#include "core/reports/archive_documents.h"

namespace cupel::reports {
namespace {

using documents::Node;

/// More rows, bytes or lines than any file has.
constexpr std::int64_t kMostCounted = std::int64_t{1} << 48U;
/// Of lists and maps within each other; the readers of documents take 512.
constexpr std::size_t kMostDepth = 520;

/// The bytes of pairs of hexadecimal digits.
std::optional<std::string> bytesOf(std::string_view hex)
{
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        unsigned byte = 0;
        const char* const end = hex.data() + i + 2;
        if (std::from_chars(hex.data() + i, end, byte, 16).ptr != end)
            return std::nullopt;
        bytes += static_cast<char>(byte);
    }
    return hex.size() % 2 == 0 ? std::optional(bytes) : std::nullopt;
}

/// The only member of an object, where it has this name and a text.
const std::string* onlyText(const nlohmann::json& from, const char* name)
{
    if (!from.is_object() || from.size() != 1)
        return nullptr;
    const auto found = from.find(name);
    return found != from.end() && found->is_string() ? found->get_ptr<const std::string*>()
                                                     : nullptr;
}

} // namespace

void ArchiveReader::value(const Json& from, std::monostate&)
{
    if (!from.is_null())
        fault("is not null");
}

void ArchiveReader::value(const Json& from, bool& it)
{
    if (!from.is_boolean())
        fault("is neither true nor false");
    it = from.get<bool>();
}

void ArchiveReader::value(const Json& from, int& it)
{
    std::int64_t number = 0;
    value(from, number);
    if (!std::in_range<int>(number))
        fault("is out of range");
    it = static_cast<int>(number);
}

void ArchiveReader::value(const Json& from, std::int64_t& it)
{
    if (!from.is_number_integer())
        fault("is no whole number of 64 bits");
    if (from.is_number_unsigned()
        && !std::in_range<std::int64_t>(from.get_ref<const Json::number_unsigned_t&>()))
        fault("is out of range");
    it = from.get<std::int64_t>();
}

void ArchiveReader::value(const Json& from, std::uint64_t& it)
{
    if (!from.is_number_unsigned())
        fault("is no whole number from 0 of 64 bits");
    it = from.get<std::uint64_t>();
}

void ArchiveReader::value(const Json& from, double& it)
{
    constexpr double kInfinity = std::numeric_limits<double>::infinity();
    if (from.is_number())
        it = from.get<double>();
    else if (from == "Infinity" || from == "-Infinity")
        it = from == "Infinity" ? kInfinity : -kInfinity;
    else
        fault("is no number");
}

void ArchiveReader::value(const Json& from, char& it)
{
    std::uint64_t byte = 0;
    value(from, byte);
    if (byte > 0xFF)
        fault("is no byte");
    it = static_cast<char>(byte);
}

void ArchiveReader::value(const Json& from, std::string& it)
{
    if (from.is_string()) {
        it = from.get_ref<const std::string&>();
        return;
    }
    const std::string* const hex = onlyText(from, "hex");
    auto bytes = hex ? bytesOf(*hex) : std::nullopt;
    if (!bytes)
        fault("is no text");
    it = std::move(*bytes);
}

void ArchiveReader::value(const Json& from, base::DataText& it)
{
    using Kind = base::DataText::Kind;
    requireItems(from, 3);
    Kind kind = Kind::Name;
    std::string text;
    std::int64_t rows = 0;
    item(from, 0, kind);
    item(from, 1, text);
    item(from, 2, rows);
    if (kind != Kind::RoleValue && rows != 0)
        fault("has rows without being the value of a role");
    switch (kind) {
    case Kind::Name:
        it = base::DataText::name(std::move(text));
        break;
    case Kind::RoleValue:
        it = base::DataText::roleValue(std::move(text), rows);
        break;
    case Kind::Value:
        it = base::DataText::value(std::move(text));
        break;
    case Kind::Document:
        it = base::DataText::document(std::move(text));
        break;
    }
}

void ArchiveReader::value(const Json& from, base::Figure& it)
{
    if (from.is_object()) {
        const auto found = from.find("undefined");
        std::string reason;
        if (from.size() != 1 || found == from.end())
            fault("is no figure");
        value(*found, reason);
        it = base::Figure::undefined(std::move(reason));
        return;
    }
    double number = 0.0;
    value(from, number);
    it = number;
}

void ArchiveReader::value(const Json& from, base::Day& it)
{
    const auto day
        = from.is_string() ? base::parseDay(from.get_ref<const std::string&>()) : std::nullopt;
    if (!day)
        fault("is no day");
    it = *day;
}

void ArchiveReader::value(const Json& from, Node& it)
{
    std::size_t next = 0;
    node(from, next, it, nullptr, 0);
    if (next != itemsOf(from))
        fault("has nodes that belong to none");
}

void ArchiveReader::node(
    const Json& list, std::size_t& next, Node& it, Node::Member* named, std::size_t depth)
{
    if (next >= itemsOf(list))
        fault("ends within a node");
    if (depth > kMostDepth)
        fault("is nested too deeply");
    std::uint64_t count = 0;
    {
        const Inside inside(*this, {nullptr, next});
        const Json& from = itemOf(list, next++);
        requireItems(from, named ? 9 : 6);
        item(from, 0, it.kind);
        item(from, 1, it.text);
        item(from, 2, it.at.line);
        item(from, 3, it.at.column);
        item(from, 4, it.isPlain);
        item(from, 5, count);
        if (named) {
            item(from, 6, named->key);
            item(from, 7, named->at.line);
            item(from, 8, named->at.column);
        }
        if (it.isScalar() && count > 0)
            fault("is a scalar with nodes within it");
    }
    for (std::uint64_t i = 0; i < count; ++i) {
        if (it.isMap()) {
            Node::Member& one = it.members.emplace_back();
            node(list, next, one.value, &one, depth + 1);
        } else {
            node(list, next, it.items.emplace_back(), nullptr, depth + 1);
        }
    }
}

void ArchiveReader::requireCounted(std::int64_t count) const
{
    if (count < 0 || count > kMostCounted)
        fault("is a number of something and out of range");
}

void ArchiveReader::requireObject(const Json& from, std::size_t members) const
{
    if (!from.is_object())
        fault("is no object");
    if (from.size() > members)
        fault("has a member that is not known");
}

void ArchiveReader::requireItems(const Json& from, std::size_t count) const
{
    if (itemsOf(from) != count)
        fault("does not have " + std::to_string(count) + " items");
}

const ArchiveReader::Json& ArchiveReader::memberOf(const Json& object, const char* name) const
{
    const auto found = object.find(name);
    if (found == object.end())
        fault(std::string("has no \"") + name + "\"");
    return *found;
}

bool ArchiveReader::isNull(const Json& from)
{
    return from.is_null();
}

std::size_t ArchiveReader::itemsOf(const Json& from) const
{
    if (!from.is_array())
        fault("is no list");
    return from.size();
}

const ArchiveReader::Json& ArchiveReader::itemOf(const Json& list, std::size_t index)
{
    return list[index];
}

std::size_t ArchiveReader::wordAt(const Json& from, std::span<const std::string_view> words) const
{
    const auto found = from.is_string()
        ? std::find(words.begin(), words.end(), from.get_ref<const std::string&>())
        : words.end();
    if (found == words.end())
        fault("is none of the words that are known");
    return static_cast<std::size_t>(found - words.begin());
}

void ArchiveReader::fault(const std::string& what) const
{
    std::string place;
    for (const Step& step : m_steps) {
        if (step.name)
            place += (place.empty() ? "" : ".") + std::string(step.name);
        else
            place += "[" + std::to_string(step.index) + "]";
    }
    throw ArchiveFault((place.empty() ? std::string("it") : place) + " " + what);
}

} // namespace cupel::reports
