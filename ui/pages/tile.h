#pragma once

#include <QAbstractButton>

#include "core/reports/page.h"

namespace cupel::ui {

/// A large figure and what it counts, on a card.
class FigureTile : public QWidget {
    Q_OBJECT

public:
    FigureTile(
        const QString& figure, const QString& label, reports::Tone tone, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QFont figureFont() const;

    QString m_figure;
    QString m_label;
    reports::Tone m_tone;
};

/// A name and what it comes to, on a card that leads somewhere.
class TopicTile : public QAbstractButton {
    Q_OBJECT

public:
    TopicTile(
        const QString& title, const QString& words, reports::Tone tone, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    QFont titleFont() const;

    QString m_title;
    QString m_words;
    reports::Tone m_tone;
};

} // namespace cupel::ui
