#pragma once

#include <QDialog>
#include <QPageLayout>

#include "ui/print/paper_sheets.h"

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace cupel::ui {

class SheetView;

/// Shows a document on paper before it is printed. Whoever opens it lays it out and prints it.
class PrintPreview : public QDialog {
    Q_OBJECT

public:
    /// `layout`: of the sheets that come first.
    PrintPreview(const QString& title, const QPageLayout& layout, QWidget* parent = nullptr);

    void setSheets(PaperSheets sheets);
    /// While another paper is laid out, the sheets before it are seen.
    void setLayingOut(bool isLayingOut);

    SheetView& sheets() const { return *m_view; }

Q_SIGNALS:
    /// Sheets of this layout are wanted.
    void layoutChosen(const QPageLayout& layout);
    void printAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makePaper();
    void makeZoom();
    void makePages();
    QWidget* topRow();
    QWidget* bottomRow();
    void choosePaper();
    void chooseZoom(int index);
    void zoomBy(int steps);
    void sayPlace();

    QPageLayout m_layout;
    SheetView* m_view;
    QComboBox* m_paper;
    QComboBox* m_orientation;
    QComboBox* m_zoom;
    QPushButton* m_before;
    QPushButton* m_next;
    QSpinBox* m_page;
    QPushButton* m_print;
    QPushButton* m_close;
    QLabel* m_count;
    QLabel* m_state;
};

} // namespace cupel::ui
