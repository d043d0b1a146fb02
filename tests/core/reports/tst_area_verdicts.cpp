#include "core/reports/area_verdicts.h"

#include "core/audits/audit_registry.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace cupel::reports {
namespace {

using findings::Kind;
using findings::Level;

findings::Finding findingOf(const char* rule, Kind kind, Level level)
{
    findings::Finding finding;
    finding.rule = rule;
    finding.kind = kind;
    finding.level = level;
    return finding;
}

AuditReport audit(
    const char* id, audits::Outcome outcome, std::vector<findings::Finding> found = {})
{
    AuditReport report{id, id, {}};
    report.result.outcome = outcome;
    report.result.findings = std::move(found);
    return report;
}

const AreaVerdict* areaOfName(const std::vector<AreaVerdict>& areas, const std::string& name)
{
    const auto found = std::find_if(
        areas.begin(), areas.end(), [&name](const AreaVerdict& area) { return area.area == name; });
    return found == areas.end() ? nullptr : &*found;
}

TEST(AreaVerdicts, CountFindingsByTheFieldOfTheirRule)
{
    DatasetReport dataset;
    findings::Finding waived = findingOf("LIC-MISSING", Kind::Fail, Level::Error);
    waived.waived.emplace();
    dataset.audits = {audit("license-terms", audits::Outcome::Completed,
                          {findingOf("LIC-HOSTS-DISAGREE", Kind::Fail, Level::Error), waived,
                              findingOf("license.use-unsettled", Kind::Review, Level::None)}),
        audit("column-profile", audits::Outcome::Completed,
            {findingOf("data.missing-values", Kind::Fail, Level::Note)})};
    const std::vector<AreaVerdict> areas = areaVerdicts(dataset);
    ASSERT_EQ(areas.size(), 2u);
    EXPECT_EQ(areas[0].title, "Licence");
    EXPECT_EQ(areas[0].words(), "1 error, 1 for a person to decide, 1 waived");
    EXPECT_EQ(areas[0].tone(), Tone::Error);
    EXPECT_EQ(areas[1].words(), "1 note");
    EXPECT_EQ(areas[1].tone(), Tone::Note);
}

TEST(AreaVerdicts, WhatWasNotLookedAtIsNotClean)
{
    DatasetReport dataset;
    dataset.audits = {audit("group-gaps", audits::Outcome::NotApplicable),
        audit("group-gaps-predictions", audits::Outcome::NotApplicable),
        audit("class-imbalance", audits::Outcome::Completed),
        audit("duplicates", audits::Outcome::Completed),
        audit("conflicting-labels", audits::Outcome::NotApplicable)};
    const std::vector<AreaVerdict> areas = areaVerdicts(dataset);
    const AreaVerdict* const fairness = areaOfName(areas, "fairness");
    ASSERT_TRUE(fairness);
    EXPECT_TRUE(fairness->isUnknown());
    EXPECT_EQ(fairness->words(), "not run");
    EXPECT_EQ(fairness->tone(), Tone::Plain);
    EXPECT_EQ(areaOfName(areas, "imbalance")->words(), "no findings");
    EXPECT_EQ(areaOfName(areas, "imbalance")->tone(), Tone::Good);
    EXPECT_EQ(areaOfName(areas, "data")->words(), "no findings, 1 of 2 audits not run");
    EXPECT_EQ(areaOfName(areas, "data")->tone(), Tone::Plain);
    EXPECT_FALSE(areaOfName(areas, "policy"));
}

TEST(AreaVerdicts, EveryAuditBelongsToAnArea)
{
    DatasetReport dataset;
    for (const auto& known : audits::allAudits())
        dataset.audits.push_back(
            audit(known->description().id.c_str(), audits::Outcome::Completed));
    std::int64_t audits = 0;
    for (const AreaVerdict& area : areaVerdicts(dataset))
        audits += area.audits;
    EXPECT_EQ(audits, static_cast<std::int64_t>(dataset.audits.size()));
}

TEST(AreaVerdicts, KeepWhatNoAuditHereKnows)
{
    DatasetReport dataset;
    dataset.audits = {audit("of-tomorrow", audits::Outcome::Completed,
        {findingOf("privacy.rare-rows", Kind::Fail, Level::Warning)})};
    const std::vector<AreaVerdict> areas = areaVerdicts(dataset);
    ASSERT_EQ(areas.size(), 1u);
    EXPECT_EQ(areas[0].title, "privacy");
    EXPECT_EQ(areas[0].tone(), Tone::Warning);
}

} // namespace
} // namespace cupel::reports
