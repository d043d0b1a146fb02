#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/counts/count_source.h"

namespace cupel::audits {

struct LabelRole {
    std::string column;
    std::optional<std::string> favourable; ///< the good outcome, section A of the metrics
    std::optional<std::string> positive; ///< the event, section B; default: favourable
    std::vector<std::string> classes; ///< declared classes; an empty one counts as a class
};
struct GroupRole {
    std::string column;
    std::optional<std::string> reference;
    std::vector<double> bins; ///< edges for a number column; empty: values
};

/// Which column plays which part. From flags, a roles file, or proposals the user accepted.
struct Roles {
    std::optional<LabelRole> label;
    std::vector<GroupRole> groups;
    std::vector<std::vector<std::string>> intersections; ///< column names, two each
    std::string prediction;
    std::string score;
    std::optional<double> threshold; ///< a score of at least this predicts `scoreOf`
    std::optional<std::string>
        scoreOf; ///< the label value a score is of; default: the positive one
    std::string weight;
    std::string id;
    std::string split;
    std::string stratum;
    std::string timeWindow;
    /// Roles that no audit uses yet ("rater", "item", …), kept so that they are shown and their
    /// columns are coded: column -> role.
    std::map<std::string, std::string> other;
    std::map<std::string, std::vector<std::string>> missing; ///< column or "*" -> null tokens
    std::map<std::string, std::string> types; ///< column -> type name
    std::vector<std::string> use; ///< intended uses

    /// Role of a column as the report names it ("label", "group", "weight", …), or empty.
    std::string roleOf(std::string_view column) const;
    /// Columns that play any part.
    std::vector<std::string> columns() const;
};

/// Read a roles file (contract: schema "cupel.roles", version 1). Unknown roles and members,
/// duplicate keys and wrong types fail with Usage, saying where (line, column) and what is meant.
base::Result<Roles> rolesFromJson(std::string_view text, const std::string& fileName);
/// Values of `flags` win over those of `file`, role by role and column by column.
Roles merge(const Roles& file, const Roles& flags);
/// Every named column exists, every favourable, reference and class occurs (or is declared), bins
/// ascend and their column is a number. Fails with Usage, naming the nearest column or the values
/// that do occur in at least `leastRows` rows.
base::Result<void> check(
    const Roles& roles, const counts::Description& description, std::int64_t leastRows);

/// A role that the data suggests. Never used unless the user accepts it.
struct Proposal {
    std::string column;
    std::string
        role; ///< "label", "group", "weight", "id", "split", "prediction", "score", "null-token"
    std::string
        value; ///< the token for "null-token", the favourable value for "label"; may be empty
    std::int64_t rows = 0; ///< rows that hold the token
    std::string reason; ///< one sentence in our own words
};
std::vector<Proposal> propose(const counts::Description& description, const Roles& roles);
/// Roles with the proposals in the places that are still free.
Roles accept(const std::vector<Proposal>& proposals, const Roles& roles);

} // namespace cupel::audits
