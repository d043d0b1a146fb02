#include "core/reports/formats.h"

#include <algorithm>

#include "core/reports/audit_page.h"
#include "core/reports/finding_formats.h"
#include "core/reports/html_page.h"
#include "core/reports/json_report.h"
#include "core/reports/markdown_page.h"
#include "core/reports/privacy.h"
#include "core/reports/sarif_report.h"

namespace cupel::reports {
namespace {

std::string htmlReport(const Report& report)
{
    return htmlPage(auditPage(report), PrivacyView(report.privacy));
}

std::string markdownSummary(const Report& report)
{
    return markdownPage(summaryPage(report), PrivacyView(report.privacy));
}

} // namespace

const std::vector<Format>& formats()
{
    static const std::vector<Format> list{{"json", jsonReport}, {"html", htmlReport},
        {"md", markdownSummary}, {"sarif", sarifReport}, {"junit", junitReport},
        {"github", githubAnnotations}, {"codequality", codeQualityReport}, {"csv", findingsCsv}};
    return list;
}

const Format* findFormat(std::string_view name)
{
    const auto found = std::find_if(formats().begin(), formats().end(),
        [name](const Format& format) { return format.name == name; });
    return found == formats().end() ? nullptr : &*found;
}

std::vector<std::string> formatNames()
{
    std::vector<std::string> names;
    for (const Format& format : formats())
        names.emplace_back(format.name);
    names.emplace_back(kPrintedFormat);
    return names;
}

} // namespace cupel::reports
