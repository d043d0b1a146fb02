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
using license::Terms;

/// What to do, by rule; the page of the rule says more.
std::string remedyFor(const std::string& rule, const Claim& claim)
{
    const std::string page = " See cupel rules explain " + rule + ".";
    if (!claim.meaning.candidates.empty()) {
        std::string ids;
        for (std::size_t i = 0; i < claim.meaning.candidates.size() && i < 6; ++i)
            ids += (i == 0 ? "" : ", ") + claim.meaning.candidates[i];
        return "Name the licence that is meant, for example one of " + ids + "." + page;
    }
    if (rule == "LIC-SPDX-DEPRECATED" || rule == "LIC-VERSION-ASSUMED")
        return "Write " + claim.meaning.expression + " if that is meant." + page;
    return "Name the licence by its SPDX id." + page;
}

bool isCustom(const Claim& claim)
{
    const auto& notes = claim.meaning.notes;
    return std::any_of(notes.begin(), notes.end(),
        [](const license::ResolutionNote& note) { return note.rule == "LIC-CUSTOM"; });
}

bool hasLicenseFile(const documents::DocumentSet& documents)
{
    return std::any_of(
        documents.documents.begin(), documents.documents.end(), [](const documents::Document& one) {
            return one.kind == documents::DocumentKind::License;
        });
}

/// Whether a claim says something about the licence, be it only that the terms are its own.
bool namesTerms(const Claim& claim)
{
    const auto& notes = claim.meaning.notes;
    const bool isMissing = !notes.empty() && notes.front().rule == "LIC-MISSING";
    return claim.isOfData() && !isMissing;
}

base::Sentence says(const Claim& claim)
{
    base::Sentence whole = speakerOf(claim);
    append(whole, sentence(" says \u201c", base::DataText::document(claim.raw), "\u201d ("));
    append(whole, placeOf(claim));
    append(whole, sentence(")"));
    return whole;
}

/// The notes of a claim, one finding each; LIC-MISSING is a matter of all claims together.
void addNotes(const Claim& claim, bool isNamedElsewhere, std::vector<Finding>& list)
{
    std::set<std::string> reported;
    for (const license::ResolutionNote& note : claim.meaning.notes) {
        const bool isSettled = isNamedElsewhere && note.rule == "LIC-CUSTOM";
        if (note.rule == "LIC-MISSING" || isSettled || !reported.insert(note.rule).second)
            continue;
        Finding finding = findingAbout(note.rule.c_str(), claim);
        finding.message = says(claim);
        append(finding.message, sentence(", which " + note.words + "."));
        finding.remedy = sentence(remedyFor(note.rule, claim));
        list.push_back(std::move(finding));
    }
}

void addMissing(const LicenseStatements& statements, const documents::DocumentSet& documents,
    std::vector<Finding>& list)
{
    if (std::any_of(statements.claims.begin(), statements.claims.end(), namesTerms))
        return;
    Finding finding = makeFinding("LIC-MISSING", {});
    std::vector<base::Sentence> places;
    for (const documents::Document& document : documents.documents) {
        places.push_back(sentence(base::DataText::name(document.file)));
        finding.documents.push_back({document.file, 0});
    }
    finding.message = sentence("No licence is named; looked in ");
    append(finding.message, listing(places));
    for (const Claim& claim : statements.claims) {
        if (!claim.isOfData())
            continue;
        append(finding.message, sentence(". "));
        append(finding.message, says(claim));
        finding.documents.push_back({claim.source, claim.line});
    }
    append(finding.message, sentence("."));
    finding.remedy = sentence(
        "Ask the owner for a licence and state it; until then treat all rights as reserved.");
    list.push_back(std::move(finding));
}

void addCustomWithoutTerms(
    const LicenseStatements& statements, bool hasFile, std::vector<Finding>& list)
{
    for (const Claim& claim : statements.claims) {
        const bool isThere = hasFile || (!claim.name.empty() && !claim.link.empty());
        if (!claim.isOfData() || !isCustom(claim) || isThere)
            continue;
        Finding finding = findingAbout("LIC-CUSTOM-NO-LINK", claim);
        finding.message = says(claim);
        append(finding.message,
            sentence(claim.name.empty() && claim.link.empty()
                    ? ", and its terms have neither name nor link, nor is there a licence file."
                    : claim.link.empty() ? ", and its terms have a name but no link and no file."
                                         : ", and its terms have a link but no name and no file."));
        finding.remedy = sentence("Add license_name and license_link, and the text as LICENSE.");
        list.push_back(std::move(finding));
    }
}

bool isObsolete(std::string_view id)
{
    const bool isEarlyCc = id.starts_with("CC-")
        && (id.find("-1.0") != std::string_view::npos || id.find("-2.") != std::string_view::npos
            || id.find("-3.0") != std::string_view::npos);
    return (isEarlyCc && id != "CC-PDM-1.0") || id == "OGL-UK-1.0" || id == "OGL-UK-2.0"
        || id == "EUPL-1.1";
}

/// A licence that suits data less than another one.
void addFitness(const Claim& claim, const Terms& terms, std::set<std::string>& reported,
    std::vector<Finding>& list)
{
    const auto add = [&](const char* rule, const std::string& words, const std::string& remedy) {
        if (!reported.insert(rule + terms.id).second)
            return;
        Finding finding = makeFinding(rule, {{"license", base::DataText::document(terms.id)}});
        finding.documents = {{claim.source, claim.line}};
        finding.message = sentence(base::DataText::document(terms.id), " (");
        append(finding.message, placeOf(claim));
        append(finding.message, sentence(") " + words + "."));
        finding.remedy = sentence(remedy);
        list.push_back(std::move(finding));
    };
    if (terms.kind == "software")
        add("LIC-SOFTWARE-FOR-DATA", "was written for software",
            "Consider a licence for data, and keep this one for the code.");
    else if (terms.kind == "model")
        add("LIC-MODEL-FOR-DATA", "was written for models", "Say what applies to the data.");
    else if (terms.databaseRight == "silent")
        add("LIC-NO-DATABASE-RIGHT", "does not speak of the right of database makers",
            "Consider CC-BY-4.0, an Open Data Commons licence or a CDLA.");
    if (isObsolete(terms.id))
        add("LIC-OBSOLETE-VERSION", "is an earlier version",
            "Consider the current version; only the rights holder can change it.");
}

/// Licences that want their text passed on, without a licence file.
void addMissingText(const Claim& claim, const Terms& terms, std::set<std::string>& reported,
    std::vector<Finding>& list)
{
    const bool wantsText = terms.keepNotice == "text" || terms.keepNotice == "text+copyright";
    if (!wantsText || !reported.insert("text" + terms.id).second)
        return;
    Finding finding
        = makeFinding("LIC-TEXT-MISSING", {{"license", base::DataText::document(terms.id)}});
    finding.documents = {{claim.source, claim.line}};
    finding.message = sentence(base::DataText::document(terms.id), " (");
    append(finding.message, placeOf(claim));
    append(finding.message,
        sentence(") wants its text passed on, and no licence file is beside the data."));
    finding.remedy = sentence("Add the text of the licence as LICENSE.");
    list.push_back(std::move(finding));
}

void addContents(const LicenseStatements& statements, std::vector<Finding>& list)
{
    const auto effective = statements.effective();
    if (!effective)
        return;
    const std::vector<license::Expression> all = license::licensesOf(*effective);
    const bool areDatabase
        = std::all_of(all.begin(), all.end(), [](const license::Expression& one) {
              return one.id == "ODbL-1.0" || one.id == "ODC-By-1.0";
          });
    if (!areDatabase)
        return;
    Finding finding = makeFinding("LIC-CONTENTS-UNLICENSED",
        {{"license", base::DataText::document(license::toText(*effective))}});
    finding.message = sentence(base::DataText::document(license::toText(*effective)),
        " licenses the database; the terms of its contents are not stated.");
    finding.remedy = sentence("Name the terms of the contents, for example DbCL 1.0.");
    list.push_back(std::move(finding));
}

} // namespace

std::vector<Finding> declarationFindings(
    const LicenseStatements& statements, const documents::DocumentSet& documents)
{
    std::vector<Finding> list;
    addMissing(statements, documents, list);
    const bool hasFile = hasLicenseFile(documents);
    addCustomWithoutTerms(statements, hasFile, list);
    const bool isNamed
        = std::any_of(statements.claims.begin(), statements.claims.end(), [](const Claim& claim) {
              return claim.isOfData() && claim.meaning.isDetermined() && !isCustom(claim);
          });
    for (const Claim& claim : statements.claims) {
        if (claim.kind != Claim::Kind::Metadata)
            addNotes(claim, isNamed, list);
    }
    std::set<std::string> reported;
    for (const Claim& claim : statements.claims) {
        if (!claim.isOfData() || !claim.meaning.isDetermined())
            continue;
        for (const license::Expression& one :
            license::licensesOf(license::expressionOf(claim.meaning))) {
            const license::KnownTerms known = license::termsOf(one);
            addFitness(claim, known.terms, reported, list);
            if (!hasFile)
                addMissingText(claim, known.terms, reported, list);
        }
    }
    addContents(statements, list);
    return list;
}

} // namespace cupel::audits
