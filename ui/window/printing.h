#pragma once

#include <QObject>
#include <QPageLayout>
#include <memory>

#include "core/base/job.h"
#include "core/base/result.h"
#include "ui/pages/target.h"
#include "ui/window/report_export.h"

class QPrinter;

namespace cupel::ui {

class JobList;
class MessageBar;

/// The document that stands for a page of the window: the Data Card, the rubric report, or the
/// audit report. Of a dataset without documents always the last.
ExportKind::What printedOf(const OpenDataset& dataset, PageId page);
QString documentName(ExportKind::What what);

/// Draw a document on a printer, sheet by sheet; a file that it prints to is written whole or not
/// at all. In any thread. Fails with OutputFailed where the printer refuses, with Cancelled.
base::Result<void> printOn(
    QPrinter& printer, const ExportPage& document, const base::JobContext& job);

/// Documents on paper, with what the privacy mode hides hidden, as in every export. A document is
/// made, laid out and printed in a worker, which a long one keeps busy for seconds.
class Printing : public QObject {
    Q_OBJECT

public:
    /// The others live as long.
    Printing(JobList& jobs, MessageBar& message, QWidget* window);

    /// Ask for the printer, then print.
    void print(const OpenDatasetPtr& dataset, ExportKind::What what);
    void preview(const OpenDatasetPtr& dataset, ExportKind::What what);

private:
    struct Draft;
    void ask(const OpenDatasetPtr& dataset, ExportKind::What what,
        const std::shared_ptr<QPrinter>& printer, QWidget* over);
    void start(const OpenDatasetPtr& dataset, ExportKind::What what,
        const std::shared_ptr<QPrinter>& printer);
    void layOut(const std::shared_ptr<Draft>& draft, const QPageLayout& layout);
    void show(const std::shared_ptr<Draft>& draft);

    JobList& m_jobs;
    MessageBar& m_message;
    QWidget* m_window;
};

} // namespace cupel::ui
