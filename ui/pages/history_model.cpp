#include "ui/pages/history_model.h"

#include <QDateTime>
#include <QLocale>
#include <utility>

#include "ui/pages/text_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

HistoryModel::HistoryModel(QObject* parent)
    : TableModel(
        {{tr("When"), tr("In your time zone")}, {tr("Who")}, {tr("What")}, {tr("Details")}}, parent)
{
}

void HistoryModel::setEntries(std::vector<pipeline::HistoryEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant HistoryModel::cell(int row, int column, int role) const
{
    const pipeline::HistoryEntry& entry = m_entries[static_cast<std::size_t>(row)];
    const QDateTime at = QDateTime::fromSecsSinceEpoch(entry.at.time_since_epoch().count());
    if (role == SortRole && column == When)
        return at;
    if (role == Qt::ToolTipRole && column == Details)
        return shownShort(entry.details);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case When:
        return QLocale().toString(at, QLocale::ShortFormat);
    case Who:
        return entry.who.empty() ? QStringLiteral("–") : shownShort(entry.who);
    case What:
        return shownShort(entry.what);
    case Details:
        return shownShort(entry.details);
    default:
        return {};
    }
}

} // namespace cupel::ui
