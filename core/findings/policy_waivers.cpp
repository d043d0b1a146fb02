#include "core/counts/nearest_name.h"
#include "core/findings/glob.h"
#include "core/findings/policy_parts.h"
#include "core/findings/rule_registry.h"

#include <algorithm>

namespace cupel::findings {

using documents::Node;

void PolicyParts::readWaivers(const Node& waivers, std::vector<Waiver>& to)
{
    if (!isList(waivers, "waivers"))
        return;
    for (const Node& waiver : waivers.items) {
        if (isOneTooMany(waiver.at, m_waivers, "waivers"))
            return;
        readWaiver(waiver, to);
    }
}

void PolicyParts::readWaiver(const Node& node, std::vector<Waiver>& to)
{
    Waiver waiver;
    waiver.origin = originOf(node.at);
    std::optional<base::Day> until;
    const auto take = [&](const std::string& name, const Node& value) {
        if (name == "subject") {
            eachMember(value, "subject", waiverSubjectKeys(),
                [&](const std::string& key, const Node& text) {
                    waiver.subject.emplace_back(key, pattern(text, key));
                });
            return;
        }
        const std::string text = name == "rule" ? pattern(value, name) : word(value, name);
        if (!text.empty() && text.find_first_not_of(" \t\r\n") == std::string::npos)
            fail(value.at, name + " is blank", "write it like " + name + ": text");
        else if (name == "rule")
            waiver.rule = text;
        else if (name == "reason")
            waiver.reason = text;
        else if (name == "owner")
            waiver.owner = text;
        else if (until = base::parseDay(text); !until && !text.empty())
            fail(value.at, "'" + text + "' is no day", "write it like 2027-03-31");
        if (name == "rule" && !text.empty())
            checkRuleOf(text, value.at);
    };
    if (!eachMember(node, "waivers", {"rule", "subject", "reason", "owner", "until"}, take))
        return;
    for (const char* name : {"rule", "reason", "owner", "until"}) {
        if (!node.find(name))
            fail(node.at, std::string("a waiver without ") + name,
                "a waiver has rule, subject, reason, owner and until, the last day on which it "
                "holds");
    }
    waiver.until = until.value_or(base::Day());
    to.push_back(std::move(waiver));
}

void PolicyParts::checkRuleOf(const std::string& pattern, const documents::Position& at)
{
    std::vector<std::string> known;
    for (const Rule& rule : rules())
        known.push_back(rule.id);
    if (std::any_of(known.begin(), known.end(),
            [&pattern](const std::string& id) { return matches(pattern, id); }))
        return;
    const auto nearest = counts::nearestName(pattern, known);
    fail(at, "there is no rule '" + pattern + "'",
        nearest ? "did you mean '" + *nearest + "'?" : "list them: cupel rules list");
}

} // namespace cupel::findings
