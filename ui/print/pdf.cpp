#include "ui/print/pdf.h"

#include <QBuffer>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include "core/reports/json_report.h"
#include "ui/print/paper_document.h"
#include "ui/print/pdf_date.h"
#include "ui/print/print_style.h"

namespace cupel::ui {
namespace {

base::Error cancelled()
{
    return {base::ErrorCode::Cancelled, "cancelled", {}, {}};
}

bool isNothing(const reports::Page& page)
{
    return page.title.empty() && page.blocks.empty();
}

} // namespace

base::Result<std::string> pdfOf(const reports::Page& page, const reports::PrivacyView& view,
    const PdfOptions& options, const base::JobContext& job)
{
    if (isNothing(page))
        return base::Error{base::ErrorCode::Empty, "the page is empty: nothing to print", {}, {}};
    if (!hasFonts())
        return base::Error{base::ErrorCode::OutputFailed, "no font is installed",
            "install the package fonts-dejavu-core", {}};
    PaperDocument document(page, view, sizeOf(options.paper));
    document.layOut(job);
    if (job.cancelled())
        return cancelled();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(document.title());
    writer.setCreator(QStringLiteral("Cupel ") + ownText(reports::programVersion()));
    writer.setResolution(static_cast<int>(72 * kUnitsPerPoint));
    writer.setPageLayout(
        QPageLayout(QPageSize(options.paper == Paper::A4 ? QPageSize::A4 : QPageSize::Letter),
            QPageLayout::Portrait, QMarginsF()));
    QPainter painter;
    if (!painter.begin(&writer))
        return base::Error{base::ErrorCode::OutputFailed, "the PDF file cannot be made", {}, {}};
    painter.scale(kUnitsPerPoint, kUnitsPerPoint);
    for (int i = 0; i < document.pageCount(); ++i) {
        if (job.cancelled())
            return cancelled();
        job.progress(static_cast<std::uint64_t>(i),
            static_cast<std::uint64_t>(document.pageCount()), "writing pages");
        if (i > 0)
            writer.newPage();
        document.paint(painter, i);
    }
    painter.end();
    return withDate(buffer.data().toStdString(), options.date);
}

} // namespace cupel::ui
