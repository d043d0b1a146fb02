#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <memory>

#include "core/findings/policy_reader.h"
#include "tests/ui/support/opened.h"
#include "tests/ui/support/widgets.h"
#include "ui/models/findings_model.h"
#include "ui/pages/finding_inspector.h"
#include "ui/pages/findings_page.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

class FindingsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysWhyItIsEmpty();
    void cleanLooksDifferentFromNothing();
    void movesWithTheKeyboard();
    void lettersAreTypedInTheFilter();
    void countsWhatItShows();
    void enterFollows();
    void rowsOfTheInspectorAreThoseOfTheReport();
    void copiesWhatTheCommandLineTakes();
    void revealsWhatAFilterHides();
    void keepsTheChosenFinding();
    void sentencesHaveTheRoom();
    void everythingHasAName();

private:
    QTableView* list() const { return m_page->findChild<QTableView*>(); }
    int current() const { return list()->currentIndex().row(); }
    QPushButton* button(const QString& text) const;
    static const findings::Finding& gap()
    {
        return test::findingOf(*test::openedSample(), "fairness.base-rate-gap", "sex");
    }

    std::unique_ptr<FindingsPage> m_page;
    std::vector<Target> m_followed;
};

void FindingsPageTest::init()
{
    m_followed.clear();
    m_page = std::make_unique<FindingsPage>();
    connect(m_page.get(), &Page::followed, this,
        [this](const Target& target) { m_followed.push_back(target); });
    m_page->resize(1400, 900);
    m_page->setDataset(test::openedSample());
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    list()->setFocus();
    QApplication::setActiveWindow(m_page.get());
}

QPushButton* FindingsPageTest::button(const QString& text) const
{
    for (QPushButton* one : m_page->findChild<FindingInspector*>()->findChildren<QPushButton*>()) {
        if (one->text() == text)
            return one;
    }
    return nullptr;
}

void FindingsPageTest::saysWhyItIsEmpty()
{
    m_page->setDataset(nullptr);
    QVERIFY(!list()->isVisible());
    QVERIFY(test::showsText(*m_page, QStringLiteral("No dataset is open")));
}

void FindingsPageTest::cleanLooksDifferentFromNothing()
{
    reports::Report report;
    report.datasets.emplace_back();
    report.datasets.back().audits.push_back({"audit", "Audit", {}});
    auto clean = std::make_shared<OpenDataset>();
    clean->report = std::make_shared<const reports::Report>(std::move(report));
    m_page->setDataset(clean);
    QVERIFY(test::showsText(*m_page, QStringLiteral("Nothing was found")));
    QVERIFY(!test::showsText(*m_page, QStringLiteral("No dataset is open")));
    auto* overview = test::buttonNamed(*m_page, QStringLiteral("Open the overview"));
    QVERIFY(overview && overview->isVisible());
    QTest::mouseClick(overview, Qt::LeftButton);
    QCOMPARE(m_followed.size(), 1U);
    QVERIFY(m_followed.front().page == PageId::Overview);
}

void FindingsPageTest::movesWithTheKeyboard()
{
    QCOMPARE(current(), 0);
    QTest::keyClick(list(), Qt::Key_J);
    QTest::keyClick(list(), Qt::Key_J);
    QCOMPARE(current(), 2);
    QTest::keyClick(list(), Qt::Key_K);
    QCOMPARE(current(), 1);
    QTest::keyClick(list(), Qt::Key_Down);
    QCOMPARE(current(), 2);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(list(), Qt::Key_K);
    QCOMPARE(current(), 0);
    const auto* inspector = m_page->findChild<FindingInspector*>();
    const auto ranked = reports::rankedFindings(test::openedSample()->dataset());
    QCOMPARE(inspector->finding(), ranked.front());
}

void FindingsPageTest::lettersAreTypedInTheFilter()
{
    auto* text = m_page->findChild<QLineEdit*>();
    text->setFocus();
    QTest::keyClicks(text, QStringLiteral("jk"));
    QCOMPARE(text->text(), QStringLiteral("jk"));
    QVERIFY(test::showsText(*m_page, QStringLiteral("No finding matches")));
    QTest::mouseClick(
        test::buttonNamed(*m_page, QStringLiteral("Clear the filters")), Qt::LeftButton);
    QCOMPARE(text->text(), QString());
    QVERIFY(list()->isVisible());
}

void FindingsPageTest::countsWhatItShows()
{
    const int all = list()->model()->rowCount();
    auto* errors = test::toolButtonStarting(*m_page, QStringLiteral("Errors"));
    QVERIFY(errors);
    QTest::mouseClick(errors, Qt::LeftButton);
    const int shownRows = list()->model()->rowCount();
    QVERIFY(shownRows > 0 && shownRows < all);
    QVERIFY(test::showsText(
        *m_page, QStringLiteral("%1 of %2 findings shown").arg(counted(shownRows), counted(all))));
    QVERIFY(errors->text().endsWith(counted(shownRows)));
}

void FindingsPageTest::enterFollows()
{
    m_page->reveal({PageId::Findings, gap().id("loans"), {}, {}});
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(m_followed.size(), 1U);
    QVERIFY(m_followed.front().page == PageId::Fairness);
    QCOMPARE(m_followed.front().item, std::string("group-gaps/group-rates:sex"));
}

void FindingsPageTest::rowsOfTheInspectorAreThoseOfTheReport()
{
    const OpenDatasetPtr sample = test::openedSample();
    for (const findings::Finding* finding : reports::rankedFindings(sample->dataset())) {
        m_page->reveal({PageId::Findings, finding->id("loans"), {}, {}});
        m_followed.clear();
        for (QPushButton* one :
            m_page->findChild<FindingInspector*>()->findChildren<QPushButton*>()) {
            if (one->text() == QLatin1String("Show rows"))
                QTest::mouseClick(one, Qt::LeftButton);
        }
        QCOMPARE(m_followed.size(), finding->evidence.size());
        for (std::size_t i = 0; i < m_followed.size(); ++i) {
            QVERIFY(m_followed[i].rows->filter == finding->evidence[i].filter);
            QVERIFY(test::showsText(
                *m_page, QStringLiteral("%1 rows").arg(counted(finding->evidence[i].count))));
        }
    }
}

void FindingsPageTest::copiesWhatTheCommandLineTakes()
{
    const findings::Finding& first = gap();
    m_page->reveal({PageId::Findings, first.id("loans"), {}, {}});
    QTest::mouseClick(button(QStringLiteral("Copy as rows command")), Qt::LeftButton);
    const QString id = shown(first.id("loans"));
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("cupel rows ") + id));
    QTest::mouseClick(button(QStringLiteral("Copy as policy line")), Qt::LeftButton);
    const auto reading = findings::parsePolicy(
        "version: 1\nwaivers:\n" + bytesOf(QApplication::clipboard()->text()), "policy.yaml");
    QVERIFY(reading.problems.empty());
    QVERIFY(reading.policy.waivers.front().covers(first, "loans"));
    QTest::mouseClick(button(QStringLiteral("Copy text")), Qt::LeftButton);
    QVERIFY(QApplication::clipboard()->text().contains(id));
    QVERIFY(QApplication::clipboard()->text().contains(shown(first.message)));
}

void FindingsPageTest::revealsWhatAFilterHides()
{
    const auto ranked = reports::rankedFindings(test::openedSample()->dataset());
    const std::string last = ranked.back()->id("loans");
    m_page->findChild<QLineEdit*>()->setText(QStringLiteral("no finding has this"));
    m_page->reveal({PageId::Findings, last, {}, {}});
    QCOMPARE(m_page->findChild<FindingInspector*>()->finding(), ranked.back());
    QVERIFY(list()->hasFocus());
}

void FindingsPageTest::keepsTheChosenFinding()
{
    QTest::keyClick(list(), Qt::Key_J);
    QTest::keyClick(list(), Qt::Key_J);
    const auto* before = m_page->findChild<FindingInspector*>()->finding();
    const auto again = std::make_shared<const OpenDataset>(*test::openedSample());
    m_page->setDataset(again);
    QCOMPARE(m_page->findChild<FindingInspector*>()->finding(), before);
}

void FindingsPageTest::sentencesHaveTheRoom()
{
    m_page->resize(1'060, 800); // in a window of 1280
    QApplication::processEvents();
    const int unit = list()->fontMetrics().averageCharWidth();
    QVERIFY(list()->columnWidth(FindingsModel::Message) >= unit * 72);
    const auto end = [this](int column) {
        return list()->columnViewportPosition(column) + list()->columnWidth(column);
    };
    QCOMPARE(end(FindingsModel::Area), list()->viewport()->width());
    // What a person gives stays.
    list()->setColumnWidth(FindingsModel::Area, 180);
    m_page->setDataset(nullptr);
    m_page->setDataset(test::openedSample());
    QCOMPARE(list()->columnWidth(FindingsModel::Area), 180);
    FindingsPage other;
    other.resize(1'060, 800);
    other.restoreLayout(m_page->layoutState());
    other.setDataset(test::openedSample());
    auto* const its = test::viewNamed(other, QStringLiteral("Findings"));
    QCOMPARE(its->columnWidth(FindingsModel::Area), 180);
}

void FindingsPageTest::everythingHasAName()
{
    QCOMPARE(test::unnamed(*m_page).join(QLatin1Char(',')), QString());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::FindingsPageTest)
#include "tst_findings_page.moc"
