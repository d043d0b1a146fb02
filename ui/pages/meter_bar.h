#pragma once

#include <QWidget>

class QGridLayout;

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

/// Add a row to a grid: a name, the bar, what it shows in words.
void addMeter(QGridLayout& grid, const QString& name, double share, const QString& words);

} // namespace cupel::ui
