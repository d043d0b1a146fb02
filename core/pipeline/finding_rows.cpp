#include "core/pipeline/finding_rows.h"

#include <algorithm>
#include <memory>

#include "core/counts/local_counts.h"

namespace cupel::pipeline {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using Evidence = reports::StoredFinding::Evidence;

constexpr std::size_t kBatch = 4'096;

Result<void> checkEvidence(const RowsRequest& request)
{
    const std::vector<Evidence>& evidence = request.finding.evidence;
    if (evidence.empty()) {
        return Error{ErrorCode::Usage, "finding " + request.finding.id + " has no rows to show",
            "it says: " + request.finding.message, {}};
    }
    if (request.evidence > evidence.size()) {
        return Error{ErrorCode::Usage,
            "finding " + request.finding.id + " has " + std::to_string(evidence.size())
                + " piece(s) of evidence",
            "--evidence 1 is the first one", {}};
    }
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        const bool isWanted = request.evidence == 0 || request.evidence == i + 1;
        if (isWanted && !evidence[i].filter) {
            return Error{ErrorCode::Usage,
                "the report does not hold the filter of finding " + request.finding.id
                    + ": it names values that the report hides",
                "audit again with --privacy full", {}};
        }
    }
    return {};
}

Result<std::shared_ptr<const readers::CsvFile>> readAgain(
    const RowsRequest& request, const base::JobContext& job)
{
    if (request.file && request.file->report.hash == request.finding.hash)
        return request.file;
    auto source = readers::openFile(request.input);
    if (!source)
        return source.error();
    readers::CsvOptions options = request.finding.options;
    options.threads = request.threads;
    auto file = readers::readCsv(*source, options, job);
    if (file && file->report.hash != request.finding.hash) {
        return Error{ErrorCode::InputUnreadable,
            "not the file of the report: that is " + request.finding.file + " with hash "
                + request.finding.hash + ", this one has " + file->report.hash,
            "give the file as it was, or audit this one", {file->report.file, 0, 0, 0}};
    }
    if (!file)
        return file.error();
    return std::make_shared<const readers::CsvFile>(std::move(*file));
}

/// The rows of one piece of evidence, in batches.
Result<void> hand(const counts::CountSource& source, const Evidence& evidence, std::size_t number,
    const RowsSink& sink, const base::JobContext& job)
{
    const auto answer
        = source.answer(counts::RowRefsQuestion{*evidence.filter, source.describe().rows});
    if (!answer)
        return answer.error();
    const auto& refs = std::get<counts::RowRefs>(*answer);
    if (refs.total != evidence.count) {
        return Error{ErrorCode::Usage,
            std::to_string(refs.total) + " rows pass the filter, the report counts "
                + std::to_string(evidence.count),
            "the report was changed, or another version of cupel wrote it: audit again", {}};
    }
    for (std::size_t at = 0; at < refs.rows.size(); at += kBatch) {
        if (job.cancelled())
            return Error{ErrorCode::Cancelled, "cancelled while reading rows", "", {}};
        const std::size_t end = std::min(at + kBatch, refs.rows.size());
        const auto rows = source.rows({refs.rows.begin() + static_cast<std::ptrdiff_t>(at),
            refs.rows.begin() + static_cast<std::ptrdiff_t>(end)});
        if (!rows)
            return rows.error();
        for (const table::Row& row : *rows) {
            if (auto done = sink.row(row, number); !done)
                return done;
        }
    }
    return {};
}

} // namespace

Result<void> findingRows(
    const RowsRequest& request, const RowsSink& sink, const base::JobContext& job)
{
    if (auto checked = checkEvidence(request); !checked)
        return checked;
    const auto file = readAgain(request, job);
    if (!file)
        return file.error();
    std::vector<std::string> columns;
    for (const table::Column& column : (*file)->table.columns)
        columns.push_back(column.name);
    if (auto done = sink.columns(columns); !done)
        return done;
    const counts::LocalCounts source(
        std::shared_ptr<const table::Table>(*file, &(*file)->table), request.threads, job);
    const std::vector<Evidence>& evidence = request.finding.evidence;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
        if (request.evidence != 0 && request.evidence != i + 1)
            continue;
        if (auto done = hand(source, evidence[i], i + 1, sink, job); !done)
            return done;
    }
    return {};
}

} // namespace cupel::pipeline
