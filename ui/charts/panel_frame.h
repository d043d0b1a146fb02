#pragma once

#include <QFrame>

namespace cupel::ui {

/// What a chart, a table or a few choices stand on: paper, or a card that stands out from it, with
/// a thin line around.
class PanelFrame : public QFrame {
    Q_OBJECT

public:
    enum class Ground { Paper, Card };
    explicit PanelFrame(Ground ground = Ground::Paper, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Ground m_ground;
};

} // namespace cupel::ui
