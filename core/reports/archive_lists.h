#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <string_view>
#include <type_traits>

/// What the lists of members and words of the archive are made of.
///
/// For each struct of a report there is one function visitMembers(visit, it), which names its
/// members and hands them to `visit` in order: ArchiveWriter writes them, ArchiveReader fills them.
/// It takes the struct apart with a structured binding, so that a struct that gains a member no
/// longer compiles until the list has it too. For each enum kWords has the words of its values.
namespace cupel::reports {

/// A struct, const when it is written and not when it is read.
template <typename T, typename Struct>
concept Is = std::same_as<std::remove_const_t<T>, Struct>;

/// Numbers of rows, bytes or lines, alone or in lists: not negative when they are read, and so
/// small that sums of them do not overflow.
template <typename T> struct Count {
    T& its;
};
template <typename T> Count(T&) -> Count<T>;

/// Whether an enum has a name for a value: both compilers write one without as a cast.
template <auto value> constexpr bool isEnumerator()
{
    return std::string_view(__PRETTY_FUNCTION__).find("value = (") == std::string_view::npos;
}

/// One word per value, in their order; none may be forgotten.
template <typename Enum, typename... Words> constexpr auto wordsOf(Words... words)
{
    static_assert(isEnumerator<static_cast<Enum>(sizeof...(words) - 1)>());
    static_assert(!isEnumerator<static_cast<Enum>(sizeof...(words))>());
    return std::array<std::string_view, sizeof...(words)>{words...};
}
template <typename Enum> inline constexpr std::nullptr_t kWords = nullptr;

} // namespace cupel::reports
