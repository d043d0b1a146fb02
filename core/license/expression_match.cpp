#include "core/license/expression_match.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "core/base/ascii.h"

namespace cupel::license {
namespace {

using base::isDigit;

/// An id cut into the words around its version: "CC-BY-", 3.0, "-DE".
struct Version {
    std::string before;
    int major = 0;
    int minor = 0;
    std::string after;
    bool orLater = false;
};

/// The small number at the front of a text, which loses it.
int takeNumber(std::string_view& text)
{
    int value = 0;
    while (!text.empty() && isDigit(text.front()) && value < 10'000) {
        value = value * 10 + (text.front() - '0');
        text.remove_prefix(1);
    }
    return value;
}

Version versionOf(const Expression& license)
{
    Version version;
    std::string_view rest = license.id;
    std::size_t at = 0;
    while (at < rest.size() && !(isDigit(rest[at]) && at > 0 && rest[at - 1] == '-'))
        ++at;
    version.before = std::string(rest.substr(0, at));
    rest.remove_prefix(at);
    version.major = takeNumber(rest);
    if (rest.starts_with('.')) {
        rest.remove_prefix(1);
        version.minor = takeNumber(rest);
    }
    version.orLater = license.orLater || rest == "-or-later";
    version.after = std::string(rest == "-or-later" || rest == "-only" ? "" : rest);
    return version;
}

} // namespace

bool covers(const Expression& declared, const Expression& other)
{
    const Expression left = withSuccessors(declared);
    const Expression right = withSuccessors(other);
    if (left == right)
        return true;
    if (left.isRef() || right.isRef() || left.exception != right.exception)
        return false;
    const Version from = versionOf(left);
    const Version to = versionOf(right);
    const bool isFamily
        = from.before == to.before && from.after == to.after && from.before != left.id;
    return isFamily && from.orLater
        && (to.major > from.major || (to.major == from.major && to.minor >= from.minor));
}

bool isSatisfiedBy(const Expression& expression, const std::vector<Expression>& accepted)
{
    const auto isMet = [&](const Expression& part) { return isSatisfiedBy(part, accepted); };
    switch (expression.kind) {
    case Expression::Kind::And:
        return std::all_of(expression.parts.begin(), expression.parts.end(), isMet);
    case Expression::Kind::Or:
        return std::any_of(expression.parts.begin(), expression.parts.end(), isMet);
    case Expression::Kind::License:
        break;
    }
    return std::any_of(accepted.begin(), accepted.end(),
        [&](const Expression& license) { return covers(expression, license); });
}

} // namespace cupel::license
