#include <QLabel>
#include <QStringList>
#include <QTabWidget>
#include <QTest>
#include <QVBoxLayout>
#include <functional>
#include <memory>
#include <vector>

#include "tests/ui/support/opened.h"
#include "tests/ui/support/shown_page.h"
#include "ui/pages/balance_page.h"
#include "ui/pages/block_table.h"
#include "ui/pages/card_page.h"
#include "ui/pages/fairness_page.h"
#include "ui/pages/findings_page.h"
#include "ui/pages/license_page.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/reading_column.h"
#include "ui/pages/rubric_page.h"

namespace cupel::ui {
namespace {

template <typename Shown> std::unique_ptr<Page> made()
{
    return std::make_unique<Shown>();
}

/// The sample under another name, so that pages are filled anew.
OpenDatasetPtr otherSample()
{
    const OpenDatasetPtr sample = test::openedSample();
    auto report = std::make_shared<reports::Report>(*sample->report);
    report->datasets.front().name = "others";
    auto dataset = std::make_shared<OpenDataset>(*sample);
    dataset->report = report;
    return dataset;
}

} // namespace

/// Looks at every label and table of a page that is painted: which of them have less height than
/// their lines need.
class CutParts : public QObject {
    Q_OBJECT

public:
    CutParts() { QCoreApplication::instance()->installEventFilter(this); }

    const QStringList& cut() const { return m_cut; }
    int painted() const { return m_painted; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        auto* const label
            = event->type() == QEvent::Paint ? qobject_cast<QLabel*>(watched) : nullptr;
        if (label && label->wordWrap() && !label->text().isEmpty()) {
            ++m_painted;
            if (label->height() < label->heightForWidth(label->width()))
                m_cut += label->text();
        }
        const auto* const table = event->type() == QEvent::Paint
            ? qobject_cast<BlockTable*>(watched->parent())
            : nullptr;
        if (table && watched == table->viewport() && table->height() < table->sizeHint().height())
            m_cut += table->accessibleName();
        return QObject::eventFilter(watched, event);
    }

private:
    QStringList m_cut;
    int m_painted = 0;
};

/// Pages are whole from the first time that they are painted.
class FirstFrameTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsFilledIsWhole_data() { addPages(); }
    void whatIsFilledIsWhole();
    void whatIsShownIsWhole_data() { addPages(); }
    void whatIsShownIsWhole();
    void whatIsAppendedIsWhole();

private:
    static void addPages();
};

void FirstFrameTest::addPages()
{
    using Make = std::function<std::unique_ptr<Page>()>;
    QTest::addColumn<Make>("make");
    QTest::newRow("overview") << Make(made<OverviewPage>);
    QTest::newRow("findings") << Make(made<FindingsPage>);
    QTest::newRow("balance") << Make(made<BalancePage>);
    QTest::newRow("fairness") << Make(made<FairnessPage>);
    QTest::newRow("licence") << Make(made<LicensePage>);
    QTest::newRow("card") << Make(made<CardPage>);
    QTest::newRow("rubric") << Make(made<RubricPage>);
}

void FirstFrameTest::whatIsFilledIsWhole()
{
    QFETCH(const std::function<std::unique_ptr<Page>()>, make);
    const std::unique_ptr<Page> page = make();
    page->resize(1'066, 756);
    page->show();
    QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    const CutParts parts;
    for (const OpenDatasetPtr& dataset :
        {test::openedSample(), otherSample(), OpenDatasetPtr(), test::openedSample()}) {
        const int before = parts.painted();
        page->setDataset(dataset);
        QCoreApplication::processEvents();
        page->grab();
        QTRY_VERIFY(parts.painted() > before);
        QVERIFY2(parts.cut().isEmpty(), qPrintable(parts.cut().join(QLatin1Char('\n'))));
    }
}

void FirstFrameTest::whatIsShownIsWhole()
{
    QFETCH(const std::function<std::unique_ptr<Page>()>, make);
    QTabWidget tabs;
    const std::unique_ptr<Page> page = make();
    tabs.addTab(new QWidget, QStringLiteral("other"));
    tabs.addTab(page.get(), QStringLiteral("page"));
    tabs.resize(1'066, 780);
    tabs.show();
    QVERIFY(QTest::qWaitForWindowExposed(&tabs));
    const CutParts parts;
    for (const OpenDatasetPtr& dataset : {test::openedSample(), otherSample()}) {
        const int before = parts.painted();
        page->setDataset(dataset);
        tabs.setCurrentIndex(1);
        page->grab();
        QTRY_VERIFY(parts.painted() > before);
        QVERIFY2(parts.cut().isEmpty(), qPrintable(parts.cut().join(QLatin1Char('\n'))));
        tabs.setCurrentIndex(0);
    }
}

/// Tables know how high they are once they have their width.
void FirstFrameTest::whatIsAppendedIsWhole()
{
    reports::Table rows;
    for (const char* const name : {"first", "second", "third"})
        rows.columns.push_back({std::string(name)});
    const reports::Cell cell = reports::Cell::words("many words of which no line holds all ");
    rows.rows.assign(20, {cell, cell, cell});
    ReadingColumn column;
    column.resize(500, 400);
    column.show();
    QVERIFY(QTest::qWaitForWindowExposed(&column));
    std::vector<const QWidget*> parts;
    for (int i = 0; i < 3; ++i) {
        auto* const part = new QWidget;
        auto* const layout = new QVBoxLayout(part);
        layout->addWidget(new BlockTable(rows));
        column.append(part);
        parts.push_back(part);
        for (const QWidget* const one : parts)
            QVERIFY(one->height() >= one->sizeHint().height());
    }
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::FirstFrameTest)
#include "tst_first_frame.moc"
