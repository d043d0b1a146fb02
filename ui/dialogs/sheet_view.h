#pragma once

#include <QAbstractScrollArea>

#include "ui/print/paper_sheets.h"

namespace cupel::ui {

/// The sheets of a document below each other. Only those that are seen are drawn, so that a long
/// document costs no more than a short one.
class SheetView : public QAbstractScrollArea {
    Q_OBJECT

public:
    enum class Fit { Width, Sheet, No };

    explicit SheetView(QWidget* parent = nullptr);

    /// The place that is read stays, as far as the new ones have it.
    void setSheets(PaperSheets sheets);
    int sheetCount() const { return static_cast<int>(m_paper.sheets.size()); }
    /// The sheet that is read, from 0.
    int current() const { return m_current; }
    void goTo(int sheet);

    void setFit(Fit fit);
    /// In sizes of the paper; fits nothing from now on.
    void setZoom(qreal zoom);
    qreal zoom() const { return m_zoom; }

Q_SIGNALS:
    void currentChanged(int sheet);
    /// Plus: nearer.
    void zoomAsked(int steps);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void scrollContentsBy(int x, int y) override;

private:
    /// Pixels of the screen for a point of the paper.
    qreal scale() const;
    /// From the top of one sheet to that of the next, in pixels.
    int step() const;
    QRect placeOf(int sheet) const;
    void fitAgain();
    void setCurrent(int sheet);

    PaperSheets m_paper;
    Fit m_fit = Fit::Width;
    qreal m_zoom = 1.0;
    int m_step = 1; ///< that the bars are set for
    int m_current = 0;
    bool m_isPlacing = false; ///< scrolled by the view itself, which knows what is read
};

} // namespace cupel::ui
