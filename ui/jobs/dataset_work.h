#pragma once

#include <QString>
#include <optional>
#include <string>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/review.h"
#include "core/pipeline/audit_run.h"
#include "core/pipeline/catalog_store.h"
#include "ui/jobs/open_dataset.h"

/// What the workers of a Workspace do. Each opens its own connection to the catalog.
namespace cupel::ui {

/// The name of a file without its folders, as it is shown.
QString fileNameOf(const std::string& path);

/// Whether what was said of one still holds for the other. A window that only reads keeps no runs,
/// so what it audits again has no place in the catalog.
bool isSameDataset(const OpenDatasetPtr& one, const OpenDatasetPtr& other);

/// How results are kept: in a catalog, or, with an empty path, not at all.
struct Keeping {
    std::string catalog;
    bool isReadOnly = false; ///< tables come out of the catalog; nothing goes in
    std::string moved; ///< the dataset whose file the input is from now on; empty: that of its path
    /// Whether it keeps the bytes of the input as well. Those of a dataset of which it keeps them
    /// already are kept whatever this says.
    pipeline::CatalogStore::Sources sources = pipeline::CatalogStore::Sources::Forget;
    std::string who; ///< the one whose choice of roles and types it is
};

/// Read and audit the one input of a request. What was found goes to the catalog; where it cannot,
/// the dataset says why (OpenDataset::notKept). Fails as runAudit() does, with the error of an
/// input that could not be read, and with Catalog for one that cannot be opened though the disk has
/// room.
base::Result<OpenDatasetPtr> auditInput(
    pipeline::AuditRequest request, const Keeping& keeping, const base::JobContext& job);

/// A dataset of the catalog as its last run left it; where its table or its rows are nowhere it
/// says why (OpenDataset::noRows). Fails as pipeline::storedReport() and
/// pipeline::CatalogStore::load() do.
base::Result<OpenDatasetPtr> storedDataset(
    const std::string& name, const Keeping& keeping, const base::JobContext& job);

/// See pipeline::CatalogStore::locate().
base::Result<pipeline::CatalogStore::Located> locateDataset(const std::string& name,
    const std::string& path, const Keeping& keeping, const base::JobContext& job);

/// An open dataset with what people say of it now. Fails with Catalog, and with Usage where the
/// catalog that is there does not have the dataset.
base::Result<OpenDatasetPtr> withReview(
    const OpenDatasetPtr& open, const Keeping& keeping, const base::JobContext& job);

/// A change of a review.
struct ReviewEdit {
    catalog::ReviewChange change;
    /// It takes back, or says again, what stood beside this one; none: it stands on its own.
    std::optional<catalog::ReviewChange> over;
};
struct ReviewDone {
    std::optional<catalog::ReviewEntry> before; ///< what stood there
    OpenDatasetPtr open; ///< with what stands now
    bool isRefused = false; ///< something else stood there than `over` let stand
};
/// Put a change of the review of `open` into the catalog. Fails with Catalog, and with Usage where
/// the catalog that is there does not have the dataset, or it was removed.
base::Result<ReviewDone> changeReview(const OpenDatasetPtr& open, const ReviewEdit& edit,
    const Keeping& keeping, const base::JobContext& job);

} // namespace cupel::ui
