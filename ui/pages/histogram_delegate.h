#pragma once

#include <QStyledItemDelegate>

namespace cupel::ui {

/// Draws the small histogram that a model gives for TableModel::HistogramRole.
class HistogramDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace cupel::ui
