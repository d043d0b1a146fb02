#include "ui/window/jobs_strip.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStringList>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/jobs/job_list.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"
#include "ui/theme/tip.h"

namespace cupel::ui {
namespace {

constexpr int kShownAfterMs = 400;
constexpr int kSecondMs = 1'000;
constexpr int kSteps = 1'000;
constexpr int kTitleColumns = 60;

QString seconds(double ms)
{
    return JobsStrip::tr("%1 s").arg(QLocale().toString(ms / 1'000.0, 'f', ms < 10'000 ? 1 : 0));
}

/// A job as a line.
class JobRow : public QWidget {
public:
    explicit JobRow(Job& job)
        : m_job(job)
        , m_title(new PlainLabel)
        , m_bar(new QProgressBar)
        , m_time(new PlainLabel({}, PlainLabel::Look::Small))
        , m_stop(new QPushButton(JobsStrip::tr("Cancel")))
    {
        // A row never makes the window wider.
        m_title->setText(fontMetrics().elidedText(
            job.title(), Qt::ElideMiddle, fontMetrics().averageCharWidth() * kTitleColumns));
        setTip(*m_title, job.title());
        m_title->setWordWrap(false);
        m_time->setWordWrap(false);
        m_bar->setTextVisible(false);
        m_bar->setAccessibleName(job.title());
        m_stop->setAccessibleName(JobsStrip::tr("Cancel: %1").arg(job.title()));
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(8, 2, 8, 2);
        row->addWidget(m_title);
        row->addWidget(m_bar, 1);
        row->addWidget(m_time);
        row->addWidget(m_stop);
        connect(m_stop, &QPushButton::clicked, &job, &Job::cancel);
        connect(&job, &Job::progressed, this, [this] { update(); });
        update();
        // Also where nothing is told for a while.
        auto* const clock = new QTimer(this);
        connect(clock, &QTimer::timeout, this, [this] { update(); });
        clock->start(kSecondMs);
        hide();
        QTimer::singleShot(kShownAfterMs, this, [this] { show(); });
    }

private:
    void update()
    {
        const std::optional<double> share = m_job.share();
        m_bar->setRange(0, share ? kSteps : 0);
        if (share)
            m_bar->setValue(static_cast<int>(*share * kSteps));
        if (m_job.isCancelled()) {
            m_time->setText(JobsStrip::tr("stopping"));
            m_stop->setEnabled(false);
            return;
        }
        m_time->setText(jobWords(m_job.stage(), m_job.done(), m_job.elapsedMs(), share));
    }

    Job& m_job;
    PlainLabel* m_title;
    QProgressBar* m_bar;
    PlainLabel* m_time;
    QPushButton* m_stop;
};

} // namespace

QString jobWords(
    const QString& stage, std::uint64_t done, qint64 elapsedMs, const std::optional<double>& share)
{
    constexpr double kLeastShare = 0.02;
    constexpr qint64 kLeastMs = 1'000;
    const auto elapsed = static_cast<double>(elapsedMs);
    QStringList parts;
    if (!stage.isEmpty())
        parts << stage;
    if (stage == QLatin1String("reading") && elapsedMs > kLeastMs) {
        const double rate = static_cast<double>(done) * 1'000.0 / elapsed;
        parts << JobsStrip::tr("%1 per second")
                     .arg(QLocale().formattedDataSize(static_cast<qint64>(rate), 0));
    }
    if (elapsedMs > kLeastMs)
        parts << JobsStrip::tr("%1 so far").arg(seconds(elapsed));
    if (share && *share > kLeastShare && elapsedMs > kLeastMs)
        parts << JobsStrip::tr("about %1 left").arg(seconds(elapsed / *share - elapsed));
    return parts.join(QStringLiteral(", "));
}

JobsStrip::JobsStrip(JobList& jobs, QWidget* parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    setAccessibleName(tr("Running work"));
    connect(&jobs, &JobList::started, this, &JobsStrip::add);
    connect(&jobs, &JobList::ended, this, &JobsStrip::remove);
}

void JobsStrip::add(Job* job)
{
    auto* row = new JobRow(*job);
    m_widgets.emplace(job, row);
    m_rows->addWidget(row);
}

void JobsStrip::remove(Job* job)
{
    const auto found = m_widgets.find(job);
    if (found == m_widgets.end())
        return;
    delete found->second;
    m_widgets.erase(found);
}

} // namespace cupel::ui
