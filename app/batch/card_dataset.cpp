#include "app/batch/card_dataset.h"

#include <set>

#include "app/batch/exit_code.h"
#include "app/batch/named_files.h"
#include "app/batch/output.h"

namespace cupel::batch {
std::vector<Option> readingOptions(AuditArguments& arguments)
{
    const std::set<std::string> others{"--out", "--json", "--fail-on", "--quiet", "--verbose",
        "--where", "--min-count", "--set", "--policy", "--baseline", "--only-new",
        "--require-review", "--use", "--catalog", "--memory", "--keep-source"};
    std::vector<Option> options = auditOptions(arguments);
    std::erase_if(
        options, [&others](const Option& option) { return others.contains(option.name); });
    return options;
}

std::optional<reports::DatasetReport> datasetWithCard(
    const AuditArguments& arguments, CardNeed need, reports::PrivacyRule& privacy, int& code)
{
    // Outputs of these commands are not those of an audit.
    AuditArguments reading = arguments;
    reading.outputs.clear();
    auto options = understand(reading);
    if (!options) {
        code = fail(options.error());
        return std::nullopt;
    }
    options->request.fillsCard = need == CardNeed::Data;
    privacy = options->request.privacy;
    pipeline::AuditList audits;
    audits.push_back(audits::makeCardAudit());
    std::optional<base::Result<reports::Report>> report;
    {
        Progress progress(options->progress);
        report = pipeline::runAudit(options->request, progress.job(), audits);
    }
    if (!*report) {
        code = fail(report->error());
        return std::nullopt;
    }
    if (!(*report)->unread.empty()) {
        code = fail((*report)->unread.front().error, (*report)->unread.front().path);
        return std::nullopt;
    }
    reports::DatasetReport& dataset = (*report)->datasets.front();
    if (!dataset.card) {
        code = fail({base::ErrorCode::Empty, "no document stands beside the data",
            "name the card with --card FILE, or put a README.md, a Croissant file or a LICENSE "
            "into its folder",
            {dataset.input.file, 0, 0, 0}});
        return std::nullopt;
    }
    return std::move(dataset);
}

base::Result<void> checkCardFiles(
    const AuditArguments& arguments, const std::vector<std::string>& outputs)
{
    NamedFiles files{arguments.inputs, {}, outputs, {}};
    for (const std::string& path : {arguments.rolesFile, arguments.cardFile}) {
        if (!path.empty())
            files.settings.push_back(path);
    }
    return checkNamedFiles(files);
}

base::Result<void> checkDocuments(const AuditArguments& arguments,
    const reports::DatasetReport& dataset, const std::vector<std::string>& outputs)
{
    const std::string& input = arguments.inputs.front();
    const std::string folder = input.substr(0, input.find_last_of('/') + 1);
    NamedFiles files{{}, {}, outputs, {}};
    for (const documents::Document& document : dataset.documents->documents)
        files.settings.push_back(folder + document.file);
    return checkNamedFiles(files);
}

} // namespace cupel::batch
