#include "ui/pages/comment_dialog.h"

#include <QCheckBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include "ui/pages/review_buttons.h"
#include "ui/pages/review_texts.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kCommentColumns = 60;
constexpr int kCommentLines = 7;

} // namespace

CommentDialog::CommentDialog(
    const QString& subject, const pipeline::Said<pipeline::Comment>* before, QWidget* parent)
    : QDialog(parent)
    , m_text(new QPlainTextEdit)
    , m_isPrivate(new QCheckBox(tr("&Private: kept in the catalog, in no report")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Comment"));
    m_text->setTabChangesFocus(true);
    m_text->setMinimumSize(kCommentColumns * m_text->fontMetrics().averageCharWidth(),
        kCommentLines * m_text->fontMetrics().lineSpacing());
    m_isPrivate->setAccessibleName(tr("Private comment"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(new PlainLabel(subject));
    layout->addWidget(inputLabel(tr("What you say of it, in plain text"), m_text));
    layout->addWidget(m_text, 1);
    layout->addWidget(m_isPrivate);
    if (before) {
        layout->addWidget(new PlainLabel(commentHead(*before), PlainLabel::Look::Small));
        m_text->setPlainText(QString::fromStdString(before->value.text));
        m_isPrivate->setChecked(before->value.isPrivate);
        m_text->moveCursor(QTextCursor::End);
    }
    makeButtons(before != nullptr);
    m_text->setFocus();
}

void CommentDialog::makeButtons(bool isThere)
{
    auto* buttons
        = new ReviewButtons(tr("Save the comment"), isThere ? tr("Remove it") : QString(), *this);
    connect(buttons, &ReviewButtons::takenBack, this, &CommentDialog::removed);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT saved(comment());
        accept();
    });
    const auto update = [this, buttons] {
        const bool isBlank = m_text->toPlainText().trimmed().isEmpty();
        buttons->setMissing(isBlank ? tr("The comment has no text yet.") : QString());
    };
    update();
    connect(m_text, &QPlainTextEdit::textChanged, buttons, update);
    auto* done = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(done, &QShortcut::activated, &buttons->save(), &QPushButton::click);
    layout()->addWidget(buttons);
}

pipeline::Comment CommentDialog::comment() const
{
    return {bytesOf(m_text->toPlainText()), m_isPrivate->isChecked()};
}

} // namespace cupel::ui
