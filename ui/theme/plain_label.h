#pragma once

#include <QLabel>
#include <array>

namespace cupel::ui {

/// A label that shows its text as it is, a number and its percent sign on one line. A QLabel would
/// take what looks like markup for markup, and load what it names. It remembers how high it is for
/// the last few widths: layouts ask again and again, and a QLabel lays out its text each time.
class PlainLabel : public QLabel {
    Q_OBJECT

public:
    enum class Look { Body, Small, Heading, Title };

    explicit PlainLabel(
        const QString& text = {}, Look look = Look::Body, QWidget* parent = nullptr);

    int heightForWidth(int width) const override;

public Q_SLOTS:
    void setText(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Height {
        int width = -1;
        int height = 0;
    };
    void applyLook();

    Look m_look;
    mutable QString m_measuredText; ///< that the heights are those of
    mutable QSize m_measuredLeast; ///< the least size of the label
    mutable std::array<Height, 4> m_heights;
    mutable std::size_t m_nextHeight = 0; ///< that is written over
};

} // namespace cupel::ui
