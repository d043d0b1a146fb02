#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

namespace cupel::ui {

/// The rows of a TableModel that hold every word of a text, sorted by their raw values. With an
/// empty text all rows; unsorted, they stand as in the model. What it looks at in a row is asked
/// for once, since a model makes its texts anew each time.
class TextFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit TextFilter(QObject* parent = nullptr);

    void setText(const QString& text);
    bool isFiltering() const { return !m_words.isEmpty(); }
    void setSourceModel(QAbstractItemModel* model) override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    /// What a row is sorted by; a null text: something else than a text.
    using Texts = std::vector<std::optional<QString>>;
    void forget();
    const QString& searchText(int row) const;
    const QString& sortText(const QModelIndex& index) const;

    QStringList m_words;
    std::unique_ptr<QObject> m_listener; ///< to the model
    mutable Texts m_searchTexts; ///< by row of the model, as far as they were asked for
    mutable Texts m_sortTexts; ///< of one column
    mutable int m_sortColumn = -1;
};

} // namespace cupel::ui
