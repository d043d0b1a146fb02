#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <functional>

#include "tests/ui/support/files.h"
#include "tests/ui/support/widgets.h"
#include "ui/dialogs/limits_dialog.h"
#include "ui/pages/dataset_command.h"
#include "ui/theme/shown.h"
#include "ui/window/main_window.h"
#include "ui/window/page_tabs.h"

namespace cupel::ui {

using test::buttonNamed;

/// Limits that a person changes in the window.
class LimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void aFindingLeadsToItsLimit();
    void theMenuHasAllLimits();

private:
    /// Answer the dialog that `open` opens.
    void answer(const std::function<void()>& open, std::function<void(LimitsDialog&)> answer);
    static void typeLimit(LimitsDialog& dialog, const QString& text);
    void waitForWork();
    const findings::Finding* found(const std::string& rule) const;
    QAction* action(const QString& text) const;

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<MainWindow> m_window;
};

const std::string kRepeated = "data.duplicate-rows";

void LimitsTest::initTestCase()
{
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    QCoreApplication::setOrganizationName(QStringLiteral("cupel"));
    QCoreApplication::setApplicationName(QStringLiteral("cupel"));
}

void LimitsTest::init()
{
    m_window.reset();
    m_data = std::make_unique<QTemporaryDir>();
    const QString table = m_data->filePath(QStringLiteral("a.csv"));
    test::write(table, "a,b\nx,1\ny,2\ny,2\nz,3\n");
    m_window
        = std::make_unique<MainWindow>(bytesOf(m_data->filePath(QStringLiteral("catalog.cupel"))));
    m_window->resize(1200, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    pipeline::AuditRequest request;
    request.inputs = {bytesOf(table)};
    m_window->workspace().open(request);
    waitForWork();
    QVERIFY(m_window->workspace().dataset());
    QCOMPARE(found(kRepeated)->level, findings::Level::Warning);
}

void LimitsTest::waitForWork()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_window->jobs().jobs().empty(), 20'000);
}

const findings::Finding* LimitsTest::found(const std::string& rule) const
{
    for (const findings::Finding* one :
        reports::rankedFindings(m_window->workspace().dataset()->dataset())) {
        if (one->rule == rule)
            return one;
    }
    return nullptr;
}

QAction* LimitsTest::action(const QString& text) const
{
    for (QAction* one : m_window->findChildren<QAction*>()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

void LimitsTest::answer(
    const std::function<void()>& open, std::function<void(LimitsDialog&)> answer)
{
    bool isAnswered = false;
    QTimer timer;
    connect(&timer, &QTimer::timeout, &timer, [&] {
        auto* const dialog = qobject_cast<LimitsDialog*>(QApplication::activeModalWidget());
        if (!dialog || isAnswered)
            return;
        isAnswered = true;
        answer(*dialog);
    });
    timer.start(10);
    open();
    QVERIFY(isAnswered);
    waitForWork();
}

void LimitsTest::typeLimit(LimitsDialog& dialog, const QString& text)
{
    auto* const value = test::inputNamed<QLineEdit>(dialog, QStringLiteral("Value"));
    QVERIFY(value->isVisible());
    value->selectAll();
    QTest::keyClicks(value, text);
    QTest::mouseClick(
        buttonNamed(dialog, QStringLiteral("&Audit with these limits")), Qt::LeftButton);
}

void LimitsTest::aFindingLeadsToItsLimit()
{
    m_window->tabs().follow(
        {PageId::Findings, found(kRepeated)->id(m_window->workspace().dataset()->dataset().name)});
    QPushButton* const change = buttonNamed(*m_window, QStringLiteral("Change this limit…"));
    QVERIFY(change);
    QCOMPARE(change->accessibleName(), QStringLiteral("Change the limit of data.duplicate-rows"));
    answer([change] { QTest::mouseClick(change, Qt::LeftButton); },
        [](LimitsDialog& dialog) { typeLimit(dialog, QStringLiteral("0.5")); });
    QCOMPARE(found(kRepeated)->level, findings::Level::Note);
    QVERIFY(commandOf(*m_window->workspace().dataset())
                .text.ends_with(" --set data.duplicate-rows.max=0.5"));
    m_window->tabs().follow({PageId::Overview});
    QTRY_VERIFY(test::showsTextWith(*m_window,
        QStringLiteral("Limits changed: data.duplicate-rows.max 0.5 in the place of 0.01.")));
    m_window->tabs().follow({PageId::History});
    waitForWork();
    bool isTold = false;
    for (const QTableView* table : m_window->tabs().current()->findChildren<QTableView*>()) {
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            QString line;
            for (int column = 0; column < table->model()->columnCount(); ++column)
                line += table->model()->index(row, column).data().toString() + QLatin1Char(' ');
            isTold = isTold
                || (line.contains(QStringLiteral("Limits chosen"))
                    && line.contains(
                        QStringLiteral("Limits: (none) → data.duplicate-rows.max=0.5")));
        }
    }
    QVERIFY(isTold);
    QCOMPARE(m_window->workspace().undoStack().undoText(), QStringLiteral("change limits"));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(m_window->workspace().isBusy());
    waitForWork();
    QCOMPARE(found(kRepeated)->level, findings::Level::Warning);
    QVERIFY(!m_window->workspace().choice().hasLimits());
}

void LimitsTest::theMenuHasAllLimits()
{
    QAction* const limits = action(QStringLiteral("&Limits of this audit…"));
    QVERIFY(limits && limits->isEnabled());
    const OpenDatasetPtr before = m_window->workspace().dataset();
    answer([limits] { limits->trigger(); }, [](LimitsDialog& dialog) { dialog.reject(); });
    QCOMPARE(m_window->workspace().dataset(), before);
    answer([limits] { limits->trigger(); },
        [](LimitsDialog& dialog) {
            dialog.showRule(kRepeated);
            typeLimit(dialog, QStringLiteral("0.5"));
        });
    // Kept with the run, and what another policy is laid under.
    m_window->workspace().reopen("a");
    waitForWork();
    QVERIFY(m_window->workspace().choice().hasLimits());
    const QString policy = m_data->filePath(QStringLiteral("policy.yaml"));
    test::write(policy, "version: 1\nrules:\n  data.duplicate-rows: {max: 0.1, level: error}\n");
    m_window->workspace().choosePolicy(bytesOf(policy));
    waitForWork();
    QCOMPARE(found(kRepeated)->level, findings::Level::Note);
    answer([limits] { limits->trigger(); },
        [](LimitsDialog& dialog) {
            QTest::mouseClick(buttonNamed(dialog, QStringLiteral("Reset a&ll")), Qt::LeftButton);
            QTest::mouseClick(
                buttonNamed(dialog, QStringLiteral("&Audit with these limits")), Qt::LeftButton);
        });
    QCOMPARE(found(kRepeated)->level, findings::Level::Error);
    QCOMPARE(m_window->workspace().undoStack().undoText(), QStringLiteral("use the usual limits"));
    QVERIFY(m_window->workspace().choice().hasPolicy());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::LimitsTest)
#include "tst_limits.moc"
