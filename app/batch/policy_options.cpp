#include "app/batch/policy_options.h"

#include <utility>

#include "core/pipeline/policy_file.h"

namespace cupel::batch {
namespace {

using Setter = std::function<base::Result<void>(const std::string&)>;

Setter assigned(findings::Policy& policy, const char* key)
{
    return [&policy, key](const std::string& value) {
        return findings::assign(policy, key, value, std::string(findings::kFlagOrigin));
    };
}

} // namespace

std::vector<Option> policyOptions(PolicyArguments& arguments)
{
    findings::Policy& flags = arguments.flags;
    return {
        {"--policy", 'p', "FILE",
            "policy file, YAML or JSON (see cupel policy init); the options below win over it",
            storeText(arguments.file)},
        {"--set", '\0', "KEY=VALUE",
            "another limit, level or switch of a rule: imbalance.ratio.max=20, "
            "data.duplicate-rows.level=error (see cupel policy show)",
            [&flags](const std::string& value) { return findings::setFromFlag(flags, value); }},
        {"--min-count", '\0', "N", "smaller groups never fail a check alone (default: 30)",
            [&flags](const std::string& value) {
                std::int64_t rows = 0;
                if (auto done = storeNumber(rows, 0, 1'000'000'000)(value); !done)
                    return done;
                return findings::setFromFlag(
                    flags, std::string(findings::kMinCountRule) + "=" + value);
            }},
        {"--fail-on", '\0', "LEVEL",
            "exit with 1 from this level on: never, note, warning, error (default)",
            assigned(flags, "fail-on")},
        {"--privacy", '\0', "MODE",
            "what a report shows of the data: full, masked (default), aggregate",
            assigned(flags, "privacy.mode")},
    };
}

base::Result<findings::Policy> policyFrom(const PolicyArguments& arguments)
{
    findings::Policy policy;
    if (!arguments.file.empty()) {
        auto read = pipeline::policyOf(arguments.file);
        if (!read)
            return read.error();
        policy = std::move(*read);
    }
    const findings::Policy& flags = arguments.flags;
    policy.rules.insert(policy.rules.end(), flags.rules.begin(), flags.rules.end());
    if (flags.privacyMode)
        policy.privacyMode = flags.privacyMode;
    if (flags.minCell)
        policy.minCell = flags.minCell;
    if (flags.failOn)
        policy.failOn = flags.failOn;
    return policy;
}

} // namespace cupel::batch
