#include "ui/window/navigation.h"

#include <utility>

namespace cupel::ui {
namespace {

/// A tab as it stands, which begins a new trail.
bool isPlain(const Target& target)
{
    return target.item.empty() && !target.rows;
}

} // namespace

void Navigation::visit(Target target)
{
    m_places.resize(m_at);
    m_places.push_back(std::move(target));
    if (m_places.size() > kMostPlaces)
        m_places.erase(m_places.begin());
    m_at = m_places.size();
}

const Target& Navigation::back()
{
    --m_at;
    return m_places[m_at - 1];
}

const Target& Navigation::forward()
{
    ++m_at;
    return m_places[m_at - 1];
}

std::vector<Target> Navigation::trail() const
{
    std::size_t first = m_at;
    while (first > 0) {
        --first;
        if (isPlain(m_places[first]))
            break;
    }
    const auto begin = m_places.begin();
    return {begin + static_cast<std::ptrdiff_t>(first), begin + static_cast<std::ptrdiff_t>(m_at)};
}

void Navigation::clear()
{
    m_places.clear();
    m_at = 0;
}

} // namespace cupel::ui
