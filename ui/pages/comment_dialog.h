#pragma once

#include <QDialog>

#include "core/pipeline/review.h"

class QCheckBox;
class QPlainTextEdit;

namespace cupel::ui {

/// Write, change or remove a comment.
class CommentDialog : public QDialog {
    Q_OBJECT

public:
    /// `subject`: plain text, what the comment is about. `before`: what stands there; null:
    /// nothing.
    CommentDialog(const QString& subject, const pipeline::Said<pipeline::Comment>* before,
        QWidget* parent = nullptr);

Q_SIGNALS:
    void saved(const cupel::pipeline::Comment& comment);
    void removed();

private:
    void makeButtons(bool isThere);
    pipeline::Comment comment() const;

    QPlainTextEdit* m_text;
    QCheckBox* m_isPrivate;
};

} // namespace cupel::ui
