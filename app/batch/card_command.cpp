#include <algorithm>
#include <array>
#include <optional>

#include "app/batch/card_dataset.h"
#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/output.h"
#include "core/reports/card_page.h"
#include "core/reports/html_page.h"
#include "core/reports/markdown_page.h"

namespace cupel::batch {
namespace {

/// A form that a card can be written in.
struct CardFormat {
    std::string_view name;
    std::string (*write)(
        const reports::DatasetReport& dataset, const reports::PrivacyRule& privacy);
};

std::string html(const reports::DatasetReport& dataset, const reports::PrivacyRule& privacy)
{
    return reports::htmlPage(reports::cardPage(dataset), reports::PrivacyView(privacy));
}

std::string markdown(const reports::DatasetReport& dataset, const reports::PrivacyRule& privacy)
{
    return reports::markdownPage(reports::cardPage(dataset), reports::PrivacyView(privacy));
}

constexpr std::array<CardFormat, 3> kFormats{{
    {"html", html},
    {"json", reports::cardJsonText},
    {"md", markdown},
}};

const CardFormat* formatOf(std::string_view name)
{
    const auto found = std::find_if(kFormats.begin(), kFormats.end(),
        [name](const CardFormat& format) { return format.name == name; });
    return found == kFormats.end() ? nullptr : &*found;
}

int fail(const base::Error& error, const std::string& path = {})
{
    printError(error, path);
    return exitCodeOf(error.code);
}

int render(const AuditArguments& arguments)
{
    std::vector<std::pair<const CardFormat*, std::string>> outputs;
    for (const std::string& given : arguments.outputs) {
        const std::size_t equals = given.find('=');
        const CardFormat* const format = formatOf(given.substr(0, equals));
        if (equals == std::string::npos || !format || equals + 1 == given.size())
            return fail({base::ErrorCode::Usage,
                "-o '" + given + "' is not FORMAT=PATH with a known format",
                "formats are html, json and md, as in -o html=card.html", {}});
        outputs.emplace_back(format, given.substr(equals + 1));
    }
    if (outputs.empty())
        outputs.emplace_back(formatOf("md"), "-");
    reports::PrivacyRule privacy;
    int code = kClean;
    const auto dataset = datasetWithCard(arguments, privacy, code);
    if (!dataset)
        return code;
    for (const auto& [format, path] : outputs) {
        if (auto written = writeOutput(path, format->write(*dataset, privacy)); !written)
            code = stronger(code, fail(written.error()));
    }
    return code;
}

int extract(const AuditArguments& arguments)
{
    reports::PrivacyRule privacy;
    int code = kClean;
    const auto dataset = datasetWithCard(arguments, privacy, code);
    return dataset ? printText(reports::cardJsonText(*dataset, privacy)) : code;
}

} // namespace

std::vector<Command> cardCommands(AuditArguments& arguments)
{
    Command extractCommand{"card extract", "INPUT",
        "Print the Data Card of a dataset as JSON: every field, what the documents beside the data "
        "and the counts answer, and where each answer comes from.",
        readingOptions(arguments), [&arguments](const std::vector<std::string>& operands) {
            arguments.inputs = operands;
            return extract(arguments);
        }};
    Command renderCommand{"card render", "INPUT",
        "Write the Data Card of a dataset for people: how complete it is, what the counts "
        "contradict, and every answer with its source. Without -o it is printed as Markdown.",
        readingOptions(arguments), [&arguments](const std::vector<std::string>& operands) {
            arguments.inputs = operands;
            return render(arguments);
        }};
    renderCommand.options.push_back({"--out", 'o', "FORMAT=PATH",
        "write the card: html, json or md; - is standard output", appendText(arguments.outputs)});
    return {std::move(extractCommand), std::move(renderCommand)};
}

} // namespace cupel::batch
