#include "core/license/folding.h"
#include "core/license/license_tables.h"
#include "core/license/name_steps.h"
#include "core/license/spdx_list.h"
#include "core/license/terms.h"

#include <map>

namespace cupel::license {
namespace {

void cut(std::string_view& text, std::string_view ending)
{
    if (text.ends_with(ending))
        text.remove_suffix(ending.size());
}

/// An address without scheme, "www.", query, fragment, and endings that name a form of the page.
std::string bareAddress(std::string_view text)
{
    for (const std::string_view scheme : {"https://", "http://", "https//", "http//", "//"}) {
        if (text.starts_with(scheme)) {
            text.remove_prefix(scheme.size());
            break;
        }
    }
    if (text.starts_with("www."))
        text.remove_prefix(4);
    text = text.substr(0, text.find_first_of("?#"));
    while (text.ends_with('/'))
        text.remove_suffix(1);
    for (const std::string_view ending : {".txt", ".html", ".htm", ".php", ".json", ".md", ".en"})
        cut(text, ending);
    const std::size_t slash = text.rfind('/');
    if (slash != std::string_view::npos) {
        const std::string_view last = text.substr(slash + 1);
        if (last == "deed" || last == "legalcode" || last.starts_with("deed.")
            || last.starts_with("legalcode."))
            text = text.substr(0, slash);
    }
    while (text.ends_with('/'))
        text.remove_suffix(1);
    return std::string(text);
}

/// What follows a prefix, without the slash between.
std::optional<std::string_view> behind(std::string_view text, std::string_view prefix)
{
    if (!text.starts_with(prefix))
        return std::nullopt;
    text.remove_prefix(prefix.size());
    if (!text.empty() && text.front() != '/')
        return std::nullopt;
    return text.empty() ? text : text.substr(1);
}

std::string_view segment(std::string_view path, std::size_t index)
{
    for (; index > 0; --index) {
        const std::size_t slash = path.find('/');
        if (slash == std::string_view::npos)
            return {};
        path.remove_prefix(slash + 1);
    }
    return path.substr(0, path.find('/'));
}

std::string upper(std::string_view text)
{
    std::string result(text);
    for (char& c : result)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return result;
}

StepAnswer creativeCommonsAddress(std::string_view path)
{
    if (const auto domain = behind(path, "publicdomain")) {
        if (segment(*domain, 0) == "zero")
            return creativeCommonsStep("cc0 " + std::string(segment(*domain, 1)));
        if (segment(*domain, 0) == "mark")
            return creativeCommonsStep("public domain mark 1.0");
    }
    const auto licenses = behind(path, "licenses");
    if (licenses && segment(*licenses, 0) == "publicdomain")
        return determined("CC-PDDC", Confidence::High);
    if (!licenses || licenses->empty())
        return creativeCommons("", "", "");
    const std::string_view port = segment(*licenses, 2);
    return creativeCommons(
        segment(*licenses, 0), segment(*licenses, 1), port == "deed" ? "" : upper(port));
}

/// gpl-3.0, fdl-1.3, old-licenses/lgpl-2.1
StepAnswer gnuAddress(std::string_view path)
{
    if (const auto old = behind(path, "old-licenses"))
        path = *old;
    std::string name(segment(path, 0));
    for (const std::string_view ending : {".html", ".en", ".txt"}) {
        if (const std::size_t at = name.find(ending); at != std::string::npos)
            name.resize(at);
    }
    return familyStep(name.starts_with("fdl") ? "g" + name : name);
}

StepAnswer governmentAddress(std::string_view path)
{
    const std::string_view version = segment(path, 1);
    return familyStep("ogl uk " + std::string(segment(path, 0) == "version" ? version : ""));
}

struct Known {
    std::string_view prefix;
    std::string_view expression;
};
/// Pages of one licence.
constexpr Known kPages[] = {
    {"opendatacommons.org/licenses/odbl", "ODbL-1.0"},
    {"opendatacommons.org/licenses/by", "ODC-By-1.0"},
    {"opendatacommons.org/licenses/pddl", "PDDL-1.0"},
    {"opendatacommons.org/licenses/dbcl", "LicenseRef-DbCL-1.0"},
    {"opendatacommons.org/odbl", "ODbL-1.0"},
    {"opendatacommons.org/category/odc-by", "ODC-By-1.0"},
    {"apache.org/licenses/license-2.0", "Apache-2.0"},
    {"apache.org/licenses/license-1.1", "Apache-1.1"},
    {"unlicense.org", "Unlicense"},
    {"cdla.dev/permissive-2-0", "CDLA-Permissive-2.0"},
    {"cdla.dev/permissive-1-0", "CDLA-Permissive-1.0"},
    {"cdla.dev/sharing-1-0", "CDLA-Sharing-1.0"},
    {"cdla.io/permissive-1-0", "CDLA-Permissive-1.0"},
    {"cdla.io/sharing-1-0", "CDLA-Sharing-1.0"},
    {"govdata.de/dl-de/by-2-0", "DL-DE-BY-2.0"},
    {"govdata.de/dl-de/zero-2-0", "DL-DE-ZERO-2.0"},
    {"etalab.gouv.fr/licence-ouverte-open-licence", "etalab-2.0"},
    {"mozilla.org/mpl/2.0", "MPL-2.0"},
    {"mozilla.org/en-us/mpl/2.0", "MPL-2.0"},
    {"eclipse.org/legal/epl-2.0", "EPL-2.0"},
    {"eclipse.org/legal/epl-v10", "EPL-1.0"},
    {"eclipse.org/legal/epl-v20", "EPL-2.0"},
    {"artlibre.org", "LAL-1.3"},
    {"boost.org/license-1-0", "BSL-1.0"},
    {"scripts.sil.org/ofl", "OFL-1.1"},
    {"openfontlicense.org", "OFL-1.1"},
    {"wtfpl.net", "WTFPL"},
    {"open.canada.ca/en/open-government-licence-canada", "OGL-Canada-2.0"},
    {"data.norge.no/nlod/en/2.0", "NLOD-2.0"},
    {"data.norge.no/nlod/no/2.0", "NLOD-2.0"},
    {"data.norge.no/nlod/en/1.0", "NLOD-1.0"},
    {"unsplash.com/license", "LicenseRef-Unsplash"},
    {"pixabay.com/service/license", "LicenseRef-Pixabay"},
    {"openai.com/policies/terms-of-use", "LicenseRef-OpenAI-Terms"},
    {"ai.google.dev/gemma/terms", "LicenseRef-Gemma"},
};
/// Sites whose pages end with the name of a licence.
constexpr std::string_view kLists[] = {"spdx.org/licenses", "opensource.org/licenses",
    "opensource.org/license", "choosealicense.com/licenses", "opendefinition.org/licenses"};

/// The addresses of the terms table.
const std::map<std::string, std::string, std::less<>>& addressesOfTerms()
{
    static const auto all = [] {
        std::map<std::string, std::string, std::less<>> byAddress;
        for (const Terms& terms : allTerms()) {
            if (!terms.url.empty())
                byAddress.emplace(bareAddress(folded(terms.url)), terms.id);
        }
        return byAddress;
    }();
    return all;
}

bool looksLikeAddress(std::string_view text)
{
    if (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www."))
        return true;
    const std::string_view host = text.substr(0, text.find('/'));
    const std::size_t dot = host.rfind('.');
    if (host.size() == text.size() || dot == std::string_view::npos)
        return false;
    const std::string_view domain = host.substr(dot + 1);
    return domain.size() > 1
        && domain.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

} // namespace

StepAnswer addressStep(std::string_view text, const ResolvePart& resolve)
{
    const bool isBareSite = text == "unlicense.org" || text == "creativecommons.org";
    if (!looksLikeAddress(text) && !isBareSite)
        return std::nullopt;
    if (text.find(' ') != std::string_view::npos)
        return std::nullopt;
    const std::string address = bareAddress(text);
    if (const auto path = behind(address, "creativecommons.org"))
        return creativeCommonsAddress(*path);
    for (const std::string_view list : kLists) {
        const auto name = behind(address, list);
        if (!name || name->empty())
            continue;
        Resolution found = resolve(segment(*name, 0));
        if (found.isDetermined())
            return found;
    }
    for (const std::string_view gnu : {"gnu.org/licenses", "gnu.org/copyleft"}) {
        if (const auto path = behind(address, gnu))
            return gnuAddress(*path);
    }
    if (const auto path = behind(address, "nationalarchives.gov.uk/doc/open-government-licence"))
        return governmentAddress(*path);
    for (const Known& page : kPages) {
        if (behind(address, page.prefix))
            return determined(std::string(page.expression), Confidence::High);
    }
    if (const auto found = addressesOfTerms().find(address); found != addressesOfTerms().end())
        return determined(found->second, Confidence::High);
    return noted("LicenseRef-Custom", Confidence::None, "LIC-UNRECOGNISED",
        "is an address of terms that are not known");
}

} // namespace cupel::license
