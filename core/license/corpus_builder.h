#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cupel::license {

/// A licence text as it is published.
struct PublishedText {
    std::string id;
    std::string name;
    std::string text;
};

/// Prepare texts for comparison, as bytes for readCorpus(). The order of `texts` makes no
/// difference. Texts without a word are left out.
std::string buildCorpus(const std::string& name, std::vector<PublishedText> texts);

} // namespace cupel::license
