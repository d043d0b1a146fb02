#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cupel::card {

/// How much a Data Card needs a field. Conditional fields count once their condition holds.
enum class Level { Core, Expected, Optional, Conditional };
/// At a glance, more specific, or in full detail (Pushkarna et al., Data Cards, FAccT 2022).
enum class Scope { None, Telescope, Periscope, Microscope };
/// When a conditional field is needed.
enum class Condition {
    None,
    People, ///< the data relates to people
    Labelled, ///< there is a label column
    HumanLabels, ///< people labelled
    MachineLabels, ///< a program labelled
    HumanValidators, ///< people validated
    Sampled, ///< the data is a sample of something larger
    JoiningLimited, ///< joining is conditional or not advised
    SamplingLimited, ///< sampling is conditional or not advised
    MissingFilled, ///< missing values were filled
    KindApplied, ///< a transformation of this kind was applied
};

/// One field that a Data Card may answer.
struct Field {
    std::string key; ///< "card.title"
    std::string section; ///< heading it belongs under
    std::string title; ///< what is asked
    std::string type; ///< "text", "enum access", "table", …
    bool isDerived = false; ///< the program can fill it from the data
    Level level = Level::Optional;
    Scope scope = Scope::None;
    Condition condition = Condition::None;
    std::string group; ///< weight group
    std::string dimension; ///< accountability, utility, quality, impact or risk
    std::vector<std::string> questions; ///< of Datasheets for Datasets that it answers: "2.6"
};

struct WeightGroup {
    std::string id;
    int weight = 0; ///< all groups together: 100
};

/// The card model: 228 fields in the order of the Data Cards template and its extensions, the lists
/// that enum fields choose from, and the weights of the completeness score.
struct Model {
    std::vector<Field> fields;
    std::map<std::string, std::vector<std::string>> enums;
    std::vector<WeightGroup> groups;

    const Field* find(std::string_view key) const;
};
const Model& model();

/// "core", "expected", "optional", "conditional".
std::string_view levelName(Level level);
/// "telescope", "periscope", "microscope"; empty for None.
std::string_view scopeName(Scope scope);

} // namespace cupel::card
