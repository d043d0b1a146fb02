#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/support/files.h"
#include "tests/ui/support/widgets.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

using test::inputNamed;
using test::showsTextWith;

/// What the dialog that opens a file says and asks about its columns.
class ImportMeaningTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void usesNothingThatItDoesNotShow();
    void aSuggestionIsUsedOnceItIsTicked();
    void showsWhatRolesSayBesides();
    void choicesGoWithTheirColumns();
    void guessesAgainWhatNobodyChose();
    void keepsWhatTheFirstRowsDoNotShow();
    void findsAColumnAmongThousands();
    void aNameThatIsNoColumnIsNotPassedOver();
    void keysReachEverything();
    void aTypeIsChosen();
    void textsThatMeanMissingAreAddedTo();
    void saysHowItWasRead();

private:
    std::string table(const QByteArray& text) const;
    static bool isReady(const ImportDialog& dialog);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JobList> m_jobs;
};

void ImportMeaningTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_jobs = std::make_unique<JobList>();
}

std::string ImportMeaningTest::table(const QByteArray& text) const
{
    const QString path = m_folder->filePath(QStringLiteral("data.csv"));
    test::write(path, text);
    return bytesOf(path);
}

bool ImportMeaningTest::isReady(const ImportDialog& dialog)
{
    const auto* accept = test::buttonNamed(dialog, QStringLiteral("&Audit"));
    return accept && accept->isEnabled();
}

namespace {

QString lineWith(const QListWidget& list, const QString& part)
{
    for (int i = 0; i < list.count(); ++i) {
        if (list.item(i)->text().contains(part))
            return list.item(i)->text();
    }
    return {};
}

void tick(QListWidget& list, const QString& part)
{
    for (int i = 0; i < list.count(); ++i) {
        if (!list.item(i)->text().contains(part))
            continue;
        list.setFocus();
        list.setCurrentRow(i);
        QTest::keyClick(&list, Qt::Key_Space);
    }
}

void typeInto(QComboBox& box, const QString& text)
{
    box.lineEdit()->setFocus();
    box.lineEdit()->selectAll();
    QTest::keyClicks(box.lineEdit(), text);
    QTest::keyClick(box.lineEdit(), Qt::Key_Tab);
    QVERIFY(!QApplication::activePopupWidget());
    QVERIFY(!box.hasFocus());
}

/// Weighted rows with a token that often means missing.
QByteArray weightedRows()
{
    QByteArray text("fnlwgt,work,sex,income\n");
    for (int i = 0; i < 40; ++i) {
        text += QByteArray::number(1000 + i) + (i % 4 == 0 ? ",?," : ",Private,")
            + (i % 2 == 0 ? "F," : "M,") + (i % 3 == 0 ? ">50K\n" : "<=50K\n");
    }
    return text;
}

const auto kLabelName = QStringLiteral("Label (class or outcome)");
const auto kMoreName = QStringLiteral("More roles and missing values");

} // namespace

void ImportMeaningTest::usesNothingThatItDoesNotShow()
{
    ImportDialog dialog(table(weightedRows()), {}, *m_jobs);
    dialog.show();
    QTRY_VERIFY(isReady(dialog));
    const audits::Roles roles = dialog.request().roles;
    QCOMPARE(roles.label->column, std::string("income"));
    QCOMPARE(roles.groups.size(), std::size_t{1});
    QCOMPARE(roles.weight, std::string());
    QVERIFY(roles.missing.empty());
    auto* more = test::toolButtonStarting(dialog, QStringLiteral("&More roles"));
    QVERIFY2(more->text().contains(QStringLiteral("2 suggested and not used, 0 used")),
        qPrintable(more->text()));
}

void ImportMeaningTest::aSuggestionIsUsedOnceItIsTicked()
{
    ImportDialog dialog(table(weightedRows()), {}, *m_jobs);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_VERIFY(isReady(dialog));
    auto* list = inputNamed<QListWidget>(dialog, kMoreName);
    QVERIFY(!list->isVisible());
    QTest::keyClick(&dialog, Qt::Key_M, Qt::AltModifier);
    QTRY_VERIFY(list->isVisible());
    QVERIFY(lineWith(*list, QStringLiteral("fnlwgt looks like the weight"))
                .contains(QStringLiteral("its name says so")));
    QVERIFY(lineWith(*list, QStringLiteral("“?” in work"))
                .contains(QStringLiteral("10 of the rows looked at")));
    tick(*list, QStringLiteral("fnlwgt"));
    QCOMPARE(dialog.request().roles.weight, std::string("fnlwgt"));
    QVERIFY(dialog.request().roles.missing.empty());
    tick(*list, QStringLiteral("“?”"));
    tick(*list, QStringLiteral("fnlwgt"));
    QCOMPARE(dialog.request().roles.weight, std::string());
    QCOMPARE(dialog.request().roles.missing.at("work"), std::vector<std::string>{"?"});
}

void ImportMeaningTest::showsWhatRolesSayBesides()
{
    audits::Roles said;
    said.label = audits::LabelRole{"income", ">50K", "<=50K", {}};
    said.groups = {{"sex", "M", {}}};
    said.weight = "fnlwgt";
    said.missing = {{"*", {"-"}}};
    said.types = {{"fnlwgt", "number"}};
    said.use = {"research", "commercial"};
    ImportDialog dialog(table(weightedRows()), said, *m_jobs);
    dialog.show();
    QTRY_VERIFY(isReady(dialog));
    auto* list = inputNamed<QListWidget>(dialog, kMoreName);
    QVERIFY(list->isVisible());
    for (const char* part :
        {"predicted: “<=50K”", "sex is compared with “M”", "fnlwgt looks like the weight",
            "everywhere: “-”", "Type of fnlwgt: number", "as well: commercial"})
        QVERIFY2(!lineWith(*list, QString::fromUtf8(part)).isEmpty(), part);
    const audits::Roles kept = dialog.request().roles;
    QCOMPARE(*kept.label->positive, std::string("<=50K"));
    QCOMPARE(kept.weight, std::string("fnlwgt"));
    QCOMPARE(kept.missing, said.missing);
    QCOMPARE(kept.types, said.types);
    QCOMPARE(kept.use, said.use);
    tick(*list, QStringLiteral("sex is compared"));
    QVERIFY(!dialog.request().roles.groups.front().reference);
}

/// As with the file of Adult, whose columns have no names.
void ImportMeaningTest::choicesGoWithTheirColumns()
{
    QByteArray text;
    for (int i = 0; i < 40; ++i)
        text += QByteArray::number(20 + i) + (i % 2 == 0 ? ",F,?," : ",M,x,")
            + (i % 3 == 0 ? "high\n" : "low\n");
    ImportDialog dialog(table(text), {}, *m_jobs);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_VERIFY(isReady(dialog));
    tick(*inputNamed<QListWidget>(dialog, kMoreName), QStringLiteral("“?”"));
    tick(*inputNamed<QListWidget>(dialog, QStringLiteral("Groups of people")),
        QStringLiteral("column_2   "));
    QCOMPARE(dialog.request().roles.groups.size(), std::size_t{1});
    auto* names = inputNamed<QLineEdit>(
        dialog, QStringLiteral("Names of the columns, separated by commas"));
    names->setFocus();
    QTest::keyClicks(names, QStringLiteral("age,sex,work,income"));
    QTest::keyClick(names, Qt::Key_Tab);
    QTRY_COMPARE(dialog.request().roles.label->column, std::string("income"));
    const audits::Roles roles = dialog.request().roles;
    QCOMPARE(roles.groups.size(), std::size_t{1});
    QCOMPARE(QByteArray::fromStdString(roles.groups.front().column), QByteArray("sex"));
    QCOMPARE(roles.missing.size(), std::size_t{1});
    QCOMPARE(roles.missing.begin()->first, std::string("work"));
    // Other columns: nothing is left of the old ones.
    auto* delimiter = inputNamed<QComboBox>(dialog, QStringLiteral("Cells are separated by"));
    names->clear();
    delimiter->setFocus();
    QTest::keyClick(delimiter, Qt::Key_Down);
    QTest::keyClick(delimiter, Qt::Key_Down);
    const auto* rows = dialog.findChild<QTableView*>()->model();
    QTRY_COMPARE(rows->columnCount(), 1);
    const audits::Roles others = dialog.request().roles;
    QVERIFY(others.missing.empty());
    QVERIFY(others.groups.empty());
}

void ImportMeaningTest::guessesAgainWhatNobodyChose()
{
    QByteArray text;
    for (int i = 0; i < 40; ++i)
        text += QByteArray::number(i) + (i % 2 == 0 ? ",F," : ",M,") + (i % 3 == 0 ? "a," : "b,")
            + (i % 4 == 0        ? "x\n"
                    : i % 4 == 1 ? "y\n"
                                 : "z\n");
    ImportDialog dialog(table(text), {}, *m_jobs);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_VERIFY(isReady(dialog));
    QVERIFY(!dialog.request().roles.label);
    auto* use = inputNamed<QComboBox>(dialog, QStringLiteral("Intended use"));
    use->setFocus();
    QTest::keyClick(use, Qt::Key_Down);
    const auto used = dialog.request().roles.use;
    QCOMPARE(used.size(), std::size_t{1});
    auto* names = inputNamed<QLineEdit>(
        dialog, QStringLiteral("Names of the columns, separated by commas"));
    names->setFocus();
    QTest::keyClicks(names, QStringLiteral("row,sex,label,kind"));
    QTest::keyClick(names, Qt::Key_Tab);
    QTRY_VERIFY(dialog.request().roles.label);
    QCOMPARE(dialog.request().roles.label->column, std::string("label"));
    QCOMPARE(dialog.request().roles.groups.front().column, std::string("sex"));
    QCOMPARE(dialog.request().roles.use, used);
}

void ImportMeaningTest::keepsWhatTheFirstRowsDoNotShow()
{
    QByteArray text("row,sex,answer\n");
    for (int i = 0; i < 30'000; ++i)
        text += QByteArray::number(i) + (i % 2 == 0 ? ",F,no\n" : ",M,no\n");
    for (int i = 0; i < 10; ++i)
        text += QByteArray::number(i) + ",F,yes\n";
    audits::Roles said;
    said.label = audits::LabelRole{"answer", "yes", "yes", {}};
    const std::string path = table(text);
    {
        ImportDialog dialog(path, said, *m_jobs);
        dialog.show();
        QTRY_VERIFY(isReady(dialog));
        QCOMPARE(dialog.request().roles.label->favourable, std::optional<std::string>("yes"));
        QCOMPARE(dialog.request().roles.label->positive, std::optional<std::string>("yes"));
        QCOMPARE(inputNamed<QComboBox>(dialog, QStringLiteral("Good outcome"))->currentText(),
            QStringLiteral("yes   (not in the first rows)"));
        QTRY_VERIFY(m_jobs->jobs().empty());
    }
    // Nobody said it: one types it.
    ImportDialog dialog(path, {}, *m_jobs);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_VERIFY(isReady(dialog));
    typeInto(*inputNamed<QComboBox>(dialog, kLabelName), QStringLiteral("answer"));
    QCOMPARE(dialog.request().roles.label->column, std::string("answer"));
    typeInto(*inputNamed<QComboBox>(dialog, QStringLiteral("Good outcome")), QStringLiteral("yes"));
    QCOMPARE(dialog.request().roles.label->favourable, std::optional<std::string>("yes"));
}

void ImportMeaningTest::findsAColumnAmongThousands()
{
    QByteArray head("c0");
    QByteArray first("0");
    QByteArray second("1");
    for (int i = 1; i < 3'000; ++i) {
        head += ",c" + QByteArray::number(i);
        first += ",0";
        second += ",1";
    }
    ImportDialog dialog(table(head + "\n" + first + "\n" + second + "\n"), {}, *m_jobs);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_VERIFY(isReady(dialog));
    auto* label = inputNamed<QComboBox>(dialog, kLabelName);
    typeInto(*label, QStringLiteral("c271"));
    QCOMPARE(dialog.request().roles.label->column, std::string("c271"));
    typeInto(*label, QStringLiteral("C2990 "));
    QCOMPARE(dialog.request().roles.label->column, std::string("c2990"));
    // Of more than one, and of none: the choice stays.
    typeInto(*label, QStringLiteral("c1 1"));
    QCOMPARE(dialog.request().roles.label->column, std::string("c2990"));
    QVERIFY(label->currentText().startsWith(QStringLiteral("c2990 ")));
    tick(*inputNamed<QListWidget>(dialog, QStringLiteral("Groups of people")),
        QStringLiteral("c2500   "));
    QCOMPARE(dialog.request().roles.groups.back().column, std::string("c2500"));
}

/// With Enter and with the mouse, whose focus goes before it presses.
void ImportMeaningTest::aNameThatIsNoColumnIsNotPassedOver()
{
    for (const bool isKey : {true, false}) {
        ImportDialog dialog(table("split,approved\na,yes\nb,no\nb,yes\n"), {}, *m_jobs);
        dialog.show();
        QTRY_VERIFY(isReady(dialog));
        QSignalSpy accepted(&dialog, &QDialog::accepted);
        auto* const label = inputNamed<QComboBox>(dialog, kLabelName);
        label->setFocus();
        label->lineEdit()->selectAll();
        QTest::keyClicks(label->lineEdit(), QStringLiteral("spilt"));
        auto* const audit = test::buttonNamed(dialog, QStringLiteral("&Audit"));
        if (isKey) {
            QTest::keyClick(label->lineEdit(), Qt::Key_Return);
        } else {
            audit->setFocus(Qt::MouseFocusReason);
            QTest::mouseClick(audit, Qt::LeftButton);
        }
        QCOMPARE(accepted.size(), 0);
        QVERIFY(test::showsTextWith(dialog, QStringLiteral("is not the name of a column")));
        QTest::mouseClick(audit, Qt::LeftButton);
        QCOMPARE(accepted.size(), 1);
    }
}

void ImportMeaningTest::keysReachEverything()
{
    ImportDialog dialog(table(weightedRows()), {}, *m_jobs);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_VERIFY(isReady(dialog));
    auto* rows = dialog.findChild<QTableView*>();
    rows->setFocus();
    rows->setCurrentIndex(rows->model()->index(0, 0));
    QTest::keyClick(rows, Qt::Key_Tab);
    QVERIFY(!rows->hasFocus());
    QCOMPARE(rows->currentIndex().column(), 0);
    const std::vector<std::pair<Qt::Key, QString>> keys{{Qt::Key_L, kLabelName},
        {Qt::Key_O, QStringLiteral("Good outcome")},
        {Qt::Key_G, QStringLiteral("Groups of people")},
        {Qt::Key_U, QStringLiteral("Intended use")},
        {Qt::Key_B, QStringLiteral("Cells are separated by")}};
    for (const auto& [key, name] : keys) {
        QTest::keyClick(&dialog, key, Qt::AltModifier);
        QVERIFY(QApplication::focusWidget());
        QCOMPARE(QApplication::focusWidget()->accessibleName(), name);
    }
    QStringList mnemonics;
    for (const QLabel* label : dialog.findChildren<QLabel*>()) {
        if (const qsizetype at = label->text().indexOf(QLatin1Char('&')); label->buddy() && at >= 0)
            mnemonics << label->text().mid(at + 1, 1).toUpper();
    }
    for (const QAbstractButton* button : dialog.findChildren<QAbstractButton*>()) {
        if (const qsizetype at = button->text().indexOf(QLatin1Char('&')); at >= 0)
            mnemonics << button->text().mid(at + 1, 1).toUpper();
    }
    QVERIFY2(mnemonics.size() > 12, qPrintable(mnemonics.join(QLatin1Char(' '))));
    QVERIFY2(mnemonics.removeDuplicates() == 0, qPrintable(mnemonics.join(QLatin1Char(' '))));
    QCOMPARE(test::unnamed(dialog), QStringList());
}

void ImportMeaningTest::aTypeIsChosen()
{
    ImportDialog dialog(table(weightedRows()), {}, *m_jobs);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_VERIFY(isReady(dialog));
    auto* rows = dialog.findChild<QTableView*>();
    rows->setFocus();
    rows->setCurrentIndex(rows->model()->index(0, 0));
    auto* type = inputNamed<QComboBox>(dialog, QStringLiteral("Type of fnlwgt"));
    QVERIFY(type);
    QVERIFY(showsTextWith(dialog, QStringLiteral("40 cells looked at, all of the type integer")));
    type->setFocus();
    QTest::keyClick(type, Qt::Key_Down);
    QCOMPARE(dialog.request().roles.types.at("fnlwgt"), std::string("text"));
    QCOMPARE(rows->model()->headerData(0, Qt::Horizontal).toString(),
        QStringLiteral("fnlwgt\ntext (chosen)"));
    rows->setFocus();
    QTest::keyClick(rows, Qt::Key_Right);
    auto* missing
        = inputNamed<QLineEdit>(dialog, QStringLiteral("Texts that mean missing in work"));
    QVERIFY(missing);
    missing->setFocus();
    QTest::keyClicks(missing, QStringLiteral("?, none"));
    QTest::keyClick(missing, Qt::Key_Tab);
    QCOMPARE(dialog.request().roles.missing.at("work"), (std::vector<std::string>{"?", "none"}));
    // Both are lines that can be taken back.
    auto* list = inputNamed<QListWidget>(dialog, kMoreName);
    tick(*list, QStringLiteral("Type of fnlwgt"));
    QVERIFY(dialog.request().roles.types.empty());
    QCOMPARE(
        rows->model()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("fnlwgt\ninteger"));
}

void ImportMeaningTest::textsThatMeanMissingAreAddedTo()
{
    audits::Roles roles;
    roles.missing = {{"work", {" ?", "a, b"}}};
    ImportDialog dialog(table(weightedRows()), roles, *m_jobs);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_VERIFY(isReady(dialog));
    auto* rows = dialog.findChild<QTableView*>();
    rows->setFocus();
    rows->setCurrentIndex(rows->model()->index(0, 1));
    auto* missing
        = inputNamed<QLineEdit>(dialog, QStringLiteral("Texts that mean missing in work"));
    QVERIFY(missing);
    missing->setFocus();
    QTest::keyClick(missing, Qt::Key_End);
    QTest::keyClicks(missing, QStringLiteral(", NA"));
    QTest::keyClick(missing, Qt::Key_Tab);
    QCOMPARE(
        dialog.request().roles.missing.at("work"), (std::vector<std::string>{" ?", "a, b", "NA"}));
}

void ImportMeaningTest::saysHowItWasRead()
{
    ImportDialog one(table("a,b\n1,x\n"), {}, *m_jobs);
    one.show();
    QTRY_VERIFY(isReady(one));
    QVERIFY(showsTextWith(one, QStringLiteral("1 row, 2 columns")));
    QVERIFY(showsTextWith(one, QStringLiteral("the one row has 2 cells. Encoding UTF-8")));
    auto* label = inputNamed<QComboBox>(one, kLabelName);
    QVERIFY(label->findText(QStringLiteral("b   (1 value)")) >= 0);

    ImportDialog latin(table("a,b\n1,caf\xe9\n"), {}, *m_jobs);
    latin.show();
    QTRY_VERIFY(m_jobs->jobs().empty());
    QVERIFY(showsTextWith(latin, QStringLiteral("(line 2, column 6)")));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::ImportMeaningTest)
#include "tst_import_meaning.moc"
