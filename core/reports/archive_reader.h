#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/day.h"
#include "core/base/figure.h"
#include "core/base/text.h"
#include "core/documents/node.h"
#include "core/reports/archive_lists.h"

namespace cupel::reports {

/// Why an archive cannot be read, in words.
class ArchiveFault : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Fills values from JSON as ArchiveWriter writes them. Anything else throws an ArchiveFault that
/// names the place: "datasets[0].input.rows is no number". Takes memory in proportion to the text
/// and, since nodes stand in flat lists, no deep stack.
class ArchiveReader {
public:
    using Json = nlohmann::json;

    template <typename T> void read(const Json& from, T& it) { value(from, it); }

    /// Called by visitMembers().
    template <std::size_t count, typename... Members>
    void operator()(const char* const (&names)[count], Members&&... members)
    {
        static_assert(count == sizeof...(members));
        const Json& object = *m_object;
        requireObject(object, count);
        std::size_t next = 0;
        (member(object, names[next++], members), ...);
    }

private:
    /// A step into a member or an item, for the place in messages.
    struct Step {
        const char* name = nullptr; ///< of a member; null: an item
        std::size_t index = 0;
    };
    class Inside {
    public:
        Inside(ArchiveReader& reader, Step step)
            : m_reader(reader)
        {
            reader.m_steps.push_back(step);
        }
        ~Inside() { m_reader.m_steps.pop_back(); }
        Inside(const Inside&) = delete;
        Inside& operator=(const Inside&) = delete;

    private:
        ArchiveReader& m_reader;
    };

    template <typename T> void member(const Json& object, const char* name, T&& it)
    {
        const Json& from = memberOf(object, name);
        const Inside inside(*this, {name, 0});
        value(from, it);
    }
    template <typename T> void item(const Json& list, std::size_t index, T& it)
    {
        const Inside inside(*this, {nullptr, index});
        value(itemOf(list, index), it);
    }

    void value(const Json& from, std::monostate& it);
    void value(const Json& from, bool& it);
    void value(const Json& from, int& it);
    void value(const Json& from, std::int64_t& it);
    void value(const Json& from, std::uint64_t& it);
    void value(const Json& from, double& it);
    void value(const Json& from, char& it);
    void value(const Json& from, std::string& it);
    void value(const Json& from, base::DataText& it);
    void value(const Json& from, base::Figure& it);
    void value(const Json& from, base::Day& it);
    void value(const Json& from, documents::Node& it);

    template <typename T>
    requires std::is_enum_v<T>
    void value(const Json& from, T& it) { it = static_cast<T>(wordAt(from, kWords<T>)); }
    template <typename T>
    requires std::is_class_v<T>
    void value(const Json& from, T& it)
    {
        m_object = &from;
        visitMembers(*this, it);
    }
    template <typename T> void value(const Json& from, Count<T>& count)
    {
        value(from, count.its);
        requireCount(count.its);
    }
    template <typename T> void value(const Json& from, std::optional<T>& it)
    {
        it.reset();
        if (isNull(from))
            return;
        T its{};
        value(from, its);
        it = std::move(its);
    }
    template <typename T> void value(const Json& from, std::shared_ptr<const T>& it)
    {
        it.reset();
        if (isNull(from))
            return;
        const auto made = std::make_shared<T>();
        value(from, *made);
        it = made;
    }
    template <typename T> void value(const Json& from, std::vector<T>& it)
    {
        const std::size_t count = itemsOf(from);
        it.clear();
        for (std::size_t i = 0; i < count; ++i)
            item(from, i, it.emplace_back());
    }
    template <typename T, std::size_t size> void value(const Json& from, std::array<T, size>& it)
    {
        requireItems(from, size);
        for (std::size_t i = 0; i < size; ++i)
            item(from, i, it[i]);
    }
    template <typename K, typename T> void value(const Json& from, std::map<K, T>& it)
    {
        std::vector<std::pair<K, T>> pairs;
        value(from, pairs);
        it.clear();
        for (auto& pair : pairs) {
            if (!it.empty() && !(it.rbegin()->first < pair.first))
                fault("has a key twice, or keys out of order");
            it.emplace_hint(it.end(), std::move(pair));
        }
    }
    template <typename A, typename B> void value(const Json& from, std::pair<A, B>& it)
    {
        requireItems(from, 2);
        item(from, 0, it.first);
        item(from, 1, it.second);
    }
    template <typename... Types> void value(const Json& from, std::variant<Types...>& it)
    {
        requireItems(from, 2);
        std::uint64_t type = 0;
        item(from, 0, type);
        alternative<0>(from, type, it);
    }
    template <std::size_t first, typename... Types>
    void alternative(const Json& from, std::uint64_t type, std::variant<Types...>& it)
    {
        if constexpr (first == sizeof...(Types)) {
            fault("begins with the number of no type");
        } else {
            if (type == first)
                item(from, 1, it.template emplace<first>());
            else
                alternative<first + 1>(from, type, it);
        }
    }

    template <typename T> void requireCount(const T& its) const
    {
        if constexpr (std::is_integral_v<T>) {
            requireCounted(std::in_range<std::int64_t>(its) ? static_cast<std::int64_t>(its) : -1);
        } else if constexpr (requires { its.has_value(); }) {
            if (its)
                requireCount(*its);
        } else if constexpr (requires { its.first; }) {
            requireCount(its.second);
        } else {
            for (const auto& one : its)
                requireCount(one);
        }
    }

    void requireCounted(std::int64_t count) const;
    void requireObject(const Json& from, std::size_t members) const;
    void requireItems(const Json& from, std::size_t count) const;
    const Json& memberOf(const Json& object, const char* name) const;
    static bool isNull(const Json& from);
    std::size_t itemsOf(const Json& from) const;
    static const Json& itemOf(const Json& list, std::size_t index);
    std::size_t wordAt(const Json& from, std::span<const std::string_view> words) const;
    void node(const Json& list, std::size_t& next, documents::Node& it,
        documents::Node::Member* named, std::size_t depth);
    [[noreturn]] void fault(const std::string& what) const;

    const Json* m_object = nullptr; ///< of the struct whose members are visited next
    std::vector<Step> m_steps;
};

} // namespace cupel::reports
