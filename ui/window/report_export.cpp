#include "ui/window/report_export.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "core/pipeline/apply_review.h"
#include "core/pipeline/card_export.h"
#include "core/reports/audit_page.h"
#include "core/reports/card_page.h"
#include "core/reports/formats.h"
#include "core/reports/html_page.h"
#include "core/reports/markdown_page.h"
#include "core/reports/rubric_page.h"
#include "core/rubric/suggest.h"
#include "ui/print/pdf.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("cupel::ui::ReportExport", text);
}

/// What a format is called, and how its files end.
struct FormatWords {
    const char* name;
    const char* title;
    const char* ending;
};
constexpr std::array<FormatWords, 9> kWords{{{"html", "HTML", "html"}, {"pdf", "PDF", "pdf"},
    {"md", "Markdown", "md"}, {"json", "JSON", "json"}, {"sarif", "SARIF", "sarif"},
    {"junit", "JUnit", "xml"}, {"csv", "CSV", "csv"}, {"github", "GitHub", "txt"},
    {"codequality", "GitLab code quality", "json"}}};

ExportKind kindOf(const QString& document, ExportKind::What what, std::string_view format)
{
    const auto known = std::find_if(kWords.begin(), kWords.end(),
        [format](const FormatWords& one) { return format == one.name; });
    const bool isKnown = known != kWords.end();
    return {
        words("%1, %2").arg(document, isKnown ? QString::fromLatin1(known->title) : shown(format)),
        isKnown ? QString::fromLatin1(known->ending) : QStringLiteral("json"), what,
        std::string(format)};
}

/// The Data Card for other programs.
struct CardForm {
    std::string_view format;
    const char* title;
    const char* ending;
    const char* mark;
    exports::Export (*write)(const exports::Source& source);
};
constexpr std::array<CardForm, 3> kCardForms{
    {{"croissant", "Croissant 1.1", "json", "-croissant", exports::croissant},
        {"hf", "Hugging Face Hub", "md", "-hub-card", exports::hubCard},
        {"datasheet", "datasheet", "md", "-datasheet", exports::datasheet}}};

const CardForm* cardFormOf(const ExportKind& kind)
{
    const auto found = std::find_if(kCardForms.begin(), kCardForms.end(),
        [&kind](const CardForm& form) { return form.format == kind.format; });
    return kind.what == ExportKind::What::Card && found != kCardForms.end() ? &*found : nullptr;
}

/// What people read, HTML first, and the data behind it.
constexpr std::array<const char*, 4> kDocumentFormats{"html", "pdf", "md", "json"};

void addDocument(std::vector<ExportKind>& kinds, const QString& title, ExportKind::What what)
{
    for (const char* const format : kDocumentFormats)
        kinds.push_back(kindOf(title, what, format));
}

void addCardForms(std::vector<ExportKind>& kinds, const QString& title)
{
    for (const CardForm& form : kCardForms)
        kinds.push_back(
            {words("%1, %2").arg(title, words(form.title)), QString::fromLatin1(form.ending),
                ExportKind::What::Card, std::string(form.format), QString::fromLatin1(form.mark)});
}

rubric::Sheet sheetOf(const OpenDataset& dataset)
{
    const reports::DatasetReport& report = dataset.dataset();
    return pipeline::rubricSheet(
        rubric::suggestedSheet(report.name, *report.card, report.measured), *dataset.review);
}

reports::Report reportOf(const OpenDataset& dataset, const reports::PrivacyRule& privacy)
{
    reports::Report report = *dataset.report;
    report.privacy = privacy;
    return report;
}

/// The usual paper where the person lives.
Paper usualPaper()
{
    return QLocale::system().measurementSystem() == QLocale::ImperialUSSystem ? Paper::Letter
                                                                              : Paper::A4;
}

/// Of a Data Card or a rubric report.
std::string jsonText(
    const OpenDataset& dataset, ExportKind::What what, const reports::PrivacyRule& privacy)
{
    return what == ExportKind::What::Card ? reports::cardJsonText(dataset.dataset(), privacy)
                                          : reports::rubricJsonText(sheetOf(dataset));
}

void addNotes(const std::string& of, const std::vector<exports::Note>& notes, Exported& made)
{
    for (const exports::Note& note : notes)
        made.notes.push_back(pipeline::noteText(of, note));
}

/// As `cupel card render` writes it, with what it says on the way.
base::Result<Exported> cardFor(const CardForm& form, const OpenDataset& dataset,
    const reports::PrivacyRule& privacy, const base::JobContext& job)
{
    const bool holdsHash = form.write == exports::croissant;
    const auto source = pipeline::exportSource(dataset.dataset(),
        {privacy, holdsHash ? dataset.request.inputs.front() : std::string(), {}}, job);
    if (!source)
        return source.error();
    Exported made;
    for (const pipeline::UnreadDocument& unread : pipeline::unreadDocuments(dataset.dataset())) {
        addNotes(unread.file, unread.problems, made);
        addNotes(unread.file, unread.parts, made);
    }
    exports::Export written = form.write(*source);
    addNotes(std::string(form.format), written.notes, made);
    made.bytes = std::move(written.text);
    return made;
}

/// An export that carries everything over.
base::Result<std::string> exportText(const OpenDataset& dataset, const ExportKind& kind,
    reports::Privacy privacy, const base::JobContext& job)
{
    const reports::PrivacyRule rule(privacy, dataset.report->privacy.minCell);
    if (kind.format == reports::kPrintedFormat) {
        const ExportPage printed = exportPage(dataset, kind.what, privacy);
        PdfOptions options;
        options.paper = usualPaper();
        return pdfOf(printed.page, printed.view, options, job);
    }
    if (kind.what == ExportKind::What::Report)
        return reports::findFormat(kind.format)->write(reportOf(dataset, rule));
    if (kind.format == "json")
        return jsonText(dataset, kind.what, rule);
    const ExportPage shownPage = exportPage(dataset, kind.what, privacy);
    return kind.format == "html" ? reports::htmlPage(shownPage.page, shownPage.view)
                                 : reports::markdownPage(shownPage.page, shownPage.view);
}

} // namespace

std::vector<ExportKind> exportKinds(const OpenDataset& dataset)
{
    std::vector<ExportKind> kinds;
    const QString report = words("Audit report");
    addDocument(kinds, report, ExportKind::What::Report);
    if (dataset.dataset().card) {
        addDocument(kinds, words("Data Card"), ExportKind::What::Card);
        addCardForms(kinds, words("Data Card"));
        addDocument(kinds, words("Rubric report"), ExportKind::What::Rubric);
    }
    for (const std::string& format : reports::formatNames()) {
        const bool isThere = std::find(kDocumentFormats.begin(), kDocumentFormats.end(), format)
            != kDocumentFormats.end();
        if (!isThere)
            kinds.push_back(kindOf(report, ExportKind::What::Report, format));
    }
    if (!dataset.review->waivers.empty()) {
        kinds.push_back({words("Waivers as a policy file"), QStringLiteral("yaml"),
            ExportKind::What::Waivers, {}});
    }
    return kinds;
}

ExportPage exportPage(const OpenDataset& dataset, ExportKind::What what, reports::Privacy privacy)
{
    const reports::PrivacyRule rule(privacy, dataset.report->privacy.minCell);
    const reports::PrivacyView view(rule);
    if (what == ExportKind::What::Card)
        return {reports::cardPage(dataset.dataset()), view};
    if (what == ExportKind::What::Rubric)
        return {reports::rubricPage(sheetOf(dataset)), view};
    return {reports::auditPage(reportOf(dataset, rule)), view};
}

base::Result<Exported> exported(const OpenDataset& dataset, const ExportKind& kind,
    reports::Privacy privacy, const base::JobContext& job)
{
    if (const CardForm* const form = cardFormOf(kind)) {
        const reports::PrivacyRule rule(privacy, dataset.report->privacy.minCell);
        return cardFor(*form, dataset, rule, job);
    }
    if (kind.what == ExportKind::What::Waivers) {
        pipeline::WaiverPolicy policy = pipeline::waiverPolicy(*dataset.review, dataset.dataset());
        for (std::string& id : policy.leftOut)
            id += ": no policy can name this finding, or the dataset does not have it any more";
        return Exported{std::move(policy.text), std::move(policy.leftOut)};
    }
    auto text = exportText(dataset, kind, privacy, job);
    if (!text)
        return text.error();
    return Exported{std::move(*text), {}};
}

base::Result<void> checkNotRead(const OpenDataset& dataset, const QString& path)
{
    namespace fs = std::filesystem;
    const fs::path target(bytesOf(path));
    const fs::path data(dataset.request.inputs.front());
    std::vector<fs::path> files{data};
    for (const documents::Document& document : dataset.dataset().documents->documents)
        files.push_back(data.parent_path() / document.file);
    if (!dataset.request.cardFile.empty())
        files.emplace_back(dataset.request.cardFile);
    const bool isRead = std::any_of(files.begin(), files.end(), [&target](const fs::path& file) {
        std::error_code none;
        return fs::equivalent(file, target, none);
    });
    if (!isRead)
        return {};
    return base::Error{base::ErrorCode::Usage,
        "cannot write " + bytesOf(path) + ": the dataset is read from it", "choose another name",
        {}};
}

base::Result<void> checkEnding(const ExportKind& kind, const QString& path)
{
    const bool isJson = path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
    if (kind.what != ExportKind::What::Waivers || !isJson)
        return {};
    return base::Error{base::ErrorCode::Usage,
        "cannot write " + bytesOf(path) + ": the waivers are written as YAML, not as JSON",
        "choose a name that ends in .yaml", {}};
}

} // namespace cupel::ui
