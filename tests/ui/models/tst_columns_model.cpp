#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/support/opened.h"
#include "ui/models/column_texts.h"
#include "ui/models/columns_model.h"
#include "ui/models/text_filter.h"
#include "ui/models/top_values_model.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

class ColumnsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isAModel();
    void saysWhyAColumnHasItsType();
    void undefinedIsADashWithItsReason();
    void aChoiceIsToldAndChangesNothing();
    void histogramsSayWhatTheyShow();
    void sortsByRawValues();
    void tenThousandColumns();
    void topValuesAreCells();
};

void ColumnsModelTest::isAModel()
{
    ColumnsModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.rowCount(), 0);
    model.setDataset(test::openedSample());
    QCOMPARE(model.rowCount(), 20);
    QCOMPARE(model.index(model.find("sex"), ColumnsModel::RoleOf).data().toString(),
        QStringLiteral("group"));
    QCOMPARE(model.find("no such column"), -1);
    model.setDataset(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void ColumnsModelTest::saysWhyAColumnHasItsType()
{
    ColumnsModel model;
    model.setDataset(test::openedSample());
    const QModelIndex type = model.index(model.find("residence_years"), ColumnsModel::Type);
    QCOMPARE(type.data().toString(), QStringLiteral("text, mostly integer"));
    const QString why = type.data(Qt::AccessibleTextRole).toString();
    const table::TypeEvidence& evidence = model.column(type.row()).evidence;
    QVERIFY(why.contains(QStringLiteral("%1 of %2 cells are integer")
                             .arg(counted(evidence.likelyRows),
                                 counted(evidence.likelyRows + evidence.misfitRows))));
    QVERIFY(why.contains(QLatin1String("\"NA\"")));
    const QModelIndex plain = model.index(model.find("age"), ColumnsModel::Type);
    QCOMPARE(plain.data().toString(), QStringLiteral("integer"));
}

void ColumnsModelTest::undefinedIsADashWithItsReason()
{
    const QTemporaryDir folder;
    const OpenDatasetPtr dataset = test::openedText(folder, "one,none\n5,\n");
    ColumnsModel model;
    model.setDataset(dataset);
    const auto& one = model.column(0);
    QVERIFY(one.profile.numbers);
    QVERIFY(figureWords(one.profile.numbers->std).startsWith(QStringLiteral("– (")));
    QCOMPARE(model.index(1, ColumnsModel::Top).data().toString(),
        QStringLiteral("– (every cell is missing)"));
    QCOMPARE(model.index(1, ColumnsModel::Mean).data().toString(), QString());
}

void ColumnsModelTest::aChoiceIsToldAndChangesNothing()
{
    ColumnsModel model;
    model.setDataset(test::openedSample());
    const int row = model.find("income");
    std::vector<std::pair<std::string, std::string>> types;
    std::vector<std::pair<std::string, std::string>> roles;
    connect(&model, &ColumnsModel::typeEdited, this,
        [&types](const auto& column, const auto& type) { types.emplace_back(column, type); });
    connect(&model, &ColumnsModel::roleEdited, this,
        [&roles](const auto& column, const auto& role) { roles.emplace_back(column, role); });
    const QModelIndex role = model.index(row, ColumnsModel::RoleOf);
    QVERIFY(model.flags(role).testFlag(Qt::ItemIsEditable));
    QVERIFY(!model.flags(model.index(row, ColumnsModel::Name)).testFlag(Qt::ItemIsEditable));
    QVERIFY(model.setData(role, QStringLiteral("stratum"), Qt::EditRole));
    QVERIFY(model.setData(role, QString(), Qt::EditRole)); // as it is: nothing was chosen
    QVERIFY(
        model.setData(model.index(row, ColumnsModel::Type), QStringLiteral("text"), Qt::EditRole));
    QVERIFY(
        !model.setData(model.index(row, ColumnsModel::Name), QStringLiteral("x"), Qt::EditRole));
    QCOMPARE(roles.size(), 1U);
    QVERIFY(roles.front() == std::make_pair(std::string("income"), std::string("stratum")));
    QCOMPARE(types.size(), 1U);
    QVERIFY(types.front() == std::make_pair(std::string("income"), std::string("text")));
    QCOMPARE(role.data().toString(), QString());
}

void ColumnsModelTest::histogramsSayWhatTheyShow()
{
    ColumnsModel model;
    model.setDataset(test::openedSample());
    const QModelIndex age = model.index(model.find("age"), ColumnsModel::Distribution);
    QCOMPARE(
        age.data(TableModel::HistogramRole).value<reports::MiniHistogram>().counts.size(), 40U);
    QVERIFY(
        age.data(Qt::AccessibleTextRole).toString().startsWith(QLatin1String("Histogram from")));
    const QModelIndex sex = model.index(model.find("sex"), ColumnsModel::Distribution);
    QVERIFY(sex.data(Qt::AccessibleTextRole)
                .toString()
                .contains(QLatin1String("most frequent values")));
    const QModelIndex constant = model.index(model.find("currency"), ColumnsModel::Distribution);
    const auto bar = constant.data(TableModel::HistogramRole).value<reports::MiniHistogram>();
    QVERIFY(bar.counts == std::vector<std::int64_t>{5'000});
    QCOMPARE(constant.data(Qt::AccessibleTextRole).toString(),
        QStringLiteral("The same value in 5,000 rows"));
}

void ColumnsModelTest::sortsByRawValues()
{
    ColumnsModel model;
    model.setDataset(test::openedSample());
    TextFilter filter;
    filter.setSourceModel(&model);
    filter.sort(ColumnsModel::Missing, Qt::DescendingOrder);
    std::int64_t before = INT64_MAX;
    for (int row = 0; row < filter.rowCount(); ++row) {
        const int at = filter.mapToSource(filter.index(row, 0)).row();
        QVERIFY(model.column(at).profile.missing <= before);
        before = model.column(at).profile.missing;
    }
    filter.setText(QStringLiteral("group"));
    QCOMPARE(filter.rowCount(), 3);
}

void ColumnsModelTest::tenThousandColumns()
{
    QByteArray header;
    QByteArray row;
    for (int i = 0; i < 10'000; ++i) {
        header += (i == 0 ? "c" : ",c") + QByteArray::number(i);
        row += (i == 0 ? "" : ",") + QByteArray::number(i);
    }
    const QTemporaryDir folder;
    ColumnsModel model;
    model.setDataset(test::openedText(folder, header + '\n' + row + '\n' + row + '\n'));
    QCOMPARE(model.rowCount(), 10'000);
    TextFilter filter;
    filter.setSourceModel(&model);
    filter.setText(QStringLiteral("c9999"));
    QCOMPARE(filter.rowCount(), 1);
    QCOMPARE(model.find("c9999"), 9'999);
}

void ColumnsModelTest::topValuesAreCells()
{
    const QTemporaryDir folder;
    const OpenDatasetPtr dataset = test::openedText(folder, "x,y\n1.50,a\n1.5,<b>\n2.0,a\n,a\n");
    TopValuesModel model;
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setColumn(dataset, dataset->dataset().description.find("x"));
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.value(0), std::string("1.5"));
    QCOMPARE(model.value(1), std::string("2"));
    QCOMPARE(model.index(0, TopValuesModel::Rows).data().toString(), QStringLiteral("2"));
    QCOMPARE(model.index(0, TopValuesModel::Share).data().toString(), percent(2.0 / 3.0));
    model.setColumn(dataset, dataset->dataset().description.find("y"));
    QCOMPARE(model.value(1), std::string("<b>"));
    model.setColumn(nullptr, nullptr);
    QCOMPARE(model.rowCount(), 0);
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::ColumnsModelTest)
#include "tst_columns_model.moc"
