#pragma once

#include <QTableView>
#include <QWidget>

#include "ui/pages/metrics_model.h"

class QCheckBox;
class QSortFilterProxyModel;

namespace cupel::ui {

/// The metrics that are looked at first, or all of them.
class MetricsTable : public QWidget {
    Q_OBJECT

public:
    explicit MetricsTable(QWidget* parent = nullptr);

    MetricsModel& metrics() { return *m_model; }
    QTableView& view() { return *m_view; }
    QCheckBox& all() { return *m_all; }
    /// After the model changed.
    void fit();

private:
    void copy();

    MetricsModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QTableView* m_view;
    QCheckBox* m_all;
};

} // namespace cupel::ui
