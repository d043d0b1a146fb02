#include "tests/core/reports/support/small_report.h"

#include <limits>

namespace cupel::test {
namespace {

using base::DataText;

counts::ColumnDescription labelColumn()
{
    counts::ColumnDescription column;
    column.name = "income";
    column.evidence.likelyRows = 12;
    column.profile.rows = 12;
    column.profile.distinct = {3, true};
    column.profile.top = {{"yes", 7}, {"no", 4}, {"maybe", 1}};
    column.profile.lengths = table::LengthSummary{2, 5, 2.75};
    return column;
}

counts::ColumnDescription numberColumn()
{
    counts::ColumnDescription column;
    column.name = "age";
    column.type = table::ColumnType::Integer;
    column.evidence.likely = table::ColumnType::Integer;
    column.evidence.likelyRows = 1;
    column.profile.rows = 12;
    column.profile.missing = 11;
    column.profile.distinct = {1, true};
    column.profile.top = {{"41", 1}};
    table::NumberSummary numbers;
    numbers.n = 1;
    numbers.min = numbers.max = 41.0;
    numbers.mean = 41.0;
    numbers.std = base::Figure::undefined("fewer than two values");
    numbers.quantiles.fill(41.0);
    numbers.edges.fill(41.0);
    numbers.counts[0] = 1;
    column.profile.numbers = numbers;
    return column;
}

counts::ColumnDescription secretColumn()
{
    counts::ColumnDescription column;
    column.name = "name";
    column.evidence.likely = table::ColumnType::Integer;
    column.evidence.likelyRows = 1;
    column.evidence.misfitRows = 11;
    column.evidence.misfits = {"SECRET-1"};
    column.profile.rows = 12;
    column.profile.distinct = {2, true};
    column.profile.top = {{"SECRET-1", 11}, {"7", 1}};
    return column;
}

findings::Finding finding(const char* rule, findings::Kind kind, findings::Level level)
{
    findings::Finding finding;
    finding.rule = rule;
    finding.kind = kind;
    finding.level = level;
    finding.subject = {{"column", DataText::name("income")}};
    finding.message = {std::string("About ") + rule + " of ", DataText::roleValue("yes", 7), "."};
    finding.remedy = {std::string("Look at it.")};
    return finding;
}

audits::AuditResult results()
{
    audits::AuditResult result;
    result.parameters["minCount"] = std::int64_t{30};
    audits::Metric share;
    share.ref = "A1";
    share.id = "group-share";
    share.subject = {{"group", DataText::roleValue("maybe", 1)}};
    share.value = 0.25;
    share.numerator = 3.0;
    share.denominator = 12.0;
    share.n = 12;
    share.excluded = {{"missing-group", 0}};
    share.interval = base::Interval{0.95, 0.1, 0.4, "wilson"};
    audits::Metric ratio = share;
    ratio.value = std::numeric_limits<double>::infinity();
    ratio.interval.reset();
    audits::Metric none = share;
    none.value = base::Figure::undefined("empty group");
    none.numerator.reset();
    none.denominator.reset();
    none.weights = audits::Metric::Weights{7.5, 3.25};
    result.metrics = {share, ratio, none};
    result.tables.push_back({"rates", {std::string("Rates of "), DataText::name("income")},
        {"group", "rate"}, {{DataText::roleValue("yes", 7), 0.5}, {std::string("(missing)"), {}}}});
    result.charts.push_back({"rates", charts::ChartSpec::Kind::DotInterval, "rates"});

    findings::Finding note = finding("test.note", findings::Kind::Fail, findings::Level::Note);
    findings::Finding open = finding("test.open", findings::Kind::Open, findings::Level::None);
    findings::Finding error = finding("test.error", findings::Kind::Fail, findings::Level::Error);
    error.measure
        = findings::Measure{"difference", 0.3, base::Interval{0.95, 0.2, 0.4, "newcombe"}};
    error.limit = findings::Limit{"<=", 0.1, "default"};
    error.message.emplace_back(" First seen: ");
    error.message.emplace_back(DataText::value("SECRET-2"));
    error.evidence.push_back(
        {{{{counts::ValueDim{"income"}, {counts::CellKey::value("yes")}}}}, 7});
    error.evidence.push_back(
        {{{{counts::ValueDim{"name"}, {counts::CellKey::value("SECRET-1")}}}}, 11});
    result.findings = {note, open, error};
    return result;
}

} // namespace

reports::Report smallReport()
{
    reports::DatasetReport dataset;
    dataset.name = "people";
    dataset.input.file = "people.csv";
    dataset.input.bytes = 311;
    dataset.input.hash = "xxh3-128:0123456789abcdef0123456789abcdef";
    dataset.input.accounted = {0, 24, 280, 1, 6};
    dataset.input.headerLine = 1;
    dataset.input.headerCells = {{1, 7}, {8, 11}, {12, 16}};
    dataset.input.rows = 12;
    dataset.input.blankLines = 1;
    dataset.input.rejectedRows = 1;
    dataset.input.rejected = {{7, "2 cells, expected 4"}};
    dataset.options.nullTokens = {"?"};
    dataset.options.types = {{"age", table::ColumnType::Integer}};
    dataset.description.rows = 12;
    dataset.description.columns = {labelColumn(), numberColumn(), secretColumn()};
    dataset.roles.label = audits::LabelRole{"income", "yes", std::nullopt, {}};
    dataset.splits = {{DataText::name("all"), 12}};
    dataset.whereRows = 12;
    dataset.proposals = {{"age", "group", "", 0, "its name says so"}};
    dataset.audits.push_back({"group-gaps", "Differences between groups", results()});
    audits::AuditResult absent;
    absent.outcome = audits::Outcome::NotApplicable;
    absent.reason = "no label column: pass --label";
    dataset.audits.push_back({"class-imbalance", "Class imbalance", absent});

    reports::Report report;
    report.datasets.push_back(std::move(dataset));
    report.verdict = reports::judge(report.datasets);
    return report;
}

} // namespace cupel::test
