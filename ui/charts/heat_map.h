#pragma once

#include <QTableView>

#include "ui/charts/heat_map_model.h"

namespace cupel::ui {

/// Subgroups of two columns, coloured by their rate; the rate and its rows stand in each cell.
class HeatMap : public QTableView {
    Q_OBJECT

public:
    explicit HeatMap(QWidget* parent = nullptr);

    HeatMapModel& cells() { return *m_model; }
    /// Fit the columns to what the model holds now.
    void fit();
    /// False where the row has no place in the map.
    bool select(std::optional<std::size_t> tableRow);
    std::optional<std::size_t> selectedRow() const; ///< of the table

    /// All of it, with its headings, also what is scrolled away.
    QSize wholeSize() const;
    void paintWhole(QPainter& painter) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A cell with rows was clicked, or Enter pressed on it.
    void rowActivated(std::size_t tableRow);
    /// The person wants the figures as a table (T).
    void tableAsked();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void choose(const QModelIndex& index);

    HeatMapModel* m_model;
};

} // namespace cupel::ui
