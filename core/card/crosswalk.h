#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cupel::card {

/// What the names are that a document answers fields under.
enum class Vocabulary {
    None, ///< measured, or not said where
    FrontMatter, ///< members of the YAML of a dataset card
    Heading, ///< titles of Markdown sections
    Bullet, ///< labels of "Label: text" lines
    Croissant, ///< properties of a Croissant dataset
    Datasheet, ///< numbers of the questions of Datasheets for Datasets
    Person, ///< no names: a person answered the field itself, in no document
};
/// "front-matter", "heading", "bullet", "croissant", "datasheet", "person"; empty for None.
std::string_view vocabularyName(Vocabulary vocabulary);
std::optional<Vocabulary> vocabularyFromName(std::string_view name);

/// Where in a document a field is answered: a name there, and the field's key.
struct Route {
    std::string_view name;
    std::string_view key;
    /// Whether an answer that stands elsewhere is written there. Of several names for one field
    /// this says which; an answer that was read under a name goes back to it in any case.
    bool isWritten = true;
};

/// Titles of Markdown sections, in lower case, of the 2020-2022 and the 2023 template of dataset
/// cards.
std::span<const Route> headingRoutes();
/// Labels of "Label: text" bullets, in lower case, without the colon.
std::span<const Route> bulletRoutes();
/// Members of the front matter.
std::span<const Route> frontMatterRoutes();
/// Properties of a Croissant dataset by their standard names (documents::standardName()): those of
/// schema.org, Croissant, RAI and PROV.
std::span<const Route> croissantRoutes();
/// Keys of the fields that an answer to a question of a datasheet belongs to.
const std::vector<std::string>& keysOfQuestion(std::string_view number);

} // namespace cupel::card
