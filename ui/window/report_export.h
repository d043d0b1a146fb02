#pragma once

#include <QString>
#include <QStringList>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/reports/page.h"
#include "core/reports/privacy.h"
#include "ui/jobs/open_dataset.h"

namespace cupel::ui {

/// Something that the window writes to a file: what, in which format.
struct ExportKind {
    QString title; ///< "Audit report, HTML"
    QString ending; ///< "html"
    enum class What { Report, Card, Rubric, Waivers };
    What what = What::Report;
    /// Of reports::formatNames(); of card and rubric "html", "pdf", "md", "json"; of the card for
    /// other programs "croissant", "hf", "datasheet".
    std::string format;
    QString mark{}; ///< what the name of a file has before the ending: "-croissant"

    /// Whether it holds texts of the data, of which a privacy mode hides some.
    bool holdsData() const { return what == What::Report || what == What::Card; }
};
/// What can be written of a dataset: of one without documents no Data Card and no rubric.
std::vector<ExportKind> exportKinds(const OpenDataset& dataset);

struct Exported {
    std::string bytes;
    /// What other programs do not get to know, or read otherwise: a line each.
    std::vector<std::string> notes;
};
/// An export, with what the privacy mode hides hidden. Fails as pdfOf() and
/// pipeline::exportSource() do.
base::Result<Exported> exported(const OpenDataset& dataset, const ExportKind& kind,
    reports::Privacy privacy, const base::JobContext& job = {});

/// A document about a dataset before any format, and what may be shown of it.
struct ExportPage {
    reports::Page page;
    reports::PrivacyView view;
};
/// Of everything but waivers.
ExportPage exportPage(const OpenDataset& dataset, ExportKind::What what, reports::Privacy privacy);

/// Fails with Usage where a path is that of the data of a dataset or of a document beside it.
base::Result<void> checkNotRead(const OpenDataset& dataset, const QString& path);
/// Whether those who read policies by the ending of their name would take the file for what it is.
base::Result<void> checkEnding(const ExportKind& kind, const QString& path);

} // namespace cupel::ui
