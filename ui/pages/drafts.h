#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace cupel::ui {

/// What a person is writing on a page and has not kept, by item, for one dataset after the other:
/// that of the datasets that are not shown waits for them. A Draft says as `isTouched` whether
/// anything would be lost with it.
template <typename Draft> class Drafts {
public:
    using Items = std::map<std::string, Draft>;

    Items& here() { return m_here; }
    const Items& here() const { return m_here; }

    /// Another input is shown; empty: none.
    void change(const std::string& from, const std::string& to)
    {
        std::erase_if(m_here, [](const auto& item) { return !item.second.isTouched; });
        if (!m_here.empty())
            m_elsewhere[from] = std::move(m_here);
        m_here.clear();
        if (auto waiting = m_elsewhere.extract(to))
            m_here = std::move(waiting.mapped());
    }

    /// Those with which something would be lost.
    std::size_t touched() const
    {
        std::size_t count = touchedOf(m_here);
        for (const auto& [input, items] : m_elsewhere)
            count += touchedOf(items);
        return count;
    }

private:
    static std::size_t touchedOf(const Items& items)
    {
        return static_cast<std::size_t>(std::count_if(
            items.begin(), items.end(), [](const auto& item) { return item.second.isTouched; }));
    }

    Items m_here;
    std::map<std::string, Items> m_elsewhere; ///< by input
};

} // namespace cupel::ui
