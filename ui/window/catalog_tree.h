#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "ui/jobs/workspace.h"

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;

namespace cupel::ui {

/// The datasets of the catalog with what their last run came to, and the columns of the open one.
class CatalogTree : public QWidget {
    Q_OBJECT

public:
    explicit CatalogTree(QWidget* parent = nullptr);

    void setDatasets(const std::vector<ListedDataset>& datasets);
    void setOpen(const OpenDatasetPtr& dataset);
    /// Whether datasets can be removed.
    void setReadOnly(bool isReadOnly) { m_isReadOnly = isReadOnly; }
    void focusFilter();

Q_SIGNALS:
    void datasetChosen(const std::string& name);
    void columnChosen(const std::string& column);
    void removeWanted(const std::string& name);
    /// Its file is not where it was: the person is to say where it is.
    void locateWanted(const std::string& name);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void fillColumns(QTreeWidgetItem* item);
    void filter(const QString& text);
    void activate(QTreeWidgetItem* item);
    void removeCurrent();

    QLineEdit* m_filter;
    QTreeWidget* m_tree;
    std::vector<ListedDataset> m_datasets;
    OpenDatasetPtr m_open;
    bool m_isReadOnly = false;
};

} // namespace cupel::ui
