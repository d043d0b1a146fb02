#pragma once

#include <QDialog>

class QPushButton;
class QTableWidget;

namespace cupel::ui {

class PlainLabel;
class Workspace;

/// The datasets that were removed from the catalog, with the day until which each can be brought
/// back.
class RemovedDialog : public QDialog {
    Q_OBJECT

public:
    explicit RemovedDialog(Workspace& workspace, QWidget* parent = nullptr);

private:
    void fill();
    void bringBack();
    void updateButton();

    Workspace& m_workspace;
    PlainLabel* m_words;
    QTableWidget* m_table;
    QPushButton* m_bringBack;
};

} // namespace cupel::ui
