#pragma once

#include <QChartView>
#include <QImage>
#include <memory>
#include <optional>

#include "ui/charts/chart_drawing.h"
#include "ui/charts/result_table_model.h"

namespace cupel::ui {

/// A chart of a table of an audit: the rows, order, texts and axis that the reports draw. Marks can
/// be pointed at, clicked and reached with the arrow keys; screen readers meet them as children.
///
/// It is drawn when it is first seen, so that a page of many charts costs nothing at once. Its
/// height follows the number of marks; whoever holds it scrolls.
class ChartView : public QChartView {
    Q_OBJECT

public:
    explicit ChartView(QWidget* parent = nullptr);
    ~ChartView() override;

    void setContent(const charts::ChartSpec& spec, ResultTablePtr table);
    const reports::ChartRows& rows() const { return m_content.rows; }
    /// The chart in a sentence.
    QString summary() const;
    /// Whole, as tool tips and screen readers say it: "Private: 22,696 (69.7 %)".
    QString markText(std::size_t mark) const;

    /// Whether the values can stand on a logarithmic axis: counts, all of them above 0.
    bool canBeLog() const;
    void setScale(ChartScale scale);
    ChartScale scale() const { return m_scale; }

    /// Point out the mark of a row of the table; none: no mark. False where the chart has no mark
    /// of its own for it.
    bool highlight(std::optional<std::size_t> tableRow);
    std::optional<std::size_t> highlighted() const { return m_highlighted; } ///< mark

    /// The mark that the arrow keys have reached.
    std::size_t focusMark() const { return m_focus; }
    void setFocusMark(std::size_t mark);
    /// As a click on the mark does.
    void activate(std::size_t mark);
    QRect markRect(std::size_t mark); ///< on the view

    /// Draw the chart alone, as it looks now but for what is pointed out, in `target`.
    void paintTo(QPainter& painter, const QRectF& target);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A mark was clicked, or Enter pressed on it; it stands for this row of the table.
    void rowActivated(std::size_t tableRow);
    /// The same for a mark that joins several rows.
    void restActivated();
    /// The person wants to see the table (T).
    void tableAsked();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

private:
    void ensureBuilt();
    std::optional<std::size_t> markAt(const QPointF& position);
    void setHover(std::optional<std::size_t> mark);
    void announceFocus();
    void redraw();

    ChartContent m_content;
    ResultTablePtr m_table;
    std::unique_ptr<ChartDrawing> m_drawing;
    ChartScale m_scale = ChartScale::Linear;
    bool m_isBuilt = false;
    std::size_t m_focus = 0;
    std::optional<std::size_t> m_hover;
    std::optional<std::size_t> m_pressed;
    std::optional<std::size_t> m_highlighted;
};

} // namespace cupel::ui
