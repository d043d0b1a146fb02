#include <QLabel>
#include <QStringList>
#include <QTest>
#include <functional>
#include <memory>

#include "tests/ui/support/opened.h"
#include "tests/ui/support/shown_page.h"
#include "ui/pages/balance_page.h"
#include "ui/pages/card_page.h"
#include "ui/pages/fairness_page.h"
#include "ui/pages/findings_page.h"
#include "ui/pages/license_page.h"
#include "ui/pages/overview_page.h"
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

/// Looks at every label that is painted: which of them have less height than their lines need.
class CutLabels : public QObject {
    Q_OBJECT

public:
    CutLabels() { QCoreApplication::instance()->installEventFilter(this); }

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
    void sentencesAreWhole_data();
    void sentencesAreWhole();
};

void FirstFrameTest::sentencesAreWhole_data()
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

void FirstFrameTest::sentencesAreWhole()
{
    QFETCH(const std::function<std::unique_ptr<Page>()>, make);
    const std::unique_ptr<Page> page = make();
    page->resize(900, 700);
    page->show();
    QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    const CutLabels labels;
    for (const OpenDatasetPtr& dataset :
        {test::openedSample(), otherSample(), OpenDatasetPtr(), test::openedSample()}) {
        const int before = labels.painted();
        page->setDataset(dataset);
        QTRY_VERIFY(labels.painted() > before);
        QVERIFY2(labels.cut().isEmpty(), qPrintable(labels.cut().join(QLatin1Char('\n'))));
    }
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::FirstFrameTest)
#include "tst_first_frame.moc"
