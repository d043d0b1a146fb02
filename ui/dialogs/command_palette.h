#pragma once

#include <QDialog>
#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace cupel::ui {

/// Something that can be done or gone to by typing a part of its name.
struct Command {
    QString text; ///< plain
    QString kind; ///< "Action", "Column", "Finding"
    std::function<void()> run;
};

/// Finds actions, columns and findings by what is typed; Enter runs the one chosen.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    static constexpr int kMostShown = 50;

    explicit CommandPalette(std::vector<Command> commands, QWidget* parent = nullptr);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void search(const QString& text);
    void runCurrent();

    std::vector<Command> m_commands;
    QLineEdit* m_text;
    QListWidget* m_list;
};

} // namespace cupel::ui
