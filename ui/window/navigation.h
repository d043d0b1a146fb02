#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "ui/pages/target.h"

namespace cupel::ui {

/// The places that were visited, as in a browser: going somewhere drops what lay ahead.
class Navigation {
public:
    static constexpr std::size_t kMostPlaces = 200;

    void visit(Target target);
    bool canGoBack() const { return m_at > 1; }
    bool canGoForward() const { return m_at < m_places.size(); }
    /// The place before or after the one shown, which is shown now. Only where there is one.
    const Target& back();
    const Target& forward();
    /// The chain that led to the place shown, from the last place that was chosen by hand.
    std::vector<Target> trail() const;
    void clear();

private:
    std::vector<Target> m_places;
    std::size_t m_at = 0; ///< one past the place shown
};

} // namespace cupel::ui
