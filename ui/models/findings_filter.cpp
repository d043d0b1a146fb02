#include "ui/models/findings_filter.h"

namespace cupel::ui {

void FindingsFilter::setClasses(const Classes& classes)
{
    if (classes == m_classes)
        return;
    m_classes = classes;
    invalidateFilter();
}

void FindingsFilter::setArea(const QString& area)
{
    if (area == m_area)
        return;
    m_area = area;
    invalidateFilter();
}

void FindingsFilter::setReviewed(std::optional<bool> isReviewed)
{
    if (isReviewed == m_isReviewed)
        return;
    m_isReviewed = isReviewed;
    invalidateFilter();
}

bool FindingsFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const auto one = static_cast<std::size_t>(index.data(FindingsModel::ClassRole).toInt());
    if (m_classes.any() && !m_classes.test(one))
        return false;
    if (!m_area.isEmpty() && index.data(FindingsModel::AreaRole).toString() != m_area)
        return false;
    if (m_isReviewed && index.data(FindingsModel::ReviewedRole).toBool() != *m_isReviewed)
        return false;
    return TextFilter::filterAcceptsRow(row, parent);
}

} // namespace cupel::ui
