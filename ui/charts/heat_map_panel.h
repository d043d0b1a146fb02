#pragma once

#include "ui/charts/heat_map.h"
#include "ui/charts/panel_frame.h"

namespace cupel::ui {

class PlainLabel;

/// A heat map with its title, its axes in words, its scale, and the rows that have no place in it.
class HeatMapPanel : public PanelFrame {
    Q_OBJECT

public:
    HeatMapPanel(const ResultTablePtr& table, const HeatMapModel::Order& rows,
        const HeatMapModel::Order& columns, std::int64_t minimumRows, QWidget* parent = nullptr);

    HeatMap& map() { return *m_map; }
    void select(std::size_t tableRow) { m_map->select(tableRow); }

Q_SIGNALS:
    void rowActivated(std::size_t tableRow);

private:
    QString legend(std::int64_t minimumRows) const;
    QString outsideWords(const audits::ResultTable& table) const;

    HeatMap* m_map;
};

} // namespace cupel::ui
