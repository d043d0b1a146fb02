#pragma once

#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/card/unread.h"
#include "core/exports/export.h"
#include "core/reports/report.h"

/// The Data Card of an audited dataset for other programs.
namespace cupel::pipeline {

/// What an export takes beside the report of a dataset.
struct ExportOptions {
    reports::PrivacyRule privacy;
    std::string hashedData; ///< path of the data whose SHA-256 is named; empty: none is
    std::string date; ///< of the export, ISO 8601; empty: it bears none
};
/// A dataset that has a card, as exports take it; the dataset has to outlive it. Fails as
/// readers::openFile() and readers::sha256Of() do.
base::Result<exports::Source> exportSource(const reports::DatasetReport& dataset,
    const ExportOptions& options, const base::JobContext& job = {});

/// What a document says that no export can carry over.
struct UnreadDocument {
    std::string file;
    std::vector<exports::Note> problems; ///< what could not be read
    std::vector<exports::Note> parts; ///< what no field of the card takes
};
UnreadDocument unreadDocument(std::string file, const std::vector<std::string>& problems,
    const std::vector<card::UnreadPart>& parts);
/// Of each document beside the data.
std::vector<UnreadDocument> unreadDocuments(const reports::DatasetReport& dataset);

/// "croissant: card.terms: why"; `of` names the format or the document.
std::string noteText(const std::string& of, const exports::Note& note);

} // namespace cupel::pipeline
