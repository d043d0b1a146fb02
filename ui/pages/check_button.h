#pragma once

#include <QAbstractListModel>
#include <QToolButton>
#include <set>

class QFrame;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace cupel::ui {

/// Names to tick.
class CheckModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setNames(const QStringList& names, const std::set<int>& checked);
    const QStringList& names() const { return m_names; }
    const std::set<int>& checked() const { return m_checked; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void checkedChanged();

private:
    QStringList m_names;
    std::set<int> m_checked;
};

/// A button that opens a list of names to tick, with a field to find some of many. It shows those
/// that are ticked.
class CheckButton : public QToolButton {
    Q_OBJECT

public:
    explicit CheckButton(QWidget* parent = nullptr);

    /// What stands on the button where nothing is ticked.
    void setNothingText(const QString& text);
    void setNames(const QStringList& names, const std::set<int>& checked);
    const std::set<int>& checked() const { return m_model->checked(); }
    CheckModel& model() { return *m_model; }
    void openList();
    QListView& list() { return *m_list; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void checkedChanged();

private:
    void makePopup();
    void updateText();
    void toggle(const QModelIndex& index);

    CheckModel* m_model;
    QSortFilterProxyModel* m_filtered;
    QFrame* m_popup;
    QLineEdit* m_search;
    QListView* m_list;
    QString m_nothing;
    bool m_wasToggled = false; ///< by the box itself, since the mouse was pressed
};

} // namespace cupel::ui
