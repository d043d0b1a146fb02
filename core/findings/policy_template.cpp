#include "core/findings/policy_lines.h"

#include "core/base/number.h"
#include "core/findings/rule_registry.h"

namespace cupel::findings {
namespace {

std::string templateLine(const Rule& rule)
{
    std::string members;
    const auto add = [&members](const std::string& name, const std::string& value) {
        members += (members.empty() ? "" : ", ") + name + ": " + value;
    };
    if (rule.level != Level::None)
        add("level", std::string(levelName(rule.level)));
    if (const std::string name = limitName(rule); !name.empty())
        add(name, base::formatNumber(*rule.limit));
    if (rule.minCount)
        add("min-count", std::to_string(*rule.minCount));
    if (rule.hasInterval)
        add("interval", base::formatNumber(kDefaultInterval));
    add("enabled", "true");
    return "  # " + rule.title + (rule.unit.empty() ? "" : " (" + rule.unit + ")") + "\n  "
        + rule.id + ": {" + members + "}\n";
}

} // namespace

std::string policyTemplate()
{
    std::string text
        = "# What cupel reports, from which limit on, and how loudly. Every value is the default;\n"
          "# keep the lines you change. Check it with: cupel policy check FILE\n"
          "version: 1\n"
          "\n"
          "# Exit code 1 from findings of this level on: never, note, warning or error.\n"
          "fail-on: error\n"
          "\n"
          "# What reports show of the data: full, masked or aggregate; masked shows values of\n"
          "# columns with a role that at least min-cell rows hold.\n"
          "privacy: {mode: masked, min-cell: 5}\n"
          "\n"
          "# level: error, warning, note, or none for off. It is the highest level of the rule's\n"
          "# findings; what is less certain keeps a lower one. max or min: the limit. min-count:\n"
          "# rows of a group or split that can fail a check (default: the limit of\n"
          "# fairness.small-group). interval: confidence level. for: other values for a dataset,\n"
          "# column, group or split.\n"
          "rules:\n";
    for (const Rule& rule : rules())
        text += templateLine(rule);
    return text
        + "\n"
          "# Roles of the inputs that match; the first that matches holds.\n"
          "# datasets:\n"
          "#   - match: \"data/**/*.csv\"\n"
          "#     label: income\n"
          "#     favourable: \">50K\"\n"
          "#     groups: [sex, {column: age, bins: [0, 25, 40, 60, 200]}]\n"
          "\n"
          "# Findings that a named person accepts until a day; they are counted, never hidden.\n"
          "# waivers:\n"
          "#   - rule: imbalance.ratio\n"
          "#     subject: {dataset: loans, column: income}\n"
          "#     reason: documented in section 4 of the card\n"
          "#     owner: steward@example.org\n"
          "#     until: 2027-03-31\n";
}

} // namespace cupel::findings
