#include "core/findings/rule_registry.h"

#include "core/findings/rule_lists.h"

#include <algorithm>
#include <iterator>

namespace cupel::findings {

namespace {

std::vector<Rule> allRules()
{
    std::vector<Rule> all = dataRules();
    for (std::vector<Rule> more :
        {cardRules(), documentRules(), fairnessRules(), imbalanceRules(), licenseDeclarationRules(),
            licenseTextRules(), licenseUseRules(), policyRules(), predictionRules(), splitRules()})
        std::move(more.begin(), more.end(), std::back_inserter(all));
    std::sort(all.begin(), all.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
    return all;
}

} // namespace

const std::vector<Rule>& rules()
{
    static const std::vector<Rule> list = allRules();
    return list;
}

const Rule* findRule(std::string_view id)
{
    const auto found = std::lower_bound(rules().begin(), rules().end(), id,
        [](const Rule& rule, std::string_view wanted) { return rule.id < wanted; });
    return found != rules().end() && found->id == id ? &*found : nullptr;
}

} // namespace cupel::findings
