#pragma once

#include <QFrame>
#include <functional>
#include <vector>

#include "core/base/result.h"
#include "core/reports/page.h"

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace cupel::ui {

class PlainLabel;

/// What a person can do about a message.
struct MessageAction {
    QString text;
    std::function<void()> run;
};

/// What failed or was done, above the pages: what happened, why, what to try, and what can be done
/// about it with a press. It stays until it is closed or another message takes its place.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    /// `what` could not be done: "Open adult.csv". `more`: further lines.
    void showError(const QString& what, const base::Error& error,
        const std::vector<MessageAction>& actions = {}, const QString& more = {});
    /// Something was done; the action takes it back or goes on.
    void showDone(
        const QString& text, const QString& actionText = {}, std::function<void()> action = {});
    /// Something was done, and there is more to know: `details` in further lines, `whole` for the
    /// clipboard.
    void showDetails(const QString& text, const QString& details, const QString& whole);
    /// Whether something that failed is said now.
    bool isError() const { return !isHidden() && m_tone == reports::Tone::Error; }

    /// Whether a person can close it without doing anything about it.
    void setClosable(bool isClosable);

protected:
    void changeEvent(QEvent* event) override;

private:
    void setActions(const std::vector<MessageAction>& actions);
    void show(reports::Tone tone, const QString& text, const QString& details);
    void restyle();

    reports::Tone m_tone = reports::Tone::Note;
    QString m_whole; ///< for the clipboard
    QLabel* m_icon;
    PlainLabel* m_text;
    PlainLabel* m_details;
    QHBoxLayout* m_actionRow;
    std::vector<QPushButton*> m_actions;
    QPushButton* m_copy;
    QToolButton* m_close;
};

} // namespace cupel::ui
