#include "ui/pages/review_texts.h"

#include <QCoreApplication>

#include "ui/pages/person_mark.h"
#include "ui/pages/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

struct ReviewTexts {
    Q_DECLARE_TR_FUNCTIONS(cupel::ui::ReviewTexts)
};

} // namespace

QString commentHead(const pipeline::Said<pipeline::Comment>& said)
{
    const QString head = ReviewTexts::tr("Comment: ") + saidWords(said.who, said.at);
    return said.value.isPrivate ? head + ReviewTexts::tr(", private") : head;
}

QString commentLines(const pipeline::Comment& comment)
{
    return shownLines({base::DataText::document(comment.text)});
}

QString whyNoReview(const OpenDataset& dataset)
{
    if (dataset.canReview)
        return {};
    return dataset.catalogId == 0 ? ReviewTexts::tr("The dataset is not in a catalog.")
                                  : ReviewTexts::tr("This window only reads the catalog.");
}

QLabel* inputLabel(const QString& text, QWidget* input)
{
    auto* label = new PlainLabel(text);
    label->setBuddy(input);
    label->setWordWrap(false);
    input->setAccessibleName(text);
    return label;
}

} // namespace cupel::ui
