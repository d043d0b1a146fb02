#include "ui/pages/review_buttons.h"

#include <QDialog>
#include <QPushButton>

#include "ui/theme/shown.h"
#include "ui/theme/tip.h"

namespace cupel::ui {

ReviewButtons::ReviewButtons(const QString& save, const QString& takeBack, QDialog& dialog)
    : QDialogButtonBox(QDialogButtonBox::Cancel)
    , m_save(addButton(save, QDialogButtonBox::AcceptRole))
{
    connect(this, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    if (!takeBack.isEmpty()) {
        auto* back = addButton(takeBack, QDialogButtonBox::DestructiveRole);
        connect(back, &QPushButton::clicked, this, &ReviewButtons::takenBack);
        connect(back, &QPushButton::clicked, &dialog, &QDialog::reject);
    }
    for (QAbstractButton* one : buttons())
        qobject_cast<QPushButton*>(one)->setAutoDefault(false);
    m_save->setDefault(true);
}

void ReviewButtons::setMissing(const QString& reason)
{
    m_save->setEnabled(reason.isEmpty());
    setTip(*m_save, reason);
}

} // namespace cupel::ui
