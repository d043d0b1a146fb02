#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "core/base/result.h"

struct sqlite3_stmt;

namespace cupel::catalog {

class Connection;

/// Bytes that become a BLOB. They are not copied, so they must live until the statement has run.
struct Bytes {
    std::string_view bytes;
};

/// A compiled statement of one database, which must outlive it. Values are bound in the order of
/// their places: integers and booleans, numbers, texts (with all their bytes, NUL included), Bytes,
/// nullptr, and optional ones of these.
class Statement {
public:
    Statement(Connection& connection, sqlite3_stmt* handle);
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    ~Statement();

    /// Run to the end, for statements whose rows nobody needs.
    template <typename... Values> base::Result<void> run(const Values&... values)
    {
        start(values...);
        return finish();
    }
    /// Begin anew with these values; next() gives the rows.
    template <typename... Values> void start(const Values&... values)
    {
        reset();
        (bind(values), ...);
    }
    /// Go to the next row; false after the last one.
    base::Result<bool> next();

    /// The columns of the row, from 0. Views hold until the next call of next() or start().
    bool isNull(int column) const;
    std::int64_t integer(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    /// What was bound as a double, bit for bit; where the column holds no number, NaN.
    double number(int column) const;
    std::string_view bytes(int column) const; ///< of a text or a BLOB
    std::string text(int column) const { return std::string(bytes(column)); }
    std::optional<std::string> optionalText(int column) const;
    std::optional<double> optionalNumber(int column) const;
    std::optional<std::int64_t> optionalInteger(int column) const;

    int columns() const;
    std::string_view columnName(int column) const;
    bool isInteger(int column) const;
    bool isReal(int column) const;

private:
    template <typename T> void bind(const T& value)
    {
        if constexpr (std::is_integral_v<T>) {
            if constexpr (std::is_unsigned_v<T> && sizeof(T) == sizeof(std::int64_t))
                bindUnsigned(value);
            else
                bindInteger(static_cast<std::int64_t>(value));
        } else if constexpr (std::is_floating_point_v<T>) {
            bindNumber(value);
        } else if constexpr (std::is_same_v<T, std::nullptr_t>) {
            bindNull();
        } else if constexpr (std::is_same_v<T, Bytes>) {
            bindBytes(value.bytes);
        } else {
            bindText(value);
        }
    }
    template <typename T> void bind(const std::optional<T>& value)
    {
        if (value)
            bind(*value);
        else
            bindNull();
    }
    void bindInteger(std::int64_t value);
    void bindUnsigned(std::uint64_t value);
    void bindNumber(double value);
    void bindText(std::string_view text);
    void bindBytes(std::string_view bytes);
    void bindNull();
    void bound(int code);

    void reset();
    base::Result<void> finish();

    Connection* m_connection;
    sqlite3_stmt* m_handle;
    int m_bound = 0; ///< values bound so far
    int m_failed = 0; ///< the first result code of binding that is not OK
};

} // namespace cupel::catalog
