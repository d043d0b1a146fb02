#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "tests/ui/support/hostile.h"
#include "tests/ui/support/opened.h"
#include "tests/ui/support/reviewed.h"
#include "tests/ui/support/shown_page.h"
#include "tests/ui/support/widgets.h"
#include "ui/jobs/verdict_work.h"
#include "ui/pages/card_page.h"
#include "ui/pages/folded_part.h"

namespace cupel::ui {

/// The section of the Data Card with what validators say of the documents.
class CardValidatorsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areAskedWhenSomebodyLooks();
    void saysWhoTakesADocumentAndWhy();
    void aLateAnswerIsDropped();
    void aReviewAsksNobodyAgain();
    void canBeReadAgain();
    void saysThatThereAreNoDocuments();
    void saysWhatFailed();
    void wordsOfDocumentsAreDrawnAsText();

private:
    static void chooseValidators(CardPage& page)
    {
        auto* const list = page.findChild<QTreeWidget*>();
        list->setCurrentItem(
            list->findItems(QStringLiteral("Validators"), Qt::MatchExactly).value(0));
    }
    static base::Result<std::vector<reports::Block>> verdicts(const OpenDatasetPtr& of)
    {
        return verdictsOn(*of, {});
    }
    QTemporaryDir m_folder;
};

void CardValidatorsTest::areAskedWhenSomebodyLooks()
{
    CardPage page;
    QSignalSpy wanted(&page, &CardPage::verdictsWanted);
    page.setDataset(test::openedSample());
    test::showWide(page);
    QCOMPARE(wanted.size(), 0);
    chooseValidators(page);
    QCOMPARE(wanted.size(), 1);
    QTRY_VERIFY(test::showsText(page, QStringLiteral("The documents are being read…")));
    auto* const list = page.findChild<QTreeWidget*>();
    list->setCurrentItem(list->topLevelItem(0));
    page.takeVerdicts(test::openedSample(), verdicts(test::openedSample()));
    chooseValidators(page);
    QCOMPARE(wanted.size(), 1);
    QTRY_VERIFY(test::showsText(page, QStringLiteral("croissant.json")));
}

void CardValidatorsTest::saysWhoTakesADocumentAndWhy()
{
    test::write(m_folder.filePath(QStringLiteral("README.md")), "---\nlicense: [\n---\n# d\n");
    const OpenDatasetPtr dataset = test::openedText(m_folder, "a,b\n1,2\n");
    CardPage page;
    page.setDataset(dataset);
    test::showWide(page);
    chooseValidators(page);
    page.takeVerdicts(dataset, verdicts(dataset));
    QTRY_VERIFY(test::showsText(page, QStringLiteral("README.md")));
    QVERIFY(
        test::showsTextWith(page, QStringLiteral("By the Hugging Face Hub, emulated: 1 error")));
    QTRY_VERIFY(!test::showsTextWith(page, QStringLiteral("line 2")));
    FoldedPart* const first = page.findChild<FoldedPart*>();
    QVERIFY(first);
    first->open();
    QTRY_VERIFY(test::showsTextWith(page, QStringLiteral("line ")));
    QCOMPARE(test::unnamed(page), QStringList());
}

void CardValidatorsTest::aLateAnswerIsDropped()
{
    test::write(m_folder.filePath(QStringLiteral("README.md")), "# d\n");
    const OpenDatasetPtr other = test::openedText(m_folder, "a,b\n1,2\n");
    CardPage page;
    page.setDataset(other);
    test::showWide(page);
    chooseValidators(page);
    QSignalSpy wanted(&page, &CardPage::verdictsWanted);
    page.setDataset(test::openedSample());
    QCOMPARE(wanted.size(), 1);
    page.takeVerdicts(other, verdicts(other));
    QTRY_VERIFY(test::showsText(page, QStringLiteral("The documents are being read…")));
    page.setDataset({});
    page.takeVerdicts(test::openedSample(), verdicts(test::openedSample()));
    page.setDataset(test::openedSample());
    chooseValidators(page);
    QCOMPARE(wanted.size(), 1);
    QTRY_VERIFY(test::showsText(page, QStringLiteral("croissant.json")));
}

void CardValidatorsTest::aReviewAsksNobodyAgain()
{
    CardPage page;
    page.setDataset(test::openedSample());
    test::showWide(page);
    chooseValidators(page);
    page.takeVerdicts(test::openedSample(), verdicts(test::openedSample()));
    QSignalSpy wanted(&page, &CardPage::verdictsWanted);
    pipeline::Review review;
    review.cardAnswers["card.title"].value.text = "Loans";
    page.setDataset(test::reviewed(test::openedSample(), review));
    QCOMPARE(wanted.size(), 0);
    QTRY_VERIFY(test::showsText(page, QStringLiteral("croissant.json")));
}

void CardValidatorsTest::canBeReadAgain()
{
    CardPage page;
    page.setDataset(test::openedSample());
    test::showWide(page);
    chooseValidators(page);
    page.takeVerdicts(
        test::openedSample(), base::Error{base::ErrorCode::Cancelled, "cancelled", "", {}});
    QTRY_VERIFY(test::showsTextWith(page, QStringLiteral("stopped")));
    QSignalSpy wanted(&page, &CardPage::verdictsWanted);
    QPushButton* const again = test::buttonNamed(page, QStringLiteral("Read the documents again"));
    QVERIFY(again);
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_COMPARE(wanted.size(), 1);
    QTRY_VERIFY(test::showsText(page, QStringLiteral("The documents are being read…")));
    page.takeVerdicts(test::openedSample(), verdicts(test::openedSample()));
    QTRY_VERIFY(test::showsText(page, QStringLiteral("croissant.json")));
}

void CardValidatorsTest::saysThatThereAreNoDocuments()
{
    const QTemporaryDir folder;
    const OpenDatasetPtr bare = test::openedText(folder, "a,b\n1,2\n");
    CardPage page;
    page.setDataset(bare);
    test::showWide(page);
    chooseValidators(page);
    page.takeVerdicts(bare, verdicts(bare));
    QTRY_VERIFY(test::showsTextWith(page, QStringLiteral("No card and no Croissant file")));
}

void CardValidatorsTest::saysWhatFailed()
{
    CardPage page;
    page.setDataset(test::openedSample());
    test::showWide(page);
    chooseValidators(page);
    page.takeVerdicts(
        test::openedSample(), base::Error{base::ErrorCode::Internal, "out of memory", "", {}});
    QTRY_VERIFY(test::showsText(page, QStringLiteral("out of memory")));
    QVERIFY(test::buttonNamed(page, QStringLiteral("Read the documents again")));
}

void CardValidatorsTest::wordsOfDocumentsAreDrawnAsText()
{
    const QTemporaryDir folder;
    const QByteArray image = test::redImage(folder).toUtf8();
    test::write(folder.filePath(QStringLiteral("README.md")),
        "---\nlicense: \"" + image + "\"\nlanguage: [\"" + image + "\", " + QByteArray(100'000, 'y')
            + "]\nconfigs: \"" + image + "\"\n---\n# d\n");
    const OpenDatasetPtr dataset = test::openedText(folder, "a,b\n1,2\n");
    CardPage page;
    page.setDataset(dataset);
    test::showWide(page);
    chooseValidators(page);
    page.takeVerdicts(dataset, verdicts(dataset));
    const QList<FoldedPart*> parts = page.findChildren<FoldedPart*>();
    QVERIFY(!parts.isEmpty());
    for (FoldedPart* part : parts)
        part->open();
    QTRY_VERIFY(test::showsTextWith(page, QString::fromUtf8(image)));
    QCOMPARE(test::redPixels(page), 0);
    QCOMPARE(test::guessingLabels(page), QStringList());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::CardValidatorsTest)
#include "tst_card_validators.moc"
