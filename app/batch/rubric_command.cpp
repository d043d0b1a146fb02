#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "app/batch/card_dataset.h"
#include "app/batch/catalog_commands.h"
#include "app/batch/catalog_outputs.h"
#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/named_files.h"
#include "app/batch/output.h"
#include "app/batch/print_process.h"
#include "app/batch/read_text.h"
#include "app/batch/today.h"
#include "core/pipeline/apply_review.h"
#include "core/reports/html_page.h"
#include "core/reports/markdown_page.h"
#include "core/reports/rubric_page.h"
#include "core/reports/terminal_text.h"
#include "core/rubric/check.h"
#include "core/rubric/suggest.h"

namespace cupel::batch {
namespace {

using rubric::Dimension;
using rubric::Sheet;
using Json = nlohmann::ordered_json;

base::Result<Sheet> sheetOf(const std::string& path)
{
    const auto text = readText(path, kLargestSheet);
    return text ? rubric::readSheet(*text, path.substr(path.find_last_of('/') + 1)) : text.error();
}

const reports::PrivacyView kSheetView(reports::Privacy::Masked);

std::string html(const Sheet& sheet)
{
    return reports::htmlPage(reports::rubricPage(sheet), kSheetView);
}

std::string markdown(const Sheet& sheet)
{
    return reports::markdownPage(reports::rubricPage(sheet), kSheetView);
}

struct SheetFormat {
    std::string_view name;
    std::string (*write)(const Sheet& sheet); ///< null: cupel-print draws it
};
constexpr std::array<SheetFormat, 4> kFormats{{
    {"html", html},
    {"json", reports::rubricJsonText},
    {"md", markdown},
    {"pdf", nullptr},
}};

struct SheetOutput {
    const SheetFormat* format = nullptr;
    std::string path;
};

int listRubrics(bool json)
{
    std::string text;
    Json all = Json::array();
    for (const Dimension dimension : rubric::kDimensions) {
        Json labels = Json::array();
        text += std::string(titleOf(dimension)) + "  (" + std::string(keyOf(dimension)) + ")\n";
        const auto known = dimension == Dimension::Annotations ? rubric::annotatorCategories()
                                                               : labelsOf(dimension);
        for (const rubric::Label& label : known) {
            labels.push_back({{"label", label.name}, {"meaning", label.meaning}});
            text += "  " + std::string(label.name) + ": " + std::string(label.meaning) + "\n";
        }
        all.push_back({{"rubric", keyOf(dimension)}, {"title", titleOf(dimension)},
            {"labels", std::move(labels)}});
    }
    return printText(json ? all.dump(2) + "\n" : text);
}

int writeTemplate(const AuditArguments& arguments)
{
    reports::PrivacyRule privacy;
    int code = kClean;
    if (auto apart = checkCardFiles(arguments, arguments.outputs); !apart)
        return fail(apart.error());
    const auto dataset = datasetWithCard(arguments, CardNeed::Documents, privacy, code);
    if (!dataset)
        return code;
    const Sheet sheet = rubric::suggestedSheet(dataset->name, *dataset->card, dataset->measured);
    if (auto apart = checkDocuments(arguments, *dataset, arguments.outputs); !apart)
        return fail(apart.error());
    const std::string path = arguments.outputs.empty() ? "-" : arguments.outputs.back();
    auto written = writeOutput(path, rubric::sheetText(sheet));
    return written ? kClean : fail(written.error());
}

/// The sheet of a dataset of a catalog: what its last audit suggests, and what people answered.
base::Result<Sheet> sheetOfCatalog(
    const std::string& name, const std::string& path, const std::string& output)
{
    const auto day = today();
    if (!day)
        return day.error();
    const auto catalog = catalog::Catalog::open(path, catalog::Catalog::Missing::Fail);
    if (!catalog)
        return catalog.error();
    const auto report = pipeline::reviewedReport(*catalog, name, *day);
    if (!report)
        return report.error();
    if (auto apart = checkDatasetFiles(*catalog, {output}); !apart)
        return apart.error();
    const auto version = catalog->version(name);
    if (!version)
        return version.error();
    const auto review = pipeline::reviewOf(*catalog, version->dataset);
    if (!review)
        return review.error();
    const reports::DatasetReport& dataset = report->datasets.front();
    if (!dataset.card)
        return base::usageError("'" + name + "' was audited without documents",
            "put a README.md beside the data and audit it again");
    return pipeline::rubricSheet(
        rubric::suggestedSheet(dataset.name, *dataset.card, dataset.measured), *review);
}

int writeSheet(const std::string& name, const AuditArguments& arguments)
{
    if (arguments.catalog.empty())
        return fail(needsCatalog("rubric sheet"));
    const std::string path = arguments.outputs.empty() ? "-" : arguments.outputs.back();
    if (auto apart = checkNamedFiles({{}, {}, {path}, arguments.catalog}); !apart)
        return fail(apart.error());
    const auto sheet = sheetOfCatalog(name, arguments.catalog, path);
    if (!sheet)
        return fail(sheet.error());
    auto written = writeOutput(path, rubric::sheetText(*sheet));
    return written ? kClean : fail(written.error());
}

int checkSheet(const std::string& path, bool json)
{
    const auto sheet = sheetOf(path);
    if (!sheet)
        return fail(sheet.error());
    const auto found = rubric::violations(*sheet);
    const auto open = rubric::openQuestions(*sheet);
    std::string text;
    for (const rubric::Violation& violation : found) {
        text += std::string(violation.isWarning ? "warning  " : "error    ") + violation.rule + "  "
            + reports::visibleText(violation.message);
        if (violation.at.line > 0)
            text += " (line " + std::to_string(violation.at.line) + ")";
        text += "\n";
    }
    for (const rubric::OpenQuestion& one : open) {
        text += "open     " + std::string(titleOf(one.dimension)) + ": "
            + reports::visibleText(one.question)
            + (one.status == rubric::Status::Suggested ? ", suggested" : "") + "\n";
    }
    const rubric::Score score = rubric::score(*sheet);
    text += std::to_string(found.size()) + " contradictions, " + std::to_string(open.size())
        + " questions open, " + Json(score.points).dump() + " of " + Json(score.possible).dump()
        + " points\n";
    if (const int printed = printText(json ? reports::rubricJsonText(*sheet) : text);
        printed != kClean)
        return printed;
    const bool isBroken = std::any_of(found.begin(), found.end(),
        [](const rubric::Violation& violation) { return !violation.isWarning; });
    return stronger(isBroken ? kFindings : kClean, open.empty() ? kClean : kReview);
}

base::Result<std::vector<SheetOutput>> sheetOutputs(const std::vector<std::string>& wanted)
{
    std::vector<SheetOutput> outputs;
    for (const std::string& given : wanted) {
        const std::size_t equals = std::min(given.find('='), given.size());
        const auto format = std::find_if(kFormats.begin(), kFormats.end(),
            [&](const SheetFormat& one) { return one.name == given.substr(0, equals); });
        if (format == kFormats.end() || equals + 1 >= given.size()) {
            return base::usageError("-o '" + given + "' is not FORMAT=PATH with a known format",
                "formats are html, pdf, json and md, as in -o html=rubric.html");
        }
        outputs.push_back({format, given.substr(equals + 1)});
    }
    return outputs;
}

/// Whether the sheet is left alone, and how what is not text is drawn.
base::Result<Printing> printingOf(
    const std::string& sheet, const std::vector<SheetOutput>& outputs, const std::string& paper)
{
    std::vector<std::string> all;
    std::vector<std::string> drawn;
    for (const SheetOutput& output : outputs) {
        all.push_back(output.path);
        if (!output.format->write)
            drawn.push_back(output.path);
    }
    if (auto apart = checkNamedFiles({{sheet}, {}, std::move(all), {}}); !apart)
        return apart.error();
    return printingTo(drawn, paper);
}

int reportSheet(const std::string& path, const AuditArguments& arguments)
{
    const auto outputs = sheetOutputs(
        arguments.outputs.empty() ? std::vector<std::string>{"md=-"} : arguments.outputs);
    if (!outputs)
        return fail(outputs.error());
    const auto printing = printingOf(path, *outputs, arguments.paper);
    if (!printing)
        return fail(printing.error());
    const auto sheet = sheetOf(path);
    if (!sheet)
        return fail(sheet.error());
    int code = kClean;
    for (const auto& [format, to] : *outputs) {
        const auto written = format->write
            ? writeOutput(to, format->write(*sheet))
            : writePdf(to, reports::rubricPage(*sheet), kSheetView, *printing);
        if (!written)
            code = stronger(code, fail(written.error()));
        if (code > kSignal)
            return code;
    }
    return code;
}

} // namespace

std::vector<Command> rubricCommands(AuditArguments& arguments)
{
    const Option json{"--json", '\0', "", "as JSON", storeTrue(arguments.json)};
    std::vector<Command> commands;
    commands.push_back({"rubric list", "", "List the rubrics and their labels.", {json},
        [&arguments](const std::vector<std::string>&) { return listRubrics(arguments.json); }});
    Command fill{"rubric template", "INPUT",
        "Write a sheet of questions about a dataset as JSON, with what documents and counts "
        "suggest. People fill in the rest.",
        readingOptions(arguments), [&arguments](const std::vector<std::string>& operands) {
            arguments.inputs = operands;
            return writeTemplate(arguments);
        }};
    fill.options.push_back({"--out", 'o', "PATH", "write it there (default: standard output)",
        appendText(arguments.outputs)});
    commands.push_back(std::move(fill));
    commands.push_back({"rubric sheet", "NAME[@N]",
        "Write the sheet of a dataset in a catalog: what its last audit suggests, with what people "
        "answered in its review.",
        {catalogOption(arguments.catalog),
            {"--out", 'o', "PATH", "write it there (default: standard output)",
                appendText(arguments.outputs)}},
        [&arguments](const std::vector<std::string>& operands) {
            return writeSheet(operands[0], arguments);
        }});
    commands.push_back({"rubric check", "FILE",
        "Check a sheet: contradictions (exit 1) and questions that wait for a person (exit 6).",
        {json}, [&arguments](const std::vector<std::string>& operands) {
            return checkSheet(operands[0], arguments.json);
        }});
    commands.push_back({"rubric report", "FILE",
        "Write the answers of a sheet for people, with their score. Without -o as Markdown.",
        {{"--out", 'o', "FORMAT=PATH", "html, pdf, json or md; - is standard output",
             appendText(arguments.outputs)},
            paperOption(arguments.paper)},
        [&arguments](const std::vector<std::string>& operands) {
            return reportSheet(operands[0], arguments);
        }});
    return commands;
}

} // namespace cupel::batch
