#include "core/reports/license_page.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <utility>

#include "core/license/resolution.h"
#include "core/license/spdx_list.h"
#include "core/license/terms.h"
#include "core/license/uses.h"
#include "core/reports/audit_page_parts.h"
#include "core/reports/finding_texts.h"
#include "core/reports/license_parts.h"
#include "core/reports/terminal_text.h"

namespace cupel::reports {
namespace {

using base::DataText;
using license::Claim;
using license::Expression;
using license::Terms;

constexpr std::array<std::string_view, 2> kAudits{"license-terms", "documents"};
constexpr std::size_t kFindings = 40;
constexpr std::size_t kClaims = 200;
constexpr std::size_t kPlaces = 3; ///< that one claim contradicts
constexpr std::size_t kLicenses = 6; ///< side by side
constexpr const char* kNoAdvice
    = "A reading of the licence texts by field, no legal advice; the text governs.";

Cell documentCell(const std::string& text)
{
    return text.empty() ? Cell{Cell::Undefined{}, {}}
                        : Cell::text(cutTexts({DataText::document(text)}));
}

void addFindings(const DatasetReport& dataset, Page& page)
{
    std::vector<const findings::Finding*> found;
    for (const findings::Finding* finding : rankedFindings(dataset)) {
        for (const AuditReport& audit : dataset.audits) {
            const auto& all = audit.result.findings;
            const bool isOfAudit
                = std::find(kAudits.begin(), kAudits.end(), audit.id) != kAudits.end();
            if (isOfAudit && !all.empty() && !std::less<>()(finding, all.data())
                && std::less<>()(finding, all.data() + all.size()))
                found.push_back(finding);
        }
    }
    if (found.empty())
        return;
    page.add(Heading{2, {std::string("What matters")}, "matters"});
    List list;
    for (const findings::Finding* finding : found) {
        if (list.items.size() == kFindings)
            break;
        list.items.push_back(
            {cutTexts(finding->message), finding->id(dataset.name), toneOf(*finding), {}});
    }
    const std::size_t rest = found.size() - list.items.size();
    page.add(std::move(list));
    if (rest > 0)
        page.add(Paragraph{
            {"And "
                + countedWords(static_cast<std::int64_t>(rest), "more finding.", "more findings.")},
            true});
}

std::vector<Terms> termsIn(const Expression& expression)
{
    std::vector<Terms> all;
    for (const Expression& license : license::licensesOf(expression))
        all.push_back(license::termsOf(license).terms);
    return all;
}

/// How a claim stands to the others about the data: which of them cannot be true beside it.
std::string agreementOf(const Claim& claim, const std::vector<Claim>& claims)
{
    if (!claim.isOfData())
        return "not about the data";
    std::string places;
    std::size_t count = 0;
    for (const Claim& other : claims) {
        if (&other == &claim || !other.isOfData() || license::agree(claim, other))
            continue;
        if (++count <= kPlaces)
            places += (places.empty() ? "" : "; ") + placeText({other.source, other.line});
    }
    if (count > 0)
        return "contradicts " + places + (count > kPlaces ? "; and others" : "");
    const bool isNamed
        = claim.meaning.isDetermined() || claim.meaning.confidence == license::Confidence::Family;
    return isNamed ? "agrees" : "names no licence";
}

Table claimsTable(const std::vector<Claim>& claims)
{
    Table table;
    table.caption = {std::string("Where a licence is stated")};
    for (const char* const column :
        {"Document", "Stated as", "Words", "Licence", "Certainty", "Covers", "Agreement"})
        table.columns.push_back({std::string(column)});
    // Claims with the same words about the same thing stand to the others alike.
    std::map<std::pair<std::string, std::string>, std::string> known;
    for (const Claim& claim : claims) {
        if (table.rows.size() == kClaims)
            break;
        const std::pair<std::string, std::string> key{
            claim.covers + '\0' + std::string(license::claimKindName(claim.kind)),
            claim.meaning.expression};
        auto agreement = known.find(key);
        if (agreement == known.end())
            agreement = known.emplace(key, agreementOf(claim, claims)).first;
        const std::string certainty = claim.textClass
            ? std::string(license::className(*claim.textClass))
            : std::string(license::confidenceName(claim.meaning.confidence));
        table.rows.push_back({Cell::text(cutTexts(
                                  {DataText::name(placeText({claim.source, claim.line}))})),
            Cell::words(std::string(license::claimKindName(claim.kind))), documentCell(claim.raw),
            documentCell(claim.meaning.expression), Cell::words(certainty),
            claim.covers.empty() ? Cell::words("the data") : documentCell(claim.covers),
            Cell::text(cutTexts({DataText::name(agreement->second)}))});
    }
    table.leftOut = static_cast<std::int64_t>(claims.size() - table.rows.size());
    return table;
}

void addStatements(const DatasetReport& dataset, Page& page)
{
    page.add(Heading{2, {std::string("What is stated")}, "stated"});
    const license::LicenseStatements& statements = *dataset.licenses;
    const auto effective = statements.effective();
    if (statements.claims.empty() || !effective) {
        page.add(Paragraph{{std::string("The documents state no licence for the data. Without a "
                                        "licence nothing is granted.")}});
    } else {
        const std::string use(license::useClassOf(termsIn(*effective)));
        page.add(Paragraph{cutTexts({"All that is stated for the data, taken together: ",
            DataText::document(license::toText(*effective)), " (" + use + ")."})});
    }
    if (!statements.claims.empty())
        page.add(claimsTable(statements.claims));
}

std::string yesNo(bool value)
{
    return value ? "yes" : "no";
}

std::string permissionWords(license::Permission permission)
{
    switch (permission) {
    case license::Permission::Yes:
        return "allowed";
    case license::Permission::Conditional:
        return "within limits";
    case license::Permission::Private:
        return "not to be shared";
    case license::Permission::No:
        return "not allowed";
    case license::Permission::Unknown:
        break;
    }
    return "not known";
}

std::string joinedWords(const std::vector<std::string>& words, const char* between)
{
    std::string text;
    for (const std::string& word : words)
        text += (text.empty() ? "" : between) + word;
    return text.empty() ? "none" : text;
}

std::string orUnknown(const std::string& text)
{
    return text.empty() || text == "unknown" ? "not known" : text;
}

/// Permissions, then conditions, then limits, one licence beside the other.
Table termsTable(const std::vector<Terms>& licenses)
{
    Table table;
    table.caption = {std::string("What the terms say")};
    table.columns.push_back({std::string("Terms")});
    for (std::size_t i = 0; i < licenses.size() && i < kLicenses; ++i)
        table.columns.push_back({DataText::document(licenses[i].id)});
    const auto row = [&](const char* name, const std::function<std::string(const Terms&)>& value) {
        std::vector<Cell>& cells = table.rows.emplace_back();
        cells.push_back(Cell::words(name));
        for (std::size_t i = 0; i < licenses.size() && i < kLicenses; ++i)
            cells.push_back(Cell::words(value(licenses[i])));
    };
    row("Commercial use", [](const Terms& t) { return permissionWords(t.commercialUse); });
    row("Changed data", [](const Terms& t) { return permissionWords(t.derivatives); });
    row("Passing on", [](const Terms& t) { return permissionWords(t.redistribution); });
    row("Attribution", [](const Terms& t) { return orUnknown(t.attribution); });
    row("Share alike", [](const Terms& t) { return orUnknown(t.shareAlike); });
    row("Keep the notice", [](const Terms& t) { return orUnknown(t.keepNotice); });
    row("State changes", [](const Terms& t) { return yesNo(t.stateChanges); });
    row("Offer the source", [](const Terms& t) { return yesNo(t.provideSource); });
    row("Over a network too", [](const Terms& t) { return yesNo(t.networkUse); });
    row("Limits of use", [](const Terms& t) { return joinedWords(t.fieldOfUse, ", "); });
    row("Patents", [](const Terms& t) { return orUnknown(t.patent); });
    row("Database right", [](const Terms& t) { return orUnknown(t.databaseRight); });
    row("Law", [](const Terms& t) { return orUnknown(t.jurisdiction); });
    row("Open Definition", [](const Terms& t) { return orUnknown(t.openDefinition); });
    return table;
}

std::string useWords(license::UseVerdict verdict)
{
    switch (verdict) {
    case license::UseVerdict::Allowed:
        return "allowed";
    case license::UseVerdict::AllowedWithDuties:
        return "allowed with duties";
    case license::UseVerdict::CannotTell:
        return "cannot be told";
    case license::UseVerdict::NotAllowed:
        break;
    }
    return "not allowed";
}

std::string spaced(std::string_view name)
{
    std::string text(name);
    std::replace(text.begin(), text.end(), '-', ' ');
    return text;
}

Cell intendedCell(license::Use use, const audits::Roles& roles)
{
    const bool isIntended
        = std::any_of(roles.use.begin(), roles.use.end(), [use](const std::string& name) {
              const auto known = license::useFromName(name);
              return known && *known == use;
          });
    return isIntended ? Cell::words("yes") : Cell{Cell::Undefined{}, {}};
}

/// `roles`: of the dataset whose intended uses are marked; null: of none.
Table usesTable(const Expression& effective, const audits::Roles* roles)
{
    Table table;
    table.caption = {std::string("What the terms indicate for a use")};
    for (const char* const column : {"Use", "Intended", "Indicates", "Why", "Duties"}) {
        if (roles || std::string_view(column) != "Intended")
            table.columns.push_back({std::string(column)});
    }
    for (const license::Use use : license::allUses()) {
        const license::UseAssessment found = license::assess(effective, use);
        std::string why;
        for (const license::Obstacle& one : found.obstacles)
            why += (why.empty() ? "" : "; ") + one.license + " " + one.words;
        std::vector<std::string> duties;
        for (const license::Duty& duty : found.duties) {
            if (std::find(duties.begin(), duties.end(), duty.words) == duties.end())
                duties.push_back(duty.words);
        }
        std::string indicates = useWords(found.verdict);
        if (found.hadChoice)
            indicates += ", choosing " + license::toText(found.chosen);
        std::vector<Cell>& cells = table.rows.emplace_back();
        cells.push_back(Cell::words(spaced(license::useName(use))));
        if (roles)
            cells.push_back(intendedCell(use, *roles));
        cells.push_back(documentCell(indicates));
        cells.push_back(documentCell(why));
        cells.push_back(
            duties.empty() ? Cell{Cell::Undefined{}, {}} : Cell::words(joinedWords(duties, "; ")));
    }
    return table;
}

void addTerms(const Expression& effective, const audits::Roles* roles, Page& page)
{
    const std::vector<Terms> licenses = termsIn(effective);
    page.add(Heading{2, {std::string("What the terms say")}, "terms"});
    page.add(usesTable(effective, roles));
    page.add(termsTable(licenses));
    if (licenses.size() > kLicenses)
        page.add(Paragraph{{countedWords(static_cast<std::int64_t>(licenses.size() - kLicenses),
                                "more licence is", "more licences are")
                               + " not shown here."},
            true});
    page.add(Paragraph{{std::string(kNoAdvice)}, true});
}

/// How a text reads as an expression, or why it does not.
void addReading(const std::string& text, KeyValues& facts)
{
    const auto add = [&facts](const char* what, const std::string& value) {
        facts.rows.push_back({what, cutTexts({DataText::document(value)}), false});
    };
    const auto read = license::parseExpression(text);
    if (read) {
        add("As an SPDX expression", license::toText(*read));
        for (const Expression& license : license::licensesOf(*read)) {
            const license::SpdxLicense* const entry = license::findSpdxLicense(license.id);
            add("Licence",
                license::toText(license) + ": "
                    + (entry ? entry->name : "terms of its own, not on the SPDX licence list"));
        }
        for (const license::Deprecation& one : license::deprecationsOf(*read)) {
            add("Deprecated",
                one.id + " since list version " + one.since
                    + (one.successors.empty() ? std::string()
                                              : ": write " + joinedWords(one.successors, " or ")));
        }
    } else {
        const base::Error& error = read.error();
        facts.rows.push_back({"As an SPDX expression",
            cutTexts({"not valid from column " + std::to_string(error.where.column) + " on: ",
                DataText::document(error.message)}),
            false});
        if (!error.hint.empty())
            add("Try", error.hint);
    }
}

/// Which licence a text names.
void addMeaning(const license::Resolution& found, KeyValues& facts)
{
    facts.rows.push_back({"As a name",
        cutTexts({DataText::document(found.expression),
            " (" + std::string(license::confidenceName(found.confidence)) + ")"}),
        false});
    for (const license::ResolutionNote& note : found.notes)
        facts.rows.push_back({note.rule, {"It " + note.words + "."}, false});
    if (!found.candidates.empty())
        facts.rows.push_back({"May mean",
            cutTexts({DataText::document(joinedWords(found.candidates, ", "))}), false});
}

} // namespace

Page licenseLookupPage(const std::string& text)
{
    Page page;
    page.kind = "Licence";
    page.title = cutTexts({DataText::document(text)});
    KeyValues facts;
    addReading(text, facts);
    const license::Resolution found = license::resolveLicense(text);
    addMeaning(found, facts);
    page.add(std::move(facts));
    addTerms(license::expressionOf(found), nullptr, page);
    return page;
}

Page licensePage(const DatasetReport& dataset)
{
    Page page;
    page.kind = "Licence and provenance";
    page.title = {DataText::name(dataset.name)};
    page.subtitle = fileName(dataset);
    addFindings(dataset, page);
    addStatements(dataset, page);
    if (const auto effective = dataset.licenses->effective())
        addTerms(*effective, &dataset.roles, page);
    addLicenseTexts(dataset, page);
    addProvenance(dataset, page);
    addDocuments(dataset, page);
    return page;
}

} // namespace cupel::reports
