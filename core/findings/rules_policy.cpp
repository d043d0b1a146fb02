#include "core/findings/rule_lists.h"

namespace cupel::findings {

std::vector<Rule> policyRules()
{
    return {
        {"policy.waiver-broad", "A waiver may cover more than was meant", Level::Note, 0.0,
            "<=", "waivers",
            "Measured: waivers of the policy that use a pattern in place of a name, or have no "
            "subject.\n"
            "Why it matters: such a waiver also covers findings that did not exist when somebody "
            "accepted it, and nobody looks at them.\n"
            "How: a rule or a member of the subject with * or ?, or no subject at all.\n"
            "What to do: name the rule, the dataset and the column that were meant.",
            "Own recommendation."},
        {"policy.waiver-expired", "A waiver has ended", Level::Note, 0.0, "<=", "waivers",
            "Measured: waivers of the policy whose last day has passed.\n"
            "Why it matters: what was accepted for a time counts again, and may fail a check that "
            "passed the day before.\n"
            "How: the waiver holds through the day given as until, in UTC. The day of the run is "
            "that of SOURCE_DATE_EPOCH where it is set, so that a run can be repeated.\n"
            "What to do: resolve the findings, or let the owner renew the waiver with a new "
            "reason.",
            "Own recommendation."},
        {"policy.waiver-long", "A waiver holds for very long", Level::Note, 366.0, "<=", "days",
            "Measured: days from the run to the last day of a waiver.\n"
            "Why it matters: what was accepted for a time is hardly looked at again before the "
            "waiver ends; a day far away means never.\n"
            "How: whole days in UTC, for waivers that hold. The day of the run is that of "
            "SOURCE_DATE_EPOCH where it is set.\n"
            "What to do: give the day on which somebody is to look again, and renew the waiver "
            "then.",
            "Own recommendation: about a year."},
        {"policy.waiver-unused", "A waiver covers nothing", Level::Note, 0.0, "<=", "waivers",
            "Measured: waivers of the policy that cover no finding of the datasets they name.\n"
            "Why it matters: what they were for is resolved, or their rule or subject is "
            "misspelled and the finding that was meant counts.\n"
            "How: rule and subject compared with every finding of the run. Waivers for datasets "
            "that are not part of the run are left alone.\n"
            "What to do: remove the waiver, or correct it.",
            "Own recommendation."},
    };
}

} // namespace cupel::findings
