#include "core/lint/rules.h"

#include <algorithm>
#include <iterator>

#include "core/lint/rule_lists.h"

namespace cupel::lint {

namespace {

std::vector<Rule> allRules()
{
    std::vector<Rule> all = croissantRules();
    for (std::vector<Rule> more : {croissantRecordRules(), cardRules(), provenanceRules()})
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

} // namespace cupel::lint
