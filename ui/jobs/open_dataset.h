#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "core/base/result.h"
#include "core/pipeline/audit_run.h"
#include "core/pipeline/review.h"
#include "core/readers/csv_reader.h"
#include "core/reports/report.h"

namespace cupel::ui {

/// The dataset in the window and what a run found in it. Nothing in it changes: another run makes
/// another one.
struct OpenDataset {
    /// What was asked; one input. Its store is null: whoever runs it again opens one.
    pipeline::AuditRequest request;
    std::shared_ptr<const reports::Report> found; ///< of one dataset, as the run left it
    /// What people say of it; never null.
    std::shared_ptr<const pipeline::Review> review = std::make_shared<const pipeline::Review>();
    std::shared_ptr<const reports::Report> report; ///< what was found, with the review
    std::shared_ptr<const readers::CsvFile>
        file; ///< its table, with a source of rows; null: see noRows
    std::string name; ///< in the catalog: "adult"
    std::int64_t version = 0; ///< its number there, from 1; 0: it is not in a catalog
    std::int64_t catalogId = 0; ///< of the dataset there
    std::string catalog; ///< its path; empty: the dataset is in none
    /// What tells it from the datasets of all catalogs (catalog::identityOf()); empty: it is in
    /// none. Another catalog may stand at the path of the one that it is in.
    std::string identity;
    /// Path of the catalog that keeps the bytes of its input, or is to; empty: none does.
    std::string sourceKeptIn;
    bool canReview = false; ///< people can say something of it
    /// Why nobody can read its rows: its file is gone, or another one.
    std::optional<base::Error> noRows;
    std::optional<base::Error> notKept; ///< why the run over it is not in the catalog

    const reports::DatasetReport& dataset() const { return report->datasets.front(); }
    /// Null where there is none.
    const reports::AuditReport* audit(std::string_view id) const
    {
        for (const reports::AuditReport& one : dataset().audits) {
            if (one.id == id)
                return &one;
        }
        return nullptr;
    }
};
using OpenDatasetPtr = std::shared_ptr<const OpenDataset>;

} // namespace cupel::ui
