#include "ui/window/start_page.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/jobs/job_list.h"
#include "ui/theme/colors.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"
#include "ui/theme/tip.h"

namespace cupel::ui {
namespace {

constexpr int kPathRole = Qt::UserRole;
constexpr int kPinnedRole = Qt::UserRole + 1;
constexpr int kMissingRole = Qt::UserRole + 2;
constexpr int kMargin = 32;

/// Those that are not there. A disk that does not answer holds up this worker alone.
QStringList missingOf(const QStringList& paths, const base::JobContext& job)
{
    QStringList missing;
    for (const QString& path : paths) {
        if (!job.cancelled() && !QFileInfo::exists(path))
            missing << path;
    }
    return missing;
}

} // namespace

StartPage::StartPage(Settings& settings, JobList& jobs, bool hasSample, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_jobs(jobs)
    , m_zone(new QWidget)
    , m_drop(new PlainLabel(tr("Drop a table here: CSV or TSV, with its README, LICENSE and "
                               "Croissant file beside it."),
          PlainLabel::Look::Heading))
    , m_open(new QPushButton(tr("&Open dataset…")))
    , m_sample(new QPushButton(tr("&Try the sample")))
    , m_recentTitle(new PlainLabel(tr("Recent datasets"), PlainLabel::Look::Heading))
    , m_recent(new QListWidget)
    , m_clear(new QPushButton(tr("Clear the list")))
{
    m_drop->setAlignment(Qt::AlignCenter);
    m_open->setDefault(true);
    setFocusProxy(m_open);
    m_sample->setEnabled(hasSample);
    if (!hasSample)
        setTip(*m_sample, tr("The sample is not installed with this program."));
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_open);
    buttons->addWidget(m_sample);
    buttons->addStretch();
    auto* promise = new PlainLabel(
        tr("Cupel opens no network connection and writes nothing beside your data."),
        PlainLabel::Look::Small);
    promise->setAlignment(Qt::AlignCenter);

    auto* title = new PlainLabel(tr("Which dataset is to be audited?"), PlainLabel::Look::Title);
    title->setAlignment(Qt::AlignCenter);
    auto* zone = new QVBoxLayout(m_zone);
    zone->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    zone->setSpacing(kMargin / 2);
    zone->addWidget(m_drop);
    zone->addLayout(buttons);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(kMargin / 2);
    column->addStretch(1);
    column->addWidget(title);
    column->addWidget(m_zone);
    column->addWidget(promise);
    column->addStretch(1);
    column->addWidget(recentPart(), 4);
    connect(m_open, &QPushButton::clicked, this, &StartPage::openWanted);
    connect(m_sample, &QPushButton::clicked, this, &StartPage::sampleWanted);
    refresh();
}

QWidget* StartPage::recentPart()
{
    m_recent->setAccessibleName(tr("Recent datasets"));
    m_recent->setContextMenuPolicy(Qt::CustomContextMenu);
    m_recent->setUniformItemSizes(true);
    m_recent->setTextElideMode(Qt::ElideMiddle);
    auto* head = new QHBoxLayout;
    head->addWidget(m_recentTitle, 1);
    head->addWidget(m_clear);
    auto* part = new QWidget;
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_recent, 1);
    connect(m_recent, &QListWidget::itemActivated, this, &StartPage::choose);
    connect(m_recent, &QListWidget::customContextMenuRequested, this, &StartPage::showMenu);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_settings.clearRecent();
        refresh();
    });
    return part;
}

void StartPage::refresh()
{
    m_recent->clear();
    QStringList paths;
    for (const RecentFile& file : m_settings.recent()) {
        const QFileInfo info(file.path);
        const QString name = shown(bytesOf(info.fileName()));
        const QString folder = shown(bytesOf(info.path()));
        QString text = tr("%1   in %2").arg(name, folder);
        if (file.isPinned)
            text = tr("%1 (pinned)").arg(text);
        auto* item = new QListWidgetItem(text, m_recent);
        item->setData(kPathRole, file.path);
        item->setData(kPinnedRole, file.isPinned);
        paths << file.path;
    }
    const bool isEmpty = paths.isEmpty();
    m_recent->setVisible(!isEmpty);
    m_clear->setVisible(!isEmpty);
    m_recentTitle->setText(isEmpty ? tr("No datasets yet") : tr("Recent datasets"));
    m_recentTitle->setVisible(!isEmpty);
    const std::uint64_t number = ++m_looks;
    if (isEmpty)
        return;
    m_jobs.start(
        tr("Look for the recent datasets"), this,
        [paths](const base::JobContext& job) { return missingOf(paths, job); },
        [this, number](const QStringList& missing) {
            if (number == m_looks)
                showMissing(missing);
        });
}

void StartPage::showMissing(const QStringList& paths)
{
    for (int i = 0; i < m_recent->count(); ++i) {
        QListWidgetItem& item = *m_recent->item(i);
        if (!paths.contains(item.data(kPathRole).toString()))
            continue;
        item.setData(kMissingRole, true);
        item.setText(tr("%1 (not found)").arg(item.text()));
        item.setForeground(colorsFor(palette()).soft);
        item.setToolTip(ui::toolTip(
            tr("The file is not there any more. Open this entry to say where it is now.")));
    }
}

void StartPage::open(const QListWidgetItem& item)
{
    const QString path = item.data(kPathRole).toString();
    if (item.data(kMissingRole).toBool())
        Q_EMIT locateWanted(path);
    else
        Q_EMIT pathChosen(path);
}

void StartPage::choose()
{
    if (const QListWidgetItem* item = m_recent->currentItem())
        open(*item);
}

void StartPage::showMenu(const QPoint& at)
{
    const QListWidgetItem* item = m_recent->itemAt(at);
    if (!item)
        return;
    const QString path = item->data(kPathRole).toString();
    const bool isPinned = item->data(kPinnedRole).toBool();
    QMenu menu;
    menu.addAction(tr("Open"), this, [this, path] { Q_EMIT pathChosen(path); });
    if (item->data(kMissingRole).toBool())
        menu.addAction(tr("Locate…"), this, [this, path] { Q_EMIT locateWanted(path); });
    menu.addAction(isPinned ? tr("Unpin") : tr("Pin"), this, [this, path, isPinned] {
        m_settings.setPinned(path, !isPinned);
        refresh();
    });
    menu.addAction(tr("Remove from the list"), this, [this, path] {
        m_settings.removeRecent(path);
        refresh();
    });
    menu.exec(m_recent->viewport()->mapToGlobal(at));
}

void StartPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    for (int i = 0; i < m_recent->count(); ++i) {
        QListWidgetItem& item = *m_recent->item(i);
        if (item.data(kMissingRole).toBool())
            item.setForeground(colorsFor(palette()).soft);
    }
}

/// The drop zone: a dashed frame around the words.
void StartPage::paintEvent(QPaintEvent* event)
{
    QWidget::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colorsFor(palette()).line, 2, Qt::DashLine));
    constexpr qreal kRound = 12;
    painter.drawRoundedRect(QRectF(m_zone->geometry()).adjusted(1, 1, -1, -1), kRound, kRound);
}

} // namespace cupel::ui
