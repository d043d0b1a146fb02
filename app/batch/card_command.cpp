#include <algorithm>

#include "app/batch/card_dataset.h"
#include "app/batch/card_formats.h"
#include "app/batch/commands.h"
#include "app/batch/exit_code.h"
#include "app/batch/named_files.h"
#include "app/batch/output.h"
#include "app/batch/print_process.h"
#include "app/batch/source_date.h"
#include "core/pipeline/card_export.h"
#include "core/pipeline/card_file.h"
#include "core/reports/card_page.h"

namespace cupel::batch {
namespace {

constexpr std::string_view kRendered = "html, pdf, json, md, croissant, hf and datasheet";
constexpr std::string_view kConverted = "croissant, hf, datasheet and json";

std::vector<std::string> pathsOf(const std::vector<CardOutput>& outputs)
{
    std::vector<std::string> paths;
    paths.reserve(outputs.size());
    for (const CardOutput& output : outputs)
        paths.push_back(output.path);
    return paths;
}

/// The data, where an output holds its SHA-256.
std::string hashedFor(const std::vector<CardOutput>& outputs, const std::string& path)
{
    const bool isWanted = std::any_of(outputs.begin(), outputs.end(),
        [](const CardOutput& output) { return output.format->write == exports::croissant; });
    return isWanted ? path : std::string();
}

/// What an output leaves out, which --quiet hides, is another thing than what was never read; parts
/// that no field takes count where an export needs them.
void printUnread(const pipeline::UnreadDocument& document, bool needsParts)
{
    printNotes(document.file, document.problems);
    if (needsParts)
        printNotes(document.file, document.parts);
}

std::vector<std::string> printedPaths(std::vector<CardOutput> outputs)
{
    std::erase_if(outputs, [](const CardOutput& output) { return !output.format->isPrinted(); });
    return pathsOf(outputs);
}

base::Result<void> writeCard(const CardOutput& output, const exports::Source& source,
    const reports::PrivacyRule& privacy, const Printing& printing, bool isQuiet)
{
    if (output.format->isPrinted())
        return writePdf(output.path, reports::cardPage(*source.dataset), source.view, printing);
    if (output.format->page)
        return writeOutput(output.path, output.format->page(*source.dataset, privacy));
    const exports::Export exported = output.format->write(source);
    auto written = writeOutput(output.path, exported.text);
    if (written && !isQuiet)
        printNotes(output.format->name, exported.notes);
    return written;
}

int render(const AuditArguments& arguments)
{
    auto outputs = cardOutputs(arguments.outputs, kRendered);
    if (!outputs)
        return fail(outputs.error());
    if (outputs->empty())
        outputs->push_back({findCardFormat("md"), "-"});
    const auto date = sourceDate();
    if (!date)
        return fail(date.error());
    const auto printing = printingTo(printedPaths(*outputs), arguments.paper);
    if (!printing)
        return fail(printing.error());
    if (auto apart = checkCardFiles(arguments, pathsOf(*outputs)); !apart)
        return fail(apart.error());
    const bool isForPeople = std::any_of(outputs->begin(), outputs->end(),
        [](const CardOutput& output) { return !output.format->write; });
    reports::PrivacyRule privacy;
    int code = kClean;
    const auto dataset = datasetWithCard(
        arguments, isForPeople ? CardNeed::Documents : CardNeed::Data, privacy, code);
    if (!dataset)
        return code;
    if (auto apart = checkDocuments(arguments, *dataset, pathsOf(*outputs)); !apart)
        return fail(apart.error());
    const std::string& data = arguments.inputs.front();
    const auto source
        = pipeline::exportSource(*dataset, {privacy, hashedFor(*outputs, data), *date});
    if (!source)
        return fail(source.error(), data);
    const bool isExported = std::any_of(outputs->begin(), outputs->end(),
        [](const CardOutput& output) { return output.format->write; });
    for (const pipeline::UnreadDocument& document : pipeline::unreadDocuments(*dataset))
        printUnread(document, isExported && !arguments.quiet);
    for (const CardOutput& output : *outputs) {
        if (const auto written = writeCard(output, *source, privacy, *printing, arguments.quiet);
            !written)
            code = stronger(code, fail(written.error()));
        if (code > kSignal)
            return code;
    }
    return code;
}

int extract(const AuditArguments& arguments)
{
    reports::PrivacyRule privacy;
    int code = kClean;
    const auto dataset = datasetWithCard(arguments, CardNeed::Documents, privacy, code);
    return dataset ? printText(reports::cardJsonText(*dataset, privacy)) : code;
}

int convert(const AuditArguments& arguments)
{
    auto outputs = cardOutputs(arguments.outputs, kConverted);
    if (!outputs)
        return fail(outputs.error());
    if (outputs->empty())
        outputs->push_back({findCardFormat("json"), "-"});
    const auto date = sourceDate();
    if (!date)
        return fail(date.error());
    const std::string& input = arguments.inputs.front();
    if (auto apart = checkNamedFiles({{input}, {}, pathsOf(*outputs), {}}); !apart)
        return fail(apart.error());
    const auto file = pipeline::readCardFile(input);
    if (!file)
        return fail(file.error(), input);
    printUnread(pipeline::unreadDocument("input", file->problems, file->unread), !arguments.quiet);
    const exports::Source source{file->stored.card, file->licenses, file->stored.dataset,
        reports::PrivacyView(reports::Privacy::Full), nullptr, {}, *date, file->problems.empty()};
    int code = kClean;
    for (const auto& [format, path] : *outputs) {
        exports::Export exported;
        if (format->write)
            exported = format->write(source);
        else
            exported.text = reports::cardJsonText(file->stored);
        if (auto written = writeOutput(path, exported.text); !written)
            code = stronger(code, fail(written.error()));
        else if (!arguments.quiet)
            printNotes(format->name, exported.notes);
    }
    return code;
}

Option outOption(AuditArguments& arguments, std::string_view formats)
{
    return {"--out", 'o', "FORMAT=PATH",
        "write the card: " + std::string(formats) + "; - is standard output",
        appendText(arguments.outputs)};
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
        "Write the Data Card of a dataset: for people how complete it is, what the counts "
        "contradict, and every answer with its source; for other programs as Croissant, as a card "
        "of the Hugging Face Hub or as a datasheet. Without -o it is printed as Markdown.",
        readingOptions(arguments), [&arguments](const std::vector<std::string>& operands) {
            arguments.inputs = operands;
            return render(arguments);
        }};
    Command convertCommand{"card convert", "INPUT",
        "Write a card in another format: INPUT is a Croissant file, a dataset card or a datasheet "
        "as "
        "Markdown, or a Data Card as JSON. What cannot be carried over is named on standard error. "
        "Without -o it is printed as JSON.",
        {}, [&arguments](const std::vector<std::string>& operands) {
            arguments.inputs = operands;
            return convert(arguments);
        }};
    const Option quiet{"--quiet", 'q', "",
        "do not name what an export leaves out; what could not be read is named still",
        storeTrue(arguments.quiet)};
    renderCommand.options.push_back(outOption(arguments, kRendered));
    renderCommand.options.push_back(paperOption(arguments.paper));
    renderCommand.options.push_back(quiet);
    convertCommand.options = {outOption(arguments, kConverted), quiet};
    return {std::move(extractCommand), std::move(renderCommand), std::move(convertCommand)};
}

} // namespace cupel::batch
