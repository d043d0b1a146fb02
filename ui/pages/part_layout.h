#pragma once

#include <QVBoxLayout>
#include <array>

namespace cupel::ui {

/// A column that remembers how high it is for the last few widths. Its relatives of Qt remember one
/// width and are asked for two in turn, which lays out all their texts anew each time.
class PartLayout : public QVBoxLayout {
    Q_OBJECT

public:
    using QVBoxLayout::QVBoxLayout;

    int heightForWidth(int width) const override;
    int minimumHeightForWidth(int width) const override;
    void invalidate() override;

private:
    struct Height {
        int width = -1;
        int height = 0;
    };
    /// The last few answers to one question, the next place to write to last.
    struct Known {
        std::array<Height, 4> heights;
        std::size_t next = 0;
    };
    template <typename Ask> static int remembered(Known& known, int width, Ask ask);

    mutable Known m_heights;
    mutable Known m_minimumHeights;
};

} // namespace cupel::ui
