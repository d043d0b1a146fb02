#include "ui/jobs/verdict_work.h"

#include "core/pipeline/judged_documents.h"
#include "core/reports/verdict_texts.h"

namespace cupel::ui {

base::Result<std::vector<reports::Block>> verdictsOn(
    const OpenDataset& open, const base::JobContext& job)
{
    job.progress(0, 0, "reading the documents");
    const auto judged = pipeline::judgedDocuments(
        open.dataset(), open.request.inputs.front(), open.request.cardFile, job);
    if (!judged)
        return judged.error();
    return reports::verdictBlocks(*judged);
}

} // namespace cupel::ui
