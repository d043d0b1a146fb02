#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "tests/ui/support/hostile.h"
#include "tests/ui/support/widgets.h"
#include "tests/ui/window/window_test.h"
#include "ui/pages/block_view.h"
#include "ui/theme/plural_forms.h"
#include "ui/window/page_tabs.h"

namespace cupel::ui {
namespace {

/// English that is two fifths longer, as other languages are.
class LongWords : public EnglishPlurals {
public:
    QString translate(
        const char* context, const char* source, const char* disambiguation, int n) const override
    {
        QString text = EnglishPlurals::translate(context, source, disambiguation, n);
        if (text.isNull())
            text = QString::fromUtf8(source);
        const auto more = static_cast<int>(text.size()) * 2 / 5 + 1;
        for (int i = 0; i < more; ++i)
            text += i % 8 == 0 ? QLatin1Char(' ') : QLatin1Char('n');
        return text;
    }
};

/// Buttons whose words do not fit into them.
QStringList clippedButtons(const QWidget& widget)
{
    QStringList texts;
    for (const QAbstractButton* button : widget.findChildren<QAbstractButton*>()) {
        const bool isOwn = button->isVisibleTo(&widget) && !button->text().isEmpty();
        if (isOwn && button->width() < button->minimumSizeHint().width())
            texts += button->text();
    }
    return texts;
}

/// Labels of one line that are longer than their place.
QStringList cutLabels(const QWidget& widget)
{
    QStringList texts;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&widget) && !label->wordWrap() && !label->text().isEmpty()
            && label->width() < label->sizeHint().width())
            texts += label->text();
    }
    return texts;
}

} // namespace

/// The window in a language with long words, and in one that is read from the right.
class OtherLanguagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void whatHasNoRoomIsFound();
    void everyTextHasRoom_data();
    void everyTextHasRoom();

private:
    const test::OwnSettings m_settings;
    LongWords m_long;
    QFont m_font;
};

void OtherLanguagesTest::initTestCase()
{
    m_font = QApplication::font();
}

void OtherLanguagesTest::cleanup()
{
    QCoreApplication::removeTranslator(&m_long);
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QApplication::setFont(m_font);
}

void OtherLanguagesTest::whatHasNoRoomIsFound()
{
    QWidget page;
    auto* const button = new QPushButton(QStringLiteral("A button of many words"), &page);
    auto* const line = new QLabel(QStringLiteral("A line of many words"), &page);
    auto* const lines = new QLabel(QStringLiteral("Several lines of many words"), &page);
    lines->setWordWrap(true);
    for (QWidget* widget :
        {static_cast<QWidget*>(button), static_cast<QWidget*>(line), static_cast<QWidget*>(lines)})
        widget->setGeometry(0, 0, 40, 15);
    QCOMPARE(clippedButtons(page), QStringList{button->text()});
    QCOMPARE(cutLabels(page), QStringList{line->text()});
    QVERIFY(test::clippedLabels(page).contains(lines->text()));
}

void OtherLanguagesTest::everyTextHasRoom_data()
{
    QTest::addColumn<bool>("isLong");
    QTest::addColumn<bool>("isMirrored");
    QTest::addColumn<double>("size");
    QTest::newRow("English") << false << false << 1.0;
    QTest::newRow("long words") << true << false << 1.0;
    QTest::newRow("from the right") << false << true << 1.0;
    QTest::newRow("long words from the right") << true << true << 1.0;
    QTest::newRow("large") << false << false << 1.5;
}

void OtherLanguagesTest::everyTextHasRoom()
{
    QFETCH(const bool, isLong);
    QFETCH(const bool, isMirrored);
    QFETCH(const double, size);
    if (isLong)
        QCoreApplication::installTranslator(&m_long);
    if (isMirrored)
        QApplication::setLayoutDirection(Qt::RightToLeft);
    QFont font = m_font;
    font.setPointSizeF(font.pointSizeF() * size);
    QApplication::setFont(font);
    const QTemporaryDir data;
    const std::unique_ptr<MainWindow> made = test::shownWindow(test::catalogIn(data), {1'400, 900});
    MainWindow& window = *made;
    test::openSample(window);
    const auto& dataset = window.workspace().dataset()->dataset();
    const QString rows = counted(static_cast<std::int64_t>(dataset.input.rows));
    auto* tabs = window.findChild<QTabWidget*>();
    for (int i = 0; i < tabs->count(); ++i) {
        tabs->setCurrentIndex(i);
        QTRY_VERIFY_WITH_TIMEOUT(window.jobs().jobs().empty(), 20'000);
        const QWidget& page = *tabs->currentWidget();
        for (const BlockView* view : page.findChildren<BlockView*>())
            QTRY_VERIFY(view->isComplete()); // long pages are made while nothing else happens
        const QString where = window.tabs().shownPage() + QStringLiteral(": ");
        const auto faults = [&page] {
            return test::clippedLabels(page) + cutLabels(page) + clippedButtons(page);
        };
        if (!QTest::qWaitFor([&faults] { return faults().isEmpty(); }))
            QFAIL(qPrintable(where + faults().join(QStringLiteral(" | "))));
        if (i == 0)
            QVERIFY2(test::showsTextWith(page, rows), qPrintable(rows));
    }
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::OtherLanguagesTest)
#include "tst_other_languages.moc"
