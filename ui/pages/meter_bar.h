#pragma once

#include <QWidget>

namespace cupel::ui {

/// A share as a bar. The words beside it say the same.
class MeterBar : public QWidget {
    Q_OBJECT

public:
    /// `share` from 0 to 1.
    explicit MeterBar(double share, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share;
};

} // namespace cupel::ui
