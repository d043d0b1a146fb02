#pragma once

#include <QApplication>
#include <QPushButton>
#include <QString>
#include <QStringList>
#include <QTest>
#include <QTimer>
#include <functional>
#include <utility>

#include "tests/ui/support/widgets.h"
#include "ui/dialogs/import_dialog.h"

namespace cupel::ui::test {

/// Answers each dialog that opens a table, as long as it lives.
class ImportAnswers {
public:
    explicit ImportAnswers(std::function<void(ImportDialog&)> answer)
        : m_answer(std::move(answer))
    {
        QObject::connect(&m_timer, &QTimer::timeout, [this] {
            auto* dialog = qobject_cast<ImportDialog*>(QApplication::activeModalWidget());
            if (!dialog) {
                m_last.clear();
                return;
            }
            auto* accept = buttonNamed(*dialog, QStringLiteral("&Audit"));
            if (m_last == dialog->windowTitle() || (accept && !accept->isEnabled()))
                return;
            m_last = dialog->windowTitle();
            titles << m_last;
            m_answer(*dialog);
        });
        m_timer.start(10);
    }
    static void accept(ImportDialog& dialog)
    {
        QTest::mouseClick(buttonNamed(dialog, QStringLiteral("&Audit")), Qt::LeftButton);
    }

    QStringList titles;

private:
    std::function<void(ImportDialog&)> m_answer;
    QString m_last;
    QTimer m_timer;
};

} // namespace cupel::ui::test
