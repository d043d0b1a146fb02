#pragma once

#include <QLabel>

namespace cupel::ui {

/// A label that shows its text as it is. A QLabel would take what looks like markup for markup, and
/// load what it names.
class PlainLabel : public QLabel {
    Q_OBJECT

public:
    enum class Look { Body, Small, Heading, Title };

    explicit PlainLabel(
        const QString& text = {}, Look look = Look::Body, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyLook();

    Look m_look;
};

} // namespace cupel::ui
