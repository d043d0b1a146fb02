#include "core/reports/subject_words.h"

#include "core/audits/group_counts.h"
#include "core/reports/audit_page.h"
#include "core/reports/html_page.h"
#include "core/reports/privacy.h"
#include "tests/core/reports/support/markup.h"
#include "tests/core/reports/support/small_report.h"

#include <gtest/gtest.h>

namespace cupel::reports {
namespace {

using base::DataText;

const PrivacyView kFull(Privacy::Full);

audits::Roles crossing(const std::vector<std::string>& columns)
{
    audits::Roles roles;
    roles.intersections = {columns};
    return roles;
}

TEST(SubjectWords, CrossedColumnsAndTheirGroupsStandWithASignBetween)
{
    const findings::Subject subject{{"label", DataText::name("a,b")},
        {"column", DataText::name("sex,race")}, {"group", DataText::roleValue("Female,Arven", 7)},
        {"reference", DataText::roleValue(" Male,Arven", 9)}};
    EXPECT_EQ(kFull.show(subjectWords(subject, crossing({"sex", "race"}))),
        "label a,b, column sex × race, group Female × Arven, reference \" Male\" × Arven");
}

TEST(SubjectWords, CommasOfNamesStayCommas)
{
    const findings::Subject oneColumn{
        {"column", DataText::name("sex,race")}, {"group", DataText::roleValue("Female, other", 7)}};
    EXPECT_EQ(readableSubject(oneColumn, crossing({"sex", "age"})), oneColumn);

    const std::vector<std::string> columns{"sex, given", "back\\slash"};
    const findings::Subject crossed{{"columns", DataText::name(audits::joinedName(columns))}};
    EXPECT_EQ(kFull.show(subjectWords(crossed, crossing(columns))),
        "columns \"sex, given\" × back\\slash");
}

TEST(SubjectWords, RareSubgroupsStayRare)
{
    const findings::Subject subject{
        {"column", DataText::name("sex,race")}, {"group", DataText::roleValue("Female,Arven", 3)}};
    const findings::Subject readable = readableSubject(subject, crossing({"sex", "race"}));
    EXPECT_EQ(readable.back().second, DataText::roleValue("Female × Arven", 3));
}

TEST(SubjectWords, StandInTheFiguresOfReports)
{
    Report report = test::smallReport();
    DatasetReport& dataset = report.datasets.front();
    dataset.roles.intersections = {{"sex", "race"}};
    audits::Metric metric;
    metric.id = "demographic-parity-difference";
    metric.variant = "between-groups";
    metric.subject = {{"column", DataText::name("sex,race")}};
    metric.value = 0.5;
    dataset.audits.front().result.metrics.push_back(metric);
    const std::string text = test::readMarkup(htmlPage(auditPage(report), kFull)).text;
    EXPECT_NE(text.find("column sex × race"), std::string::npos);
    EXPECT_EQ(text.find("sex,race"), std::string::npos);
}

} // namespace
} // namespace cupel::reports
