#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.h"
#include "core/card/crosswalk.h"
#include "core/card/model.h"
#include "core/documents/node.h"

namespace cupel::card {

enum class State {
    Absent, ///< nothing is said
    Placeholder, ///< words that stand for an answer: "[More Information Needed]"
    Thin, ///< under 50 characters of prose, or under 5 different words
    Present,
    Derived, ///< filled by the program from the data
    NotApplicable, ///< a document says so, with a reason
};
/// "absent", "placeholder", "thin", "present", "derived", "not_applicable".
std::string_view stateName(State state);

/// One answer to a field, with the place it comes from.
struct Answer {
    base::Sentence text;
    std::string file; ///< document; empty: measured in the data, or a person's (Vocabulary::Person)
    std::uint64_t line = 0;
    Vocabulary vocabulary = Vocabulary::None;
    /// What it stands under there: "rai:dataBiases", "data splits", "2.6"; "#" for a title,
    /// "distribution/contentUrl" for a part of what another answer holds whole.
    std::string property{};
    /// The answer as data, where it is more than a text: a list, a person, a file of a Croissant
    /// dataset in plain words (documents::plainCroissant()). Null: the text is all.
    std::shared_ptr<const documents::Node> value{};

    /// Whether the text is Markdown, as it stands in a document; else it is plain.
    bool isMarkdown() const;
    /// "README.md#L12", "data" or "person".
    std::string source() const;
};

/// A field of the card and what is known about it. Several documents may answer one field; a
/// measured answer stands beside them, that of a person before them.
struct FieldValue {
    std::string key; ///< of card::model()
    State state = State::Absent; ///< the best of its answers
    std::string reason; ///< why it is not applicable
    std::vector<Answer> answers;
    /// The condition of a conditional field holds; true for all others.
    bool isNeeded = true;
};

/// All fields in the order of the model.
struct Card {
    std::vector<FieldValue> fields;

    FieldValue* find(std::string_view key);
    const FieldValue* find(std::string_view key) const;
};
/// A card without answers.
Card emptyCard();

/// State of a prose answer by documentation rules: a placeholder after markup, case and blanks are
/// taken off; thin under 50 characters or under 5 different words. Short answers of fields that are
/// no prose (a title, a name, an identifier, a list) are present.
State stateOf(const Field& field, std::string_view text);
/// Whether a text is one of the words that templates and authors leave in the place of an answer.
bool isPlaceholder(std::string_view text);

} // namespace cupel::card
