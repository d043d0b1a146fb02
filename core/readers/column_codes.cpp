#include "core/readers/column_codes.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <string>
#include <utility>

#include "core/base/number.h"
#include "core/table/cell_hash.h"
#include "core/table/profile.h"

namespace cupel::readers {
namespace {

using table::ColumnType;
using Entry = table::Dictionary::Entry;

struct Limits {
    std::size_t texts = std::numeric_limits<std::uint32_t>::max();
    std::uint64_t bytes = std::numeric_limits<std::uint64_t>::max();
};

Limits limitsOf(const ColumnPlan& plan, ColumnType type)
{
    Limits limits;
    if (plan.request.needsCodes)
        return limits;
    if (table::isNumeric(type)) {
        limits.texts = table::kNumberDictionaryLimit;
    } else {
        limits.texts = table::kDictionaryLimit;
        limits.bytes = table::kDictionaryBytes;
    }
    return limits;
}

/// The column's values, each one once, in the order of their codes.
struct RankedValues {
    std::vector<Entry> entries;
    std::vector<std::uint32_t> codeOf; ///< by merged code; 0 for missing
    std::vector<table::NumberCount> numbers; ///< ascending; of number columns
    std::deque<std::string> written; ///< texts of numbers
    table::Spelling spelling = table::Spelling::Exact; ///< of cells that are not missing
};

/// Sort values by rank. valueOf tells for each merged code from 1 which value it is, and becomes
/// codeOf.
void rank(RankedValues& ranked, std::vector<Entry> values, std::vector<std::uint32_t> valueOf)
{
    struct Ordered {
        std::int64_t count;
        std::uint64_t prefix; ///< first eight bytes, in an order that comparing numbers gives
        std::uint32_t value;
    };
    std::vector<Ordered> order;
    order.reserve(values.size());
    for (std::uint32_t i = 0; i < values.size(); ++i) {
        std::uint64_t prefix = 0;
        for (std::size_t k = 0; k < 8; ++k) {
            const bool isInside = k < values[i].value.size();
            prefix = prefix << 8 | (isInside ? static_cast<unsigned char>(values[i].value[k]) : 0u);
        }
        order.push_back({values[i].count, prefix, i});
    }
    std::sort(order.begin(), order.end(), [&values](const Ordered& a, const Ordered& b) {
        if (a.count != b.count)
            return a.count > b.count;
        if (a.prefix != b.prefix)
            return a.prefix < b.prefix;
        return values[a.value].value < values[b.value].value;
    });
    std::vector<std::uint32_t> codeOfValue(values.size());
    ranked.entries.reserve(values.size());
    for (const Ordered& one : order) {
        ranked.entries.push_back(values[one.value]);
        codeOfValue[one.value] = static_cast<std::uint32_t>(ranked.entries.size());
    }
    for (std::size_t merged = 1; merged < valueOf.size(); ++merged)
        valueOf[merged] = codeOfValue[valueOf[merged]];
    ranked.codeOf = std::move(valueOf);
}

RankedValues rankTexts(const std::vector<TextDictionary::Entry>& texts)
{
    std::vector<Entry> values;
    std::vector<std::uint32_t> valueOf(texts.size());
    for (std::size_t merged = 1; merged < texts.size(); ++merged) {
        valueOf[merged] = static_cast<std::uint32_t>(merged - 1);
        values.push_back({texts[merged].text, texts[merged].count, std::nullopt});
    }
    RankedValues ranked;
    rank(ranked, std::move(values), std::move(valueOf));
    return ranked;
}

/// Rank numbers, all spellings of one as one value, and after a forced type texts that are none.
RankedValues rankNumbers(const std::vector<TextDictionary::Entry>& texts, ColumnType type)
{
    struct Spelled {
        base::Number number;
        std::uint32_t merged;
    };
    std::vector<Spelled> spellings;
    std::vector<Entry> values;
    std::vector<std::uint32_t> valueOf(texts.size());
    for (std::uint32_t merged = 1; merged < texts.size(); ++merged) {
        const std::string_view text = texts[merged].text;
        if (table::fits(table::valueKind(text), type)) {
            spellings.push_back({*base::parseNumber(text), merged});
        } else {
            valueOf[merged] = static_cast<std::uint32_t>(values.size());
            values.push_back({text, texts[merged].count, std::nullopt});
        }
    }
    const bool isInteger = type == ColumnType::Integer;
    std::sort(spellings.begin(), spellings.end(), [isInteger](const auto& a, const auto& b) {
        return isInteger ? a.number.i < b.number.i : a.number.d < b.number.d;
    });
    RankedValues ranked;
    for (std::size_t i = 0; i < spellings.size(); ++i) {
        const base::Number& number = spellings[i].number;
        const double value = number.d + 0.0; // -0.0 becomes 0.0: they are one number
        const bool isSame = i > 0
            && (isInteger ? number.i == spellings[i - 1].number.i
                          : number.d == spellings[i - 1].number.d);
        if (!isSame) {
            ranked.written.push_back(
                isInteger ? base::formatInteger(number.i) : base::formatNumber(value));
            values.push_back({ranked.written.back(), 0, value});
            ranked.numbers.push_back({value, 0});
        }
        const std::int64_t count = texts[spellings[i].merged].count;
        values.back().count += count;
        ranked.numbers.back().count += count;
        valueOf[spellings[i].merged] = static_cast<std::uint32_t>(values.size() - 1);
        if (isSame)
            ranked.spelling = table::Spelling::Varied;
        else if (ranked.spelling == table::Spelling::Exact
            && texts[spellings[i].merged].text != values.back().value)
            ranked.spelling = table::Spelling::OnePerValue;
    }
    rank(ranked, std::move(values), std::move(valueOf));
    return ranked;
}

template <typename From, typename To>
void recode(const From* from, To* to, std::size_t rows, const std::vector<To>& table)
{
    const To* const codes = table.data();
    for (std::size_t row = 0; row < rows; ++row)
        to[row] = codes[from[row]];
}

template <typename To>
table::Buffer recodeLanes(
    ColumnLanes& lanes, const MergedTexts& texts, const std::vector<std::uint32_t>& codeOf)
{
    table::Buffer codes(lanes.rowCount * sizeof(To));
    for (std::size_t lane = 0; lane < lanes.cells.size(); ++lane) {
        std::vector<To> table;
        for (const std::uint32_t merged : texts.mergedCodes[lane])
            table.push_back(static_cast<To>(codeOf[merged]));
        consume(std::get<CodedCells>(*lanes.cells[lane]).codes, lanes.rows[lane],
            [&](const ColumnPieces::Piece& piece, std::size_t at, std::uint64_t row,
                std::size_t rows) {
                To* const to = codes.as<To>() + row;
                if (piece.width == 1)
                    recode(piece.as<std::uint8_t>() + at, to, rows, table);
                else if (piece.width == 2)
                    recode(piece.as<std::uint16_t>() + at, to, rows, table);
                else
                    recode(piece.as<std::uint32_t>() + at, to, rows, table);
            });
        *lanes.cells[lane] = CodedCells();
    }
    return codes;
}

table::CodeColumn codeColumn(
    ColumnLanes& lanes, const MergedTexts& texts, const RankedValues& ranked)
{
    table::CodeColumn column;
    column.dictionary = std::make_shared<table::Dictionary>(ranked.entries);
    if (ranked.entries.size() <= std::numeric_limits<std::uint8_t>::max()) {
        column.width = 1;
        column.codes = recodeLanes<std::uint8_t>(lanes, texts, ranked.codeOf);
    } else if (ranked.entries.size() <= std::numeric_limits<std::uint16_t>::max()) {
        column.width = 2;
        column.codes = recodeLanes<std::uint16_t>(lanes, texts, ranked.codeOf);
    } else {
        column.width = 4;
        column.codes = recodeLanes<std::uint32_t>(lanes, texts, ranked.codeOf);
    }
    return column;
}

table::TypeEvidence evidenceOf(
    const std::vector<Entry>& ranked, const ColumnPlan& plan, ColumnType type)
{
    table::KindRows kinds;
    std::vector<table::ValueKind> kindOf;
    kindOf.reserve(ranked.size());
    for (const Entry& entry : ranked) {
        // The text of a number need not be of the kind that its spellings were.
        kindOf.push_back(entry.number ? table::ValueKind::Integer : table::valueKind(entry.value));
        kinds[kindOf.back()] += entry.count;
    }
    table::TypeEvidence evidence;
    evidence.overridden = plan.request.type.has_value();
    const bool isNumeric = table::isNumeric(type);
    evidence.likely = evidence.overridden || isNumeric ? type : table::likelyType(kinds);
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        const bool isFitting
            = isNumeric ? ranked[i].number.has_value() : table::fits(kindOf[i], evidence.likely);
        (isFitting ? evidence.likelyRows : evidence.misfitRows) += ranked[i].count;
        if (!isFitting && evidence.misfits.size() < table::kMisfits)
            evidence.misfits.emplace_back(ranked[i].value);
    }
    return evidence;
}

std::vector<table::ValueCount> topOf(const RankedValues& ranked, bool isNumeric)
{
    std::vector<table::ValueCount> top;
    for (const Entry& entry : ranked.entries) {
        if (isNumeric && !entry.number)
            continue;
        if (top.size() == table::kTopValues)
            break;
        top.push_back({std::string(entry.value), entry.count});
    }
    return top;
}

table::Spelling spellingOf(const RankedValues& ranked, const std::set<std::string>& missingTexts)
{
    if (missingTexts.size() > 1)
        return table::Spelling::Varied;
    const bool isMissingEmpty = missingTexts.empty() || missingTexts.begin()->empty();
    return isMissingEmpty ? ranked.spelling
                          : std::min(ranked.spelling, table::Spelling::OnePerValue);
}

table::LengthSummary lengthsOf(const std::vector<Entry>& entries)
{
    std::int64_t shortest = std::numeric_limits<std::int64_t>::max();
    std::int64_t longest = 0;
    std::int64_t sum = 0;
    std::int64_t n = 0;
    for (const Entry& entry : entries) {
        const std::int64_t length = codePoints(entry.value);
        shortest = std::min(shortest, length);
        longest = std::max(longest, length);
        sum += length * entry.count;
        n += entry.count;
    }
    return {shortest, longest, static_cast<double>(sum) / static_cast<double>(n)};
}

} // namespace

std::optional<MergedTexts> mergeTexts(ColumnLanes& lanes, ColumnType type)
{
    const ColumnPlan& plan = lanes.plan;
    const Limits limits = limitsOf(plan, type);
    for (const LaneCells* cells : lanes.cells) {
        if (std::holds_alternative<UncodedCells>(*cells))
            return std::nullopt;
        // Null tokens that are words do not count.
        if (const auto* const words = std::get_if<WordCells>(cells); words
            && !plan.request.needsCodes
            && hasMoreTexts(*words, limits.texts + plan.request.nullTokens.size()))
            return std::nullopt;
    }
    MergedTexts texts;
    for (LaneCells* cells : lanes.cells) {
        if (auto* const words = std::get_if<WordCells>(cells))
            *cells = toCodes(std::exchange(*words, WordCells()));
        std::vector<std::uint32_t>& merged = texts.mergedCodes.emplace_back();
        for (const auto& entry : std::get<CodedCells>(*cells).dictionary.entries()) {
            if (entry.text.empty() || plan.isNull(entry.text)) {
                merged.push_back(0);
                texts.missing += entry.count;
                if (entry.count > 0)
                    texts.missingTexts.emplace(entry.text);
            } else {
                const std::uint64_t hash = table::cellHash(entry.text);
                merged.push_back(texts.dictionary.add(entry.text, hash, entry.count));
            }
        }
        texts.missingTexts.merge(std::get<CodedCells>(*cells).missingTexts);
        if (texts.dictionary.size() > limits.texts || texts.dictionary.textBytes() > limits.bytes)
            return std::nullopt;
    }
    return texts;
}

table::Column codedColumn(ColumnLanes& lanes, ColumnType type, const MergedTexts& texts)
{
    const bool isNumeric = table::isNumeric(type);
    const std::vector<TextDictionary::Entry> entries = texts.dictionary.entries();
    const RankedValues ranked = isNumeric ? rankNumbers(entries, type) : rankTexts(entries);

    table::Column column;
    column.type = type;
    column.evidence = evidenceOf(ranked.entries, lanes.plan, type);
    table::ColumnProfile& profile = column.profile;
    profile.missing = texts.missing;
    profile.distinct.value
        = static_cast<std::int64_t>(isNumeric ? ranked.numbers.size() : ranked.entries.size());
    if (profile.distinct.value <= table::kExactDistinct)
        profile.top = topOf(ranked, isNumeric);
    if (isNumeric)
        profile.notOfType = column.evidence.misfitRows;
    if (!ranked.numbers.empty())
        profile.numbers = table::summarize(ranked.numbers);
    if (type == ColumnType::Text && !ranked.entries.empty())
        profile.lengths = lengthsOf(ranked.entries);
    column.spelling = spellingOf(ranked, texts.missingTexts);
    column.cells = codeColumn(lanes, texts, ranked);
    return column;
}

} // namespace cupel::readers
