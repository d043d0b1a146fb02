#pragma once

#include <QWidget>
#include <map>

class QVBoxLayout;

namespace cupel::ui {

class Job;
class JobList;

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
