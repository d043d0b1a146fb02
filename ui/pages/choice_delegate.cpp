#include "ui/pages/choice_delegate.h"

#include <QComboBox>
#include <utility>

#include "ui/models/table_model.h"

namespace cupel::ui {
namespace {

/// A box that knows whether its list was open.
class ChoiceBox : public QComboBox {
public:
    using QComboBox::QComboBox;

    void showPopup() override
    {
        m_wasOpened = true;
        QComboBox::showPopup();
    }
    bool takeOpened() { return std::exchange(m_wasOpened, false); }

private:
    bool m_wasOpened = false;
};

} // namespace

ChoiceDelegate::ChoiceDelegate(QString name, QString none, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_name(std::move(name))
    , m_none(std::move(none))
{
}

QWidget* ChoiceDelegate::createEditor(
    QWidget* parent, const QStyleOptionViewItem& /*option*/, const QModelIndex& index) const
{
    auto* box = new ChoiceBox(parent);
    box->setAccessibleName(m_name);
    for (const QString& choice : index.data(TableModel::ChoicesRole).toStringList())
        box->addItem(choice.isEmpty() ? m_none : choice, choice);
    auto* self = const_cast<ChoiceDelegate*>(this);
    // Arrow keys move through a closed box, and each of them activates an item: only what is
    // taken from the open list is a choice. Enter takes what a closed box shows.
    connect(box, &QComboBox::activated, self, [self, box] {
        if (!box->takeOpened())
            return;
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    });
    QMetaObject::invokeMethod(box, &ChoiceBox::showPopup, Qt::QueuedConnection);
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
