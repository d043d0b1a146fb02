#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/exports/export.h"

namespace cupel::batch {

/// A form that a card can be written in.
struct CardFormat {
    std::string_view name;
    /// For people or as our own JSON, with what was counted; null: the format is an export or
    /// drawn.
    std::string (*page)(const reports::DatasetReport& dataset, const reports::PrivacyRule& privacy);
    /// For other programs, also without data; null: it is for people.
    exports::Export (*write)(const exports::Source& source);

    /// Whether cupel-print draws it from the page of the card.
    bool isPrinted() const { return !page && !write; }
};

struct CardOutput {
    const CardFormat* format = nullptr;
    std::string path; ///< "-": standard output
};
/// What -o asks for. Fails with Usage where one is not FORMAT=PATH with a format of `known`, a list
/// of names for people.
base::Result<std::vector<CardOutput>> cardOutputs(
    const std::vector<std::string>& given, std::string_view known);

/// The format of a name that is known.
const CardFormat* findCardFormat(std::string_view name);

/// Say on stderr what an export left out.
void printNotes(std::string_view format, const std::vector<exports::Note>& notes);

} // namespace cupel::batch
