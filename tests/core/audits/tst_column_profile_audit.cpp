#include "core/audits/column_findings.h"
#include "tests/core/audits/audit_run.h"

#include <gtest/gtest.h>

namespace cupel::test {
namespace {

using audits::AuditResult;
using audits::Outcome;
using counts::LiteralCounts;

AuditResult run(const LiteralCounts& source, const audits::Roles& roles = {})
{
    AuditResult result = runAudit("column-profile", source, factsOf(source, roles));
    expectEvidenceHolds(source, result);
    return result;
}

/// One column of these values beside one that no rule speaks about.
LiteralCounts columnOf(const std::vector<std::pair<std::string, int>>& values)
{
    std::vector<std::vector<std::string>> rows;
    for (const auto& [value, times] : values) {
        for (int i = 0; i < times; ++i)
            rows.push_back({value, rows.size() % 2 == 0 ? "p" : "q"});
    }
    return LiteralCounts(literalTable({"c", "other"}, rows));
}

/// n different values, numbered from `first`.
std::vector<std::pair<std::string, int>> numbered(const std::string& prefix, int first, int n)
{
    std::vector<std::pair<std::string, int>> values;
    for (int i = 0; i < n; ++i)
        values.emplace_back(prefix + std::to_string(first + i), 1);
    return values;
}

bool fires(const LiteralCounts& source, const std::string& rule, const audits::Roles& roles = {})
{
    return findingOf(run(source, roles), rule) != nullptr;
}

TEST(ColumnProfile, ConstantColumn)
{
    EXPECT_TRUE(fires(columnOf({{"x", 2}}), "data.constant-column"));
    EXPECT_FALSE(fires(columnOf({{"x", 2}, {"y", 1}}), "data.constant-column"));
    EXPECT_FALSE(fires(columnOf({{"x", 2}, {"", 1}}), "data.constant-column"));
    EXPECT_FALSE(fires(columnOf({{"", 2}}), "data.constant-column"));
    EXPECT_FALSE(fires(columnOf({{"x", 1}}), "data.constant-column"));
}

TEST(ColumnProfile, TheLimitOfIdentifiersHoldsForTextsAndWholeNumbers)
{
    for (const char* prefix : {"id", ""}) {
        const LiteralCounts source = columnOf(numbered(prefix, 1000, 100));
        audits::Facts facts = factsOf(source, {});
        const auto found = [&] {
            const AuditResult result = runAudit("column-profile", source, facts);
            const findings::Finding* finding = findingOf(result, "data.identifier-column");
            return finding ? finding->limit->origin : std::string("none");
        };
        EXPECT_EQ(found(), "default");
        ASSERT_TRUE(setFromFlag(facts.parameters.policy, "data.identifier-column=0.9"));
        EXPECT_EQ(found(), "flag");
        ASSERT_TRUE(setFromFlag(facts.parameters.policy, "data.identifier-column=1"));
        EXPECT_EQ(found(), "none") << prefix;
    }
}

TEST(ColumnProfile, IdentifierLikeText)
{
    std::vector<std::pair<std::string, int>> half = numbered("id", 0, 11);
    half.emplace_back("same", 11); // 12 of 22 differ
    EXPECT_TRUE(fires(columnOf(half), "data.identifier-column"));
    half.back().second = 13; // 12 of 24: exactly one half
    EXPECT_FALSE(fires(columnOf(half), "data.identifier-column"));
    EXPECT_FALSE(fires(columnOf(numbered("id", 0, 19)), "data.identifier-column"));
    const std::string sentence(60, 'x');
    EXPECT_FALSE(fires(columnOf(numbered(sentence, 0, 50)), "data.identifier-column"));
}

TEST(ColumnProfile, IdentifierLikeNumbers)
{
    EXPECT_TRUE(fires(columnOf(numbered("", 1000, 100)), "data.identifier-column"));
    std::vector<std::pair<std::string, int>> ages = numbered("", 18, 60);
    ages.emplace_back("30", 20);
    EXPECT_FALSE(fires(columnOf(ages), "data.identifier-column"));
    std::vector<std::pair<std::string, int>> decimals = numbered("0.5", 10, 50);
    EXPECT_FALSE(fires(columnOf(decimals), "data.identifier-column"));
    audits::Roles roles;
    roles.id = "c";
    EXPECT_FALSE(fires(columnOf(numbered("", 1000, 100)), "data.identifier-column", roles));
}

TEST(ColumnProfile, MissingValues)
{
    EXPECT_FALSE(fires(columnOf({{"a", 10}, {"b", 9}, {"", 1}}), "data.missing-values"));
    const AuditResult note = run(columnOf({{"a", 10}, {"b", 8}, {"", 2}}));
    ASSERT_NE(findingOf(note, "data.missing-values"), nullptr);
    EXPECT_EQ(findingOf(note, "data.missing-values")->level, findings::Level::Note);
    EXPECT_EQ(plain(findingOf(note, "data.missing-values")->message),
        "c is missing in 2 rows of 20, 10 % (limit 5 %, default).");
    audits::Roles roles;
    roles.label = label("c");
    const AuditResult label = run(columnOf({{"a", 10}, {"b", 8}, {"", 2}}), roles);
    EXPECT_EQ(findingOf(label, "data.missing-values")->level, findings::Level::Warning);
    const AuditResult mostly = run(columnOf({{"a", 5}, {"b", 4}, {"", 11}}));
    EXPECT_EQ(findingOf(mostly, "data.missing-values")->level, findings::Level::Warning);
}

TEST(ColumnProfile, LikelyMissingTokens)
{
    const AuditResult result = run(columnOf({{"a", 5}, {"?", 2}, {"  ", 1}, {"b", 4}}));
    const findings::Finding* finding = findingOf(result, "data.likely-missing-token");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(plain(finding->message),
        "c has words that often stand for a missing value: \"?\" (2 rows), blanks (1 row) (limit "
        "0, default). They count as values.");
    EXPECT_EQ(finding->evidence[0].count, 3);
    EXPECT_FALSE(fires(columnOf({{"a", 5}, {"none", 2}, {"Nan", 3}}), "data.likely-missing-token"));
}

TEST(ColumnProfile, TokensAmongManyNumbersAreFoundAsMisfits)
{
    std::vector<std::pair<std::string, int>> values = numbered("", 0, 60);
    values.emplace_back("NA", 1); // not among the 20 most frequent
    const AuditResult result = run(columnOf(values));
    ASSERT_NE(findingOf(result, "data.likely-missing-token"), nullptr);
    EXPECT_EQ(findingOf(result, "data.mixed-types"), nullptr); // one cause, one finding
}

TEST(ColumnProfile, MixedTypes)
{
    const AuditResult result = run(columnOf({{"1", 5}, {"2", 4}, {"many", 1}}));
    const findings::Finding* finding = findingOf(result, "data.mixed-types");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(plain(finding->message),
        "c is text, but 9 of its 10 non-missing cells fit the type integer, 90 % (limit 90 %, "
        "default). Not fitting: \"many\".");
    EXPECT_FALSE(fires(columnOf({{"1", 5}, {"2", 3}, {"many", 1}}), "data.mixed-types")); // 8 of 9
    EXPECT_FALSE(fires(columnOf({{"1", 5}, {"2", 4}}), "data.mixed-types"));
}

TEST(ColumnProfile, CellTextIsMarkedAsValue)
{
    const AuditResult result = run(columnOf({{"1", 5}, {"2", 4}, {"many", 1}}));
    for (const base::Span& span : findingOf(result, "data.mixed-types")->message) {
        const auto* text = std::get_if<base::DataText>(&span);
        if (text && text->raw() == "many") {
            EXPECT_EQ(text->kind(), base::DataText::Kind::Value);
            return;
        }
    }
    ADD_FAILURE() << "the misfit is not named as text from the data";
}

TEST(ColumnProfile, CellsOutsideAGivenType)
{
    counts::LiteralTable table = literalTable({"c", "o"}, {{{"1", "p"}, 3}, {{"x", "q"}, 2}});
    table.columns[0].type = table::ColumnType::Integer;
    const LiteralCounts source(table);
    const AuditResult result = run(source);
    const findings::Finding* finding = findingOf(result, "data.mixed-types");
    ASSERT_NE(finding, nullptr);
    EXPECT_EQ(finding->evidence[0].count, 2);
    EXPECT_DOUBLE_EQ(finding->measure->value.value(), 0.6);
}

TEST(ColumnProfile, ImportFacts)
{
    const LiteralCounts source = columnOf({{"a", 3}, {"b", 3}});
    audits::Facts facts = factsOf(source, {});
    EXPECT_TRUE(runAudit("column-profile", source, facts).findings.empty());
    facts.import.rejectedRows = 2;
    facts.import.rejectedReasons = {"line 3: 2 cells, expected 3", "line 4: 4 cells, expected 3"};
    facts.import.toleratedRows = 1;
    facts.import.renamedColumns = {"column 3 has no name"};
    const AuditResult result = runAudit("column-profile", source, facts);
    EXPECT_EQ(plain(findingOf(result, "data.rejected-rows")->message),
        "2 rows of the file could not be read: line 3: 2 cells, expected 3; line 4: 4 cells, "
        "expected 3 (limit 0, default).");
    EXPECT_EQ(plain(findingOf(result, "data.stray-quotes")->message),
        "1 row has a quote where none belongs; it was read as text (limit 0, default).");
    EXPECT_EQ(plain(findingOf(result, "data.renamed-column")->message),
        "The names of 1 column were changed: column 3 has no name (limit 0, default).");
}

TEST(ColumnProfile, HeaderThatLooksLikeData)
{
    const LiteralCounts data(literalTable({"39", "Private", "male"},
        {{{"40", "Private", "female"}, 1}, {{"30", "Self", "male"}, 2}}));
    EXPECT_TRUE(fires(data, "data.header-looks-like-data"));
    // One of three names is a value: too few.
    const LiteralCounts header(literalTable(
        {"age", "work", "male"}, {{{"40", "a", "female"}, 1}, {{"30", "b", "male"}, 2}}));
    EXPECT_FALSE(fires(header, "data.header-looks-like-data"));
    const LiteralCounts years(
        literalTable({"place", "2019", "2020"}, {{{"a", "10", "20"}, 1}, {{"b", "30", "5"}, 1}}));
    EXPECT_FALSE(fires(years, "data.header-looks-like-data"));
}

TEST(ColumnProfile, SummarisesEveryColumn)
{
    audits::Roles roles;
    roles.label = label("c");
    const AuditResult result = run(columnOf({{"a", 3}, {"b", 2}, {"", 1}}), roles);
    const audits::ResultTable& table = tableOf(result, "columns");
    ASSERT_EQ(table.rows.size(), 2U);
    const std::vector<std::string> expected{"c", "text", "label", "6", "1", "2", "1"};
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_EQ(plain(table.rows[0][i]), expected[i]);
}

TEST(ColumnProfile, EmptyTableStillTellsWhatWasRejected)
{
    const LiteralCounts source(literalTable({"a"}, std::vector<Times>{}));
    audits::Facts facts = factsOf(source, {});
    facts.import.rejectedRows = 3;
    const AuditResult result = runAudit("column-profile", source, facts);
    EXPECT_EQ(result.outcome, Outcome::InsufficientData);
    EXPECT_NE(findingOf(result, "data.rejected-rows"), nullptr);
}

} // namespace
} // namespace cupel::test
