#include "ui/pages/license_page.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "core/reports/license_page.h"
#include "tests/ui/support/hostile.h"
#include "tests/ui/support/opened.h"
#include "tests/ui/support/widgets.h"
#include "ui/pages/block_view.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/link_label.h"

Q_DECLARE_METATYPE(cupel::ui::Target)

namespace cupel::ui {
namespace {

void show(LicensePage& page)
{
    page.resize(1'000, 900);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
}

bool holds(const QTableView& table, int column, const QString& text)
{
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        if (table.model()->index(row, column).data().toString() == text)
            return true;
    }
    return false;
}

} // namespace

class TestLicensePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withoutDocumentsItSaysWhatWouldBeHere();
    void claimsStandWithTheirAgreement();
    void termsAreShownForEachUse();
    void findingsAreFollowed();
    void documentsAreRevealed();
    void showsWhereALicenceDiffers();
    void hostileDocumentsAreDrawnAsText();
    void aTypedLicenceIsLookedUp();
    void whatIsLookedUpLeavesTheDocuments();
};

void TestLicensePage::withoutDocumentsItSaysWhatWouldBeHere()
{
    LicensePage page;
    show(page);
    QVERIFY(test::showsText(page, QStringLiteral("No dataset is open")));
    const QTemporaryDir folder;
    page.setDataset(test::openedText(folder, "a,b\n1,2\n"));
    QVERIFY(test::showsText(page, QStringLiteral("No documents beside the data")));
    page.reveal({PageId::License, "LICENSE", {}, {}});
}

void TestLicensePage::claimsStandWithTheirAgreement()
{
    LicensePage page;
    page.setDataset(test::openedSample());
    show(page);
    QTableView* const claims = test::viewNamed(page, QStringLiteral("Where a licence is stated"));
    QVERIFY(claims);
    QCOMPARE(claims->model()->rowCount(), 4);
    QVERIFY(holds(*claims, 3, QStringLiteral("CC-BY-NC-4.0")));
    QVERIFY(holds(*claims, 0, QStringLiteral("croissant.json, line 53")));
    QCOMPARE(claims->model()->index(0, 6).data().toString(),
        QStringLiteral("contradicts croissant.json, line 53; LICENSE, line 1"));
}

void TestLicensePage::termsAreShownForEachUse()
{
    LicensePage page;
    page.setDataset(test::openedSample());
    show(page);
    QTRY_VERIFY(test::viewNamed(page, QStringLiteral("What the terms say")));
    QTableView* const uses
        = test::viewNamed(page, QStringLiteral("What the terms indicate for a use"));
    QCOMPARE(uses->model()->rowCount(), 6);
    QVERIFY(holds(*uses, 2, QStringLiteral("not allowed")));
    QTableView* const terms = test::viewNamed(page, QStringLiteral("What the terms say"));
    QCOMPARE(terms->model()->columnCount(), 4);
    QCOMPARE(terms->model()->index(0, 3).data().toString(), QStringLiteral("not allowed"));
    QTRY_VERIFY(test::showsTextWith(page, QStringLiteral("no legal advice")));
}

void TestLicensePage::findingsAreFollowed()
{
    const OpenDatasetPtr sample = test::openedSample();
    LicensePage page;
    page.setDataset(sample);
    show(page);
    QSignalSpy followed(&page, &Page::followed);
    auto* const link = page.findChild<LinkLabel*>();
    QVERIFY(link->text().startsWith(QStringLiteral("The card declares MIT")));
    QTest::mouseClick(link, Qt::LeftButton, {}, QPoint(5, link->height() / 2));
    const auto target = followed.last().front().value<Target>();
    QCOMPARE(target.page, PageId::Findings);
    const auto matter = reports::findingsThatMatter(sample->report->datasets);
    QCOMPARE(target.item, matter.front().finding->id(sample->dataset().name));
}

void TestLicensePage::documentsAreRevealed()
{
    LicensePage page;
    page.setDataset(test::openedSample());
    show(page);
    page.reveal({PageId::License, "LICENSE", {}, {}});
    auto* const heading = qobject_cast<HeadingLabel*>(QApplication::focusWidget());
    QVERIFY(heading);
    QCOMPARE(heading->text(), QStringLiteral("LICENSE"));
    page.reveal({PageId::License, "README.md", {}, {}});
    QCOMPARE(qobject_cast<HeadingLabel*>(QApplication::focusWidget())->text(),
        QStringLiteral("What is stated"));
}

/// The words that were put into the text of a licence stand in a part that is folded away.
void TestLicensePage::showsWhereALicenceDiffers()
{
    QFile sample(test::projectFile(QStringLiteral("resources/sample/LICENSE")));
    QVERIFY(sample.open(QIODevice::ReadOnly));
    QByteArray text = sample.readAll();
    const qsizetype at = text.indexOf("reproduce and Share");
    QVERIFY(at > 0);
    text.insert(at, "on weekdays ");
    const QTemporaryDir folder;
    test::write(folder.filePath(QStringLiteral("LICENSE")), text);
    LicensePage page;
    page.setDataset(test::openedText(folder, "a,b\n1,2\n"));
    show(page);
    QToolButton* differs = nullptr;
    QTRY_VERIFY(differs = test::toolButtonStarting(page, QStringLiteral("How it differs")));
    QVERIFY2(differs->text().contains(QStringLiteral("2 words only in the file")),
        qPrintable(differs->text()));
    QTest::mouseClick(differs, Qt::LeftButton);
    bool isShown = false;
    for (const auto* lines : page.findChildren<QPlainTextEdit*>())
        isShown = isShown
            || lines->toPlainText().contains(QStringLiteral("+ only in the file: on weekdays\n"));
    QVERIFY(isShown);
}

void TestLicensePage::hostileDocumentsAreDrawnAsText()
{
    const QTemporaryDir folder;
    const QByteArray image = test::redImage(folder).toUtf8();
    test::write(folder.filePath(QStringLiteral("README.md")),
        "---\nlicense: \"" + image + "\"\n---\n# " + image + "\n\n## Licensing\n\n" + image
            + " is under the MIT license.\n");
    test::write(folder.filePath(QStringLiteral("LICENSE")),
        "<script>x</script> " + image + "\nCopyright 2020 " + image + "\nNon-commercial use only.\n"
            + QByteArray(300'000, 'x'));
    LicensePage page;
    page.setDataset(test::openedText(folder, "a,b\n1,2\n"));
    page.resize(1'000, 2'500);
    page.show();
    auto* const view = page.findChild<BlockView*>();
    QTRY_VERIFY(view->isComplete());
    for (QToolButton* head : page.findChildren<QToolButton*>())
        head->setChecked(true);
    QCOMPARE(test::redPixels(page), 0);
    QCOMPARE(test::guessingLabels(page), QStringList());
    QCOMPARE(test::unnamed(page), QStringList());
}

/// Answers the page as the window does.
class Lookups {
public:
    explicit Lookups(LicensePage& page)
    {
        QObject::connect(
            &page, &LicensePage::lookupWanted, &page, [this, &page](const std::string& text) {
                asked.push_back(text);
                page.takeLookup(text, reports::licenseLookupPage(text));
            });
    }
    std::vector<std::string> asked;
};

void TestLicensePage::aTypedLicenceIsLookedUp()
{
    LicensePage page;
    show(page);
    const Lookups lookups(page);
    auto* const typed = test::inputNamed<QLineEdit>(page, QStringLiteral("Look up a licence"));
    QVERIFY(typed);
    QTest::keyClicks(typed, QStringLiteral(" mit or apache-2.0 "));
    QTest::keyClick(typed, Qt::Key_Return);
    QCOMPARE(lookups.asked, std::vector<std::string>{"mit or apache-2.0"});
    QTRY_VERIFY(test::showsTextWith(page, QStringLiteral("MIT OR Apache-2.0")));
    QTRY_VERIFY(test::viewNamed(page, QStringLiteral("What the terms say")));
    QVERIFY(test::viewNamed(page, QStringLiteral("What the terms indicate for a use")));
    typed->selectAll();
    QTest::keyClicks(typed, QStringLiteral("MIT OR (Apache-2.0"));
    QTest::mouseClick(test::buttonNamed(page, QStringLiteral("Look &up")), Qt::LeftButton);
    QTRY_VERIFY(test::showsTextWith(page, QStringLiteral("not valid from column ")));
    // It is text, and not what it looks like.
    typed->selectAll();
    QTest::keyClicks(typed, QStringLiteral("<b>MIT</b>"));
    QTest::keyClick(typed, Qt::Key_Return);
    QTRY_VERIFY(test::showsTextWith(page, QStringLiteral("<b>MIT</b>")));
    QCOMPARE(test::unnamed(page), QStringList());
}

void TestLicensePage::whatIsLookedUpLeavesTheDocuments()
{
    LicensePage page;
    show(page);
    page.setDataset(test::openedSample());
    QTRY_VERIFY(test::showsText(page, QStringLiteral("What is stated")));
    QPushButton* back = test::buttonNamed(page, QStringLiteral("&Back to the documents"));
    QVERIFY(!back);
    const Lookups lookups(page);
    auto* const typed = test::inputNamed<QLineEdit>(page, QStringLiteral("Look up a licence"));
    QTest::keyClicks(typed, QStringLiteral("CC-BY-4.0"));
    QTest::keyClick(typed, Qt::Key_Return);
    QTRY_VERIFY(test::showsTextWith(page, QStringLiteral("Creative Commons Attribution 4.0")));
    QVERIFY(!test::showsText(page, QStringLiteral("What is stated")));
    back = test::buttonNamed(page, QStringLiteral("&Back to the documents"));
    QVERIFY(back);
    QTest::mouseClick(back, Qt::LeftButton);
    QVERIFY(test::showsText(page, QStringLiteral("What is stated")));
    QVERIFY(!back->isVisible());
    // An answer that came late is dropped, and an empty line asks nothing.
    page.takeLookup("MIT", reports::licenseLookupPage("MIT"));
    QVERIFY(test::showsText(page, QStringLiteral("What is stated")));
    typed->clear();
    QTest::keyClick(typed, Qt::Key_Return);
    QCOMPARE(lookups.asked.size(), std::size_t{1});
    // A finding in the documents is shown in them.
    QTest::keyClicks(typed, QStringLiteral("MIT"));
    QTest::keyClick(typed, Qt::Key_Return);
    QTRY_VERIFY(!test::showsText(page, QStringLiteral("What is stated")));
    page.reveal({PageId::License, "LICENSE", {}, {}});
    QVERIFY(test::showsText(page, QStringLiteral("What is stated")));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::TestLicensePage)
#include "tst_license_page.moc"
