#pragma once

#include "ui/theme/plain_label.h"

namespace cupel::ui {

/// A plain text that leads somewhere: a click, Enter or Space follows it. Its text can still be
/// selected with the mouse.
class LinkLabel : public PlainLabel {
    Q_OBJECT

public:
    enum class Style {
        Link, ///< in the colour of links
        Row, ///< in the colour of text, with a mark at its end: for whole sentences
    };
    explicit LinkLabel(const QString& text, Style style = Style::Link, QWidget* parent = nullptr);

public Q_SLOTS:
    void activate();

Q_SIGNALS:
    void activated();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showUnderline(bool isShown);

    Style m_style;
};

} // namespace cupel::ui
