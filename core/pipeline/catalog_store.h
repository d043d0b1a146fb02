#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/catalog/catalog.h"
#include "core/catalog/data_file.h"
#include "core/pipeline/table_store.h"
#include "core/readers/csv_reader.h"
#include "core/reports/report.h"

namespace cupel::pipeline {

/// A catalog and the data files beside it, for one thread: gives the tables of inputs that are in
/// it, and puts in what was read and found.
///
/// A data file is named after its catalog and what it holds, so that equal inputs share one. It is
/// written before the catalog names it; what the catalog does not come to name is deleted again.
class CatalogStore : public TableStore {
public:
    enum class Sources {
        /// Rows are read from the inputs, which stay where they are, but for a dataset whose bytes
        /// are kept already: those of its later versions are kept as well.
        Forget,
        Keep, ///< the bytes of the inputs go to the data files, so that rows outlive them
        // A dataset whose bytes are kept is kept so whatever is said of a later version.
    };
    /// Fails as catalog::Catalog::open() does.
    static base::Result<std::unique_ptr<CatalogStore>> open(const std::string& path,
        catalog::Catalog::Missing missing, Sources sources, const base::JobContext& job);
    CatalogStore(const CatalogStore&) = delete;
    CatalogStore& operator=(const CatalogStore&) = delete;
    ~CatalogStore() override;

    catalog::Catalog& catalog() { return m_catalog; }
    /// Names of the data files beside the catalog: its own, not those of other catalogs, and not
    /// those that a program at work may be about to put in (see kAtWork).
    base::Result<std::vector<std::string>> dataFiles() const;
    /// A data file that no version names is of a program at work, until it is this old. After that
    /// its program died, and the next one that writes a data file deletes it.
    static constexpr std::chrono::hours kAtWork{24};
    /// Delete data files that no version names any more; the number of those that were there.
    std::size_t deleteDataFiles(const std::vector<std::string>& names) const;

    /// The table of an input: out of its data file where the input is as it was and the options
    /// read it the same way, which is many times faster, else read. It is remembered under the
    /// name of the dataset for put(). Before the next one is read it goes to its data file, so
    /// that no more than two tables are in memory. Fails as readers::readCsv() does, and with
    /// Catalog.
    base::Result<std::shared_ptr<const readers::CsvFile>> read(const std::string& dataset,
        const std::string& input, const readers::CsvOptions& options,
        const base::JobContext& job) override;

    enum class Puts {
        Datasets, ///< what was read
        Run, ///< and what was found
    };
    /// Put in the datasets of a report, each a new version where its input changed, and the report
    /// as a run. In the order of the report. Other roles or types than the catalog knew last are an
    /// event of `who`, empty where that is not known.
    base::Result<std::vector<catalog::Imported>> put(const reports::Report& report, Puts what,
        catalog::Time now, const std::string& who, const base::JobContext& job);

    /// What a file is to a dataset whose file is not where it was.
    struct Located {
        bool isSame = false; ///< that of its newest version: the catalog says that it is here now
        std::int64_t nextNumber = 0; ///< of the version that another file would become
    };
    /// Fails as readers::openFile() and catalog::Catalog::relocate() do.
    base::Result<Located> locate(const std::string& dataset, const std::string& path,
        catalog::Time now, const base::JobContext& job);

    /// A table as the catalog has it.
    struct StoredTable {
        std::shared_ptr<const readers::CsvFile> file; ///< null: neither the table nor its rows
        /// Why its rows cannot be read: InputMissing, or InputUnreadable where its input is another
        /// file now.
        std::optional<base::Error> noRows;
    };
    /// The table of a version: out of its data file, with rows from the input while that is as it
    /// was, else from what the data file keeps. Where the data file is missing, damaged or of
    /// another form the table is read again from the same bytes, of the input or as they are kept,
    /// and the data file is written again where the catalog can be written. Fails with Cancelled
    /// and Catalog, and as readers::readCsv() does.
    base::Result<StoredTable> load(
        const catalog::Version& version, unsigned threads, const base::JobContext& job) const;
    /// The same with its rows; where it has none, it fails with what load() says of that.
    base::Result<std::shared_ptr<const readers::CsvFile>> table(
        const catalog::Version& version, unsigned threads, const base::JobContext& job) const;

private:
    struct Held {
        std::string dataset;
        std::string path; ///< absolute
        std::shared_ptr<const readers::CsvFile> file;
        readers::CsvOptions options;
        std::int64_t modifiedNs = 0;
        catalog::DataFileRef dataFile; ///< as it is to be
        bool isThere = false; ///< the data file is as it is to be
        bool isNew = false; ///< this object wrote it
        std::string replaced; ///< data file that the version had before; empty: none
    };

    CatalogStore(catalog::Catalog catalog, Sources sources);
    std::string pathOf(const std::string& dataFile) const;
    base::Result<std::optional<catalog::Version>> versionOf(
        const std::string& path, const readers::CsvOptions& options) const;
    base::Result<std::optional<Held>> stored(const catalog::Version& version,
        const std::shared_ptr<const readers::ByteSource>& source,
        const readers::CsvOptions& options, const base::JobContext& job) const;
    base::Result<std::shared_ptr<const readers::CsvFile>> readAgain(const catalog::Version& version,
        const std::shared_ptr<const readers::ByteSource>& input, const std::string& path,
        unsigned threads, const base::JobContext& job) const;
    base::Result<void> write(Held& held, const base::JobContext& job) const;
    base::Result<std::set<std::string>> namedDataFiles() const;
    bool isAtWork(const std::string& dataFile) const;
    base::Result<void> deleteAbandoned() const;
    Held* find(const std::string& dataset);

    catalog::Catalog m_catalog;
    Sources m_sources;
    std::string m_folder;
    std::vector<Held> m_held;
};

} // namespace cupel::pipeline
