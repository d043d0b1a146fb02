#include <QDir>
#include <QFileDialog>
#include <algorithm>
#include <utility>

#include "core/reports/text_forms.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/jobs/whole_file.h"
#include "ui/theme/shown.h"
#include "ui/window/main_window.h"
#include "ui/window/message_bar.h"

namespace cupel::ui {
namespace {

/// What an export says beside its file.
struct ExportWords {
    QString first; ///< of many
    QString whole;
};

ExportWords exportWords(const std::vector<std::string>& notes)
{
    constexpr std::size_t kMostLines = 4;
    constexpr std::size_t kColumns = 160;
    QStringList whole;
    QStringList first;
    for (const std::string& note : notes) {
        whole << shown(note);
        if (first.size() < static_cast<int>(kMostLines))
            first << MainWindow::tr("• %1").arg(shown(reports::shortened(note, kColumns)));
    }
    if (notes.size() > kMostLines)
        first << MainWindow::tr(
            "and %n more; Copy takes all", nullptr, static_cast<int>(notes.size() - kMostLines));
    if (!notes.empty())
        first.prepend(MainWindow::tr("Not carried over, or to be known by those who read it:"));
    return {first.join(QLatin1Char('\n')), whole.join(QLatin1Char('\n'))};
}

base::Result<ExportWords> exportTo(const QString& path, const OpenDataset& dataset,
    const ExportKind& kind, reports::Privacy privacy, const base::JobContext& job)
{
    if (const auto apart = checkNotRead(dataset, path); !apart)
        return apart.error();
    if (const auto fits = checkEnding(kind, path); !fits)
        return fits.error();
    const auto made = exported(dataset, kind, privacy, job);
    if (!made)
        return made.error();
    if (const auto written = writeFile(path, made->bytes); !written)
        return written.error();
    return exportWords(made->notes);
}

} // namespace

void MainWindow::exportAs()
{
    const OpenDatasetPtr dataset = m_workspace->dataset();
    const std::vector<ExportKind> kinds = exportKinds(*dataset);
    std::vector<ExportChoice> choices;
    choices.reserve(kinds.size());
    for (const ExportKind& kind : kinds)
        choices.push_back({kind.title, kind.holdsData()});
    ExportDialog dialog(std::move(choices), m_lastExport, dataset->report->privacy.minCell, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const ExportKind& kind = kinds[dialog.choice()];
    const reports::Privacy privacy = dialog.privacy();
    m_lastExport = kind.title;
    const QString name = shown(dataset->name).replace(QLatin1Char('/'), QLatin1Char('_'));
    const QString path = QFileDialog::getSaveFileName(this, tr("Export"),
        QDir::home().filePath(name + kind.mark + QLatin1Char('.') + kind.ending),
        QStringLiteral("*.%1").arg(kind.ending));
    if (path.isEmpty())
        return;
    m_jobs->start(
        tr("Write %1").arg(kind.title), this,
        [dataset, kind, path, privacy](
            const base::JobContext& job) { return exportTo(path, *dataset, kind, privacy, job); },
        [this, path](const base::Result<ExportWords>& words) {
            const QString done = tr("Written: %1").arg(shown(bytesOf(path)));
            if (words && words->whole.isEmpty())
                m_message->showDone(done);
            else if (words)
                m_message->showDetails(done, words->first, done + QLatin1Char('\n') + words->whole);
            else if (words.error().code != base::ErrorCode::Cancelled)
                showFailure(tr("The export"), words.error());
        });
}

} // namespace cupel::ui
