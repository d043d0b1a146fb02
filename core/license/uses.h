#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/license/expression.h"
#include "core/license/terms.h"

namespace cupel::license {

/// What somebody means to do with a dataset.
enum class Use {
    Research,
    Internal, ///< inside an organisation, nothing is passed on
    CommercialProduct,
    TrainModel,
    PublishDataset, ///< unchanged
    PublishDerivedDataset, ///< changed: filtered, cleaned, joined, relabelled
};
inline constexpr std::size_t kUseCount = 6;
/// "research", "internal", "commercial-product", "train-model", "publish-dataset",
/// "publish-derived-dataset".
std::string_view useName(Use use);
std::vector<Use> allUses();
/// Read a use; "commercial" stands for commercial-product. Fails with Usage, naming the nearest.
base::Result<Use> useFromName(std::string_view name);

enum class UseVerdict {
    Allowed,
    AllowedWithDuties,
    CannotTell, ///< unknown terms, or a limit that a person has to judge
    NotAllowed,
};
/// "allowed", "allowed-with-duties", "cannot-tell", "not-allowed".
std::string_view verdictName(UseVerdict verdict);

/// Why a use is not allowed, or why nobody can tell.
struct Obstacle {
    std::string license;
    std::string field; ///< of the terms: "commercial_use"
    std::string value; ///< what it says: "no", "research"
    std::string words; ///< a clause in our own words: "does not allow commercial use"
    UseVerdict verdict = UseVerdict::NotAllowed;
};
struct Duty {
    std::string license;
    std::string field; ///< of the terms
    std::string words; ///< an instruction: "credit the creator as the licence says"
    friend bool operator==(const Duty&, const Duty&) = default;
};

/// What the terms indicate for a use. A reading of the table, no advice.
struct UseAssessment {
    Use use = Use::Research;
    UseVerdict verdict = UseVerdict::CannotTell;
    std::vector<Duty> duties;
    std::vector<Obstacle> obstacles;
    Expression chosen; ///< the expression with one branch of every OR, the least restrictive
    bool hadChoice = false;
};

UseAssessment assess(const Terms& terms, Use use);
/// Of AND all parts apply; of OR the branch with the best verdict, then the fewest duties, then the
/// first.
UseAssessment assess(const Expression& expression, Use use);

} // namespace cupel::license
