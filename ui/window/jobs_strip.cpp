#include "ui/window/jobs_strip.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/jobs/job_list.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kShownAfterMs = 400;
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
        m_title->setToolTip(ui::toolTip(job.title()));
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
        hide();
        QTimer::singleShot(kShownAfterMs, this, [this] { show(); });
    }

private:
    void update()
    {
        const bool isKnown = m_job.total() > 0;
        m_bar->setRange(0, isKnown ? kSteps : 0);
        QString text = m_job.stage();
        if (isKnown) {
            const double share = std::min(
                1.0, static_cast<double>(m_job.done()) / static_cast<double>(m_job.total()));
            m_bar->setValue(static_cast<int>(share * kSteps));
            const auto elapsed = static_cast<double>(m_job.elapsedMs());
            if (share > 0.02 && elapsed > 1'000.0)
                text += JobsStrip::tr(", %1 left").arg(seconds(elapsed / share - elapsed));
        }
        if (m_job.isCancelled()) {
            text = JobsStrip::tr("stopping");
            m_stop->setEnabled(false);
        }
        m_time->setText(text);
    }

    Job& m_job;
    PlainLabel* m_title;
    QProgressBar* m_bar;
    PlainLabel* m_time;
    QPushButton* m_stop;
};

} // namespace

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
