#include "core/reports/mark_filter.h"

#include "core/counts/local_counts.h"
#include "core/pipeline/audit_run.h"
#include "core/pipeline/table_store.h"
#include "core/reports/privacy.h"
#include "core/reports/table_csv.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace cupel::reports {
namespace {

using audits::ResultTable;
using counts::CellKey;

/// The tables of the audits whose rows are about rows of the data.
const std::set<std::string> kKinds{"class-counts", "classes-within", "groups-within", "group-rates",
    "intersection-rates", "confusion", "predicted-positive-rate", "true-positive-rate",
    "false-positive-rate", "positive-predictive-value", "splits", "classes-by-split",
    "gaps-by-split"};

std::string kindOf(const ResultTable& table)
{
    return table.id.substr(0, table.id.find(':'));
}

/// A run over one file, and the counts of its table.
class AuditedFile {
public:
    AuditedFile(const std::string& path, audits::Roles roles, const std::string& where = {})
    {
        pipeline::AuditRequest request;
        request.inputs = {path};
        request.roles = std::move(roles);
        request.where = where;
        auto report = pipeline::runAudit(request, {});
        if (!report)
            throw std::runtime_error(report.error().message);
        m_dataset = std::move(report->datasets.at(0));
        const auto file = pipeline::readInput(path, m_dataset.options, {});
        if (!file)
            throw std::runtime_error(file.error().message);
        m_counts.emplace(std::shared_ptr<const table::Table>(*file, &(*file)->table));
    }

    const DatasetReport& dataset() const { return m_dataset; }
    const ResultTable& table(const std::string& id) const
    {
        for (const AuditReport& audit : m_dataset.audits) {
            for (const ResultTable& table : audit.result.tables) {
                if (table.id == id)
                    return table;
            }
        }
        throw std::runtime_error("no table " + id);
    }

    std::int64_t rowsOf(const counts::Filter& filter) const
    {
        const auto answer = m_counts->answer(counts::CellsQuestion{{}, filter, {}, {}});
        if (!answer)
            throw std::runtime_error(answer.error().message);
        return std::get<counts::Cells>(*answer).rows;
    }

    /// Every row of every table that says how many rows it is of. Returns the kinds of tables that
    /// were compared; rows without a filter are counted in `untold`.
    std::set<std::string> compareAll(int& untold) const
    {
        std::set<std::string> kinds;
        untold = 0;
        for (const AuditReport& audit : m_dataset.audits) {
            for (const ResultTable& table : audit.result.tables)
                compare(table, kinds, untold);
        }
        return kinds;
    }

private:
    void compare(const ResultTable& table, std::set<std::string>& kinds, int& untold) const
    {
        const auto place = std::find_if(table.columns.begin(), table.columns.end(),
            [](const std::string& name) { return name == "n" || name == "rows"; });
        const auto column = static_cast<std::size_t>(place - table.columns.begin());
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            const auto filter = markFilter(m_dataset, table, i);
            if (!filter) {
                untold += kKinds.contains(kindOf(table)) ? 1 : 0;
                continue;
            }
            ASSERT_LT(column, table.columns.size()) << table.id;
            kinds.insert(kindOf(table));
            EXPECT_EQ(rowsOf(*filter), std::get<std::int64_t>(table.rows[i][column]))
                << table.id << " row " << i << ": " << counts::describe(*filter);
        }
    }

    DatasetReport m_dataset;
    std::optional<counts::LocalCounts> m_counts;
};

audits::Roles sampleRoles()
{
    const auto roles = audits::rolesFromJson(
        test::readFile(test::sourceDir() / "resources/sample/roles.json"), "roles.json");
    return roles.value();
}

TEST(MarkFilter, countsTheRowsOfEveryTableOfTheSample)
{
    const std::string path = (test::sourceDir() / "resources/sample/loans.csv").string();
    int untold = 0;
    EXPECT_EQ(AuditedFile(path, sampleRoles()).compareAll(untold), kKinds);
    EXPECT_EQ(untold, 6) << "rows without a sex or without an ethnicity";
}

TEST(MarkFilter, countsThemWithAFilterAScoreAndWeights)
{
    const std::string path = (test::sourceDir() / "resources/sample/loans.csv").string();
    audits::Roles roles = sampleRoles();
    roles.prediction.clear();
    roles.weight = "weight";
    int untold = 0;
    EXPECT_EQ(
        AuditedFile(path, roles, "amount > 3000 and region != 'East'").compareAll(untold), kKinds);
    EXPECT_EQ(untold, 6);
}

/// Labels, predictions and groups with gaps, and cells that are not of the type of their column.
std::string gaps()
{
    std::string csv = "label,group,size,other,weight,prediction,split\n";
    const std::vector<std::string> labels{"1", "0", "", "word", "2"};
    const std::vector<std::string> groups{"a", "(missing)", "", "b, c", "a"};
    const std::vector<std::string> sizes{"1", "5", "", "none", "20", "7.5"};
    const std::vector<std::string> weights{"1", "0.5", "", "-1", "2"};
    for (std::size_t i = 0; i < 900; ++i) {
        csv += labels[i % 5] + ",\"" + groups[i / 5 % 5] + "\"," + sizes[i / 7 % 6] + ","
            + (i % 3 == 0 ? "x" : "y") + "," + weights[i / 3 % 5] + "," + labels[i / 11 % 5] + ","
            + (i % 4 == 0 ? "test" : "train") + "\n";
    }
    return csv;
}

TEST(MarkFilter, leavesOutWhatTheFiguresLeaveOut)
{
    const test::TempDir folder;
    const std::string path = folder.write("gaps.csv", gaps()).string();
    audits::Roles roles;
    roles.label = audits::LabelRole{"label", "1", std::nullopt, {"1", "0", "9"}};
    roles.groups = {{"group", "a", {}}, {"size", std::nullopt, {2.0, 6.0, 10.0}}};
    roles.intersections = {{"group", "other"}, {"group", "size"}};
    roles.prediction = "prediction";
    roles.split = "split";
    roles.types = {
        {"label", "integer"}, {"size", "number"}, {"prediction", "integer"}, {"weight", "number"}};
    std::set<std::string> kinds = kKinds;
    kinds.insert("shot-split"); // class 9 has no rows
    for (const char* weight : {"", "weight"}) {
        roles.weight = weight;
        for (const char* where : {"", "other = 'x'"}) {
            const AuditedFile run(path, roles, where);
            int untold = 0;
            EXPECT_EQ(run.compareAll(untold), kinds);
            EXPECT_EQ(untold, 6) << "only group and size both have gaps";
        }
    }
}

TEST(MarkFilter, tellsAValueFromOurOwnWord)
{
    const test::TempDir folder;
    const std::string path = folder.write("gaps.csv", gaps()).string();
    audits::Roles roles;
    roles.label = audits::LabelRole{"label", "1", std::nullopt, {}};
    roles.groups = {{"group", std::nullopt, {}}};
    const AuditedFile run(path, roles);
    const ResultTable& rates = run.table("group-rates:group");
    std::vector<std::string> filters;
    for (std::size_t i = 0; i < rates.rows.size(); ++i)
        filters.push_back(counts::describe(*markFilter(run.dataset(), rates, i)));
    EXPECT_EQ(filters,
        (std::vector<std::string>{"label is not missing and group = '(missing)'",
            "label is not missing and group = 'a'", "label is not missing and group = 'b, c'",
            "label is not missing and group is missing"}));
    EXPECT_FALSE(markFilter(run.dataset(), rates, 4));
}

TEST(MarkFilter, hasNoneForTablesThatAreNotOfRows)
{
    const std::string path = (test::sourceDir() / "resources/sample/loans.csv").string();
    const AuditedFile run(path, sampleRoles());
    for (const char* id : {"columns", "card-completeness", "claims", "column-drift"})
        EXPECT_FALSE(markFilter(run.dataset(), run.table(id), 0)) << id;
    // The roles of the table are no longer those of the dataset.
    DatasetReport other = run.dataset();
    other.roles = {};
    EXPECT_FALSE(markFilter(other, run.table("group-rates:sex"), 0));
    EXPECT_FALSE(markFilter(other, run.table("classes-by-split"), 0));
    other.roles.label = audits::LabelRole{"approved", std::nullopt, std::nullopt, {}};
    EXPECT_FALSE(markFilter(other, run.table("confusion:sex"), 0));
}

TEST(MarkFilter, namesTheValuesOfALabelWithoutAFavourableOne)
{
    const std::string path = (test::sourceDir() / "resources/sample/loans.csv").string();
    audits::Roles roles;
    roles.label = audits::LabelRole{"approved", std::nullopt, std::nullopt, {}};
    roles.groups = {{"sex", std::nullopt, {}}};
    const AuditedFile run(path, roles, "sex = 'Female'");
    const ResultTable& values = run.table("label-values");
    for (std::size_t i = 0; i < values.rows.size(); ++i) {
        EXPECT_EQ(run.rowsOf(*markFilter(run.dataset(), values, i)),
            std::get<std::int64_t>(values.rows[i][1]));
    }
}

TEST(TableCsv, writesExactNumbersAndNoFormulas)
{
    const ResultTable table{"t", {}, {"name", "n", "rate"},
        {{base::DataText::value("=1+1"), std::int64_t{12345}, 0.1},
            {base::DataText::value("a,\"b\"\n"), std::int64_t{-5}, {}},
            {std::string("(missing)"), std::int64_t{0}, 1e300}}};
    EXPECT_EQ(tableCsv(table, PrivacyView(Privacy::Full)),
        "name,n,rate\r\n'=1+1,12345,0.1\r\n\"a,\"\"b\"\"\\n\",-5,\r\n(missing),0,1e+300\r\n");
    EXPECT_NE(tableCsv(table, PrivacyView(Privacy::Aggregate)).find("<hidden>"), std::string::npos);
}

} // namespace
} // namespace cupel::reports
