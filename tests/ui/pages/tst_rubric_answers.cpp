#include <QAbstractButton>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QTreeWidget>
#include <algorithm>

#include "core/rubric/suggest.h"
#include "tests/ui/support/opened.h"
#include "tests/ui/support/reviewed.h"
#include "tests/ui/support/shown_page.h"
#include "tests/ui/support/widgets.h"
#include "ui/pages/answer_text.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/reading_column.h"
#include "ui/pages/rubric_page.h"
#include "ui/pages/rubric_question.h"
#include "ui/pages/tone_mark.h"

namespace cupel::ui {
namespace {

using pipeline::RubricAnswer;

constexpr const char* kSuggested = "data_novelty/New Data from Human";
constexpr const char* kOpen = "data_novelty/Collated";

RubricQuestion* questionOf(const QWidget& page, const std::string& target)
{
    for (RubricQuestion* question : page.findChildren<RubricQuestion*>()) {
        if (question->target() == target)
            return question;
    }
    return nullptr;
}

/// The sample with suggestions and what was said of them.
struct Sheets {
    rubric::Sheet suggested;
    std::vector<AskedQuestion> asked;

    explicit Sheets(const OpenDataset& dataset)
        : suggested(rubric::suggestedSheet(
            dataset.dataset().name, *dataset.dataset().card, dataset.dataset().measured))
        , asked(askedQuestions(suggested, suggested))
    {
    }

    const AskedQuestion& of(const std::string& target) const
    {
        return *std::find_if(asked.begin(), asked.end(),
            [&target](const AskedQuestion& one) { return one.target == target; });
    }
};

pipeline::Review answering(const std::string& target, const RubricAnswer& answer)
{
    pipeline::Review review;
    review.rubricAnswers[target] = {answer, "ada", {}};
    return review;
}

/// A page with a question that has the focus.
struct Shown : test::TypedPage<RubricPage> {
    std::string target;

    Shown(const OpenDatasetPtr& dataset, const std::string& which)
        : TypedPage(dataset, PageId::Rubric, which)
        , target(which)
    {
    }

    RubricQuestion& question() const { return *questionOf(page(), target); }
    QAbstractButton& option(const QString& words) const
    {
        for (QAbstractButton* button : question().findChildren<QAbstractButton*>()) {
            if (button->text() == words)
                return *button;
        }
        qFatal("no such option");
    }
    void choose(const QString& words) const
    {
        QAbstractButton& button = option(words);
        QTest::mouseClick(&button, Qt::LeftButton, {}, QPoint(8, button.height() / 2));
    }
    QLineEdit& evidence() const { return *question().findChild<QLineEdit*>(); }
    AnswerText& reasoning() const { return *question().findChild<AnswerText*>(); }
};

} // namespace

class TestRubricAnswers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void aSuggestionIsConfirmedByOneKey();
    void confirmingSaysWhichOrigin();
    void aSuggestionIsDisputedWithAReason();
    void aQuestionIsAnswered();
    void whoCannotTellSaysWhy();
    void originsExcludeEachOther();
    void oneKindOfAnnotatorsIsChosen();
    void answersAreShownInTheirPlace();
    void whatIsBeingWrittenStays();
    void whatIsBeingWrittenWaitsForItsDataset();
    void anAnswerIsTakenBack();
    void theNextOpenQuestionIsGoneTo();
    void withoutACatalogItSaysWhy();
};

void TestRubricAnswers::aSuggestionIsConfirmedByOneKey()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    const Sheets sheets(*dataset);
    const Shown shown(dataset, kSuggested);
    const test::SaidList list(shown.page());
    shown.press(Qt::Key_C);
    QCOMPARE(list.said.size(), std::size_t{1});
    QCOMPARE(list.said.front().target, std::string(kSuggested));
    const rubric::Answer& suggestion = *sheets.of(kSuggested).question.answer;
    QVERIFY(!suggestion.reference.empty());
    const RubricAnswer expected{
        true, {}, suggestion.reference, suggestion.reasoning, rubric::Status::Confirmed};
    QVERIFY(std::get<RubricAnswer>(list.said.front().value) == expected);
    QVERIFY(shown.question().heading()->hasFocus());
    QTest::mouseClick(
        test::buttonNamed(shown.question(), QStringLiteral("Confirm")), Qt::LeftButton);
    QCOMPARE(list.said.size(), std::size_t{2});
    // There is nothing to confirm where nothing is suggested.
    questionOf(shown.page(), kOpen)->heading()->setFocus();
    shown.press(Qt::Key_C);
    QCOMPARE(list.said.size(), std::size_t{2});
}

void TestRubricAnswers::confirmingSaysWhichOrigin()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    const Sheets sheets(*dataset);
    const auto origin
        = std::find_if(sheets.asked.begin(), sheets.asked.end(), [](const AskedQuestion& one) {
              return one.kind == AskedQuestion::Kind::Origin
                  && one.question.answer->status == rubric::Status::Suggested;
          });
    QVERIFY(origin != sheets.asked.end());
    QVERIFY(!origin->choices.empty());
    const Shown shown(dataset, origin->target);
    const test::SaidList list(shown.page());
    shown.press(Qt::Key_C);
    const auto answer = std::get<RubricAnswer>(list.said.at(0).value);
    QCOMPARE(answer.applies, std::optional(true));
    QCOMPARE(answer.choices, origin->choices);
}

void TestRubricAnswers::aSuggestionIsDisputedWithAReason()
{
    const Shown shown(test::reviewed(test::openedSample()), kSuggested);
    const test::SaidList list(shown.page());
    shown.press(Qt::Key_D);
    QVERIFY(shown.reasoning().hasFocus());
    QVERIFY(shown.option(QStringLiteral("The suggestion is wrong")).isChecked());
    shown.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(list.said.empty());
    shown.type(QStringLiteral("It was gathered."));
    shown.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(list.said.size(), std::size_t{1});
    const auto answer = std::get<RubricAnswer>(list.said.front().value);
    QCOMPARE(answer.status, rubric::Status::Disputed);
    QCOMPARE(answer.applies, std::optional(true));
    QCOMPARE(answer.reasoning, std::string("It was gathered."));
}

void TestRubricAnswers::aQuestionIsAnswered()
{
    const Shown shown(test::reviewed(test::openedSample()), kOpen);
    const test::SaidList list(shown.page());
    shown.press(Qt::Key_E);
    QVERIFY(!shown.question().editor()->canKeep());
    QCOMPARE(test::unnamed(shown.page()), QStringList());
    shown.choose(QStringLiteral("Applies"));
    QVERIFY(shown.question().editor()->canKeep());
    QVERIFY(test::showsTextWith(shown.question(), QStringLiteral("should name its evidence")));
    shown.evidence().setFocus();
    shown.type(QStringLiteral("paper.pdf, page 3"));
    QVERIFY(!test::showsTextWith(shown.question(), QStringLiteral("should name its evidence")));
    QVERIFY(test::showsTextWith(shown.question(), QStringLiteral("With it the score is ")));
    shown.reasoning().setFocus();
    shown.type(QStringLiteral("cdne"));
    shown.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(list.said.size(), std::size_t{1});
    QCOMPARE(list.said.front().target, std::string(kOpen));
    const RubricAnswer expected{true, {}, "paper.pdf, page 3", "cdne", rubric::Status::Confirmed};
    QVERIFY(std::get<RubricAnswer>(list.said.front().value) == expected);
    shown.choose(QStringLiteral("Does not apply"));
    shown.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(std::get<RubricAnswer>(list.said.back().value).applies, std::optional(false));
    shown.press(Qt::Key_Escape);
    QVERIFY(!shown.question().editor());
    QVERIFY(shown.question().heading()->hasFocus());
}

void TestRubricAnswers::whoCannotTellSaysWhy()
{
    const Shown shown(test::reviewed(test::openedSample()), kOpen);
    const test::SaidList list(shown.page());
    shown.press(Qt::Key_Return);
    shown.choose(QStringLiteral("Cannot tell"));
    QVERIFY(!shown.question().editor()->canKeep());
    shown.reasoning().setFocus();
    shown.type(QStringLiteral("Nobody wrote it down."));
    shown.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(list.said.size(), std::size_t{1});
    const auto answer = std::get<RubricAnswer>(list.said.front().value);
    QCOMPARE(answer.applies, std::optional<bool>());
    QVERIFY(answer.choices.empty());
    QCOMPARE(answer.reasoning, std::string("Nobody wrote it down."));
}

void TestRubricAnswers::originsExcludeEachOther()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    const Sheets sheets(*dataset);
    const auto origin = std::find_if(sheets.asked.begin(), sheets.asked.end(),
        [](const AskedQuestion& one) { return one.kind == AskedQuestion::Kind::Origin; });
    const Shown shown(dataset, origin->target);
    const test::SaidList list(shown.page());
    shown.press(Qt::Key_E);
    const QString people = QStringLiteral("People made it");
    const QString model = QStringLiteral("A model made it");
    const QString unknown = QStringLiteral("Nothing says where it comes from");
    shown.option(people).setChecked(false);
    shown.option(model).setChecked(false);
    shown.choose(unknown);
    shown.choose(people);
    shown.choose(model);
    QVERIFY(shown.option(people).isChecked() && shown.option(model).isChecked());
    QVERIFY(!shown.option(unknown).isChecked());
    shown.press(Qt::Key_Return, Qt::ControlModifier);
    const auto answer = std::get<RubricAnswer>(list.said.at(0).value);
    QCOMPARE(answer.choices, (std::vector<std::string>{"human", "model"}));
    shown.choose(unknown);
    QVERIFY(!shown.option(people).isChecked() && !shown.option(model).isChecked());
    shown.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(
        std::get<RubricAnswer>(list.said.at(1).value).choices, std::vector<std::string>{"unknown"});
}

void TestRubricAnswers::oneKindOfAnnotatorsIsChosen()
{
    const Shown shown(test::reviewed(test::openedSample()), "data_annotations/annotators");
    const test::SaidList list(shown.page());
    shown.press(Qt::Key_E);
    const auto categories = rubric::annotatorCategories();
    for (const rubric::Label& label : {categories[0], categories[1]})
        shown.choose(ui::shown(label.name));
    shown.press(Qt::Key_Return, Qt::ControlModifier);
    const auto answer = std::get<RubricAnswer>(list.said.at(0).value);
    QCOMPARE(answer.applies, std::optional(true));
    QCOMPARE(answer.choices, std::vector<std::string>{std::string(categories[1].name)});
}

void TestRubricAnswers::answersAreShownInTheirPlace()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    Shown shown(dataset, kOpen);
    const auto* const list = shown.page().findChild<QTreeWidget*>();
    const QString section = list->currentItem()->text(0);
    const QString open = list->currentItem()->text(1);
    auto* const reading = shown.page().findChild<ReadingColumn*>();
    shown.page().resize(1'100, 420);
    QCoreApplication::processEvents();
    shown.press(Qt::Key_E);
    shown.choose(QStringLiteral("Does not apply"));
    shown.press(Qt::Key_Return, Qt::ControlModifier);
    const int position = reading->scrolled();
    const RubricAnswer answer{false, {}, {}, {}, rubric::Status::Confirmed};
    shown.page().setDataset(test::reviewed(dataset, answering(kOpen, answer)));
    QCOMPARE(list->currentItem()->text(0), section);
    QVERIFY(list->currentItem()->text(1) != open);
    QVERIFY(!shown.question().editor());
    QVERIFY(shown.question().heading()->hasFocus());
    QCOMPARE(shown.question().findChild<ToneMark*>()->word(), QStringLiteral("confirmed"));
    QVERIFY(test::showsText(shown.question(), QStringLiteral("no")));
    QVERIFY(test::showsTextWith(shown.question(), QStringLiteral("Answered by ada, ")));
    QCoreApplication::processEvents();
    QTRY_COMPARE(reading->scrolled(), position);
    shown.page().reveal({PageId::Rubric, {}, {}, {}});
    QTest::keyClick(shown.page().findChild<QTreeWidget*>(), Qt::Key_Home);
    QCoreApplication::processEvents();
    QVERIFY(test::showsTextWith(shown.page(), QStringLiteral("1 of ")));
}

void TestRubricAnswers::whatIsBeingWrittenStays()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    Shown shown(dataset, kOpen);
    shown.press(Qt::Key_E);
    shown.choose(QStringLiteral("Applies"));
    shown.reasoning().setFocus();
    shown.type(QStringLiteral("not whole"));
    shown.press(Qt::Key_Left);
    shown.page().setDataset(test::reviewed(dataset, answering(kSuggested, {true})));
    QVERIFY(shown.option(QStringLiteral("Applies")).isChecked());
    QVERIFY(shown.reasoning().hasFocus());
    shown.type(QStringLiteral("X"));
    QCOMPARE(shown.reasoning().toPlainText(), QStringLiteral("not wholXe"));
}

void TestRubricAnswers::whatIsBeingWrittenWaitsForItsDataset()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    const Shown shown(dataset, kOpen);
    shown.press(Qt::Key_E);
    QCOMPARE(shown.page().answersInWork(), 0u);
    shown.choose(QStringLiteral("Applies"));
    QCOMPARE(shown.page().answersInWork(), 1u);
    shown.page().setDataset({});
    QCOMPARE(shown.page().answersInWork(), 1u);
    shown.page().setDataset(dataset);
    shown.page().reveal({PageId::Rubric, kOpen, {}, {}});
    QVERIFY(shown.option(QStringLiteral("Applies")).isChecked());
}

void TestRubricAnswers::anAnswerIsTakenBack()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    const RubricAnswer answer{{}, {}, {}, "Nobody knows.", rubric::Status::Confirmed};
    const Shown shown(test::reviewed(dataset, answering(kSuggested, answer)), kSuggested);
    const test::SaidList list(shown.page());
    QVERIFY(test::showsTextWith(shown.question(), QStringLiteral("Cannot tell: ada, ")));
    QVERIFY(test::showsTextWith(shown.question(), QStringLiteral("Suggested: yes (README.md")));
    shown.press(Qt::Key_E);
    QVERIFY(shown.option(QStringLiteral("Cannot tell")).isChecked());
    shown.press(Qt::Key_Escape);
    QPushButton* const back = test::buttonNamed(shown.question(), QStringLiteral("Take back"));
    QVERIFY(back);
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(list.unsaid.size(), std::size_t{1});
    QCOMPARE(list.unsaid.front().kind, pipeline::ReviewKind::RubricAnswer);
    QCOMPARE(list.unsaid.front().target, std::string(kSuggested));
}

void TestRubricAnswers::theNextOpenQuestionIsGoneTo()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    const Sheets sheets(*dataset);
    std::vector<std::string> open;
    for (const AskedQuestion& one : sheets.asked) {
        if (one.question.isOpen())
            open.push_back(one.target);
    }
    const Shown shown(dataset, open.front());
    for (std::size_t i = 1; i <= open.size(); ++i) {
        shown.press(Qt::Key_N);
        const RubricQuestion* const question = questionOf(shown.page(), open[i % open.size()]);
        QVERIFY2(question && question->heading()->hasFocus(), open[i % open.size()].c_str());
    }
}

void TestRubricAnswers::withoutACatalogItSaysWhy()
{
    auto dataset = std::make_shared<OpenDataset>(*test::openedSample());
    dataset->canReview = false;
    const Shown shown(dataset, kSuggested);
    const test::SaidList list(shown.page());
    for (const char* name : {"Confirm", "Dispute…", "Answer…"}) {
        const QPushButton* const button
            = test::buttonNamed(shown.question(), QString::fromUtf8(name));
        QVERIFY2(button && !button->isEnabled(), name);
        QVERIFY(button->accessibleDescription().contains(QStringLiteral("catalog")));
    }
    QVERIFY(test::showsTextWith(shown.page(), QStringLiteral("not in a catalog")));
    for (const Qt::Key key : {Qt::Key_C, Qt::Key_D, Qt::Key_E, Qt::Key_Return})
        shown.press(key);
    QVERIFY(list.said.empty());
    QVERIFY(!shown.question().editor());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::TestRubricAnswers)
#include "tst_rubric_answers.moc"
