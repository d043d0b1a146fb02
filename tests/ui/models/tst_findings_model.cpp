#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "core/reports/finding_texts.h"
#include "tests/ui/support/opened.h"
#include "tests/ui/support/reviewed.h"
#include "ui/models/findings_filter.h"
#include "ui/models/findings_model.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

class FindingsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAModel();
    void ranksAsTheReports();
    void sortsByRawValues();
    void filtersByTextClassAndArea();
    void readsItselfToAssistivePrograms();
    void hostileTextsDoNothing();
    void crossedColumnsStandWithASignBetween();
    void aReviewMovesRowsAndResetsNothing();
    void decidedFindingsAreFiltered();

private:
    static OpenDatasetPtr withFinding(findings::Finding finding);
};

OpenDatasetPtr FindingsModelTest::withFinding(findings::Finding finding)
{
    reports::Report report;
    reports::DatasetReport dataset;
    dataset.name = "data";
    dataset.audits.push_back({"audit", "Audit", {}});
    dataset.audits.back().result.findings.push_back(std::move(finding));
    report.datasets.push_back(std::move(dataset));
    OpenDataset opened;
    opened.report = std::make_shared<const reports::Report>(std::move(report));
    return std::make_shared<const OpenDataset>(std::move(opened));
}

void FindingsModelTest::isAModel()
{
    FindingsModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setDataset(test::openedSample());
    QVERIFY(model.rowCount() > 20);
    model.setDataset(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void FindingsModelTest::ranksAsTheReports()
{
    FindingsModel model;
    const OpenDatasetPtr sample = test::openedSample();
    model.setDataset(sample);
    const auto ranked = reports::rankedFindings(sample->dataset());
    QCOMPARE(model.rowCount(), static_cast<int>(ranked.size()));
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(&model.finding(row), ranked[static_cast<std::size_t>(row)]);
        QCOMPARE(model.find(model.id(row)), row);
        QCOMPARE(model.id(row), model.finding(row).id("loans"));
    }
    QCOMPARE(model.find("f-0000000000000000"), -1);
}

void FindingsModelTest::sortsByRawValues()
{
    FindingsModel model;
    model.setDataset(test::openedSample());
    FindingsFilter filter;
    filter.setSourceModel(&model);
    filter.sort(FindingsModel::Rows, Qt::DescendingOrder);
    std::int64_t before = INT64_MAX;
    for (int row = 0; row < filter.rowCount(); ++row) {
        const auto& evidence
            = model.finding(filter.mapToSource(filter.index(row, 0)).row()).evidence;
        const std::int64_t rows = evidence.empty() ? -1 : evidence.front().count;
        QVERIFY(rows <= before);
        before = rows;
    }
    filter.sort(FindingsModel::Level, Qt::AscendingOrder);
    for (int row = 0; row < filter.rowCount(); ++row)
        QCOMPARE(filter.mapToSource(filter.index(row, 0)).row(), row);
}

void FindingsModelTest::filtersByTextClassAndArea()
{
    FindingsModel model;
    model.setDataset(test::openedSample());
    FindingsFilter filter;
    filter.setSourceModel(&model);
    filter.setText(QStringLiteral("ETHNICITY gap"));
    QVERIFY(filter.rowCount() > 0);
    for (int row = 0; row < filter.rowCount(); ++row) {
        QString all;
        for (int column = 0; column < filter.columnCount(); ++column)
            all += filter.index(row, column).data().toString();
        QVERIFY(all.contains(QLatin1String("ethnicity")) && all.contains(QLatin1String("gap")));
    }
    filter.setText({});
    FindingsFilter::Classes classes;
    classes.set(static_cast<std::size_t>(FindingsModel::Class::Error));
    filter.setClasses(classes);
    QVERIFY(filter.rowCount() > 0 && filter.rowCount() < model.rowCount());
    for (int row = 0; row < filter.rowCount(); ++row)
        QCOMPARE(
            filter.index(row, FindingsModel::Level).data().toString(), QStringLiteral("error"));
    filter.setArea(QStringLiteral("no such area"));
    QCOMPARE(filter.rowCount(), 0);
    filter.setArea({});
    filter.setClasses({});
    QCOMPARE(filter.rowCount(), model.rowCount());
}

void FindingsModelTest::readsItselfToAssistivePrograms()
{
    FindingsModel model;
    model.setDataset(test::openedSample());
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), index.data().toString());
        }
        QVERIFY(!model.index(row, FindingsModel::Level).data().toString().isEmpty());
        QVERIFY(!model.index(row, FindingsModel::Message).data().toString().isEmpty());
    }
    for (int column = 0; column < model.columnCount(); ++column)
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
}

void FindingsModelTest::hostileTextsDoNothing()
{
    findings::Finding finding;
    finding.rule = "data.missing-values";
    const std::string hostile = "<img src='/x.png'>\xe2\x80\xae%1%2\n&amp;\xff";
    finding.subject = {{"column", base::DataText::name(hostile)}};
    finding.message = {"Cells of ", base::DataText::name(hostile), " are missing."};
    finding.evidence.push_back(
        {{{{counts::ValueDim{hostile}, {counts::CellKey::value(hostile)}}}}, 7});
    FindingsModel model;
    model.setDataset(withFinding(finding));
    for (int column = 0; column < model.columnCount(); ++column) {
        const QModelIndex index = model.index(0, column);
        const QString text = index.data().toString();
        QVERIFY(!text.contains(QChar(0x202E)) && !text.contains(QLatin1Char('\n')));
        const QString tip = index.data(Qt::ToolTipRole).toString();
        QVERIFY(!tip.contains(QLatin1String("<img")));
    }
    QVERIFY(
        model.index(0, FindingsModel::Subject).data().toString().contains(QLatin1String("%1%2")));
    QCOMPARE(model.index(0, FindingsModel::Rows).data().toString(), QStringLiteral("7"));
}

void FindingsModelTest::crossedColumnsStandWithASignBetween()
{
    FindingsModel model;
    model.setDataset(test::openedSample());
    QStringList subjects;
    for (int row = 0; row < model.rowCount(); ++row)
        subjects += model.index(row, FindingsModel::Subject).data().toString();
    QVERIFY(subjects.contains(QStringLiteral("columns sex × ethnicity")));
    QVERIFY(subjects.filter(QStringLiteral("sex,ethnicity")).isEmpty());
}

void FindingsModelTest::aReviewMovesRowsAndResetsNothing()
{
    const OpenDatasetPtr sample = test::openedSample();
    FindingsModel model;
    FindingsFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setDataset(sample);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    const std::string first = model.id(0);
    const QPersistentModelIndex place(filter.index(0, FindingsModel::State));
    pipeline::Review review;
    review.waivers[first] = {{"why", "who", sample->request.today}, "ana", {}};
    model.setDataset(test::reviewed(sample, review));
    const auto ranked = reports::rankedFindings(model.dataset()->dataset());
    for (int row = 0; row < model.rowCount(); ++row) {
        QCOMPARE(&model.finding(row), ranked[static_cast<std::size_t>(row)]);
        QCOMPARE(model.id(row), model.finding(row).id("loans"));
    }
    QVERIFY(model.find(first) > 0);
    QVERIFY(place.isValid());
    QCOMPARE(filter.mapToSource(place).row(), model.find(first));
    QVERIFY(place.data().toString().startsWith(QLatin1String("waived until ")));
    model.setDataset(test::reviewed(sample));
    QCOMPARE(place.row(), 0);
    QCOMPARE(resets.size(), 0);
}

void FindingsModelTest::decidedFindingsAreFiltered()
{
    const OpenDatasetPtr sample = test::openedSample();
    FindingsModel model;
    FindingsFilter filter;
    filter.setSourceModel(&model);
    model.setDataset(sample);
    filter.setReviewed(true);
    QCOMPARE(filter.rowCount(), 0);
    pipeline::Review review;
    review.marks[model.id(1)]
        = {pipeline::FindingMark{pipeline::FindingMark::State::Accepted}, "ana", {}};
    review.marks[model.id(2)]
        = {pipeline::FindingMark{pipeline::FindingMark::State::Seen}, "ana", {}};
    review.comments[pipeline::commentTarget(pipeline::CommentOn::Finding, model.id(3))]
        = {pipeline::Comment{"a word"}, "ana", {}};
    model.setDataset(test::reviewed(sample, review));
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(filter.mapToSource(filter.index(0, 0)).row(), 1);
    filter.setReviewed(false);
    QCOMPARE(filter.rowCount(), model.rowCount() - 1);
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::FindingsModelTest)
#include "tst_findings_model.moc"
