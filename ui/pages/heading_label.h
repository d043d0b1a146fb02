#pragma once

#include "ui/theme/plain_label.h"

namespace cupel::ui {

/// A heading of a page: level 2 for parts, 3 and 4 inside them. Assistive programs are told so.
class HeadingLabel : public PlainLabel {
    Q_OBJECT

public:
    explicit HeadingLabel(const QString& text, int level = 2, QWidget* parent = nullptr);

    int level() const { return m_level; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    int m_level;
};

} // namespace cupel::ui
