#include "core/pipeline/card_export.h"

#include <algorithm>
#include <utility>

#include "core/pipeline/card_file.h"
#include "core/readers/file_digest.h"

namespace cupel::pipeline {
namespace {

base::Result<std::string> sha256At(
    const std::string& path, const std::string& changeHash, const base::JobContext& job)
{
    if (path.empty())
        return std::string();
    const auto source = readers::openFile(path);
    return source ? readers::sha256Of(**source, changeHash, job) : source.error();
}

} // namespace

base::Result<exports::Source> exportSource(const reports::DatasetReport& dataset,
    const ExportOptions& options, const base::JobContext& job)
{
    auto sha256 = sha256At(options.hashedData, dataset.input.hash, job);
    if (!sha256)
        return sha256.error();
    const auto& documents = dataset.documents->documents;
    const bool isReadWhole = std::all_of(documents.begin(), documents.end(),
        [](const documents::Document& document) { return document.problems.empty(); });
    return exports::Source{*dataset.card, *dataset.licenses, dataset.name,
        reports::PrivacyView(options.privacy), &dataset, std::move(*sha256), options.date,
        isReadWhole, !dataset.options.names.empty()};
}

UnreadDocument unreadDocument(std::string file, const std::vector<std::string>& problems,
    const std::vector<card::UnreadPart>& parts)
{
    UnreadDocument unread{std::move(file), {}, {}};
    for (const std::string& problem : problems)
        unread.problems.push_back({"not read", problem});
    for (const card::UnreadPart& part : parts) {
        unread.parts.push_back({part.name + " (line " + std::to_string(part.line) + ")",
            "no field of the card takes it"});
    }
    return unread;
}

std::vector<UnreadDocument> unreadDocuments(const reports::DatasetReport& dataset)
{
    std::vector<UnreadDocument> all;
    for (const documents::Document& document : dataset.documents->documents)
        all.push_back(
            unreadDocument(document.file, problemsOf(document), card::unreadParts(document)));
    return all;
}

std::string noteText(const std::string& of, const exports::Note& note)
{
    return of + ": " + note.about + ": " + note.reason;
}

} // namespace cupel::pipeline
