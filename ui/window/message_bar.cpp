#include "ui/window/message_bar.h"

#include <QAccessible>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <utility>

#include "ui/theme/colors.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"
#include "ui/theme/tip.h"
#include "ui/theme/tone.h"

namespace cupel::ui {
namespace {

/// "data.csv, line 7, column 3"; empty where nothing is known.
QString placeOf(const base::Location& where)
{
    QStringList parts;
    if (!where.file.empty())
        parts << shown(where.file);
    if (where.line > 0)
        parts << MessageBar::tr("line %1").arg(counted(static_cast<std::int64_t>(where.line)));
    if (where.column > 0)
        parts << MessageBar::tr("column %1").arg(counted(static_cast<std::int64_t>(where.column)));
    return parts.join(QStringLiteral(", "));
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent)
    , m_icon(new PlainLabel)
    , m_text(new PlainLabel)
    , m_details(new PlainLabel({}, PlainLabel::Look::Small))
    , m_actionRow(new QHBoxLayout)
    , m_copy(new QPushButton(tr("Copy")))
    , m_close(new QToolButton)
{
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setAccessibleName(tr("Message"));
    m_icon->setWordWrap(false);
    m_copy->setAccessibleName(tr("Copy the message"));
    m_close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    m_close->setAccessibleName(tr("Close the message"));
    setTip(*m_close, tr("Close the message"));
    m_close->setAutoRaise(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_text);
    words->addWidget(m_details);
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addLayout(m_actionRow);
    row->addWidget(m_copy, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_whole); });
    hide();
}

void MessageBar::setActions(const std::vector<MessageAction>& actions)
{
    for (QPushButton* button : m_actions) {
        button->hide();
        button->deleteLater(); // it may be the one that was pressed
    }
    m_actions.clear();
    for (const MessageAction& action : actions) {
        auto* button = new QPushButton(action.text);
        m_actionRow->addWidget(button, 0, Qt::AlignTop);
        button->show(); // the layout alone shows it one turn of the event loop later
        m_actions.push_back(button);
        connect(button, &QPushButton::clicked, this, [this, run = action.run] {
            hide();
            if (run)
                run();
        });
    }
}

void MessageBar::showError(const QString& what, const base::Error& error,
    const std::vector<MessageAction>& actions, const QString& more)
{
    QString details = placeOf(error.where);
    if (!error.hint.empty())
        details += (details.isEmpty() ? QString() : QStringLiteral("\n"))
            + tr("Try: %1").arg(shown(error.hint));
    if (!more.isEmpty())
        details += (details.isEmpty() ? QString() : QStringLiteral("\n")) + more;
    setActions(actions);
    show(reports::Tone::Error, tr("%1 failed: %2").arg(what, shown(error.message)), details);
}

void MessageBar::showDone(
    const QString& text, const QString& actionText, std::function<void()> action)
{
    if (actionText.isEmpty())
        setActions({});
    else
        setActions({{actionText, std::move(action)}});
    show(reports::Tone::Note, text, {});
}

void MessageBar::showDetails(const QString& text, const QString& details, const QString& whole)
{
    setActions({});
    show(reports::Tone::Note, text, details);
    m_whole = whole;
}

void MessageBar::show(reports::Tone tone, const QString& text, const QString& details)
{
    m_tone = tone;
    m_whole = details.isEmpty() ? text : text + QLatin1Char('\n') + details;
    m_text->setText(text);
    m_details->setText(details);
    m_details->setVisible(!details.isEmpty());
    m_copy->setVisible(tone == reports::Tone::Error || !details.isEmpty());
    setAccessibleDescription(m_whole);
    restyle();
    setVisible(true);
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MessageBar::setClosable(bool isClosable)
{
    m_close->setVisible(isClosable);
}

void MessageBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        restyle();
}

void MessageBar::restyle()
{
    const QIcon icon = iconOf(m_tone, colorsFor(palette()));
    m_icon->setPixmap(icon.pixmap(fontMetrics().height()));
}

} // namespace cupel::ui
