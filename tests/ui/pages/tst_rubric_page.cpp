#include "ui/pages/rubric_page.h"

#include <QCheckBox>
#include <QTest>
#include <QTreeWidget>

#include "core/rubric/check.h"
#include "core/rubric/suggest.h"
#include "tests/ui/support/hostile.h"
#include "tests/ui/support/opened.h"
#include "tests/ui/support/shown_page.h"
#include "tests/ui/support/widgets.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/rubric_question.h"
#include "ui/pages/tile.h"
#include "ui/pages/tone_mark.h"

namespace cupel::ui {
namespace {

rubric::Sheet sheetOf(const OpenDataset& dataset)
{
    const reports::DatasetReport& its = dataset.dataset();
    return rubric::suggestedSheet(its.name, *its.card, its.measured);
}

RubricQuestion* questionNamed(const QWidget& page, const QString& title)
{
    for (RubricQuestion* question : page.findChildren<RubricQuestion*>()) {
        if (question->heading()->text() == title)
            return question;
    }
    return nullptr;
}

} // namespace

class TestRubricPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void withoutDocumentsItSaysWhatWouldBeHere();
    void scoreShowsItsPoints();
    void openQuestionsAreCounted();
    void questionsShowSuggestionsAndEvidence();
    void onlyWhatIsOpen();
    void waitingRubricsAreReachedFromTheScore();
    void answersOfPeopleStandInPlaceOfSuggestions();
    void hostileAnswersAreDrawnAsText();
};

void TestRubricPage::withoutDocumentsItSaysWhatWouldBeHere()
{
    RubricPage page;
    test::showWide(page);
    QVERIFY(test::showsText(page, QStringLiteral("No dataset is open")));
    const QTemporaryDir folder;
    page.setDataset(test::openedText(folder, "a,b\n1,2\n"));
    QVERIFY(test::showsText(page, QStringLiteral("No documents to review")));
    QVERIFY(test::showsTextWith(page, QStringLiteral("README.md")));
}

void TestRubricPage::scoreShowsItsPoints()
{
    const OpenDatasetPtr sample = test::openedSample();
    const rubric::Score score = rubric::score(sheetOf(*sample));
    RubricPage page;
    page.setDataset(sample);
    test::showWide(page);
    QVERIFY(test::showsText(
        page, QStringLiteral("%1 of %2 points").arg(score.points).arg(score.possible)));
    for (const rubric::Aspect& aspect : score.aspects)
        QVERIFY(test::showsText(page, QString::fromStdString(aspect.title)));
    QVERIFY(test::showsTextWith(page, QStringLiteral("0 of ")));
    QVERIFY(test::showsText(page, QStringLiteral("What breaks the rules of the rubrics")));
}

void TestRubricPage::openQuestionsAreCounted()
{
    const OpenDatasetPtr sample = test::openedSample();
    const rubric::Sheet sheet = sheetOf(*sample);
    RubricPage page;
    page.setDataset(sample);
    auto* const list = page.findChild<QTreeWidget*>();
    QCOMPARE(list->topLevelItemCount(), 8);
    std::size_t open = 0;
    for (int i = 1; i < list->topLevelItemCount(); ++i) {
        const QString count = list->topLevelItem(i)->text(1);
        open += count.section(QLatin1Char(' '), 0, 0).toULongLong();
    }
    QCOMPARE(open, rubric::openQuestions(sheet).size());
}

void TestRubricPage::questionsShowSuggestionsAndEvidence()
{
    RubricPage page;
    page.setDataset(test::openedSample());
    test::showWide(page);
    page.reveal({PageId::Rubric, "data_novelty/New Data from Human", {}, {}});
    const RubricQuestion* const question
        = questionNamed(page, QStringLiteral("New Data from Human"));
    QVERIFY(question);
    QVERIFY(question->heading()->hasFocus());
    QVERIFY(test::showsText(*question, QStringLiteral("people made it from scratch")));
    QCOMPARE(question->findChild<ToneMark*>()->word(), QStringLiteral("suggested"));
    QVERIFY(test::showsText(*question, QStringLiteral("yes")));
    QVERIFY(test::showsTextWith(*question, QStringLiteral("README.md")));
    const RubricQuestion* const other = questionNamed(page, QStringLiteral("Collated"));
    QCOMPARE(other->findChild<ToneMark*>()->word(), QStringLiteral("unanswered"));
    QVERIFY(!test::showsText(*other, QStringLiteral("Answer")));
}

void TestRubricPage::onlyWhatIsOpen()
{
    RubricPage page;
    page.setDataset(test::openedSample());
    test::showWide(page);
    page.reveal({PageId::Rubric, "lang", {}, {}});
    const auto before = page.findChildren<RubricQuestion*>().size();
    QTest::keyClick(page.findChild<QCheckBox*>(), Qt::Key_Space);
    QCOMPARE(page.findChildren<RubricQuestion*>().size(), before);
    for (const RubricQuestion* question : page.findChildren<RubricQuestion*>())
        QVERIFY(question->findChild<ToneMark*>()->word() != QStringLiteral("confirmed"));
}

void TestRubricPage::waitingRubricsAreReachedFromTheScore()
{
    RubricPage page;
    page.setDataset(test::openedSample());
    test::showWide(page);
    auto* const tile = page.findChild<TopicTile*>();
    const QString title = tile->accessibleName().section(QLatin1Char(':'), 0, 0);
    QTest::mouseClick(tile, Qt::LeftButton);
    auto* const list = page.findChild<QTreeWidget*>();
    QTRY_COMPARE(list->currentItem()->text(0), title);
    QVERIFY(!page.findChildren<RubricQuestion*>().isEmpty());
    QCOMPARE(test::unnamed(page), QStringList());
}

void TestRubricPage::answersOfPeopleStandInPlaceOfSuggestions()
{
    auto review = std::make_shared<pipeline::Review>();
    pipeline::RubricAnswer answer;
    answer.applies = false;
    answer.reasoning = "It is <b>old</b>.";
    review->rubricAnswers["data_novelty/New Data from Human"] = {answer, "Ada", {}};
    auto dataset = std::make_shared<OpenDataset>(*test::openedSample());
    dataset->review = review;
    RubricPage page;
    page.setDataset(dataset);
    test::showWide(page);
    page.reveal({PageId::Rubric, "data_novelty/New Data from Human", {}, {}});
    const RubricQuestion* question = questionNamed(page, QStringLiteral("New Data from Human"));
    QCOMPARE(question->findChild<ToneMark*>()->word(), QStringLiteral("confirmed"));
    QVERIFY(test::showsText(*question, QStringLiteral("It is <b>old</b>.")));
    page.findChild<QCheckBox*>()->setChecked(true);
    QVERIFY(!questionNamed(page, QStringLiteral("New Data from Human")));
}

void TestRubricPage::hostileAnswersAreDrawnAsText()
{
    const QTemporaryDir folder;
    const QByteArray image = test::redImage(folder).toUtf8();
    test::write(folder.filePath(QStringLiteral("README.md")),
        "---\nlanguage_creators:\n- found " + image + "\nsource_datasets:\n- extended|" + image
            + "\n---\n# A\n\n## Source Data\n\n### Initial Data Collection and Normalization\n\n"
              "A manual survey of "
            + image + QByteArray(100'000, 'z') + "\n");
    RubricPage page;
    page.setDataset(test::openedText(folder, "a,b\n1,2\n"));
    test::showWide(page);
    auto* const list = page.findChild<QTreeWidget*>();
    for (int i = 0; i < list->topLevelItemCount(); ++i) {
        list->setCurrentItem(list->topLevelItem(i));
        QCOMPARE(test::redPixels(page), 0);
        QCOMPARE(test::guessingLabels(page), QStringList());
    }
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::TestRubricPage)
#include "tst_rubric_page.moc"
