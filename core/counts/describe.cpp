#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include "core/base/number.h"
#include "core/counts/question.h"
#include "core/counts/where.h"

namespace cupel::counts {
namespace {

/// The cells of a term, by kind.
struct Wanted {
    std::vector<std::string> values;
    bool missing = false;
    bool notOfType = false;

    explicit Wanted(const std::vector<CellKey>& in)
    {
        for (const CellKey& key : in) {
            if (key.isValue())
                values.push_back(key.text);
            missing = missing || key.kind == CellKey::Kind::Missing;
            notOfType = notOfType || key.kind == CellKey::Kind::NotOfType;
        }
    }
    bool has(const std::string& value) const
    {
        return std::find(values.begin(), values.end(), value) != values.end();
    }
};

std::string join(const std::vector<std::string>& parts, const char* separator)
{
    std::string joined;
    for (const std::string& part : parts)
        joined += (joined.empty() ? "" : separator) + part;
    return joined;
}

/// A value as the language of parseWhere writes it: numbers bare, all else quoted.
std::string literal(const std::string& text)
{
    if (const auto number = base::parseNumber(text);
        number && base::formatNumber(number->d) == text)
        return text;
    std::string quoted = "'";
    for (const char c : text)
        quoted += c == '\'' ? std::string("''") : std::string(1, c);
    return quoted + "'";
}

std::string literals(const std::vector<std::string>& texts)
{
    std::vector<std::string> parts;
    std::transform(texts.begin(), texts.end(), std::back_inserter(parts), literal);
    return std::string("(").append(join(parts, ", ")).append(")");
}

std::string names(const std::vector<std::string>& columns)
{
    std::vector<std::string> parts;
    std::transform(columns.begin(), columns.end(), std::back_inserter(parts), quotedName);
    return parts.empty() ? "all columns" : join(parts, ", ");
}

std::string oneOf(const std::string& column, const std::vector<std::string>& values)
{
    return values.size() == 1 ? column + " = " + literal(values.front())
                              : column + " in " + literals(values);
}

std::string noneOf(const std::string& column, const std::vector<std::string>& values)
{
    return values.size() == 1 ? column + " != " + literal(values.front())
                              : column + " not in " + literals(values);
}

/// The number just below t where it is the shorter one to write: "x > 40" is kept as "x >= the
/// double after 40".
std::optional<double> shorterBelow(double t)
{
    const double below = std::nextafter(t, -std::numeric_limits<double>::infinity());
    if (base::formatNumber(below).size() < base::formatNumber(t).size())
        return below;
    return std::nullopt;
}

/// What a Dim in cells that are values says. Empty when it can hold for no row.
class Sentence {
public:
    explicit Sentence(const Wanted& wanted)
        : m_wanted(wanted)
    {
    }

    std::string operator()(const ValueDim& dim) const
    {
        return m_wanted.values.empty() ? "" : oneOf(quotedName(dim.column), m_wanted.values);
    }
    std::string operator()(const BinsDim& dim) const
    {
        std::vector<std::string> parts;
        for (const std::string& label : binLabels(dim.edges)) {
            if (!m_wanted.has(label))
                continue;
            const bool isInterval = label.front() == '[';
            parts.push_back(quotedName(dim.column) + (isInterval ? " in " : " ") + label);
        }
        return join(parts, " or ");
    }
    std::string operator()(const AtLeastDim& dim) const
    {
        const std::string column = quotedName(dim.column);
        const bool above = m_wanted.has("true");
        const bool below = m_wanted.has("false");
        if (above && below)
            return column + " is a number";
        if (!above && !below)
            return "";
        if (const auto inclusive = shorterBelow(dim.threshold))
            return column + (above ? " > " : " <= ") + base::formatNumber(*inclusive);
        return column + (above ? " >= " : " < ") + base::formatNumber(dim.threshold);
    }
    std::string operator()(const MissingDim& dim) const
    {
        return choice(
            quotedName(dim.column), "missing", " is missing", "present", " is not missing");
    }
    std::string operator()(const SameDim& dim) const
    {
        const std::string second = quotedName(dim.second);
        return choice(quotedName(dim.first), "same", " is the same as " + second, "different",
            " differs from " + second);
    }
    std::string operator()(const RecodeDim& dim) const
    {
        const bool wantsOther = m_wanted.has(dim.other);
        std::vector<std::string> listed;
        for (const auto& [value, label] : dim.labels) {
            if (m_wanted.has(label) != wantsOther)
                listed.push_back(value);
        }
        const std::string column = quotedName(dim.column);
        if (wantsOther)
            return listed.empty() ? column + " has a value" : noneOf(column, listed);
        return listed.empty() ? "" : oneOf(column, listed);
    }
    std::string operator()(const RepeatsDim& dim) const
    {
        return choice("the row", "repeat", " repeats an earlier row in " + names(dim.keys), "first",
            " is the first with its values in " + names(dim.keys));
    }
    std::string operator()(const ConflictsDim& dim) const
    {
        const std::string rows = " between rows equal in " + names(dim.keys);
        return choice(quotedName(dim.column), "conflict", " differs" + rows, "consistent",
            " does not differ" + rows);
    }

private:
    std::string choice(const std::string& subject, const char* a, const std::string& saysA,
        const char* b, const std::string& saysB) const
    {
        std::vector<std::string> parts;
        if (m_wanted.has(a))
            parts.push_back(subject + saysA);
        if (m_wanted.has(b))
            parts.push_back(subject + saysB);
        return join(parts, " or ");
    }

    const Wanted& m_wanted;
};

/// The column whose being missing makes a Dim's cell Missing.
struct Subject {
    template <typename D> std::string operator()(const D& dim) const
    {
        return quotedName(dim.column);
    }
    std::string operator()(const SameDim& dim) const
    {
        return quotedName(dim.first) + " or " + quotedName(dim.second);
    }
    std::string operator()(const RepeatsDim&) const { return "the row"; }
};

std::string describeTerm(const Filter::Term& term)
{
    const Wanted wanted(term.in);
    std::vector<std::string> parts;
    if (std::string values = std::visit(Sentence(wanted), term.dim); !values.empty())
        parts.push_back(std::move(values));
    const std::string subject = std::visit(Subject(), term.dim);
    if (wanted.notOfType)
        parts.push_back(subject + " is no number");
    if (wanted.missing)
        parts.push_back(subject + " is missing");
    return parts.empty() ? "no row" : join(parts, " or ");
}

} // namespace

std::string describe(const Filter& filter)
{
    std::vector<std::string> parts;
    for (const Filter::Term& term : filter.terms) {
        std::string part = describeTerm(term);
        const bool needsParentheses
            = filter.terms.size() > 1 && part.find(" or ") != std::string::npos;
        parts.push_back(needsParentheses ? std::string("(").append(part).append(")") : part);
    }
    return parts.empty() ? "all rows" : join(parts, " and ");
}

} // namespace cupel::counts
