#include "core/audits/wording.h"

#include "core/base/number.h"

#include <array>
#include <charconv>
#include <cmath>

namespace cupel::audits {

namespace {

std::string fixed(double value, int decimals)
{
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals);
    return {buffer.data(), end.ptr};
}

} // namespace

std::string shortNumber(double value)
{
    if (std::isinf(value))
        return value > 0 ? "infinite" : "minus infinite";
    constexpr double kGrouped = 1e3;
    constexpr double kExponent = 1e15;
    const double size = std::fabs(value);
    if (size >= kGrouped && size < kExponent)
        return base::groupedDigits(std::llround(value));
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(
        buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, 4);
    return {buffer.data(), end.ptr};
}

std::string percent(double share)
{
    const double value = share * 100.0;
    if (share > 0.0 && value < 0.01)
        return "under 0.01 %";
    if (share < 1.0 && value > 99.99)
        return "over 99.99 %";
    const bool nearAnEnd = value < 1.0 || value > 99.0;
    const std::string digits = fixed(value, nearAnEnd ? 2 : 1);
    // "50.0" reads as a measured decimal that is not there.
    const std::size_t last = digits.find_last_not_of('0');
    return digits.substr(0, digits[last] == '.' ? last : last + 1) + " %";
}

std::string countOf(std::int64_t number, const std::string& singular, const std::string& plural)
{
    return base::groupedDigits(number) + " " + (number == 1 ? singular : plural);
}

std::string intervalWords(const std::optional<base::Interval>& interval)
{
    if (!interval)
        return {};
    return percent(interval->level) + " interval " + shortNumber(interval->low) + " to "
        + shortNumber(interval->high);
}

base::Sentence named(const base::DataText& text)
{
    const std::string& raw = text.raw();
    const bool needsQuotes = raw.empty() || raw.front() == ' ' || raw.back() == ' '
        || raw.find(',') != std::string::npos;
    if (!needsQuotes)
        return {text};
    return {"\"", text, "\""};
}

base::Sentence crossed(const std::vector<base::DataText>& parts)
{
    base::Sentence whole;
    for (const base::DataText& part : parts) {
        if (!whole.empty())
            whole.emplace_back(" × ");
        append(whole, named(part));
    }
    return whole;
}

void append(base::Sentence& whole, const base::Sentence& more)
{
    whole.insert(whole.end(), more.begin(), more.end());
}

base::Sentence listing(const std::vector<base::Sentence>& items, std::size_t limit)
{
    base::Sentence whole;
    for (std::size_t i = 0; i < items.size() && i < limit; ++i) {
        if (i > 0)
            whole.emplace_back(", ");
        append(whole, items[i]);
    }
    if (items.size() > limit)
        whole.emplace_back(" and " + std::to_string(items.size() - limit) + " more");
    return whole;
}

} // namespace cupel::audits
