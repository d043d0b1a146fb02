#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <algorithm>

#include "core/findings/policy_reader.h"
#include "tests/ui/support/widgets.h"
#include "ui/dialogs/limits_dialog.h"
#include "ui/dialogs/limits_model.h"

namespace cupel::ui {

using test::buttonNamed;
using test::showsTextWith;

class LimitsDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aValueIsTyped();
    void whatIsNotValidIsSaidAndNotAccepted();
    void aSwitchIsChosen();
    void theUsualValueIsNoChange();
    void settingsAreFound();
    void thePolicyIsSaid();
    void whatFlagsSayIsThere();
    void itLeadsToARule();
    void everythingHasAName();
    void theModelIsSound();

private:
    static QTableView* list(const LimitsDialog& dialog)
    {
        return test::viewNamed(dialog, QStringLiteral("Settings"));
    }
    static QLineEdit* value(const LimitsDialog& dialog)
    {
        return test::inputNamed<QLineEdit>(dialog, QStringLiteral("Value"));
    }
    static QPushButton* accept(const LimitsDialog& dialog)
    {
        return buttonNamed(dialog, QStringLiteral("&Audit with these limits"));
    }
    static void type(const LimitsDialog& dialog, const QString& text)
    {
        value(dialog)->selectAll();
        QTest::keyClicks(value(dialog), text);
    }
    static QString cell(const LimitsDialog& dialog, int column)
    {
        return list(dialog)->currentIndex().siblingAtColumn(column).data().toString();
    }
    static findings::Policy policyOf(const std::string& text)
    {
        return findings::parsePolicy(text, "policy.yaml").policy;
    }
};

using Flags = std::vector<findings::FlagSetting>;

void LimitsDialogTest::aValueIsTyped()
{
    LimitsDialog dialog({});
    dialog.show();
    QVERIFY(!accept(dialog)->isEnabled());
    dialog.showRule("");
    QCOMPARE(dialog.findChild<QTableView*>()->currentIndex().row(), 0);
    dialog.showRule("imbalance.ratio");
    QCOMPARE(cell(dialog, LimitsModel::Setting), QStringLiteral("upper limit"));
    QCOMPARE(value(dialog)->text(), QStringLiteral("10"));
    type(dialog, QStringLiteral("2e1"));
    QCOMPARE(cell(dialog, LimitsModel::Value), QStringLiteral("2e1"));
    QCOMPARE(cell(dialog, LimitsModel::Origin), QStringLiteral("changed here"));
    QCOMPARE(cell(dialog, LimitsModel::Otherwise), QStringLiteral("10"));
    QVERIFY(showsTextWith(dialog, QStringLiteral("1 setting changed")));
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::mouseClick(accept(dialog), Qt::LeftButton);
    QCOMPARE(accepted.size(), 1);
    QVERIFY(dialog.flags() == (Flags{{"imbalance.ratio.max", "20"}}));
}

void LimitsDialogTest::whatIsNotValidIsSaidAndNotAccepted()
{
    LimitsDialog dialog({});
    dialog.show();
    dialog.showRule("data.duplicate-rows");
    type(dialog, QStringLiteral("1.5"));
    QVERIFY(showsTextWith(dialog, QStringLiteral("the limit 1.5 is above 1")));
    QVERIFY(!accept(dialog)->isEnabled());
    QVERIFY(dialog.flags().empty());
    QVERIFY(cell(dialog, LimitsModel::Value).contains(QStringLiteral("not valid")));
    // Also from another setting.
    dialog.showRule("imbalance.ratio");
    QVERIFY(!showsTextWith(dialog, QStringLiteral("is above 1")));
    QVERIFY(showsTextWith(dialog, QStringLiteral("data.duplicate-rows.max is not valid yet")));
    type(dialog, QStringLiteral("20"));
    QVERIFY(!accept(dialog)->isEnabled());
    dialog.showRule("data.duplicate-rows");
    QTest::mouseClick(buttonNamed(dialog, QStringLiteral("&Reset")), Qt::LeftButton);
    QCOMPARE(value(dialog)->text(), QStringLiteral("0.01"));
    QVERIFY(accept(dialog)->isEnabled());
}

void LimitsDialogTest::aSwitchIsChosen()
{
    LimitsDialog dialog({});
    dialog.show();
    auto* const search
        = test::inputNamed<QLineEdit>(dialog, QStringLiteral("Find a rule or a setting"));
    QTest::keyClicks(search, QStringLiteral("data.constant-column.enabled"));
    QCOMPARE(list(dialog)->model()->rowCount(), 1);
    list(dialog)->setFocus();
    QTest::keyClick(list(dialog), Qt::Key_Home);
    auto* const choice = test::inputNamed<QComboBox>(dialog, QStringLiteral("Value"));
    QVERIFY(choice->isVisible() && !value(dialog)->isVisible());
    QCOMPARE(choice->currentText(), QStringLiteral("yes"));
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(cell(dialog, LimitsModel::Value), QStringLiteral("no"));
    QVERIFY(dialog.flags() == (Flags{{"data.constant-column.enabled", "false"}}));
}

void LimitsDialogTest::theUsualValueIsNoChange()
{
    const auto policy = policyOf("version: 1\nrules:\n  data.duplicate-rows: {max: 0.2}\n"
                                 "  fairness.base-rate-gap:\n    for:\n"
                                 "      - {column: race, max: 0.3}\n");
    LimitsDialog dialog(policy);
    dialog.show();
    dialog.showRule("data.duplicate-rows");
    type(dialog, QStringLiteral("0.5"));
    QVERIFY(accept(dialog)->isEnabled());
    type(dialog, QStringLiteral("0.20"));
    QVERIFY(dialog.flags().empty());
    QVERIFY(!accept(dialog)->isEnabled());
    // Where a column has another one, it is.
    dialog.showRule("fairness.base-rate-gap");
    QVERIFY(showsTextWith(dialog, QStringLiteral("The policy has 1 other value")));
    const QString usual = value(dialog)->text();
    type(dialog, usual);
    QCOMPARE(dialog.flags().size(), std::size_t{1});
    QVERIFY(accept(dialog)->isEnabled());
}

void LimitsDialogTest::settingsAreFound()
{
    LimitsDialog dialog({});
    dialog.show();
    const int all = list(dialog)->model()->rowCount();
    QVERIFY(all > 100);
    auto* const search
        = test::inputNamed<QLineEdit>(dialog, QStringLiteral("Find a rule or a setting"));
    QTest::keyClicks(search, QStringLiteral("upper limit duplicate"));
    QVERIFY(list(dialog)->model()->rowCount() > 0);
    QVERIFY(list(dialog)->model()->rowCount() < 5);
    QTest::keyClicks(search, QStringLiteral("no such words"));
    QCOMPARE(list(dialog)->model()->rowCount(), 0);
    QVERIFY(!value(dialog)->isEnabled());
    search->clear();
    QCOMPARE(list(dialog)->model()->rowCount(), all);
}

void LimitsDialogTest::thePolicyIsSaid()
{
    const auto policy = policyOf("version: 1\nrules:\n  data.duplicate-rows: {max: 0.2}\n");
    LimitsDialog dialog(policy);
    dialog.show();
    QVERIFY(showsTextWith(dialog, QStringLiteral("the policy policy.yaml")));
    dialog.showRule("data.duplicate-rows");
    QVERIFY(showsTextWith(dialog, QStringLiteral("Otherwise 0.2 (policy.yaml:3)")));
    QCOMPARE(cell(dialog, LimitsModel::Origin), QStringLiteral("policy.yaml:3"));
}

void LimitsDialogTest::whatFlagsSayIsThere()
{
    const auto policy
        = findings::withFlags({}, {{"imbalance.ratio.max", "30"}, {"privacy.mode", "full"}});
    LimitsDialog dialog(*policy);
    dialog.show();
    dialog.showRule("imbalance.ratio");
    QCOMPARE(value(dialog)->text(), QStringLiteral("30"));
    QCOMPARE(cell(dialog, LimitsModel::Otherwise), QStringLiteral("10"));
    QVERIFY(!accept(dialog)->isEnabled());
    QTest::mouseClick(buttonNamed(dialog, QStringLiteral("Reset a&ll")), Qt::LeftButton);
    QCOMPARE(value(dialog)->text(), QStringLiteral("10"));
    QVERIFY(accept(dialog)->isEnabled());
    QVERIFY2(dialog.flags() == (Flags{{"privacy.mode", "full"}}), "that is chosen for each output");
}

void LimitsDialogTest::itLeadsToARule()
{
    LimitsDialog dialog({});
    dialog.show();
    QApplication::setActiveWindow(&dialog);
    dialog.showRule("data.duplicate-rows");
    QCOMPARE(cell(dialog, LimitsModel::What), QStringLiteral("Rows repeat an earlier row"));
    QTRY_COMPARE(QApplication::focusWidget(), value(dialog));
    dialog.showRule("no such rule");
    QCOMPARE(cell(dialog, LimitsModel::What), QStringLiteral("Rows repeat an earlier row"));
}

void LimitsDialogTest::everythingHasAName()
{
    LimitsDialog dialog({});
    dialog.show();
    QCOMPARE(test::unnamed(dialog), QStringList());
}

void LimitsDialogTest::theModelIsSound()
{
    LimitsModel model({});
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int row = model.rowOf("imbalance.ratio");
    model.choose(row, "bad <b>\n");
    QCOMPARE(model.firstFault(), row);
    QVERIFY(model.fault(row));
    model.choose(row, "12");
    QCOMPARE(model.firstFault(), -1);
    QCOMPARE(model.changes(), 1);
    model.resetAll();
    QCOMPARE(model.changes(), 0);
    QCOMPARE(model.rowOf("no such rule"), -1);
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::LimitsDialogTest)
#include "tst_limits_dialog.moc"
