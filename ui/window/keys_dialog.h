#pragma once

#include <QDialog>
#include <vector>

class QAction;

namespace cupel::ui {

/// All keys: those of the menus, and those of pages and lists.
class KeysDialog : public QDialog {
    Q_OBJECT

public:
    /// `actions`: those of the menus.
    explicit KeysDialog(const std::vector<QAction*>& actions, QWidget* parent = nullptr);
};

} // namespace cupel::ui
