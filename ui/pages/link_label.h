#pragma once

#include "ui/theme/plain_label.h"

class QPainter;

namespace cupel::ui {

/// A plain text that leads somewhere: a click, Enter or Space follows it. Its text can still be
/// selected with the mouse.
class LinkLabel : public PlainLabel {
    Q_OBJECT

public:
    enum class Style {
        Link, ///< in the colour of links
        /// In the colour of text, with a mark at its end: for whole sentences, whose lines are no
        /// longer than what reads well, however wide the row is.
        Row,
    };
    explicit LinkLabel(const QString& text, Style style = Style::Link, QWidget* parent = nullptr);

    /// A word that stands before the mark of a row where there is room for it beside the sentence.
    void setAside(const QString& word);
    const QString& aside() const { return m_aside; }
    int heightForWidth(int width) const override;

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
    void resizeEvent(QResizeEvent* event) override;

private:
    void showUnderline(bool isShown);
    void drawEnd(QPainter& painter) const;
    int asideRoom() const;
    int endRoom(int width) const;

    Style m_style;
    QString m_aside;
};

} // namespace cupel::ui
