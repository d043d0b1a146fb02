#pragma once

#include <QString>
#include <QStringList>

#include "core/base/result.h"
#include "core/reports/privacy_rule.h"
#include "ui/jobs/open_dataset.h"

namespace cupel::ui {

/// Something that the window writes to a file: what, in which format.
struct ExportKind {
    QString title; ///< "Audit report, HTML"
    QString ending; ///< "html"
    enum class What { Report, Card, Rubric, Waivers };
    What what = What::Report;
    std::string format; ///< of reports::formats(); of card and rubric "html", "md" or "json"
};
/// What can be written of a dataset: of one without documents no Data Card and no rubric.
std::vector<ExportKind> exportKinds(const OpenDataset& dataset);

/// The bytes of an export, with what the privacy mode hides hidden.
std::string exportText(
    const OpenDataset& dataset, const ExportKind& kind, reports::Privacy privacy);

/// Write a file whole or not at all. Fails with OutputFailed.
base::Result<void> writeFile(const QString& path, const std::string& bytes);

} // namespace cupel::ui
