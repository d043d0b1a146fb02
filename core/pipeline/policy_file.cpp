#include "core/pipeline/policy_file.h"

#include <utility>

#include "core/readers/read_text.h"

namespace cupel::pipeline {

base::Result<findings::PolicyReading> readPolicyFile(const std::string& path)
{
    const auto text = readers::readText(path, findings::kMaxPolicyBytes);
    if (text)
        return findings::parsePolicy(*text, path);
    base::Error error = text.error();
    error.code = base::ErrorCode::Usage;
    return error;
}

base::Result<findings::Policy> policyOf(const std::string& path)
{
    auto reading = readPolicyFile(path);
    if (!reading)
        return reading.error();
    if (reading->problems.empty())
        return std::move(reading->policy);
    base::Error error = reading->problems.front();
    if (const std::size_t more = reading->problems.size() - 1; more > 0)
        error.hint += (error.hint.empty() ? "" : "; ")
            + std::string("cupel policy check shows all, there are ") + std::to_string(more)
            + " more";
    return error;
}

reports::PrivacyRule privacyOf(const findings::Policy& policy)
{
    reports::PrivacyRule privacy;
    if (policy.privacyMode) {
        privacy.mode = reports::privacyFromName(policy.privacyMode->value)
                           .value_or(reports::Privacy::Masked);
    }
    if (policy.minCell)
        privacy.minCell = policy.minCell->value;
    return privacy;
}

} // namespace cupel::pipeline
