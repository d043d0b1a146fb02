#include "ui/pages/accessible_role.h"

#include <QAccessibleWidget>
#include <QLabel>
#include <QMetaObject>
#include <QWidget>

namespace cupel::ui {
namespace {

constexpr const char* kRoleProperty = "cupelAccessibleRole";

class RoleInterface : public QAccessibleWidget {
public:
    RoleInterface(QWidget* shown, QAccessible::Role itsRole)
        : QAccessibleWidget(shown, itsRole)
    {
    }

    QString text(QAccessible::Text kind) const override
    {
        const auto* const label = qobject_cast<const QLabel*>(widget());
        if (kind == QAccessible::Name && label && label->accessibleName().isEmpty())
            return label->text();
        return QAccessibleWidget::text(kind);
    }

    QStringList actionNames() const override
    {
        QStringList names = QAccessibleWidget::actionNames();
        if (role() == QAccessible::Link)
            names.prepend(pressAction());
        return names;
    }

    void doAction(const QString& name) override
    {
        if (name == pressAction())
            QMetaObject::invokeMethod(object(), "activate");
        else
            QAccessibleWidget::doAction(name);
    }
};

QAccessibleInterface* makeRoleInterface(const QString&, QObject* object)
{
    auto* const widget = qobject_cast<QWidget*>(object);
    const QVariant role = widget ? widget->property(kRoleProperty) : QVariant();
    return role.isValid() ? new RoleInterface(widget, static_cast<QAccessible::Role>(role.toInt()))
                          : nullptr;
}

} // namespace

void setAccessibleRole(QWidget* widget, QAccessible::Role role)
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(makeRoleInterface);
        return true;
    }();
    static_cast<void>(isInstalled);
    widget->setProperty(kRoleProperty, static_cast<int>(role));
}

} // namespace cupel::ui
