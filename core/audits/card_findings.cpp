#include "core/audits/card_findings.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "core/audits/judging.h"
#include "core/audits/wording.h"
#include "core/card/prose.h"

namespace cupel::audits {

namespace {

using card::CheckedClaim;
using card::ClaimKind;

/// What a claim is about, as a sentence names it.
base::Sentence aboutWords(const CheckedClaim& claim)
{
    const base::DataText subject = base::DataText::document(claim.subject);
    switch (claim.kind) {
    case ClaimKind::Rows:
        return sentence("the number of rows");
    case ClaimKind::SplitRows:
        return sentence("the rows of split ", subject);
    case ClaimKind::Columns:
        return sentence("the number of columns");
    case ClaimKind::ColumnNames:
        return sentence("column ", subject);
    case ClaimKind::SizeCategory:
        return sentence("the size category");
    case ClaimKind::Classes:
        return sentence("the classes of ", subject);
    case ClaimKind::ClassNames:
        return sentence("the names of classes");
    case ClaimKind::Share:
        return sentence("the share of a value");
    case ClaimKind::Balance:
        return sentence("the balance of ", subject);
    case ClaimKind::FileBytes:
        return sentence("the size of the file");
    case ClaimKind::Languages:
        break;
    }
    return claim.subject.empty() ? sentence("the languages")
                                 : sentence("the languages of ", subject);
}

std::string placeText(const card::Place& place)
{
    return place.line == 0 ? place.file : place.file + " line " + std::to_string(place.line);
}

/// Makes findings of one rule; those about the same subject are numbered, so that each has an id of
/// its own.
class FindingMaker {
public:
    explicit FindingMaker(const char* rule)
        : m_rule(rule)
    {
    }

    findings::Finding make(findings::Subject subject)
    {
        findings::Finding finding = makeFinding(m_rule, std::move(subject));
        if (const int number = ++m_seen[finding.id({})]; number > 1)
            finding.subject.emplace_back("number", base::DataText::name(std::to_string(number)));
        return finding;
    }

private:
    const char* m_rule;
    std::map<std::string, int> m_seen;
};

findings::Finding claimFinding(
    const CheckedClaim& claim, const findings::Limit& balance, FindingMaker& maker)
{
    findings::Subject subject{{"claim", base::DataText::name(std::string(kindName(claim.kind)))}};
    if (!claim.subject.empty())
        subject.emplace_back("about", base::DataText::document(claim.subject));
    subject.emplace_back("document", base::DataText::name(claim.places.front().file));
    findings::Finding finding = maker.make(std::move(subject));
    finding.message
        = sentence(placeText(claim.places.front()) + " says \"", claim.said, "\" about ");
    append(finding.message, aboutWords(claim));
    append(finding.message,
        sentence(claim.kind == ClaimKind::Languages && claim.subject.empty() ? "; elsewhere: "
                                                                             : "; counted: "));
    append(finding.message, claim.measured);
    if (claim.ratio) {
        finding.measure
            = findings::Measure{"largest over smallest count", *claim.ratio, std::nullopt};
        finding.limit = balance;
        append(finding.message,
            sentence(", a ratio of " + shortNumber(*claim.ratio) + limitWords(balance)));
    }
    append(finding.message, sentence("."));
    finding.remedy = sentence(
        "Correct the document, or find out why the data differs from what it describes: another "
        "version, a filter, rows that could not be read.");
    for (const card::Place& place : claim.places)
        finding.documents.push_back({place.file, place.line});
    return finding;
}

/// Places of placeholders: sections of the card whose text is one.
std::map<std::pair<std::string, std::uint64_t>, std::string> placeholderSections(
    const documents::DocumentSet& documents)
{
    std::map<std::pair<std::string, std::uint64_t>, std::string> places;
    for (const documents::Document& document : documents.documents) {
        const auto& sections = document.sections;
        for (std::size_t i = 0; i < sections.size(); ++i) {
            const bool hasParts
                = i + 1 < sections.size() && sections[i + 1].level > sections[i].level;
            const bool isEmpty = card::trimmed(sections[i].body).empty();
            if (sections[i].level < 2 || (isEmpty && hasParts)
                || !card::isPlaceholder(sections[i].body))
                continue;
            places[{document.file, sections[i].at.line}] = sections[i].title;
        }
    }
    return places;
}

} // namespace

std::vector<findings::Finding> claimFindings(
    const std::vector<CheckedClaim>& claims, const findings::Limit& balance)
{
    std::vector<CheckedClaim> contradicted;
    std::copy_if(claims.begin(), claims.end(), std::back_inserter(contradicted),
        [](const CheckedClaim& claim) { return claim.verdict == card::Verdict::Contradicts; });
    std::stable_sort(contradicted.begin(), contradicted.end(),
        [](const CheckedClaim& a, const CheckedClaim& b) { return a.kind < b.kind; });
    std::vector<findings::Finding> found;
    FindingMaker maker("card.claim-contradicted");
    for (const CheckedClaim& claim : contradicted)
        found.push_back(claimFinding(claim, balance, maker));
    return found;
}

std::vector<findings::Finding> fieldFindings(const Facts& facts, const card::Card& card)
{
    std::vector<findings::Finding> found;
    std::vector<base::Sentence> titles;
    std::int64_t coreFields = 0;
    for (std::size_t i = 0; i < card.fields.size(); ++i) {
        const card::Field& field = card::model().fields[i];
        if (field.level != card::Level::Core)
            continue;
        ++coreFields;
        if (card.fields[i].state == card::State::Absent)
            titles.push_back(sentence(field.title));
    }
    const auto absent = static_cast<std::int64_t>(titles.size());
    const findings::Limit limit = limitOf(facts, "card.core-field-absent");
    if (static_cast<double>(absent) > limit.value) {
        findings::Finding finding = makeFinding("card.core-field-absent", {});
        finding.measure = findings::Measure{
            "core fields without an answer", static_cast<double>(absent), std::nullopt};
        finding.limit = limit;
        finding.message = sentence("The documents do not answer " + std::to_string(absent) + " of "
            + countOf(coreFields, "core field", "core fields") + " of the Data Card: ");
        append(finding.message, listing(titles));
        append(finding.message, sentence("."));
        finding.remedy = sentence(
            "Answer them in the card, or say there why they do not apply; cupel card render lists "
            "every field.");
        for (const documents::Document& document : facts.documents->documents) {
            if (document.kind == documents::DocumentKind::Card)
                finding.documents.push_back({document.file, 0});
        }
        found.push_back(std::move(finding));
    }
    FindingMaker maker("card.placeholder");
    for (const auto& [place, title] : placeholderSections(*facts.documents)) {
        findings::Finding finding = maker.make({{"document", base::DataText::name(place.first)},
            {"section", base::DataText::document(title)}});
        finding.message = sentence("Section \"", base::DataText::document(title),
            "\" of " + place.first + " (line " + std::to_string(place.second)
                + ") holds no answer, only words that stand for one.");
        finding.remedy = sentence("Write the answer, or why there is none.");
        finding.documents.push_back({place.first, place.second});
        found.push_back(std::move(finding));
    }
    return found;
}

} // namespace cupel::audits
