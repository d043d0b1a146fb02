#include "ui/window/printing.h"

#include <QPainter>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QTemporaryFile>
#include <utility>

#include "ui/dialogs/print_preview.h"
#include "ui/jobs/job_list.h"
#include "ui/jobs/whole_file.h"
#include "ui/print/paper_document.h"
#include "ui/print/print_style.h"
#include "ui/theme/shown.h"
#include "ui/window/message_bar.h"

namespace cupel::ui {
namespace {

base::Error noFont()
{
    return {base::ErrorCode::OutputFailed, "no font is installed",
        "install the package fonts-dejavu-core", {}};
}

base::Error notWritten(const QFile& draft)
{
    return {base::ErrorCode::OutputFailed,
        "the file for the printer cannot be written whole: " + bytesOf(draft.fileName()),
        "make room in the folder for temporary files", {}};
}

QSizeF sheetOf(const QPrinter& printer)
{
    return printer.pageLayout().fullRectPoints().size();
}

base::Result<void> paintAll(
    QPrinter& printer, const PaperDocument& document, const base::JobContext& job)
{
    QPainter painter;
    if (!painter.begin(&printer))
        return base::Error{base::ErrorCode::OutputFailed, "the printer cannot be used",
            "choose another printer, or another file", {}};
    for (int i = 0; i < document.pageCount(); ++i) {
        if (job.cancelled()) {
            printer.abort();
            return base::Error{base::ErrorCode::Cancelled, "cancelled", {}, {}};
        }
        job.progress(static_cast<std::uint64_t>(i),
            static_cast<std::uint64_t>(document.pageCount()), "printing");
        if (i > 0 && !printer.newPage())
            return base::Error{
                base::ErrorCode::OutputFailed, "the printer takes no more pages", {}, {}};
        painter.save();
        painter.scale(printer.logicalDpiX() / 72.0, printer.logicalDpiY() / 72.0);
        document.paint(painter, i);
        painter.restore();
    }
    return {};
}

base::Result<void> draw(QPrinter& printer, const ExportPage& document, const base::JobContext& job)
{
    printer.setFullPage(true);
    PaperDocument paper(document.page, document.view, sheetOf(printer));
    paper.layOut(job);
    if (job.cancelled())
        return base::Error{base::ErrorCode::Cancelled, "cancelled", {}, {}};
    return paintAll(printer, paper, job);
}

/// Qt does not say whether a file took everything, so it is looked at before it is put in its
/// place.
base::Result<void> drawFile(
    QPrinter& printer, const ExportPage& document, const base::JobContext& job)
{
    const QString path = printer.outputFileName();
    QTemporaryFile draft;
    if (!draft.open())
        return notWritten(draft);
    printer.setOutputFileName(draft.fileName());
    auto drawn = draw(printer, document, job);
    printer.setOutputFileName(path);
    if (!drawn)
        return drawn;
    const QByteArray bytes = draft.readAll();
    if (!bytes.trimmed().endsWith("%%EOF"))
        return notWritten(draft);
    return writeFile(path, bytes.toStdString());
}

std::shared_ptr<QPrinter> newPrinter(const QString& title)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setFullPage(true);
    printer->setDocName(title);
    printer->setCreator(QStringLiteral("Cupel"));
    return printer;
}

QString titleOf(const OpenDataset& dataset, ExportKind::What what)
{
    return documentName(what) + QStringLiteral(" - ") + shown(dataset.name);
}

} // namespace

ExportKind::What printedOf(const OpenDataset& dataset, PageId page)
{
    if (!dataset.dataset().card)
        return ExportKind::What::Report;
    return page == PageId::Card  ? ExportKind::What::Card
        : page == PageId::Rubric ? ExportKind::What::Rubric
                                 : ExportKind::What::Report;
}

QString documentName(ExportKind::What what)
{
    return what == ExportKind::What::Card  ? Printing::tr("Data Card")
        : what == ExportKind::What::Rubric ? Printing::tr("Rubric report")
                                           : Printing::tr("Audit report");
}

base::Result<void> printOn(
    QPrinter& printer, const ExportPage& document, const base::JobContext& job)
{
    if (!hasFonts())
        return noFont();
    return printer.outputFileName().isEmpty() ? draw(printer, document, job)
                                              : drawFile(printer, document, job);
}

/// A document that is previewed.
struct Printing::Draft {
    OpenDatasetPtr dataset;
    ExportKind::What what;
    std::shared_ptr<const ExportPage> document; ///< once it is made
    QPageLayout wanted; ///< of the paper that was chosen last
    std::uint64_t number = 0; ///< of the layout that was asked for last
    QPointer<PrintPreview> dialog;
    QPointer<Job> job;
};

Printing::Printing(JobList& jobs, MessageBar& message, QWidget* window)
    : QObject(window)
    , m_jobs(jobs)
    , m_message(message)
    , m_window(window)
{
}

void Printing::print(const OpenDatasetPtr& dataset, ExportKind::What what)
{
    ask(dataset, what, newPrinter(titleOf(*dataset, what)), m_window);
}

void Printing::ask(const OpenDatasetPtr& dataset, ExportKind::What what,
    const std::shared_ptr<QPrinter>& printer, QWidget* over)
{
    auto* dialog = new QPrintDialog(printer.get(), over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print: %1").arg(documentName(what)));
    connect(dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), this,
        [this, dataset, what, printer] { start(dataset, what, printer); });
    dialog->open();
}

void Printing::start(
    const OpenDatasetPtr& dataset, ExportKind::What what, const std::shared_ptr<QPrinter>& printer)
{
    const QString name = documentName(what);
    m_jobs.start(
        tr("Print: %1").arg(name), this,
        [dataset, what, printer](const base::JobContext& job) {
            return printOn(*printer, exportPage(*dataset, what, reports::Privacy::Masked), job);
        },
        [this, name](base::Result<void> printed) {
            if (printed)
                m_message.showDone(tr("Printed: %1").arg(name));
            else
                m_message.showError(tr("Printing"), printed.error());
        });
}

void Printing::preview(const OpenDatasetPtr& dataset, ExportKind::What what)
{
    if (!hasFonts()) {
        m_message.showError(tr("Printing"), noFont());
        return;
    }
    const QPageLayout usual = newPrinter({})->pageLayout();
    layOut(std::make_shared<Draft>(Draft{dataset, what, nullptr, usual, 0, {}, {}}), usual);
}

void Printing::layOut(const std::shared_ptr<Draft>& draft, const QPageLayout& layout)
{
    struct Laid {
        std::shared_ptr<const ExportPage> document;
        PaperSheets sheets;
    };
    if (draft->job)
        draft->job->cancel();
    draft->wanted = layout;
    const std::uint64_t number = ++draft->number;
    QObject* const receiver = draft->dialog ? static_cast<QObject*>(draft->dialog) : this;
    draft->job = m_jobs.start(
        tr("Print preview: %1").arg(documentName(draft->what)), receiver,
        [dataset = draft->dataset, what = draft->what, known = draft->document,
            sheet = layout.fullRectPoints().size()](
            const base::JobContext& job) -> base::Result<Laid> {
            Laid laid{known, {}};
            if (!known)
                laid.document = std::make_shared<const ExportPage>(
                    exportPage(*dataset, what, reports::Privacy::Masked));
            auto sheets = paperSheets(laid.document->page, laid.document->view, sheet, job);
            if (!sheets)
                return sheets.error();
            laid.sheets = std::move(*sheets);
            return laid;
        },
        [this, draft, number](base::Result<Laid> laid) {
            if (number != draft->number)
                return; // another paper was chosen meanwhile
            if (!laid) {
                if (draft->dialog)
                    draft->dialog->setLayingOut(false);
                if (laid.error().code != base::ErrorCode::Cancelled)
                    m_message.showError(tr("Printing"), laid.error());
                return;
            }
            draft->document = laid->document;
            show(draft);
            draft->dialog->setSheets(std::move(laid->sheets));
        });
}

void Printing::show(const std::shared_ptr<Draft>& draft)
{
    if (draft->dialog)
        return;
    draft->dialog
        = new PrintPreview(titleOf(*draft->dataset, draft->what), draft->wanted, m_window);
    draft->dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(draft->dialog, &PrintPreview::layoutChosen, this,
        [this, draft](const QPageLayout& layout) { layOut(draft, layout); });
    connect(draft->dialog, &PrintPreview::printAsked, this, [this, draft] {
        const auto printer = newPrinter(titleOf(*draft->dataset, draft->what));
        printer->setPageLayout(draft->wanted);
        ask(draft->dataset, draft->what, printer, draft->dialog);
    });
    connect(draft->dialog, &QObject::destroyed, this, [draft] {
        if (draft->job)
            draft->job->cancel();
    });
    draft->dialog->open();
}

} // namespace cupel::ui
