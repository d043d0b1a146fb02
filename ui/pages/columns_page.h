#pragma once

#include <QPointer>
#include <string>

#include "ui/models/columns_model.h"
#include "ui/models/text_filter.h"
#include "ui/pages/page.h"

class QDialog;
class QLineEdit;
class QMenu;
class QTableView;

namespace cupel::ui {

class ColumnDetails;
class ListAndDetails;
class PlainLabel;
class TableLayout;

/// What do the columns hold, and what part do they play?
class ColumnsPage : public Page {
    Q_OBJECT

public:
    explicit ColumnsPage(QWidget* parent = nullptr);

    PageId id() const override { return PageId::Columns; }
    QString title() const override;
    void setDataset(const OpenDatasetPtr& dataset) override;
    /// `item` is the name of a column.
    void reveal(const Target& target) override;
    QByteArray layoutState() const override;
    void restoreLayout(const QByteArray& state) override;

Q_SIGNALS:
    /// The person wants the file to be read with this type of a column; empty: with the one that
    /// its cells have.
    void typeChosen(const std::string& column, const std::string& type);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setUpTable();
    void showState();
    void showCurrent();
    void activate(const QModelIndex& index);
    void edit(int column);
    void openMenu(const QPoint& position);
    void addChoices(QMenu& menu, int column);
    void showRows();
    void comment();
    void select(int row);

    ColumnsModel* m_model;
    TextFilter* m_filter;
    QLineEdit* m_text;
    PlainLabel* m_count;
    QTableView* m_table;
    ColumnDetails* m_details;
    ListAndDetails* m_parts = nullptr;
    TableLayout* m_layout = nullptr;
    QPointer<QDialog> m_dialog;
};

} // namespace cupel::ui
