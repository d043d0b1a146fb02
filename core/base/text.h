#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace cupel::base {

/// Text that came from the user's data or documents. Privacy and escaping are applied to it in one
/// place, before any renderer; it never converts to a plain string by itself.
class DataText {
public:
    enum class Kind {
        Name, ///< name of a column, file, split or dataset: shown in every privacy mode
        RoleValue, ///< value of a column that has a role, with the rows that hold it
        Value, ///< any other cell text: shown only with full privacy
        Document, ///< words of a card, a Croissant file or a licence: shown in every privacy mode
    };

    DataText() = default;
    static DataText name(std::string text) { return {Kind::Name, std::move(text), 0}; }
    static DataText roleValue(std::string text, std::int64_t rows)
    {
        return {Kind::RoleValue, std::move(text), rows};
    }
    static DataText value(std::string text) { return {Kind::Value, std::move(text), 0}; }
    static DataText document(std::string text) { return {Kind::Document, std::move(text), 0}; }

    Kind kind() const { return m_kind; }
    const std::string& raw() const { return m_text; }
    std::int64_t rows() const { return m_rows; } ///< only for RoleValue
    friend bool operator==(const DataText&, const DataText&) = default;

private:
    DataText(Kind kind, std::string text, std::int64_t rows)
        : m_kind(kind)
        , m_text(std::move(text))
        , m_rows(rows)
    {
    }
    Kind m_kind = Kind::Name;
    std::string m_text;
    std::int64_t m_rows = 0;
};

/// A piece of a sentence: our own words, or text from the data.
using Span = std::variant<std::string, DataText>;
using Sentence = std::vector<Span>;

} // namespace cupel::base
