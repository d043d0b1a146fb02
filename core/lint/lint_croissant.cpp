#include <utility>

#include "core/lint/lint.h"

namespace cupel::lint {

namespace {

using documents::Document;
using documents::Node;
using documents::Problem;
using documents::ProblemKind;

void add(Verdict& verdict, const char* rule, documents::Position at, base::Sentence message,
    base::Sentence fix)
{
    verdict.issues.push_back({rule, Level::Error, std::move(message), std::move(fix), at, {}});
}

/// CR-01 and CR-02; false where nothing else can be looked at.
bool hasReadableRoot(const Document& document, Verdict& verdict)
{
    for (const Problem& problem : document.problems) {
        if (problem.kind == ProblemKind::NotCroissant || problem.kind == ProblemKind::Encoding)
            continue;
        add(verdict, "CR-01", problem.at, {base::DataText::document(problem.message)},
            {base::DataText::document(problem.hint)});
        return false;
    }
    if (!document.fields.isMap()) {
        add(verdict, "CR-01", {1, 1}, {"the file is no JSON object"},
            {"write one object with \"@context\" and \"@type\""});
        return false;
    }
    const Node* const context = document.fields.find("@context");
    if (context && !context->isMap()) {
        add(verdict, "CR-02", context->at, {"\"@context\" is no object"},
            {"copy the context of the Croissant specification into the file"});
        return false;
    }
    return true;
}

} // namespace

Verdict lintCroissant(const Document& document, Profile profile)
{
    Verdict verdict;
    verdict.profile = profile;
    if (!hasReadableRoot(document, verdict))
        return verdict;
    return verdict;
}

} // namespace cupel::lint
