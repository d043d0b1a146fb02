#include "ui/pages/dataset_command.h"

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
    question.sourceKeptIn = dataset.sourceKeptIn;
    return reports::auditCommand(question);
}

} // namespace cupel::ui
