#include "core/documents/yaml_reader.h"

#include <algorithm>
#include <cctype>
#include <istream>
#include <streambuf>
#include <string>
#include <utility>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "core/documents/node_builder.h"
#include "core/documents/text_positions.h"
#include "core/documents/yaml_scalar.h"

namespace cupel::documents {

namespace {

constexpr std::string_view kCoreTags = "tag:yaml.org,2002:";

/// Leaves the parser from within an event; caught in readYaml().
struct Refused {
    base::Error error;
};

/// Lets an istream read from memory that someone else holds.
class TextBuffer : public std::streambuf {
public:
    explicit TextBuffer(std::string& text)
    {
        setg(text.data(), text.data(), text.data() + text.size());
    }
};

/// Builds the tree from the parser's events and stops it at the first thing that is refused. The
/// parser recurses only where a list or a map begins, which is an event: so the depth limit also
/// bounds its stack.
class YamlEvents : public YAML::EventHandler {
public:
    YamlEvents(std::string_view text, const YamlOptions& options)
        : m_text(text)
        , m_options(options)
        , m_positions(text)
    {
    }

    Node take() { return m_builder.take(); }

    [[noreturn]] void refuse(const YAML::Mark& mark, std::string message, std::string hint)
    {
        throw Refused{readerError(m_options, position(mark), std::move(message), std::move(hint))};
    }

    void OnDocumentStart(const YAML::Mark& mark) override
    {
        if (m_documents++ == 0)
            return;
        if (m_text.substr(std::min(offset(mark), m_text.size()), 3) == "---")
            refuse(mark, "a second document begins", "keep one document, without a line of ---");
        refuse(mark, "something stands behind the document",
            "a text that begins with [ or { and goes on behind its end needs quotes");
    }
    void OnDocumentEnd() override { }

    void OnAnchor(const YAML::Mark& mark, const std::string& name) override
    {
        refuseReference(mark, "the anchor " + shownWord("&" + name));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override
    {
        refuseReference(mark, "an alias");
    }
    void refuseReference(const YAML::Mark& mark, const std::string& what)
    {
        refuse(mark, what + " is not read",
            "write the value out where it is used; a text that begins with & or * needs quotes");
    }

    void OnNull(const YAML::Mark& mark, YAML::anchor_t) override
    {
        // The parser does not hand the word over.
        std::string word;
        const std::string_view rest = m_text.substr(std::min(offset(mark), m_text.size()));
        if (rest.substr(0, 1) == "~")
            word = "~";
        else if (coreKind(rest.substr(0, 4)) == Node::Kind::Null)
            word = rest.substr(0, 4);
        scalar(mark, Node::Kind::Null, std::move(word), true);
    }

    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
        const std::string& value) override
    {
        const bool isPlain = tag == "?";
        if (isPlain && m_builder.expectsKey() && value == "<<") {
            refuse(mark, "merge keys are not read",
                "write the members out; a key named << needs quotes");
        }
        Node::Kind kind = isPlain ? coreKind(value) : Node::Kind::Text;
        if (!isPlain && tag != "!" && !tag.empty())
            kind = taggedKind(mark, tag, value);
        scalar(mark, kind, value, isPlain);
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
        YAML::EmitterStyle::value) override
    {
        open(mark, Node::Kind::List, tag, "seq");
    }
    void OnSequenceEnd() override { m_builder.close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t,
        YAML::EmitterStyle::value) override
    {
        open(mark, Node::Kind::Map, tag, "map");
    }
    void OnMapEnd() override { m_builder.close(); }

private:
    static std::size_t offset(const YAML::Mark& mark)
    {
        return mark.pos > 0 ? static_cast<std::size_t>(mark.pos) : 0;
    }

    Position position(const YAML::Mark& mark)
    {
        Position at = m_positions.at(offset(mark));
        at.line += m_options.firstLine - 1;
        return at;
    }

    void key(const YAML::Mark& mark, const std::string& text)
    {
        constexpr std::size_t kMostRepeated = 1000;
        const Position at = position(mark);
        const auto first = m_builder.key(text, at);
        if (!first)
            return;
        if (!m_options.repeatedKeys) {
            refuse(mark, "the key " + shownWord(text) + " occurs twice in one map",
                "keep one of them; the first stands in line " + std::to_string(first->line));
        }
        m_builder.repeatedKey(text);
        if (m_options.repeatedKeys->size() < kMostRepeated)
            m_options.repeatedKeys->push_back({text, at});
    }

    void scalar(const YAML::Mark& mark, Node::Kind kind, std::string text, bool isPlain)
    {
        if (m_builder.expectsKey()) {
            key(mark, text);
            return;
        }
        if (kind == Node::Kind::Bool) {
            for (char& c : text)
                c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        } else if (kind == Node::Kind::Null) {
            text.clear();
        }
        Node node{kind, std::move(text), position(mark), {}, {}};
        node.isPlain = isPlain;
        m_builder.scalar(std::move(node));
    }

    [[noreturn]] void refuseTag(const YAML::Mark& mark, const std::string& tag)
    {
        refuse(mark, "the tag " + shownWord(tag) + " is not read",
            "remove it; a text that begins with ! needs quotes");
    }

    /// Kind of a scalar with a tag of the core schema.
    Node::Kind taggedKind(const YAML::Mark& mark, const std::string& tag, const std::string& value)
    {
        const std::string_view name = coreName(tag);
        Node::Kind expected = Node::Kind::Text;
        if (name == "str")
            return expected;
        if (name == "int" || name == "float")
            expected = Node::Kind::Number;
        else if (name == "bool")
            expected = Node::Kind::Bool;
        else if (name == "null")
            expected = Node::Kind::Null;
        else
            refuseTag(mark, tag);
        if (coreKind(value) != expected) {
            refuse(mark, "the value is not what its tag !!" + std::string(name) + " says",
                "remove the tag, or write a value of that kind");
        }
        return expected;
    }

    static std::string_view coreName(std::string_view tag)
    {
        return tag.substr(0, kCoreTags.size()) == kCoreTags ? tag.substr(kCoreTags.size())
                                                            : std::string_view();
    }

    void open(const YAML::Mark& mark, Node::Kind kind, const std::string& tag, const char* name)
    {
        if (m_builder.expectsKey()) {
            refuse(mark, "a list or a map stands where a key is expected",
                "write a text as key; a text that begins with [ or { needs quotes");
        }
        if (!tag.empty() && tag != "?" && tag != "!" && coreName(tag) != name)
            refuseTag(mark, tag);
        if (m_builder.depth() == m_options.maxDepth) {
            refuse(mark, "the text is nested too deeply",
                std::to_string(m_options.maxDepth) + " levels are read");
        }
        m_builder.open(kind, position(mark));
    }

    std::string_view m_text;
    const YamlOptions& m_options;
    TextPositions m_positions;
    NodeBuilder m_builder;
    std::size_t m_documents = 0;
};

} // namespace

base::Result<Node> readYaml(std::string_view text, const YamlOptions& options)
{
    text = withoutByteOrderMark(text);
    if (auto refused = refuseText(text, options)) {
        if (refused->where.line > 0)
            refused->where.line += options.firstLine - 1;
        return *refused;
    }
    YamlEvents events(text, options);
    std::string copy(text); // a stream buffer wants memory it may write to
    TextBuffer buffer(copy);
    std::istream stream(&buffer);
    try {
        try {
            YAML::Parser parser(stream);
            while (parser.HandleNextDocument(events)) { }
        } catch (const YAML::Exception& error) {
            // An alias without its anchor fails in the parser, before the event.
            if (error.msg.rfind(YAML::ErrorMsg::UNKNOWN_ANCHOR, 0) == 0)
                events.refuseReference(error.mark, "an alias");
            events.refuse(error.mark, "this is no YAML: " + error.msg,
                "check the indentation; a text that holds \": \" or \" #\", or begins with one of "
                "[]{}&*!|>%@`'\", needs quotes");
        }
    } catch (const Refused& refused) {
        return refused.error;
    }
    return events.take();
}

} // namespace cupel::documents
