#include "core/reports/card_parts.h"

#include <algorithm>

#include "core/audits/wording.h"
#include "core/card/completeness.h"
#include "core/reports/audit_page_parts.h"
#include "core/reports/finding_texts.h"
#include "core/reports/terminal_text.h"

namespace cupel::reports {
namespace {

constexpr std::string_view kAuditId = "data-card";
constexpr std::string_view kContradiction = "card.claim-contradicted";
constexpr std::string_view kContradicts = "contradicts";
constexpr std::size_t kShown = 10;

/// "access_licence" as a person reads it.
std::string partTitle(const std::string& id)
{
    std::string title;
    for (const char c : id)
        title += c == '_' ? std::string(" and ") : std::string(1, c);
    if (title[0] >= 'a' && title[0] <= 'z')
        title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

std::string shareWords(const base::Figure& share)
{
    return share.isDefined() ? audits::percent(share.value()) : "–";
}

Cell shareCell(const base::Figure& share)
{
    return share.isDefined() ? Cell::share(share.value()) : Cell::figure(share);
}

/// Answered fields of all parts.
card::Score sumOf(const card::Completeness& score)
{
    card::Score sum;
    for (const card::Score& group : score.groups) {
        sum.weight += group.weight;
        sum.fields += group.fields;
        sum.present += group.present;
        sum.derived += group.derived;
    }
    return sum;
}

const audits::ResultTable* claimsTable(const DatasetReport& dataset)
{
    const AuditReport* const audit = cardAudit(dataset);
    if (!audit)
        return nullptr;
    const auto& tables = audit->result.tables;
    const auto found = std::find_if(tables.begin(), tables.end(),
        [](const audits::ResultTable& table) { return table.id == "claims"; });
    return found == tables.end() ? nullptr : &*found;
}

bool contradicts(const std::vector<audits::ResultTable::Cell>& row)
{
    return std::any_of(row.begin(), row.end(), [](const audits::ResultTable::Cell& cell) {
        const auto* own = std::get_if<std::string>(&cell);
        return own && *own == kContradicts;
    });
}

std::vector<std::string> unansweredCoreFields(const card::Card& card)
{
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < card.fields.size(); ++i) {
        const card::Field& field = card::model().fields[i];
        if (field.level == card::Level::Core && card.fields[i].state == card::State::Absent)
            titles.push_back(field.title);
    }
    return titles;
}

} // namespace

const AuditReport* cardAudit(const DatasetReport& dataset)
{
    const auto found = std::find_if(dataset.audits.begin(), dataset.audits.end(),
        [](const AuditReport& audit) { return audit.id == kAuditId; });
    return found == dataset.audits.end() ? nullptr : &*found;
}

std::string completenessWords(const card::Card& card)
{
    const card::Completeness score = card::completeness(card);
    const card::Score all = sumOf(score);
    return shareWords(score.card) + " complete: " + groupedDigits(all.present) + " of "
        + countedWords(all.fields, "field that applies is", "fields that apply are") + " answered, "
        + groupedDigits(all.derived)
        + " of them from the data alone. The share is the mean of the parts by their weights; in a "
          "part, core fields count four times and expected ones twice. It says how much is "
          "answered, not how well.";
}

Table completenessTable(const card::Card& card)
{
    const card::Completeness score = card::completeness(card);
    Table table;
    table.caption = {std::string("Completeness of the Data Card by part")};
    for (const char* const column :
        {"Part", "Weight", "Fields", "Answered", "From the data alone", "Completeness"})
        table.columns.push_back({std::string(column)});
    const auto add = [&table](std::string name, const card::Score& part, Cell share) {
        table.rows.push_back({Cell::words(std::move(name)), {std::int64_t{part.weight}, {}},
            {std::int64_t{part.fields}, {}}, {std::int64_t{part.present}, {}},
            {std::int64_t{part.derived}, {}}, std::move(share)});
    };
    for (const card::Score& group : score.groups)
        add(partTitle(group.id), group, shareCell(group.value()));
    add("Whole card", sumOf(score), shareCell(score.card));
    return table;
}

KeyValues scopeFacts(const card::Card& card)
{
    KeyValues facts;
    for (const card::Score& scope : card::completeness(card).scopes) {
        const std::string title = scope.id == "telescope" ? "At a glance"
            : scope.id == "periscope"                     ? "More specific"
                                                          : "In full detail";
        facts.rows.push_back({title,
            {groupedDigits(scope.present) + " of " + countedWords(scope.fields, "field", "fields")
                + " answered (" + scope.id + ")"},
            false});
    }
    return facts;
}

std::string claimsWords(const DatasetReport& dataset)
{
    const audits::ResultTable* const claims = claimsTable(dataset);
    if (!claims || claims->rows.empty())
        return "The documents make no claim about the data that a count can check.";
    const auto contradicted = std::count_if(claims->rows.begin(), claims->rows.end(), contradicts);
    return countedWords(static_cast<std::int64_t>(claims->rows.size()), "claim", "claims")
        + " of the documents compared with the counts: "
        + (contradicted == 0 ? "all agree." : groupedDigits(contradicted) + " contradicted.");
}

List contradictions(const DatasetReport& dataset, const FindingTarget& target, std::size_t most)
{
    List list;
    std::int64_t rest = 0;
    const AuditReport* const audit = cardAudit(dataset);
    if (!audit)
        return list;
    for (const findings::Finding& finding : audit->result.findings) {
        if (finding.rule != kContradiction)
            continue;
        if (list.items.size() < most)
            list.items.push_back({cutTexts(finding.message), target(finding), toneOf(finding), {}});
        else
            ++rest;
    }
    if (rest > 0)
        list.items.push_back({{"and " + groupedDigits(rest) + " more"}, {}, Tone::Plain, {}});
    return list;
}

void addCard(const DatasetReport& dataset, const std::string& prefix, const FindingTarget& target,
    Page& page)
{
    if (!dataset.card)
        return;
    page.add(Heading{3, {std::string("Data Card")}, prefix + "-data-card"});
    if (List list = contradictions(dataset, target, kShown); !list.items.empty())
        page.add(std::move(list));
    page.add(Paragraph{{claimsWords(dataset)}});
    if (const audits::ResultTable* const claims = claimsTable(dataset);
        claims && !claims->rows.empty()) {
        audits::ResultTable sorted = *claims;
        std::stable_partition(sorted.rows.begin(), sorted.rows.end(), contradicts);
        page.add(Details{{std::string("All claims beside the counts")}, {Block{tableOf(sorted)}}});
    }
    page.add(Paragraph{{completenessWords(*dataset.card)}});
    page.add(completenessTable(*dataset.card));
    if (const AuditReport* const audit = cardAudit(dataset))
        addMetrics(*audit, dataset.roles, page);
    const std::vector<std::string> open = unansweredCoreFields(*dataset.card);
    if (!open.empty()) {
        List list;
        for (const std::string& title : open)
            list.items.push_back({{title}, {}, Tone::Plain, {}});
        page.add(Details{{countedWords(static_cast<std::int64_t>(open.size()),
                             "core field without an answer", "core fields without an answer")},
            {Block{std::move(list)}}});
    }
}

} // namespace cupel::reports
