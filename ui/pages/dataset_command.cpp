#include "ui/pages/dataset_command.h"

#include <utility>

#include "core/findings/run_settings.h"
#include "core/reports/command_words.h"

namespace cupel::ui {

reports::AuditCommand commandOf(const OpenDataset& dataset)
{
    return commandWhere(dataset, dataset.dataset().whereText);
}

reports::AuditCommand commandWhere(const OpenDataset& dataset, std::string where)
{
    const reports::DatasetReport& its = dataset.dataset();
    reports::AuditQuestion question;
    question.input
        = dataset.request.inputs.empty() ? its.input.file : dataset.request.inputs.front();
    question.roles = its.roles;
    question.where = std::move(where);
    question.options = its.options;
    question.cardFile = dataset.request.cardFile;
    question.policyFile = dataset.report->policy.file;
    for (const findings::FlagSetting& flag : findings::flagsOf(dataset.report->policy))
        question.settings.push_back(flag.key + "=" + flag.value);
    question.sourceKeptIn = dataset.sourceKeptIn;
    return reports::auditCommand(question);
}

std::string rowsCommandOf(const OpenDataset& dataset, const std::string& findingId)
{
    if (!dataset.catalog.empty())
        return reports::storedRowsCommand(findingId, dataset.catalog);
    const std::vector<std::string>& inputs = dataset.request.inputs;
    return commandOf(dataset).text + " --quiet --fail-on never -o json=report.json && "
        + reports::rowsCommand(
            findingId, inputs.empty() ? dataset.dataset().input.file : inputs.front());
}

} // namespace cupel::ui
