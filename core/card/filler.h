#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/card/card.h"
#include "core/documents/document.h"

namespace cupel::card {

/// What a document says in one place.
struct Statement {
    Vocabulary vocabulary = Vocabulary::None;
    std::string property;
    std::string text;
    std::uint64_t line = 0;
    std::shared_ptr<const documents::Node> value;
};

/// Puts the statements of one document into the fields of a card.
class Filler {
public:
    Filler(Card& card, std::string file)
        : m_card(card)
        , m_file(std::move(file))
    {
    }

    /// An answer to one field. What only stands in the place of an answer counts for the state.
    void answer(std::string_view key, const Statement& statement);
    /// An answer to every field that the routes name for the statement's property; how many.
    std::size_t answer(std::span<const Route> routes, const Statement& statement);

private:
    Card& m_card;
    std::string m_file;
};

/// Whether the heading of a section is one that the routes know.
bool answersField(const documents::Section& section);

/// A value in one line: the text of a scalar, what names an object, list items joined.
std::string flatText(const documents::Node& node);
/// A statement about a value of a document.
Statement statementOf(
    Vocabulary vocabulary, std::string property, const documents::Node& value, std::uint64_t line);

void fillFromMarkdown(Card& card, const documents::Document& document);
void fillFromCroissant(Card& card, const documents::Document& document);

} // namespace cupel::card
