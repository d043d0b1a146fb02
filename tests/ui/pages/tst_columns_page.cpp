#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <memory>

#include "tests/ui/support/opened.h"
#include "tests/ui/support/reviewed.h"
#include "tests/ui/support/widgets.h"
#include "ui/models/columns_model.h"
#include "ui/models/row_numbers.h"
#include "ui/models/top_values_model.h"
#include "ui/pages/columns_page.h"
#include "ui/pages/comment_dialog.h"
#include "ui/pages/filter_words.h"
#include "ui/pages/profile_histogram.h"
#include "ui/pages/role_choice.h"
#include "ui/pages/rows_work.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

class ColumnsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhyItIsEmpty();
    void aRoleIsChosenWithTheKeyboard();
    void aTypeIsChosenWithTheKeyboard();
    void arrowKeysAloneChooseNothing();
    void theMenuChoosesToo();
    void enterShowsTheRows();
    void aValueShowsItsRows();
    void detailsShowTheProfile();
    void theHistogramSaysItsBins();
    void aBinShowsItsRows_data();
    void aBinShowsItsRows();
    void aClickChoosesABin();
    void filterAndReveal();
    void rolesChangePlaces();
    void commentsOnAColumn();
    void theMostFrequentValueIsSeen();
    void widthsOfAPersonStay();
    void everythingHasAName();

private:
    QTableView* list() const { return test::viewNamed(*m_page, QStringLiteral("Columns")); }
    QTableView* values() const
    {
        return test::viewNamed(*m_page, QStringLiteral("Most frequent values"));
    }
    void choose(const char* column, ColumnsModel::Column at = ColumnsModel::Name);
    void takeInEditor(const QString& choice);

    std::unique_ptr<ColumnsPage> m_page;
    std::vector<Target> m_followed;
    std::vector<audits::Roles> m_roles;
    std::vector<std::pair<std::string, std::string>> m_types;
};

void ColumnsPageTest::init()
{
    m_page = std::make_unique<ColumnsPage>();
    connect(m_page.get(), &Page::followed, this,
        [this](const Target& target) { m_followed.push_back(target); });
    connect(m_page.get(), &Page::rolesEdited, this, [this](const RolesEdit& edit) {
        m_roles.push_back(edit(test::openedSample()->dataset().roles));
    });
    connect(m_page.get(), &ColumnsPage::typeChosen, this,
        [this](const auto& column, const auto& type) { m_types.emplace_back(column, type); });
    m_page->resize(1400, 900);
    m_page->setDataset(test::openedSample());
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    QApplication::setActiveWindow(m_page.get());
    list()->setFocus();
}

void ColumnsPageTest::cleanup()
{
    m_page.reset();
    m_followed.clear();
    m_roles.clear();
    m_types.clear();
}

void ColumnsPageTest::choose(const char* column, ColumnsModel::Column at)
{
    m_page->reveal({PageId::Columns, column, {}, {}});
    list()->setCurrentIndex(list()->currentIndex().siblingAtColumn(at));
}

/// Choose in the box that is open in the list, with the keyboard.
void ColumnsPageTest::takeInEditor(const QString& choice)
{
    auto* box = list()->viewport()->findChild<QComboBox*>();
    QVERIFY(box);
    const int wanted = box->findText(choice);
    QVERIFY(wanted >= 0);
    QTRY_VERIFY(box->view()->isVisible());
    for (int row = box->currentIndex(); row < wanted; ++row)
        QTest::keyClick(box->view(), Qt::Key_Down);
    QTest::keyClick(box->view(), Qt::Key_Return);
}

void ColumnsPageTest::saysWhyItIsEmpty()
{
    m_page->setDataset(nullptr);
    QVERIFY(test::showsText(*m_page, QStringLiteral("No dataset is open")));
    const QTemporaryDir folder;
    m_page->setDataset(test::openedText(folder, "a\n1\n"));
    QVERIFY(test::showsText(
        *m_page, QStringLiteral("%1 of %2 column shown").arg(counted(1), counted(1))));
}

void ColumnsPageTest::aRoleIsChosenWithTheKeyboard()
{
    choose("region");
    QTest::keyClick(list(), Qt::Key_R);
    takeInEditor(QStringLiteral("group"));
    QCOMPARE(m_roles.size(), 1U);
    QCOMPARE(m_roles.front().roleOf("region"), std::string("group"));
    QCOMPARE(m_roles.front().roleOf("sex"), std::string("group"));
    QVERIFY(m_roles.front().label == std::nullopt || m_roles.front().label->column == "approved");
}

void ColumnsPageTest::aTypeIsChosenWithTheKeyboard()
{
    choose("residence_years");
    QTest::keyClick(list(), Qt::Key_T);
    takeInEditor(QStringLiteral("integer"));
    QCOMPARE(m_types.size(), 1U);
    QVERIFY(
        m_types.front() == std::make_pair(std::string("residence_years"), std::string("integer")));
}

void ColumnsPageTest::arrowKeysAloneChooseNothing()
{
    choose("region");
    QTest::keyClick(list(), Qt::Key_R);
    auto* box = list()->viewport()->findChild<QComboBox*>();
    QVERIFY(box);
    QTRY_VERIFY(box->view()->isVisible());
    QTest::keyClick(box->view(), Qt::Key_Escape);
    QTRY_VERIFY(!box->view()->isVisible());
    QVERIFY(m_roles.empty());
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(m_roles.empty());
}

void ColumnsPageTest::theMenuChoosesToo()
{
    choose("region");
    Q_EMIT list()->customContextMenuRequested(list()->visualRect(list()->currentIndex()).center());
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QAction* stratum = nullptr;
    for (QMenu* part : menu->findChildren<QMenu*>()) {
        for (QAction* action : part->actions())
            stratum = action->text() == QLatin1String("stratum") ? action : stratum;
    }
    QVERIFY(stratum);
    stratum->trigger();
    menu->close();
    QCOMPARE(m_roles.size(), 1U);
    QCOMPARE(m_roles.front().stratum, std::string("region"));
}

void ColumnsPageTest::enterShowsTheRows()
{
    choose("income");
    QTest::keyClick(list(), Qt::Key_Return);
    QCOMPARE(m_followed.size(), 1U);
    QVERIFY(m_followed.front().page == PageId::Rows);
    QVERIFY(m_followed.front().rows->filter.terms.empty());
    QCOMPARE(m_followed.front().rows->column, std::string("income"));
}

void ColumnsPageTest::aValueShowsItsRows()
{
    choose("sex");
    const QModelIndex first = values()->model()->index(0, TopValuesModel::Value);
    QTest::mouseClick(
        values()->viewport(), Qt::LeftButton, {}, values()->visualRect(first).center());
    QCOMPARE(m_followed.size(), 1U);
    const counts::Filter male{{{counts::ValueDim{"sex"}, {counts::CellKey::value("Male")}}}};
    QVERIFY(m_followed.front().rows->filter == male);
    m_followed.clear();
    QTest::mouseClick(test::buttonNamed(*m_page, QStringLiteral("Show the rows without a value")),
        Qt::LeftButton);
    QCOMPARE(m_followed.size(), 1U);
    QCOMPARE(counts::describe(m_followed.front().rows->filter), std::string("sex is missing"));
}

void ColumnsPageTest::detailsShowTheProfile()
{
    choose("income");
    const auto* column = test::openedSample()->dataset().description.find("income");
    QVERIFY(m_page->findChild<ProfileHistogram*>()->isVisible());
    QTRY_VERIFY(test::showsText(*m_page, counted(column->profile.numbers->n)));
    choose("purpose");
    QVERIFY(!m_page->findChild<ProfileHistogram*>()->isVisible());
}

void ColumnsPageTest::theHistogramSaysItsBins()
{
    choose("age");
    auto* histogram = m_page->findChild<ProfileHistogram*>();
    histogram->setFocus();
    const QSignalSpy pointed(histogram, &ProfileHistogram::pointed);
    QTest::keyClick(histogram, Qt::Key_Right);
    QVERIFY(!pointed.isEmpty());
    const QString said = pointed.last().first().toString();
    const auto& numbers = *test::openedSample()->dataset().description.find("age")->profile.numbers;
    QVERIFY(said.endsWith(QStringLiteral("%1 rows").arg(counted(numbers.counts[0]))));
    QVERIFY(!histogram->accessibleDescription().isEmpty());
}

void ColumnsPageTest::aBinShowsItsRows_data()
{
    QTest::addColumn<QString>("column");
    QTest::newRow("whole numbers with gaps") << QStringLiteral("age");
    QTest::newRow("numbers") << QStringLiteral("income");
    QTest::newRow("one number") << QStringLiteral("one");
}

/// The rows that a bin leads to are as many as it counts, and the filter can be typed.
void ColumnsPageTest::aBinShowsItsRows()
{
    QFETCH(const QString, column);
    QByteArray text = "age,income,one\n";
    for (int i = 0; i < 300; ++i)
        text += (i % 7 == 0 ? QByteArray() : QByteArray::number(18 + i * i % 60)) + ','
            + QByteArray::number(i * i % 997 / 7.0) + ",5\n";
    const QTemporaryDir folder;
    const OpenDatasetPtr dataset = test::openedText(folder, text);
    m_page->setDataset(dataset);
    choose(column.toUtf8().constData());
    const counts::Description& description = dataset->dataset().description;
    const auto& numbers = *description.find(bytesOf(column))->profile.numbers;
    auto* histogram = m_page->findChild<ProfileHistogram*>();
    histogram->setFocus();
    for (std::size_t bin = 0; bin < numbers.counts.size(); ++bin) {
        QTest::keyClick(histogram, Qt::Key_Right);
        if (numbers.counts[bin] == 0)
            continue;
        m_followed.clear();
        QTest::keyClick(histogram, Qt::Key_Return);
        QCOMPARE(m_followed.size(), 1U);
        const counts::Filter& filter = m_followed.front().rows->filter;
        const auto rows = findRows(TablePtr(dataset->file, &dataset->file->table), filter, {});
        QVERIFY(rows);
        QCOMPARE(static_cast<std::int64_t>((*rows)->count()), numbers.counts[bin]);
        QVERIFY(splitFilter(filter, description).unsaid.terms.empty());
    }
}

void ColumnsPageTest::aClickChoosesABin()
{
    choose("age");
    auto* histogram = m_page->findChild<ProfileHistogram*>();
    QTest::mouseClick(
        histogram, Qt::LeftButton, {}, QPoint(histogram->width() / 2, histogram->height() / 3));
    QCOMPARE(m_followed.size(), 1U);
    QVERIFY(m_followed.front().page == PageId::Rows);
    QCOMPARE(m_followed.front().rows->filter.terms.size(), 2U);
    QCOMPARE(m_followed.front().rows->column, std::string("age"));
}

void ColumnsPageTest::filterAndReveal()
{
    auto* text = m_page->findChild<QLineEdit*>();
    QTest::keyClicks(text, QStringLiteral("zzz"));
    QVERIFY(!list()->isVisible());
    m_page->reveal({PageId::Columns, "score", {}, {}});
    QVERIFY(list()->isVisible());
    QCOMPARE(list()->currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("score"));
}

void ColumnsPageTest::rolesChangePlaces()
{
    audits::Roles roles = test::openedSample()->dataset().roles;
    const std::vector<audits::Proposal> proposals{
        {"approved", "label", "yes", 0, ""}, {"region", "label", "North", 0, ""}};
    const audits::Roles label = withRole(roles, "region", "label", proposals);
    QCOMPARE(label.roleOf("approved"), std::string());
    QVERIFY(label.label->favourable == "North");
    QVERIFY(!label.scoreOf);
    const audits::Roles none = withRole(roles, "sex", "", proposals);
    QCOMPARE(none.roleOf("sex"), std::string());
    QVERIFY(none.intersections.empty());
    QCOMPARE(none.roleOf("ethnicity"), std::string("group"));
    const audits::Roles score = withRole(roles, "income", "score", proposals);
    QCOMPARE(score.score, std::string("income"));
    QVERIFY(!score.threshold);
    const audits::Roles other = withRole(roles, "note", "rater", proposals);
    QCOMPARE(other.roleOf("note"), std::string("rater"));
    QVERIFY(withRole(roles, "sex", "group", proposals).groups.front().reference
        == roles.groups.front().reference);
}

void ColumnsPageTest::commentsOnAColumn()
{
    qputenv("USER", "kim");
    const test::SaidList asked(*m_page);
    QPushButton* comment = test::buttonNamed(*m_page, QStringLiteral("Comment…"));
    QVERIFY(!comment->isEnabled());
    QVERIFY(comment->toolTip().contains(QLatin1String("The dataset is not in a catalog.")));
    const OpenDatasetPtr sample = test::openedSample();
    m_page->setDataset(test::reviewed(sample));
    m_page->reveal({PageId::Columns, "income", {}, {}});
    QVERIFY(comment->isEnabled());
    QTest::mouseClick(comment, Qt::LeftButton);
    auto* dialog = m_page->findChild<CommentDialog*>();
    QVERIFY(test::showsText(*dialog, QStringLiteral("Column income")));
    QTest::keyClicks(dialog->findChild<QPlainTextEdit*>(), QStringLiteral("in thousands"));
    QApplication::setActiveWindow(dialog);
    QTest::keyClick(dialog->findChild<QPlainTextEdit*>(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.said.size(), 1U);
    QCOMPARE(asked.said[0].target, std::string("column:income"));
    QVERIFY(std::get<pipeline::Comment>(asked.said[0].value) == pipeline::Comment{"in thousands"});
    QTRY_VERIFY(!m_page->findChild<CommentDialog*>());

    values()->setCurrentIndex(values()->model()->index(0, 0));
    pipeline::Review review;
    review.comments["column:income"] = {pipeline::Comment{"in thousands"}, "ana", {}};
    m_page->setDataset(test::reviewed(sample, review));
    QVERIFY(test::showsText(*m_page, QStringLiteral("in thousands")));
    QVERIFY(test::showsTextWith(*m_page, QStringLiteral("Comment: ana, ")));
    QVERIFY(values()->currentIndex().isValid());
    QCOMPARE(list()->currentIndex().siblingAtColumn(ColumnsModel::Name).data().toString(),
        QStringLiteral("income"));
    QTest::mouseClick(comment, Qt::LeftButton);
    QTest::mouseClick(
        test::buttonNamed(*m_page->findChild<CommentDialog*>(), QStringLiteral("Remove it")),
        Qt::LeftButton);
    QCOMPARE(asked.unsaid.size(), 1U);
    QCOMPARE(asked.unsaid[0].target, std::string("column:income"));
}

void ColumnsPageTest::theMostFrequentValueIsSeen()
{
    m_page->resize(1'060, 800); // in a window of 1280
    QApplication::processEvents();
    const int end = list()->columnViewportPosition(ColumnsModel::Top)
        + list()->columnWidth(ColumnsModel::Top);
    QVERIFY(end <= list()->viewport()->width());
    QStringList cut;
    for (int row = 0; row < list()->model()->rowCount(); ++row) {
        for (int column = 0; column <= ColumnsModel::Top; ++column) {
            const QModelIndex index = list()->model()->index(row, column);
            const int wanted = list()->fontMetrics().horizontalAdvance(index.data().toString());
            if (wanted > list()->columnWidth(column))
                cut += index.data().toString();
        }
    }
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QStringLiteral(" | "))));
}

void ColumnsPageTest::widthsOfAPersonStay()
{
    list()->setColumnWidth(ColumnsModel::Type, 222);
    ColumnsPage other;
    other.setDataset(test::openedSample());
    auto* const its = test::viewNamed(other, QStringLiteral("Columns"));
    QVERIFY(its->columnWidth(ColumnsModel::Type) != 222);
    other.restoreLayout(m_page->layoutState());
    QCOMPARE(its->columnWidth(ColumnsModel::Type), 222);
    other.setDataset(nullptr);
    other.setDataset(test::openedSample());
    QCOMPARE(its->columnWidth(ColumnsModel::Type), 222);
}

void ColumnsPageTest::everythingHasAName()
{
    choose("income");
    QCOMPARE(test::unnamed(*m_page).join(QLatin1Char(',')), QString());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::ColumnsPageTest)
#include "tst_columns_page.moc"
