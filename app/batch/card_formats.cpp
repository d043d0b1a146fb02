#include "app/batch/card_formats.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "core/pipeline/card_export.h"
#include "core/reports/card_page.h"
#include "core/reports/html_page.h"
#include "core/reports/markdown_page.h"
#include "core/reports/terminal_text.h"

namespace cupel::batch {
namespace {

std::string html(const reports::DatasetReport& dataset, const reports::PrivacyRule& privacy)
{
    return reports::htmlPage(reports::cardPage(dataset), reports::PrivacyView(privacy));
}

std::string markdown(const reports::DatasetReport& dataset, const reports::PrivacyRule& privacy)
{
    return reports::markdownPage(reports::cardPage(dataset), reports::PrivacyView(privacy));
}

constexpr std::array<CardFormat, 7> kFormats{{
    {"croissant", nullptr, exports::croissant},
    {"datasheet", nullptr, exports::datasheet},
    {"hf", nullptr, exports::hubCard},
    {"html", html, nullptr},
    {"json", reports::cardJsonText, nullptr},
    {"md", markdown, nullptr},
    {"pdf", nullptr, nullptr},
}};

} // namespace

const CardFormat* findCardFormat(std::string_view name)
{
    const auto found = std::find_if(kFormats.begin(), kFormats.end(),
        [name](const CardFormat& format) { return format.name == name; });
    return found == kFormats.end() ? nullptr : &*found;
}

base::Result<std::vector<CardOutput>> cardOutputs(
    const std::vector<std::string>& given, std::string_view known)
{
    std::vector<CardOutput> outputs;
    for (const std::string& one : given) {
        const std::size_t equals = std::min(one.find('='), one.size());
        const std::string name = one.substr(0, equals);
        const CardFormat* const format = findCardFormat(name);
        const bool isKnown = format && known.find(name) != std::string_view::npos;
        if (!isKnown || equals + 1 >= one.size()) {
            return base::Error{base::ErrorCode::Usage,
                "-o '" + one + "' is not FORMAT=PATH with a known format",
                "formats are " + std::string(known) + ", as in -o hf=card.md", {}};
        }
        outputs.push_back({format, one.substr(equals + 1)});
    }
    return outputs;
}

void printNotes(std::string_view format, const std::vector<exports::Note>& notes)
{
    for (const exports::Note& note : notes) {
        const std::string line = "note: " + pipeline::noteText(std::string(format), note);
        std::fprintf(stderr, "%s\n", reports::visibleText(line).c_str());
    }
}

} // namespace cupel::batch
