#include "core/reports/report_archive.h"

#include <nlohmann/json.hpp>

#include "core/reports/archive_check.h"
#include "core/reports/archive_reader.h"
#include "core/reports/archive_report.h"
#include "core/reports/archive_writer.h"
#include "core/reports/stored_json.h"

namespace cupel::reports {
namespace {

base::Error unusable(const std::string& why)
{
    return {base::ErrorCode::Catalog, "the stored report cannot be used: " + why,
        "run the audit again, or restore a backup of the catalog", {}};
}

/// Throws an ArchiveFault.
Report read(const nlohmann::json& archive)
{
    if (!archive.is_object() || archive.value("schema", nlohmann::json()) != kArchiveSchema)
        throw ArchiveFault("it does not have \"schema\": \"cupel.archive\"");
    const auto version = archive.find("version");
    if (version == archive.end() || *version != kArchiveVersion)
        throw ArchiveFault("its version is not " + std::to_string(kArchiveVersion));
    const auto content = archive.find("report");
    if (content == archive.end() || archive.size() != 3)
        throw ArchiveFault("it has other members than a schema, a version and a report");
    Report report;
    ArchiveReader().read(*content, report);
    checkParts(report);
    return report;
}

} // namespace

std::string archiveOf(const Report& report)
{
    ArchiveWriter writer;
    writer.write(report);
    return "{\"schema\":\"" + std::string(kArchiveSchema) + "\",\"version\":"
        + std::to_string(kArchiveVersion) + ",\"report\":" + writer.take() + "}\n";
}

base::Result<Report> reportOf(std::string_view archive)
{
    const auto parsed = parseStored(archive);
    if (!parsed) {
        base::Error error = unusable(parsed.error().message);
        error.where = parsed.error().where;
        return error;
    }
    try {
        return read(*parsed);
    } catch (const ArchiveFault& fault) {
        return unusable(fault.what());
    }
}

} // namespace cupel::reports
