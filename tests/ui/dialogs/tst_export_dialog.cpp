#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

#include "tests/ui/support/widgets.h"
#include "ui/dialogs/export_dialog.h"

namespace cupel::ui {
namespace {

using reports::Privacy;

const std::vector<ExportChoice> kChoices{{QStringLiteral("Audit report, HTML")},
    {QStringLiteral("Audit report, JSON")}, {QStringLiteral("Waivers"), false}};

} // namespace

class ExportDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isMaskedUnlessSomebodyChooses();
    void keysChooseFormatAndPrivacy();
    void beginsWithTheLastFormat();
    void saysWherePrivacyChangesNothing();
    void saysWhatEachModeMeans();
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

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::ExportDialogTest)
#include "tst_export_dialog.moc"
