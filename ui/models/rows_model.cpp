#include "ui/models/rows_model.h"

#include <QApplication>
#include <QFont>
#include <algorithm>

#include "core/base/cut_text.h"
#include "ui/theme/colors.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

/// Cells that are kept in memory; a few screens of rows in any case.
constexpr std::size_t kCellsKept = 400'000;
constexpr std::size_t kLeastRowsKept = 128;
constexpr std::size_t kMostRowsKept = 4'096;
constexpr std::size_t kBytesPerCharacter = 4;

} // namespace

QString cellPreview(const std::string& cell)
{
    constexpr auto kMost = static_cast<std::size_t>(RowsModel::kPreviewCharacters);
    QString text = shown(base::cutText(cell, kMost * kBytesPerCharacter));
    if (text.size() > RowsModel::kPreviewCharacters) {
        text.truncate(RowsModel::kPreviewCharacters - 1);
        if (text.back().isHighSurrogate())
            text.chop(1);
        text += QChar(0x2026);
    }
    return text;
}

RowsModel::RowsModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void RowsModel::forget()
{
    m_kept.clear();
    m_keptByRow.clear();
}

void RowsModel::setTable(std::shared_ptr<const table::Table> table)
{
    beginResetModel();
    m_table = std::move(table);
    m_rows = m_table ? std::make_shared<const RowNumbers>(RowNumbers::all(m_table->rows)) : nullptr;
    m_page = 0;
    m_marked.reset();
    m_hasFailed = false;
    forget();
    endResetModel();
}

void RowsModel::setRows(RowNumbersPtr rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_page = 0;
    endResetModel();
}

void RowsModel::setPage(std::uint64_t page)
{
    const std::uint64_t wanted = std::min(page, pages() - 1);
    if (wanted == m_page)
        return;
    beginResetModel();
    m_page = wanted;
    endResetModel();
}

void RowsModel::setMarkedColumn(const std::string& column)
{
    const auto found = m_table ? m_table->find(column) : std::nullopt;
    m_marked = found ? std::optional<int>(static_cast<int>(*found)) : std::nullopt;
    if (rowCount() > 0 && columnCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
}

std::uint64_t RowsModel::pages() const
{
    const std::uint64_t count = m_rows ? m_rows->count() : 0;
    return std::max<std::uint64_t>((count + kRowsPerPage - 1) / kRowsPerPage, 1);
}

std::uint64_t RowsModel::tableRow(int row) const
{
    return m_rows->at(m_page * kRowsPerPage + static_cast<std::uint64_t>(row));
}

std::size_t RowsModel::mostKept() const
{
    const std::size_t columns = std::max<std::size_t>(m_table->columns.size(), 1);
    return std::clamp(kCellsKept / columns, kLeastRowsKept, kMostRowsKept);
}

std::shared_ptr<const table::Row> RowsModel::read(int row) const
{
    const std::uint64_t number = tableRow(row);
    if (const auto found = m_keptByRow.find(number); found != m_keptByRow.end()) {
        m_kept.splice(m_kept.begin(), m_kept, found->second);
        return m_kept.front().cells;
    }
    if (!m_table->source || m_hasFailed)
        return nullptr;
    auto cells = m_table->source->row(number);
    if (!cells) {
        m_hasFailed = true;
        // A view is in the middle of painting: tell it later.
        auto* self = const_cast<RowsModel*>(this);
        QMetaObject::invokeMethod(
            self, [self, error = cells.error()] { Q_EMIT self->failed(error); },
            Qt::QueuedConnection);
        return nullptr;
    }
    cells->cells.resize(m_table->columns.size());
    m_kept.push_front({number, std::make_shared<const table::Row>(std::move(*cells))});
    m_keptByRow[number] = m_kept.begin();
    if (m_kept.size() > mostKept()) {
        m_keptByRow.erase(m_kept.back().row);
        m_kept.pop_back();
    }
    return m_kept.front().cells;
}

QString RowsModel::widestRowHeader() const
{
    return rowCount() > 0 ? rowHeader(rowCount() - 1).toString() : QString();
}

bool RowsModel::isMissing(int column, const std::string& cell) const
{
    if (cell.empty())
        return true;
    const auto& tokens = m_table->columns[static_cast<std::size_t>(column)].nullTokens;
    return std::find(tokens.begin(), tokens.end(), cell) != tokens.end();
}

int RowsModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid() || !m_rows)
        return 0;
    const std::uint64_t before = m_page * kRowsPerPage;
    return static_cast<int>(std::min(m_rows->count() - before, kRowsPerPage));
}

int RowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_table ? 0 : static_cast<int>(m_table->columns.size());
}

QVariant RowsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::TextAlignmentRole: {
        const auto column = static_cast<std::size_t>(index.column());
        const bool isNumber = table::isNumeric(m_table->columns[column].type);
        const Qt::Alignment side = isNumber ? Qt::AlignRight : Qt::AlignLeft;
        return QVariant::fromValue(static_cast<int>(side | Qt::AlignVCenter));
    }
    case Qt::BackgroundRole: {
        if (index.column() != m_marked)
            return {};
        QColor mark = colorsFor(QApplication::palette()).warning;
        mark.setAlphaF(0.16F);
        return mark;
    }
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
    case Qt::ForegroundRole:
    case Qt::FontRole:
        break;
    default:
        return {};
    }
    const RowPtr row = read(index.row());
    if (!row)
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("–")) : QVariant();
    return cellData(row->cells[static_cast<std::size_t>(index.column())], index.column(), role);
}

QVariant RowsModel::cellData(const std::string& cell, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cell.empty() ? tr("missing") : cellPreview(cell);
    case Qt::ToolTipRole: {
        if (cell.empty())
            return {};
        const QString text = cellPreview(cell);
        return toolTip(isMissing(column, cell) ? tr("%1 (counts as missing)").arg(text) : text);
    }
    case Qt::ForegroundRole:
        if (isMissing(column, cell))
            return colorsFor(QApplication::palette()).soft;
        return {};
    case Qt::FontRole:
        if (cell.empty()) {
            QFont font = QApplication::font();
            font.setItalic(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant RowsModel::rowHeader(int section) const
{
    const RowPtr row = read(section);
    const QString number = counted(static_cast<std::int64_t>(tableRow(section)) + 1);
    if (!row)
        return number;
    return tr("%1 · line %2").arg(number, counted(static_cast<std::int64_t>(row->line)));
}

QVariant RowsModel::columnHeader(int section, int role) const
{
    const table::Column& column = m_table->columns[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return cellPreview(column.name);
    case Qt::ToolTipRole:
        return toolTip(tr("%1 (%2)").arg(cellPreview(column.name), shown(typeName(column.type))));
    case Qt::TextAlignmentRole: {
        const Qt::Alignment side = table::isNumeric(column.type) ? Qt::AlignRight : Qt::AlignLeft;
        return QVariant::fromValue(static_cast<int>(side | Qt::AlignVCenter));
    }
    case Qt::FontRole:
        if (section == m_marked) {
            QFont font = QApplication::font();
            font.setBold(true);
            return font;
        }
        return {};
    default:
        return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0)
        return {};
    if (orientation == Qt::Horizontal)
        return section < columnCount() ? columnHeader(section, role) : QVariant();
    if (section >= rowCount() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return rowHeader(section);
}

} // namespace cupel::ui
