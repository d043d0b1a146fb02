#pragma once

#include "tests/core/audits/audit_run.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace cupel::test {

using Subject = std::vector<std::pair<std::string, std::string>>;

/// Label "y" with the favourable value "1", and group columns.
inline audits::Roles roles(const std::vector<audits::GroupRole>& groups = {group("g")})
{
    audits::Roles all;
    all.label = label("y", "1");
    all.groups = groups;
    return all;
}

/// Run group-gaps, and check its evidence.
inline audits::AuditResult run(const counts::LiteralCounts& source, const audits::Roles& all)
{
    audits::AuditResult result = runAudit("group-gaps", source, factsOf(source, all));
    expectEvidenceHolds(source, result);
    return result;
}

/// k favourable of n rows per group.
struct Share {
    std::string group;
    int favourable;
    int rows;
};
inline counts::LiteralCounts tableOfShares(const std::vector<Share>& shares)
{
    std::vector<Times> rows;
    for (const Share& share : shares) {
        rows.push_back({{share.group, "1"}, share.favourable});
        rows.push_back({{share.group, "0"}, share.rows - share.favourable});
    }
    return counts::LiteralCounts(literalTable({"g", "y"}, rows));
}

/// A subject that begins with label, favourable value and column.
inline Subject about(const Subject& more)
{
    Subject subject{{"label", "y"}, {"favourable", "1"}, {"column", "g"}};
    subject.insert(subject.end(), more.begin(), more.end());
    return subject;
}

} // namespace cupel::test
