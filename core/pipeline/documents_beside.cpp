#include "core/pipeline/documents_beside.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

#include "core/documents/document_names.h"
#include "core/documents/document_reader.h"
#include "core/readers/byte_source.h"

namespace cupel::pipeline {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::Result;
using documents::Document;
using documents::DocumentKind;
using documents::DocumentSet;

constexpr std::size_t kMaxDocuments = 32;
constexpr std::size_t kMaxGuesses = 16; ///< JSON files whose name does not tell
constexpr std::uint64_t kMaxGuessBytes = std::uint64_t{4} << 20U;
constexpr const char* kLicenseFolder = "LICENSES"; ///< of the REUSE specification

struct Candidate {
    documents::NameMatch match;
    std::string file; ///< below the folder
    fs::path path;
};

fs::path folderOf(const std::string& dataPath)
{
    const fs::path folder = fs::path(dataPath).parent_path();
    return folder.empty() ? fs::path(".") : folder;
}

/// Whether a path is a regular file of its folder, itself or by a link, and not the data.
bool isDocument(const fs::path& path, const fs::path& data)
{
    std::error_code error;
    const fs::file_type type = fs::symlink_status(path, error).type();
    if (type == fs::file_type::symlink) {
        const fs::path target = fs::canonical(path, error);
        if (error || !fs::is_regular_file(target, error) || error)
            return false;
        const fs::path home = fs::canonical(path.parent_path(), error);
        if (error || target.parent_path() != home)
            return false;
    } else if (type != fs::file_type::regular) {
        return false;
    }
    return !fs::equivalent(path, data, error);
}

/// Files of a folder by what their names match; those in the folder of licences are licences.
void collect(const fs::path& folder, const std::string& below, std::vector<Candidate>& found)
{
    constexpr int kAfterTheOthers = 100;
    std::error_code error;
    fs::directory_iterator entries(folder, error);
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
        const std::string name = entries->path().filename().string();
        auto match = documents::matchName(name);
        if (!below.empty())
            match = documents::NameMatch{DocumentKind::License, kAfterTheOthers, true};
        if (match)
            found.push_back({*match, below + name, entries->path()});
    }
}

auto order(const Candidate& one)
{
    return std::tie(one.match.kind, one.match.rank, one.file);
}

Document unreadable(const Candidate& candidate, const Error& error)
{
    Document document;
    document.kind = candidate.match.kind;
    document.file = candidate.file;
    document.problems.push_back({error.message, error.hint, {}, {}});
    return document;
}

struct Bytes {
    std::string first; ///< as many as are read of the kind
    std::uint64_t size = 0; ///< of the whole file
};

Result<Bytes> readBytes(const fs::path& path, DocumentKind kind)
{
    const auto source = readers::openFile(path.string());
    if (!source)
        return source.error();
    Bytes bytes;
    bytes.size = (*source)->size();
    bytes.first.resize(
        static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size, documents::maxBytes(kind))));
    if (auto read = (*source)->read(0, bytes.first.data(), bytes.first.size()); !read)
        return read.error();
    return bytes;
}

Document documentOf(const Candidate& candidate)
{
    const auto bytes = readBytes(candidate.path, candidate.match.kind);
    if (!bytes)
        return unreadable(candidate, bytes.error());
    return documents::readDocument(candidate.match.kind, candidate.file, bytes->first, bytes->size);
}

/// A JSON file whose name does not tell: read where it is small, has the words of JSON-LD and is
/// Croissant.
std::optional<Document> croissantOf(const Candidate& candidate)
{
    std::error_code error;
    const std::uintmax_t size = fs::file_size(candidate.path, error);
    if (error || size > kMaxGuessBytes)
        return std::nullopt;
    const auto bytes = readBytes(candidate.path, candidate.match.kind);
    if (!bytes)
        return std::nullopt;
    for (const char* word : {"\"@type\"", "\"@context\"", "conformsTo\""}) {
        if (bytes->first.find(word) == std::string::npos)
            continue;
        Document document = documents::readDocument(
            candidate.match.kind, candidate.file, bytes->first, bytes->size);
        if (document.fields.isMap() && document.problems.empty())
            return document;
        break;
    }
    return std::nullopt;
}

} // namespace

DocumentSet documentsBeside(const std::string& dataPath)
{
    const fs::path folder = folderOf(dataPath);
    std::vector<Candidate> candidates;
    collect(folder, {}, candidates);
    std::error_code error;
    const fs::path licenses = folder / kLicenseFolder;
    if (fs::symlink_status(licenses, error).type() == fs::file_type::directory)
        collect(licenses, std::string(kLicenseFolder) + "/", candidates);
    std::sort(candidates.begin(), candidates.end(),
        [](const Candidate& a, const Candidate& b) { return order(a) < order(b); });

    DocumentSet set;
    std::size_t guesses = 0;
    for (const Candidate& candidate : candidates) {
        if (set.documents.size() == kMaxDocuments)
            break;
        if (!candidate.match.isSure && guesses == kMaxGuesses)
            continue;
        if (!isDocument(candidate.path, dataPath))
            continue;
        if (candidate.match.isSure) {
            set.documents.push_back(documentOf(candidate));
        } else {
            ++guesses;
            if (auto document = croissantOf(candidate))
                set.documents.push_back(std::move(*document));
        }
    }
    return set;
}

Result<Document> readDocumentFile(const std::string& path)
{
    const fs::path file(path);
    const std::string ending = file.extension().string();
    const bool isJson = ending == ".json" || ending == ".jsonld";
    const DocumentKind kind = isJson ? DocumentKind::Croissant : DocumentKind::Card;
    const auto bytes = readBytes(file, kind);
    if (!bytes)
        return bytes.error();
    Document document
        = documents::readDocument(kind, file.filename().string(), bytes->first, bytes->size);
    for (const documents::Problem& problem : document.problems) {
        if (problem.kind == documents::ProblemKind::Unreadable) {
            return Error{base::ErrorCode::NotData, problem.message, problem.hint,
                {document.file, problem.at.line, problem.at.column, 0}};
        }
    }
    return document;
}

DocumentSet withCard(
    DocumentSet set, Document card, const std::string& cardPath, const std::string& dataPath)
{
    std::error_code error;
    const fs::path below = fs::relative(cardPath, folderOf(dataPath), error);
    if (!error && !below.empty() && *below.begin() != "..")
        card.file = below.generic_string();
    auto& all = set.documents;
    all.erase(std::remove_if(all.begin(), all.end(),
                  [&card](const Document& one) { return one.kind == card.kind; }),
        all.end());
    const auto place = std::find_if(
        all.begin(), all.end(), [&card](const Document& one) { return one.kind > card.kind; });
    all.insert(place, std::move(card));
    return set;
}

} // namespace cupel::pipeline
