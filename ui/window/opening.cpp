#include "ui/window/opening.h"

#include <QFileDialog>
#include <QMenu>
#include <QPointer>
#include <QWidget>
#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "core/reports/roles_text.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/theme/shown.h"
#include "ui/window/message_bar.h"
#include "ui/window/reading_text.h"
#include "ui/window/settings.h"

namespace cupel::ui {
namespace {

QString nameOfFile(const std::string& path)
{
    const std::string name = std::filesystem::path(path).filename().string();
    return shown(name.empty() ? path : name); // "/" has none
}

QString namesOfFiles(const std::vector<std::string>& paths)
{
    QStringList names;
    for (const std::string& path : paths)
        names << nameOfFile(path);
    return names.join(QStringLiteral(", "));
}

/// A path as settings hold it; none where its bytes are no UTF-8.
std::optional<QString> settingsPath(const std::string& path)
{
    const QString text = QString::fromStdString(path);
    return bytesOf(text) == path ? std::optional(text) : std::nullopt;
}

audits::Roles rememberedRoles(const Settings& settings, const std::string& path)
{
    const auto text = settingsPath(path);
    const QByteArray json = text ? settings.rolesFor(*text) : QByteArray();
    if (json.isEmpty())
        return {};
    auto roles = audits::rolesFromJson(json.toStdString(), "settings");
    return roles ? std::move(*roles) : audits::Roles{};
}

std::optional<readers::CsvOptions> rememberedReading(
    const Settings& settings, const std::string& path)
{
    const auto text = settingsPath(path);
    return text ? readingFrom(settings.readingFor(*text)) : std::nullopt;
}

/// What a person is told of the paths that are no tables.
QStringList notesOf(const OpeningPlan& plan)
{
    QStringList notes;
    for (const OpeningPlan::Table& table : plan.tables) {
        if (!table.card.empty())
            notes << Opening::tr("%1 is read as the card of %2.")
                         .arg(nameOfFile(table.card), nameOfFile(table.path));
    }
    if (!plan.unused.empty())
        notes << Opening::tr(
            "Nothing was done with %1: no table that is to be opened is beside it or in it.")
                     .arg(namesOfFiles(plan.unused));
    if (!plan.missing.empty())
        notes << Opening::tr("Not found: %1.").arg(namesOfFiles(plan.missing));
    return notes;
}

} // namespace

Opening::Opening(
    Workspace& workspace, JobList& jobs, Settings& settings, MessageBar& message, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_jobs(jobs)
    , m_settings(settings)
    , m_message(message)
    , m_window(window)
{
    connect(&workspace, &Workspace::runEnded, this, &Opening::ended);
    connect(&workspace, &Workspace::failed, this,
        [this](const QString&, const base::Error& error) { m_lastError = error; });
    connect(
        &workspace, &Workspace::located, this, [this](const std::string&, const std::string& path) {
            const auto now = settingsPath(path);
            if (!m_locating.isEmpty() && now)
                m_settings.replaceRecent(m_locating, *now);
            Q_EMIT recentChanged();
            m_message.showDone(
                tr("It is the same file. The catalog knows now where it is: %1").arg(shown(path)));
        });
    connect(&workspace, &Workspace::differs, this,
        [this](const std::string& name, const std::string& path, std::int64_t number) {
            askOne({path, {}}, name,
                tr("This is not the file that was put into the catalog: it becomes version %1 of "
                   "%2.")
                    .arg(counted(number), shown(name)));
        });
}

void Opening::openPaths(const std::vector<std::string>& paths)
{
    if (paths.empty())
        return;
    m_locating.clear();
    look(paths);
}

void Opening::look(const std::vector<std::string>& paths)
{
    const std::uint64_t number = ++m_looks;
    const QString title = paths.size() == 1 ? tr("Look at %1").arg(nameOfFile(paths.front()))
                                            : tr("Look at what was named");
    m_jobs.start(
        title, this, [paths](const base::JobContext&) { return planOf(paths); },
        [this, number](const OpeningPlan& plan) {
            if (number == m_looks)
                take(plan);
        });
}

void Opening::take(const OpeningPlan& plan)
{
    if (plan.tables.empty() && plan.missing.size() == 1 && plan.unused.empty()) {
        const std::string& path = plan.missing.front();
        m_message.showError(tr("Open %1").arg(nameOfFile(path)),
            {base::ErrorCode::InputMissing, "there is no such file", "say where it is now",
                {path, 0, 0, 0}},
            {{tr("Locate…"), [this, path] { locatePath(QString::fromStdString(path)); }}});
        return;
    }
    if (plan.tables.empty()) {
        m_message.showError(tr("Open %1").arg(namesOfFiles(plan.unused)),
            {base::ErrorCode::InputMissing, "no table was found there",
                "give a CSV file, or a folder that holds one", {}},
            {}, notesOf(plan).join(QLatin1Char('\n')));
        return;
    }
    if (!m_isRunning && !m_isWaiting) {
        m_wanted.clear();
        m_opened.clear();
        m_failed.clear();
        m_unopened.clear();
        m_skipped.clear();
        m_notes.clear();
    }
    m_notes << notesOf(plan);
    const bool isKept = m_workspace.catalogState() == CatalogState::Writable;
    if (plan.tables.size() > 1 && (plan.isChoice || !isKept))
        choose(plan);
    else
        askAll(plan);
}

/// Which of several tables: no one wants all that a folder holds, and without a catalog only one
/// can be looked at.
void Opening::choose(const OpeningPlan& plan)
{
    QMenu menu(tr("Which table?"));
    const QString heading = plan.isChoice
        ? tr("Which table?")
        : tr("Which table? Without a catalog there is only one at a time");
    menu.addSection(heading);
    // A menu is as wide as its entries, which may be shorter.
    const QFontMetrics letters = menu.fontMetrics();
    menu.setMinimumWidth(letters.horizontalAdvance(heading) + 8 * letters.averageCharWidth());
    for (const OpeningPlan::Table& table : plan.tables) {
        menu.addAction(nameOfFile(table.path).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
            [this, table] { askOne(table, {}, {}); });
    }
    menu.exec(m_window->mapToGlobal(m_window->rect().center()));
}

void Opening::askAll(const OpeningPlan& plan)
{
    const QPointer<Opening> guard(this);
    const Place last{0, static_cast<int>(plan.tables.size())};
    bool isStopped = false;
    for (int i = 1; i <= last.of; ++i) {
        const OpeningPlan::Table& table = plan.tables[static_cast<std::size_t>(i - 1)];
        const Answer answer = isStopped ? Answer::Stop : ask(table, {i, last.of}, {}, {});
        if (!guard)
            return;
        isStopped = answer == Answer::Stop;
        if (answer != Answer::Open)
            m_skipped << nameOfFile(table.path);
    }
    Q_EMIT recentChanged();
    next();
}

void Opening::askOne(const OpeningPlan::Table& table, const std::string& moved, const QString& note)
{
    const QPointer<Opening> guard(this);
    ask(table, {}, moved, note);
    if (!guard)
        return;
    Q_EMIT recentChanged();
    next();
}

Opening::Answer Opening::ask(const OpeningPlan::Table& table, Place place, const std::string& moved,
    const QString& note, const Wanted* before)
{
    const std::string& knownAs = m_locating.isEmpty() ? table.path : bytesOf(m_locating);
    ImportDialog dialog(table.path,
        before ? before->request.roles : rememberedRoles(m_settings, knownAs), m_jobs, m_window);
    const auto reading
        = before ? std::optional(before->request.options) : rememberedReading(m_settings, knownAs);
    if (reading)
        dialog.setReading(*reading);
    const bool isKept = m_workspace.catalogState() == CatalogState::Writable;
    const bool isAlways = isKept && isSourceKept(table.path, moved);
    if (isKept) {
        dialog.setKeptIn(m_workspace.catalogPath(),
            isAlways                       ? ImportDialog::SourceCopy::Always
                : m_settings.keepsSource() ? ImportDialog::SourceCopy::Yes
                                           : ImportDialog::SourceCopy::No);
    }
    dialog.setNote(note);
    if (m_workspace.catalogState() == CatalogState::None)
        dialog.setRemembersNothing();
    if (place.of > 1)
        dialog.setPlace(place.number, place.of);
    const QPointer<Opening> guard(this);
    const int result = dialog.exec();
    if (!guard || result == QDialog::Rejected)
        return Answer::Stop;
    if (result != QDialog::Accepted)
        return Answer::Skip;
    Wanted wanted{table, dialog.request(), moved};
    if (dialog.keepsSource())
        wanted.sources = pipeline::CatalogStore::Sources::Keep;
    if (isKept && !isAlways)
        m_settings.setKeepsSource(dialog.keepsSource());
    wanted.request.cardFile = table.card;
    remember(wanted, dialog.isToRemember());
    m_wanted.push_back(std::move(wanted));
    return Answer::Open;
}

/// Nothing where nothing is kept.
void Opening::remember(const Wanted& wanted, bool isMeaningToo)
{
    const auto path = settingsPath(wanted.table.path);
    if (!path || m_workspace.catalogState() == CatalogState::None)
        return;
    if (!m_locating.isEmpty())
        m_settings.replaceRecent(m_locating, *path);
    if (isMeaningToo) {
        m_settings.setRolesFor(
            *path, QByteArray::fromStdString(reports::rolesJsonText(wanted.request.roles)));
        m_settings.setReadingFor(*path, readingText(wanted.request.options));
    }
    m_settings.addRecent(*path);
}

/// With what was answered before.
void Opening::askAgain(const std::vector<Wanted>& all)
{
    const QPointer<Opening> guard(this);
    const int of = static_cast<int>(all.size());
    for (int i = 0; i < of; ++i) {
        const Wanted& before = all[static_cast<std::size_t>(i)];
        const Answer answer = ask(before.table, {i + 1, of}, before.moved,
            tr("It could not be opened as it was asked for: this is what was said."), &before);
        if (!guard)
            return;
        if (answer == Answer::Stop)
            break;
    }
    Q_EMIT recentChanged();
    next();
}

/// Whether the catalog keeps the bytes of the dataset of a path, or of this name.
bool Opening::isSourceKept(const std::string& path, const std::string& name) const
{
    const std::vector<ListedDataset>& all = m_workspace.datasets();
    return std::any_of(all.begin(), all.end(), [&path, &name](const ListedDataset& one) {
        const auto& file = one.summary.latest.dataFile;
        const catalog::Dataset& its = one.summary.dataset;
        return file && file->keepsSource && (its.path == path || its.name == name);
    });
}

void Opening::next()
{
    if (m_isRunning)
        return;
    if (m_wanted.empty()) {
        tell();
        return;
    }
    m_isRunning = true;
    m_isWaiting = false;
    const Wanted& wanted = m_wanted.front();
    m_workspace.open(wanted.request, wanted.moved, wanted.sources);
}

void Opening::resume()
{
    if (m_isWaiting)
        next();
}

void Opening::ended(RunEnd end, const QString& title)
{
    if (!m_isRunning) {
        if (end == RunEnd::Cancelled)
            stopped(title);
        return;
    }
    const QString name = nameOfFile(m_wanted.front().request.inputs.front());
    switch (end) {
    case RunEnd::Opened:
        m_opened << name;
        break;
    case RunEnd::Failed:
        if (m_lastError.code == base::ErrorCode::Catalog) {
            // It waits for another catalog, or none, or this one.
            m_isRunning = false;
            m_isWaiting = true;
            if (m_workspace.catalogState() != CatalogState::Unusable)
                m_message.showError(title, m_lastError, {{tr("Try again"), [this] { next(); }}});
            return;
        }
        m_failed << tr("%1 (%2)").arg(name, shown(m_lastError.message));
        m_failedTitle = title;
        m_unopened.push_back(m_wanted.front());
        break;
    case RunEnd::Cancelled:
        stopped(title);
        return;
    case RunEnd::Replaced:
        for (const Wanted& one : m_wanted)
            m_skipped << nameOfFile(one.request.inputs.front());
        m_wanted.clear();
        m_isRunning = false;
        return;
    }
    m_wanted.pop_front();
    m_isRunning = false;
    // Whoever else hears of the end is told before the next one begins.
    QMetaObject::invokeMethod(this, &Opening::next, Qt::QueuedConnection);
}

/// A person stopped it, and may go on where that was.
void Opening::stopped(const QString& title)
{
    QString text = tr("Stopped: %1. Nothing of it is kept.").arg(title);
    if (m_wanted.size() > 1) {
        QStringList names;
        for (std::size_t i = 1; i < m_wanted.size(); ++i)
            names << nameOfFile(m_wanted[i].request.inputs.front());
        text += QLatin1Char(' ') + tr("Not opened yet: %1.").arg(names.join(QStringLiteral(", ")));
    }
    const bool wasOpening = m_isRunning;
    m_isRunning = false;
    m_message.showDone(text, wasOpening ? tr("Open again") : tr("Start again"), [this, wasOpening] {
        if (wasOpening)
            next();
        else
            m_workspace.runAgain();
    });
}

/// What became of each, where that is more than what is seen.
void Opening::tell()
{
    QStringList sentences;
    const bool areSeveral = m_opened.size() + m_failed.size() + m_skipped.size() > 1;
    if (areSeveral) {
        if (!m_opened.isEmpty())
            sentences << tr("Opened: %1.").arg(m_opened.join(QStringLiteral(", ")));
        if (!m_failed.isEmpty())
            sentences << tr("Could not be opened: %1.").arg(m_failed.join(QStringLiteral(", ")));
        if (!m_skipped.isEmpty())
            sentences << tr("Left out: %1.").arg(m_skipped.join(QStringLiteral(", ")));
    }
    const bool isSaid = !m_opened.isEmpty() || !sentences.isEmpty();
    if (isSaid)
        sentences << m_notes;
    const auto again = [this, all = std::exchange(m_unopened, {})] { askAgain(all); };
    const bool isOneFailed = !m_failed.isEmpty() && !areSeveral;
    const QString againText = m_failed.isEmpty() ? QString() : tr("Open again…");
    m_opened.clear();
    m_failed.clear();
    m_skipped.clear();
    m_notes.clear();
    const OpenDatasetPtr& open = m_workspace.dataset();
    // One that is not there is located instead.
    if (isOneFailed && m_lastError.code != base::ErrorCode::InputMissing)
        m_message.showError(m_failedTitle, m_lastError, {{againText, again}});
    else if (!sentences.isEmpty() && !(open && open->notKept))
        m_message.showDone(sentences.join(QLatin1Char(' ')), againText, again);
}

void Opening::locatePath(const QString& path)
{
    const QString now = QFileDialog::getOpenFileName(m_window,
        tr("Where is %1 now?").arg(nameOfFile(bytesOf(path))), {},
        tr("Tables (*.csv *.tsv *.tab *.data *.txt);;All files (*)"));
    if (!now.isEmpty())
        found(path, bytesOf(now));
}

void Opening::locateDataset(const std::string& name)
{
    for (const ListedDataset& one : m_workspace.datasets()) {
        if (one.summary.dataset.name == name) {
            locatePath(QString::fromStdString(one.summary.dataset.path));
            return;
        }
    }
}

void Opening::found(const QString& before, const std::string& now)
{
    m_locating = before;
    if (m_workspace.catalogState() == CatalogState::Writable) {
        for (const ListedDataset& one : m_workspace.datasets()) {
            if (one.summary.dataset.path == bytesOf(before)) {
                m_workspace.locate(one.summary.dataset.name, now);
                return;
            }
        }
    }
    look({now});
}

} // namespace cupel::ui
