#include "core/audits/audit_registry.h"
#include "core/audits/judging.h"
#include "core/audits/wording.h"

namespace cupel::audits {

namespace {

using documents::Document;
using documents::Problem;
using documents::ProblemKind;

const char* ruleOf(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::Truncated:
        return "document.truncated";
    case ProblemKind::Encoding:
        return "document.encoding";
    case ProblemKind::FrontMatter:
        return "document.front-matter";
    case ProblemKind::Json:
        return "document.json-invalid";
    case ProblemKind::NotCroissant:
        return "document.not-croissant";
    case ProblemKind::Unreadable:
        break;
    }
    return "document.unreadable";
}

findings::Finding problemFinding(const Document& document, const Problem& problem)
{
    const base::DataText file = base::DataText::name(document.file);
    findings::Finding finding = makeFinding(ruleOf(problem.kind), {{"document", file}});
    const std::string place
        = problem.at.line > 0 ? ", line " + std::to_string(problem.at.line) : std::string();
    // A problem may quote the document, so that it is no text of ours.
    finding.message = sentence(file, place + ": ", base::DataText::document(problem.message), ".");
    finding.remedy = sentence("Try this: " + problem.hint + ".");
    finding.documents.push_back({document.file, problem.at.line});
    return finding;
}

class DocumentsAudit : public Audit {
public:
    const AuditDescription& description() const override
    {
        static const AuditDescription description{"documents", "Documents beside the data",
            "Can the card, the Croissant file and the licence texts beside the data be read?", {},
            "Whether what they say is true, or complete.",
            {"YAML 1.2.2", "RFC 8259", "Croissant 1.1"}};
        return description;
    }

    std::vector<counts::Question> ask(const Facts&, const counts::Answers&) const override
    {
        return {};
    }

    base::Result<AuditResult> judge(const Facts& facts, const counts::Answers&) const override
    {
        if (facts.documents->documents.empty())
            return withoutDocuments();
        AuditResult result;
        for (const Document& document : facts.documents->documents) {
            for (const Problem& problem : document.problems)
                result.findings.push_back(problemFinding(document, problem));
        }
        return result;
    }
};

} // namespace

std::unique_ptr<Audit> makeDocumentsAudit()
{
    return std::make_unique<DocumentsAudit>();
}

} // namespace cupel::audits
