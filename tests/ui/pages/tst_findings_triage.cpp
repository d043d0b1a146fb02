#include <QApplication>
#include <QCheckBox>
#include <QDateEdit>
#include <QDateTime>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <memory>
#include <optional>

#include "tests/ui/support/opened.h"
#include "tests/ui/support/reviewed.h"
#include "tests/ui/support/widgets.h"
#include "ui/models/findings_model.h"
#include "ui/pages/comment_dialog.h"
#include "ui/pages/finding_inspector.h"
#include "ui/pages/findings_page.h"
#include "ui/pages/waiver_dialog.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

using pipeline::Comment;
using pipeline::FindingMark;
using pipeline::Review;
using pipeline::ReviewKind;

class FindingsTriageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void acceptsAndGoesOn();
    void takesBackWhatStands();
    void requestsAFixByItsButton();
    void heldKeyDecidesOnce();
    void typingIsNoTriage();
    void waiverNeedsAReason();
    void waiverHasOwnerAndDay();
    void waiverIsTakenBack();
    void policyWaiverIsNotOurs();
    void commentsAreWrittenChangedAndRemoved();
    void reviewKeepsThePlace();
    void reviewKeepsTheFocus();
    void stateIsShown();
    void undoneFindingIsChosen();
    void togglesByState();
    void decidedFindingsLeaveTheList();
    void readOnlySaysWhy();
    void anotherRunClosesTheDialog();
    void everythingHasAName();

private:
    QTableView* list() const { return test::viewNamed(*m_page, QStringLiteral("Findings")); }
    int current() const { return list()->currentIndex().row(); }
    std::string idAt(int row) const
    {
        return m_ranked.at(static_cast<std::size_t>(row))->id(m_run->dataset().name);
    }
    QString stateAt(int row) const
    {
        return list()->model()->index(row, FindingsModel::State).data().toString();
    }
    QString shownMessage() const
    {
        return shown(m_page->findChild<FindingInspector*>()->finding()->message);
    }
    QPushButton* triage(const char* text) const
    {
        return test::buttonNamed(*m_page, QString::fromUtf8(text));
    }
    void show(Review review) { m_page->setDataset(test::reviewed(m_run, std::move(review))); }
    static Review marked(const std::string& id, FindingMark::State state)
    {
        Review review;
        review.marks[id] = {FindingMark{state}, "ana", catalog::Time(std::chrono::seconds(1))};
        return review;
    }
    Review waived(const std::string& id) const
    {
        Review review;
        review.waivers[id]
            = {{"known and agreed", "ben", m_run->request.today + std::chrono::days(9)}, "ana",
                catalog::Time(std::chrono::seconds(1))};
        return review;
    }

    OpenDatasetPtr m_run;
    std::vector<const findings::Finding*> m_ranked;
    std::unique_ptr<FindingsPage> m_page;
    std::optional<test::SaidList> m_list;
};

void FindingsTriageTest::init()
{
    qputenv("USER", "kim");
    m_run = test::openedSample();
    m_ranked = reports::rankedFindings(m_run->dataset());
    m_page = std::make_unique<FindingsPage>();
    m_list.emplace(*m_page);
    m_page->resize(1400, 900);
    show({});
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QApplication::setActiveWindow(m_page.get());
    list()->setFocus();
}

void FindingsTriageTest::cleanup()
{
    m_page.reset();
}

void FindingsTriageTest::acceptsAndGoesOn()
{
    QCOMPARE(current(), 0);
    QTest::keyClick(list(), Qt::Key_A);
    QCOMPARE(m_list->said.size(), 1U);
    QCOMPARE(m_list->said[0].target, idAt(0));
    QVERIFY(std::get<FindingMark>(m_list->said[0].value).state == FindingMark::State::Accepted);
    QCOMPARE(current(), 1);
    show(marked(idAt(0), FindingMark::State::Accepted));
    QCOMPARE(current(), 1);
    QTest::keyClick(list(), Qt::Key_F);
    QCOMPARE(m_list->said.size(), 2U);
    QCOMPARE(m_list->said[1].target, idAt(1));
    QVERIFY(std::get<FindingMark>(m_list->said[1].value).state == FindingMark::State::FixRequested);
    QCOMPARE(current(), 2);
}

void FindingsTriageTest::takesBackWhatStands()
{
    show(marked(idAt(0), FindingMark::State::Accepted));
    QCOMPARE(current(), 0);
    QTest::keyClick(list(), Qt::Key_A);
    QVERIFY(m_list->said.empty());
    QCOMPARE(m_list->unsaid.size(), 1U);
    QVERIFY(m_list->unsaid[0].kind == ReviewKind::Mark);
    QCOMPARE(m_list->unsaid[0].target, idAt(0));
    QCOMPARE(current(), 0);
    show({});
    QCOMPARE(current(), 0);
    QVERIFY(!triage("Accept (A)")->isChecked());
}

void FindingsTriageTest::requestsAFixByItsButton()
{
    QPushButton* fix = triage("Request a fix (F)");
    QTest::mouseClick(fix, Qt::LeftButton);
    QCOMPARE(m_list->said.size(), 1U);
    QCOMPARE(m_list->said[0].target, idAt(0));
    QVERIFY(!fix->isChecked());
    show(marked(idAt(1), FindingMark::State::FixRequested));
    QCOMPARE(current(), 1);
    QVERIFY(fix->isChecked());
    QCOMPARE(fix->text(), QStringLiteral("Fix requested (F)"));
    QVERIFY(!triage("Accept (A)")->isChecked());
}

void FindingsTriageTest::heldKeyDecidesOnce()
{
    QTest::keyClick(list(), Qt::Key_A);
    QKeyEvent repeated(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("a"), true);
    QApplication::sendEvent(list(), &repeated);
    QCOMPARE(m_list->said.size(), 1U);
    QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_list->said.size(), 1U);
}

void FindingsTriageTest::typingIsNoTriage()
{
    auto* filter = test::inputNamed<QLineEdit>(*m_page, QStringLiteral("Filter of findings"));
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("a"));
    QTest::keyClicks(filter, QStringLiteral("fwc"));
    QCOMPARE(filter->text(), QStringLiteral("afwc"));
    QVERIFY(m_list->said.empty());
    QVERIFY(!m_page->findChild<QDialog*>());
}

void FindingsTriageTest::waiverNeedsAReason()
{
    QTest::keyClick(list(), Qt::Key_W);
    auto* dialog = m_page->findChild<WaiverDialog*>();
    QVERIFY(dialog && dialog->isVisible());
    QVERIFY(test::showsText(*dialog, QStringLiteral("Say why the finding is accepted.")));
    auto* reason = test::inputNamed<QLineEdit>(*dialog, QStringLiteral("Reason"));
    QPushButton* save = test::buttonNamed(*dialog, QStringLiteral("Waive"));
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(reason, QStringLiteral("  "));
    QTest::keyClick(reason, Qt::Key_Return);
    QVERIFY(dialog->isVisible());
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(reason, QStringLiteral("a"));
    auto* owner = test::inputNamed<QLineEdit>(*dialog, QStringLiteral("Owner"));
    owner->clear();
    QVERIFY(!save->isEnabled());
    QVERIFY(test::showsText(*dialog, QStringLiteral("Say who answers for it.")));
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(m_list->said.empty());
}

void FindingsTriageTest::waiverHasOwnerAndDay()
{
    QTest::keyClick(list(), Qt::Key_W);
    auto* dialog = m_page->findChild<WaiverDialog*>();
    auto* until = dialog->findChild<QDateEdit*>();
    const QDate today = QDateTime::currentDateTimeUtc().date();
    QCOMPARE(today.daysTo(until->date()), 90);
    QCOMPARE(until->minimumDate(), today);
    until->setDate(today.addDays(30));
    auto* reason = test::inputNamed<QLineEdit>(*dialog, QStringLiteral("Reason"));
    QTest::keyClicks(reason, QStringLiteral(" agreed with the owner "));
    QTest::keyClick(reason, Qt::Key_Return);
    QCOMPARE(m_list->said.size(), 1U);
    QCOMPARE(m_list->said[0].target, idAt(0));
    const auto& words = std::get<reports::WaiverWords>(m_list->said[0].value);
    QCOMPARE(words.reason, std::string("agreed with the owner"));
    QCOMPARE(words.owner, std::string("kim"));
    QCOMPARE(shown(base::formatDay(words.until)), today.addDays(30).toString(Qt::ISODate));
    QCOMPARE(current(), 1);
    QTRY_VERIFY(!m_page->findChild<QDialog*>());
}

void FindingsTriageTest::waiverIsTakenBack()
{
    show(waived(idAt(0)));
    m_page->reveal({PageId::Findings, idAt(0), {}, {}});
    QTest::keyClick(list(), Qt::Key_W);
    auto* dialog = m_page->findChild<WaiverDialog*>();
    QCOMPARE(test::inputNamed<QLineEdit>(*dialog, QStringLiteral("Reason"))->text(),
        QStringLiteral("known and agreed"));
    QCOMPARE(test::inputNamed<QLineEdit>(*dialog, QStringLiteral("Owner"))->text(),
        QStringLiteral("ben"));
    QTest::mouseClick(test::buttonNamed(*dialog, QStringLiteral("Take it back")), Qt::LeftButton);
    QVERIFY(m_list->said.empty());
    QCOMPARE(m_list->unsaid.size(), 1U);
    QVERIFY(m_list->unsaid[0].kind == ReviewKind::Waiver);
    QCOMPARE(m_list->unsaid[0].target, idAt(0));
}

void FindingsTriageTest::policyWaiverIsNotOurs()
{
    auto report = std::make_shared<reports::Report>(*m_run->found);
    for (auto& audit : report->datasets.front().audits) {
        for (auto& finding : audit.result.findings)
            finding.waived = findings::Waived{
                base::DataText::document("why"), base::DataText::document("who"), "2099-01-01"};
    }
    auto run = std::make_shared<OpenDataset>(*m_run);
    run->found = report;
    run->report = report;
    m_page->setDataset(test::reviewed(run, {}));
    QVERIFY(!triage("Waive… (W)")->isEnabled());
    QVERIFY(triage("Waive… (W)")->toolTip().contains(QLatin1String("policy")));
    QTest::keyClick(list(), Qt::Key_W);
    QVERIFY(!m_page->findChild<QDialog*>());
}

void FindingsTriageTest::commentsAreWrittenChangedAndRemoved()
{
    const std::string target = pipeline::commentTarget(pipeline::CommentOn::Finding, idAt(0));
    QTest::keyClick(list(), Qt::Key_C);
    auto* dialog = m_page->findChild<CommentDialog*>();
    QVERIFY(dialog && !test::buttonNamed(*dialog, QStringLiteral("Remove it")));
    QVERIFY(!test::buttonNamed(*dialog, QStringLiteral("Save the comment"))->isEnabled());
    QTest::keyClicks(dialog->findChild<QPlainTextEdit*>(), QStringLiteral("look <b>here</b>"));
    dialog->findChild<QCheckBox*>()->click();
    QTest::mouseClick(
        test::buttonNamed(*dialog, QStringLiteral("Save the comment")), Qt::LeftButton);
    QCOMPARE(m_list->said.size(), 1U);
    QCOMPARE(m_list->said[0].target, target);
    QVERIFY(std::get<Comment>(m_list->said[0].value) == (Comment{"look <b>here</b>", true}));
    QCOMPARE(current(), 0);
    QTRY_VERIFY(!m_page->findChild<QDialog*>());

    Review review;
    review.comments[target]
        = {Comment{"look <b>here</b>", true}, "ana", catalog::Time(std::chrono::seconds(1))};
    show(review);
    QCOMPARE(stateAt(0), QStringLiteral("commented"));
    QVERIFY(test::showsText(*m_page, QStringLiteral("look <b>here</b>")));
    QVERIFY(test::showsTextWith(*m_page, QStringLiteral("Comment: ana, ")));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_C);
    dialog = m_page->findChild<CommentDialog*>();
    QVERIFY(dialog->findChild<QCheckBox*>()->isChecked());
    QTest::mouseClick(test::buttonNamed(*dialog, QStringLiteral("Remove it")), Qt::LeftButton);
    QCOMPARE(m_list->unsaid.size(), 1U);
    QVERIFY(m_list->unsaid[0].kind == ReviewKind::Comment);
    QCOMPARE(m_list->unsaid[0].target, target);
}

void FindingsTriageTest::reviewKeepsThePlace()
{
    m_page->resize(1400, 600);
    QTest::keyClick(list(), Qt::Key_A);
    for (int i = 0; i < 15; ++i)
        QTest::keyClick(list(), Qt::Key_J);
    const QString message = shownMessage();
    auto* text = test::inputNamed<QLineEdit>(*m_page, QStringLiteral("Filter of findings"));
    list()->horizontalScrollBar()->setValue(40);
    const int down = list()->verticalScrollBar()->value();
    QVERIFY(down > 0);
    show(marked(idAt(0), FindingMark::State::Accepted));
    QCOMPARE(shownMessage(), message);
    QVERIFY(list()->hasFocus());
    QCOMPARE(list()->verticalScrollBar()->value(), down);
    QCOMPARE(list()->horizontalScrollBar()->value(), 40);
    text->setText(QStringLiteral("a"));
    show(marked(idAt(0), FindingMark::State::Accepted));
    QCOMPARE(text->text(), QStringLiteral("a"));
    QCOMPARE(list()->selectionModel()->selectedRows().size(), 1);
    QCOMPARE(shownMessage(), message);
}

void FindingsTriageTest::reviewKeepsTheFocus()
{
    QPushButton* copy = test::buttonNamed(*m_page, QStringLiteral("Copy text"));
    copy->setFocus();
    show(marked(idAt(0), FindingMark::State::Accepted));
    QCOMPARE(QApplication::focusWidget(),
        static_cast<QWidget*>(test::buttonNamed(*m_page, QStringLiteral("Copy text"))));
    auto* errors = test::toolButtonStarting(*m_page, QStringLiteral("Errors"));
    errors->setFocus();
    show({});
    QVERIFY(errors->hasFocus());
    QPushButton* accept = triage("Accept (A)");
    accept->setFocus();
    show(marked(idAt(0), FindingMark::State::Accepted));
    QVERIFY(accept->hasFocus());
}

void FindingsTriageTest::stateIsShown()
{
    QVERIFY(list()->isColumnHidden(FindingsModel::State)); // nobody has said anything
    QCOMPARE(stateAt(0), QString());
    const int sentence = list()->columnWidth(FindingsModel::Message);
    Review review = marked(idAt(0), FindingMark::State::Accepted);
    review.marks[idAt(1)] = {FindingMark{FindingMark::State::FixRequested}, "ben",
        catalog::Time(std::chrono::seconds(1))};
    show(review);
    QCOMPARE(stateAt(0), QStringLiteral("accepted"));
    const QModelIndex state = list()->model()->index(0, FindingsModel::State);
    QVERIFY(!state.data(Qt::DecorationRole).isNull());
    QCOMPARE(state.data(Qt::AccessibleTextRole).toString(), QStringLiteral("accepted"));
    QVERIFY(!list()->isColumnHidden(FindingsModel::State));
    const int width = list()->columnWidth(FindingsModel::State);
    QVERIFY(width >= list()->sizeHintForIndex(state).width());
    QVERIFY(width <= list()->fontMetrics().averageCharWidth() * 20);
    QVERIFY(list()->columnWidth(FindingsModel::Message) <= sentence);
    QCOMPARE(stateAt(1), QStringLiteral("fix requested"));
    m_page->reveal({PageId::Findings, idAt(0), {}, {}});
    QVERIFY(test::showsTextWith(*m_page, QStringLiteral("Accepted: ana, ")));
    QVERIFY(triage("Accepted (A)") && triage("Accepted (A)")->isChecked());
    show({});
    QVERIFY(list()->isColumnHidden(FindingsModel::State));
    show(waived(idAt(0)));
    m_page->reveal({PageId::Findings, idAt(0), {}, {}});
    const QString until = shown(base::formatDay(m_run->request.today + std::chrono::days(9)));
    QCOMPARE(stateAt(current()), QStringLiteral("waived until ") + until);
    QVERIFY(test::showsText(*m_page, QStringLiteral("Waived until ") + until));
    QVERIFY(test::showsText(*m_page, QStringLiteral("known and agreed")));
    QVERIFY(test::showsTextWith(*m_page, QStringLiteral("Owner: ben")));
}

void FindingsTriageTest::undoneFindingIsChosen()
{
    QTest::keyClick(list(), Qt::Key_A);
    show(marked(idAt(0), FindingMark::State::Accepted));
    QTest::keyClick(list(), Qt::Key_J);
    QCOMPARE(current(), 2);
    show({}); // an undo, of which the page said nothing
    QCOMPARE(current(), 0);
}

void FindingsTriageTest::togglesByState()
{
    const int all = list()->model()->rowCount();
    show(marked(idAt(2), FindingMark::State::Accepted));
    auto* open = test::toolButtonStarting(*m_page, QStringLiteral("Not reviewed"));
    auto* done = test::toolButtonStarting(*m_page, QStringLiteral("Reviewed"));
    QVERIFY(open->text().endsWith(counted(all - 1)));
    QVERIFY(done->text().endsWith(counted(1)));
    QTest::mouseClick(done, Qt::LeftButton);
    QCOMPARE(list()->model()->rowCount(), 1);
    QCOMPARE(shownMessage(), shown(m_ranked[2]->message));
    QTest::mouseClick(open, Qt::LeftButton);
    QCOMPARE(list()->model()->rowCount(), all);
    QTest::mouseClick(done, Qt::LeftButton);
    QCOMPARE(list()->model()->rowCount(), all - 1);
}

void FindingsTriageTest::decidedFindingsLeaveTheList()
{
    const int all = list()->model()->rowCount();
    QTest::mouseClick(
        test::toolButtonStarting(*m_page, QStringLiteral("Not reviewed")), Qt::LeftButton);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_A);
    show(marked(idAt(0), FindingMark::State::Accepted));
    QCOMPARE(list()->model()->rowCount(), all - 1);
    QCOMPARE(current(), 0);
    QCOMPARE(shownMessage(), shown(m_ranked[1]->message));
    show({});
    QCOMPARE(list()->model()->rowCount(), all);
    QCOMPARE(shownMessage(), shown(m_ranked[0]->message));
    QCOMPARE(current(), 0);
}

void FindingsTriageTest::readOnlySaysWhy()
{
    auto readOnly = std::make_shared<OpenDataset>(*test::reviewed(m_run));
    readOnly->canReview = false;
    m_page->setDataset(readOnly);
    for (const char* text : {"Accept (A)", "Request a fix (F)", "Waive… (W)", "Comment… (C)"}) {
        QVERIFY(!triage(text)->isEnabled());
        QVERIFY(
            triage(text)->toolTip().contains(QLatin1String("This window only reads the catalog.")));
    }
    for (const int key : {Qt::Key_A, Qt::Key_F, Qt::Key_W, Qt::Key_C})
        QTest::keyClick(list(), static_cast<Qt::Key>(key));
    QVERIFY(m_list->said.empty() && m_list->unsaid.empty());
    QVERIFY(!m_page->findChild<QDialog*>());
    m_page->setDataset(nullptr);
    m_page->setDataset(m_run);
    QVERIFY(test::showsText(*m_page, QStringLiteral("The dataset is not in a catalog.")));
    QVERIFY(!triage("Accept (A)")->isEnabled());
}

void FindingsTriageTest::anotherRunClosesTheDialog()
{
    QTest::keyClick(list(), Qt::Key_C);
    show(marked(idAt(4), FindingMark::State::Accepted));
    auto* dialog = m_page->findChild<CommentDialog*>();
    QVERIFY(dialog);
    QVERIFY(dialog->isVisible());
    m_page->setDataset(nullptr);
    QTRY_VERIFY(!m_page->findChild<CommentDialog*>());
    QVERIFY(m_list->said.empty());
}

void FindingsTriageTest::everythingHasAName()
{
    QCOMPARE(test::unnamed(*m_page).join(QLatin1Char(',')), QString());
    QTest::keyClick(list(), Qt::Key_W);
    QCOMPARE(test::unnamed(*m_page->findChild<WaiverDialog*>()).join(QLatin1Char(',')), QString());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::FindingsTriageTest)
#include "tst_findings_triage.moc"
