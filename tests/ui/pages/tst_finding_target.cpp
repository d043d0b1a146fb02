#include <QTest>

#include "core/reports/finding_texts.h"
#include "tests/ui/support/opened.h"
#include "ui/pages/finding_target.h"

namespace cupel::ui {

class FindingTargetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leadsToItsChart_data();
    void leadsToItsChart();
    void leadsToItsRows();
    void leadsToItsColumn();
    void leadsToItsDocument();
    void leadsNowhereWithoutAPlace();
    void everyFindingOfTheSampleLeadsToWhatIsThere();

private:
    static std::string nameIn(
        const OpenDataset& dataset, const std::string& audit, const Target& target);
};

/// The names of the row that a target marks, in its audit's table: "Female/Lorish".
std::string FindingTargetTest::nameIn(
    const OpenDataset& dataset, const std::string& audit, const Target& target)
{
    const std::string chart = target.item.substr(audit.size() + 1);
    const reports::AuditReport* report = dataset.audit(audit);
    if (!report)
        return "no audit";
    for (const audits::ResultTable& table : report->result.tables) {
        if (table.id != chart || !target.mark)
            continue;
        std::string names;
        for (const audits::ResultTable::Cell& cell : table.rows[*target.mark]) {
            if (const auto* text = std::get_if<base::DataText>(&cell))
                names += (names.empty() ? "" : "/") + text->raw();
            else if (const auto* words = std::get_if<std::string>(&cell))
                names += (names.empty() ? "" : "/") + *words;
            else
                break;
        }
        return names;
    }
    return {};
}

void FindingTargetTest::leadsToItsChart_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("audit");
    QTest::addColumn<QString>("chart");
    QTest::addColumn<QString>("mark");
    const QString gaps = QStringLiteral("group-gaps");
    QTest::newRow("one column") << "fairness.base-rate-gap"
                                << "sex" << gaps << "group-rates:sex"
                                << "Female";
    QTest::newRow("rows without a group") << "fairness.missing-group"
                                          << "ethnicity" << gaps << "group-rates:ethnicity"
                                          << "(missing)";
    QTest::newRow("crossed columns")
        << "fairness.intersection-gap"
        << "sex,ethnicity" << gaps << "intersection-rates:sex,ethnicity"
        << "Female/Lorish";
    QTest::newRow("no rows to mark")
        << "fairness.empty-intersection"
        << "sex,ethnicity" << gaps << "intersection-rates:sex,ethnicity"
        << "";
}

void FindingTargetTest::leadsToItsChart()
{
    QFETCH(QString, rule);
    QFETCH(QString, column);
    QFETCH(QString, audit);
    QFETCH(QString, chart);
    QFETCH(QString, mark);
    const OpenDatasetPtr sample = test::openedSample();
    const findings::Finding& finding = test::findingOf(*sample, bytesOf(rule), bytesOf(column));
    const auto target = targetOf(*sample, finding);
    QVERIFY(target);
    QVERIFY(target->page == PageId::Fairness);
    QCOMPARE(target->item, bytesOf(audit + QLatin1Char('/') + chart));
    QCOMPARE(nameIn(*sample, bytesOf(audit), *target), bytesOf(mark));
}

void FindingTargetTest::leadsToItsRows()
{
    const OpenDatasetPtr sample = test::openedSample();
    // The gap of missing cells is about another column than the charts of its audit.
    const findings::Finding& finding
        = test::findingOf(*sample, "fairness.missingness-gap", "ethnicity");
    const auto target = targetOf(*sample, finding);
    QVERIFY(target && target->page == PageId::Rows && target->rows);
    QCOMPARE(target->item, finding.id("loans"));
    QVERIFY(target->rows->filter == finding.evidence.front().filter);
    QCOMPARE(target->rows->column, std::string("income"));
}

void FindingTargetTest::leadsToItsColumn()
{
    const OpenDatasetPtr sample = test::openedSample();
    const findings::Finding& finding = test::findingOf(*sample, "data.constant-column", "currency");
    const auto target = targetOf(*sample, finding);
    QVERIFY(target && target->page == PageId::Columns);
    QCOMPARE(target->item, std::string("currency"));
}

void FindingTargetTest::leadsToItsDocument()
{
    const OpenDatasetPtr sample = test::openedSample();
    findings::Finding finding;
    finding.rule = "LIC-MISSING";
    finding.documents = {{"README.md", 3}};
    auto target = targetOf(*sample, finding);
    QVERIFY(target && target->page == PageId::License);
    QCOMPARE(target->item, std::string("README.md"));
    finding.rule = "CR-NAME";
    target = targetOf(*sample, finding);
    QVERIFY(target && target->page == PageId::Card);
    finding.documents = {{"LICENSE", 0}};
    target = targetOf(*sample, finding);
    QVERIFY(target && target->page == PageId::License);
}

void FindingTargetTest::leadsNowhereWithoutAPlace()
{
    findings::Finding finding;
    finding.rule = "data.rejected-rows";
    QVERIFY(!targetOf(*test::openedSample(), finding));
}

void FindingTargetTest::everyFindingOfTheSampleLeadsToWhatIsThere()
{
    const OpenDatasetPtr sample = test::openedSample();
    for (const findings::Finding* finding : reports::rankedFindings(sample->dataset())) {
        const auto target = targetOf(*sample, *finding);
        if (!target)
            continue;
        if (target->page == PageId::Fairness || target->page == PageId::Balance) {
            const std::size_t slash = target->item.find('/');
            const reports::AuditReport* audit = sample->audit(target->item.substr(0, slash));
            QVERIFY(audit);
            const auto& charts = audit->result.charts;
            QVERIFY(std::any_of(charts.begin(), charts.end(),
                [&](const auto& chart) { return chart.id == target->item.substr(slash + 1); }));
        }
        if (target->page == PageId::Columns)
            QVERIFY(sample->dataset().description.find(target->item));
    }
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::FindingTargetTest)
#include "tst_finding_target.moc"
