#pragma once

#include <QHeaderView>

namespace cupel::ui {

/// The names and types above the first rows of a file: each line that is too long ends in dots.
class PreviewHeader : public QHeaderView {
    Q_OBJECT

public:
    explicit PreviewHeader(QWidget* parent = nullptr);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader* option, int logicalIndex) const override;
};

} // namespace cupel::ui
