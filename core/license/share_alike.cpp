#include "core/license/share_alike.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

namespace cupel::license {
namespace {

/// An id as family, version and ending: "CC-BY-SA-", 3.0, "-DE"; "GFDL-", 1.2, "-or-later".
struct VersionedId {
    std::string_view family;
    double version = 0.0;
    std::string_view ending;
};

std::optional<VersionedId> parted(std::string_view id)
{
    static constexpr std::array<std::string_view, 6> kFamilies{
        "CC-BY-SA-", "CC-BY-NC-SA-", "GFDL-", "GPL-", "AGPL-", "LGPL-"};
    for (const std::string_view family : kFamilies) {
        if (!id.starts_with(family))
            continue;
        VersionedId one{family, 0.0, {}};
        const std::string_view rest = id.substr(family.size());
        const auto end = std::from_chars(rest.data(), rest.data() + rest.size(), one.version);
        if (end.ec != std::errc())
            return std::nullopt;
        one.ending = rest.substr(static_cast<std::size_t>(end.ptr - rest.data()));
        return one;
    }
    return std::nullopt;
}

/// Licences that let changed copies go out under themselves alone.
bool standsAlone(std::string_view id)
{
    static constexpr std::array<std::string_view, 5> kAlone{
        "C-UDA-1.0", "CDLA-Sharing-1.0", "LAL-1.3", "LGPLLR", "ODbL-1.0"};
    return std::find(kAlone.begin(), kAlone.end(), id) != kAlone.end();
}

/// What a licence names beside itself.
std::vector<std::string_view> namedBeside(std::string_view id)
{
    if (id.starts_with("CC-BY-SA-4.0"))
        return {"LAL-1.3", "GPL-3.0-only", "GPL-3.0-or-later"};
    if (id == "LAL-1.3")
        return {"CC-BY-SA-4.0"};
    return {};
}

bool isCreativeCommons(const VersionedId& id)
{
    return id.family.starts_with("CC-");
}

bool takesLater(const VersionedId& id)
{
    return isCreativeCommons(id) ? id.version >= 2.0 : id.ending.ends_with("-or-later");
}

bool isKnown(std::string_view id)
{
    const auto one = parted(id);
    return standsAlone(id) || (one && one->family != "LGPL-");
}

bool isAmongOutbound(std::string_view shareAlike, std::string_view declared)
{
    if (shareAlike == declared)
        return true;
    const std::vector<std::string_view> named = namedBeside(shareAlike);
    if (std::find(named.begin(), named.end(), declared) != named.end())
        return true;
    const auto from = parted(shareAlike);
    const auto to = parted(declared);
    if (!from || !to || from->family != to->family)
        return false;
    return to->version == from->version || (takesLater(*from) && to->version > from->version);
}

} // namespace

bool mayGoOutAs(std::string_view shareAlike, const Expression& declared)
{
    const std::vector<Expression> all = licensesOf(declared);
    return !isKnown(shareAlike) || std::any_of(all.begin(), all.end(), [&](const Expression& one) {
        return isAmongOutbound(shareAlike, one.id);
    });
}

std::string outboundWords(std::string_view shareAlike)
{
    if (!isKnown(shareAlike))
        return "";
    std::string words(shareAlike);
    if (const auto one = parted(shareAlike); one && takesLater(*one))
        words += " or a later version of it";
    for (const std::string_view other : namedBeside(shareAlike))
        words += ", " + std::string(other);
    return words;
}

} // namespace cupel::license
