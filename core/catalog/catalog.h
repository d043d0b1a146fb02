#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/database.h"
#include "core/catalog/notes.h"
#include "core/catalog/records.h"

namespace cupel::catalog {

/// What is wrong with a catalog that could be opened.
struct CheckProblem {
    enum class Kind {
        Structure, ///< pages, indexes, values of the wrong type
        Reference, ///< a row belongs to one that is not there
        Counts, ///< counts that must agree do not
        MissingFile, ///< data files that keep the bytes of their inputs are not there
        DisposableFile, ///< other data files are not there: they are made again from the inputs
        UnusedFile, ///< a data file belongs to no version
    };
    Kind kind = Kind::Structure;
    std::string text; ///< a sentence; may quote names
};
/// "structure", "reference", "counts", "missing-file", "disposable-file", "unused-file".
std::string_view problemKindName(CheckProblem::Kind kind);
/// Whether nothing is lost and nothing has to be done.
inline bool isHarmless(const CheckProblem& problem)
{
    return problem.kind == CheckProblem::Kind::DisposableFile;
}

/// Datasets and versions that are gone for good, and what the caller has to delete beside them.
struct Purged {
    std::vector<std::string> names; ///< of the datasets
    std::vector<std::string> dataFiles; ///< beside the catalog; no version names them any more
};
/// How long a removed dataset can be restored.
inline constexpr std::chrono::days kKeepRemoved{30};

/// A dataset with what lists show of it.
struct DatasetSummary {
    Dataset dataset;
    std::int64_t versions = 0;
    Version latest;
    std::optional<StoredRun> lastRun; ///< of any version
};

/// A finding in the newest run that has it.
struct StoredFinding {
    std::int64_t run = 0;
    FindingInfo finding;
};

struct ReviewChange;
struct ReviewEntry;

/// Whether an error says that the disk has no room left.
bool isNoRoom(const base::Error& error);

/// Takes text in pieces; its error ends the writing.
using TextSink = std::function<base::Result<void>(std::string_view)>;

/// A file that remembers datasets, their versions and the runs over them. An object is a connection
/// for one thread; any number of threads and programs may read at once, one writes, the others wait
/// up to five seconds for it. Whatever changes the catalog is there whole or not at all.
///
/// Functions fail with Catalog where the file is the matter (locked, damaged, full, read-only),
/// with Usage for a name that is not in it, and with Cancelled.
class Catalog {
public:
    enum class Missing {
        Create, ///< make a new catalog, private to the user (mode 0600); its folder exists
        Fail,
    };
    /// Open a catalog of any earlier version, which is made one of this version, with a backup
    /// beside it ("<file>.v1.bak"). Where the file or its folder is write-protected the catalog can
    /// only be read. The file is not trusted: it is checked, in time linear in its size, before
    /// anything in it is used.
    static base::Result<Catalog> open(
        const std::string& path, Missing missing, const base::JobContext& job = {});
    /// The same with other versions, for tests of what will change them.
    static base::Result<Catalog> openAs(const FileFormat& format, const std::string& path,
        Missing missing, const base::JobContext& job = {});

    const std::string& path() const { return m_database.path(); }
    bool isReadOnly() const { return m_database.isReadOnly(); }

    /// Put in what was read from a file. It becomes a new version of the dataset of that path
    /// (without a path: of that name), or a new dataset. Where file hash and options are those of
    /// the last version, that one gets the contents instead, and the data file if one is given.
    base::Result<Imported> addImport(const Import& import, Time now, const NotesOf& notes = {});
    /// Say which data file a version has now.
    base::Result<void> setDataFile(std::int64_t version, const std::optional<DataFileRef>& file);
    /// Say where the file of a dataset in use is now, an absolute path as bytes. Its newest version
    /// keeps its data file where the file is the same one, last written to at `modifiedNs`; none:
    /// it is another one, which an import makes a version. Fails with Usage for a name that is not
    /// in it, and where the file of another dataset has that path.
    base::Result<Dataset> relocate(std::string_view name, const std::string& to,
        std::optional<std::int64_t> modifiedNs, Time now);
    /// Put in a run; the id.
    base::Result<std::int64_t> addRun(const Run& run, const NotesOf& notes = {});

    /// Datasets in use, by name; or those that were removed, the last one first.
    base::Result<std::vector<DatasetSummary>> datasets() const;
    base::Result<std::vector<Dataset>> removedDatasets() const;
    /// A dataset in use. Fails with Usage, naming the nearest one.
    base::Result<Dataset> dataset(std::string_view name) const;
    /// The versions of a dataset, the newest first.
    base::Result<std::vector<Version>> versions(std::int64_t dataset) const;
    /// "adult": its newest version; "adult@2": its second one. Fails with Usage.
    base::Result<Version> version(std::string_view nameAndNumber) const;
    /// The same by their ids, in use or removed. Fail with Catalog where they are gone.
    base::Result<Dataset> datasetOfId(std::int64_t id) const;
    base::Result<Version> versionOfId(std::int64_t id) const;
    base::Result<Contents> contents(std::int64_t version) const;

    /// The runs over a version, the newest first.
    base::Result<std::vector<StoredRun>> runs(std::int64_t version) const;
    /// A run by its id. Fails with Catalog where it is gone.
    base::Result<StoredRun> run(std::int64_t id) const;
    /// The newest run with this key that has its report.
    base::Result<std::optional<StoredRun>> runOf(std::string_view requestKey) const;
    base::Result<std::vector<MetricInfo>> metrics(std::int64_t run) const;
    base::Result<std::vector<FindingInfo>> findings(std::int64_t run) const;
    /// Fails with Catalog where it is gone with a dataset of the run.
    base::Result<std::string> archive(std::int64_t run) const;
    /// A finding of a dataset in use by its fingerprint. Fails with Usage.
    base::Result<StoredFinding> finding(std::string_view id) const;

    /// What people said of a dataset (core/catalog/review.h), by kind and target.
    base::Result<std::vector<ReviewEntry>> review(std::int64_t dataset) const;
    /// Change one entry of it, with an event; the entry as it stood before. What is said again by
    /// the same person with the same value is no change and no event. With `over` nothing is
    /// changed either where something else stands than that change let stand (isLeftBy()): an undo
    /// takes nothing back but its own words. Fails with Usage for a dataset that is not in use and
    /// for what is no value.
    base::Result<std::optional<ReviewEntry>> changeReview(
        std::int64_t dataset, const ReviewChange& change, const ReviewChange* over = nullptr);

    /// Take a dataset out of use. It can be restored for kKeepRemoved.
    base::Result<Dataset> remove(std::string_view name, Time now);
    /// Bring back the dataset of this name that was removed last; under the next free name where
    /// another has taken its own. Fails with Usage where its file has become another dataset.
    base::Result<Dataset> restore(std::string_view name, Time now);
    /// The same by its id.
    base::Result<Dataset> restoreOfId(std::int64_t id, Time now);
    /// Delete what was removed more than kKeepRemoved ago: versions, metrics and findings, reports,
    /// reviews, and what these say in events.
    /// Runs that were over other datasets as well lose their report and keep their other rows.
    base::Result<Purged> purge(Time now);

    /// What happened, in that order; of one dataset, or of all.
    base::Result<std::vector<Event>> events(std::optional<std::int64_t> dataset = {}) const;
    /// The last one of its kind ("run") that happened to a dataset.
    base::Result<std::optional<Event>> lastEvent(std::int64_t dataset, std::string_view what) const;

    /// Look for what is wrong, thoroughly: linear in the size of the file. `dataFiles` are the
    /// names of the files beside the catalog that end like data files.
    base::Result<std::vector<CheckProblem>> check(
        const std::vector<std::string>& dataFiles, const base::JobContext& job = {}) const;
    /// Write a copy of one moment to a new file, which gets there whole or not at all. Fails with
    /// Catalog where there is one already.
    base::Result<void> backupTo(const std::string& path, const base::JobContext& job = {}) const;
    /// Write everything as one JSON document of UTF-8, in a fixed order: catalogs that hold the
    /// same give the same bytes. What is no UTF-8 is written as {"bytes": hexadecimal}.
    base::Result<void> exportTo(const TextSink& sink, const base::JobContext& job = {}) const;

private:
    explicit Catalog(Database database)
        : m_database(std::move(database))
    {
    }

    Database m_database;
};

} // namespace cupel::catalog
