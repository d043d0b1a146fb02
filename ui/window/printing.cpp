#include "ui/window/printing.h"

#include <QComboBox>
#include <QDeadlineTimer>
#include <QLineEdit>
#include <QPainter>
#include <QPrintDialog>
#include <QPrintPreviewDialog>
#include <QPrinter>
#include <QTemporaryFile>
#include <QTimer>

#include "ui/jobs/job_list.h"
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

/// What Qt leaves without a name in its dialogs.
void nameInputs(QDialog& dialog)
{
    for (QComboBox* box : dialog.findChildren<QComboBox*>()) {
        if (box->accessibleName().isEmpty())
            box->setAccessibleName(Printing::tr("Zoom"));
    }
    for (QLineEdit* edit : dialog.findChildren<QLineEdit*>()) {
        if (edit->accessibleName().isEmpty())
            edit->setAccessibleName(Printing::tr("Page"));
    }
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

/// A document that is being laid out for the preview.
struct Printing::Draft {
    QString title;
    ExportPage document;
    std::shared_ptr<QPrinter> printer;
    QSizeF sheet;
    std::unique_ptr<PaperDocument> paper;

    Draft(QString its, ExportPage what)
        : title(std::move(its))
        , document(std::move(what))
        , printer(newPrinter(title))
    {
    }

    void begin()
    {
        sheet = sheetOf(*printer);
        paper = std::make_unique<PaperDocument>(document.page, document.view, sheet);
    }
    /// Another paper may be chosen in the preview.
    void fit()
    {
        if (sheet == sheetOf(*printer))
            return;
        begin();
        paper->layOut();
    }
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
    const auto printer
        = newPrinter(documentName(what) + QStringLiteral(" - ") + shown(dataset->name));
    auto* dialog = new QPrintDialog(printer.get(), m_window);
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
    const QString name = documentName(what);
    m_jobs.start(
        tr("Print preview: %1").arg(name), this,
        [dataset, what](const base::JobContext&) -> base::Result<ExportPage> {
            return exportPage(*dataset, what, reports::Privacy::Masked);
        },
        [this, title = name + QStringLiteral(" - ") + shown(dataset->name)](
            base::Result<ExportPage> document) {
            if (!document) {
                m_message.showError(tr("Printing"), document.error());
                return;
            }
            const auto draft = std::make_shared<Draft>(title, std::move(*document));
            draft->begin();
            layOut(draft);
        });
}

void Printing::layOut(const std::shared_ptr<Draft>& draft)
{
    constexpr int kSliceMs = 15;
    const QDeadlineTimer slice(kSliceMs);
    while (!slice.hasExpired()) {
        if (!draft->paper->layOutNext()) {
            show(draft);
            return;
        }
    }
    QTimer::singleShot(0, this, [this, draft] { layOut(draft); });
}

void Printing::show(const std::shared_ptr<Draft>& draft)
{
    auto* dialog = new QPrintPreviewDialog(draft->printer.get(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Print preview: %1").arg(draft->title));
    connect(dialog, &QPrintPreviewDialog::paintRequested, this, [this, draft](QPrinter* printer) {
        draft->fit();
        const auto painted = paintAll(*printer, *draft->paper, {});
        if (!painted)
            m_message.showError(tr("Printing"), painted.error());
    });
    nameInputs(*dialog);
    constexpr int kWide = 46;
    constexpr int kHigh = 52;
    const int unit = m_window->fontMetrics().height();
    dialog->resize(unit * kWide, unit * kHigh);
    dialog->open();
}

} // namespace cupel::ui
