#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <set>
#include <vector>

class QHeaderView;
class QTableView;

namespace cupel::ui {

/// The columns of a table as a person arranges them: moved, of other widths, sorted, and hidden
/// with the menu of the header (Ctrl+Shift+L in the table). One column takes the room that the
/// others leave, until somebody gives it another width.
class TableLayout : public QObject {
    Q_OBJECT

public:
    struct Plan {
        int wide = 0; ///< the column that takes what is left
        int least = 0; ///< and at least so many pixels
        /// Where all columns have no room: the last one that is seen without scrolling.
        int lastSeen = 0;
        std::set<int> own; ///< columns that the page itself shows and hides
    };
    /// A column that is as wide as what is in it, within limits in characters.
    struct Fitted {
        int column = 0;
        int least = 0;
        int most = 0;
    };
    TableLayout(QTableView& view, Plan plan);

    /// Give columns the width of what their first rows hold, unless somebody gave one another
    /// width. What is in them now, and whenever this is called again.
    void fitTo(const std::vector<Fitted>& columns);

    QByteArray state() const;
    /// Arrange the columns so again. What is no state of a table of so many columns changes
    /// nothing.
    void restore(const QByteArray& state);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
    void resized(int column, int from, int to);
    int roomOfOthers(int last) const;
    void openMenu(const QPoint& position);
    int shownColumns() const;

    QTableView& m_view;
    QHeaderView& m_header;
    Plan m_plan;
    bool m_isGiven = false; ///< the wide column has a width that somebody gave it
    bool m_isArranged = false; ///< another one has
    bool m_isFitting = false;
};

/// Several states as one, and back. Bytes that are no such states give none.
QByteArray packLayout(const QList<QByteArray>& parts);
QList<QByteArray> unpackLayout(const QByteArray& bytes, qsizetype parts);

} // namespace cupel::ui
