#pragma once

#include <QString>
#include <optional>
#include <string>

#include "core/counts/count_source.h"

/// Filters in words.
namespace cupel::ui {

/// A term as a person reads it, cut where it is long.
QString termWords(const counts::Filter::Term& term);
/// All terms of a filter; "all rows" where there is none.
QString filterWords(const counts::Filter& filter);

/// A filter with the terms that the language of --where can say, and the others.
struct SplitFilter {
    counts::Filter said;
    counts::Filter unsaid;
    std::string text; ///< of what can be said
};
SplitFilter splitFilter(const counts::Filter& filter, const counts::Description& description);

/// Whether every column of a filter is there.
bool fits(const counts::Filter& filter, const counts::Description& description);

/// A filter without one of its terms.
counts::Filter without(const counts::Filter& filter, std::size_t term);

} // namespace cupel::ui
