#include <array>
#include <utility>

#include "core/card/filler.h"
#include "core/documents/croissant_plain.h"
#include "core/documents/node_items.h"

namespace cupel::card {
namespace {

using documents::Node;

/// What the parts of a dataset are called: the name, else the id.
std::string nameOf(const Node& node)
{
    const Node* const name = node.find("name");
    const Node* const id = node.find("@id");
    return name ? flatText(*name) : id ? flatText(*id) : std::string();
}

bool isA(const Node& node, const char* member, std::string_view type)
{
    bool isFound = false;
    documents::forEachItem(
        node.find(member), [&](const Node& one) { isFound |= one.text == type; });
    return isFound;
}

class CroissantFiller {
public:
    CroissantFiller(Card& card, const documents::Document& document)
        : m_filler(card, document.file)
        , m_document(document)
    {
    }

    void fill()
    {
        const Node dataset = documents::plainCroissant(m_document.fields);
        for (const Node::Member& member : dataset.members) {
            if (member.key == "distribution" || member.key == "recordSet")
                continue; // by their parts
            m_filler.answer(croissantRoutes(),
                statementOf(Vocabulary::Croissant, member.key, member.value, member.at.line));
        }
        say("card.language", "@language", documents::contextLanguage(m_document.fields));
        say("identity.identifier", "@id", dataset.find("@id"));
        documents::forEachItem(dataset.find("publisher"), [this](const Node& publisher) {
            for (const char* const name : {"email", "url"})
                say("authorship.publishers.contact", "publisher/contact", publisher.find(name));
        });
        documents::forEachItem(
            dataset.find("distribution"), [this](const Node& file) { fillFile(file); });
        documents::forEachItem(
            dataset.find("recordSet"), [this](const Node& set) { fillRecordSet(set); });
        fillModality(dataset);
    }

private:
    void say(std::string_view key, const char* property, const Node* value)
    {
        if (value)
            m_filler.answer(
                key, statementOf(Vocabulary::Croissant, property, *value, value->at.line));
    }

    void say(std::string_view key, const char* property, std::string text, std::uint64_t line)
    {
        if (!text.empty())
            m_filler.answer(key, {Vocabulary::Croissant, property, std::move(text), line, nullptr});
    }

    /// An answer that names a part and holds it whole.
    void sayPart(std::string_view key, const char* property, const Node& part)
    {
        Statement statement = statementOf(Vocabulary::Croissant, property, part, part.at.line);
        statement.text = nameOf(part);
        m_filler.answer(key, statement);
    }

    void fillFile(const Node& file)
    {
        sayPart(isA(file, "@type", "FileSet") ? "distribution.file_sets" : "distribution.files",
            "distribution", file);
        say("access.download", "distribution/contentUrl", file.find("contentUrl"));
        say("overview.snapshot", "distribution/contentSize", file.find("contentSize"));
        for (const char* const hash : {"sha256", "md5"})
            say("card.fingerprint", "distribution/hash", file.find(hash));
    }

    void fillRecordSet(const Node& set)
    {
        sayPart("distribution.record_sets", "recordSet", set);
        say("overview.content", "recordSet/description", set.find("description"));
        if (isA(set, "dataType", "Split")) {
            for (const char* const key : {"distribution.splits", "extended_use.ml.splits"})
                say(key, "recordSet/dataType", nameOf(set), set.at.line);
        }
        if (isA(set, "dataType", "Enumeration"))
            say("annotations.distributions", "recordSet/dataType", nameOf(set), set.at.line);
        say("examples.typical", "recordSet/examples", set.find("examples"));
        say("overview.statistics", "recordSet/annotation", set.find("annotation"));
        std::string fields;
        std::string references;
        documents::forEachItem(set.find("field"), [&](const Node& field) {
            fields += (fields.empty() ? "" : ", ") + nameOf(field);
            // Files of 0.8 write "references" for what later became "source".
            const Node* const target = field.find("references");
            if (target && !target->find("extract")) {
                const Node* const other = target->find("field");
                references += (references.empty() ? "" : ", ") + nameOf(field) + " refers to "
                    + flatText(other ? *other : *target);
            }
        });
        say("examples.fields", "recordSet/field", std::move(fields), set.at.line);
        say("quality.relationships", "recordSet/references", std::move(references), set.at.line);
    }

    /// What kind of content the fields hold, where their types tell.
    void fillModality(const Node& dataset)
    {
        constexpr std::array<std::pair<const char*, const char*>, 3> kContents{
            {{"ImageObject", "Image Data"}, {"AudioObject", "Audio Data"},
                {"VideoObject", "Video Data"}}};
        for (const auto& [type, modality] : kContents) {
            const Node* found = nullptr;
            documents::forEachItem(dataset.find("recordSet"), [&, wanted = type](const Node& set) {
                documents::forEachItem(set.find("field"), [&](const Node& field) {
                    if (!found && isA(field, "dataType", wanted))
                        found = &field;
                });
            });
            if (found)
                say("examples.modality", "recordSet/modality", modality, found->at.line);
        }
    }

    Filler m_filler;
    const documents::Document& m_document;
};

} // namespace

void fillFromCroissant(Card& card, const documents::Document& document)
{
    CroissantFiller(card, document).fill();
}

} // namespace cupel::card
