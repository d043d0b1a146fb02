#pragma once

#include <set>
#include <string>
#include <vector>

#include "ui/jobs/open_dataset.h"
#include "ui/models/table_model.h"

namespace cupel::ui {

/// Metrics of some audits: each with its value or why it has none, interval, counts and the rows
/// that were left out.
class MetricsModel : public TableModel {
    Q_OBJECT

public:
    enum Column { Name, Of, Value, Interval, Counts, Rows, LeftOut };
    enum MetricRole {
        KeyRole = ModelRole, ///< whether it is one of the few that are looked at first
        ExactRole ///< text to copy
    };
    /// "id" or "id:variant" of the metrics that are looked at first. Of groups, classes and splits
    /// taken alone none is.
    using Keys = std::set<std::string>;

    explicit MetricsModel(QObject* parent = nullptr);

    /// `hidden`: members of subjects that all have alike.
    void setMetrics(const OpenDatasetPtr& dataset, const std::vector<std::string>& audits,
        Keys keys, const std::set<std::string>& hidden);
    const audits::Metric& metric(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;

protected:
    QVariant cell(int row, int column, int role) const override;

private:
    bool isKey(const audits::Metric& metric) const;
    QString display(const audits::Metric& metric, int column) const;
    QString exact(const audits::Metric& metric, int column) const;
    QString help(const audits::Metric& metric, int column) const;
    QVariant sortValue(const audits::Metric& metric, int column) const;

    OpenDatasetPtr m_dataset; ///< keeps the metrics
    std::vector<const audits::Metric*> m_metrics;
    Keys m_keys;
    std::set<std::string> m_hidden;
};

} // namespace cupel::ui
