#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace cupel::license {

/// An SPDX licence expression (SPDX 3.0, annex "SPDX license expressions") as a tree.
struct Expression {
    enum class Kind { License, And, Or };
    Kind kind = Kind::License;

    // Of a licence:
    std::string id; ///< as the list spells it, or a LicenseRef with its DocumentRef
    bool orLater = false; ///< "+" behind the id
    std::string exception; ///< behind WITH: an exception's id or an AdditionRef; empty: none

    std::vector<Expression> parts; ///< of And and Or: two or more, none of the same kind

    bool isRef() const; ///< a LicenseRef, whose terms the list does not know
    friend bool operator==(const Expression&, const Expression&) = default;
};

inline constexpr std::size_t kMaxExpressionBytes = 20'000;
inline constexpr std::size_t kMaxExpressionDepth = 64; ///< of parentheses

/// Read an expression. Ids match without regard to case, operators are all upper or all lower case;
/// NONE and NOASSERTION are values of a field and no expressions. Fails with Usage: what is wrong,
/// the column in code points from 1, and what to write, which for an unknown id is the nearest
/// known one.
base::Result<Expression> parseExpression(std::string_view text);
/// In the spelling of the list, with the parentheses that it needs and no other.
std::string toText(const Expression& expression);
/// One expression of several, without doubles; a single one stays as it is.
Expression allOf(const std::vector<Expression>& parts);
Expression anyOf(const std::vector<Expression>& parts);

/// The licences of an expression in the order they stand, each once.
std::vector<Expression> licensesOf(const Expression& expression);

/// A deprecated id and what took its place.
struct Deprecation {
    std::string id; ///< with "+" where the list has an entry with it
    std::string since; ///< list version
    std::vector<std::string> successors; ///< expressions, the narrowest grant first
};
std::vector<Deprecation> deprecationsOf(const Expression& expression);
/// The expression with the first successor in the place of each deprecated id; those without a
/// successor stay.
Expression withSuccessors(const Expression& expression);

} // namespace cupel::license
