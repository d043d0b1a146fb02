#include "ui/print/paper_sheets.h"

#include <QPainter>

#include "ui/print/paper_document.h"

namespace cupel::ui {

base::Result<PaperSheets> paperSheets(const reports::Page& page, const reports::PrivacyView& view,
    QSizeF sheet, const base::JobContext& job)
{
    const base::Error cancelled{base::ErrorCode::Cancelled, "cancelled", {}, {}};
    PaperDocument document(page, view, sheet);
    document.layOut(job);
    if (job.cancelled())
        return cancelled;
    PaperSheets drawn{sheet, {}};
    for (int i = 0; i < document.pageCount(); ++i) {
        if (job.cancelled())
            return cancelled;
        job.progress(static_cast<std::uint64_t>(i),
            static_cast<std::uint64_t>(document.pageCount()), "drawing sheets");
        QPicture& picture = drawn.sheets.emplace_back();
        QPainter painter(&picture);
        document.paint(painter, i);
    }
    return drawn;
}

} // namespace cupel::ui
