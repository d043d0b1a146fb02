#pragma once

#include <QString>
#include <bitset>
#include <optional>

#include "ui/models/findings_model.h"
#include "ui/models/text_filter.h"

namespace cupel::ui {

/// Findings by text, by class, by area and by whether somebody decided about them. Without a choice
/// of classes all of them are shown.
class FindingsFilter : public TextFilter {
    Q_OBJECT

public:
    using TextFilter::TextFilter;
    using Classes = std::bitset<FindingsModel::kClasses>;

    void setClasses(const Classes& classes);
    /// Empty: all areas.
    void setArea(const QString& area);
    /// None: all findings.
    void setReviewed(std::optional<bool> isReviewed);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Classes m_classes;
    QString m_area;
    std::optional<bool> m_isReviewed;
};

} // namespace cupel::ui
