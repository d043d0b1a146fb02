#include <QPrintDialog>
#include <QPrinter>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <csignal>
#include <sys/resource.h>

#include "tests/ui/support/opened.h"
#include "tests/ui/support/pdf_text.h"
#include "tests/ui/support/widgets.h"
#include "ui/dialogs/print_preview.h"
#include "ui/dialogs/sheet_view.h"
#include "ui/jobs/job_list.h"
#include "ui/window/message_bar.h"
#include "ui/window/printing.h"

namespace cupel::ui {
namespace {

using What = ExportKind::What;

QByteArray bytesAt(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A window that prints.
struct Shown {
    QWidget window;
    MessageBar message;
    JobList jobs;
    Printing printing{jobs, message, &window};

    Shown() { window.show(); }
    PrintPreview* preview() const { return window.findChild<PrintPreview*>(); }
};

} // namespace

class PrintingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_sample = test::openedSample(); }
    void thePageSaysWhatIsPrinted();
    void aPrinterGetsEveryPage();
    void aPrinterThatCannotWriteIsAnError();
    void aFileThatDoesNotFitIsAnError();
    void whatWasStoppedLeavesTheOldFile();
    void thePreviewShowsWhatIsPrinted();
    void anotherPaperIsLaidOutAgain();
    void thePreviewPrintsOnItsPaper();
    void aClosedPreviewLaysNothingOut();
    void thePrintDialogPrints();
    void closedDialogsPrintNothing();

private:
    OpenDatasetPtr m_sample;
    QTemporaryDir m_folder;
};

void PrintingTest::thePageSaysWhatIsPrinted()
{
    QCOMPARE(printedOf(*m_sample, PageId::Card), What::Card);
    QCOMPARE(printedOf(*m_sample, PageId::Rubric), What::Rubric);
    QCOMPARE(printedOf(*m_sample, PageId::Findings), What::Report);
    OpenDataset bare = *m_sample;
    reports::Report report = *bare.report;
    report.datasets.front().card.reset();
    bare.report = std::make_shared<const reports::Report>(report);
    QCOMPARE(printedOf(bare, PageId::Card), What::Report);
}

void PrintingTest::aPrinterGetsEveryPage()
{
    const QString path = m_folder.filePath(QStringLiteral("card.pdf"));
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFileName(path);
    QVERIFY(printOn(printer, exportPage(*m_sample, What::Card, reports::Privacy::Masked), {}));
    const QByteArray pdf = bytesAt(path);
    QVERIFY(pdf.startsWith("%PDF"));
    const auto text = test::textOfPdf(pdf.toStdString());
    if (!text)
        QSKIP("pdftotext is not installed");
    const QStringList pages = test::pagesOfPdf(*text);
    QVERIFY(pages.size() > 5);
    for (qsizetype i = 0; i < pages.size(); ++i)
        QVERIFY(pages[i].contains(QStringLiteral("Page %1 of %2").arg(i + 1).arg(pages.size())));
}

void PrintingTest::aPrinterThatCannotWriteIsAnError()
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFileName(m_folder.filePath(QStringLiteral("no/such/folder/card.pdf")));
    const auto printed
        = printOn(printer, exportPage(*m_sample, What::Rubric, reports::Privacy::Masked), {});
    QVERIFY(!printed);
    QCOMPARE(printed.error().code, base::ErrorCode::OutputFailed);
}

void PrintingTest::aFileThatDoesNotFitIsAnError()
{
    const QString path = m_folder.filePath(QStringLiteral("full.pdf"));
    test::write(path, "of yesterday");
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFileName(path);
    const ExportPage document = exportPage(*m_sample, What::Card, reports::Privacy::Masked);
    struct rlimit before { };
    ::getrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit small {
        4'096, before.rlim_max
    };
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto printed = printOn(printer, document, {});
    ::setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!printed);
    QCOMPARE(printed.error().code, base::ErrorCode::OutputFailed);
    QCOMPARE(bytesAt(path), QByteArray("of yesterday"));
}

void PrintingTest::whatWasStoppedLeavesTheOldFile()
{
    const QString path = m_folder.filePath(QStringLiteral("stopped.pdf"));
    test::write(path, "of yesterday");
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFileName(path);
    std::atomic<bool> cancel(false);
    const base::JobContext job(
        [&cancel](std::uint64_t, std::uint64_t, std::string_view stage) {
            if (stage == "printing")
                cancel = true;
        },
        &cancel);
    const auto printed
        = printOn(printer, exportPage(*m_sample, What::Card, reports::Privacy::Masked), job);
    QVERIFY(!printed);
    QCOMPARE(printed.error().code, base::ErrorCode::Cancelled);
    QCOMPARE(bytesAt(path), QByteArray("of yesterday"));
}

void PrintingTest::thePreviewShowsWhatIsPrinted()
{
    Shown shown;
    shown.printing.preview(m_sample, What::Rubric);
    QTRY_VERIFY(shown.preview());
    auto* dialog = shown.preview();
    QTRY_VERIFY(dialog->isVisible());
    QVERIFY(dialog->sheets().sheetCount() >= 2);
    QVERIFY(dialog->windowTitle().contains(QStringLiteral("Rubric report")));
    QVERIFY2(test::unnamed(*dialog).isEmpty(),
        qPrintable(test::unnamed(*dialog).join(QLatin1Char('\n'))));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!shown.preview());
}

void PrintingTest::anotherPaperIsLaidOutAgain()
{
    Shown shown;
    shown.printing.preview(m_sample, What::Card);
    QTRY_VERIFY(shown.preview());
    auto* dialog = shown.preview();
    QTRY_VERIFY(dialog->sheets().sheetCount() > 5);
    const int before = dialog->sheets().sheetCount();
    auto* paper = test::inputNamed<QComboBox>(*dialog, QStringLiteral("Paper"));
    QVERIFY(paper);
    const auto choose = [paper](QPageSize::PageSizeId id) {
        paper->setCurrentIndex(paper->findText(QPageSize::name(id)));
    };
    choose(QPageSize::A3);
    choose(QPageSize::A5); // at once: the answer for the one before is dropped
    QTRY_VERIFY(dialog->sheets().sheetCount() > before);
    QTRY_VERIFY(shown.jobs.jobs().empty());
    QVERIFY(dialog->sheets().sheetCount() > before);
    QVERIFY(!test::showsText(*dialog, QStringLiteral("Laying out…")));
    dialog->close();
}

void PrintingTest::thePreviewPrintsOnItsPaper()
{
    Shown shown;
    shown.printing.preview(m_sample, What::Rubric);
    QTRY_VERIFY(shown.preview());
    auto* dialog = shown.preview();
    auto* paper = test::inputNamed<QComboBox>(*dialog, QStringLiteral("Paper"));
    paper->setCurrentIndex(paper->findText(QPageSize::name(QPageSize::A5)));
    test::buttonNamed(*dialog, QStringLiteral("&Print…"))->click();
    auto* print = dialog->findChild<QPrintDialog*>();
    QVERIFY(print);
    QCOMPARE(print->printer()->pageLayout().pageSize().id(), QPageSize::A5);
    print->reject();
    QTRY_VERIFY(!dialog->findChild<QPrintDialog*>());
    QVERIFY(dialog->isVisible());
}

void PrintingTest::aClosedPreviewLaysNothingOut()
{
    Shown shown;
    shown.printing.preview(m_sample, What::Card);
    QTRY_VERIFY(shown.preview());
    auto* paper = test::inputNamed<QComboBox>(*shown.preview(), QStringLiteral("Paper"));
    paper->setCurrentIndex(paper->findText(QPageSize::name(QPageSize::A5)));
    QCOMPARE(shown.jobs.jobs().size(), std::size_t{1});
    delete shown.preview();
    QVERIFY(shown.jobs.jobs().front()->isCancelled());
    QTRY_VERIFY(shown.jobs.jobs().empty());
    QVERIFY(!shown.preview());
}

void PrintingTest::thePrintDialogPrints()
{
    Shown shown;
    shown.printing.print(m_sample, What::Rubric);
    auto* dialog = shown.window.findChild<QPrintDialog*>();
    QVERIFY(dialog);
    QVERIFY(dialog->windowTitle().contains(QStringLiteral("Rubric report")));
    const QString path = m_folder.filePath(QStringLiteral("printed.pdf"));
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("filename"));
    QVERIFY(name);
    name->setText(path);
    dialog->accept();
    QTRY_VERIFY(bytesAt(path).contains("%%EOF"));
    QTRY_VERIFY(shown.jobs.jobs().empty());
    QTRY_VERIFY(!shown.window.findChild<QPrintDialog*>());
}

void PrintingTest::closedDialogsPrintNothing()
{
    Shown shown;
    shown.printing.print(m_sample, What::Rubric);
    shown.window.findChild<QPrintDialog*>()->reject();
    QTRY_VERIFY(!shown.window.findChild<QPrintDialog*>());
    QVERIFY(shown.jobs.jobs().empty());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::PrintingTest)
#include "tst_printing.moc"
