#pragma once

#include <QStackedWidget>
#include <initializer_list>

class QSplitter;
class QTableView;

namespace cupel::ui {

class EmptyState;

/// A list to choose one thing from, and beside it the details of that; or, in its place, why there
/// is nothing to choose from.
class ListAndDetails : public QStackedWidget {
    Q_OBJECT

public:
    /// Sets the list up: whole rows, one at a time, sorted by its heads, with the keys of lists.
    /// Its model is there already.
    explicit ListAndDetails(QTableView* list, QWidget* parent = nullptr);

    /// `above` stands over the list; `room` is that of the details in characters.
    void compose(std::initializer_list<QWidget*> above, QWidget* details, int room);
    /// Of `all` things `shown` pass the filters.
    void showCounts(int all, int shown);
    /// Show or hide the details. What had the focus in them gives it to the list.
    void toggleDetails();

    EmptyState& empty() { return *m_empty; } ///< for no thing at all
    EmptyState& noMatch() { return *m_noMatch; } ///< for none that passes the filters
    QSplitter& splitter() { return *m_splitter; }

private:
    QTableView* m_list;
    EmptyState* m_empty;
    EmptyState* m_noMatch;
    QStackedWidget* m_matches; ///< that nothing matches, or the list
    QSplitter* m_splitter;
};

} // namespace cupel::ui
