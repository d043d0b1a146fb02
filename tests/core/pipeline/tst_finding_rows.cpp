#include "core/pipeline/finding_rows.h"

#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include "core/pipeline/audit_run.h"
#include "core/reports/json_report.h"

namespace cupel::pipeline {
namespace {

using base::ErrorCode;

/// Five rows, one of which repeats an earlier one, with ";" and a null token.
constexpr const char* kRepeats = "a;b\n1;x\n2;-\n\n1;x\n3;\"y\nz\"\n4;-\n";

class FindingRows : public testing::Test {
protected:
    /// Audit the file and take the finding of a rule out of the report.
    reports::StoredFinding findingOf(const char* rule)
    {
        AuditRequest request;
        request.inputs = {path};
        request.roles.missing["b"] = {"-"};
        const auto report = runAudit(request, {});
        EXPECT_TRUE(report);
        for (const auto& audit : report->datasets.at(0).audits) {
            for (const auto& finding : audit.result.findings) {
                if (finding.rule == rule) {
                    auto stored = reports::storedFinding(
                        reports::jsonReport(*report), "r.json", finding.id("a"));
                    EXPECT_TRUE(stored) << stored.error().message;
                    return *stored;
                }
            }
        }
        ADD_FAILURE() << "no finding of " << rule;
        return {};
    }

    base::Result<void> run(const RowsRequest& request)
    {
        return findingRows(request,
            {[this](const auto& names) {
                 columns = names;
                 return base::Result<void>();
             },
                [this](const table::Row& row, std::size_t evidence) {
                    rows.push_back(row);
                    pieces.push_back(evidence);
                    return base::Result<void>();
                }},
            {});
    }

    test::TempDir folder;
    std::string path = folder.write("a.csv", kRepeats).string();
    std::vector<std::string> columns;
    std::vector<table::Row> rows;
    std::vector<std::size_t> pieces;
};

TEST_F(FindingRows, rowsOfADuplicate)
{
    const auto done = run({findingOf("data.duplicate-rows"), path, 0, 1});
    ASSERT_TRUE(done) << done.error().message;
    EXPECT_EQ(columns, (std::vector<std::string>{"a", "b"}));
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].line, 5u);
    EXPECT_EQ(rows[0].cells, (std::vector<std::string>{"1", "x"}));
    EXPECT_EQ(pieces, std::vector<std::size_t>{1});
}

TEST_F(FindingRows, readsWithTheOptionsOfTheReport)
{
    const auto done = run({findingOf("data.missing-values"), path, 0, 1});
    ASSERT_TRUE(done) << done.error().message;
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].line, 3u);
    EXPECT_EQ(rows[1].line, 8u);
}

TEST_F(FindingRows, refusesAnotherFile)
{
    const reports::StoredFinding finding = findingOf("data.duplicate-rows");
    folder.write("a.csv", "a;b\n1;x\n2;-\n\n1;x\n3;\"y\nz\"\n5;-\n");
    const auto done = run({finding, path, 0, 1});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::InputUnreadable);
    EXPECT_TRUE(rows.empty());
}

TEST_F(FindingRows, refusesWhatHasNoRows)
{
    reports::StoredFinding finding = findingOf("data.duplicate-rows");
    EXPECT_EQ(run({finding, path, 2, 1}).error().code, ErrorCode::Usage);
    finding.evidence[0].filter.reset();
    const auto hidden = run({finding, path, 0, 1});
    ASSERT_FALSE(hidden);
    EXPECT_NE(hidden.error().hint.find("--privacy full"), std::string::npos);
    finding.evidence.clear();
    EXPECT_EQ(run({finding, path, 0, 1}).error().code, ErrorCode::Usage);
}

TEST_F(FindingRows, aCountThatDiffersIsAnError)
{
    reports::StoredFinding finding = findingOf("data.duplicate-rows");
    finding.evidence[0].count = 2;
    EXPECT_EQ(run({finding, path, 0, 1}).error().code, ErrorCode::Usage);
}

TEST_F(FindingRows, stopsWhenTheSinkFails)
{
    const base::Error full{ErrorCode::OutputFailed, "full", "", {}};
    const auto done = findingRows({findingOf("data.duplicate-rows"), path, 0, 1},
        {[](const auto&) { return base::Result<void>(); },
            [&full](const table::Row&, std::size_t) -> base::Result<void> { return full; }},
        {});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, ErrorCode::OutputFailed);
}

} // namespace
} // namespace cupel::pipeline
