#include "core/card/claims.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/base/number.h"
#include "core/card/claim_list.h"

namespace cupel::card {
namespace {

using documents::Document;
using documents::DocumentKind;

/// Words for the same split; the first is the usual one.
constexpr std::array<std::array<std::string_view, 5>, 3> kSplitWords{{
    {"train", "training", "train_set", "trainset", "tr"},
    {"validation", "valid", "val", "dev", "development"},
    {"test", "testing", "eval", "evaluation", "test_set"},
}};

const std::array<std::string_view, 5>* splitWordsOf(const std::string& word)
{
    for (const auto& words : kSplitWords) {
        if (std::find(words.begin(), words.end(), word) != words.end())
            return &words;
    }
    return nullptr;
}

/// What a text says without the way it is written: "5,200 rows" and "5200" say the same; a text
/// without digits says itself.
std::string digitsOf(const base::DataText& text)
{
    std::string digits;
    for (const char c : text.raw()) {
        if ((c >= '0' && c <= '9') || c == '.')
            digits += c;
    }
    return digits.empty() ? text.raw() : digits;
}

CheckedClaim rowClaim(const RowCount& count, std::int64_t measured, bool holds)
{
    CheckedClaim claim;
    claim.kind = count.split.empty() ? ClaimKind::Rows : ClaimKind::SplitRows;
    claim.subject = count.split;
    claim.verdict = holds ? Verdict::Agrees : Verdict::Contradicts;
    claim.said = base::DataText::document(count.said);
    claim.measured = {rowsText(measured)};
    if (count.isMeasuredSplit) {
        claim.measured.emplace_back(std::string(" in "));
        claim.measured.emplace_back(base::DataText::name(count.split));
    }
    claim.places.push_back(count.place);
    return claim;
}

std::int64_t rowsOfSplit(const Measured& measured, const std::string& split)
{
    const ValueRows* const found = measured.splits->find(split);
    return found ? found->rows : 0;
}

bool isSomeCount(const Measured& measured, const Token& number)
{
    const auto holds = [&number](const MeasuredValues& values) {
        return agrees(number, values.missing) || agrees(number, values.present())
            || std::any_of(values.values.begin(), values.values.end(),
                [&number](const ValueRows& one) { return agrees(number, one.rows); });
    };
    return (measured.label && holds(*measured.label))
        || (measured.splits && holds(*measured.splits))
        || std::any_of(measured.groups.begin(), measured.groups.end(), holds)
        || std::any_of(
            measured.columns.begin(), measured.columns.end(), [&](const MeasuredColumn& column) {
                return agrees(number, column.missing)
                    || agrees(number, measured.rows - column.missing);
            });
}

/// Counts of splits that the table does not know: the file may be one of them, or all together.
void checkForeignSplits(
    const std::vector<RowCount>& counts, const Measured& measured, ClaimList& claims)
{
    const RowCount* nearest = nullptr;
    double sum = 0.0;
    for (const RowCount& count : counts) {
        if (count.split.empty() || count.isMeasuredSplit)
            continue;
        sum += count.number.value;
        if (agrees(count.number, measured.rows)) {
            claims.add(rowClaim(count, measured.rows, true));
            return;
        }
        const auto distance = [&measured](const RowCount& one) {
            return std::abs(one.number.value - static_cast<double>(measured.rows));
        };
        if (!nearest || distance(count) < distance(*nearest))
            nearest = &count;
    }
    if (nearest && sum != static_cast<double>(measured.rows))
        claims.add(rowClaim(*nearest, measured.rows, false));
}

} // namespace

std::string_view kindName(ClaimKind kind)
{
    constexpr std::array<std::string_view, 11> kNames{"rows", "split-rows", "columns",
        "column-names", "size-category", "classes", "class-names", "share", "balance", "file-bytes",
        "languages"};
    return kNames[static_cast<std::size_t>(kind)];
}

void ClaimList::add(CheckedClaim claim)
{
    for (CheckedClaim& known : m_claims) {
        if (known.kind == claim.kind && known.subject == claim.subject
            && known.verdict == claim.verdict && known.measured == claim.measured
            && digitsOf(known.said) == digitsOf(claim.said)) {
            known.places.insert(known.places.end(), claim.places.begin(), claim.places.end());
            return;
        }
    }
    m_claims.push_back(std::move(claim));
}

bool agrees(const Token& number, std::int64_t count)
{
    const auto value = static_cast<double>(count);
    if (!number.isApproximate)
        return number.isWhole && number.value == value;
    // "About 32,000" may be cut or rounded to the digits that are written.
    return std::abs(value - number.value) <= std::max(number.step, number.value * 0.05);
}

std::string rowsText(std::int64_t rows)
{
    return base::groupedDigits(rows) + (rows == 1 ? " row" : " rows");
}

bool isSplitWord(const std::string& word)
{
    return splitWordsOf(word) != nullptr;
}

std::string splitOf(const Measured& measured, const std::string& word)
{
    if (!measured.splits || word.empty())
        return {};
    const auto* const words = splitWordsOf(word);
    for (const ValueRows& one : measured.splits->values) {
        const std::string name = lowered(one.value);
        if (name == word
            || (words && std::find(words->begin(), words->end(), name) != words->end()))
            return one.value;
    }
    return {};
}

void checkRowCounts(const std::vector<RowCount>& counts, ClaimList& claims)
{
    const Measured& measured = claims.measured();
    double splitSum = 0.0;
    bool coversFile = false;
    for (const RowCount& count : counts) {
        if (count.split.empty())
            continue;
        splitSum += count.number.value;
        coversFile |= !count.isMeasuredSplit && agrees(count.number, measured.rows);
    }
    for (const RowCount& count : counts) {
        if (count.isMeasuredSplit) {
            const std::int64_t rows = rowsOfSplit(measured, count.split);
            claims.add(rowClaim(count, rows, agrees(count.number, rows)));
            continue;
        }
        if (!count.split.empty())
            continue;
        const bool isWholeDataset = coversFile && count.number.value == splitSum;
        const bool holds = agrees(count.number, measured.rows)
            || agrees(count.number, measured.rows + measured.rejectedRows) || isWholeDataset;
        if (!holds && !count.isStrict && isSomeCount(measured, count.number))
            continue;
        claims.add(rowClaim(count, measured.rows, holds));
    }
    checkForeignSplits(counts, measured, claims);
}

std::vector<CheckedClaim> checkClaims(
    const documents::DocumentSet& documents, const Measured& measured, const ClaimLimits& limits)
{
    ClaimList claims(measured);
    std::vector<RowCount> counts;
    for (const Document& document : documents.documents) {
        if (document.kind == DocumentKind::Card) {
            claimsOfFrontMatter(document, counts, claims);
            claimsOfProse(passages(document), document.file, limits, counts, claims);
        } else if (document.kind == DocumentKind::Croissant) {
            claimsOfCroissant(document, claims);
            if (const documents::Node* const text = document.fields.find("description");
                text && text->isText()) {
                claimsOfProse(passages(text->text, text->at.line, "description"), document.file,
                    limits, counts, claims);
            }
        }
    }
    checkRowCounts(counts, claims);
    checkLanguages(documents, claims);
    return claims.take();
}

} // namespace cupel::card
