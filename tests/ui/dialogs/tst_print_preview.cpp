#include <QPainter>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include "tests/ui/support/widgets.h"
#include "ui/dialogs/print_preview.h"
#include "ui/dialogs/sheet_view.h"

namespace cupel::ui {
namespace {

const QPageLayout kUpright(
    QPageSize(QPageSize::A4), QPageLayout::Portrait, QMarginsF(), QPageLayout::Point);

/// Each sheet is filled with a colour of its own.
QColor colorOfSheet(int sheet)
{
    return QColor::fromRgb(40, sheet % 200 + 20, 90);
}

PaperSheets coloredSheets(int count, QSizeF size = kUpright.fullRectPoints().size())
{
    PaperSheets paper{size, {}};
    for (int i = 0; i < count; ++i) {
        QPainter painter(&paper.sheets.emplace_back());
        painter.fillRect(QRectF(QPointF(), size), colorOfSheet(i));
    }
    return paper;
}

struct Opened {
    PrintPreview dialog{QStringLiteral("Card"), kUpright};
    SheetView& view = dialog.sheets();
    QSpinBox* page = dialog.findChild<QSpinBox*>();
    QComboBox* zoom = test::inputNamed<QComboBox>(dialog, QStringLiteral("Zoom"));

    explicit Opened(int sheets)
    {
        dialog.setSheets(coloredSheets(sheets));
        dialog.show();
        dialog.activateWindow();
        if (!QTest::qWaitForWindowActive(&dialog))
            qFatal("the dialog is not active");
    }
    QPushButton* button(const QString& text) { return test::buttonNamed(dialog, text); }
    QColor colorSeen()
    {
        const QImage seen = view.viewport()->grab().toImage();
        return seen.pixelColor(seen.width() / 2, seen.height() / 3);
    }
};

QString nameOf(const QWidget& widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return button ? button->text() : widget.accessibleName();
}

} // namespace

class PrintPreviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keysGoThroughTheSheets();
    void theSheetIsChosenByItsNumber();
    void aTypedNumberIsNoWishToPrint();
    void whoeverScrollsIsOnAnotherSheet();
    void thePlaceStaysWhereTheZoomChanges();
    void zoomGoesByStepsFromWhereItIs();
    void aWidthThatFitsFollowsTheWindow();
    void anotherPaperIsAskedFor();
    void aPaperOfThePrinterIsOffered();
    void fewerSheetsLeaveAPlace();
    void everythingIsReachedByKeys();
};

void PrintPreviewTest::keysGoThroughTheSheets()
{
    Opened opened(500);
    QCOMPARE(opened.view.current(), 0);
    QCOMPARE(opened.colorSeen(), colorOfSheet(0));
    QVERIFY(!opened.button(QStringLiteral("P&revious"))->isEnabled());
    QTest::keyClick(&opened.view, Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(opened.view.current(), 1);
    QCOMPARE(opened.colorSeen(), colorOfSheet(1));
    QCOMPARE(opened.view.accessibleDescription(), QStringLiteral("Page 2 of 500"));
    QTest::keyClick(&opened.view, Qt::Key_End);
    QCOMPARE(opened.view.current(), 499);
    QCOMPARE(opened.colorSeen(), colorOfSheet(499));
    QVERIFY(!opened.button(QStringLiteral("&Next"))->isEnabled());
    QTest::keyClick(&opened.view, Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(opened.view.current(), 498);
    QTest::keyClick(&opened.view, Qt::Key_Home);
    QCOMPARE(opened.view.current(), 0);
    QTest::keyClick(&opened.view, Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(opened.view.current(), 0);
}

void PrintPreviewTest::theSheetIsChosenByItsNumber()
{
    Opened opened(67);
    QVERIFY(test::showsText(opened.dialog, QStringLiteral("of 67")));
    opened.page->setValue(30);
    QCOMPARE(opened.view.current(), 29);
    QCOMPARE(opened.colorSeen(), colorOfSheet(29));
    opened.button(QStringLiteral("&Next"))->click();
    QCOMPARE(opened.page->value(), 31);
    opened.button(QStringLiteral("P&revious"))->click();
    opened.button(QStringLiteral("P&revious"))->click();
    QCOMPARE(opened.page->value(), 29);
}

void PrintPreviewTest::aTypedNumberIsNoWishToPrint()
{
    Opened opened(67);
    const QSignalSpy printed(&opened.dialog, &PrintPreview::printAsked);
    opened.page->setFocus();
    opened.page->selectAll();
    QTest::keyClicks(opened.page, QStringLiteral("30"));
    QTest::keyClick(opened.page, Qt::Key_Return);
    QCOMPARE(opened.view.current(), 29);
    QCOMPARE(printed.size(), 0);
}

void PrintPreviewTest::whoeverScrollsIsOnAnotherSheet()
{
    Opened opened(20);
    QScrollBar* bar = opened.view.verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    QCOMPARE(opened.page->value(), 10);
    QCOMPARE(opened.colorSeen(), colorOfSheet(9));
    bar->setValue(bar->maximum());
    QCOMPARE(opened.page->value(), 20);
}

void PrintPreviewTest::thePlaceStaysWhereTheZoomChanges()
{
    Opened opened(67);
    opened.page->setValue(30);
    for (int index = 0; index < opened.zoom->count(); ++index) {
        opened.zoom->setCurrentIndex(index);
        QCOMPARE(opened.view.current(), 29);
        QCOMPARE(opened.page->value(), 30);
        const QImage seen = opened.view.viewport()->grab().toImage();
        QCOMPARE(seen.pixelColor(seen.width() / 2, 60), colorOfSheet(29));
    }
}

void PrintPreviewTest::zoomGoesByStepsFromWhereItIs()
{
    Opened opened(3);
    opened.zoom->setCurrentText(QStringLiteral("100 %"));
    QCOMPARE(opened.view.zoom(), 1.0);
    QTest::keyClick(&opened.dialog, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(opened.zoom->currentText(), QStringLiteral("125 %"));
    QTest::keyClick(&opened.dialog, Qt::Key_Minus, Qt::ControlModifier);
    QTest::keyClick(&opened.dialog, Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(opened.view.zoom(), 0.75);
    opened.zoom->setCurrentText(QStringLiteral("400 %"));
    QTest::keyClick(&opened.dialog, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(opened.view.zoom(), 4.0);
    QVERIFY(opened.view.horizontalScrollBar()->maximum() > 0);
    QTest::keyClick(&opened.dialog, Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(opened.view.horizontalScrollBar()->maximum(), 0);
    const qreal fitting = opened.view.zoom();
    QTest::keyClick(&opened.dialog, Qt::Key_Minus, Qt::ControlModifier);
    QVERIFY(opened.view.zoom() < fitting);
}

void PrintPreviewTest::aWidthThatFitsFollowsTheWindow()
{
    Opened opened(3);
    const qreal before = opened.view.zoom();
    opened.dialog.resize(opened.dialog.width() * 2, opened.dialog.height() / 2);
    QTRY_VERIFY(opened.view.zoom() > before * 1.8);
    opened.zoom->setCurrentIndex(1);
    QCOMPARE(opened.zoom->currentText(), QStringLiteral("Fit the sheet"));
    QVERIFY(opened.view.zoom() < before);
}

void PrintPreviewTest::anotherPaperIsAskedFor()
{
    Opened opened(9);
    QSignalSpy asked(&opened.dialog, &PrintPreview::layoutChosen);
    auto* paper = test::inputNamed<QComboBox>(opened.dialog, QStringLiteral("Paper"));
    QCOMPARE(paper->currentText(), QPageSize::name(QPageSize::A4));
    auto* orientation
        = test::inputNamed<QComboBox>(opened.dialog, QStringLiteral("Orientation of the paper"));
    QTest::keyClick(orientation, Qt::Key_Down);
    QCOMPARE(asked.size(), 1);
    const QSizeF sheet = asked[0][0].value<QPageLayout>().fullRectPoints().size();
    QCOMPARE(sheet, kUpright.fullRectPoints().size().transposed());
    QVERIFY(test::showsText(opened.dialog, QStringLiteral("Laying out…")));
    opened.dialog.setSheets(coloredSheets(4, sheet));
    QVERIFY(!test::showsText(opened.dialog, QStringLiteral("Laying out…")));
    QVERIFY(test::showsText(opened.dialog, QStringLiteral("of 4")));
    paper->setCurrentText(QPageSize::name(QPageSize::Letter));
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[1][0].value<QPageLayout>().fullRectPoints().size(), QSizeF(792, 612));
}

void PrintPreviewTest::aPaperOfThePrinterIsOffered()
{
    const QPageSize roll(QSizeF(200, 500), QPageSize::Point, QStringLiteral("Roll"));
    const QPageLayout layout(roll, QPageLayout::Portrait, QMarginsF());
    PrintPreview dialog(QStringLiteral("Card"), layout);
    auto* paper = test::inputNamed<QComboBox>(dialog, QStringLiteral("Paper"));
    QCOMPARE(paper->currentText(), QStringLiteral("Roll"));
    QSignalSpy asked(&dialog, &PrintPreview::layoutChosen);
    paper->setCurrentText(QPageSize::name(QPageSize::A5));
    paper->setCurrentText(QStringLiteral("Roll"));
    QCOMPARE(asked.size(), 2);
    QCOMPARE(asked[1][0].value<QPageLayout>().fullRectPoints().size(), QSize(200, 500));
}

void PrintPreviewTest::fewerSheetsLeaveAPlace()
{
    Opened opened(67);
    opened.page->setValue(60);
    opened.dialog.setSheets(coloredSheets(12));
    QCOMPARE(opened.view.current(), 11);
    QCOMPARE(opened.page->value(), 12);
    opened.dialog.setSheets(coloredSheets(0));
    QCOMPARE(opened.view.accessibleDescription(), QStringLiteral("There are no sheets."));
    opened.view.grab();
    QTest::keyClick(&opened.view, Qt::Key_End);
    opened.dialog.setSheets(coloredSheets(2));
    QCOMPARE(opened.page->value(), 1);
}

void PrintPreviewTest::everythingIsReachedByKeys()
{
    Opened opened(5);
    QSignalSpy printed(&opened.dialog, &PrintPreview::printAsked);
    QVERIFY2(test::unnamed(opened.dialog).isEmpty(),
        qPrintable(test::unnamed(opened.dialog).join(QLatin1Char('\n'))));
    QVERIFY(opened.view.hasFocus());
    QSet<QWidget*> reached;
    for (int i = 0; i < 30; ++i) {
        reached << opened.dialog.focusWidget();
        QTest::keyClick(opened.dialog.focusWidget(), Qt::Key_Tab);
    }
    for (QWidget* one : opened.dialog.findChildren<QWidget*>()) {
        if ((qobject_cast<QComboBox*>(one) || qobject_cast<QPushButton*>(one) || one == opened.page)
            && one->isEnabled() && one->isVisible())
            QVERIFY2(reached.contains(one), qPrintable(nameOf(*one)));
    }
    opened.view.setFocus();
    QTest::keyClick(&opened.dialog, Qt::Key_Return);
    QCOMPARE(printed.size(), 1);
    QTest::keyClick(&opened.dialog, Qt::Key_Escape);
    QVERIFY(!opened.dialog.isVisible());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::PrintPreviewTest)
#include "tst_print_preview.moc"
