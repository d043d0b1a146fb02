#include "core/lint/issue.h"

#include <algorithm>
#include <array>

namespace cupel::lint {

namespace {

/// In the order of Profile.
constexpr std::array<std::string_view, 10> kProfileNames{"tool", "spec", "strict", "neurips", "hub",
    "hub-client", "loader", "hf-metadata-2022", "hf-body-2022", "data-provenance"};

} // namespace

std::string_view levelName(Level level)
{
    switch (level) {
    case Level::Note:
        return "note";
    case Level::Warning:
        return "warning";
    case Level::Error:
        break;
    }
    return "error";
}

std::string_view profileName(Profile profile)
{
    return kProfileNames.at(static_cast<std::size_t>(profile));
}

std::optional<Profile> profileFromName(std::string_view name)
{
    const auto found = std::find(kProfileNames.begin(), kProfileNames.end(), name);
    if (found == kProfileNames.end())
        return std::nullopt;
    return static_cast<Profile>(found - kProfileNames.begin());
}

std::string profileNames()
{
    std::string names;
    for (const std::string_view name : kProfileNames)
        names += (names.empty() ? "" : ", ") + std::string(name);
    return names;
}

bool Verdict::isValid() const
{
    return std::none_of(issues.begin(), issues.end(),
        [](const Issue& issue) { return issue.level == Level::Error; });
}

} // namespace cupel::lint
