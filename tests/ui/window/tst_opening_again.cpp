#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/support/files.h"
#include "tests/ui/support/import_answers.h"
#include "tests/ui/support/widgets.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/theme/shown.h"
#include "ui/window/main_window.h"
#include "ui/window/settings.h"

namespace cupel::ui {

using test::buttonNamed;
using Answers = test::ImportAnswers;
using test::showsTextWith;

/// What is said of a table when it is opened, and holds when it is opened again.
class OpeningAgainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void whatFailedIsAskedAgainAsItWasSaid();
    void namesAreRememberedWithTheirMeaning();
    void nothingIsRememberedWithoutACatalog();

private:
    std::string table(const std::string& name, const QByteArray& text = "a,b\nx,1\ny,2\n") const;
    std::string at(const std::string& name) const { return bytesOf(m_data->path()) + "/" + name; }
    QStringList datasets() const;
    bool isIdle() const;

    QTemporaryDir m_home;
    std::unique_ptr<QTemporaryDir> m_data;
    std::unique_ptr<MainWindow> m_window;
};

void OpeningAgainTest::initTestCase()
{
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
    QCoreApplication::setOrganizationName(QStringLiteral("cupel"));
    QCoreApplication::setApplicationName(QStringLiteral("cupel"));
}

void OpeningAgainTest::init()
{
    m_data = std::make_unique<QTemporaryDir>();
    Settings().clearRecent();
    m_window = std::make_unique<MainWindow>(at("catalog.cupel"));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_window->jobs().jobs().empty());
}

std::string OpeningAgainTest::table(const std::string& name, const QByteArray& text) const
{
    test::write(QString::fromStdString(at(name)), text);
    return at(name);
}

QStringList OpeningAgainTest::datasets() const
{
    QStringList names;
    for (const ListedDataset& one : m_window->workspace().datasets())
        names << shown(one.summary.dataset.name);
    return names;
}

bool OpeningAgainTest::isIdle() const
{
    return m_window->jobs().jobs().empty() && !QApplication::activeModalWidget();
}

namespace {

/// Name the columns of a file that has no names for them.
void nameColumns(ImportDialog& dialog, const QString& all)
{
    auto* names = test::inputNamed<QLineEdit>(
        dialog, QStringLiteral("Names of the columns, separated by commas"));
    QVERIFY(names->isVisible());
    names->setFocus();
    QTest::keyClicks(names, all);
    QTest::keyClick(names, Qt::Key_Tab);
}

const QByteArray kNameless = "39,State-gov,M,low\n50,?,F,high\n31,?,F,low\n";

} // namespace

/// The label has a good outcome that no row holds.
void OpeningAgainTest::whatFailedIsAskedAgainAsItWasSaid()
{
    int asked = 0;
    pipeline::AuditRequest second;
    const Answers answers([&](ImportDialog& dialog) {
        auto* outcome = test::inputNamed<QComboBox>(dialog, QStringLiteral("Good outcome"));
        outcome->lineEdit()->setFocus();
        outcome->lineEdit()->selectAll();
        if (asked++ == 0) {
            nameColumns(dialog, QStringLiteral("age,work,sex,income"));
            QTRY_VERIFY(dialog.request().roles.label->column == "income");
            outcome->lineEdit()->setFocus();
            outcome->lineEdit()->selectAll();
            QTest::keyClicks(outcome->lineEdit(), QStringLiteral("hi"));
            QTest::keyClick(outcome->lineEdit(), Qt::Key_Tab);
        } else {
            second = dialog.request();
            QTest::keyClicks(outcome->lineEdit(), QStringLiteral("high"));
            QTest::keyClick(outcome->lineEdit(), Qt::Key_Tab);
        }
        Answers::accept(dialog);
    });
    m_window->openPaths({table("nameless.csv", kNameless)});
    QTRY_VERIFY(buttonNamed(*m_window, QStringLiteral("Open again…")));
    QVERIFY(showsTextWith(*m_window, QStringLiteral("Open nameless.csv failed: ")));
    QTest::mouseClick(buttonNamed(*m_window, QStringLiteral("Open again…")), Qt::LeftButton);
    QTRY_VERIFY(m_window->workspace().dataset());
    QCOMPARE(second.options.names, (std::vector<std::string>{"age", "work", "sex", "income"}));
    QCOMPARE(second.roles.label->favourable, std::optional<std::string>("hi"));
    QCOMPARE(m_window->workspace().dataset()->request.roles.label->favourable,
        std::optional<std::string>("high"));
}

void OpeningAgainTest::namesAreRememberedWithTheirMeaning()
{
    const std::string path = table("nameless.csv", kNameless);
    {
        const Answers answers([](ImportDialog& dialog) {
            nameColumns(dialog, QStringLiteral("age,work,sex,income"));
            Answers::accept(dialog);
        });
        m_window->openPaths({path});
        QTRY_COMPARE(datasets().size(), 1);
        QTRY_VERIFY(isIdle());
    }
    pipeline::AuditRequest again;
    bool isGuessed = true;
    const Answers answers([&](ImportDialog& dialog) {
        again = dialog.request();
        isGuessed = test::inputNamed<QListWidget>(
            dialog, QStringLiteral("What is odd about the first rows"))
                        ->isVisible();
        dialog.reject();
    });
    m_window->openPaths({path});
    QTRY_COMPARE(answers.titles.size(), 1);
    QVERIFY(!isGuessed);
    QCOMPARE(again.options.names, (std::vector<std::string>{"age", "work", "sex", "income"}));
    QVERIFY(!again.options.hasHeader);
    QCOMPARE(again.roles.label->column, std::string("income"));
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QVERIFY(!(QFile::permissions(QSettings().fileName()) & others));
}

void OpeningAgainTest::nothingIsRememberedWithoutACatalog()
{
    m_window->workspace().useCatalog({});
    const std::string path = table("a.csv");
    bool isAsked = true;
    const Answers answers([&isAsked](ImportDialog& dialog) {
        isAsked = test::inputNamed<QCheckBox>(
            dialog, QStringLiteral("Remember the meaning of the columns for this file"))
                      ->isVisible();
        Answers::accept(dialog);
    });
    m_window->openPaths({path});
    QTRY_VERIFY(m_window->workspace().dataset());
    QVERIFY(!isAsked);
    QVERIFY(Settings().recent().empty());
    QVERIFY(Settings().rolesFor(QString::fromStdString(path)).isEmpty());
    QVERIFY(Settings().readingFor(QString::fromStdString(path)).isEmpty());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::OpeningAgainTest)
#include "tst_opening_again.moc"
