#include "ui/print/paper.h"

namespace cupel::ui {

std::string_view paperName(Paper paper)
{
    return paper == Paper::A4 ? "a4" : "letter";
}

std::optional<Paper> paperFromName(std::string_view name)
{
    for (const Paper paper : {Paper::A4, Paper::Letter}) {
        if (paperName(paper) == name)
            return paper;
    }
    return std::nullopt;
}

QSizeF sizeOf(Paper paper)
{
    return paper == Paper::A4 ? QSizeF(595.0, 842.0) : QSizeF(612.0, 792.0);
}

} // namespace cupel::ui
