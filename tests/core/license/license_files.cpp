#include "tests/core/license/license_files.h"

#include <nlohmann/json.hpp>

#include <stdexcept>

#include "core/license/spdx_list.h"
#include "tests/support/json_file.h"

namespace cupel::test {

const std::vector<ListedText>& listedTexts()
{
    static const std::vector<ListedText> texts = [] {
        std::vector<ListedText> result;
        const std::filesystem::path path = CUPEL_LICENSE_TEXTS;
        if (path.extension() != ".json")
            return result;
        const nlohmann::json list = readJson(path);
        for (const auto& [id, entry] : list.items()) {
            const license::SpdxLicense* const known = license::findSpdxLicense(id);
            if (known && !known->isDeprecated())
                result.push_back({id, entry.at("licenseText")});
        }
        return result;
    }();
    return texts;
}

const std::string& listedText(const std::string& id)
{
    for (const ListedText& each : listedTexts()) {
        if (each.id == id)
            return each.text;
    }
    throw std::runtime_error("no text of " + id);
}

} // namespace cupel::test
