#pragma once

#include "ui/charts/chart_image.h"
#include "ui/charts/chart_view.h"
#include "ui/charts/panel_frame.h"

class QMenu;
class QToolButton;

namespace cupel::ui {

class PlainLabel;
class TableTwin;

/// A chart with its title, its table, and ways to take it along. The table is the same facts for
/// whoever reads numbers, or cannot see the chart.
class ChartPanel : public PanelFrame {
    Q_OBJECT

public:
    ChartPanel(const charts::ChartSpec& spec, ResultTablePtr table, QWidget* parent = nullptr);

    const charts::ChartSpec& spec() const { return m_spec; }
    const audits::ResultTable& table() const { return *m_table; }
    ChartView& chart() { return *m_chart; }
    TableTwin& twin(); ///< made when it is first asked for

    void setTableShown(bool isShown);
    bool isTableShown() const;
    void setLog(bool isLog);
    bool isLog() const { return m_chart->scale() == ChartScale::Log; }
    /// Point out a row of the table, in the chart or, where that has no mark for it, in the table.
    void highlight(std::optional<std::size_t> tableRow);
    /// A remark below the chart until the next one; empty: none.
    void say(const QString& remark);

    /// Title and chart.
    Picture picture();
    QByteArray csv() const;
    /// Write what the ending of the path says: .svg, .csv, else a PNG. Says below the chart what
    /// became of it.
    void saveTo(const QString& path);

Q_SIGNALS:
    /// A mark of the chart, or a row of the table, was chosen.
    void rowActivated(std::size_t tableRow);

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void makeHeader();
    void makeMenu();
    void toggleTable();
    void copyImage();
    void copySvg();
    void copyCsv();
    void save();

    charts::ChartSpec m_spec;
    ResultTablePtr m_table;
    PlainLabel* m_title;
    ChartView* m_chart;
    TableTwin* m_twin = nullptr;
    PlainLabel* m_remark;
    QToolButton* m_tableButton;
    QToolButton* m_logButton;
    QToolButton* m_exportButton;
    QMenu* m_menu;
};

} // namespace cupel::ui
