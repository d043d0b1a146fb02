#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "ui/charts/result_table_model.h"
#include "ui/pages/metrics_model.h"
#include "ui/pages/page.h"

class QStackedWidget;
class QVBoxLayout;

namespace cupel::ui {

class ChartPanel;
class EmptyState;
class FigurePanel;
class HeatMapPanel;
class MetricsTable;
class ReadingColumn;

/// A page of charts of some audits, with their findings, tables and metrics. It is filled when it
/// is first seen. A mark leads to the rows behind it.
class ChartPage : public Page {
    Q_OBJECT

public:
    explicit ChartPage(QWidget* parent = nullptr);

    void setDataset(const OpenDatasetPtr& dataset) override;
    /// "audit/chart", with a row of its table as mark.
    void reveal(const Target& target) override;

    /// Null where the page has no such chart.
    ChartPanel* chart(const std::string& item) const;
    HeatMapPanel* heatMap(const std::string& item) const;

protected:
    /// What the page says while no dataset is open.
    virtual QString emptyReason() const = 0;
    /// Fill the column; a dataset is open.
    virtual void fill() = 0;

    void showEvent(QShowEvent* event) override;

    const OpenDatasetPtr& dataset() const { return m_dataset; }
    void ensureFilled();
    /// Before everything in the column goes.
    virtual void beforeClear() { }
    QVBoxLayout& column();
    void addHeading(const QString& text);
    void addText(const QString& text);
    void addRemark(const QString& text); ///< smaller
    void addChart(const reports::AuditReport& audit, const charts::ChartSpec& spec);
    void addHeatMap(const reports::AuditReport& audit, const charts::ChartSpec& spec);
    void addTable(const reports::AuditReport& audit, const audits::ResultTable& table);
    /// Nothing where there are none.
    void addFindings(const std::vector<std::string>& audits);
    MetricsTable& addMetrics(const std::vector<std::string>& audits, MetricsModel::Keys keys,
        const std::set<std::string>& hidden);
    /// Why an audit did not complete, as it says itself.
    void addReason(const reports::AuditReport* audit);

    /// Kept alive by the report. Null: no such table.
    ResultTablePtr tableOf(const reports::AuditReport& audit, const std::string& id) const;

private:
    struct FigureState {
        bool isTable = false;
        bool isLog = false;
    };

    void refill();
    void rememberFigures();
    void addFigure(const std::string& item, FigurePanel* panel, const ResultTablePtr& table);
    FigurePanel* figure(const std::string& item) const;
    void scrollBack();
    /// Go to the rows behind a row of a table; false: they cannot be told.
    bool followRow(const audits::ResultTable& table, std::size_t row);

    OpenDatasetPtr m_dataset;
    std::string m_shownName; ///< of the dataset that the column was filled from
    bool m_isStale = true;
    int m_scrollTo = 0; ///< as soon as the column is high enough
    std::map<std::string, FigurePanel*> m_figures; ///< by "audit/chart", maps "audit/chart/map"
    std::map<std::string, FigureState> m_states; ///< as the person left them

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    ReadingColumn* m_reading;
};

} // namespace cupel::ui
