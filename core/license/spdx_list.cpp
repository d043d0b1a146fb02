#include "core/license/spdx_list.h"

#include "core/counts/nearest_name.h"
#include "core/license/csv_resource.h"
#include "core/license/license_tables.h"

#include <map>

namespace cupel::license {
namespace {

std::vector<SpdxLicense> readLicenses()
{
    std::vector<SpdxLicense> all;
    for (const std::vector<std::string>& row : rowsOf(spdxLicensesCsv())) {
        all.push_back({row.at(0), row.at(1), row.at(2) == "yes", row.at(3), row.at(4),
            partsOf(row.at(5), " | ")});
    }
    return all;
}

const std::vector<std::string>& exceptions()
{
    static const std::vector<std::string> all = [] {
        std::vector<std::string> ids;
        for (const std::vector<std::string>& row : rowsOf(spdxExceptionsCsv()))
            ids.push_back(row.at(0));
        return ids;
    }();
    return all;
}

} // namespace

const std::vector<SpdxLicense>& spdxLicenses()
{
    static const std::vector<SpdxLicense> all = readLicenses();
    return all;
}

const SpdxLicense* findSpdxLicense(std::string_view id)
{
    static const auto index = [] {
        std::map<std::string, const SpdxLicense*, std::less<>> byId;
        for (const SpdxLicense& license : spdxLicenses())
            byId.emplace(lowerAscii(license.id), &license);
        return byId;
    }();
    const auto found = index.find(lowerAscii(id));
    return found == index.end() ? nullptr : found->second;
}

const std::string* findSpdxException(std::string_view id)
{
    const std::string wanted = lowerAscii(id);
    for (const std::string& exception : exceptions()) {
        if (lowerAscii(exception) == wanted)
            return &exception;
    }
    return nullptr;
}

std::optional<std::string> nearestLicenseId(std::string_view id)
{
    std::vector<std::string> ids;
    for (const SpdxLicense& license : spdxLicenses()) {
        if (!license.isDeprecated())
            ids.push_back(license.id);
    }
    return counts::nearestName(id, ids);
}

std::optional<std::string> nearestExceptionId(std::string_view id)
{
    return counts::nearestName(id, exceptions());
}

std::string lowerAscii(std::string_view text)
{
    std::string lower(text);
    for (char& c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return lower;
}

} // namespace cupel::license
