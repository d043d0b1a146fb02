#pragma once

#include "ui/charts/figure_panel.h"
#include "ui/charts/heat_map.h"

namespace cupel::ui {

/// A heat map as a figure, with its axes in words, its scale, and the rows that have no place in
/// it.
class HeatMapPanel : public FigurePanel {
    Q_OBJECT

public:
    /// `id`: of the figure.
    HeatMapPanel(const std::string& id, const ResultTablePtr& table,
        const HeatMapModel::Order& rows, const HeatMapModel::Order& columns,
        std::int64_t minimumRows, QWidget* parent = nullptr);

    HeatMap& map() { return *m_map; }

protected:
    bool mark(std::optional<std::size_t> tableRow) override;
    std::optional<std::size_t> markedRow() const override;
    Picture figurePicture() override;
    void tableShown(bool) override { }

private:
    HeatMapPanel(const std::string& id, const ResultTablePtr& table, HeatMap* map, QWidget* parent);

    QString axes() const;
    QString legend(std::int64_t minimumRows) const;
    QString outsideWords() const;

    HeatMap* m_map;
};

} // namespace cupel::ui
