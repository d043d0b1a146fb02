#pragma once

#include <QStyledItemDelegate>

namespace cupel::ui {

inline constexpr int kCellPadding = 8; ///< left and right of a text
inline constexpr int kCellMargin = 4; ///< above and below it

/// Draws the cells of a page's table: lines between rows, names of rows in bold, links, and mini
/// histograms.
class BlockCellDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace cupel::ui
