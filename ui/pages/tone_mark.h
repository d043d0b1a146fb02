#pragma once

#include <QWidget>

#include "core/reports/page.h"

namespace cupel::ui {

/// A tone as an icon and a word beside it.
class ToneMark : public QWidget {
    Q_OBJECT

public:
    /// An empty word: that of the tone.
    explicit ToneMark(reports::Tone tone, const QString& word = {}, QWidget* parent = nullptr);

    void setTone(reports::Tone tone, const QString& word = {});
    reports::Tone tone() const { return m_tone; }
    const QString& word() const { return m_word; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QFont wordFont() const;
    int iconSize() const;

    reports::Tone m_tone = reports::Tone::Plain;
    QString m_word;
};

} // namespace cupel::ui
