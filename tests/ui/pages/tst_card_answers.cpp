#include <QPushButton>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>
#include <algorithm>

#include "core/card/completeness.h"
#include "core/card/model.h"
#include "core/card/sections.h"
#include "tests/ui/support/opened.h"
#include "tests/ui/support/reviewed.h"
#include "tests/ui/support/shown_page.h"
#include "tests/ui/support/widgets.h"
#include "ui/pages/answer_text.h"
#include "ui/pages/card_field.h"
#include "ui/pages/card_page.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/person_mark.h"
#include "ui/pages/reading_column.h"
#include "ui/pages/tone_mark.h"

namespace cupel::ui {
namespace {

const QString kWhole = QStringLiteral("People of the town wrote these lines by hand, one for each "
                                      "house that they had counted before.");

CardField* fieldOf(const QWidget& page, const std::string& key)
{
    for (CardField* field : page.findChildren<CardField*>()) {
        if (field->key() == key)
            return field;
    }
    return nullptr;
}

/// Keys of missing fields that ask for prose, in the order of the card.
std::vector<std::string> missingTexts(const OpenDataset& dataset)
{
    const card::Card& card = *dataset.dataset().card;
    std::vector<std::string> keys;
    for (const card::Section& section : card::sectionsOf(card)) {
        for (const std::size_t field : section.fields) {
            const card::Field& asked = card::model().fields[field];
            if (card::isMissing(card.fields[field])
                && card::stateOf(asked, "By hand.") == card::State::Thin)
                keys.push_back(card.fields[field].key);
        }
    }
    return keys;
}

AnswerText* textOf(const CardField& field)
{
    return field.editor() ? field.editor()->findChild<AnswerText*>() : nullptr;
}

pipeline::Review answering(const std::string& key, const QString& text)
{
    pipeline::Review review;
    review.cardAnswers[key] = {{text.toStdString()}, "ada", {}};
    return review;
}

/// A page with a field that has the focus.
struct Shown : test::TypedPage<CardPage> {
    std::string key;

    explicit Shown(const OpenDatasetPtr& dataset)
        : Shown(dataset, missingTexts(*dataset).front())
    {
    }
    Shown(const OpenDatasetPtr& dataset, const std::string& which)
        : TypedPage(dataset, PageId::Card, which)
        , key(which)
    {
    }

    CardField& field() const { return *fieldOf(page(), key); }
};

} // namespace

class TestCardAnswers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void aFieldIsFilledByKeys();
    void enterOpensAndEscLeaves();
    void tabGoesThroughTheEditorAsItIsShown();
    void tabGoesFromTheSectionsToTheContent();
    void whatSaysNothingCannotBeKept();
    void itSaysWhatTheAnswerCountsAs();
    void answersOfOthersCanBeUsed();
    void choicesAreOffered();
    void aKeptAnswerIsShownInItsPlace();
    void whatIsBeingWrittenStays();
    void whatIsBeingWrittenWaitsForItsDataset();
    void anotherDatasetDoesNotGetWhatIsBeingWritten();
    void anAnswerIsTakenBack();
    void theNextMissingFieldIsGoneTo();
    void withoutACatalogItSaysWhy();
};

void TestCardAnswers::aFieldIsFilledByKeys()
{
    const Shown shown(test::reviewed(test::openedSample()));
    const test::SaidList list(shown.page());
    QVERIFY(shown.field().heading()->hasFocus());
    shown.press(Qt::Key_E);
    QVERIFY(textOf(shown.field()));
    QVERIFY(textOf(shown.field())->hasFocus());
    shown.type(QStringLiteral("  ") + kWhole);
    QCOMPARE(textOf(shown.field())->toPlainText(), QStringLiteral("  ") + kWhole);
    QVERIFY(list.said.empty());
    shown.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(list.said.size(), std::size_t{1});
    QCOMPARE(list.said.front().target, shown.key);
    QCOMPARE(std::get<pipeline::CardAnswer>(list.said.front().value).text, kWhole.toStdString());
    // Nobody has kept it yet.
    QCOMPARE(textOf(shown.field())->toPlainText(), QStringLiteral("  ") + kWhole);
    QCOMPARE(test::unnamed(shown.page()), QStringList());
}

void TestCardAnswers::tabGoesThroughTheEditorAsItIsShown()
{
    const Shown shown(test::reviewed(test::openedSample()));
    shown.press(Qt::Key_E);
    shown.type(kWhole);
    const QWidget* const window = shown.page().window();
    for (const QString& next : {QStringLiteral("Keep"), QStringLiteral("Leave")}) {
        shown.press(Qt::Key_Tab);
        const auto* const button = qobject_cast<QPushButton*>(window->focusWidget());
        QVERIFY(button);
        QCOMPARE(button->text(), next);
    }
    shown.press(Qt::Key_Tab);
    QVERIFY(!shown.field().isAncestorOf(window->focusWidget()));
    for (int i = 0; i < 3; ++i)
        shown.press(Qt::Key_Backtab, Qt::ShiftModifier);
    QVERIFY(textOf(shown.field())->hasFocus());
}

void TestCardAnswers::tabGoesFromTheSectionsToTheContent()
{
    const Shown shown(test::reviewed(test::openedSample()));
    QPushButton* const next = test::buttonNamed(shown.page(), QStringLiteral("Next missing field"));
    QVERIFY(next);
    next->setFocus();
    shown.press(Qt::Key_Tab);
    QVERIFY(shown.page().window()->focusWidget()->inherits("QTreeWidget"));
    shown.press(Qt::Key_Tab);
    QVERIFY(shown.page().findChild<ReadingColumn*>()->hasFocus());
}

void TestCardAnswers::enterOpensAndEscLeaves()
{
    const Shown shown(test::reviewed(test::openedSample()));
    const test::SaidList list(shown.page());
    shown.press(Qt::Key_Return);
    QVERIFY(textOf(shown.field()));
    shown.type(kWhole);
    shown.press(Qt::Key_Escape);
    QVERIFY(!shown.field().editor());
    QVERIFY(shown.field().heading()->hasFocus());
    QVERIFY(list.said.empty());
    QPushButton* const answer = test::buttonNamed(shown.field(), QStringLiteral("Answer…"));
    QVERIFY(answer);
    QTest::mouseClick(answer, Qt::LeftButton);
    QVERIFY(textOf(shown.field())->toPlainText().isEmpty());
}

void TestCardAnswers::whatSaysNothingCannotBeKept()
{
    const Shown shown(test::reviewed(test::openedSample()));
    const test::SaidList list(shown.page());
    shown.press(Qt::Key_E);
    for (const char* text : {"", "   ", "tbd", "[More Information Needed]"}) {
        textOf(shown.field())->replaceText(QString::fromLatin1(text));
        QVERIFY2(!test::buttonNamed(shown.field(), QStringLiteral("Keep"))->isEnabled(), text);
        shown.press(Qt::Key_Return, Qt::ControlModifier);
    }
    QVERIFY(list.said.empty());
}

void TestCardAnswers::itSaysWhatTheAnswerCountsAs()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    const Shown shown(dataset);
    shown.press(Qt::Key_E);
    const auto word = [&shown] { return shown.field().editor()->findChild<ToneMark*>()->word(); };
    shown.type(QStringLiteral("By hand."));
    QCOMPARE(word(), QStringLiteral("short answer"));
    shown.type(kWhole);
    QCOMPARE(word(), QStringLiteral("answered"));
    const auto with
        = test::reviewed(dataset, answering(shown.key, QStringLiteral("By hand.") + kWhole));
    const QString then = percent(card::completeness(*with->dataset().card).card.value());
    const QString now = percent(card::completeness(*dataset->dataset().card).card.value());
    QVERIFY(then != now);
    QVERIFY(test::showsText(
        shown.field(), QStringLiteral("With it the card is %1 complete; now %2.").arg(then, now)));
}

void TestCardAnswers::answersOfOthersCanBeUsed()
{
    const Shown shown(test::reviewed(test::openedSample()), "card.title");
    const test::SaidList list(shown.page());
    QVERIFY(!test::buttonNamed(shown.field(), QStringLiteral("Use")));
    shown.press(Qt::Key_E);
    QTest::mouseClick(test::buttonNamed(shown.field(), QStringLiteral("Use")), Qt::LeftButton);
    QVERIFY(textOf(shown.field())->hasFocus());
    QVERIFY(textOf(shown.field())
                ->toPlainText()
                .contains(QStringLiteral("Lindholt Loan Applications")));
    shown.press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(textOf(shown.field())->toPlainText().isEmpty());
}

void TestCardAnswers::choicesAreOffered()
{
    const Shown shown(test::reviewed(test::openedSample()), "overview.maintenance.status");
    shown.press(Qt::Key_E);
    QPushButton* const choice
        = test::buttonNamed(shown.field(), QStringLiteral("Limited Maintenance"));
    QVERIFY(choice);
    choice->setFocus();
    shown.press(Qt::Key_Return);
    QCOMPARE(textOf(shown.field())->toPlainText(), QStringLiteral("Limited Maintenance"));
    QVERIFY(shown.field().editor()->canKeep());
    // What is no answer is not offered.
    const Shown people(test::reviewed(test::openedSample()), "ethics.relates_to_people");
    people.press(Qt::Key_E);
    QVERIFY(test::buttonNamed(people.field(), QStringLiteral("yes")));
    QVERIFY(!test::buttonNamed(people.field(), QStringLiteral("unknown")));
}

void TestCardAnswers::aKeptAnswerIsShownInItsPlace()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    Shown shown(dataset, missingTexts(*dataset).at(4));
    auto* const list = shown.page().findChild<QTreeWidget*>();
    const QString section = list->currentItem()->text(0);
    const QString count = list->currentItem()->text(1);
    auto* const reading = shown.page().findChild<ReadingColumn*>();
    shown.page().resize(1'100, 420);
    QCoreApplication::processEvents();
    reading->verticalScrollBar()->setValue(reading->verticalScrollBar()->maximum() / 2);
    shown.press(Qt::Key_E);
    shown.type(kWhole);
    shown.press(Qt::Key_Return, Qt::ControlModifier);
    const int position = reading->scrolled();
    QVERIFY(position > 0);
    shown.page().setDataset(test::reviewed(dataset, answering(shown.key, kWhole)));
    QCOMPARE(list->currentItem()->text(0), section);
    QVERIFY(list->currentItem()->text(1) != count);
    QVERIFY(!shown.field().editor());
    QVERIFY(shown.field().heading()->hasFocus());
    QVERIFY(test::showsText(shown.field(), kWhole));
    QVERIFY(shown.field().findChild<PersonMark*>());
    QVERIFY(test::showsTextWith(shown.field(), QStringLiteral("Said by ada, ")));
    QCOMPARE(shown.field().findChild<ToneMark*>()->word(), QStringLiteral("answered"));
    QCoreApplication::processEvents();
    QTRY_COMPARE(reading->scrolled(), position);
    QVERIFY(!shown.field().heading()->visibleRegion().isEmpty());
}

void TestCardAnswers::whatIsBeingWrittenStays()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    Shown shown(dataset);
    shown.press(Qt::Key_E);
    shown.type(QStringLiteral("not whole"));
    shown.press(Qt::Key_Left);
    // Somebody answers another field, and the person looks at another section.
    shown.page().setDataset(test::reviewed(dataset, answering("card.title", kWhole)));
    QVERIFY(textOf(shown.field())->hasFocus());
    shown.type(QStringLiteral("X"));
    QCOMPARE(textOf(shown.field())->toPlainText(), QStringLiteral("not wholXe"));
    shown.page().reveal({PageId::Card, "ethics.relates_to_people", {}, {}});
    shown.page().reveal({PageId::Card, shown.key, {}, {}});
    QCOMPARE(textOf(shown.field())->toPlainText(), QStringLiteral("not wholXe"));
}

void TestCardAnswers::whatIsBeingWrittenWaitsForItsDataset()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    const QTemporaryDir folder;
    const OpenDatasetPtr other = test::reviewed(test::openedText(folder, "a,b\n1,2\n"));
    const Shown shown(dataset);
    shown.press(Qt::Key_E);
    QCOMPARE(shown.page().answersInWork(), 0u);
    shown.page().setDataset(other);
    shown.page().setDataset(dataset);
    shown.page().reveal({PageId::Card, shown.key, {}, {}});
    QVERIFY(!textOf(shown.field())); // nothing had been written
    shown.press(Qt::Key_E);
    shown.type(kWhole);
    QCOMPARE(shown.page().answersInWork(), 1u);
    shown.page().setDataset(other);
    QCOMPARE(shown.page().answersInWork(), 1u);
    shown.page().setDataset(dataset);
    shown.page().reveal({PageId::Card, shown.key, {}, {}});
    QCOMPARE(textOf(shown.field())->toPlainText(), kWhole);
    // What is on its way into the catalog is not in work.
    textOf(shown.field())->setFocus();
    shown.press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(shown.page().answersInWork(), 0u);
    shown.page().setDataset(other);
    shown.page().setDataset(test::reviewed(dataset, answering(shown.key, kWhole)));
    shown.page().reveal({PageId::Card, shown.key, {}, {}});
    QVERIFY(!textOf(shown.field()));
}

void TestCardAnswers::anotherDatasetDoesNotGetWhatIsBeingWritten()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    Shown shown(dataset);
    shown.press(Qt::Key_E);
    shown.type(kWhole);
    auto other = std::make_shared<OpenDataset>(*dataset);
    other->request.inputs = {"/elsewhere.csv"};
    shown.page().setDataset(other);
    shown.page().reveal({PageId::Card, shown.key, {}, {}});
    QVERIFY(!shown.field().editor());
}

void TestCardAnswers::anAnswerIsTakenBack()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    const std::string key = missingTexts(*dataset).front();
    const Shown shown(test::reviewed(dataset, answering(key, kWhole)), key);
    const test::SaidList list(shown.page());
    shown.press(Qt::Key_E);
    QCOMPARE(textOf(shown.field())->toPlainText(), kWhole);
    // What is the same needs no event.
    shown.press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(list.said.empty());
    QVERIFY(!shown.field().editor());
    QPushButton* const back = test::buttonNamed(shown.field(), QStringLiteral("Take back"));
    back->setFocus();
    shown.press(Qt::Key_Return);
    QCOMPARE(list.unsaid.size(), std::size_t{1});
    QCOMPARE(list.unsaid.front().kind, pipeline::ReviewKind::CardAnswer);
    QCOMPARE(list.unsaid.front().target, key);
    QVERIFY(shown.field().heading()->hasFocus());
}

void TestCardAnswers::theNextMissingFieldIsGoneTo()
{
    const OpenDatasetPtr dataset = test::reviewed(test::openedSample());
    std::vector<std::string> missing;
    for (const card::Section& section : card::sectionsOf(*dataset->dataset().card)) {
        for (const std::size_t field : section.fields) {
            const card::FieldValue& value = dataset->dataset().card->fields[field];
            if (card::isMissing(value))
                missing.push_back(value.key);
        }
    }
    const Shown shown(dataset, missing.front());
    for (std::size_t i = 1; i <= missing.size(); ++i) {
        shown.press(Qt::Key_N);
        const std::string& expected = missing[i % missing.size()];
        CardField* const field = fieldOf(shown.page(), expected);
        QVERIFY2(field && field->heading()->hasFocus(), expected.c_str());
    }
    auto* const list = shown.page().findChild<QTreeWidget*>();
    list->setCurrentItem(list->topLevelItem(0));
    list->setFocus();
    shown.press(Qt::Key_N);
    QVERIFY(fieldOf(shown.page(), missing.front())->heading()->hasFocus());
    shown.press(Qt::Key_E);
    shown.type(QStringLiteral("nene"));
    QCOMPARE(
        textOf(*fieldOf(shown.page(), missing.front()))->toPlainText(), QStringLiteral("nene"));
}

void TestCardAnswers::withoutACatalogItSaysWhy()
{
    auto dataset = std::make_shared<OpenDataset>(*test::openedSample());
    dataset->canReview = false;
    const Shown shown(dataset);
    QPushButton* const answer = test::buttonNamed(shown.field(), QStringLiteral("Answer…"));
    QVERIFY(!answer->isEnabled());
    QVERIFY(answer->accessibleDescription().contains(QStringLiteral("catalog")));
    QVERIFY(test::showsTextWith(shown.page(), QStringLiteral("not in a catalog")));
    shown.press(Qt::Key_E);
    shown.press(Qt::Key_Return);
    QVERIFY(!shown.field().editor());
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::TestCardAnswers)
#include "tst_card_answers.moc"
