#pragma once

#include <QFrame>
#include <functional>

#include "core/base/result.h"
#include "core/reports/page.h"

class QLabel;
class QPushButton;
class QToolButton;

namespace cupel::ui {

class PlainLabel;

/// What failed or was done, above the pages: what happened, why, what to do, and one action. It
/// stays until it is closed or another message takes its place.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// `what` could not be done: "Open adult.csv".
    void showError(const QString& what, const base::Error& error);
    /// Something was done; the action takes it back or goes on.
    void showDone(
        const QString& text, const QString& actionText = {}, std::function<void()> action = {});

protected:
    void changeEvent(QEvent* event) override;

private:
    void show(reports::Tone tone, const QString& text, const QString& details);
    void restyle();

    reports::Tone m_tone = reports::Tone::Note;
    QString m_whole; ///< for the clipboard
    QLabel* m_icon;
    PlainLabel* m_text;
    PlainLabel* m_details;
    QPushButton* m_action;
    QPushButton* m_copy;
    QToolButton* m_close;
    std::function<void()> m_act;
};

} // namespace cupel::ui
