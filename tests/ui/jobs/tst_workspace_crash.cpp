#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <map>
#include <random>
#include <string>

#include "core/pipeline/catalog_store.h"
#include "core/pipeline/review.h"
#include "core/pipeline/roles_state.h"
#include "core/pipeline/stored_runs.h"
#include "tests/support/effort.h"
#include "ui/jobs/workspace.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

/// A program that works as the window does is killed at any moment.
class WorkspaceCrashTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasToldAsKeptIsThere();

private:
    /// What a killed program had been told of as kept, by dataset.
    struct Told {
        std::int64_t version = 0;
        std::map<std::string, int> said; ///< by column
    };
    using AllTold = std::map<std::string, Told>;

    static void work(const QString& folder, int number, int ms, AllTold& told);
    static void check(const QString& folder, const AllTold& told);
    static void checkRoles(
        const catalog::Catalog& catalog, std::int64_t dataset, const audits::Roles& roles);
    static void checkDataset(
        const catalog::Catalog& catalog, const catalog::DatasetSummary& one, const Told& told);
};

void WorkspaceCrashTest::work(const QString& folder, int number, int ms, AllTold& told)
{
    QProcess process;
    process.start(QStringLiteral(CUPEL_WORKSPACE_WRITER), {folder, QString::number(number)});
    QVERIFY(process.waitForStarted());
    QVERIFY2(!process.waitForFinished(ms), process.readAllStandardError().constData());
    process.kill();
    QVERIFY(process.waitForFinished());
    // A line that is not whole was not told.
    QByteArray text = process.readAllStandardOutput();
    text.truncate(text.lastIndexOf('\n') + 1);
    for (const QByteArray& line : text.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() < 3)
            continue;
        Told& of = told[words[1].toStdString()];
        if (words[0] == "opened")
            of.version = std::max<std::int64_t>(of.version, words[2].toLongLong());
        else
            of.said[words[2].toStdString()] = words[3].toInt();
    }
}

/// The last event of roles says what the last run had, and each is there with its run.
void WorkspaceCrashTest::checkRoles(
    const catalog::Catalog& catalog, std::int64_t dataset, const audits::Roles& roles)
{
    const auto events = catalog.events(dataset);
    QVERIFY(events);
    std::string state;
    for (std::size_t i = 0; i < events->size(); ++i) {
        const catalog::Event& event = (*events)[i];
        if (event.what != catalog::kRolesEvent)
            continue;
        QVERIFY(i + 1 < events->size());
        QCOMPARE((*events)[i + 1].what, std::string("run"));
        QCOMPARE(event.before, state);
        state = event.after;
    }
    QCOMPARE(state, pipeline::rolesStateText(pipeline::rolesStateOf(roles)));
}

void WorkspaceCrashTest::checkDataset(
    const catalog::Catalog& catalog, const catalog::DatasetSummary& one, const Told& told)
{
    const std::string& name = one.dataset.name;
    QVERIFY(one.latest.number >= told.version);
    // The last version has its run, unless the program was killed between the two.
    const auto runs = catalog.runs(one.latest.id);
    QVERIFY(runs);
    QVERIFY(!runs->empty() || one.latest.number > told.version);
    if (!runs->empty()) {
        const auto report = pipeline::storedReport(catalog, name);
        QVERIFY(report);
        checkRoles(catalog, one.dataset.id, report->datasets.front().roles);
    }
    const auto contents = catalog.contents(one.latest.id);
    QVERIFY(contents);
    QCOMPARE(contents->columns.size(), std::size_t{3});
    const auto review = pipeline::reviewOf(catalog, one.dataset.id);
    QVERIFY(review);
    for (const auto& [column, number] : told.said) {
        const auto found
            = review->comments.find(pipeline::commentTarget(pipeline::CommentOn::Column, column));
        QVERIFY2(found != review->comments.end(), (name + " " + column).c_str());
        QVERIFY2(std::stoi(found->second.value.text) >= number, (name + " " + column).c_str());
    }
}

void WorkspaceCrashTest::check(const QString& folder, const AllTold& told)
{
    const std::string path = bytesOf(folder) + "/catalog.cupel";
    if (told.empty() && !QFile::exists(QString::fromStdString(path)))
        return;
    auto store = pipeline::CatalogStore::open(
        path, catalog::Catalog::Missing::Fail, pipeline::CatalogStore::Sources::Forget, {});
    QVERIFY2(store, store ? "" : store.error().message.c_str());
    const auto problems = (*store)->catalog().check(*(*store)->dataFiles());
    QVERIFY(problems);
    for (const catalog::CheckProblem& problem : *problems)
        QFAIL(problem.text.c_str());
    const auto datasets = (*store)->catalog().datasets();
    QVERIFY(datasets);
    std::size_t found = 0;
    for (const catalog::DatasetSummary& one : *datasets) {
        const auto of = told.find(one.dataset.name);
        found += of != told.end() ? 1U : 0U;
        checkDataset((*store)->catalog(), one, of == told.end() ? Told() : of->second);
    }
    QCOMPARE(found, told.size());
}

void WorkspaceCrashTest::whatWasToldAsKeptIsThere()
{
    constexpr int kKillsPerCatalog = 10;
    std::mt19937 random(20271127);
    const auto kills = static_cast<int>(test::effort(100));
    std::size_t edits = 0;
    for (int i = 0; i < kills;) {
        const QTemporaryDir folder;
        AllTold told;
        for (int j = 0; j < kKillsPerCatalog && i < kills; ++j, ++i) {
            work(folder.path(), i + 1, 40 + static_cast<int>(random() % 300), told);
            if (QTest::currentTestFailed())
                return;
            check(folder.path(), told);
            if (QTest::currentTestFailed())
                return;
        }
        for (const auto& [name, of] : told)
            edits += of.said.size();
    }
    QVERIFY2(edits > 0, "nothing was kept before the kills");
}

} // namespace cupel::ui

QTEST_GUILESS_MAIN(cupel::ui::WorkspaceCrashTest)
#include "tst_workspace_crash.moc"
