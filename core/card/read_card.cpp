#include "core/card/read_card.h"

#include <optional>
#include <utility>

#include "core/base/number.h"
#include "core/documents/reader_options.h"

namespace cupel::card {
namespace {

using base::Error;
using base::Result;
using documents::Node;

constexpr std::string_view kSchema = "cupel.card";

std::optional<State> stateFromName(std::string_view name)
{
    for (const State state : {State::Absent, State::Placeholder, State::Thin, State::Present,
             State::Derived, State::NotApplicable}) {
        if (stateName(state) == name)
            return state;
    }
    return std::nullopt;
}

/// Text of a member; empty where it is absent or null.
std::string textOf(const Node& node, const char* name)
{
    const Node* const member = node.find(name);
    return member && member->isText() ? member->text : std::string();
}

class Reader {
public:
    explicit Reader(const std::string& file)
        : m_file(file)
    {
    }

    Result<StoredCard> read(const Node& root) const
    {
        const std::string version = textOf(root, "schemaVersion");
        if (!version.starts_with("1."))
            return fault(root, "this card has the version '" + version + "', not 1.x",
                "write it again with this program: cupel card extract");
        StoredCard stored;
        stored.dataset = textOf(root, "dataset");
        stored.file = textOf(root, "file");
        stored.hash = textOf(root, "hash");
        stored.card = emptyCard();
        const Node* const fields = root.find("fields");
        if (!fields || !fields->isList())
            return fault(root, "the card has no list of fields",
                "write it again with this program: cupel card extract");
        for (const Node& field : fields->items) {
            if (auto read = readField(field, stored.card); !read)
                return read.error();
        }
        return stored;
    }

private:
    Error fault(const Node& node, std::string message, std::string hint) const
    {
        documents::ReaderOptions options;
        options.file = m_file;
        options.errorCode = base::ErrorCode::NotData;
        return documents::readerError(options, node.at, std::move(message), std::move(hint));
    }

    Result<void> readField(const Node& node, Card& card) const
    {
        const std::string key = textOf(node, "key");
        FieldValue* const field = card.find(key);
        if (!field)
            return fault(node, "there is no field " + documents::shownWord(key),
                "the fields are those that cupel card extract writes");
        const auto state = stateFromName(textOf(node, "state"));
        if (!state)
            return fault(node, "the field " + key + " has no state that is known",
                "states are absent, placeholder, thin, present, derived and not_applicable");
        field->state = *state;
        const Node* const needed = node.find("needed");
        field->isNeeded = needed ? needed->text == "true" : field->isNeeded;
        const Node* const answers = node.find("answers");
        if (!answers || !answers->isList())
            return fault(node, "the field " + key + " has no list of answers", "write [] for none");
        for (const Node& answer : answers->items) {
            const Node* const text = answer.find("text");
            if (!text || !text->isText())
                return fault(answer, "an answer to " + key + " has no text", "give it a \"text\"");
            field->answers.push_back(answerOf(answer, text->text));
        }
        return {};
    }

    /// An answer with its source "README.md#L12", "data", "person" or a name, and what it stood
    /// under there.
    static Answer answerOf(const Node& node, const std::string& text)
    {
        Answer answer;
        answer.text = {base::DataText::document(text)};
        const std::string source = textOf(node, "source");
        const std::size_t mark = source.rfind("#L");
        const auto line = mark == std::string::npos
            ? std::nullopt
            : base::parseNumber(std::string_view(source).substr(mark + 2));
        if (line && line->kind == base::Number::Kind::Integer && line->i > 0)
            answer.line = static_cast<std::uint64_t>(line->i);
        answer.file = answer.line > 0 ? source.substr(0, mark) : source == "data" ? "" : source;
        if (const Node* const as = node.find("as")) {
            answer.property = textOf(*as, "name");
            answer.vocabulary
                = vocabularyFromName(textOf(*as, "vocabulary")).value_or(Vocabulary::None);
        } else if (source == "person") {
            answer.vocabulary = Vocabulary::Person;
            answer.file.clear();
        }
        const Node* const value = node.find("value");
        if (value && !value->isNull())
            answer.value = std::make_shared<const Node>(*value);
        return answer;
    }

    const std::string& m_file;
};

} // namespace

bool isStoredCard(const Node& root)
{
    const Node* const schema = root.find("schema");
    return schema && schema->text == kSchema;
}

Result<StoredCard> readStoredCard(const Node& root, const std::string& file)
{
    return Reader(file).read(root);
}

} // namespace cupel::card
