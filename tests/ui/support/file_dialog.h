#pragma once

#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QTimer>
#include <utility>

namespace cupel::ui::test {

/// As long as it lives, whoever is asked for a file chooses this one.
class ChosenFile {
public:
    explicit ChosenFile(QString path)
        : m_path(std::move(path))
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            if (auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget())) {
                dialog->findChild<QLineEdit*>()->setText(m_path);
                QMetaObject::invokeMethod(dialog, "accept");
            }
        });
        m_timer.start(10);
    }

private:
    QString m_path;
    QTimer m_timer;
};

} // namespace cupel::ui::test
