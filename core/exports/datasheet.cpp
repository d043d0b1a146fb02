#include "core/exports/answer_book.h"
#include "core/exports/card_body.h"
#include "core/exports/export.h"

namespace cupel::exports {

Export datasheet(const Source& source)
{
    AnswerBook book(source);
    std::string text = CardBody(book).datasheet();
    return {std::move(text), book.notes("a datasheet")};
}

} // namespace cupel::exports
