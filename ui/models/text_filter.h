#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace cupel::ui {

/// The rows of a TableModel that hold every word of a text, sorted by their raw values. With an
/// empty text all rows; unsorted, they stand as in the model.
class TextFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit TextFilter(QObject* parent = nullptr);

    void setText(const QString& text);
    bool isFiltering() const { return !m_words.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList m_words;
};

} // namespace cupel::ui
