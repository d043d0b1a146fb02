#pragma once

#include <QString>
#include <QStyledItemDelegate>

namespace cupel::ui {

/// Lets the person choose among what a model gives for TableModel::ChoicesRole.
class ChoiceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `none` stands for the choice "".
    ChoiceDelegate(QString name, QString none, QObject* parent);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(
        QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

private:
    QString m_name; ///< what is chosen, for assistive programs
    QString m_none;
};

} // namespace cupel::ui
