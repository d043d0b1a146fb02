#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "core/base/day.h"
#include "core/base/figure.h"
#include "core/base/text.h"
#include "core/documents/node.h"
#include "core/reports/archive_lists.h"

namespace cupel::reports {

/// Writes values as JSON text, each in one form that ArchiveReader reads back: structs as objects,
/// lists, pairs, maps and variants (number of the type, value) as arrays, what is absent as null.
class ArchiveWriter {
public:
    template <typename T> void write(const T& its) { value(its); }
    std::string take() { return std::move(m_text); }

    /// Called by visitMembers().
    template <std::size_t count, typename... Members>
    void operator()(const char* const (&names)[count], const Members&... members)
    {
        static_assert(count == sizeof...(members));
        Brackets braces(*this, '{', '}');
        std::size_t next = 0;
        (member(names[next++], members), ...);
    }

private:
    /// An array or object while it is written.
    class Brackets {
    public:
        Brackets(ArchiveWriter& writer, char open, char close)
            : m_writer(writer)
            , m_close(close)
            , m_wasFirst(writer.m_isFirst)
        {
            writer.m_text += open;
            writer.m_isFirst = true;
        }
        ~Brackets()
        {
            m_writer.m_text += m_close;
            m_writer.m_isFirst = m_wasFirst;
        }
        Brackets(const Brackets&) = delete;
        Brackets& operator=(const Brackets&) = delete;

    private:
        ArchiveWriter& m_writer;
        char m_close;
        bool m_wasFirst;
    };

    template <typename T> void member(const char* name, const T& its)
    {
        comma();
        m_text.append(1, '"').append(name).append("\":");
        value(its);
    }
    template <typename T> void item(const T& its)
    {
        comma();
        value(its);
    }

    void value(std::monostate) { m_text += "null"; }
    void value(bool its) { m_text += its ? "true" : "false"; }
    void value(double its);
    void value(char its) { value(static_cast<std::int64_t>(static_cast<unsigned char>(its))); }
    void value(const std::string& its);
    void value(const base::DataText& its);
    void value(const base::Figure& its);
    void value(base::Day its) { value(base::formatDay(its)); }
    void value(const documents::Node& its);

    template <std::integral T> void value(T its) { m_text += std::to_string(its); }
    template <typename T>
    requires std::is_enum_v<T>
    void value(T its) { quoted(kWords<T>[static_cast<std::size_t>(its)]); }
    template <typename T>
    requires std::is_class_v<T>
    void value(const T& its) { visitMembers(*this, its); }
    template <typename T> void value(const Count<T>& count) { value(count.its); }
    template <typename T> void value(const std::optional<T>& its)
    {
        if (its)
            value(*its);
        else
            m_text += "null";
    }
    template <typename T> void value(const std::shared_ptr<const T>& its)
    {
        if (its)
            value(*its);
        else
            m_text += "null";
    }
    template <typename T> void value(const std::vector<T>& its) { list(its); }
    template <typename T, std::size_t size> void value(const std::array<T, size>& its)
    {
        list(its);
    }
    template <typename K, typename T> void value(const std::map<K, T>& its) { list(its); }
    template <typename A, typename B> void value(const std::pair<A, B>& its)
    {
        Brackets brackets(*this, '[', ']');
        item(its.first);
        item(its.second);
    }
    template <typename... Types> void value(const std::variant<Types...>& its)
    {
        Brackets brackets(*this, '[', ']');
        item(its.index());
        std::visit([this](const auto& any) { this->item(any); }, its);
    }

    template <typename Items> void list(const Items& items)
    {
        Brackets brackets(*this, '[', ']');
        for (const auto& one : items)
            item(one);
    }
    void nodes(const documents::Node& node, const documents::Node::Member* named);
    void quoted(std::string_view text);
    void comma();

    std::string m_text;
    bool m_isFirst = true; ///< nothing stands in the innermost brackets yet
};

} // namespace cupel::reports
