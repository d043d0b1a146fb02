#include "ui/pages/card_page.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include "core/card/model.h"
#include "tests/ui/support/hostile.h"
#include "tests/ui/support/opened.h"
#include "tests/ui/support/shown_page.h"
#include "tests/ui/support/widgets.h"
#include "ui/pages/card_field.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/link_label.h"
#include "ui/pages/tone_mark.h"

Q_DECLARE_METATYPE(cupel::ui::Target)

namespace cupel::ui {
namespace {

CardField* fieldOf(const QWidget& page, const std::string& key)
{
    for (CardField* field : page.findChildren<CardField*>()) {
        if (field->key() == key)
            return field;
    }
    return nullptr;
}

int visibleSections(const QTreeWidget& list)
{
    int count = 0;
    for (int i = 0; i < list.topLevelItemCount(); ++i)
        count += !list.topLevelItem(i)->isHidden();
    return count;
}

std::string keyInState(const OpenDataset& dataset, card::State state)
{
    for (const card::FieldValue& value : dataset.dataset().card->fields) {
        if (value.state == state && value.isNeeded)
            return value.key;
    }
    return {};
}

} // namespace

class TestCardPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void withoutACardItSaysWhatWouldBeHere();
    void completenessAndContradictionsStandFirst();
    void fieldsAreRevealed();
    void fieldsSayWhereAnswersComeFrom();
    void onlyWhatIsMissing();
    void findingsAreFollowed();
    void sectionStaysChosen();
    void titlesOfSectionsAreWhole();
    void hostileAnswersAreDrawnAsText();
    void cardsOfTheWorldAreShown();
};

void TestCardPage::withoutACardItSaysWhatWouldBeHere()
{
    CardPage page;
    test::showWide(page);
    QVERIFY(test::showsText(page, QStringLiteral("No dataset is open")));
    auto report = std::make_shared<reports::Report>(*test::openedSample()->report);
    report->datasets.front().card.reset();
    auto dataset = std::make_shared<OpenDataset>(*test::openedSample());
    dataset->report = report;
    page.setDataset(dataset);
    QVERIFY(test::showsText(page, QStringLiteral("No Data Card yet")));
    page.reveal({PageId::Card, "card.title", {}, {}});
}

void TestCardPage::completenessAndContradictionsStandFirst()
{
    const OpenDatasetPtr sample = test::openedSample();
    CardPage page;
    page.setDataset(sample);
    test::showWide(page);
    QSignalSpy followed(&page, &Page::followed);
    const QList<LinkLabel*> links = page.findChildren<LinkLabel*>();
    QVERIFY(!links.isEmpty());
    QVERIFY2(links.front()->text().contains(QStringLiteral("; counted: ")),
        qPrintable(links.front()->text()));
    QTest::keyClick(links.front(), Qt::Key_Return);
    QCOMPARE(followed.last().front().value<Target>().page, PageId::Findings);
    QVERIFY(QString::fromStdString(followed.last().front().value<Target>().item)
                .startsWith(QStringLiteral("f-")));
    QVERIFY(test::showsText(page, QStringLiteral("At a glance")));
    QVERIFY(test::showsTextWith(page, QStringLiteral("fields answered")));
}

void TestCardPage::fieldsAreRevealed()
{
    CardPage page;
    page.setDataset(test::openedSample());
    test::showWide(page);
    for (const char* key : {"card.title", "provenance.collection.methods"}) {
        page.reveal({PageId::Card, key, {}, {}});
        CardField* const field = fieldOf(page, key);
        QVERIFY2(field, key);
        QVERIFY(field->heading()->hasFocus());
        QTRY_VERIFY(!field->heading()->visibleRegion().isEmpty());
    }
    page.findChild<QCheckBox*>()->setChecked(true);
    page.reveal({PageId::Card, "card.title", {}, {}});
    QVERIFY(fieldOf(page, "card.title"));
    QVERIFY(!page.findChild<QCheckBox*>()->isChecked());
    page.reveal({PageId::Card, "README.md", {}, {}});
    QTRY_VERIFY(test::showsText(page, QStringLiteral("Claims and counts")));
}

void TestCardPage::fieldsSayWhereAnswersComeFrom()
{
    CardPage page;
    page.setDataset(test::openedSample());
    test::showWide(page);
    page.reveal({PageId::Card, "card.title", {}, {}});
    const CardField* const field = fieldOf(page, "card.title");
    QVERIFY(test::showsTextWith(*field, QStringLiteral("Lindholt Loan Applications")));
    QVERIFY(test::showsTextWith(*field, QStringLiteral("From README.md, line ")));
    QCOMPARE(field->findChild<ToneMark*>()->word(), QStringLiteral("answered"));
}

void TestCardPage::onlyWhatIsMissing()
{
    const OpenDatasetPtr sample = test::openedSample();
    CardPage page;
    page.setDataset(sample);
    test::showWide(page);
    page.reveal({PageId::Card, "card.title", {}, {}});
    const auto before = page.findChildren<CardField*>().size();
    auto* const list = page.findChild<QTreeWidget*>();
    const int sections = visibleSections(*list);
    auto* const filter = page.findChild<QCheckBox*>();
    QTest::keyClick(filter, Qt::Key_Space);
    const QList<CardField*> left = page.findChildren<CardField*>();
    QVERIFY(left.size() < before);
    QVERIFY(!left.isEmpty());
    for (const CardField* field : left)
        QVERIFY(card::isMissing(*sample->dataset().card->find(field->key())));
    QVERIFY(visibleSections(*list) <= sections);
}

void TestCardPage::findingsAreFollowed()
{
    const OpenDatasetPtr sample = test::openedSample();
    CardPage page;
    page.setDataset(sample);
    test::showWide(page);
    const std::string key = keyInState(*sample, card::State::Placeholder);
    QVERIFY(!key.empty());
    page.reveal({PageId::Card, key, {}, {}});
    QSignalSpy followed(&page, &Page::followed);
    auto* const link = fieldOf(page, key)->findChild<LinkLabel*>();
    QVERIFY(link);
    QTest::mouseClick(link, Qt::LeftButton, {}, QPoint(5, link->height() / 2));
    QCOMPARE(followed.size(), 1);
    QCOMPARE(fieldOf(page, key)->findChild<ToneMark*>()->word(), QStringLiteral("placeholder"));
}

void TestCardPage::sectionStaysChosen()
{
    CardPage page;
    page.setDataset(test::openedSample());
    test::showWide(page);
    auto* const list = page.findChild<QTreeWidget*>();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    const QString title = list->currentItem()->text(0);
    page.setDataset(std::make_shared<OpenDataset>(*test::openedSample()));
    QCOMPARE(list->currentItem()->text(0), title);
    QTRY_VERIFY(test::showsText(page, title));
    QCOMPARE(test::unnamed(page), QStringList());
}

void TestCardPage::titlesOfSectionsAreWhole()
{
    CardPage page;
    test::showWide(page);
    page.setDataset(test::openedSample());
    QCoreApplication::processEvents();
    const auto* const list = page.findChild<QTreeWidget*>();
    for (int i = 0; i < list->topLevelItemCount(); ++i) {
        const QString title = list->topLevelItem(i)->text(0);
        const int needed = list->fontMetrics().horizontalAdvance(title)
            + 2 * (list->style()->pixelMetric(QStyle::PM_FocusFrameHMargin) + 1);
        QVERIFY2(list->columnWidth(0) >= needed, qPrintable(title));
    }
}

void TestCardPage::hostileAnswersAreDrawnAsText()
{
    const QTemporaryDir folder;
    const QByteArray image = test::redImage(folder).toUtf8();
    test::write(folder.filePath(QStringLiteral("README.md")),
        "---\npretty_name: \"" + image + "\"\nlanguage:\n- \"" + image + "\"\n---\n# " + image
            + "\n\n## Dataset Summary\n\n" + image + " \xe2\x80\xae and "
            + QByteArray(1'000'000, 'y') + "\n");
    CardPage page;
    page.setDataset(test::openedText(folder, "a,b\n1,2\n"));
    test::showWide(page);
    auto* const list = page.findChild<QTreeWidget*>();
    for (int i = 0; i < list->topLevelItemCount(); ++i) {
        list->setCurrentItem(list->topLevelItem(i));
        QCOMPARE(test::redPixels(page), 0);
        QCOMPARE(test::guessingLabels(page), QStringList());
        QCOMPARE(test::unnamed(page), QStringList());
    }
    page.reveal({PageId::Card, "card.title", {}, {}});
    QVERIFY(test::showsTextWith(*fieldOf(page, "card.title"), QString::fromUtf8(image)));
}

void TestCardPage::cardsOfTheWorldAreShown()
{
    const QString cards = test::sharedFile(QStringLiteral("data/cards/hf"));
    if (cards.isEmpty())
        QSKIP("the cards are not there");
    CardPage page;
    test::showWide(page);
    for (const QFileInfo& file : QDir(cards).entryInfoList({QStringLiteral("*.md")})) {
        const QTemporaryDir folder;
        QVERIFY(QFile::copy(file.filePath(), folder.filePath(QStringLiteral("README.md"))));
        page.setDataset(test::openedText(folder, "a,b\n1,2\n"));
        auto* const list = page.findChild<QTreeWidget*>();
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            list->setCurrentItem(list->topLevelItem(i));
            QCOMPARE(test::guessingLabels(page), QStringList());
        }
        QTRY_COMPARE(test::clippedLabels(page), QStringList());
    }
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::TestCardPage)
#include "tst_card_page.moc"
