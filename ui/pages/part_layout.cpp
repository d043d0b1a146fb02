#include "ui/pages/part_layout.h"

namespace cupel::ui {

template <typename Ask> int PartLayout::remembered(Known& known, int width, Ask ask)
{
    for (const Height& one : known.heights) {
        if (one.width == width)
            return one.height;
    }
    const int height = ask();
    known.heights[known.next] = {width, height};
    known.next = (known.next + 1) % known.heights.size();
    return height;
}

int PartLayout::heightForWidth(int width) const
{
    return remembered(
        m_heights, width, [this, width] { return QVBoxLayout::heightForWidth(width); });
}

int PartLayout::minimumHeightForWidth(int width) const
{
    return remembered(m_minimumHeights, width,
        [this, width] { return QVBoxLayout::minimumHeightForWidth(width); });
}

void PartLayout::invalidate()
{
    m_heights = {};
    m_minimumHeights = {};
    QVBoxLayout::invalidate();
}

} // namespace cupel::ui
