#include "core/documents/yaml_writer.h"
#include "core/exports/answer_book.h"
#include "core/exports/card_body.h"
#include "core/exports/export.h"
#include "core/exports/front_matter.h"

namespace cupel::exports {

Export hubCard(const Source& source)
{
    AnswerBook book(source);
    std::string text = "---\n" + documents::yamlText(frontMatter(book)) + "---\n\n";
    text += CardBody(book).hubCard();
    return {std::move(text), book.notes("a card of the Hub")};
}

} // namespace cupel::exports
