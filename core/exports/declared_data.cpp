#include "core/exports/declared_data.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "core/card/prose.h"
#include "core/exports/croissant_words.h"
#include "core/exports/nodes.h"

namespace cupel::exports {

namespace {

using documents::Node;

std::string textMember(const Node& node, const char* name)
{
    const Node* const found = node.find(name);
    return found && found->isText() ? found->text : std::string();
}

std::string_view fileName(std::string_view address)
{
    return address.substr(address.find_last_of('/') + 1);
}

/// What other parts call a resource: its id, in older files its name.
std::string referenceName(const Node& resource)
{
    const std::string id = textMember(resource, "@id");
    return id.empty() ? textMember(resource, "name") : id;
}

/// Whether one of the patterns of a set of files is that of a file, as far as one '*' can tell.
bool includes(const Node& set, std::string_view file)
{
    const Node* const patterns = set.find("includes");
    const auto takes = [file](const Node& pattern) {
        const std::string_view text = fileName(pattern.text);
        const std::size_t star = text.find('*');
        if (star == std::string_view::npos)
            return text == file;
        return file.size() + 1 >= text.size() && file.starts_with(text.substr(0, star))
            && file.ends_with(text.substr(star + 1));
    };
    return patterns
        && (takes(*patterns) || std::any_of(patterns->items.begin(), patterns->items.end(), takes));
}

bool isOfFile(const Node& resource, const std::string& file)
{
    const std::string address = textMember(resource, "contentUrl");
    const std::string_view last = fileName(address);
    return last == file || last == idPart(file) || textMember(resource, "name") == file
        || includes(resource, file);
}

template <typename Use> void forEachField(const Node& set, Use use)
{
    const Node* const fields = set.find("field");
    if (fields && fields->isMap())
        use(*fields);
    for (std::size_t i = 0; fields && i < fields->items.size(); ++i)
        use(fields->items[i]);
}

/// Splits the statements of Croissant about files and record sets.
class Sorter {
public:
    explicit Sorter(const AnswerBook& book)
        : m_book(book)
        , m_file(book.source().dataset->input.file)
    {
        for (const char* const key : {"distribution.files", "distribution.file_sets"}) {
            for (const Answer& answer : book.of(key)) {
                if (!isOfCroissant(answer))
                    continue;
                m_hasFiles = true;
                if (isOfFile(*answer.value, m_file))
                    m_ids.insert(referenceName(*answer.value));
            }
        }
    }

    static bool isOfCroissant(const Answer& answer)
    {
        return answer.vocabulary == Vocabulary::Croissant && answer.value;
    }

    bool isOwnResource(const Node& resource) const { return isOfFile(resource, m_file); }

    /// What does not say where it is read from belongs to the only file that there may be.
    bool isOwnField(const Node& field) const
    {
        for (const char* const kind : {"fileObject", "fileSet", "distribution"}) {
            if (const Node* const source = field.path("source", kind))
                return m_ids.contains(source->isText() ? source->text : labelOf(*source))
                    || m_ids.contains(textMember(*source, "@id"));
        }
        return !m_ids.empty() || !m_hasFiles;
    }

    bool isOwnSet(const Node& set) const
    {
        const Node* const type = set.find("dataType");
        if (type && type->text == "Split")
            return !m_book.source().dataset->roles.split.empty();
        bool isOwn = false;
        if (!set.find("data"))
            forEachField(set, [&](const Node& field) { isOwn |= isOwnField(field); });
        return isOwn;
    }

private:
    const AnswerBook& m_book;
    const std::string& m_file;
    std::set<std::string> m_ids; ///< of the audited file
    bool m_hasFiles = false;
};

} // namespace

DeclaredData declaredData(const AnswerBook& book)
{
    const Sorter sorter(book);
    DeclaredData declared;
    for (const Answer& answer : book.of("distribution.files")) {
        if (!Sorter::isOfCroissant(answer) || declared.file)
            continue;
        const std::string sha256 = textMember(*answer.value, "sha256");
        if (sorter.isOwnResource(*answer.value)
            && (sha256.empty() || card::lowered(sha256) == book.source().sha256))
            declared.file = answer.value.get();
    }
    for (const Answer& answer : book.of("distribution.record_sets")) {
        if (!Sorter::isOfCroissant(answer))
            continue;
        forEachField(*answer.value, [&](const Node& field) {
            const Node* const column = field.path("source", "extract", "column");
            const std::string description = textMember(field, "description");
            if (!description.empty() && sorter.isOwnField(field))
                declared.descriptions.emplace(
                    column ? column->text : textMember(field, "name"), description);
        });
    }
    return declared;
}

void settleDeclared(AnswerBook& book)
{
    const Sorter sorter(book);
    const auto settle = [&](const Answer& answer, bool isOwn) {
        if (isOwn)
            book.carry(answer);
        else
            book.refuse(answer,
                book.plainLine(answer) + " stays out: the export describes the audited file alone");
    };
    for (const char* const key : {"distribution.files", "distribution.file_sets"}) {
        for (const Answer& answer : book.of(key)) {
            if (Sorter::isOfCroissant(answer))
                settle(answer, sorter.isOwnResource(*answer.value));
        }
    }
    std::set<std::string> descriptions; // of sets that are read from the audited file
    for (const Answer& answer : book.of("distribution.record_sets")) {
        if (!Sorter::isOfCroissant(answer))
            continue;
        const bool isOwn = sorter.isOwnSet(*answer.value);
        settle(answer, isOwn);
        const Node* const description = answer.value->find("description");
        if (isOwn && description)
            descriptions.emplace(card::trimmed(labelOf(*description)));
    }
    for (const Answer& answer : book.of("overview.content")) {
        if (answer.property == "recordSet/description"
            && !descriptions.contains(book.source().view.showWhole(answer.text)))
            book.carry(answer); // with its record set, which is named
    }
}

} // namespace cupel::exports
