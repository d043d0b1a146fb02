#include <QTest>

#include "ui/window/navigation.h"

namespace cupel::ui {

class NavigationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesBackAndForward();
    void goingSomewhereDropsWhatLayAhead();
    void theTrailBeginsAtTheLastTab();
    void forgetsTheOldestPlaces();
};

void NavigationTest::goesBackAndForward()
{
    Navigation navigation;
    QVERIFY(!navigation.canGoBack());
    navigation.visit({PageId::Findings});
    QVERIFY(!navigation.canGoBack());
    navigation.visit({PageId::Rows, "f-1"});
    QVERIFY(navigation.canGoBack());
    QVERIFY(navigation.back().page == PageId::Findings);
    QVERIFY(!navigation.canGoBack());
    QVERIFY(navigation.canGoForward());
    QCOMPARE(navigation.forward().item, std::string("f-1"));
}

void NavigationTest::goingSomewhereDropsWhatLayAhead()
{
    Navigation navigation;
    navigation.visit({PageId::Findings});
    navigation.visit({PageId::Rows});
    navigation.back();
    navigation.visit({PageId::Card});
    QVERIFY(!navigation.canGoForward());
    QVERIFY(navigation.back().page == PageId::Findings);
}

void NavigationTest::theTrailBeginsAtTheLastTab()
{
    Navigation navigation;
    navigation.visit({PageId::Overview});
    navigation.visit({PageId::Findings});
    navigation.visit({PageId::Fairness, "group-gaps/group-rates-sex"});
    navigation.visit({PageId::Rows, "f-1", {}, RowsQuery{}});
    const std::vector<Target> trail = navigation.trail();
    QCOMPARE(trail.size(), std::size_t{3});
    QVERIFY(trail.front().page == PageId::Findings);
    QVERIFY(trail.back().page == PageId::Rows);
    navigation.back();
    QCOMPARE(navigation.trail().size(), std::size_t{2});
}

void NavigationTest::forgetsTheOldestPlaces()
{
    Navigation navigation;
    for (std::size_t i = 0; i < Navigation::kMostPlaces + 50; ++i)
        navigation.visit({PageId::Columns, std::to_string(i)});
    std::size_t steps = 0;
    while (navigation.canGoBack()) {
        navigation.back();
        ++steps;
    }
    QCOMPARE(steps, Navigation::kMostPlaces - 1);
}

} // namespace cupel::ui

QTEST_APPLESS_MAIN(cupel::ui::NavigationTest)
#include "tst_navigation.moc"
