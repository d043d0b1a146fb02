#include "ui/window/report_export.h"

#include <QCoreApplication>
#include <QSaveFile>

#include "core/pipeline/apply_review.h"
#include "core/reports/card_page.h"
#include "core/reports/formats.h"
#include "core/reports/html_page.h"
#include "core/reports/markdown_page.h"
#include "core/reports/rubric_page.h"
#include "core/rubric/suggest.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("cupel::ui::ReportExport", text);
}

QString endingOf(std::string_view format)
{
    if (format == "html")
        return QStringLiteral("html");
    if (format == "md")
        return QStringLiteral("md");
    if (format == "sarif")
        return QStringLiteral("sarif");
    if (format == "junit")
        return QStringLiteral("xml");
    if (format == "csv")
        return QStringLiteral("csv");
    if (format == "github")
        return QStringLiteral("txt");
    return QStringLiteral("json");
}

/// HTML first: it is what people read.
void addPages(std::vector<ExportKind>& kinds, const QString& title, ExportKind::What what)
{
    for (const char* const format : {"html", "md", "json"}) {
        kinds.push_back(
            {words("%1, %2").arg(title, shown(format)), endingOf(format), what, format});
    }
}

std::string pageText(
    const reports::Page& page, const std::string& format, const reports::PrivacyRule& privacy)
{
    const reports::PrivacyView view(privacy);
    return format == "html" ? reports::htmlPage(page, view) : reports::markdownPage(page, view);
}

std::string cardText(
    const OpenDataset& dataset, const std::string& format, const reports::PrivacyRule& privacy)
{
    if (format == "json")
        return reports::cardJsonText(dataset.dataset(), privacy);
    return pageText(reports::cardPage(dataset.dataset()), format, privacy);
}

std::string rubricText(
    const OpenDataset& dataset, const std::string& format, const reports::PrivacyRule& privacy)
{
    const reports::DatasetReport& report = dataset.dataset();
    const rubric::Sheet sheet = pipeline::rubricSheet(
        rubric::suggestedSheet(report.name, *report.card, report.measured), *dataset.review);
    if (format == "json")
        return reports::rubricJsonText(sheet);
    return pageText(reports::rubricPage(sheet), format, privacy);
}

} // namespace

std::vector<ExportKind> exportKinds(const OpenDataset& dataset)
{
    std::vector<ExportKind> kinds;
    for (const char* const first : {"html", "md", "json"}) {
        kinds.push_back({words("Audit report, %1").arg(shown(first)), endingOf(first),
            ExportKind::What::Report, first});
    }
    if (dataset.dataset().card) {
        addPages(kinds, words("Data Card"), ExportKind::What::Card);
        addPages(kinds, words("Rubric report"), ExportKind::What::Rubric);
    }
    for (const reports::Format& format : reports::formats()) {
        if (format.name == "html" || format.name == "md" || format.name == "json")
            continue;
        kinds.push_back({words("Audit report, %1").arg(shown(format.name)), endingOf(format.name),
            ExportKind::What::Report, std::string(format.name)});
    }
    if (!dataset.review->waivers.empty()) {
        kinds.push_back({words("Waivers as a policy file"), QStringLiteral("yaml"),
            ExportKind::What::Waivers, {}});
    }
    return kinds;
}

std::string exportText(const OpenDataset& dataset, const ExportKind& kind, reports::Privacy privacy)
{
    const reports::PrivacyRule rule(privacy, dataset.report->privacy.minCell);
    switch (kind.what) {
    case ExportKind::What::Card:
        return cardText(dataset, kind.format, rule);
    case ExportKind::What::Rubric:
        return rubricText(dataset, kind.format, rule);
    case ExportKind::What::Waivers:
        return pipeline::waiverPolicy(*dataset.review, dataset.dataset()).text;
    case ExportKind::What::Report:
        break;
    }
    reports::Report report = *dataset.report;
    report.privacy = rule;
    return reports::findFormat(kind.format)->write(report);
}

base::Result<void> writeFile(const QString& path, const std::string& bytes)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.write(bytes.data(), static_cast<qint64>(bytes.size()))
            == static_cast<qint64>(bytes.size())
        && file.commit();
    if (isWritten)
        return {};
    return base::Error{base::ErrorCode::OutputFailed,
        "cannot write " + bytesOf(path) + ": " + bytesOf(file.errorString()),
        "choose another folder, or make room", {}};
}

} // namespace cupel::ui
