#include "ui/pages/rows_view.h"

#include <algorithm>
#include <set>

namespace cupel::ui {
namespace {

/// Columns and rows whose texts decide about widths.
constexpr int kColumnsFitted = 60;
constexpr int kRowsFitted = 20;
constexpr int kLeastCharacters = 6;
constexpr int kUsualCharacters = 14;
constexpr int kMostCharacters = 40;

} // namespace

RowHeader::RowHeader(const RowsModel& model, QWidget* parent)
    : QHeaderView(Qt::Vertical, parent)
    , m_model(model)
{
    setSectionsClickable(true);
    setHighlightSections(true);
    setSectionResizeMode(QHeaderView::Fixed);
    setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setDefaultSectionSize(fontMetrics().lineSpacing() * 3 / 2);
}

QSize RowHeader::sizeHint() const
{
    const QString widest = m_model.widestRowHeader();
    return {fontMetrics().horizontalAdvance(widest) + fontMetrics().averageCharWidth() * 3,
        defaultSectionSize()};
}

RowsView::RowsView(RowsModel& model, QWidget* parent)
    : QTableView(parent)
    , m_model(model)
{
    setVerticalHeader(new RowHeader(model, this));
    setModel(&model);
    setAccessibleName(tr("Rows"));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setResizeContentsPrecision(0);
    horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * kUsualCharacters);
}

void RowsView::fitColumns()
{
    const int columns = std::min(m_model.columnCount(), kColumnsFitted);
    const int rows = std::min(m_model.rowCount(), kRowsFitted);
    const int character = fontMetrics().averageCharWidth();
    const int padding = character * 3;
    QFont chosen = horizontalHeader()->font();
    chosen.setBold(true); // the name of the column where the person is
    const QFontMetrics names(chosen);
    for (int column = 0; column < columns; ++column) {
        const QString name = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        int width = names.horizontalAdvance(name);
        for (int row = 0; row < rows; ++row)
            width = std::max(width,
                fontMetrics().horizontalAdvance(m_model.index(row, column).data().toString()));
        setColumnWidth(column,
            std::clamp(width + padding, character * kLeastCharacters, character * kMostCharacters));
    }
}

RowsSelection RowsView::selected() const
{
    std::set<int> columns;
    QItemSelection ranges = selectionModel()->selection();
    if (ranges.isEmpty() && currentIndex().isValid())
        ranges.select(currentIndex(), currentIndex());
    std::set<int> rows;
    for (const QItemSelectionRange& range : ranges) {
        for (int column = range.left(); column <= range.right(); ++column)
            columns.insert(column);
        // One more than can be copied shows that there are more.
        for (int row = range.top(); row <= range.bottom() && rows.size() <= kMostCopiedRows; ++row)
            rows.insert(row);
    }
    RowsSelection selection;
    for (const int row : rows)
        selection.rows.push_back(m_model.tableRow(row));
    for (const int column : columns)
        selection.columns.push_back(static_cast<std::size_t>(column));
    return selection;
}

} // namespace cupel::ui
