#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace cupel::base {

/// What went wrong, by the kind of answer the caller owes: each code maps to one exit code.
enum class ErrorCode {
    Usage, ///< wrong option, role, expression or policy (exit 2)
    InputMissing, ///< the path does not exist (exit 3)
    InputUnreadable, ///< no permission, a directory, an I/O error, changed while read (exit 3)
    NotData, ///< binary, an encoding that is not read, not a table (exit 3)
    Empty, ///< nothing to audit (exit 5)
    OutputFailed, ///< a report could not be written (exit 7: the run is incomplete)
    Cancelled, ///< the job was cancelled (exit 130 after Ctrl+C)
    Catalog, ///< the catalog or what it keeps is damaged, locked, foreign or newer (exit 8)
    Internal, ///< a bug (exit 4)
};

/// Position in a file. Zero means "not known" for every field; line and column count from one,
/// column in code points, byte from the start of the file.
struct Location {
    std::string file;
    std::uint64_t line = 0;
    std::uint64_t column = 0;
    std::uint64_t byte = 0;
};

/// An error as a value: what happened, why, where, and what to try.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
    std::string hint;
    Location where;
};

/// An error of the user's, who is told what to write instead.
inline Error usageError(std::string message, std::string hint)
{
    return {ErrorCode::Usage, std::move(message), std::move(hint), {}};
}

/// Hold a T or an Error. The names follow std::expected, so that it can become an alias one day.
template <typename T> class [[nodiscard]] Result {
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() & { return std::get<0>(m_state); }
    const T& value() const& { return std::get<0>(m_state); }
    T&& value() && { return std::get<0>(std::move(m_state)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const& { return std::get<1>(m_state); }
    Error&& error() && { return std::get<1>(std::move(m_state)); }

private:
    std::variant<T, Error> m_state;
};

template <> class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }

    bool has_value() const { return !m_error; }
    explicit operator bool() const { return has_value(); }
    const Error& error() const& { return *m_error; }
    Error&& error() && { return std::move(*m_error); }

private:
    std::optional<Error> m_error;
};

} // namespace cupel::base
