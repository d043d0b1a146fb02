#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QScopeGuard>
#include <QTest>

#include "tests/ui/support/widgets.h"
#include "ui/dialogs/export_dialog.h"

namespace cupel::ui {
namespace {

using reports::Privacy;

const std::vector<ExportChoice> kChoices{{QStringLiteral("Audit report, HTML")},
    {QStringLiteral("Audit report, JSON")}, {QStringLiteral("Waivers"), false}};

/// What a label says that is less high than its text, or that another widget lies over.
QString cutOrCovered(const QWidget& dialog)
{
    const auto placeOf = [&dialog](const QWidget& one) {
        return QRect(one.mapTo(&dialog, QPoint(0, 0)), one.size());
    };
    const auto lists = dialog.findChildren<QListWidget*>();
    for (const QLabel* label : dialog.findChildren<QLabel*>()) {
        if (!label->isVisible())
            continue;
        const int needed = label->hasHeightForWidth() ? label->heightForWidth(label->width())
                                                      : label->sizeHint().height();
        if (label->height() < needed || !dialog.rect().contains(placeOf(*label)))
            return label->text();
        for (const QListWidget* list : lists) {
            if (placeOf(*list).intersects(placeOf(*label)))
                return label->text();
        }
    }
    return {};
}

} // namespace

class ExportDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isMaskedUnlessSomebodyChooses();
    void keysChooseFormatAndPrivacy();
    void beginsWithTheLastFormat();
    void saysWherePrivacyChangesNothing();
    void saysWhatEachModeMeans();
    void nothingIsCutOrCovered_data();
    void nothingIsCutOrCovered();
};

void ExportDialogTest::isMaskedUnlessSomebodyChooses()
{
    ExportDialog dialog(kChoices, {}, 5);
    QCOMPARE(dialog.choice(), std::size_t{0});
    QCOMPARE(dialog.privacy(), Privacy::Masked);
}

void ExportDialogTest::keysChooseFormatAndPrivacy()
{
    ExportDialog dialog(kChoices, {}, 5);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto* const list = dialog.findChild<QListWidget*>();
    QVERIFY(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Tab);
    auto* const focus = qobject_cast<QRadioButton*>(dialog.focusWidget());
    QVERIFY(focus);
    QVERIFY(focus->isChecked());
    QTest::keyClick(focus, Qt::Key_Down);
    QCOMPARE(dialog.privacy(), Privacy::Aggregate);
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Up);
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Up);
    QCOMPARE(dialog.privacy(), Privacy::Full);
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
    QCOMPARE(dialog.result(), int{QDialog::Accepted});
    QCOMPARE(dialog.choice(), std::size_t{1});
}

void ExportDialogTest::beginsWithTheLastFormat()
{
    ExportDialog again(kChoices, kChoices[1].title, 5);
    QCOMPARE(again.choice(), std::size_t{1});
    QCOMPARE(again.privacy(), Privacy::Masked);
    ExportDialog gone(kChoices, QStringLiteral("Data Card, HTML"), 5);
    QCOMPARE(gone.choice(), std::size_t{0});
}

void ExportDialogTest::saysWherePrivacyChangesNothing()
{
    ExportDialog dialog(kChoices, {}, 5);
    dialog.show();
    const auto isSaid
        = [&dialog] { return test::showsTextWith(dialog, QStringLiteral("Nothing is hidden")); };
    const auto canChoose = [&dialog] { return dialog.findChild<QRadioButton*>()->isEnabled(); };
    QVERIFY(!isSaid() && canChoose());
    dialog.findChild<QListWidget*>()->setCurrentRow(2);
    QVERIFY(isSaid() && !canChoose());
    dialog.findChild<QListWidget*>()->setCurrentRow(1);
    QVERIFY(!isSaid() && canChoose());
}

void ExportDialogTest::saysWhatEachModeMeans()
{
    ExportDialog dialog(kChoices, {}, 7);
    for (const QRadioButton* mode : dialog.findChildren<QRadioButton*>())
        QVERIFY(!mode->accessibleDescription().isEmpty());
    dialog.show();
    QVERIFY(test::showsTextWith(dialog, QStringLiteral("at least 7 row")));
}

void ExportDialogTest::nothingIsCutOrCovered_data()
{
    QTest::addColumn<int>("percentOfLetters");
    QTest::newRow("as they are") << 100;
    QTest::newRow("half as large again") << 150;
    QTest::newRow("twice as large") << 200;
}

void ExportDialogTest::nothingIsCutOrCovered()
{
    QFETCH(int, percentOfLetters);
    const QFont before = QApplication::font();
    const auto back = qScopeGuard([&before] { QApplication::setFont(before); });
    QFont larger = before;
    larger.setPointSizeF(before.pointSizeF() * percentOfLetters / 100.0);
    QApplication::setFont(larger);
    std::vector<ExportChoice> choices(20, kChoices[0]);
    choices.push_back(kChoices[2]);
    ExportDialog dialog(choices, {}, 5);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    auto* const list = dialog.findChild<QListWidget*>();
    for (const int row : {0, list->count() - 1}) {
        list->setCurrentRow(row);
        QApplication::processEvents();
        const QString cut = cutOrCovered(dialog);
        QVERIFY2(cut.isEmpty(), qPrintable(cut));
        QVERIFY(list->height() >= 4 * list->sizeHintForRow(0));
    }
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::ExportDialogTest)
#include "tst_export_dialog.moc"
