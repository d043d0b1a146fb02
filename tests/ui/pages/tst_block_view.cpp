#include "ui/pages/block_view.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include "core/reports/audit_page.h"
#include "tests/ui/support/hostile.h"
#include "tests/ui/support/opened.h"
#include "tests/ui/support/widgets.h"
#include "ui/pages/block_table.h"
#include "ui/pages/block_table_model.h"
#include "ui/pages/folded_part.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/link_label.h"
#include "ui/pages/text_forms.h"
#include "ui/pages/tone_mark.h"
#include "ui/pages/verbatim_text.h"
#include "ui/theme/colors.h"

namespace cupel::ui {
namespace {

using base::DataText;
using reports::Block;
using reports::Cell;

Block paragraph(const QString& text)
{
    return {reports::Paragraph{{DataText::document(text.toStdString())}}};
}

reports::Table tableWithLink()
{
    reports::Table table;
    table.caption = {std::string("Groups")};
    table.columns = {{std::string("Group")}, {std::string("Rows")}, {std::string("Share")}};
    table.rows = {{Cell::text({DataText::name("<=50K")}), Cell{std::int64_t{24'720}, {}},
                      Cell::share(0.7592)},
        {Cell::text({DataText::name(">50K")}), Cell{Cell::Undefined{"no rows"}, {}},
            Cell{Cell::Undefined{}, {}}}};
    table.rows[1][0].target = "f-1";
    return table;
}

template <typename Widget> Widget* only(const BlockView& view)
{
    const auto found = view.findChildren<Widget*>();
    return found.size() == 1 ? found.front() : nullptr;
}

void show(BlockView& view)
{
    view.resize(900, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
}

} // namespace

class TestBlockView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void showsEveryKindOfBlock();
    void tellsAssistiveProgramsWhatIsWhat();
    void hostileTextsAreDrawnAsText();
    void hugeTextsAreShownAtOnce();
    void rowsOfListsLeadToTheirTargets();
    void selectingTextFollowsNothing();
    void cellsLeadToTheirTargets();
    void cellsAreCopied();
    void tableIsAsHighAsItsRows();
    void tableModelKeepsTheRules();
    void foldedPartsAreMadeWhenOpened();
    void anchorsAreBroughtIntoView();
    void longPagesOpenAtOnce();
    void headingsAreReachedByKeys();
    void chartsComeFromTheFactory();
    void nothingIsClippedInLargeFonts();
    void pageOfAnAuditIsShownWhole();
};

void TestBlockView::showsEveryKindOfBlock()
{
    BlockView view;
    reports::Page page;
    page.kind = "Dataset audit";
    page.title = {DataText::name("loans.csv")};
    page.add(reports::Heading{2, {std::string("Verdict")}, "verdict"});
    page.add(reports::Tiles{{{3, "errors", reports::Tone::Error}}});
    page.add(reports::Paragraph{{std::string("A remark.")}, true});
    page.add(
        reports::List{{{{std::string("Wrong.")}, {}, reports::Tone::Warning, "--null x"}}, false});
    page.add(tableWithLink());
    page.add(reports::KeyValues{{{"Rows", {std::string("12")}, false}}});
    reports::Callout callout{reports::Tone::Question, "for a person to decide",
        {std::string("Look at it.")}, "LIC-MISSING", "f-2",
        {{"Measured", {std::string("0.5")}, false}}};
    page.add(callout);
    page.add(reports::Verbatim{{DataText::document("line 1\nline 2\n")}, {std::string("LICENSE")}});
    page.footer = {std::string("Made by cupel.")};
    view.setPage(page);
    show(view);
    QTRY_VERIFY(view.isComplete());
    for (const char* text :
        {"Dataset audit", "loans.csv", "Verdict", "A remark.", "Wrong. --null x", "Groups", "Rows",
            "12", "Look at it.", "LIC-MISSING", "0.5", "LICENSE", "Made by cupel."})
        QVERIFY2(test::showsText(view, QString::fromLatin1(text)), text);
    QCOMPARE(only<VerbatimText>(view)->toPlainText(), QStringLiteral("line 1\nline 2\n"));
    const QAbstractItemModel& model = *only<BlockTable>(view)->model();
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("24,720"));
    QCOMPARE(model.index(0, 2).data().toString(), QStringLiteral("75.9 %"));
    QCOMPARE(model.index(1, 1).data().toString(), QStringLiteral("– no rows"));
    QCOMPARE(model.index(1, 2).data().toString(), QStringLiteral("–"));
}

void TestBlockView::tellsAssistiveProgramsWhatIsWhat()
{
    BlockView view;
    view.setBlocks({{reports::Heading{2, {std::string("Verdict")}, {}}},
        {reports::List{{{{std::string("Wrong.")}, "f-1", reports::Tone::Error, {}}}, false}}});
    QSignalSpy followed(&view, &BlockView::linkActivated);
    QAccessibleInterface* const heading
        = QAccessible::queryAccessibleInterface(only<HeadingLabel>(view));
    QCOMPARE(heading->role(), QAccessible::Heading);
    QCOMPARE(heading->text(QAccessible::Name), QStringLiteral("Verdict"));
    QAccessibleInterface* const link = QAccessible::queryAccessibleInterface(only<LinkLabel>(view));
    QCOMPARE(link->role(), QAccessible::Link);
    QVERIFY(
        link->actionInterface()->actionNames().contains(QAccessibleActionInterface::pressAction()));
    link->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(followed.size(), 1);
    QCOMPARE(only<ToneMark>(view)->accessibleName(), QStringLiteral("error"));
    QCOMPARE(test::unnamed(view), QStringList());
}

void TestBlockView::hostileTextsAreDrawnAsText()
{
    const QTemporaryDir folder;
    const QString image = test::redImage(folder);
    BlockView view;
    const base::Sentence hostile{DataText::value(image.toStdString())};
    reports::Table table;
    table.caption = hostile;
    table.columns = {hostile};
    table.rows = {{Cell::text(hostile)}};
    reports::Callout callout;
    callout.text = hostile;
    callout.word = image.toStdString();
    callout.label = image.toStdString();
    callout.facts = {{image.toStdString(), hostile, true}};
    view.setBlocks({{reports::Heading{2, hostile, {}}}, {reports::Paragraph{hostile}},
        {reports::List{{{hostile, "f-1", reports::Tone::Error, {}}, {hostile, {}, {}, {}}}, false}},
        {table}, {callout}, {reports::KeyValues{{{"x", hostile, false}}}},
        {reports::Verbatim{hostile, hostile}},
        {reports::Details{hostile, {{reports::Paragraph{hostile}}}}},
        {reports::Tiles{{{1, image.toStdString(), reports::Tone::Note}}}},
        paragraph(QStringLiteral("<=50K")), paragraph(QStringLiteral("a \u202Eb\u0007<na>"))});
    view.resize(900, 2000);
    view.show();
    QTRY_VERIFY(view.isComplete());
    only<FoldedPart>(view)->open();
    QCOMPARE(test::redPixels(view), 0);
    QCOMPARE(test::guessingLabels(view), QStringList());
    QVERIFY(test::showsText(view, QStringLiteral("<=50K")));
    QVERIFY(test::showsText(view, QStringLiteral("a \\u{202e}b\\x07<na>")));
    QVERIFY(test::showsText(view, image));
}

void TestBlockView::hugeTextsAreShownAtOnce()
{
    const base::Sentence huge{DataText::name(std::string(1'000'000, 'x'))};
    reports::Table table;
    table.columns = {huge};
    table.rows = {{Cell::text(huge)}};
    BlockView view;
    QElapsedTimer clock;
    clock.start();
    view.setBlocks({{reports::Heading{2, huge, {}}}, {reports::Paragraph{huge}},
        {reports::List{{{huge, "f-1", reports::Tone::Error, {}}}, false}}, {table},
        {reports::KeyValues{{{"x", huge, false}}}}, {reports::Verbatim{huge, huge}}});
    show(view);
    QTRY_VERIFY(view.isComplete());
    QVERIFY2(clock.elapsed() < 2'000, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(only<VerbatimText>(view)->toPlainText().contains(QStringLiteral("more bytes")));
    for (const QLabel* label : view.findChildren<QLabel*>())
        QVERIFY(label->text().size() < 1'000);
}

void TestBlockView::rowsOfListsLeadToTheirTargets()
{
    BlockView view;
    view.setBlocks({{reports::List{{{{std::string("One.")}, "f-1", reports::Tone::Error, {}},
                                       {{std::string("Two.")}, "f-2", reports::Tone::Note, {}},
                                       {{std::string("Three.")}, {}, reports::Tone::Plain, {}}},
        false}}});
    show(view);
    const QList<LinkLabel*> links = view.findChildren<LinkLabel*>();
    QCOMPARE(links.size(), 2);
    QSignalSpy followed(&view, &BlockView::linkActivated);
    QTest::mouseClick(links[0], Qt::LeftButton, {}, QPoint(8, links[0]->height() / 2));
    QCOMPARE(followed.size(), 1);
    QCOMPARE(followed[0][0].toString(), QStringLiteral("f-1"));
    links[0]->setFocus();
    QTest::keyClick(links[0], Qt::Key_Tab);
    QTRY_VERIFY(links[1]->hasFocus());
    QTest::keyClick(links[1], Qt::Key_Return);
    QTest::keyClick(links[1], Qt::Key_Space);
    QCOMPARE(followed.size(), 3);
    QCOMPARE(followed[2][0].toString(), QStringLiteral("f-2"));
    QTest::mouseClick(links[0], Qt::RightButton, {}, QPoint(8, links[0]->height() / 2));
    QCOMPARE(followed.size(), 3);
}

void TestBlockView::selectingTextFollowsNothing()
{
    BlockView view;
    view.setBlocks({{reports::List{
        {{{std::string("A sentence to select from.")}, "f-1", reports::Tone::Error, {}}}, false}}});
    show(view);
    auto* const link = only<LinkLabel>(view);
    QSignalSpy followed(&view, &BlockView::linkActivated);
    const int middle = link->contentsRect().top() + link->fontMetrics().height() / 2;
    QTest::mousePress(link, Qt::LeftButton, {}, QPoint(2, middle));
    QMouseEvent move(QEvent::MouseMove, QPointF(70, middle), link->mapToGlobal(QPointF(70, middle)),
        Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(link, &move);
    QTest::mouseRelease(link, Qt::LeftButton, {}, QPoint(70, middle));
    QVERIFY(link->hasSelectedText());
    QCOMPARE(followed.size(), 0);
}

void TestBlockView::cellsLeadToTheirTargets()
{
    BlockView view;
    view.setBlocks({{tableWithLink()}});
    show(view);
    auto* const table = only<BlockTable>(view);
    QSignalSpy followed(&view, &BlockView::linkActivated);
    const auto click = [table](int row, int column) {
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
            table->visualRect(table->model()->index(row, column)).center());
    };
    click(0, 0);
    click(1, 1);
    QCOMPARE(followed.size(), 0);
    click(1, 0);
    QCOMPARE(followed.size(), 1);
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(followed.size(), 2);
    QCOMPARE(followed[1][0].toString(), QStringLiteral("f-1"));
}

void TestBlockView::cellsAreCopied()
{
    BlockTable table(tableWithLink());
    table.selectAll();
    QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(),
        QStringLiteral("<=50K\t24,720\t75.9 %\n>50K\t– no rows\t–"));
}

void TestBlockView::tableIsAsHighAsItsRows()
{
    BlockView view;
    reports::Table longer = tableWithLink();
    for (int i = 0; i < 500; ++i)
        longer.rows.push_back(longer.rows.front());
    view.setBlocks({{tableWithLink()}, {longer}});
    show(view);
    const QList<BlockTable*> tables = view.findChildren<BlockTable*>();
    QCOMPARE(tables.size(), 2);
    QVERIFY(tables[0]->verticalScrollBar()->maximum() == 0);
    QVERIFY(tables[0]->height() < 6 * tables[0]->fontMetrics().height() + 40);
    QVERIFY(tables[1]->verticalScrollBar()->maximum() > 0);
    QVERIFY(tables[1]->height() < 40 * tables[1]->fontMetrics().height());
}

void TestBlockView::tableModelKeepsTheRules()
{
    reports::Table table = tableWithLink();
    table.rows[0].push_back(Cell{reports::MiniHistogram{{1, 2}, "Two bins", {}}, {}});
    table.rows[1].push_back(Cell{Cell::Undefined{}, {}});
    table.columns.push_back({std::string("Distribution")});
    BlockTableModel model(table);
    const QAbstractItemModelTester tester(
        &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    BlockTableModel empty({});
    const QAbstractItemModelTester emptyTester(
        &empty, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.index(0, 3).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Two bins"));
    QVERIFY(model.index(0, 3).data(TableModel::HistogramRole).isValid());
    QCOMPARE(Qt::Alignment(model.index(0, 1).data(Qt::TextAlignmentRole).toInt()),
        Qt::AlignRight | Qt::AlignVCenter);
    QCOMPARE(Qt::Alignment(model.index(0, 0).data(Qt::TextAlignmentRole).toInt()),
        Qt::AlignLeft | Qt::AlignVCenter);
}

void TestBlockView::foldedPartsAreMadeWhenOpened()
{
    BlockView view;
    view.setBlocks(
        {{reports::Details{{std::string("More & more")}, {paragraph(QStringLiteral("Inside."))}}}});
    show(view);
    auto* const part = only<FoldedPart>(view);
    QVERIFY(!test::showsText(view, QStringLiteral("Inside.")));
    auto* const head = part->findChild<QToolButton*>();
    QCOMPARE(head->accessibleName(), QStringLiteral("More & more"));
    QCOMPARE(head->text(), QStringLiteral("More && more"));
    head->setFocus();
    QTest::keyClick(head, Qt::Key_Return);
    QVERIFY(part->isOpen());
    QVERIFY(test::showsText(view, QStringLiteral("Inside.")));
    QTest::keyClick(head, Qt::Key_Space);
    QVERIFY(!test::showsText(view, QStringLiteral("Inside.")));
}

void TestBlockView::anchorsAreBroughtIntoView()
{
    BlockView view;
    std::vector<Block> blocks;
    for (int i = 0; i < 200; ++i)
        blocks.push_back(paragraph(QStringLiteral("Paragraph %1").arg(i)));
    blocks.push_back({reports::Heading{2, {std::string("The end")}, "end"}});
    blocks.push_back({reports::Details{{std::string("Folded")},
        {{reports::Details{{std::string("Deeper")},
            {{reports::Heading{3, {std::string("Hidden")}, "hidden"}}}}}}}});
    view.setBlocks(std::move(blocks));
    show(view);
    QVERIFY(view.showAnchor("end"));
    auto* const heading = view.findChild<HeadingLabel*>();
    QVERIFY(heading->hasFocus());
    QTRY_VERIFY(!heading->visibleRegion().isEmpty());
    QVERIFY(view.showAnchor("hidden"));
    QVERIFY(test::showsText(view, QStringLiteral("Hidden")));
    QVERIFY(!view.showAnchor("nowhere"));
}

void TestBlockView::longPagesOpenAtOnce()
{
    std::vector<Block> blocks;
    for (int i = 0; i < 1'500; ++i) {
        reports::Callout callout;
        callout.text = {std::string("A finding about something that takes a line or two to say.")};
        callout.anchor = "f-" + std::to_string(i);
        callout.facts = {{"Measured", {std::string("0.5")}, false}};
        blocks.push_back({callout});
    }
    BlockView view;
    show(view);
    QElapsedTimer clock;
    clock.start();
    view.setBlocks(std::move(blocks));
    QVERIFY2(clock.elapsed() < 200, qPrintable(QString::number(clock.elapsed())));
    QVERIFY(!view.isComplete());
    QTRY_VERIFY_WITH_TIMEOUT(view.isComplete(), 30'000);
    view.setBlocks({paragraph(QStringLiteral("Another page."))});
    QVERIFY(view.isComplete());
    QTRY_VERIFY(test::showsText(view, QStringLiteral("Another page.")));
}

void TestBlockView::headingsAreReachedByKeys()
{
    BlockView view;
    std::vector<Block> blocks;
    for (const char* name : {"One", "Two", "Three"}) {
        blocks.push_back({reports::Heading{2, {std::string(name)}, name}});
        blocks.push_back(paragraph(QStringLiteral("Text")));
    }
    view.setBlocks(std::move(blocks));
    show(view);
    QApplication::setActiveWindow(&view);
    view.setFocus();
    const QList<HeadingLabel*> headings = view.findChildren<HeadingLabel*>();
    QTest::keyClick(&view, Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY(headings[0]->hasFocus());
    QTest::keyClick(&view, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(&view, Qt::Key_Down, Qt::AltModifier);
    QTRY_VERIFY(headings[2]->hasFocus());
    QTest::keyClick(&view, Qt::Key_Up, Qt::AltModifier);
    QTRY_VERIFY(headings[1]->hasFocus());
}

void TestBlockView::chartsComeFromTheFactory()
{
    reports::Chart chart;
    chart.table = {"classes", {std::string("Rows")}, {"class", "rows"},
        {{std::string("yes"), std::int64_t{3}}}};
    BlockView view;
    view.setBlocks({{chart}});
    QVERIFY(only<BlockTable>(view));
    view.setChartFactory([](const reports::Chart& its) {
        auto* const label = new PlainLabel(
            QStringLiteral("chart of %1").arg(QString::fromStdString(its.table.id)));
        return label;
    });
    view.setBlocks({{chart}});
    QVERIFY(!only<BlockTable>(view));
    QVERIFY(test::showsText(view, QStringLiteral("chart of classes")));
}

void TestBlockView::nothingIsClippedInLargeFonts()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 1.5);
    QApplication::setFont(large);
    {
        BlockView view;
        view.setPage(reports::auditPage(*test::openedSample()->report));
        view.resize(900, 700);
        view.show();
        QTRY_VERIFY_WITH_TIMEOUT(view.isComplete(), 30'000);
        QTRY_COMPARE(test::clippedLabels(view), QStringList());
    }
    QApplication::setFont(before);
}

void TestBlockView::pageOfAnAuditIsShownWhole()
{
    BlockView view;
    view.setPage(reports::auditPage(*test::openedSample()->report));
    show(view);
    QTRY_VERIFY_WITH_TIMEOUT(view.isComplete(), 30'000);
    QVERIFY(view.findChildren<HeadingLabel*>().size() > 10);
    QVERIFY(view.showAnchor("method"));
    QCOMPARE(test::guessingLabels(view), QStringList());
    QCOMPARE(test::unnamed(view), QStringList());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::TestBlockView)
#include "tst_block_view.moc"
