#include "core/audits/judging.h"
#include "core/audits/license_findings.h"
#include "core/audits/wording.h"

#include <algorithm>
#include <set>

namespace cupel::audits {

namespace {

using findings::Finding;
using license::Claim;
using license::LicenseStatements;

bool isText(const Claim& claim)
{
    return claim.kind == Claim::Kind::Text;
}

base::DataText expressionOf(const Claim& claim)
{
    return base::DataText::document(claim.meaning.expression);
}

base::Sentence declares(const Claim& claim)
{
    return sentence(
        claim.kind == Claim::Kind::Text && claim.textClass != license::TextClass::Reference ? " is "
            : claim.kind == Claim::Kind::Text ? " names "
                                              : " declares ",
        expressionOf(claim));
}

/// "The card declares MIT (README.md line 8); LICENSE is CC-BY-NC-4.0 (LICENSE line 1)."
base::Sentence against(const Claim& a, const Claim& b)
{
    base::Sentence whole = speakerOf(a);
    for (const base::Sentence& part : {declares(a), sentence(" ("), placeOf(a), sentence("); ")})
        append(whole, part);
    base::Sentence second = speakerOf(b);
    if (auto* words = std::get_if<std::string>(&second.front());
        words && words->starts_with("The "))
        words->front() = 't';
    for (const base::Sentence& part :
        {second, declares(b), sentence(" ("), placeOf(b), sentence(").")})
        append(whole, part);
    return whole;
}

Finding conflict(
    const char* rule, const Claim& found, const Claim& expected, findings::Subject subject)
{
    Finding finding = makeFinding(rule, std::move(subject));
    finding.comparison = findings::TextComparison{"declared license", expressionOf(found),
        expressionOf(expected), expected.source + ":" + std::to_string(expected.line)};
    finding.message = against(found, expected);
    finding.documents = {{found.source, found.line}, {expected.source, expected.line}};
    return finding;
}

findings::Subject documentSubject(const std::string& file)
{
    return {{"document", base::DataText::name(file)}};
}

/// The licence texts as one claim: who declares something has to be met by them together.
Claim joinedTexts(const LicenseStatements& statements)
{
    Claim joined;
    for (const Claim& claim : statements.claims) {
        if (!isText(claim) || !claim.meaning.isDetermined())
            continue;
        if (joined.source.empty()) {
            joined = claim;
            continue;
        }
        joined.sameText.push_back(claim.meaning.expression);
        joined.sameText.insert(joined.sameText.end(), claim.sameText.begin(), claim.sameText.end());
    }
    return joined;
}

/// What documents declare, against the texts: one finding for each document.
void addTextMismatches(const LicenseStatements& statements, std::vector<Finding>& list)
{
    const Claim texts = joinedTexts(statements);
    if (texts.source.empty())
        return;
    for (const Claim& claim : statements.claims) {
        if (isText(claim) || !claim.isOfData() || license::agree(claim, texts))
            continue;
        const auto known = std::find_if(list.begin(), list.end(), [&](const Finding& finding) {
            return finding.rule == "LIC-DECLARED-TEXT-MISMATCH"
                && finding.documents.front().file == claim.source;
        });
        if (known != list.end()) {
            known->documents.insert(known->documents.end() - 1, {claim.source, claim.line});
            continue;
        }
        Finding finding
            = conflict("LIC-DECLARED-TEXT-MISMATCH", claim, texts, documentSubject(claim.source));
        finding.remedy = sentence("Make them agree: state ", expressionOf(texts), " in ",
            base::DataText::name(claim.source), ", or replace the text if ", expressionOf(claim),
            " is meant. Until then the text usually governs.");
        list.push_back(std::move(finding));
    }
}

/// The first two claims of one document, or of two, that differ.
void addDisagreements(const LicenseStatements& statements, std::vector<Finding>& list)
{
    std::vector<const Claim*> declared;
    for (const Claim& claim : statements.claims) {
        if (!isText(claim) && claim.isOfData())
            declared.push_back(&claim);
    }
    std::set<std::pair<std::string, std::string>> reported;
    for (std::size_t i = 0; i < declared.size(); ++i) {
        for (std::size_t j = i + 1; j < declared.size(); ++j) {
            const Claim& a = *declared[i];
            const Claim& b = *declared[j];
            if (license::agree(a, b) || !reported.insert({a.source, b.source}).second)
                continue;
            const bool isOne = a.source == b.source;
            findings::Subject subject = documentSubject(a.source);
            if (!isOne)
                subject.emplace_back("other", base::DataText::name(b.source));
            Finding finding = conflict(isOne ? "LIC-CONFLICTING-STATEMENTS" : "LIC-HOSTS-DISAGREE",
                a, b, std::move(subject));
            finding.remedy = sentence(isOne ? "Keep one statement, or say what each covers."
                                            : "Make them agree, and say which one governs.");
            list.push_back(std::move(finding));
        }
    }
}

/// What the texts show by themselves.
void addTextFindings(const LicenseStatements& statements, std::vector<Finding>& list)
{
    for (const auto& [file, detection] : statements.texts) {
        for (const license::TextFinding& found : detection.findings) {
            findings::Subject subject = documentSubject(file);
            subject.emplace_back("line", base::DataText::name(std::to_string(found.line)));
            Finding finding = makeFinding(found.rule, std::move(subject));
            finding.message = sentence(base::DataText::name(file), ": ");
            append(finding.message, found.message);
            finding.remedy = found.remedy;
            finding.documents = {{file, found.line}};
            list.push_back(std::move(finding));
        }
    }
}

} // namespace

base::Sentence placeOf(const Claim& claim)
{
    return sentence(base::DataText::name(claim.source),
        claim.line == 0 ? std::string() : " line " + std::to_string(claim.line));
}

base::Sentence speakerOf(const Claim& claim)
{
    if (claim.kind == Claim::Kind::Text)
        return sentence(base::DataText::name(claim.source));
    return sentence(
        claim.document == documents::DocumentKind::Card ? "The card" : "The Croissant file");
}

Finding findingAbout(const char* rule, const Claim& claim)
{
    findings::Subject subject = documentSubject(claim.source);
    subject.emplace_back("statement",
        base::DataText::document(claim.raw.empty() ? claim.meaning.expression : claim.raw));
    Finding finding = makeFinding(rule, std::move(subject));
    finding.documents = {{claim.source, claim.line}};
    return finding;
}

std::vector<Finding> conflictFindings(const LicenseStatements& statements)
{
    std::vector<Finding> list;
    addTextMismatches(statements, list);
    addDisagreements(statements, list);
    addTextFindings(statements, list);
    return list;
}

} // namespace cupel::audits
