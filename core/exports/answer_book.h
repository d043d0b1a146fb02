#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/exports/export.h"

namespace cupel::exports {

using card::Answer;
using card::Vocabulary;

/// The answers of a card for an export, with a tally of what was carried over. A document's words
/// that answer several fields are one statement.
class AnswerBook {
public:
    explicit AnswerBook(const Source& source)
        : m_source(source)
    {
    }

    const Source& source() const { return m_source; }

    /// The statements that were read under a name, in the order of the card; of Croissant and front
    /// matter those of the first document that has any.
    std::vector<const Answer*> under(Vocabulary vocabulary, std::string_view name) const;
    /// The statements of a field that stand under no name of these vocabularies and were not
    /// carried yet; those that were counted come last.
    std::vector<const Answer*> others(
        std::string_view key, std::initializer_list<Vocabulary> except) const;
    /// All answers of a field.
    const std::vector<Answer>& of(std::string_view key) const;

    void carry(const Answer& answer);
    /// With the parts of them that answer fields of their own.
    void carryWhole(const std::vector<const Answer*>& answers);
    /// The parts of them alone.
    void carryParts(const std::vector<const Answer*>& answers);
    /// Everything that a field says under a vocabulary.
    void carry(std::string_view key, Vocabulary vocabulary);
    bool isCarried(const Answer& answer) const;
    /// Say why a statement stays out.
    void refuse(const Answer& answer, std::string reason);
    /// The same of everything that a field says elsewhere and that is not carried.
    void refuseOthers(
        std::string_view key, std::initializer_list<Vocabulary> except, const std::string& reason);
    void note(std::string about, std::string reason);

    /// The text of an answer without escapes and fences of Markdown.
    std::string plain(const Answer& answer) const;
    /// The same in one line.
    std::string plainLine(const Answer& answer) const;
    /// The text of an answer as Markdown between two headings, the first of which has this level.
    std::string markdown(const Answer& answer, int level) const;
    /// In one line.
    std::string markdownLine(const Answer& answer) const;

    /// The notes, and one for each statement of a document that was not carried.
    std::vector<Note> notes(const std::string& format) const;

private:
    using Statement = std::tuple<std::string, std::uint64_t, Vocabulary, std::string, std::string>;
    Statement statementOf(const Answer& answer) const;

    const Source& m_source;
    std::set<Statement> m_carried;
    /// Documents and names whose parts are carried.
    std::set<std::tuple<std::string, Vocabulary, std::string>> m_wholes;
    std::map<Statement, std::string> m_refused;
    std::vector<Note> m_notes;
};

/// Each text once, in their order.
std::vector<std::string> withoutRepeats(std::vector<std::string> texts);
/// The texts with blank lines between them.
std::string joinedParagraphs(const std::vector<std::string>& texts);
/// Addresses of http and https in a text, in order.
std::vector<std::string> addressesIn(std::string_view text);

} // namespace cupel::exports
