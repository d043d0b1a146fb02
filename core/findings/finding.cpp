#include "core/findings/finding.h"

#include "core/base/hash.h"

#include <array>

namespace cupel::findings {

namespace {

constexpr std::array<std::string_view, 6> kKindNames{
    "fail", "review", "open", "pass", "notApplicable", "informational"};
constexpr std::array<std::string_view, 4> kLevelNames{"none", "note", "warning", "error"};

/// Append a text so that no two lists of texts give the same whole.
void append(std::string& whole, const std::string& text)
{
    whole += std::to_string(text.size());
    whole += ':';
    whole += text;
}

} // namespace

std::string_view kindName(Kind kind)
{
    return kKindNames[static_cast<std::size_t>(kind)];
}

std::string_view levelName(Level level)
{
    return kLevelNames[static_cast<std::size_t>(level)];
}

std::string_view baselineStateName(BaselineState state)
{
    constexpr std::array<std::string_view, 4> kNames{"new", "worse", "better", "unchanged"};
    return kNames[static_cast<std::size_t>(state)];
}

std::optional<Level> levelFromName(std::string_view name)
{
    for (std::size_t i = 0; i < kLevelNames.size(); ++i) {
        if (kLevelNames[i] == name)
            return static_cast<Level>(i);
    }
    return std::nullopt;
}

std::string Finding::id(const std::string& dataset) const
{
    std::string whole;
    append(whole, rule);
    append(whole, dataset);
    for (const auto& [key, value] : subject) {
        append(whole, key);
        append(whole, value.raw());
    }
    return "f-" + base::hex(base::digest128(whole.data(), whole.size())).substr(0, 16);
}

} // namespace cupel::findings
