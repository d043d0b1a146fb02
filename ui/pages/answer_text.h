#pragma once

#include <QPlainTextEdit>

namespace cupel::ui {

/// A field for plain text of several lines, which grows with what is written in it. Tab leaves it.
class AnswerText : public QPlainTextEdit {
    Q_OBJECT

public:
    /// `lines`: how high it is at least.
    explicit AnswerText(const QString& text, int lines, QWidget* parent = nullptr);

    /// Put a text in the place of what is written, as an edit that the field can undo.
    void replaceText(const QString& text);

protected:
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();

    int m_lines;
};

} // namespace cupel::ui
