#include "core/audits/json_positions.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

namespace cupel::audits {

namespace {

constexpr std::size_t kMaxDepth = 64;

/// Line and column, in code points, of the byte at an offset.
base::Location locationAt(std::string_view text, std::size_t offset)
{
    base::Location where;
    where.line = 1;
    where.column = 1;
    where.byte = offset;
    for (std::size_t i = 0; i < std::min(offset, text.size()); ++i) {
        if (text[i] == '\n') {
            ++where.line;
            where.column = 1;
        } else if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) {
            ++where.column;
        }
    }
    return where;
}

/// Iterator over the text that tells how far the parser has read.
class TrackedByte {
public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    TrackedByte(const char* at, const char** furthest)
        : m_at(at)
        , m_furthest(furthest)
    {
    }
    reference operator*() const { return *m_at; }
    TrackedByte& operator++()
    {
        ++m_at;
        *m_furthest = m_at;
        return *this;
    }
    TrackedByte operator++(int)
    {
        const TrackedByte before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const TrackedByte& a, const TrackedByte& b) { return a.m_at == b.m_at; }

private:
    const char* m_at;
    const char** m_furthest;
};

/// Follows the parser through the text: remembers where members begin and stops at the first
/// fault. The member names are those that the parser calls.
class Scanner : public nlohmann::json_sax<nlohmann::json> {
public:
    Scanner(std::string_view text, std::string fileName)
        : m_text(text)
        , m_fileName(std::move(fileName))
        , m_furthest(text.data())
    {
    }

    TrackedByte begin() { return {m_text.data(), &m_furthest}; }
    TrackedByte end() { return {m_text.data() + m_text.size(), &m_furthest}; }
    std::map<std::string, base::Location>& positions() { return m_positions; }
    const std::optional<base::Error>& error() const { return m_error; }

    bool null() override { return value(); }
    bool boolean(bool) override { return value(); }
    bool number_integer(number_integer_t) override { return value(); }
    bool number_unsigned(number_unsigned_t) override { return value(); }
    bool number_float(number_float_t, const string_t&) override { return value(); }
    bool string(string_t&) override { return value(); }
    bool binary(binary_t&) override { return value(); }
    bool start_object(std::size_t) override { return open(false); }
    bool start_array(std::size_t) override { return open(true); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override
    {
        const std::size_t at = tokenStart();
        Level& level = m_levels.back();
        level.part = "/" + escapedPointerPart(name);
        if (!m_positions.emplace(pointer(), locationAt(m_text, at)).second) {
            return fail(
                at, "the key \"" + name + "\" occurs twice in one object", "keep one of them");
        }
        return true;
    }

    bool parse_error(
        std::size_t, const std::string& token, const nlohmann::json::exception&) override
    {
        return fail(offset() > 0 ? offset() - 1 : 0, "this is no JSON",
            token.empty() ? "the text ends too early" : "unexpected near " + token);
    }

private:
    struct Level {
        bool isArray = false;
        std::size_t next = 0; ///< index of the next item of an array
        std::string part; ///< of the pointer: the current key or index
    };

    std::size_t offset() const { return static_cast<std::size_t>(m_furthest - m_text.data()); }

    /// Where the token begins that the parser has just read. It stands behind a string or bracket,
    /// and one byte further behind a number.
    std::size_t tokenStart() const
    {
        std::size_t at = offset() - 1;
        if (m_text[at] == '"') {
            do
                at = m_text.rfind('"', at - 1);
            while (isEscaped(at));
            return at;
        }
        constexpr std::string_view kTokenBytes = "+-.0123456789Eaeflnrstu";
        while (at > 0 && kTokenBytes.find(m_text[at - 1]) != std::string_view::npos)
            --at;
        return at;
    }

    bool isEscaped(std::size_t at) const
    {
        std::size_t backslashes = 0;
        while (at > backslashes && m_text[at - 1 - backslashes] == '\\')
            ++backslashes;
        return backslashes % 2 == 1;
    }

    std::string pointer() const
    {
        std::string whole;
        for (const Level& level : m_levels)
            whole += level.part;
        return whole;
    }

    bool fail(std::size_t at, std::string message, std::string hint)
    {
        base::Location where = locationAt(m_text, at);
        where.file = m_fileName;
        m_error = base::Error{
            base::ErrorCode::Usage, std::move(message), std::move(hint), std::move(where)};
        return false;
    }

    /// An item of an array begins: it has no key that would have told.
    void beginItem()
    {
        if (m_levels.empty() || !m_levels.back().isArray)
            return;
        m_levels.back().part = "/" + std::to_string(m_levels.back().next++);
        m_positions.emplace(pointer(), locationAt(m_text, tokenStart()));
    }

    bool value()
    {
        beginItem();
        return true;
    }

    bool open(bool isArray)
    {
        beginItem();
        if (m_levels.size() == kMaxDepth)
            return fail(offset() - 1, "the text is nested too deeply", "64 levels are read");
        m_levels.push_back({isArray, 0, {}});
        return true;
    }

    bool close()
    {
        m_levels.pop_back();
        return true;
    }

    std::string_view m_text;
    std::string m_fileName;
    const char* m_furthest;
    std::vector<Level> m_levels;
    std::map<std::string, base::Location> m_positions;
    std::optional<base::Error> m_error;
};

} // namespace

base::Result<JsonPositions> JsonPositions::scan(std::string_view text, const std::string& fileName)
{
    Scanner scanner(text, fileName);
    if (!nlohmann::json::sax_parse(scanner.begin(), scanner.end(), &scanner))
        return *scanner.error();
    JsonPositions positions;
    positions.m_byPointer = std::move(scanner.positions());
    return positions;
}

base::Location JsonPositions::locate(std::string pointer) const
{
    for (;;) {
        const auto found = m_byPointer.find(pointer);
        if (found != m_byPointer.end())
            return found->second;
        const std::size_t slash = pointer.rfind('/');
        if (slash == std::string::npos)
            return {{}, 1, 1, 0};
        pointer.resize(slash);
    }
}

std::string escapedPointerPart(std::string_view key)
{
    std::string part;
    for (const char c : key) {
        if (c == '~')
            part += "~0";
        else if (c == '/')
            part += "~1";
        else
            part += c;
    }
    return part;
}

} // namespace cupel::audits
