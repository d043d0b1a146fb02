#pragma once

/// Classes of ASCII characters, whatever the locale. Bytes beyond ASCII are in none of them.
namespace cupel::base {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool isPunctuation(char c)
{
    return c > ' ' && c < '\x7f' && !isDigit(c) && !isLetter(c);
}

} // namespace cupel::base
