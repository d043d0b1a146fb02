#pragma once

#include <QWidget>

#include "ui/window/settings.h"

class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace cupel::ui {

class JobList;
class PlainLabel;

/// What the window shows before a dataset is open: where to drop one, the ways to open one, and
/// those of late. Whether these are still where they were is found out in a worker.
class StartPage : public QWidget {
    Q_OBJECT

public:
    StartPage(Settings& settings, JobList& jobs, bool hasSample, QWidget* parent = nullptr);

    /// Read the list of recent datasets again.
    void refresh();

Q_SIGNALS:
    void openWanted();
    void sampleWanted();
    void pathChosen(const QString& path);
    /// The file is not where it was: the person is to say where it is.
    void locateWanted(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* recentPart();
    void showMissing(const QStringList& paths);
    void showMenu(const QPoint& at);
    void choose();
    void open(const QListWidgetItem& item);

    Settings& m_settings;
    JobList& m_jobs;
    std::uint64_t m_looks = 0; ///< number of the last look for the files
    QWidget* m_zone; ///< where to drop a dataset
    PlainLabel* m_drop;
    QPushButton* m_open;
    QPushButton* m_sample;
    PlainLabel* m_recentTitle;
    QListWidget* m_recent;
    QPushButton* m_clear;
};

} // namespace cupel::ui
