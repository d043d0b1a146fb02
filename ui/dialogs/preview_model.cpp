#include "ui/dialogs/preview_model.h"

#include <algorithm>
#include <utility>

#include "core/reports/text_forms.h"
#include "ui/dialogs/column_reading.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr std::size_t kCellColumns = 200; ///< of a terminal, that a cell shows

} // namespace

void PreviewModel::setPreview(std::shared_ptr<const readers::CsvPreview> preview)
{
    beginResetModel();
    m_preview = std::move(preview);
    m_rows.clear();
    if (m_preview) {
        const std::uint64_t rows = std::min(m_preview->file.table.rows, kMostRows);
        for (std::uint64_t i = 0; i < rows; ++i) {
            auto row = m_preview->file.table.source->row(i);
            if (!row)
                break;
            m_rows.push_back(std::move(*row));
        }
    }
    endResetModel();
}

void PreviewModel::setTypes(const std::map<std::string, std::string>& types)
{
    if (types == m_types)
        return;
    m_types = types;
    if (columnCount() > 0)
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int PreviewModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PreviewModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_preview)
        return 0;
    return static_cast<int>(std::min<std::size_t>(
        m_preview->file.table.columns.size(), static_cast<std::size_t>(kMostColumns)));
}

QVariant PreviewModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto& cells = m_rows[static_cast<std::size_t>(index.row())].cells;
    const auto column = static_cast<std::size_t>(index.column());
    if (column >= cells.size())
        return {};
    if (role == Qt::DisplayRole)
        return shown(reports::shortened(cells[column], kCellColumns));
    if (role == Qt::AccessibleTextRole)
        return cells[column].empty() ? tr("missing") : shown(cells[column]);
    return {};
}

QVariant PreviewModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (!m_preview)
        return {};
    if (orientation == Qt::Vertical) {
        if (role != Qt::DisplayRole)
            return {};
        return counted(static_cast<std::int64_t>(m_rows[static_cast<std::size_t>(section)].line));
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeading | Qt::AlignVCenter));
    const table::Column& column = m_preview->file.table.columns[static_cast<std::size_t>(section)];
    const auto given = m_types.find(column.name);
    const QString type = given == m_types.end() ? shown(table::typeName(column.type))
                                                : tr("%1 (chosen)").arg(shown(given->second));
    if (role == Qt::ToolTipRole)
        return toolTip(QStringLiteral("%1\n%2").arg(shown(column.name), typeEvidence(column)));
    if (role == Qt::DisplayRole) {
        return QStringLiteral("%1\n%2").arg(
            shown(reports::shortened(column.name, kCellColumns)), type);
    }
    return {};
}

} // namespace cupel::ui
