#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/documents/node.h"
#include "core/documents/yaml_reader.h"

namespace cupel::lint {

/// A line without its end, which may be LF, CR LF or CR.
struct CardLine {
    std::string_view text;
    std::uint64_t number = 0;
    std::size_t begin = 0; ///< offset in the card
};
/// Lines of a text as Python reads them; none of an empty one, and none behind the last line end.
std::vector<CardLine> cardLines(std::string_view text);

/// The metadata block of a card as one of its readers finds it.
struct CardBlock {
    bool isFound = false;
    bool begins = false; ///< the first line opens it
    std::string_view yaml;
    std::uint64_t line = 1; ///< of the first character of yaml
};
/// Between a first line of exactly "---" and the next such line.
CardBlock strictBlock(std::string_view text);
/// As huggingface_hub finds it: white space may precede the first line, blanks may follow the
/// closing dashes, and at least one line stands between.
CardBlock clientBlock(std::string_view text);

/// Read the block; keys that occur twice are collected.
base::Result<documents::Node> readBlock(
    const CardBlock& block, std::vector<documents::RepeatedKey>& repeated);

/// Whether a YAML 1.1 reader, as PyYAML is, takes a scalar for a text. Without quotes no, on, 1984
/// and 2022-01-31 are none.
bool isYamlText(const documents::Node& scalar);

} // namespace cupel::lint
