#pragma once

#include <span>
#include <string_view>

namespace cupel::exports {

/// What a property takes from answers that were not read from Croissant.
enum class Shape {
    Text, ///< one text; several are joined as paragraphs
    First, ///< the first text
    Texts, ///< each text, the items of lists apart
    Address, ///< the first address in them
    Addresses, ///< every address
    Languages, ///< codes of languages
    People, ///< a Person each
    Organizations, ///< an Organization each
    Version, ///< a text that is a semantic version
    Dates, ///< a text that is an ISO 8601 date or an interval
    None, ///< nothing: only what Croissant said comes back
};

struct CroissantProperty {
    std::string_view name;
    Shape shape = Shape::Text;
};

/// In the order they are written. License, conformsTo, distribution and recordSet have rules of
/// their own.
std::span<const CroissantProperty> croissantProperties();

/// MAJOR.MINOR.PATCH, its last two parts optional, without leading zeros.
bool isVersion(std::string_view text);
/// A year, a month, a day or a time, or two of them as an interval.
bool isDates(std::string_view text);

} // namespace cupel::exports
