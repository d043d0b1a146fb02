#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/figure.h"

namespace cupel::catalog {

/// Number of enumerators of an enumeration that is coded; they are 0, 1, 2, …
template <typename E> inline constexpr unsigned kEnumerators = 0;

/// Writes values one after the other: numbers in the byte order of the machine, texts and lists
/// with their length before them. A struct is coded by its fields(coder, value), which names all
/// its fields and serves the reader too.
class ByteWriter {
public:
    template <typename... T> void operator()(const T&... values) { (put(values), ...); }
    void append(const void* bytes, std::size_t size)
    {
        m_bytes.append(static_cast<const char*>(bytes), size);
    }
    const std::string& bytes() const { return m_bytes; }

private:
    template <typename T> void put(const T& value)
    {
        if constexpr (std::is_same_v<T, bool>)
            put(static_cast<std::uint8_t>(value ? 1 : 0));
        else if constexpr (std::is_enum_v<T>)
            put(static_cast<std::uint8_t>(value));
        else if constexpr (std::is_arithmetic_v<T>)
            append(&value, sizeof value);
        else
            fields(*this, value);
    }
    void put(const std::string& text)
    {
        put(std::uint64_t{text.size()});
        append(text.data(), text.size());
    }
    void put(const base::Figure& figure)
    {
        put(figure.isDefined());
        if (figure.isDefined())
            put(figure.value());
        else
            put(figure.reason());
    }
    template <typename T> void put(const std::optional<T>& value)
    {
        put(value.has_value());
        if (value)
            put(*value);
    }
    template <typename T, std::size_t N> void put(const std::array<T, N>& values)
    {
        for (const T& value : values)
            put(value);
    }
    template <typename T> void put(const std::vector<T>& values)
    {
        put(std::uint64_t{values.size()});
        for (const T& value : values)
            put(value);
    }
    template <typename K, typename V> void put(const std::map<K, V>& values)
    {
        put(std::uint64_t{values.size()});
        for (const auto& [key, value] : values) {
            put(key);
            put(value);
        }
    }
    template <typename... T> void put(const std::variant<T...>& value)
    {
        put(static_cast<std::uint8_t>(value.index()));
        std::visit([this](const auto& held) { put(held); }, value);
    }

    std::string m_bytes;
};

/// Reads what ByteWriter wrote, from bytes that are not trusted: after the first that cannot be
/// right, hasFailed() and all further values stay as they were.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes)
        : m_rest(bytes)
    {
    }

    template <typename... T> void operator()(T&... values) { (get(values), ...); }
    /// The next bytes, as they stand; none where there are not as many.
    std::string_view take(std::uint64_t size)
    {
        if (m_hasFailed || size > m_rest.size()) {
            m_hasFailed = true;
            return {};
        }
        const std::string_view taken = m_rest.substr(0, static_cast<std::size_t>(size));
        m_rest.remove_prefix(taken.size());
        return taken;
    }
    bool hasFailed() const { return m_hasFailed; }
    std::size_t rest() const { return m_rest.size(); } ///< bytes that are left

private:
    template <typename T> void get(T& value)
    {
        if constexpr (std::is_same_v<T, bool>) {
            value = below(2) == 1;
        } else if constexpr (std::is_enum_v<T>) {
            static_assert(kEnumerators<T> > 0);
            value = static_cast<T>(below(kEnumerators<T>));
        } else if constexpr (std::is_arithmetic_v<T>) {
            const std::string_view bytes = take(sizeof value);
            if (!bytes.empty())
                std::memcpy(&value, bytes.data(), sizeof value);
        } else {
            fields(*this, value);
        }
    }
    void get(std::string& text)
    {
        std::uint64_t size = 0;
        get(size);
        text = take(size);
    }
    void get(base::Figure& figure)
    {
        bool isDefined = false;
        double value = 0.0;
        std::string reason;
        get(isDefined);
        if (isDefined)
            get(value);
        else
            get(reason);
        m_hasFailed = m_hasFailed || value != value;
        figure = isDefined ? base::Figure(value) : base::Figure::undefined(std::move(reason));
    }
    template <typename T> void get(std::optional<T>& value)
    {
        bool hasValue = false;
        get(hasValue);
        if (hasValue)
            get(value.emplace());
    }
    template <typename T, std::size_t N> void get(std::array<T, N>& values)
    {
        for (T& value : values)
            get(value);
    }
    template <typename T> void get(std::vector<T>& values)
    {
        for (std::uint64_t left = listSize(); left > 0 && !m_hasFailed; --left)
            get(values.emplace_back());
    }
    template <typename K, typename V> void get(std::map<K, V>& values)
    {
        for (std::uint64_t left = listSize(); left > 0 && !m_hasFailed; --left) {
            K key{};
            get(key);
            get(values[std::move(key)]);
        }
    }
    template <typename... T> void get(std::variant<T...>& value)
    {
        const unsigned index = below(sizeof...(T));
        unsigned at = 0;
        ((at++ == index ? get(value.template emplace<T>()) : void()), ...);
    }

    /// A byte that is below a limit.
    unsigned below(std::size_t limit)
    {
        std::uint8_t byte = 0;
        get(byte);
        m_hasFailed = m_hasFailed || byte >= limit;
        return m_hasFailed ? 0 : byte;
    }
    /// The length of a list, each of whose values takes a byte at least.
    std::uint64_t listSize()
    {
        std::uint64_t size = 0;
        get(size);
        m_hasFailed = m_hasFailed || size > m_rest.size();
        return m_hasFailed ? 0 : size;
    }

    std::string_view m_rest;
    bool m_hasFailed = false;
};

/// A type that is S, or const S where it is written.
template <typename T, typename S>
concept Is = std::same_as<std::remove_const_t<T>, S>;

} // namespace cupel::catalog
