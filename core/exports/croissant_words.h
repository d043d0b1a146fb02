#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "core/documents/node.h"

namespace cupel::exports {

/// The context of a Croissant 1.1 file: the terms of the specification under https, as its tool
/// wants them. With language maps, names and descriptions are maps of languages.
nlohmann::ordered_json croissantContext(const std::string& language, bool hasLanguageMaps);

/// A value in plain words (documents::plainCroissant()) in the words of the context: types and data
/// types with their prefixes.
nlohmann::ordered_json inContext(const documents::Node& plain);

/// A FileObject or FileSet, or a RecordSet, of any version as 1.1 writes it: ids in the place of
/// names, sources by fileObject and fileSet, arrays by isArray.
nlohmann::ordered_json resourceOf11(const documents::Node& plain);
nlohmann::ordered_json recordSetOf11(
    const documents::Node& plain, const nlohmann::ordered_json& distribution);

/// A name as a part of an @id: everything but letters, digits and "._-~" of ASCII is
/// percent-encoded, so that names that differ give ids that differ.
std::string idPart(std::string_view name);

} // namespace cupel::exports
