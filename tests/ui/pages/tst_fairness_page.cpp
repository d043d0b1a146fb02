#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <tuple>

#include "tests/ui/support/opened.h"
#include "tests/ui/support/reviewed.h"
#include "tests/ui/support/shown_page.h"
#include "tests/ui/support/widgets.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/heat_map_panel.h"
#include "ui/pages/check_button.h"
#include "ui/pages/fairness_page.h"
#include "ui/pages/metrics_table.h"
#include "ui/pages/roles_bar.h"

namespace cupel::ui {
namespace {

QPushButton* buttonNamed(const QWidget& page, const QString& name)
{
    for (QPushButton* button : page.findChildren<QPushButton*>()) {
        if (button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

void choose(QComboBox& choice, const QString& text)
{
    const int index = choice.findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    choice.setCurrentIndex(index);
    Q_EMIT choice.activated(index);
}

const QByteArray kSmall = "age,sex,guess,hired\n"
                          "20,F,yes,yes\n30,M,no,no\n40,F,yes,no\n50,M,yes,yes\n";

} // namespace

class FairnessPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyScheme(*qApp, Scheme::Light, QApplication::palette()); }
    void emptyWithoutADataset();
    void proposesLabelAndGroups();
    void asksForTheFavourableValue();
    void anEditOfTheReviewKeepsWhatIsBeingChosen();
    void showsTheGapsOfEveryGroup();
    void marksLeadToTheirRows();
    void subgroupsWithoutAFilterSaySo();
    void revealsSubgroupsInMapAndChart();
    void metricsHaveIntervals();
    void undefinedMetricsSayWhy();
    void onlyAPartIsOfItsWhole();
    void whatIsWeightedSaysSo();
    void saysItWhereNoColumnIsProposed();
    void theBarGathersRoles();
    void groupsHaveOneOrder();
    void theBarReadsRanges();
    void tabEndsAtAuditAgain();
    void theBarLeavesOtherRolesAlone();
    void thousandsOfColumnsCanBeChosenFrom();
    void choicesSurviveAnAudit();
    void adultGroupsAreCounted();
};

void FairnessPageTest::emptyWithoutADataset()
{
    const auto page = test::shownPage<FairnessPage>(nullptr);
    QVERIFY(!page->bar().isVisible());
    page->setDataset(test::openedSample());
    QVERIFY(page->bar().isVisible());
    page->setDataset(nullptr);
    QVERIFY(!page->bar().isVisible());
}

void FairnessPageTest::proposesLabelAndGroups()
{
    const QTemporaryDir folder;
    const auto page = test::shownPage<FairnessPage>(test::openedText(folder, kSmall));
    QSignalSpy chosen(page.get(), &Page::rolesEdited);
    QPushButton* button = buttonNamed(*page, QStringLiteral("Use sex as group"));
    QVERIFY(button);
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(chosen.size(), 1);
    auto roles = chosen.at(0).at(0).value<RolesEdit>()({});
    QCOMPARE(roles.groups.size(), std::size_t{1});
    QCOMPARE(roles.groups[0].column, std::string("sex"));
    button = buttonNamed(*page, QStringLiteral("Use hired as label"));
    QVERIFY(button);
    QTest::mouseClick(button, Qt::LeftButton);
    roles = chosen.at(1).at(0).value<RolesEdit>()({});
    QCOMPARE(roles.label->column, std::string("hired"));
}

void FairnessPageTest::asksForTheFavourableValue()
{
    const QTemporaryDir folder;
    audits::Roles roles;
    roles.label = audits::LabelRole{"hired", {}, {}, {}};
    roles.groups = {{"sex", {}, {}}};
    const auto page = test::shownPage<FairnessPage>(test::openedText(folder, kSmall, roles));
    QSignalSpy chosen(page.get(), &Page::rolesChosen);
    QVERIFY(!page->bar().again().isEnabled());
    choose(page->bar().favourable(), QStringLiteral("yes"));
    QVERIFY(page->bar().again().isEnabled());
    QTest::mouseClick(&page->bar().again(), Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).value<audits::Roles>().label->favourable,
        std::optional<std::string>("yes"));
}

/// The bar keeps what is not audited yet, and the charts are not made again, unless a finding is
/// waived.
void FairnessPageTest::anEditOfTheReviewKeepsWhatIsBeingChosen()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    const auto page = test::shownPage<FairnessPage>(dataset);
    choose(page->bar().label(), QStringLiteral("credit_history"));
    const QPointer<ChartPanel> panel = page->chart("group-gaps/group-rates:sex");
    pipeline::Review review;
    review.comments[pipeline::commentTarget(pipeline::CommentOn::Column, "sex")]
        = {pipeline::Comment{"words", false}, {}, {}};
    page->setDataset(test::reviewed(test::openedSample(), review));
    QCOMPARE(page->bar().label().currentText(), QStringLiteral("credit_history"));
    QVERIFY(panel);
    const findings::Finding& gap
        = test::findingOf(*test::openedSample(), "fairness.base-rate-gap", "sex");
    reports::WaiverWords waiver;
    waiver.reason = "reason";
    waiver.owner = "owner";
    waiver.until = base::Day(std::chrono::days(40'000));
    review.waivers[gap.id(dataset->dataset().name)] = {waiver, {}, {}};
    page->setDataset(test::reviewed(test::openedSample(), review));
    QVERIFY(!panel);
    QCOMPARE(page->bar().label().currentText(), QStringLiteral("credit_history"));
}

void FairnessPageTest::showsTheGapsOfEveryGroup()
{
    const OpenDatasetPtr dataset = test::openedSample();
    const auto page = test::shownPage<FairnessPage>(dataset);
    for (const char* id : {"group-gaps", "group-gaps-predictions"}) {
        const reports::AuditReport* audit = dataset->audit(id);
        QVERIFY(audit);
        for (const charts::ChartSpec& spec : audit->result.charts) {
            ChartPanel* panel = page->chart(audit->id + "/" + spec.id);
            QVERIFY2(panel, spec.id.c_str());
            QVERIFY(!panel->chart().rows().rows.empty());
        }
    }
    HeatMapPanel* map = page->heatMap("group-gaps/intersection-rates:sex,ethnicity");
    QVERIFY(map);
    const QAbstractItemModelTester tester(
        map->map().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

/// Every mark of every chart leads to as many rows as it says.
void FairnessPageTest::marksLeadToTheirRows()
{
    const OpenDatasetPtr dataset = test::openedSample();
    const auto page = test::shownPage<FairnessPage>(dataset);
    QSignalSpy followed(page.get(), &Page::followed);
    const reports::AuditReport* audit = dataset->audit("group-gaps");
    QVERIFY(audit);
    for (const charts::ChartSpec& spec : audit->result.charts) {
        ChartPanel* panel = page->chart("group-gaps/" + spec.id);
        const audits::ResultTable& table = panel->table();
        const auto n = static_cast<std::size_t>(
            std::find(table.columns.begin(), table.columns.end(), "n") - table.columns.begin());
        for (std::size_t i = 0; i < panel->chart().rows().rows.size(); ++i) {
            followed.clear();
            panel->chart().activate(i);
            const auto row = panel->chart().rows().rows[i].tableRow;
            if (followed.isEmpty()) {
                QVERIFY(spec.id.rfind("intersection", 0) == 0);
                continue;
            }
            const auto target = followed.at(0).at(0).value<Target>();
            QCOMPARE(test::rowsPassing(*dataset, target.rows->filter),
                std::get<std::int64_t>(table.rows[row.value()][n]));
        }
    }
}

void FairnessPageTest::subgroupsWithoutAFilterSaySo()
{
    const auto page = test::shownPage<FairnessPage>(test::openedSample());
    ChartPanel* panel = page->chart("group-gaps/intersection-rates:sex,ethnicity");
    QSignalSpy followed(page.get(), &Page::followed);
    panel->chart().activate(panel->chart().rows().rows.size() - 1); // "(missing)"
    QVERIFY(followed.isEmpty());
    const auto labels = panel->findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->text().startsWith(QStringLiteral("No single filter"));
    }));
}

void FairnessPageTest::revealsSubgroupsInMapAndChart()
{
    const auto page = test::shownPage<FairnessPage>(test::openedSample());
    const std::string item = "group-gaps/intersection-rates:sex,ethnicity";
    page->reveal({PageId::Fairness, item, 3, {}});
    ChartPanel* panel = page->chart(item);
    QTRY_VERIFY(!panel->visibleRegion().isEmpty());
    QVERIFY(panel->chart().highlighted());
    HeatMap& map = page->heatMap(item)->map();
    QCOMPARE(map.currentIndex(), map.cells().indexOf(3));
    QVERIFY(map.currentIndex().isValid());
}

void FairnessPageTest::metricsHaveIntervals()
{
    const auto page = test::shownPage<FairnessPage>(test::openedSample());
    auto* table = page->findChild<MetricsTable*>();
    MetricsModel& model = table->metrics();
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    int intervals = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const audits::Metric& metric = model.metric(row);
        const QString interval = model.index(row, MetricsModel::Interval).data().toString();
        QCOMPARE(interval.contains(QStringLiteral(" to ")), metric.interval.has_value());
        intervals += metric.interval ? 1 : 0;
    }
    QVERIFY(intervals > 50);
    // Few at first, each with its column.
    const QAbstractItemModel* seen = table->view().model();
    QVERIFY(seen->rowCount() < 40);
    QVERIFY(seen->index(0, MetricsModel::Of).data().toString().contains(QStringLiteral("sex")));
}

void FairnessPageTest::onlyAPartIsOfItsWhole()
{
    MetricsModel model;
    audits::Metric metric;
    metric.id = "imbalance-ratio";
    for (const auto& [upper, lower, words] :
        {std::tuple{746.0, 1'809.0, "746 of 1,809"}, std::tuple{961.0, 136.0, "961 / 136"}}) {
        auto open = std::make_shared<OpenDataset>(*test::openedSample());
        reports::Report report = *open->report;
        metric.numerator = upper;
        metric.denominator = lower;
        report.datasets.front().audits.front().result.metrics = {metric};
        open->report = std::make_shared<const reports::Report>(report);
        model.setMetrics(open, {open->dataset().audits.front().id}, {}, {});
        QCOMPARE(model.index(0, MetricsModel::Counts).data().toString(), QLatin1String(words));
    }
}

void FairnessPageTest::whatIsWeightedSaysSo()
{
    const QTemporaryDir folder;
    audits::Roles roles;
    roles.label = audits::LabelRole{"hired", "yes", {}, {}};
    roles.groups = {{"sex", {}, {}}};
    roles.weight = "age";
    const auto page = test::shownPage<FairnessPage>(test::openedText(folder, kSmall, roles));
    const MetricsModel& model = page->findChild<MetricsTable*>()->metrics();
    int weighted = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString counts = model.index(row, MetricsModel::Counts).data().toString();
        const bool saysSo = counts.endsWith(QStringLiteral("(weights)"));
        QCOMPARE(saysSo, model.metric(row).numerator && model.metric(row).weights);
        weighted += saysSo ? 1 : 0;
    }
    QVERIFY(weighted > 0);
}

void FairnessPageTest::saysItWhereNoColumnIsProposed()
{
    const QTemporaryDir folder;
    audits::Roles roles;
    roles.label = audits::LabelRole{"b", "x", {}, {}};
    const auto page
        = test::shownPage<FairnessPage>(test::openedText(folder, "a,b\n1,x\n2,y\n", roles));
    QVERIFY(test::showsTextWith(*page, QStringLiteral("No column looks like a group")));
    QVERIFY(!test::showsTextWith(*page, QStringLiteral("one of these columns")));
}

void FairnessPageTest::undefinedMetricsSayWhy()
{
    const QTemporaryDir folder;
    audits::Roles roles;
    roles.label = audits::LabelRole{"hired", "yes", {}, {}};
    roles.groups = {{"sex", {}, {}}};
    const auto page = test::shownPage<FairnessPage>(
        test::openedText(folder, "sex,hired\nF,yes\nF,no\n", roles));
    auto* table = page->findChild<MetricsTable*>();
    QVERIFY(table);
    int undefined = 0;
    for (int row = 0; row < table->metrics().rowCount(); ++row) {
        const audits::Metric& metric = table->metrics().metric(row);
        const QString value = table->metrics().index(row, MetricsModel::Value).data().toString();
        QCOMPARE(value.startsWith(QStringLiteral("–")), !metric.value.isDefined());
        undefined += metric.value.isDefined() ? 0 : 1;
        QVERIFY(value.contains(QString::fromStdString(metric.value.reason())));
    }
    QVERIFY(undefined > 0);
}

void FairnessPageTest::theBarGathersRoles()
{
    const QTemporaryDir folder;
    const auto page = test::shownPage<FairnessPage>(test::openedText(folder, kSmall));
    RolesBar& bar = page->bar();
    QVERIFY(!bar.isChanged());
    choose(bar.label(), QStringLiteral("hired"));
    choose(bar.favourable(), QStringLiteral("yes"));
    bar.groups().openList();
    QListView& list = bar.groups().list();
    QCOMPARE(list.model()->rowCount(), 3); // not the label
    list.setCurrentIndex(list.model()->index(1, 0));
    QTest::keyClick(&list, Qt::Key_Space);
    QTest::mouseClick(
        list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(0, 0)).center());
    QCOMPARE(bar.roles().groups.size(), std::size_t{2});
    QCOMPARE(bar.groups().text(), QStringLiteral("age, sex"));
    QTest::keyClick(&list, Qt::Key_Escape);
    choose(*bar.reference(1), QStringLiteral("M"));
    bar.subgroups().openList();
    QTest::keyClick(&bar.subgroups().list(), Qt::Key_Space);
    choose(bar.prediction(), QStringLiteral("guess"));
    QVERIFY(bar.isChanged());
    QSignalSpy chosen(page.get(), &Page::rolesChosen);
    QTest::mouseClick(&bar.again(), Qt::LeftButton);
    const auto roles = chosen.at(0).at(0).value<audits::Roles>();
    QCOMPARE(roles.label->column, std::string("hired"));
    QCOMPARE(roles.label->favourable, std::optional<std::string>("yes"));
    QCOMPARE(roles.groups[0].column, std::string("age"));
    QCOMPARE(roles.groups[1].column, std::string("sex"));
    QCOMPARE(roles.groups[1].reference, std::optional<std::string>("M"));
    QCOMPARE(roles.intersections, (std::vector<std::vector<std::string>>{{"age", "sex"}}));
    QCOMPARE(roles.prediction, std::string("guess"));
    // What was gathered can be audited with.
    page->setDataset(test::openedText(folder, kSmall, roles));
    QVERIFY(page->chart("group-gaps-predictions/true-positive-rate:sex"));
    QVERIFY(!bar.isChanged());
}

void FairnessPageTest::groupsHaveOneOrder()
{
    const QTemporaryDir folder;
    audits::Roles roles;
    roles.label = audits::LabelRole{"hired", "yes", "yes", {}};
    roles.groups = {{"sex", std::nullopt, {}}, {"age", std::nullopt, {}}};
    const auto page = test::shownPage<FairnessPage>(test::openedText(folder, kSmall, roles));
    RolesBar& bar = page->bar();
    const auto compared = [&bar] {
        QStringList names;
        for (std::size_t i = 0; bar.reference(i); ++i)
            names << bar.reference(i)->accessibleName().section(QLatin1Char(' '), 0, 0);
        return names.join(QStringLiteral(", "));
    };
    QCOMPARE(compared(), QStringLiteral("sex, age"));
    QCOMPARE(bar.groups().text(), compared());
    // Off and on again: nothing is changed.
    bar.groups().openList();
    for (int i = 0; i < 2; ++i) {
        bar.groups().list().setCurrentIndex(bar.groups().list().model()->index(0, 0));
        QTest::keyClick(&bar.groups().list(), Qt::Key_Space);
        QCOMPARE(bar.groups().text(), compared());
    }
    QCOMPARE(compared(), QStringLiteral("sex, age"));
    QVERIFY(!bar.isChanged());
    bar.groups().list().setCurrentIndex(bar.groups().list().model()->index(2, 0));
    QTest::keyClick(&bar.groups().list(), Qt::Key_Space);
    QCOMPARE(bar.groups().text(), QStringLiteral("sex, age, guess"));
    QCOMPARE(bar.groups().text(), compared());
}

void FairnessPageTest::tabEndsAtAuditAgain()
{
    const QTemporaryDir folder;
    audits::Roles roles;
    roles.label = audits::LabelRole{"hired", "yes", {}, {}};
    roles.groups = {{"age", {}, {}}, {"sex", {}, {}}};
    const auto page = test::shownPage<FairnessPage>(test::openedText(folder, kSmall, roles));
    RolesBar& bar = page->bar();
    bar.edges(0)->setText(QStringLiteral("18, 35, 65"));
    bar.again().setFocus();
    for (const QWidget* before : {static_cast<QWidget*>(bar.reference(1)),
             static_cast<QWidget*>(bar.edges(0)), static_cast<QWidget*>(bar.reference(0))}) {
        QTest::keyClick(page->window()->focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QVERIFY(before->hasFocus());
    }
}

void FairnessPageTest::theBarReadsRanges()
{
    const QTemporaryDir folder;
    audits::Roles roles;
    roles.label = audits::LabelRole{"hired", "yes", {}, {}};
    roles.groups = {{"age", {}, {}}};
    const auto page = test::shownPage<FairnessPage>(test::openedText(folder, kSmall, roles));
    RolesBar& bar = page->bar();
    QLineEdit* edges = bar.edges(0);
    QVERIFY(edges);
    for (const char* wrong : {"30", "40, 30", "x", "10, 10"}) {
        edges->setText(QString::fromLatin1(wrong));
        QVERIFY2(!bar.fault().isEmpty(), wrong);
        QVERIFY(!bar.again().isEnabled());
    }
    edges->setText(QStringLiteral("18, 35.5, 65"));
    QVERIFY(bar.fault().isEmpty());
    QVERIFY(bar.again().isEnabled());
    QCOMPARE(bar.roles().groups[0].bins, (std::vector<double>{18.0, 35.5, 65.0}));
    choose(*bar.reference(0), QStringLiteral("[18, 35.5)"));
    QCOMPARE(bar.roles().groups[0].reference, std::optional<std::string>("[18, 35.5)"));
    edges->clear();
    QVERIFY(bar.roles().groups[0].bins.empty());
    QVERIFY(!bar.roles().groups[0].reference);
}

void FairnessPageTest::theBarLeavesOtherRolesAlone()
{
    const OpenDatasetPtr dataset = test::openedSample();
    const auto page = test::shownPage<FairnessPage>(dataset);
    RolesBar& bar = page->bar();
    QVERIFY(!bar.isChanged());
    choose(*bar.reference(1), QStringLiteral("Velt"));
    const audits::Roles& before = dataset->dataset().roles;
    const audits::Roles& after = bar.roles();
    QVERIFY(bar.isChanged());
    QCOMPARE(after.groups[1].reference, std::optional<std::string>("Velt"));
    QCOMPARE(after.groups[2].bins, before.groups[2].bins);
    QCOMPARE(after.split, before.split);
    QCOMPARE(after.id, before.id);
    QCOMPARE(after.threshold, before.threshold);
    QCOMPARE(after.scoreOf, before.scoreOf);
    QCOMPARE(after.label->classes, before.label->classes);
    choose(*bar.reference(1), QStringLiteral("the largest group"));
    QVERIFY(!bar.isChanged());
    choose(bar.label(), QStringLiteral("none"));
    QVERIFY(!bar.roles().label);
    QVERIFY(!bar.favourable().isEnabled());
}

void FairnessPageTest::thousandsOfColumnsCanBeChosenFrom()
{
    auto report = std::make_shared<reports::Report>();
    reports::DatasetReport& dataset = report->datasets.emplace_back();
    for (int i = 0; i < 10'000; ++i) {
        counts::ColumnDescription column;
        column.name = "column " + std::to_string(i);
        dataset.description.columns.push_back(std::move(column));
    }
    auto opened = std::make_shared<OpenDataset>();
    opened->report = report;
    const auto page = test::shownPage<FairnessPage>(nullptr);
    QElapsedTimer clock;
    clock.start();
    page->setDataset(opened);
    QVERIFY2(clock.elapsed() < 500, qPrintable(QString::number(clock.elapsed())));
    choose(page->bar().label(), QStringLiteral("column 9999"));
    QCOMPARE(page->bar().roles().label->column, std::string("column 9999"));
}

void FairnessPageTest::choicesSurviveAnAudit()
{
    const auto page = test::shownPage<FairnessPage>(test::openedSample());
    page->chart("group-gaps/group-rates:sex")->setTableShown(true);
    page->bar().threshold().setFocus();
    page->setDataset(test::openedSample());
    QVERIFY(page->chart("group-gaps/group-rates:sex")->isTableShown());
    QTRY_VERIFY(page->bar().isVisible());
    QTRY_COMPARE(page->focusWidget(), &page->bar().threshold());
}

void FairnessPageTest::adultGroupsAreCounted()
{
    const OpenDatasetPtr adult = test::openedAdult();
    if (!adult)
        QSKIP("Adult is not there");
    const auto page = test::shownPage<FairnessPage>(adult);
    ChartView& chart = page->chart("group-gaps/group-rates:sex")->chart();
    QCOMPARE(chart.markText(0), QStringLiteral("Female: 10.9 % of 10,771"));
    QCOMPARE(chart.markText(1), QStringLiteral("Male: 30.6 % of 21,790"));
    QSignalSpy followed(page.get(), &Page::followed);
    chart.activate(0);
    const auto target = followed.at(0).at(0).value<Target>();
    QCOMPARE(test::rowsPassing(*adult, target.rows->filter), std::int64_t{10'771});
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::FairnessPageTest)
#include "tst_fairness_page.moc"
