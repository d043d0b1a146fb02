#include "tests/core/catalog/support/same_file.h"

#include <bit>
#include <cstring>
#include <string>

namespace cupel::test {
namespace {

/// Collects what differs.
class Differences {
public:
    explicit Differences(std::string place = {})
        : m_place(std::move(place))
    {
    }

    template <typename T> void same(const char* name, const T& actual, const T& expected)
    {
        if (!(actual == expected))
            add(name);
    }
    void same(const char* name, double actual, double expected)
    {
        if (std::bit_cast<std::uint64_t>(actual) != std::bit_cast<std::uint64_t>(expected))
            add(name);
    }
    void same(const char* name, const base::Figure& actual, const base::Figure& expected)
    {
        same(name, actual.isDefined(), expected.isDefined());
        same(name, actual.reason(), expected.reason());
        if (actual.isDefined() && expected.isDefined())
            same(name, actual.value(), expected.value());
    }
    void same(const char* name, const table::Buffer& actual, const table::Buffer& expected)
    {
        same(name, actual.size(), expected.size());
        constexpr std::size_t kPadding = 64;
        if (actual.size() == expected.size() && actual.data() && expected.data()
            && std::memcmp(actual.data(), expected.data(), actual.size() + kPadding) != 0)
            add(name);
    }
    void add(const std::string& name) { m_found += " " + m_place + name; }
    void add(const Differences& inside) { m_found += inside.m_found; }

    testing::AssertionResult result() const
    {
        if (m_found.empty())
            return testing::AssertionSuccess();
        return testing::AssertionFailure() << "these differ:" << m_found;
    }

private:
    std::string m_place;
    std::string m_found;
};

#define CUPEL_SAME(field) differences.same(#field, actual.field, expected.field)

/// The same for lists of structs, by their fields.
template <typename T, typename Compare>
void sameList(Differences& differences, const char* name, const std::vector<T>& actual,
    const std::vector<T>& expected, const Compare& compare)
{
    differences.same(name, actual.size(), expected.size());
    for (std::size_t i = 0; i < std::min(actual.size(), expected.size()); ++i)
        compare(actual[i], expected[i]);
}

void compareDialects(
    Differences& differences, const readers::Dialect& actual, const readers::Dialect& expected)
{
    CUPEL_SAME(delimiter);
    CUPEL_SAME(quote);
    CUPEL_SAME(hasHeader);
    CUPEL_SAME(lineEnd);
}

Differences inReports(const readers::ImportReport& actual, const readers::ImportReport& expected)
{
    Differences differences("report.");
    CUPEL_SAME(file);
    CUPEL_SAME(bytes);
    CUPEL_SAME(hash);
    CUPEL_SAME(encoding);
    compareDialects(differences, actual.dialect, expected.dialect);
    CUPEL_SAME(accounted.bom);
    CUPEL_SAME(accounted.header);
    CUPEL_SAME(accounted.rows);
    CUPEL_SAME(accounted.blank);
    CUPEL_SAME(accounted.rejected);
    CUPEL_SAME(headerLine);
    CUPEL_SAME(rows);
    CUPEL_SAME(blankLines);
    CUPEL_SAME(rejectedRows);
    CUPEL_SAME(toleratedRows);
    CUPEL_SAME(renamedColumns);
    sameList(differences, "headerCells", actual.headerCells, expected.headerCells,
        [&](const readers::HeaderCell& a, const readers::HeaderCell& b) {
            differences.same("headerCells.column", a.column, b.column);
            differences.same("headerCells.endColumn", a.endColumn, b.endColumn);
        });
    sameList(differences, "rejected", actual.rejected, expected.rejected,
        [&](const readers::RejectedRow& a, const readers::RejectedRow& b) {
            differences.same("rejected.line", a.line, b.line);
            differences.same("rejected.reason", a.reason, b.reason);
        });
    sameList(differences, "tolerated", actual.tolerated, expected.tolerated,
        [&](const readers::ToleratedRow& a, const readers::ToleratedRow& b) {
            differences.same("tolerated.line", a.line, b.line);
            differences.same("tolerated.column", a.column, b.column);
            differences.same("tolerated.reason", a.reason, b.reason);
        });
    return differences;
}

void compareNumbers(Differences& differences, const table::NumberSummary& actual,
    const table::NumberSummary& expected)
{
    CUPEL_SAME(n);
    CUPEL_SAME(min);
    CUPEL_SAME(max);
    CUPEL_SAME(mean);
    CUPEL_SAME(std);
    CUPEL_SAME(quantiles);
    CUPEL_SAME(edges);
    CUPEL_SAME(counts);
}

void compareProfiles(Differences& differences, const table::ColumnProfile& actual,
    const table::ColumnProfile& expected)
{
    CUPEL_SAME(rows);
    CUPEL_SAME(missing);
    CUPEL_SAME(notOfType);
    CUPEL_SAME(distinct.value);
    CUPEL_SAME(distinct.exact);
    sameList(differences, "top", actual.top, expected.top,
        [&](const table::ValueCount& a, const table::ValueCount& b) {
            differences.same("top.value", a.value, b.value);
            differences.same("top.count", a.count, b.count);
        });
    differences.same("numbers", actual.numbers.has_value(), expected.numbers.has_value());
    if (actual.numbers && expected.numbers)
        compareNumbers(differences, *actual.numbers, *expected.numbers);
    differences.same("lengths", actual.lengths.has_value(), expected.lengths.has_value());
    if (actual.lengths && expected.lengths) {
        CUPEL_SAME(lengths->min);
        CUPEL_SAME(lengths->max);
        CUPEL_SAME(lengths->mean);
    }
}

void compareCells(
    Differences& differences, const table::CodeColumn& actual, const table::CodeColumn& expected)
{
    CUPEL_SAME(width);
    CUPEL_SAME(codes);
    CUPEL_SAME(dictionary->size());
    for (std::uint32_t code = 1;
         code <= std::min(actual.dictionary->size(), expected.dictionary->size()); ++code) {
        CUPEL_SAME(dictionary->value(code));
        CUPEL_SAME(dictionary->count(code));
        CUPEL_SAME(dictionary->number(code));
    }
}

void compareCells(Differences& differences, const table::NumberColumn& actual,
    const table::NumberColumn& expected)
{
    CUPEL_SAME(kind);
    CUPEL_SAME(values);
    CUPEL_SAME(notOfTypeRows);
}

void compareCells(
    Differences& differences, const table::TextSketch& actual, const table::TextSketch& expected)
{
    CUPEL_SAME(missingRows);
}

Differences inColumns(const table::Column& actual, const table::Column& expected)
{
    Differences differences("column " + expected.name + ": ");
    CUPEL_SAME(name);
    CUPEL_SAME(type);
    CUPEL_SAME(evidence.overridden);
    CUPEL_SAME(evidence.likely);
    CUPEL_SAME(evidence.likelyRows);
    CUPEL_SAME(evidence.misfitRows);
    CUPEL_SAME(evidence.misfits);
    compareProfiles(differences, actual.profile, expected.profile);
    CUPEL_SAME(nullTokens);
    CUPEL_SAME(spelling);
    CUPEL_SAME(cells.index());
    if (actual.cells.index() == expected.cells.index())
        std::visit(
            [&](const auto& cells) {
                using Cells = std::remove_cvref_t<decltype(cells)>;
                compareCells(differences, cells, std::get<Cells>(expected.cells));
            },
            actual.cells);
    return differences;
}

} // namespace

testing::AssertionResult isSameFile(
    const readers::CsvFile& actual, const readers::CsvFile& expected)
{
    Differences differences = inReports(actual.report, expected.report);
    CUPEL_SAME(table.rows);
    CUPEL_SAME(table.hashBits);
    CUPEL_SAME(table.rowHashes);
    CUPEL_SAME(table.columns.size());
    for (std::size_t c = 0;
         c < std::min(actual.table.columns.size(), expected.table.columns.size()); ++c)
        differences.add(inColumns(actual.table.columns[c], expected.table.columns[c]));
    return differences.result();
}

testing::AssertionResult areSameOptions(
    const readers::CsvOptions& actual, const readers::CsvOptions& expected)
{
    Differences differences("options.");
    CUPEL_SAME(delimiter);
    CUPEL_SAME(quote);
    CUPEL_SAME(hasHeader);
    CUPEL_SAME(names);
    CUPEL_SAME(nullTokens);
    CUPEL_SAME(nullTokensByColumn);
    CUPEL_SAME(types);
    CUPEL_SAME(codedColumns);
    CUPEL_SAME(maxRowBytes);
    CUPEL_SAME(hashBits);
    return differences.result();
}

#undef CUPEL_SAME

} // namespace cupel::test
