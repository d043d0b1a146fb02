#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/text.h"
#include "core/documents/node.h"

namespace cupel::lint {

/// Error: the validator of the profile refuses the file. Warning: it reports and accepts. Note: it
/// notices nothing although the specification or common sense would.
enum class Level { Note, Warning, Error };
std::string_view levelName(Level level); ///< "note", "warning", "error"

/// Something that a profile finds in a document.
struct Issue {
    std::string rule; ///< id of lint::rules()
    Level level = Level::Error; ///< in this profile
    base::Sentence message;
    base::Sentence fix; ///< what to try
    documents::Position at; ///< of what is wrong, or of what lacks something; 0: the whole file
    /// RFC 6901 pointer to it in JSON or in front matter: "/recordSet/0/field/1"; empty: the whole.
    std::string path;
};

/// Whose rules a document is held against. Validators disagree; their results are never merged.
enum class Profile {
    Tool, ///< mlcroissant 1.1.0: whether it accepts a Croissant file
    Spec, ///< Tool, and what the Croissant specification requires and recommends
    Strict, ///< Spec, and what both leave unchecked: hashes, addresses, keys, names
    Neurips, ///< the minimal set of responsible AI of the NeurIPS track, from a secondary source
    Hub, ///< answer expected of the Hugging Face Hub, emulated: its check is not published
    HubClient, ///< whether huggingface_hub reads the metadata block of a card
    Loader, ///< whether datasets reads the configurations of a card
    HfMetadata2022, ///< metadata half of the last published strict validator of cards
    HfBody2022, ///< its body half
    DataProvenance, ///< checks of summaries of the Data Provenance Collection
};
/// "tool", "spec", "strict", "neurips", "hub", "hub-client", "loader", "hf-metadata-2022",
/// "hf-body-2022", "data-provenance".
std::string_view profileName(Profile profile);
std::optional<Profile> profileFromName(std::string_view name);
/// Names of all profiles, with commas between.
std::string profileNames();

/// Answer of one profile to one document.
struct Verdict {
    Profile profile = Profile::Tool;
    std::vector<Issue> issues; ///< by place, then by rule; of very many the first ones
    std::size_t unlisted = 0; ///< issues beyond these; an error is among those listed, if any is

    /// Whether no issue is an error.
    bool isValid() const;
};

} // namespace cupel::lint
