#pragma once

#include <QDialog>

#include "core/pipeline/review.h"

class QDateEdit;
class QLineEdit;

namespace cupel::ui {

class PlainLabel;
class ReviewButtons;

/// Accept a finding until a day, with a reason, or take that back.
class WaiverDialog : public QDialog {
    Q_OBJECT

public:
    /// `subject`: plain text, what is waived. `before`: the waiver that stands; null: none does.
    WaiverDialog(const QString& subject, const pipeline::Said<reports::WaiverWords>* before,
        QWidget* parent = nullptr);

Q_SIGNALS:
    void saved(const cupel::reports::WaiverWords& words);
    void takenBack();

private:
    void fill(const pipeline::Said<reports::WaiverWords>* before);
    void validate();
    reports::WaiverWords words() const;

    QLineEdit* m_reason;
    QLineEdit* m_owner;
    QDateEdit* m_until;
    PlainLabel* m_missing; ///< what has to be said yet
    ReviewButtons* m_buttons = nullptr;
};

} // namespace cupel::ui
