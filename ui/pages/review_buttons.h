#pragma once

#include <QDialogButtonBox>

class QDialog;
class QPushButton;

namespace cupel::ui {

/// The buttons of a dialog that says something: save it, which is the default, take back what
/// stands there, or leave.
class ReviewButtons : public QDialogButtonBox {
    Q_OBJECT

public:
    /// Leaving closes the dialog, and so does taking back. An empty `takeBack`: nothing stands
    /// there.
    ReviewButtons(const QString& save, const QString& takeBack, QDialog& dialog);

    QPushButton& save() { return *m_save; }
    /// Nothing can be saved for this reason; empty: it can.
    void setMissing(const QString& reason);

Q_SIGNALS:
    void takenBack();

private:
    QPushButton* m_save;
};

} // namespace cupel::ui
