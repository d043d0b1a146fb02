#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "tests/ui/support/files.h"
#include "tests/ui/support/widgets.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/import_problems.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

using test::showsTextWith;

class ImportDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void acceptsWhatWasDetected();
    void showsTheRowsAndTypes();
    void overridesAreLookedAtAgain();
    void listsProblemsByLine();
    void saysWhyAFileCannotBeRead();
    void keepsRememberedRoles();
    void aChoiceIsInTheRequest();
    void aFirstLineOfNumbersIsARow();
    void enterAccepts();
    void rememberedRolesOfAnotherFileAreGuessedAgain();
    void acceptsWhatIsStillBeingLookedAt();
    void whatCannotBeReadThatWayIsNotAccepted();
    void oneOfSeveralCanBeSkipped();
    void saysWhatABigImportTakes();
    void keepsACopyOnlyWhereItIsAsked();
    void aCopyThatIsKeptAlreadyIsKeptOn();
    void usesNothingThatItDoesNotShow();
    void aSuggestionIsUsedOnceItIsTicked();
    void showsWhatRolesSayBesides();
    void choicesGoWithTheirColumns();
    void guessesAgainWhatNobodyChose();
    void keepsWhatTheFirstRowsDoNotShow();
    void findsAColumnAmongThousands();
    void keysReachEverything();
    void aTypeIsChosen();
    void saysHowItWasRead();

private:
    std::string table(const QByteArray& text) const;
    template <typename T> static T* named(const QWidget& parent, const QString& name);
    static QPushButton* acceptButton(const ImportDialog& dialog);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<JobList> m_jobs;
};

void ImportDialogTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_jobs = std::make_unique<JobList>();
}

std::string ImportDialogTest::table(const QByteArray& text) const
{
    const QString path = m_folder->filePath(QStringLiteral("data.csv"));
    test::write(path, text);
    return bytesOf(path);
}

template <typename T> T* ImportDialogTest::named(const QWidget& parent, const QString& name)
{
    for (T* one : parent.findChildren<T*>()) {
        if (one->accessibleName() == name)
            return one;
    }
    return nullptr;
}

QPushButton* ImportDialogTest::acceptButton(const ImportDialog& dialog)
{
    for (QAbstractButton* button : dialog.findChild<QDialogButtonBox*>()->buttons()) {
        if (dialog.findChild<QDialogButtonBox*>()->buttonRole(button)
            == QDialogButtonBox::AcceptRole)
            return qobject_cast<QPushButton*>(button);
    }
    return nullptr;
}

void ImportDialogTest::acceptsWhatWasDetected()
{
    const std::string path = table("sex;approved\nF;yes\nM;no\nM;yes\n");
    ImportDialog dialog(path, {}, *m_jobs);
    dialog.show();
    QVERIFY(!acceptButton(dialog)->isEnabled());
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTest::mouseClick(acceptButton(dialog), Qt::LeftButton);
    QCOMPARE(accepted.size(), 1);
    const pipeline::AuditRequest request = dialog.request();
    QCOMPARE(request.inputs, std::vector<std::string>{path});
    QVERIFY(!request.options.delimiter);
    QVERIFY(request.options.hasHeader);
}

void ImportDialogTest::showsTheRowsAndTypes()
{
    ImportDialog dialog(table("name,age\n<b>Ann</b>,41\nBo,17\n"), {}, *m_jobs);
    dialog.show();
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    const QAbstractItemModel* rows = dialog.findChild<QTableView*>()->model();
    QCOMPARE(rows->rowCount(), 2);
    QCOMPARE(rows->index(0, 0).data().toString(), QStringLiteral("<b>Ann</b>"));
    QCOMPARE(rows->headerData(1, Qt::Horizontal).toString(), QStringLiteral("age\ninteger"));
    QCOMPARE(rows->headerData(1, Qt::Vertical).toString(), QStringLiteral("3"));
}

void ImportDialogTest::overridesAreLookedAtAgain()
{
    ImportDialog dialog(table("a;b\n1;2\n"), {}, *m_jobs);
    dialog.show();
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    const QAbstractItemModel* rows = dialog.findChild<QTableView*>()->model();
    QCOMPARE(rows->columnCount(), 2);
    auto* delimiter = named<QComboBox>(dialog, QStringLiteral("Cells are separated by"));
    QVERIFY(delimiter);
    delimiter->setFocus();
    QTest::keyClick(delimiter, Qt::Key_Down); // comma
    QTRY_COMPARE(rows->columnCount(), 1);
    auto* header = named<QCheckBox>(dialog, QStringLiteral("The first line names the columns"));
    QVERIFY(header);
    QTest::mouseClick(header, Qt::LeftButton, {}, QPoint(8, header->height() / 2));
    QTRY_COMPARE(rows->rowCount(), 2);
    QCOMPARE(*dialog.request().options.delimiter, std::string(","));
    QVERIFY(!dialog.request().options.hasHeader);
}

void ImportDialogTest::listsProblemsByLine()
{
    ImportDialog dialog(table("a,b\n1,2\n3\n4,5\n"), {}, *m_jobs);
    dialog.show();
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    auto* problems = named<QListWidget>(dialog, QStringLiteral("What is odd about the first rows"));
    QVERIFY(problems && problems->isVisible());
    QCOMPARE(problems->count(), 1);
    QVERIFY2(problems->item(0)->text().contains(QStringLiteral("Line 3")),
        qPrintable(problems->item(0)->text()));
}

void ImportDialogTest::saysWhyAFileCannotBeRead()
{
    ImportDialog dialog("/no/such/file.csv", {}, *m_jobs);
    dialog.show();
    QTRY_VERIFY(m_jobs->jobs().empty());
    QVERIFY(!acceptButton(dialog)->isEnabled());
    bool isSaid = false;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        isSaid = isSaid || (label->isVisible() && label->text().contains(QStringLiteral("Try: ")));
    QVERIFY(isSaid);
}

void ImportDialogTest::keepsRememberedRoles()
{
    audits::Roles roles;
    roles.label = audits::LabelRole{"approved", "yes", "no", {"no", "yes"}};
    roles.groups = {{"sex", "M", {}}};
    roles.id = "row";
    ImportDialog dialog(table("row,sex,approved\n1,F,yes\n2,M,no\n3,M,yes\n"), roles, *m_jobs);
    dialog.show();
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    const audits::Roles kept = dialog.request().roles;
    QCOMPARE(kept.label->column, std::string("approved"));
    QCOMPARE(*kept.label->favourable, std::string("yes"));
    QCOMPARE(*kept.label->positive, std::string("no"));
    QCOMPARE(kept.groups.size(), std::size_t{1});
    QCOMPARE(*kept.groups.front().reference, std::string("M"));
    QCOMPARE(kept.id, std::string("row"));
}

void ImportDialogTest::aChoiceIsInTheRequest()
{
    ImportDialog dialog(table("sex,approved\nF,<=50K\nM,>50K\nM,<=50K\n"), {}, *m_jobs);
    dialog.show();
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    auto* label = named<QComboBox>(dialog, QStringLiteral("Label (class or outcome)"));
    auto* value = named<QComboBox>(dialog, QStringLiteral("Good outcome"));
    auto* groups = named<QListWidget>(dialog, QStringLiteral("Groups of people"));
    label->setCurrentIndex(label->findData(QByteArray("approved")));
    value->setCurrentIndex(value->findData(QByteArray(">50K")));
    for (int i = 0; i < groups->count(); ++i) {
        const bool isSex = groups->item(i)->data(Qt::UserRole).toByteArray() == "sex";
        groups->item(i)->setCheckState(isSex ? Qt::Checked : Qt::Unchecked);
    }
    const audits::Roles roles = dialog.request().roles;
    QCOMPARE(roles.label->column, std::string("approved"));
    QCOMPARE(*roles.label->favourable, std::string(">50K"));
    QCOMPARE(roles.groups.size(), std::size_t{1});
    QCOMPARE(roles.groups.front().column, std::string("sex"));
}

void ImportDialogTest::aFirstLineOfNumbersIsARow()
{
    ImportDialog dialog(table("39, State-gov, <=50K\n50, Private, >50K\n"), {}, *m_jobs);
    dialog.show();
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    const QAbstractItemModel* rows = dialog.findChild<QTableView*>()->model();
    QCOMPARE(rows->rowCount(), 2);
    QVERIFY(!dialog.request().options.hasHeader);
    auto* names
        = named<QLineEdit>(dialog, QStringLiteral("Names of the columns, separated by commas"));
    QVERIFY(names && names->isVisible());
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    names->setFocus();
    QTest::keyClicks(names, QStringLiteral("age, work, income"));
    QTest::keyClick(names, Qt::Key_Tab);
    QTRY_COMPARE(rows->headerData(2, Qt::Horizontal).toString(), QStringLiteral("income\ntext"));
    QCOMPARE(dialog.request().options.names, (std::vector<std::string>{"age", "work", "income"}));
}

void ImportDialogTest::enterAccepts()
{
    ImportDialog dialog(table("a,b\nx,1\ny,2\n"), {}, *m_jobs);
    dialog.show();
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    for (const QPushButton* button : dialog.findChildren<QPushButton*>())
        QCOMPARE(button->isDefault(), button == acceptButton(dialog));
    QTest::keyClick(&dialog, Qt::Key_Return);
    QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
}

/// The file was written anew, without the column of the scores.
void ImportDialogTest::rememberedRolesOfAnotherFileAreGuessedAgain()
{
    audits::Roles remembered;
    remembered.label = audits::LabelRole{"a", "x", {}, {}};
    remembered.score = "score";
    ImportDialog dialog(table("a,b\nx,1\ny,2\n"), remembered, *m_jobs);
    dialog.show();
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    for (const std::string& column : dialog.request().roles.columns())
        QVERIFY2(column == "a" || column == "b", column.c_str());
    auto* problems = named<QListWidget>(dialog, QStringLiteral("What is odd about the first rows"));
    QVERIFY(problems->isVisible());
    QVERIFY(problems->item(0)->text().contains(QStringLiteral("remembered")));
}

/// The press comes before the answer to the last choice.
void ImportDialogTest::acceptsWhatIsStillBeingLookedAt()
{
    ImportDialog dialog(table("a;b,c\n1;2,x\n3;4,y\n"), {}, *m_jobs);
    dialog.show();
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    QTRY_VERIFY(m_jobs->jobs().empty());
    auto* delimiter = named<QComboBox>(dialog, QStringLiteral("Cells are separated by"));
    const int comma = delimiter->findData(QByteArray(","));
    delimiter->setCurrentIndex(comma);
    Q_EMIT delimiter->activated(comma);
    QVERIFY(acceptButton(dialog)->isEnabled());
    QTest::mouseClick(acceptButton(dialog), Qt::LeftButton);
    QCOMPARE(accepted.size(), 0);
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(dialog.request().options.delimiter, std::optional<std::string>(","));
    // What the columns mean was asked of those that there are now.
    for (const std::string& column : dialog.request().roles.columns())
        QVERIFY2(column == "a;b" || column == "c", column.c_str());
}

void ImportDialogTest::whatCannotBeReadThatWayIsNotAccepted()
{
    const std::string path = table("a,b\n1,x\n2,y\n");
    ImportDialog dialog(path, {}, *m_jobs);
    dialog.show();
    const QSignalSpy accepted(&dialog, &QDialog::accepted);
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    table(QByteArray("\x7f\x45\x4c\x46\0\0\0", 7));
    auto* delimiter = named<QComboBox>(dialog, QStringLiteral("Cells are separated by"));
    Q_EMIT delimiter->activated(1);
    QTest::mouseClick(acceptButton(dialog), Qt::LeftButton);
    QTRY_VERIFY(!acceptButton(dialog)->isEnabled());
    QCOMPARE(accepted.size(), 0);
    table("a,b\n1,x\n2,y\n");
    Q_EMIT delimiter->activated(1);
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    // The press was about what could not be read.
    QCOMPARE(accepted.size(), 0);
}

void ImportDialogTest::oneOfSeveralCanBeSkipped()
{
    ImportDialog dialog(table("a,b\n1,x\n2,y\n"), {}, *m_jobs);
    dialog.show();
    const auto skip = [&dialog] {
        for (QPushButton* button : dialog.findChildren<QPushButton*>()) {
            if (button->text() == QStringLiteral("&Skip") && button->isVisible())
                return button;
        }
        return static_cast<QPushButton*>(nullptr);
    };
    QVERIFY(!skip());
    dialog.setPlace(2, 5);
    QVERIFY2(dialog.windowTitle().contains(QStringLiteral("(2 of 5)")),
        qPrintable(dialog.windowTitle()));
    const QSignalSpy finished(&dialog, &QDialog::finished);
    QTest::mouseClick(skip(), Qt::LeftButton);
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.front().front().toInt(), ImportDialog::kSkipped);
    QTRY_VERIFY(m_jobs->jobs().empty());
}

void ImportDialogTest::saysWhatABigImportTakes()
{
    const auto preview = [](std::uint64_t rows) {
        readers::CsvPreview made;
        made.file.table.columns.resize(20);
        for (table::Column& column : made.file.table.columns) {
            column.type = table::ColumnType::Number;
            column.profile.rows = 100;
            column.profile.distinct.value = 100;
        }
        made.estimatedRows = rows;
        made.totalBytes = rows * 200;
        return made;
    };
    QCOMPARE(estimateWords(preview(1'000), std::uint64_t{1'000'000'000'000}), QString());
    const QString big = estimateWords(preview(10'000'000), std::uint64_t{1'000'000'000'000});
    QVERIFY2(big.contains(QStringLiteral("about 24 s")), qPrintable(big));
    QVERIFY2(big.contains(QStringLiteral("grows by about 2 GiB")), qPrintable(big));
    const QString full = estimateWords(preview(10'000'000), std::uint64_t{1'000'000'000});
    QVERIFY2(full.contains(QStringLiteral("Make room")), qPrintable(full));
    const QString unkept = estimateWords(preview(100'000'000), {});
    QVERIFY2(unkept.contains(QStringLiteral("min")), qPrintable(unkept));
    QVERIFY2(!unkept.contains(QStringLiteral("catalog")), qPrintable(unkept));
    // A copy of the file needs room as well.
    QVERIFY(!estimateWords(preview(1'000), std::uint64_t{1'000'000}).contains(tr("Make room")));
    QVERIFY(estimateWords(preview(1'000), std::uint64_t{1'000'000}, 1'000'000)
                .contains(QStringLiteral("Make room")));
    // Even a small one does not fit where nothing does.
    QVERIFY(estimateWords(preview(1'000), std::uint64_t{10}).contains(QStringLiteral("Make room")));
}

void ImportDialogTest::keepsACopyOnlyWhereItIsAsked()
{
    const std::string path = table("sex,approved\nF,yes\nM,no\n");
    const QString box = QStringLiteral("Keep a copy of the file with the catalog");
    ImportDialog unkept(path, {}, *m_jobs);
    unkept.show();
    QTRY_VERIFY(acceptButton(unkept)->isEnabled());
    QVERIFY(!named<QCheckBox>(unkept, box)->isVisible());
    QVERIFY(!test::showsTextWith(unkept, QStringLiteral("the file is gone")));
    QVERIFY(!unkept.keepsSource());

    ImportDialog dialog(path, {}, *m_jobs);
    dialog.setKeptIn("/the folder/catalog.cupel");
    dialog.show();
    QTRY_VERIFY(m_jobs->jobs().empty());
    auto* const keep = named<QCheckBox>(dialog, box);
    QVERIFY(keep->isVisible() && keep->isEnabled() && !keep->isChecked());
    QVERIFY(test::showsTextWith(dialog, QStringLiteral(" more in /the folder.")));
    QVERIFY(keep->accessibleDescription().contains(QStringLiteral("bytes more in /the folder")));
    QTest::mouseClick(keep, Qt::LeftButton, {}, QPoint(8, keep->height() / 2));
    QVERIFY(dialog.keepsSource());
    QTest::keyClick(keep, Qt::Key_Space);
    QVERIFY(!dialog.keepsSource());
}

void ImportDialogTest::aCopyThatIsKeptAlreadyIsKeptOn()
{
    ImportDialog dialog(table("a,b\n1,2\n"), {}, *m_jobs);
    dialog.setKeptIn("catalog.cupel", ImportDialog::SourceCopy::Always);
    dialog.show();
    QTRY_VERIFY(m_jobs->jobs().empty());
    auto* const keep
        = named<QCheckBox>(dialog, QStringLiteral("Keep a copy of the file with the catalog"));
    QTest::mouseClick(keep, Qt::LeftButton, {}, QPoint(8, keep->height() / 2));
    QVERIFY(dialog.keepsSource());
    QVERIFY(test::showsTextWith(dialog, QStringLiteral("goes on to")));
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

void ImportDialogTest::usesNothingThatItDoesNotShow()
{
    ImportDialog dialog(table(weightedRows()), {}, *m_jobs);
    dialog.show();
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    const audits::Roles roles = dialog.request().roles;
    QCOMPARE(roles.label->column, std::string("income"));
    QCOMPARE(roles.groups.size(), std::size_t{1});
    QCOMPARE(roles.weight, std::string());
    QVERIFY(roles.missing.empty());
    auto* more = test::toolButtonStarting(dialog, QStringLiteral("&More roles"));
    QVERIFY2(more->text().contains(QStringLiteral("2 suggested and not used, 0 used")),
        qPrintable(more->text()));
}

void ImportDialogTest::aSuggestionIsUsedOnceItIsTicked()
{
    ImportDialog dialog(table(weightedRows()), {}, *m_jobs);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    auto* list = named<QListWidget>(dialog, kMoreName);
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

void ImportDialogTest::showsWhatRolesSayBesides()
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
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    auto* list = named<QListWidget>(dialog, kMoreName);
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
void ImportDialogTest::choicesGoWithTheirColumns()
{
    QByteArray text;
    for (int i = 0; i < 40; ++i)
        text += QByteArray::number(20 + i) + (i % 2 == 0 ? ",F,?," : ",M,x,")
            + (i % 3 == 0 ? "high\n" : "low\n");
    ImportDialog dialog(table(text), {}, *m_jobs);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    tick(*named<QListWidget>(dialog, kMoreName), QStringLiteral("“?”"));
    tick(*named<QListWidget>(dialog, QStringLiteral("Groups of people")),
        QStringLiteral("column_2   "));
    QCOMPARE(dialog.request().roles.groups.size(), std::size_t{1});
    auto* names
        = named<QLineEdit>(dialog, QStringLiteral("Names of the columns, separated by commas"));
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
    auto* delimiter = named<QComboBox>(dialog, QStringLiteral("Cells are separated by"));
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

void ImportDialogTest::guessesAgainWhatNobodyChose()
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
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    QVERIFY(!dialog.request().roles.label);
    auto* use = named<QComboBox>(dialog, QStringLiteral("Intended use"));
    use->setFocus();
    QTest::keyClick(use, Qt::Key_Down);
    const auto used = dialog.request().roles.use;
    QCOMPARE(used.size(), std::size_t{1});
    auto* names
        = named<QLineEdit>(dialog, QStringLiteral("Names of the columns, separated by commas"));
    names->setFocus();
    QTest::keyClicks(names, QStringLiteral("row,sex,label,kind"));
    QTest::keyClick(names, Qt::Key_Tab);
    QTRY_VERIFY(dialog.request().roles.label);
    QCOMPARE(dialog.request().roles.label->column, std::string("label"));
    QCOMPARE(dialog.request().roles.groups.front().column, std::string("sex"));
    QCOMPARE(dialog.request().roles.use, used);
}

void ImportDialogTest::keepsWhatTheFirstRowsDoNotShow()
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
        QTRY_VERIFY(acceptButton(dialog)->isEnabled());
        QCOMPARE(dialog.request().roles.label->favourable, std::optional<std::string>("yes"));
        QCOMPARE(dialog.request().roles.label->positive, std::optional<std::string>("yes"));
        QCOMPARE(named<QComboBox>(dialog, QStringLiteral("Good outcome"))->currentText(),
            QStringLiteral("yes   (not in the first rows)"));
        QTRY_VERIFY(m_jobs->jobs().empty());
    }
    // Nobody said it: one types it.
    ImportDialog dialog(path, {}, *m_jobs);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    typeInto(*named<QComboBox>(dialog, kLabelName), QStringLiteral("answer"));
    QCOMPARE(dialog.request().roles.label->column, std::string("answer"));
    typeInto(*named<QComboBox>(dialog, QStringLiteral("Good outcome")), QStringLiteral("yes"));
    QCOMPARE(dialog.request().roles.label->favourable, std::optional<std::string>("yes"));
}

void ImportDialogTest::findsAColumnAmongThousands()
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
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    auto* label = named<QComboBox>(dialog, kLabelName);
    typeInto(*label, QStringLiteral("c271"));
    QCOMPARE(dialog.request().roles.label->column, std::string("c271"));
    typeInto(*label, QStringLiteral("C2990 "));
    QCOMPARE(dialog.request().roles.label->column, std::string("c2990"));
    // Of more than one, and of none: the choice stays.
    typeInto(*label, QStringLiteral("c1 1"));
    QCOMPARE(dialog.request().roles.label->column, std::string("c2990"));
    QVERIFY(label->currentText().startsWith(QStringLiteral("c2990 ")));
    tick(*named<QListWidget>(dialog, QStringLiteral("Groups of people")),
        QStringLiteral("c2500   "));
    QCOMPARE(dialog.request().roles.groups.back().column, std::string("c2500"));
}

void ImportDialogTest::keysReachEverything()
{
    ImportDialog dialog(table(weightedRows()), {}, *m_jobs);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
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

void ImportDialogTest::aTypeIsChosen()
{
    ImportDialog dialog(table(weightedRows()), {}, *m_jobs);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    auto* rows = dialog.findChild<QTableView*>();
    rows->setFocus();
    rows->setCurrentIndex(rows->model()->index(0, 0));
    auto* type = named<QComboBox>(dialog, QStringLiteral("Type of fnlwgt"));
    QVERIFY(type);
    QVERIFY(showsTextWith(dialog, QStringLiteral("40 cells looked at, all of the type integer")));
    type->setFocus();
    QTest::keyClick(type, Qt::Key_Down);
    QCOMPARE(dialog.request().roles.types.at("fnlwgt"), std::string("text"));
    QCOMPARE(rows->model()->headerData(0, Qt::Horizontal).toString(),
        QStringLiteral("fnlwgt\ntext (chosen)"));
    rows->setFocus();
    QTest::keyClick(rows, Qt::Key_Right);
    auto* missing = named<QLineEdit>(dialog, QStringLiteral("Texts that mean missing in work"));
    QVERIFY(missing);
    missing->setFocus();
    QTest::keyClicks(missing, QStringLiteral("?, none"));
    QTest::keyClick(missing, Qt::Key_Tab);
    QCOMPARE(dialog.request().roles.missing.at("work"), (std::vector<std::string>{"?", "none"}));
    // Both are lines that can be taken back.
    auto* list = named<QListWidget>(dialog, kMoreName);
    tick(*list, QStringLiteral("Type of fnlwgt"));
    QVERIFY(dialog.request().roles.types.empty());
    QCOMPARE(
        rows->model()->headerData(0, Qt::Horizontal).toString(), QStringLiteral("fnlwgt\ninteger"));
}

void ImportDialogTest::saysHowItWasRead()
{
    ImportDialog one(table("a,b\n1,x\n"), {}, *m_jobs);
    one.show();
    QTRY_VERIFY(acceptButton(one)->isEnabled());
    QVERIFY(showsTextWith(one, QStringLiteral("1 row, 2 columns")));
    QVERIFY(showsTextWith(one, QStringLiteral("the one row has 2 cells. Encoding UTF-8")));
    auto* label = named<QComboBox>(one, kLabelName);
    QVERIFY(label->findText(QStringLiteral("b   (1 value)")) >= 0);

    ImportDialog latin(table("a,b\n1,caf\xe9\n"), {}, *m_jobs);
    latin.show();
    QTRY_VERIFY(m_jobs->jobs().empty());
    QVERIFY(showsTextWith(latin, QStringLiteral("(line 2, column 6)")));
}

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::ImportDialogTest)
#include "tst_import_dialog.moc"
