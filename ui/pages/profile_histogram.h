#pragma once

#include <QWidget>
#include <optional>

#include "core/table/column.h"

namespace cupel::ui {

/// The histogram of a number column with its axis. The summary is its accessible description; the
/// bin under the mouse, or the one that the arrow keys point to, is said below. A click on it, or
/// Enter, chooses it.
class ProfileHistogram : public QWidget {
    Q_OBJECT

public:
    explicit ProfileHistogram(QWidget* parent = nullptr);

    void setNumbers(const table::NumberSummary& numbers);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// "18 to 20: 1,234 rows"; empty: no bin is pointed to.
    void pointed(const QString& words);
    /// Numbers from `low` to below `high`; none: to the largest one.
    void binChosen(double low, std::optional<double> high);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRectF plot() const;
    int binAt(const QPointF& position) const;
    void point(int bin);
    void choose();

    table::NumberSummary m_numbers;
    int m_bin = -1;
};

} // namespace cupel::ui
