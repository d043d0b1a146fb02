#include "core/pipeline/judged_documents.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "core/lint/lint.h"
#include "core/pipeline/documents_beside.h"

namespace cupel::pipeline {
namespace {

using base::Error;
using base::ErrorCode;
using documents::Document;
using documents::DocumentKind;
using documents::DocumentSet;
using lint::Judged;

/// Why a document that the audit read is not judged.
Error missing(const Document& document, const std::string& named)
{
    const bool isFromElsewhere = document.file == named;
    return {ErrorCode::InputMissing,
        isFromElsewhere ? "it does not lie beside the data, and where it was is not kept"
                        : "it was read with the data, and is not there any more",
        isFromElsewhere ? "open the data with it again" : "bring it back, or run the audits again",
        {}};
}

bool isAmong(const Document& document, const DocumentSet& set)
{
    return std::any_of(set.documents.begin(), set.documents.end(),
        [&document](const Document& other) { return other.file == document.file; });
}

/// All profiles, one after the other, so that it can be stopped between them.
base::Result<std::optional<Judged>> judged(const Document& document, const base::JobContext& job)
{
    std::optional<Judged> all;
    for (const lint::Profile profile : lint::profilesOf(document)) {
        if (job.cancelled())
            return Error{ErrorCode::Cancelled, "cancelled", "", {}};
        auto one = lint::judge(document, document.file, {profile});
        if (!all)
            all = std::move(one);
        else if (one)
            std::move(
                one->verdicts.begin(), one->verdicts.end(), std::back_inserter(all->verdicts));
    }
    return all;
}

} // namespace

base::Result<std::vector<Judged>> judgedDocuments(const reports::DatasetReport& dataset,
    const std::string& dataPath, const std::string& cardFile, const base::JobContext& job)
{
    DocumentSet set = documentsBeside(dataPath);
    if (auto card = cardFile.empty() ? base::Result<Document>(Error{}) : readDocumentFile(cardFile))
        set = withCard(std::move(set), std::move(*card), cardFile, dataPath);
    std::vector<Judged> all;
    for (const Document& document : set.documents) {
        auto one = judged(document, job);
        if (!one)
            return one.error();
        if (*one)
            all.push_back(std::move(**one));
    }
    for (const Document& document : dataset.documents->documents) {
        if (document.kind != DocumentKind::License && !isAmong(document, set))
            all.push_back({document.file, std::string(documents::kindName(document.kind)), {},
                missing(document, cardFile.empty() ? dataset.cardFile : std::string())});
    }
    return all;
}

} // namespace cupel::pipeline
