#pragma once

#include <QHeaderView>
#include <QTableView>

#include "core/reports/page.h"

namespace cupel::ui {

class BlockTableModel;

/// A head of a table in the look of a page: words over a line.
class PageHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit PageHeader(Qt::Orientation orientation, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;
};

/// A table of a page, as high as its rows; a long one scrolls. Ctrl+C copies the cells that are
/// selected, tabs between them.
class BlockTable : public QTableView {
    Q_OBJECT

public:
    explicit BlockTable(const reports::Table& table, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A cell that leads there was clicked, or Enter pressed on it.
    void linkActivated(const QString& anchor);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void measureColumns();
    void fit();
    void follow(const QModelIndex& index);
    void copySelection() const;

    BlockTableModel* m_model;
    std::vector<int> m_natural; ///< widths of the columns if there is room
    int m_height = 0;
    int m_fittedWidth = -1;
};

} // namespace cupel::ui
