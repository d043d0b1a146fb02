#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <set>

class QHeaderView;
class QTableView;

namespace cupel::ui {

/// The columns of a table as a person arranges them: moved, of other widths, sorted, and hidden
/// with the menu of the header (Ctrl+Shift+L in the table). One column takes the room that the
/// others leave, until somebody gives it another width.
class TableLayout : public QObject {
    Q_OBJECT

public:
    /// `wide`: the column that takes what is left, and at least so many pixels. `own`: columns that
    /// the page itself shows and hides.
    TableLayout(QTableView& view, int wide, int least, std::set<int> own = {});

    QByteArray state() const;
    /// Arrange the columns so again. What is no state of a table of so many columns changes
    /// nothing.
    void restore(const QByteArray& state);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fit();
    void resized(int column);
    void openMenu(const QPoint& position);
    int shownColumns() const;

    QTableView& m_view;
    QHeaderView& m_header;
    int m_wide;
    int m_least;
    std::set<int> m_own;
    bool m_isGiven = false; ///< the wide column has a width that somebody gave it
    bool m_isFitting = false;
};

/// Several states as one, and back. Bytes that are no such states give none.
QByteArray packLayout(const QList<QByteArray>& parts);
QList<QByteArray> unpackLayout(const QByteArray& bytes, qsizetype parts);

} // namespace cupel::ui
