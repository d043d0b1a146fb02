#pragma once

#include "ui/charts/chart_view.h"
#include "ui/charts/figure_panel.h"

namespace cupel::ui {

/// A chart as a figure; counts can be drawn in powers of ten.
class ChartPanel : public FigurePanel {
    Q_OBJECT

public:
    ChartPanel(const charts::ChartSpec& spec, ResultTablePtr table, QWidget* parent = nullptr);

    const charts::ChartSpec& spec() const { return m_spec; }
    ChartView& chart() { return *m_chart; }
    void setLog(bool isLog);
    bool isLog() const { return m_chart->scale() == ChartScale::Log; }

protected:
    bool mark(std::optional<std::size_t> tableRow) override;
    std::optional<std::size_t> markedRow() const override;
    Picture figurePicture() override;
    void tableShown(bool isShown) override;

private:
    ChartPanel(
        const charts::ChartSpec& spec, ResultTablePtr table, ChartView* chart, QWidget* parent);

    charts::ChartSpec m_spec;
    ChartView* m_chart;
    QToolButton* m_logButton;
};

} // namespace cupel::ui
