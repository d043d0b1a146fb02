#include "core/license/expression.h"

#include "core/license/spdx_list.h"

#include <algorithm>

namespace cupel::license {
namespace {

using Kind = Expression::Kind;

Expression joined(Kind kind, const std::vector<Expression>& parts)
{
    Expression whole;
    whole.kind = kind;
    for (const Expression& part : parts) {
        const std::vector<Expression> inner
            = part.kind == kind ? part.parts : std::vector<Expression>{part};
        for (const Expression& one : inner) {
            if (std::find(whole.parts.begin(), whole.parts.end(), one) == whole.parts.end())
                whole.parts.push_back(one);
        }
    }
    return whole.parts.size() == 1 ? whole.parts.front() : whole;
}

/// The entry of a licence: the id with its "+" where the list has one (GPL-2.0+), else the id.
const SpdxLicense* entryOf(const Expression& license)
{
    if (license.orLater) {
        if (const SpdxLicense* entry = findSpdxLicense(license.id + "+"))
            return entry;
    }
    return findSpdxLicense(license.id);
}

template <typename Visit> void visitLicenses(const Expression& expression, const Visit& visit)
{
    if (expression.kind == Kind::License)
        visit(expression);
    for (const Expression& part : expression.parts)
        visitLicenses(part, visit);
}

Expression successorOf(const Expression& license)
{
    const SpdxLicense* entry = entryOf(license);
    if (!entry || entry->successors.empty())
        return license;
    const auto successor = parseExpression(entry->successors.front());
    if (!successor || successor->kind != Kind::License)
        return license;
    Expression replaced = *successor;
    replaced.orLater = license.orLater && !entry->id.ends_with('+');
    if (replaced.exception.empty())
        replaced.exception = license.exception;
    return replaced;
}

} // namespace

bool Expression::isRef() const
{
    return id.starts_with("LicenseRef-") || id.starts_with("DocumentRef-");
}

std::string toText(const Expression& expression)
{
    if (expression.kind == Kind::License) {
        return expression.id + (expression.orLater ? "+" : "")
            + (expression.exception.empty() ? "" : " WITH " + expression.exception);
    }
    std::string text;
    for (const Expression& part : expression.parts) {
        if (!text.empty())
            text += expression.kind == Kind::And ? " AND " : " OR ";
        const bool needsParentheses = expression.kind == Kind::And && part.kind == Kind::Or;
        text += needsParentheses ? "(" + toText(part) + ")" : toText(part);
    }
    return text;
}

Expression allOf(const std::vector<Expression>& parts)
{
    return joined(Kind::And, parts);
}

Expression anyOf(const std::vector<Expression>& parts)
{
    return joined(Kind::Or, parts);
}

std::vector<Expression> licensesOf(const Expression& expression)
{
    std::vector<Expression> licenses;
    visitLicenses(expression, [&licenses](const Expression& license) {
        if (std::find(licenses.begin(), licenses.end(), license) == licenses.end())
            licenses.push_back(license);
    });
    return licenses;
}

std::vector<Deprecation> deprecationsOf(const Expression& expression)
{
    std::vector<Deprecation> found;
    for (const Expression& license : licensesOf(expression)) {
        const SpdxLicense* entry = entryOf(license);
        if (entry && entry->isDeprecated())
            found.push_back({entry->id, entry->deprecatedSince, entry->successors});
    }
    return found;
}

Expression withSuccessors(const Expression& expression)
{
    if (expression.kind == Kind::License)
        return successorOf(expression);
    std::vector<Expression> parts;
    for (const Expression& part : expression.parts)
        parts.push_back(withSuccessors(part));
    return joined(expression.kind, parts);
}

} // namespace cupel::license
