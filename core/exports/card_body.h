#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "core/exports/answer_book.h"

namespace cupel::exports {

/// The Markdown of a card for the Hub, and of a datasheet. Sections without text are left out.
class CardBody {
public:
    explicit CardBody(AnswerBook& book)
        : m_book(book)
    {
    }

    /// Below the front matter.
    std::string hubCard();
    std::string datasheet();

private:
    std::string title();
    /// "Label: text" lines; not of what stands under these names elsewhere.
    std::string labelledLines(std::initializer_list<Vocabulary> except);
    /// What belongs under a heading of the template, at a level; empty where nothing does.
    std::string section(std::string_view heading, int level);
    std::string question(std::string_view number);
    /// Sections whose titles a document chose, or that the datasheet has no question for.
    std::string furtherSections();

    AnswerBook& m_book;
};

} // namespace cupel::exports
