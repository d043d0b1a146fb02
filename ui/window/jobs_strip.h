#pragma once

#include <QWidget>
#include <cstdint>
#include <map>
#include <optional>

class QVBoxLayout;

namespace cupel::ui {

class Job;
class JobList;

/// How far a job is: "reading, 120 MB per second, 4 s so far, about 6 s left". `done`: of its
/// stage; `share`: of the whole job.
QString jobWords(
    const QString& stage, std::uint64_t done, qint64 elapsedMs, const std::optional<double>& share);

/// What runs now, at the lower edge of the window: how far it is, how long it takes still, and a
/// way to stop it. Work that ends within half a second is not shown.
class JobsStrip : public QWidget {
    Q_OBJECT

public:
    explicit JobsStrip(JobList& jobs, QWidget* parent = nullptr);

private:
    void add(Job* job);
    void remove(Job* job);

    QVBoxLayout* m_rows;
    std::map<Job*, QWidget*> m_widgets;
};

} // namespace cupel::ui
