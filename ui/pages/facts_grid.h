#pragma once

#include <QWidget>
#include <vector>

#include "core/reports/page.h"

namespace cupel::ui {

/// Names with values, side by side. What is to be typed or copied stands in a font of equal widths.
class FactsGrid : public QWidget {
    Q_OBJECT

public:
    explicit FactsGrid(const std::vector<reports::KeyValues::Row>& rows, QWidget* parent = nullptr);
};

} // namespace cupel::ui
