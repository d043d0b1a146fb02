#pragma once

#include <span>
#include <string_view>

namespace cupel::card {

/// Where in a document a field is answered: a name there, and the field's key.
struct Route {
    std::string_view name;
    std::string_view key;
};

/// Titles of Markdown sections, in lower case, of the 2020-2022 and the 2023 template of dataset
/// cards.
std::span<const Route> headingRoutes();
/// Labels of "Label: text" bullets, in lower case, without the colon.
std::span<const Route> bulletRoutes();
/// Members of the front matter.
std::span<const Route> frontMatterRoutes();
/// Properties of a Croissant dataset, by the local part of their names: those of schema.org,
/// Croissant, RAI (with the spellings seen beside those of the specification) and PROV.
std::span<const Route> croissantRoutes();

} // namespace cupel::card
