#pragma once

#include <string>
#include <vector>

#include "core/base/result.h"

namespace cupel::batch {

/// The files that a command line names.
struct NamedFiles {
    std::vector<std::string> inputs;
    std::vector<std::string> settings; ///< read besides the inputs: roles, policy, documents
    std::vector<std::string> outputs; ///< "-" is standard output
    std::string catalog; ///< that is written to; empty: none
};

/// No input and no output is named twice, and no output would replace a file that is read, or a
/// catalog or what belongs to one; links and other spellings of a path count as the file. Fails
/// with Usage.
base::Result<void> checkNamedFiles(const NamedFiles& files);

/// The paths of the documents beside an input.
std::vector<std::string> documentsBeside(const std::string& input);

} // namespace cupel::batch
