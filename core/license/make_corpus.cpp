// Build tool: make_corpus LIST OUTPUT. LIST is spdx-full.json of the npm package spdx-license-list,
// or a folder like Debian's common-licenses; OUTPUT becomes part of the program.

#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "core/license/corpus_builder.h"
#include "core/license/folded_text.h"
#include "core/license/spdx_list.h"

namespace {

using cupel::license::PublishedText;

std::string readFile(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

std::vector<PublishedText> textsOfList(const std::filesystem::path& path)
{
    std::vector<PublishedText> texts;
    const auto list = nlohmann::json::parse(readFile(path));
    for (const auto& [id, entry] : list.items()) {
        const auto* const known = cupel::license::findSpdxLicense(id);
        if (!known || !known->isDeprecated())
            texts.push_back({id, entry.at("name"), entry.at("licenseText")});
    }
    return texts;
}

/// Debian's folder names its files in its own way.
std::vector<PublishedText> textsOfFolder(const std::filesystem::path& folder)
{
    const std::vector<std::pair<std::string, std::vector<std::string>>> files{
        {"Apache-2.0", {"Apache-2.0"}}, {"Artistic", {"Artistic-1.0-Perl"}},
        {"BSD", {"BSD-3-Clause"}}, {"CC0-1.0", {"CC0-1.0"}},
        {"GFDL-1.2", {"GFDL-1.2-only", "GFDL-1.2-or-later"}},
        {"GFDL-1.3", {"GFDL-1.3-only", "GFDL-1.3-or-later"}},
        {"GPL-1", {"GPL-1.0-only", "GPL-1.0-or-later"}},
        {"GPL-2", {"GPL-2.0-only", "GPL-2.0-or-later"}},
        {"GPL-3", {"GPL-3.0-only", "GPL-3.0-or-later"}},
        {"LGPL-2", {"LGPL-2.0-only", "LGPL-2.0-or-later"}},
        {"LGPL-2.1", {"LGPL-2.1-only", "LGPL-2.1-or-later"}},
        {"LGPL-3", {"LGPL-3.0-only", "LGPL-3.0-or-later"}}, {"MPL-1.1", {"MPL-1.1"}},
        {"MPL-2.0", {"MPL-2.0"}}};
    std::vector<PublishedText> texts;
    for (const auto& [name, ids] : files) {
        const std::string text = cupel::license::decodeText(readFile(folder / name));
        for (const std::string& id : ids) {
            const auto* const known = cupel::license::findSpdxLicense(id);
            if (!text.empty())
                texts.push_back({id, known ? known->name : id, text});
        }
    }
    return texts;
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::cerr << "usage: make_corpus LIST OUTPUT\n";
        return 2;
    }
    const std::filesystem::path from = argv[1];
    const bool isFolder = std::filesystem::is_directory(from);
    const std::string name = isFolder
        ? "Debian common-licenses"
        : "SPDX License List " + std::string(cupel::license::kSpdxListVersion);
    try {
        const std::string bytes
            = buildCorpus(name, isFolder ? textsOfFolder(from) : textsOfList(from));
        std::ofstream output(argv[2], std::ios::binary | std::ios::trunc);
        output << bytes;
        if (!output.flush())
            throw std::runtime_error(std::string("cannot write ") + argv[2]);
    } catch (const std::exception& error) {
        std::cerr << "make_corpus: " << error.what() << "\n";
        return 1;
    }
    return 0;
}
