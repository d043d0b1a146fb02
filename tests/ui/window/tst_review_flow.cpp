#include <QAbstractButton>
#include <QFileDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPrintDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "core/card/card.h"
#include "core/card/model.h"
#include "tests/ui/support/pdf_text.h"
#include "tests/ui/window/window_test.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/pages/card_field.h"
#include "ui/pages/rubric_question.h"
#include "ui/window/page_tabs.h"

namespace cupel::ui {
namespace {

constexpr const char* kAnswer
    = "Every household of the town that had asked for a loan in those two years.";
constexpr const char* kQuestion = "data_novelty/New Data from Human";

} // namespace

/// A person reviews a dataset in the window, by keys alone, and takes it back.
class ReviewFlowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void answersAreKeptAndUndone();
    void theDataCardIsExportedAsPdf();
    void printingIsOnTheKeys();
    void closingAsksWhereAnAnswerIsBeingWritten();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QCoreApplication::processEvents(); // new widgets have their place after that
        QTest::keyClick(m_window->focusWidget(), key, modifiers);
        QCoreApplication::processEvents();
    }
    const pipeline::Review& review() { return *m_window->workspace().dataset()->review; }
    const std::string& missingField();

    const test::OwnSettings m_settings;
    QTemporaryDir m_data;
    std::unique_ptr<MainWindow> m_window;
};

void ReviewFlowTest::initTestCase()
{
    m_window = test::shownWindow(test::catalogIn(m_data), {1'280, 860});
    test::openSample(*m_window);
}

/// A field of free text that nobody answers.
const std::string& ReviewFlowTest::missingField()
{
    const card::Card& card = *m_window->workspace().dataset()->dataset().card;
    for (const card::FieldValue& value : card.fields) {
        if (value.isNeeded && value.state == card::State::Absent
            && card::model().find(value.key)->type == "text")
            return value.key;
    }
    qFatal("nothing is missing");
}

void ReviewFlowTest::answersAreKeptAndUndone()
{
    Workspace& workspace = m_window->workspace();
    const std::string key = missingField();
    m_window->tabs().follow({PageId::Card, key, {}, {}});
    press(Qt::Key_E);
    const QString text = QString::fromLatin1(kAnswer);
    QTest::keyClicks(m_window->focusWidget(), text);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(review().cardAnswers.size(), std::size_t{1});
    QCOMPARE(review().cardAnswers.begin()->first, key);
    QCOMPARE(review().cardAnswers.begin()->second.value.text, text.toStdString());
    const auto state = [&] { return workspace.dataset()->dataset().card->find(key)->state; };
    QCOMPARE(state(), card::State::Present);
    // The editor is closed, and the person can go on from the field.
    for (const CardField* field : m_window->findChildren<CardField*>())
        QVERIFY(!field->editor());

    m_window->tabs().follow({PageId::Rubric, kQuestion, {}, {}});
    press(Qt::Key_C);
    QTRY_COMPARE(review().rubricAnswers.size(), std::size_t{1});
    QCOMPARE(review().rubricAnswers.begin()->first, std::string(kQuestion));
    QCOMPARE(review().rubricAnswers.begin()->second.value.applies, std::optional(true));
    QVERIFY(qobject_cast<RubricQuestion*>(m_window->focusWidget()->parentWidget()->parentWidget()));

    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(review().rubricAnswers.empty());
    QCOMPARE(review().cardAnswers.size(), std::size_t{1});
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(review().cardAnswers.empty());
    QCOMPARE(state(), card::State::Absent);
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(state(), card::State::Present);
}

/// The answer that was given again above, through the dialogs of the export.
void ReviewFlowTest::theDataCardIsExportedAsPdf()
{
    const QString path = m_data.filePath(QStringLiteral("card.pdf"));
    const QString kind = QStringLiteral("Data Card, PDF");
    QStringList seen;
    QTimer keys;
    connect(&keys, &QTimer::timeout, this, [&] {
        QWidget* const dialog = QApplication::activeModalWidget();
        if (auto* const choice = qobject_cast<ExportDialog*>(dialog); choice && seen.isEmpty()) {
            auto* const list = qobject_cast<QListWidget*>(choice->focusWidget());
            for (int i = 0; i < list->count() && list->currentItem()->text() != kind; ++i)
                QTest::keyClick(list, Qt::Key_Down);
            seen << list->currentItem()->text();
            QTest::keyClick(list, Qt::Key_Return);
        } else if (qobject_cast<QFileDialog*>(dialog)) {
            auto* const name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
            if (seen.size() == 1) {
                seen << path;
                name->selectAll();
                QTest::keyClicks(name, path);
            }
            QTest::keyClick(name, Qt::Key_Return); // the first one may choose what was completed
        }
    });
    keys.start(10);
    press(Qt::Key_E, Qt::ControlModifier);
    QCOMPARE(seen, QStringList({kind, path}));
    QTRY_VERIFY(QFile::exists(path));
    QTRY_VERIFY(m_window->jobs().jobs().empty());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string pdf = file.readAll().toStdString();
    QVERIFY(pdf.starts_with("%PDF"));
    const auto text = test::textOfPdf(pdf);
    if (!text)
        QSKIP("pdftotext is not installed");
    QVERIFY(text->simplified().contains(QString::fromLatin1(kAnswer)));
}

void ReviewFlowTest::printingIsOnTheKeys()
{
    for (const auto& [page, title] : {std::pair{PageId::Card, "Print: Data Card"},
             std::pair{PageId::Rubric, "Print: Rubric report"},
             std::pair{PageId::Overview, "Print: Audit report"}}) {
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->tabs().follow({page, {}, {}, {}});
        press(Qt::Key_P, Qt::ControlModifier);
        auto* const dialog = m_window->findChild<QPrintDialog*>();
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), QString::fromLatin1(title));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<QPrintDialog*>());
    }
}

void ReviewFlowTest::closingAsksWhereAnAnswerIsBeingWritten()
{
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->tabs().follow({PageId::Card, missingField(), {}, {}});
    press(Qt::Key_E);
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("half a sent"));
    QCOMPARE(m_window->tabs().answersInWork(), std::size_t{1});
    m_window->tabs().follow({PageId::Findings, {}, {}, {}});
    const auto closeAnd = [this](QMessageBox::ButtonRole role) {
        QTimer::singleShot(0, this, [role] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            QVERIFY(box);
            QVERIFY(box->text().startsWith(QStringLiteral("1 answer ")));
            for (QAbstractButton* button : box->buttons()) {
                if (box->buttonRole(button) == role)
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        });
        m_window->close();
    };
    closeAnd(QMessageBox::RejectRole);
    QVERIFY(m_window->isVisible());
    closeAnd(QMessageBox::DestructiveRole);
    QTRY_VERIFY(!m_window->isVisible());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::ReviewFlowTest)
#include "tst_review_flow.moc"
