#include "core/license/name_tables.h"

#include "core/license/csv_resource.h"
#include "core/license/folding.h"
#include "core/license/license_tables.h"
#include "core/license/spdx_list.h"
#include "core/license/terms.h"

#include <map>

namespace cupel::license {
namespace {

template <typename T> using ByText = std::map<std::string, T, std::less<>>;

Confidence confidenceFrom(std::string_view name)
{
    for (const Confidence each : {Confidence::Exact, Confidence::High, Confidence::Low,
             Confidence::Family, Confidence::Class, Confidence::Status}) {
        if (confidenceName(each) == name)
            return each;
    }
    return Confidence::None;
}

const ByText<NameEntry>& names()
{
    static const ByText<NameEntry> all = [] {
        ByText<NameEntry> byName;
        for (const std::vector<std::string>& row : rowsOf(namesCsv())) {
            byName.emplace(row.at(0),
                NameEntry{row.at(0), row.at(1), confidenceFrom(row.at(2)), row.at(3), row.at(4)});
        }
        return byName;
    }();
    return all;
}

void add(std::string_view name, const std::string& id, ByText<std::string>& keys)
{
    const std::string key = nameKey(folded(name));
    if (key.empty())
        return;
    const auto [known, isNew] = keys.emplace(key, id);
    if (!isNew && known->second != id)
        known->second.clear();
}

bool namesALicense(const Terms& terms)
{
    return terms.kind != "class" && terms.kind != "status" && terms.kind != "family";
}

ByText<std::string> readKeys()
{
    ByText<std::string> keys;
    for (const SpdxLicense& license : spdxLicenses()) {
        if (license.isDeprecated())
            continue;
        add(license.id, license.id, keys);
        add(license.name, license.id, keys);
    }
    for (const Terms& terms : allTerms()) {
        if (!namesALicense(terms))
            continue;
        if (terms.id.starts_with("LicenseRef-"))
            add(terms.name, terms.id, keys);
        for (const std::string& id : terms.hubIds)
            add(id, terms.id, keys);
    }
    // Names of a licence that has one version are also used with it: "ODbL v1.0".
    for (const auto& [name, entry] : names()) {
        if (entry.confidence != Confidence::High || entry.expression.find(' ') != std::string::npos)
            continue;
        add(name, entry.expression, keys);
        const std::size_t dash = entry.expression.rfind('-');
        const std::string version = entry.expression.substr(dash + 1);
        if (version.find_first_not_of("0123456789.") == std::string::npos)
            add(name + " " + version, entry.expression, keys);
    }
    return keys;
}

} // namespace

const NameEntry* findName(std::string_view folded)
{
    const auto found = names().find(folded);
    return found == names().end() ? nullptr : &found->second;
}

const std::string* findByKey(std::string_view key)
{
    static const ByText<std::string> keys = readKeys();
    const auto found = keys.find(key);
    return found == keys.end() || found->second.empty() ? nullptr : &found->second;
}

} // namespace cupel::license
