#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "core/card/model.h"
#include "ui/theme/shown.h"
#include "ui/window/page_tabs.h"

namespace cupel::ui {
namespace {

/// Notes what it is given.
class NotingPage : public Page {
public:
    NotingPage(PageId id, QString title)
        : m_id(id)
        , m_title(std::move(title))
    {
    }

    PageId id() const override { return m_id; }
    QString title() const override { return m_title; }
    void setDataset(const OpenDatasetPtr& dataset) override { given.push_back(dataset); }
    void reveal(const Target& target) override
    {
        wasFilled = !given.empty();
        revealed = target.item;
    }
    QByteArray layoutState() const override { return layout; }
    void restoreLayout(const QByteArray& state) override { layout = state; }

    std::vector<OpenDatasetPtr> given;
    QByteArray layout = "first";
    std::string revealed;
    bool wasFilled = false; ///< when it was to show something

private:
    PageId m_id;
    QString m_title;
};

std::shared_ptr<OpenDataset> datasetOf(const std::string& input)
{
    reports::Report report;
    report.datasets.emplace_back();
    report.datasets.back().name = input;
    findings::Finding finding;
    finding.rule = "data.duplicate-rows";
    finding.subject = {{"column", base::DataText::name("age")}};
    audits::AuditResult result;
    result.findings = {finding};
    result.tables = {{"t", {"Rows of each class"}, {"class", "rows"}, {}}};
    result.charts = {{"c", charts::ChartSpec::Kind::Bar, "t"}};
    report.datasets.back().audits.push_back({"audit", "Audit", std::move(result)});
    auto dataset = std::make_shared<OpenDataset>();
    dataset->request.inputs = {input};
    dataset->found = std::make_shared<const reports::Report>(std::move(report));
    dataset->report = dataset->found;
    return dataset;
}

} // namespace

class PageTabsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pagesAreFilledWhenTheyAreShown();
    void aReviewGoesToThePageThatIsShown();
    void anotherDatasetIsLetGo();
    void anotherRunKeepsWhatWasChosen();
    void theTrailNamesWhatAPersonKnows();
    void layoutsComeBack();
    void theFirstPageIsTheOneOfLastTime();

private:
    std::unique_ptr<PageTabs> m_tabs;
    NotingPage* m_overview = nullptr;
    NotingPage* m_findings = nullptr;
    NotingPage* m_rows = nullptr;
};

void PageTabsTest::init()
{
    m_tabs = std::make_unique<PageTabs>();
    m_overview = new NotingPage(PageId::Overview, QStringLiteral("Overview"));
    m_findings = new NotingPage(PageId::Findings, QStringLiteral("Findings"));
    m_rows = new NotingPage(PageId::Rows, QStringLiteral("Rows"));
    for (NotingPage* page : {m_overview, m_findings, m_rows})
        m_tabs->add(page);
    m_tabs->setVisible(true);
}

void PageTabsTest::pagesAreFilledWhenTheyAreShown()
{
    const QSignalSpy filled(m_tabs.get(), &PageTabs::filled);
    const OpenDatasetPtr dataset = datasetOf("a.csv");
    m_tabs->setDataset(dataset);
    QCOMPARE(m_overview->given, std::vector<OpenDatasetPtr>{dataset});
    QVERIFY(m_findings->given.empty());
    QVERIFY(m_rows->given.empty());
    m_tabs->showTab(1);
    QCOMPARE(m_findings->given, std::vector<OpenDatasetPtr>{dataset});
    QVERIFY(m_rows->given.empty());
    m_tabs->follow({PageId::Rows, "x", {}, {}});
    QVERIFY(m_rows->wasFilled);
    QCOMPARE(m_rows->revealed, std::string("x"));
    m_tabs->showTab(0);
    m_tabs->showTab(1);
    QCOMPARE(m_findings->given.size(), std::size_t{1});
    QCOMPARE(filled.size(), 3);
}

void PageTabsTest::aReviewGoesToThePageThatIsShown()
{
    const auto dataset = datasetOf("a.csv");
    m_tabs->setDataset(dataset);
    m_tabs->showTab(1);
    const OpenDatasetPtr reviewed = std::make_shared<OpenDataset>(*dataset);
    m_tabs->setDataset(reviewed);
    QCOMPARE(m_findings->given.back(), reviewed);
    QCOMPARE(m_overview->given.size(), std::size_t{1});
    m_tabs->showTab(0);
    QCOMPARE(m_overview->given.back(), reviewed);
}

/// What a page holds of it may be large.
void PageTabsTest::anotherDatasetIsLetGo()
{
    auto first = datasetOf("a.csv");
    const std::weak_ptr<OpenDataset> gone = first;
    m_tabs->setDataset(first);
    m_tabs->showTab(1);
    first.reset();
    m_tabs->setDataset(datasetOf("b.csv"));
    QTRY_COMPARE(m_findings->given.back(), nullptr);
    for (NotingPage* page : {m_overview, m_findings, m_rows})
        page->given.clear();
    QVERIFY(gone.expired());
    m_tabs->showTab(1);
    QCOMPARE(m_findings->given.size(), std::size_t{1});
}

void PageTabsTest::anotherRunKeepsWhatWasChosen()
{
    m_tabs->setDataset(datasetOf("a.csv"));
    m_tabs->showTab(1);
    m_tabs->showTab(2);
    m_tabs->setDataset(datasetOf("a.csv"));
    QCoreApplication::processEvents();
    QCOMPARE(m_findings->given.size(), std::size_t{1});
    QVERIFY(m_findings->given.back() != nullptr);
}

void PageTabsTest::theTrailNamesWhatAPersonKnows()
{
    const auto dataset = datasetOf("a.csv");
    m_tabs->setDataset(dataset);
    const std::string id = dataset->dataset().audits.front().result.findings.front().id("a.csv");
    m_tabs->follow({PageId::Findings, id, {}, {}});
    m_tabs->follow({PageId::Rows, "audit/c", {}, RowsQuery{}});
    m_tabs->follow({PageId::Findings, "card.title", {}, {}});
    m_tabs->follow({PageId::Findings, "some column", {}, {}});
    m_tabs->follow({PageId::Rows, id, {}, RowsQuery{}});
    QStringList words;
    for (const auto* button : m_tabs->findChildren<QToolButton*>()) {
        if (button->text().contains(QLatin1Char(':')))
            words += button->text();
    }
    const QStringList wanted{QStringLiteral("Findings: Rows repeat an earlier row"),
        QStringLiteral("Rows: Rows of each class"),
        QStringLiteral("Findings: ") + shown(card::model().find("card.title")->title),
        QStringLiteral("Findings: some column")};
    QCOMPARE(words, wanted);
}

void PageTabsTest::layoutsComeBack()
{
    m_findings->layout = "changed";
    m_rows->layout = QByteArray();
    const std::map<QString, QByteArray> layouts = m_tabs->layouts();
    QCOMPARE(layouts.size(), std::size_t{2});
    QCOMPARE(layouts.at(QStringLiteral("findings")), QByteArray("changed"));
    m_tabs->resetLayouts();
    QCOMPARE(m_findings->layout, QByteArray("first"));
    m_tabs->restoreLayouts(layouts);
    QCOMPARE(m_findings->layout, QByteArray("changed"));
    QCOMPARE(m_overview->layout, QByteArray("first"));
}

void PageTabsTest::theFirstPageIsTheOneOfLastTime()
{
    m_tabs->setFirstPage(QStringLiteral("no such page"));
    m_tabs->setFirstPage(QStringLiteral("rows"));
    m_tabs->setDataset(datasetOf("a.csv"));
    QCOMPARE(m_tabs->shownPage(), QStringLiteral("rows"));
    m_tabs->setDataset(datasetOf("b.csv"));
    QCOMPARE(m_tabs->shownPage(), QStringLiteral("overview"));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::PageTabsTest)
#include "tst_page_tabs.moc"
