#pragma once

#include <QWidget>

#include "ui/window/settings.h"

class QListWidget;
class QPushButton;

namespace cupel::ui {

class PlainLabel;

/// What the window shows before a dataset is open: where to drop one, the ways to open one, and
/// those of late.
class StartPage : public QWidget {
    Q_OBJECT

public:
    StartPage(Settings& settings, bool hasSample, QWidget* parent = nullptr);

    /// Read the list of recent datasets again.
    void refresh();

Q_SIGNALS:
    void openWanted();
    void sampleWanted();
    void pathChosen(const QString& path);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* recentPart();
    void showMenu(const QPoint& at);
    void choose();

    Settings& m_settings;
    QWidget* m_zone; ///< where to drop a dataset
    PlainLabel* m_drop;
    QPushButton* m_open;
    QPushButton* m_sample;
    PlainLabel* m_recentTitle;
    QListWidget* m_recent;
    QPushButton* m_clear;
};

} // namespace cupel::ui
