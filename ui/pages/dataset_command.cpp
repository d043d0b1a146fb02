#include "ui/pages/dataset_command.h"

#include "core/findings/run_settings.h"

namespace cupel::ui {

reports::AuditCommand commandOf(const OpenDataset& dataset)
{
    const reports::DatasetReport& its = dataset.dataset();
    reports::AuditQuestion question;
    question.input
        = dataset.request.inputs.empty() ? its.input.file : dataset.request.inputs.front();
    question.roles = its.roles;
    question.where = its.whereText;
    question.options = its.options;
    question.cardFile = dataset.request.cardFile;
    question.policyFile = dataset.report->policy.file;
    for (const findings::FlagSetting& flag : findings::flagsOf(dataset.report->policy))
        question.settings.push_back(flag.key + "=" + flag.value);
    question.sourceKeptIn = dataset.sourceKeptIn;
    return reports::auditCommand(question);
}

} // namespace cupel::ui
