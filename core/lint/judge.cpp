#include "core/lint/judge.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/lint/lint.h"

namespace cupel::lint {
namespace {

using documents::Document;
using documents::Problem;
using documents::ProblemKind;

/// In the order of Profile.
constexpr std::array<std::string_view, 10> kReaders{"mlcroissant 1.1.0",
    "mlcroissant 1.1.0 and the Croissant specification",
    "the specification, and what nobody checks: hashes, addresses, keys, names",
    "the minimal set of the NeurIPS track, known from a third party",
    "the Hugging Face Hub, emulated", "huggingface_hub, which reads the metadata",
    "datasets, which loads the data", "the validator of 2022, front matter",
    "the validator of 2022, headings and sections", "the Data Provenance Collection"};

/// The problem that keeps a document from being judged, or null.
const Problem* obstacle(const Document& document)
{
    const auto found = std::find_if(
        document.problems.begin(), document.problems.end(), [](const Problem& problem) {
            return problem.kind == ProblemKind::Unreadable
                || problem.kind == ProblemKind::Truncated;
        });
    return found == document.problems.end() ? nullptr : &*found;
}

} // namespace

std::optional<Judged> judge(
    const Document& document, std::string path, const std::vector<Profile>& profiles)
{
    std::vector<Profile> own = profilesOf(document);
    std::erase_if(own, [&profiles](Profile profile) {
        return std::find(profiles.begin(), profiles.end(), profile) == profiles.end();
    });
    if (own.empty())
        return std::nullopt;
    Judged judged{std::move(path),
        std::string(
            isProvenanceSummary(document) ? "data-provenance" : documents::kindName(document.kind)),
        {}, {}};
    if (const Problem* const problem = obstacle(document)) {
        judged.error = {base::ErrorCode::NotData, problem->message, problem->hint,
            {{}, problem->at.line, problem->at.column, 0}};
        return judged;
    }
    for (const Profile profile : own)
        judged.verdicts.push_back(lint(document, profile));
    return judged;
}

std::string_view profileReader(Profile profile)
{
    return kReaders.at(static_cast<std::size_t>(profile));
}

} // namespace cupel::lint
