#include "core/lint/lint_card.h"

#include "core/lint/lint.h"

namespace cupel::lint {

using documents::Document;
using documents::ProblemKind;

namespace {

/// HF-00: a card that is not UTF-8, or not there as a whole, which no reader gets through.
bool isReadable(const Document& card, IssueList& issues)
{
    for (const documents::Problem& problem : card.problems) {
        if (problem.kind == ProblemKind::FrontMatter)
            continue; // each profile has its own word on that
        issues.addAt("HF-00", Level::Error, problem.at, {base::DataText::document(problem.message)},
            {base::DataText::document(problem.hint)});
        return false;
    }
    return true;
}

} // namespace

bool hasByteOrderMark(const Document& document)
{
    constexpr std::size_t kMark = 3;
    return document.problems.empty() || document.problems.front().kind != ProblemKind::Encoding
        ? document.bytes == document.text.size() + kMark
        : false;
}

Verdict lintCard(const Document& document, Profile profile)
{
    IssueList issues;
    if (isReadable(document, issues)) {
        if (profile == Profile::HfMetadata2022)
            lintMetadata2022(document, issues);
        else if (profile == Profile::HfBody2022)
            lintBody2022(document, issues);
        else if (profile == Profile::HubClient)
            lintForClient(document, issues);
        else if (profile == Profile::Loader)
            lintForLoader(document, issues);
        else
            lintForHub(document, issues);
    }
    return issues.verdict(profile);
}

} // namespace cupel::lint
