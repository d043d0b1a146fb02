#pragma once

#include <random>

#include "core/counts/count_source.h"
#include "core/counts/literal_counts.h"

namespace cupel::test {

/// A random table of 1 to 6 columns and 0 to `mostRows` rows: words, codes, integers, decimals in
/// several spellings, awkward texts, missing cells, repeated rows, columns without any value, and
/// number columns with words in them.
counts::LiteralTable randomTable(std::mt19937_64& random, std::size_t mostRows);

/// A random question that the dataset can answer.
counts::Question randomQuestion(std::mt19937_64& random, const counts::Description& description);

} // namespace cupel::test
