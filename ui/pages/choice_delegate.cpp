#include "ui/pages/choice_delegate.h"

#include <QComboBox>
#include <utility>

#include "ui/models/table_model.h"

namespace cupel::ui {

ChoiceDelegate::ChoiceDelegate(QString name, QString none, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_name(std::move(name))
    , m_none(std::move(none))
{
}

QWidget* ChoiceDelegate::createEditor(
    QWidget* parent, const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const
{
    auto* box = new QComboBox(parent);
    box->setAccessibleName(m_name);
    for (const QString& choice : index.data(TableModel::ChoicesRole).toStringList())
        box->addItem(choice.isEmpty() ? m_none : choice, choice);
    auto* self = const_cast<ChoiceDelegate*>(this);
    connect(box, &QComboBox::activated, self, [self, box] {
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    });
    return box;
}

void ChoiceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* box = qobject_cast<QComboBox*>(editor);
    const QString chosen = index.data(Qt::EditRole).toString();
    if (box->findData(chosen) < 0)
        box->addItem(chosen, chosen); // a role of another program's file
    box->setCurrentIndex(box->findData(chosen));
}

void ChoiceDelegate::setModelData(
    QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    const auto* box = qobject_cast<QComboBox*>(editor);
    model->setData(index, box->currentData(), Qt::EditRole);
}

} // namespace cupel::ui
