#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/figure.h"
#include "core/base/text.h"

namespace cupel::audits {

/// A number as people read it: four significant digits, whole and in groups from 1,000 on, with an
/// exponent from 1e15 on; "infinite".
std::string shortNumber(double value);
/// A share from 0 to 1 in percent: "24.1 %". What is not 0 is never written "0 %", what is not all
/// never "100 %".
std::string percent(double share);
/// "1 row", "2,000 rows".
std::string countOf(std::int64_t number, const std::string& singular, const std::string& plural);
/// "95 % interval 0.188 to 0.204"; empty where there is none.
std::string intervalWords(const std::optional<base::Interval>& interval);

/// A sentence of our own words and texts from the data, in order. Neighbouring words join.
template <typename... Parts> base::Sentence sentence(Parts&&... parts)
{
    base::Sentence spans;
    const auto add = [&spans](base::Span span) {
        auto* words = std::get_if<std::string>(&span);
        if (words && words->empty())
            return;
        if (words && !spans.empty() && std::holds_alternative<std::string>(spans.back()))
            std::get<std::string>(spans.back()) += *words;
        else
            spans.push_back(std::move(span));
    };
    (add(base::Span(std::forward<Parts>(parts))), ...);
    return spans;
}

/// A text from the data in a sentence: in quotes where it begins or ends with a blank, which would
/// otherwise not be seen, or holds a comma.
base::Sentence named(const base::DataText& text);

/// The parts of a subgroup, or the columns that are crossed: "Female × Arven".
base::Sentence crossed(const std::vector<base::DataText>& parts);

/// Append a sentence to another, without a blank between.
void append(base::Sentence& whole, const base::Sentence& more);
/// The first `limit` items with commas between, and "and 3 more" for the rest.
base::Sentence listing(const std::vector<base::Sentence>& items, std::size_t limit = 5);

} // namespace cupel::audits
