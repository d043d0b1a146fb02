#include "core/documents/json_reader.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/documents/node_builder.h"
#include "core/documents/text_positions.h"

namespace cupel::documents {

namespace {

constexpr std::string_view kBetweenTokens = " \t\n\r,:";
constexpr std::string_view kNumberBytes = "+-.0123456789Ee";

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

/// Follows the parser through the text and stops at the first fault. An event comes when its token
/// was read and the next one was not, so that a token begins at the first byte behind the one
/// before that is neither white space nor punctuation. The member names are those that the parser
/// calls.
class JsonEvents : public nlohmann::json_sax<nlohmann::json> {
public:
    JsonEvents(std::string_view text, const JsonOptions& options)
        : m_text(text)
        , m_options(options)
        , m_positions(text)
        , m_furthest(text.data())
    {
    }

    TrackedByte begin() { return {m_text.data(), &m_furthest}; }
    TrackedByte end() { return {m_text.data() + m_text.size(), &m_furthest}; }
    const std::optional<base::Error>& error() const { return m_error; }
    Node take() { return m_builder.take(); }

    bool null() override { return scalar(Node::Kind::Null, {}, 4); }
    bool boolean(bool value) override
    {
        return value ? scalar(Node::Kind::Bool, "true", 4) : scalar(Node::Kind::Bool, "false", 5);
    }
    bool number_integer(number_integer_t) override { return number(); }
    bool number_unsigned(number_unsigned_t) override { return number(); }
    bool number_float(number_float_t, const string_t&) override { return number(); }
    bool string(string_t& text) override
    {
        const std::size_t begin = beginToken();
        return scalar(Node::Kind::Text, std::move(text), offset() - begin);
    }
    bool binary(binary_t&) override { return true; } // not part of JSON text
    bool start_object(std::size_t) override { return open(Node::Kind::Map); }
    bool start_array(std::size_t) override { return open(Node::Kind::List); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override
    {
        const Position at = m_positions.at(beginToken());
        m_tokenEnd = offset();
        if (const auto first = m_builder.key(name, at)) {
            return fail(at, "the key " + shownWord(name) + " occurs twice in one object",
                "keep one of them; the first stands in line " + std::to_string(first->line));
        }
        return true;
    }

    bool parse_error(
        std::size_t, const std::string& token, const nlohmann::json::exception& error) override
    {
        constexpr int kNumberOverflow = 406;
        if (error.id == kNumberOverflow) {
            const std::size_t begin = beginToken();
            return fail(m_positions.at(begin), "a number beyond the range of a double",
                "put it in double quotes to keep it as text");
        }
        return fail(m_positions.at(offset() > 0 ? offset() - 1 : 0), "this is no JSON",
            token.empty() ? "the text ends too early" : "unexpected near " + shownWord(token));
    }

private:
    std::size_t offset() const { return static_cast<std::size_t>(m_furthest - m_text.data()); }

    std::size_t beginToken()
    {
        m_tokenEnd = std::min(m_text.find_first_not_of(kBetweenTokens, m_tokenEnd), m_text.size());
        return m_tokenEnd;
    }

    bool scalar(Node::Kind kind, std::string text, std::size_t length)
    {
        const std::size_t begin = beginToken();
        m_tokenEnd = begin + length;
        m_builder.scalar({kind, std::move(text), m_positions.at(begin), {}, {}});
        return true;
    }

    bool number()
    {
        const std::size_t begin = beginToken();
        const std::size_t end
            = std::min(m_text.find_first_not_of(kNumberBytes, begin), m_text.size());
        return scalar(
            Node::Kind::Number, std::string(m_text.substr(begin, end - begin)), end - begin);
    }

    bool open(Node::Kind kind)
    {
        const Position at = m_positions.at(beginToken());
        if (m_builder.depth() == m_options.maxDepth) {
            return fail(at, "the text is nested too deeply",
                std::to_string(m_options.maxDepth) + " levels are read");
        }
        m_builder.open(kind, at);
        m_tokenEnd = offset();
        return true;
    }

    bool close()
    {
        m_builder.close();
        m_tokenEnd = offset();
        return true;
    }

    bool fail(Position at, std::string message, std::string hint)
    {
        m_error = readerError(m_options, at, std::move(message), std::move(hint));
        return false;
    }

    std::string_view m_text;
    const JsonOptions& m_options;
    TextPositions m_positions;
    const char* m_furthest;
    std::size_t m_tokenEnd = 0;
    NodeBuilder m_builder;
    std::optional<base::Error> m_error;
};

} // namespace

base::Result<Node> readJson(std::string_view text, const JsonOptions& options)
{
    text = withoutByteOrderMark(text);
    if (auto refused = refuseText(text, options))
        return *refused;
    JsonEvents events(text, options);
    if (!nlohmann::json::sax_parse(events.begin(), events.end(), &events))
        return *events.error();
    return events.take();
}

} // namespace cupel::documents
