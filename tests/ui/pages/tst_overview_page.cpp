#include "ui/pages/overview_page.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/support/hostile.h"
#include "tests/ui/support/opened.h"
#include "tests/ui/support/widgets.h"
#include "ui/pages/block_table.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/link_label.h"
#include "ui/pages/tile.h"

Q_DECLARE_METATYPE(cupel::ui::Target)
Q_DECLARE_METATYPE(cupel::audits::Roles)

namespace cupel::ui {
namespace {

Target lastTarget(const QSignalSpy& spy)
{
    return spy.isEmpty() ? Target{} : spy.last().front().value<Target>();
}

TopicTile* tileOf(const QWidget& page, const QString& title)
{
    for (TopicTile* tile : page.findChildren<TopicTile*>()) {
        if (tile->accessibleName().startsWith(title + QLatin1Char(':')))
            return tile;
    }
    return nullptr;
}

void show(OverviewPage& page)
{
    page.resize(1'000, 900);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
}

} // namespace

class TestOverviewPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void withoutADatasetItSaysWhatWouldBeHere();
    void contradictionsStandFirst();
    void sentencesLeadToTheirFindings();
    void sentencesReadWell();
    void areasLeadToTheirPages();
    void whatWasNotLookedAtIsNotClean();
    void roleIsMissing();
    void proposalsBecomeRoles();
    void acceptedProposalsAreNotOfferedAgain();
    void commandIsCopied();
    void rejectedLinesAreListed();
    void partOfAResultSaysSo();
    void partOfTheRowsAndAPolicySaySo();
    void unreadFileSaysWhy();
    void placesAreRevealed();
    void placeIsKeptWhenTheSameIsShownAgain();
    void hostileNamesAreDrawnAsText();
    void adultIsShown();
};

void TestOverviewPage::withoutADatasetItSaysWhatWouldBeHere()
{
    OverviewPage page;
    show(page);
    QVERIFY(test::showsText(page, QStringLiteral("No dataset is open")));
    page.setDataset(test::openedSample());
    QVERIFY(!test::showsText(page, QStringLiteral("No dataset is open")));
    page.setDataset({});
    QVERIFY(test::showsText(page, QStringLiteral("No dataset is open")));
    QVERIFY(page.findChildren<LinkLabel*>().isEmpty());
}

void TestOverviewPage::contradictionsStandFirst()
{
    OverviewPage page;
    page.setDataset(test::openedSample());
    show(page);
    const QList<LinkLabel*> links = page.findChildren<LinkLabel*>();
    QVERIFY(links.size() >= 3);
    QCOMPARE(links.front()->text(),
        QStringLiteral("The card declares MIT (README.md line 8); LICENSE is CC-BY-NC-4.0 "
                       "(LICENSE line 1)."));
    QVERIFY(test::showsTextWith(page, QStringLiteral("errors, ")));
}

void TestOverviewPage::sentencesLeadToTheirFindings()
{
    const OpenDatasetPtr sample = test::openedSample();
    OverviewPage page;
    page.setDataset(sample);
    show(page);
    QSignalSpy followed(&page, &Page::followed);
    const auto matter = reports::findingsThatMatter(sample->report->datasets);
    const QList<LinkLabel*> links = page.findChildren<LinkLabel*>();
    QTest::mouseClick(links[0], Qt::LeftButton, {}, QPoint(5, links[0]->height() / 2));
    QCOMPARE(lastTarget(followed).page, PageId::Findings);
    QCOMPARE(lastTarget(followed).item, matter[0].finding->id(sample->dataset().name));
    QTest::keyClick(links[1], Qt::Key_Enter);
    QCOMPARE(followed.size(), 2);
    QCOMPARE(lastTarget(followed).item, matter[1].finding->id(sample->dataset().name));
}

void TestOverviewPage::sentencesReadWell()
{
    OverviewPage page;
    page.setDataset(test::openedSample());
    show(page);
    for (const int width : {700, 1'066, 2'400}) {
        page.resize(width, 900);
        QCoreApplication::processEvents();
        const QList<LinkLabel*> links = page.findChildren<LinkLabel*>();
        QCOMPARE(links.front()->aside(), QStringLiteral("Licence"));
        QCOMPARE(links.front()->accessibleDescription(), QStringLiteral("Licence"));
        const auto endOf = [&page](const LinkLabel* link) {
            return link->mapTo(&page, QPoint(link->width(), 0)).x();
        };
        const int title = page.findChild<HeadingLabel*>()->mapTo(&page, QPoint()).x()
            + page.findChild<HeadingLabel*>()->width();
        for (const LinkLabel* link : links) {
            const int unit = link->fontMetrics().averageCharWidth();
            QVERIFY(link->contentsRect().width() <= unit * 100);
            QVERIFY(link->contentsRect().width() >= std::min(unit * 60, link->width() - 20));
            QVERIFY(link->height() >= link->heightForWidth(link->width()));
            QCOMPARE(endOf(link), title);
        }
    }
}

void TestOverviewPage::areasLeadToTheirPages()
{
    OverviewPage page;
    page.setDataset(test::openedSample());
    show(page);
    QSignalSpy followed(&page, &Page::followed);
    for (const auto& [title, id] :
        {std::pair{"Licence", PageId::License}, std::pair{"Data Card", PageId::Card},
            std::pair{"Imbalance", PageId::Balance}, std::pair{"Fairness", PageId::Fairness},
            std::pair{"Data quality", PageId::Findings}}) {
        TopicTile* const tile = tileOf(page, QString::fromLatin1(title));
        QVERIFY2(tile, title);
        QTest::mouseClick(tile, Qt::LeftButton);
        QCOMPARE(lastTarget(followed).page, id);
        QTest::keyClick(tile, Qt::Key_Return);
        QCOMPARE(lastTarget(followed).page, id);
    }
    QCOMPARE(followed.size(), 10);
}

void TestOverviewPage::whatWasNotLookedAtIsNotClean()
{
    const QTemporaryDir folder;
    OverviewPage page;
    page.setDataset(test::openedText(folder, "a,b\n1,2\n3,4\n"));
    QCOMPARE(tileOf(page, QStringLiteral("Fairness"))->accessibleName(),
        QStringLiteral("Fairness: not run"));
    QCOMPARE(tileOf(page, QStringLiteral("Licence"))->accessibleName(),
        QStringLiteral("Licence: not run"));
}

void TestOverviewPage::roleIsMissing()
{
    const QTemporaryDir folder;
    OverviewPage page;
    page.setDataset(test::openedText(folder, "a,b\n1,2\n3,4\n"));
    show(page);
    QSignalSpy followed(&page, &Page::followed);
    QPushButton* const choose = test::buttonNamed(page, QStringLiteral("Choose roles…"));
    QVERIFY(choose);
    QTest::mouseClick(choose, Qt::LeftButton);
    QCOMPARE(lastTarget(followed).page, PageId::Fairness);
    QVERIFY(test::showsTextWith(page, QStringLiteral("README.md")));
    QVERIFY(test::showsText(page, QStringLiteral("does not apply: no label column")));
}

void TestOverviewPage::proposalsBecomeRoles()
{
    const QTemporaryDir folder;
    const OpenDatasetPtr dataset
        = test::openedText(folder, "sex,x,label\nF,1,yes\nM,2,no\nF,3,yes\nM,4,no\n");
    QVERIFY(dataset->dataset().proposals.size() >= 2);
    OverviewPage page;
    page.setDataset(dataset);
    show(page);
    QSignalSpy chosen(&page, &Page::rolesEdited);
    const auto last
        = [&] { return chosen.last().front().value<RolesEdit>()(dataset->dataset().roles); };
    auto* const use = test::inputNamed<QPushButton>(page, QStringLiteral("Use sex as group"));
    QVERIFY(use);
    QTest::mouseClick(use, Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    auto roles = last();
    QCOMPARE(roles.roleOf("sex"), std::string("group"));
    QVERIFY(!roles.label);
    QTest::mouseClick(test::buttonNamed(page, QStringLiteral("Use all")), Qt::LeftButton);
    roles = last();
    QCOMPARE(roles.roleOf("sex"), std::string("group"));
    QVERIFY(roles.label.has_value());
}

void TestOverviewPage::acceptedProposalsAreNotOfferedAgain()
{
    const QTemporaryDir folder;
    const OpenDatasetPtr read
        = test::openedText(folder, "sex,x,label\nF,1,yes\nM,2,no\nF,3,yes\nM,4,no\n");
    auto report = std::make_shared<reports::Report>(*read->report);
    report->acceptedProposals = true;
    auto dataset = std::make_shared<OpenDataset>(*read);
    dataset->report = report;
    OverviewPage page;
    page.setDataset(dataset);
    show(page);
    QVERIFY(test::showsText(page, QStringLiteral("Taken from the data")));
    QVERIFY(!test::buttonNamed(page, QStringLiteral("Use")));
    QVERIFY(!test::buttonNamed(page, QStringLiteral("Use all")));
}

void TestOverviewPage::commandIsCopied()
{
    const QTemporaryDir folder;
    audits::Roles roles;
    roles.label = audits::LabelRole{"it's <b>", "yes", {}, {}};
    OverviewPage page;
    page.setDataset(test::openedText(folder, "it's <b>,x\nyes,1\nno,2\n", roles));
    show(page);
    QTest::mouseClick(test::buttonNamed(page, QStringLiteral("Copy as command")), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(
        QStringLiteral("data.csv --label 'it'\\''s <b>' --favourable yes")));
    QVERIFY(test::showsText(page, QStringLiteral("Copied.")));
}

void TestOverviewPage::rejectedLinesAreListed()
{
    const QTemporaryDir folder;
    OverviewPage page;
    page.setDataset(test::openedText(folder, "a,b\n1,2\n3\n4,5\n6,7,8\n"));
    show(page);
    auto* const table = test::viewNamed(
        page, QStringLiteral("Lines that are not in the table, or were read against the rules"));
    QVERIFY(table);
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("3"));
    QCOMPARE(table->model()->index(0, 1).data().toString(), QStringLiteral("rejected"));
    QCOMPARE(table->model()->index(1, 0).data().toString(), QStringLiteral("5"));
}

void TestOverviewPage::partOfAResultSaysSo()
{
    auto report = std::make_shared<reports::Report>(*test::openedSample()->report);
    report->reasons = {"class-imbalance failed"};
    auto dataset = std::make_shared<OpenDataset>(*test::openedSample());
    dataset->report = report;
    OverviewPage page;
    page.setDataset(dataset);
    QVERIFY(test::showsText(
        page, QStringLiteral("This is a part of the result: class-imbalance failed.")));
}

/// What was not looked at because somebody asked so.
void TestOverviewPage::partOfTheRowsAndAPolicySaySo()
{
    auto dataset = std::make_shared<OpenDataset>(*test::openedSample());
    auto report = std::make_shared<reports::Report>(*dataset->report);
    report->datasets.front().whereText = "sex = Female";
    report->datasets.front().whereRows = 1809;
    report->policy.file = "ours.yaml";
    findings::RuleSettings off;
    off.rule = "data.constant-column";
    off.enabled = findings::Setting<bool>{false, "ours.yaml:9"};
    report->policy.rules.push_back(off);
    dataset->found = report; // another run
    dataset->report = report;
    OverviewPage page;
    page.setDataset(dataset);
    show(page);
    QVERIFY(test::showsTextWith(page, QStringLiteral("Only rows where sex = Female")));
    QVERIFY(test::showsTextWith(page, QStringLiteral("1,809 of 5,000")));
    QVERIFY(test::showsTextWith(page, QStringLiteral("policy ours.yaml")));
    QVERIFY(test::showsTextWith(page, QStringLiteral("switched off: data.constant-column")));
    page.setDataset(test::openedSample());
    QVERIFY(!test::showsTextWith(page, QStringLiteral("Only rows where")));
    QVERIFY(!test::showsTextWith(page, QStringLiteral("ours.yaml")));
}

void TestOverviewPage::unreadFileSaysWhy()
{
    auto report = std::make_shared<reports::Report>();
    report->unread.push_back(
        {"/data/<b>.csv", {base::ErrorCode::NotData, "is no text", "convert it", {}}});
    auto dataset = std::make_shared<OpenDataset>();
    dataset->report = report;
    OverviewPage page;
    page.setDataset(dataset);
    QVERIFY(test::showsText(page, QStringLiteral("/data/<b>.csv: is no text\nconvert it")));
}

void TestOverviewPage::placesAreRevealed()
{
    OverviewPage page;
    page.setDataset(test::openedSample());
    show(page);
    page.reveal({PageId::Overview, "command", {}, {}});
    auto* const heading = qobject_cast<HeadingLabel*>(QApplication::focusWidget());
    QVERIFY(heading);
    QCOMPARE(heading->text(), QStringLiteral("The same from the command line"));
    QTRY_VERIFY(!heading->visibleRegion().isEmpty());
    page.reveal({PageId::Overview, {}, {}, {}});
}

void TestOverviewPage::placeIsKeptWhenTheSameIsShownAgain()
{
    OverviewPage page;
    page.setDataset(test::openedSample());
    page.resize(1'000, 500);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QScrollBar* const bar = page.findChild<QScrollArea*>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 200);
    bar->setValue(200);
    page.setDataset(std::make_shared<OpenDataset>(*test::openedSample()));
    QTRY_COMPARE(bar->value(), 200);
    const QTemporaryDir folder;
    page.setDataset(test::openedText(folder, "a,b\n1,2\n3,4\n"));
    QTRY_COMPARE(bar->value(), 0);
}

void TestOverviewPage::hostileNamesAreDrawnAsText()
{
    const QTemporaryDir folder;
    const QString image = test::redImage(folder);
    const QByteArray huge(1'000'000, 'n');
    const QByteArray names = "<=50K,\u202Eabc," + huge + "," + image.toUtf8();
    audits::Roles roles;
    roles.groups = {{image.toStdString(), {}, {}}, {"<=50K", {}, {}}, {huge.toStdString(), {}, {}}};
    const OpenDatasetPtr dataset = test::openedText(
        folder, names + "\n<b>,1,2," + image.toUtf8() + "\nF,2,3,x\nM,2\n", roles);
    QVERIFY(dataset);
    OverviewPage page;
    QElapsedTimer clock;
    clock.start();
    page.setDataset(dataset);
    page.resize(1'000, 2'000);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QVERIFY2(clock.elapsed() < 3'000, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(test::redPixels(page), 0);
    QCOMPARE(test::guessingLabels(page), QStringList());
    QCOMPARE(test::unnamed(page), QStringList());
    QVERIFY(test::showsText(page, QStringLiteral("<=50K")));
}

void TestOverviewPage::adultIsShown()
{
    const OpenDatasetPtr adult = test::openedAdult();
    if (!adult)
        QSKIP("Adult is not there");
    OverviewPage page;
    page.setDataset(adult);
    show(page);
    QVERIFY(test::showsTextWith(page, QStringLiteral("32,561 rows, 15 columns")));
    QVERIFY(test::showsTextWith(page, QStringLiteral("favourable value >50K")));
    QCOMPARE(tileOf(page, QStringLiteral("Licence"))->accessibleName(),
        QStringLiteral("Licence: not run"));
    QTRY_COMPARE(test::clippedLabels(page), QStringList());
    QCOMPARE(test::unnamed(page), QStringList());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::TestOverviewPage)
#include "tst_overview_page.moc"
