#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
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

class ImportDialogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void acceptsWhatWasDetected();
    void showsTheRowsAndTypes();
    void theButtonsAreOnTheScreen();
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
    const auto* const view = dialog.findChild<QTableView*>();
    QVERIFY(view->viewport()->height() >= 3 * view->rowHeight(0));
    const QAbstractItemModel* rows = view->model();
    QCOMPARE(rows->rowCount(), 2);
    QCOMPARE(rows->index(0, 0).data().toString(), QStringLiteral("<b>Ann</b>"));
    QCOMPARE(rows->headerData(1, Qt::Horizontal).toString(), QStringLiteral("age\ninteger"));
    QCOMPARE(rows->headerData(1, Qt::Vertical).toString(), QStringLiteral("3"));
}

void ImportDialogTest::theButtonsAreOnTheScreen()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(before.pointSizeF() * 2);
    QApplication::setFont(large);
    ImportDialog dialog(table("sex,fnlwgt,approved\nF,1,yes\nM,2,no\nM,3,yes\n"), {}, *m_jobs);
    dialog.show();
    QTRY_VERIFY(acceptButton(dialog)->isEnabled());
    QTest::keyClick(&dialog, Qt::Key_M, Qt::AltModifier); // more roles
    QTest::qWait(0);
    QVERIFY(dialog.height() <= dialog.screen()->availableGeometry().height());
    const QRect button(
        acceptButton(dialog)->mapTo(&dialog, QPoint()), acceptButton(dialog)->size());
    QVERIFY(dialog.rect().contains(button));
    QApplication::setFont(before);
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

} // namespace cupel::ui

QTEST_MAIN(cupel::ui::ImportDialogTest)
#include "tst_import_dialog.moc"
