#pragma once

#include <QVBoxLayout>
#include <QWidget>

#include "core/reports/page.h"

class QPainter;

namespace cupel::ui {

/// Draw what callouts and tiles stand on: a card with a bar in the colour of its tone.
enum class CardState { Resting, Hovered };
void drawCard(QPainter& painter, const QRectF& rect, reports::Tone tone, const QPalette& palette,
    CardState state = CardState::Resting);

/// A card with a column of widgets.
class CardFrame : public QWidget {
    Q_OBJECT

public:
    explicit CardFrame(reports::Tone tone, QWidget* parent = nullptr);

    reports::Tone tone() const { return m_tone; }
    QVBoxLayout* column() const { return m_column; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    reports::Tone m_tone;
    QVBoxLayout* m_column;
};

} // namespace cupel::ui
