#include "ui/pages/empty_state.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/plain_label.h"

namespace cupel::ui {

EmptyState::EmptyState(QWidget* parent)
    : QWidget(parent)
    , m_title(new PlainLabel({}, PlainLabel::Look::Title, this))
    , m_why(new PlainLabel({}, PlainLabel::Look::Body, this))
    , m_action(new QPushButton(this))
{
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    const int width = fontMetrics().averageCharWidth() * 70;
    for (PlainLabel* label : {m_title, m_why}) {
        label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        label->setMinimumWidth(width / 3);
        label->setMaximumWidth(label == m_title ? 2 * width : width);
    }
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(10);
    column->addStretch(2);
    for (QWidget* widget : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_why)}) {
        auto* const row = new QHBoxLayout;
        row->addStretch(1);
        row->addWidget(widget, 100);
        row->addStretch(1);
        column->addLayout(row);
    }
    column->addSpacing(8);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::acted);
}

void EmptyState::say(const QString& title, const QString& why, const QString& action)
{
    m_title->setText(title);
    m_why->setText(why);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(why);
}

} // namespace cupel::ui
