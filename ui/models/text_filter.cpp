#include "ui/models/text_filter.h"

#include <algorithm>

#include "ui/models/table_model.h"

namespace cupel::ui {

TextFilter::TextFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(TableModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
    setDynamicSortFilter(true);
}

void TextFilter::setText(const QString& text)
{
    QStringList words = text.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = std::move(words);
    invalidateFilter();
}

void TextFilter::setSourceModel(QAbstractItemModel* model)
{
    forget();
    // It listens before the base does, which sorts and filters at once.
    m_listener = std::make_unique<QObject>();
    const auto listen = [this, model](auto signal) {
        connect(model, signal, m_listener.get(), [this] { forget(); });
    };
    if (model) {
        listen(&QAbstractItemModel::modelReset);
        listen(&QAbstractItemModel::dataChanged);
        listen(&QAbstractItemModel::layoutChanged);
        listen(&QAbstractItemModel::rowsInserted);
        listen(&QAbstractItemModel::rowsRemoved);
        listen(&QAbstractItemModel::rowsMoved);
    }
    QSortFilterProxyModel::setSourceModel(model);
}

void TextFilter::forget()
{
    m_searchTexts.clear();
    m_sortTexts.clear();
    m_sortColumn = -1;
}

const QString& TextFilter::searchText(int row) const
{
    m_searchTexts.resize(static_cast<std::size_t>(sourceModel()->rowCount()));
    auto& text = m_searchTexts[static_cast<std::size_t>(row)];
    if (!text)
        text = sourceModel()->index(row, 0).data(TableModel::SearchRole).toString();
    return *text;
}

const QString& TextFilter::sortText(const QModelIndex& index) const
{
    if (index.column() != m_sortColumn) {
        m_sortTexts.clear();
        m_sortColumn = index.column();
    }
    m_sortTexts.resize(static_cast<std::size_t>(sourceModel()->rowCount()));
    auto& text = m_sortTexts[static_cast<std::size_t>(index.row())];
    if (!text) {
        const QVariant value = index.data(sortRole());
        const bool isText = value.userType() == QMetaType::QString;
        text = isText ? value.toString() : QString();
    }
    return *text;
}

bool TextFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const QString& one = sortText(left);
    const QString& other = sortText(right);
    if (one.isNull() || other.isNull())
        return QSortFilterProxyModel::lessThan(left, right);
    return QString::compare(one, other, sortCaseSensitivity()) < 0;
}

bool TextFilter::filterAcceptsRow(int row, const QModelIndex&) const
{
    if (m_words.isEmpty())
        return true;
    const QString& text = searchText(row);
    return std::all_of(m_words.begin(), m_words.end(),
        [&text](const QString& word) { return text.contains(word); });
}

} // namespace cupel::ui
