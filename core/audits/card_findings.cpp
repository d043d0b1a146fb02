#include "core/audits/card_findings.h"

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
    return sentence("the languages");
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

findings::Finding claimFinding(const CheckedClaim& claim, FindingMaker& maker)
{
    findings::Subject subject{{"claim", base::DataText::name(std::string(kindName(claim.kind)))}};
    if (!claim.subject.empty())
        subject.emplace_back("about", base::DataText::document(claim.subject));
    subject.emplace_back("document", base::DataText::name(claim.places.front().file));
    findings::Finding finding = maker.make(std::move(subject));
    finding.message = sentence(placeText(claim.places.front()) + " says \"", claim.said,
        claim.kind == ClaimKind::Languages ? "\", " : "\"; the data has ");
    append(finding.message, claim.measured);
    append(finding.message, sentence(" ("));
    append(finding.message, aboutWords(claim));
    append(finding.message, sentence(")."));
    finding.remedy = sentence(
        "Correct the document, or find out why the data differs from what it describes: another "
        "version, a filter, rows that could not be read.");
    for (const card::Place& place : claim.places)
        finding.documents.push_back({place.file, place.line});
    return finding;
}

/// A part of the card as a sentence names it.
std::string groupTitle(const std::string& group)
{
    const std::map<std::string, std::string> kTitles{{"identity_card", "identity"},
        {"authorship", "authorship"}, {"overview", "overview and sensitivity"},
        {"use", "motivation and use"}, {"access_licence", "access and license"},
        {"provenance", "provenance"}, {"people", "people"},
        {"annotation_validation", "annotation and validation"},
        {"quality_transformations", "quality and transformations"}, {"extended", "further use"}};
    return kTitles.at(group);
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

std::vector<findings::Finding> claimFindings(const std::vector<CheckedClaim>& claims)
{
    std::vector<findings::Finding> found;
    FindingMaker maker("card.claim-contradicted");
    for (const CheckedClaim& claim : claims) {
        if (claim.verdict == card::Verdict::Contradicts)
            found.push_back(claimFinding(claim, maker));
    }
    return found;
}

std::vector<findings::Finding> fieldFindings(const Facts& facts, const card::Card& card)
{
    std::vector<findings::Finding> found;
    for (const card::WeightGroup& group : card::model().groups) {
        std::vector<base::Sentence> titles;
        for (std::size_t i = 0; i < card.fields.size(); ++i) {
            const card::Field& field = card::model().fields[i];
            if (field.group == group.id && field.level == card::Level::Core
                && card.fields[i].state == card::State::Absent)
                titles.push_back(sentence(field.title));
        }
        if (titles.empty())
            continue;
        findings::Finding finding
            = makeFinding("card.core-field-absent", {{"part", base::DataText::name(group.id)}});
        const auto number = static_cast<std::int64_t>(titles.size());
        finding.measure = findings::Measure{
            "core fields without an answer", static_cast<double>(number), std::nullopt};
        finding.limit = limitOf(facts, "card.core-field-absent");
        if (!(static_cast<double>(number) > finding.limit->value))
            continue;
        finding.message = sentence("The documents do not answer "
            + countOf(number, "core field", "core fields") + " of " + groupTitle(group.id) + ": ");
        append(finding.message, listing(titles, titles.size()));
        append(finding.message, sentence("."));
        finding.remedy = sentence("Answer them in the card, or say there why they do not apply.");
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
