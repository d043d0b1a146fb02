#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStringList>
#include <QTableView>
#include <QToolButton>
#include <QWidget>

/// What a person sees of a widget.
namespace cupel::ui::test {

/// What a label says, with plain blanks.
inline QString textOf(const QLabel& label)
{
    return label.text().replace(QChar::Nbsp, QLatin1Char(' '));
}

/// Whether some visible label reads like this.
inline bool showsText(const QWidget& widget, const QString& text)
{
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&widget) && textOf(*label) == text)
            return true;
    }
    return false;
}

/// Whether some visible label holds this text.
inline bool showsTextWith(const QWidget& widget, const QString& part)
{
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&widget) && textOf(*label).contains(part))
            return true;
    }
    return false;
}

/// The widget of a class with this accessible name, or null.
template <typename Widget> Widget* inputNamed(const QWidget& widget, const QString& name)
{
    for (Widget* one : widget.findChildren<Widget*>()) {
        if (one->accessibleName() == name)
            return one;
    }
    return nullptr;
}

inline QTableView* viewNamed(const QWidget& widget, const QString& name)
{
    return inputNamed<QTableView>(widget, name);
}

/// The first button that is seen with this text, or null.
inline QPushButton* buttonNamed(const QWidget& widget, const QString& text)
{
    for (QPushButton* button : widget.findChildren<QPushButton*>()) {
        if (button->text() == text && button->isVisibleTo(&widget))
            return button;
    }
    return nullptr;
}

inline QToolButton* toolButtonStarting(const QWidget& widget, const QString& text)
{
    for (QToolButton* button : widget.findChildren<QToolButton*>()) {
        if (button->text().startsWith(text) && !button->isHidden())
            return button;
    }
    return nullptr;
}

/// What can have the focus and has no name for assistive programs.
inline QStringList unnamed(const QWidget& widget)
{
    QStringList classes;
    for (const QWidget* one : widget.findChildren<QWidget*>()) {
        const auto* button = qobject_cast<const QAbstractButton*>(one);
        const bool isPart = one->objectName().startsWith(QLatin1String("qt_"));
        const bool isInput = button || qobject_cast<const QLineEdit*>(one)
            || qobject_cast<const QComboBox*>(one) || qobject_cast<const QAbstractItemView*>(one)
            || qobject_cast<const QPlainTextEdit*>(one);
        const bool isInside = one->parentWidget()
            && (qobject_cast<const QComboBox*>(one->parentWidget())
                || qobject_cast<const QLineEdit*>(one->parentWidget())
                || one->parentWidget()->inherits("QComboBoxPrivateContainer")
                || one->inherits("QHeaderView") || one->inherits("QTableCornerButton"));
        if (isInput && !isPart && !isInside && one->focusPolicy() != Qt::NoFocus
            && one->accessibleName().isEmpty()
            && !(button && (!button->text().isEmpty() || button->isHidden())))
            classes += QString::fromLatin1(one->metaObject()->className()) + QLatin1Char(' ')
                + one->objectName();
    }
    return classes;
}

} // namespace cupel::ui::test
