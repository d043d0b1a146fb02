#include "ui/pages/failure_text.h"

#include "ui/pages/text_forms.h"

namespace cupel::ui {

QString failureText(const base::Error& error)
{
    QString text = shownShort(base::Sentence{error.message});
    if (!error.hint.empty())
        text += QLatin1Char('\n') + shownShort(base::Sentence{error.hint});
    return text;
}

} // namespace cupel::ui
