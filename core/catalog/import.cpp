#include <optional>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/catalog/catalog.h"
#include "core/catalog/contents.h"
#include "core/catalog/dataset_rows.h"
#include "core/catalog/events.h"
#include "core/catalog/time_text.h"

namespace cupel::catalog {
namespace {

using base::Result;

/// What an event says of a version.
std::string versionJson(std::int64_t number, const std::string& hash)
{
    return eventJson({{"version", number}, {"hash", hash}});
}

/// The dataset in use that an import is about.
Result<std::optional<Dataset>> knownDataset(const Database& database, const Import& import)
{
    if (!import.path.empty())
        return datasetAt(database, import.path);
    // Without a path the name is all there is; those of files are passed over.
    const std::string wished = datasetName(import.name);
    std::string name = wished;
    for (int i = 2;; ++i) {
        Result<std::optional<Dataset>> named = datasetNamed(database, name);
        if (!named || !*named || (*named)->path.empty())
            return named;
        name = wished + "_" + std::to_string(i);
    }
}

Result<void> addDataset(
    const Database& database, const Import& import, Time now, Imported& imported)
{
    Result<std::string> name = freeName(database, import.name);
    if (!name)
        return name.error();
    if (Result<void> added
        = database.run("INSERT INTO dataset (name, path, added_at) VALUES (?, ?, ?)", *name,
            Bytes{import.path}, timeText(now));
        !added)
        return added;
    imported.dataset = database.lastId();
    imported.name = std::move(*name);
    imported.isNewDataset = true;
    return {};
}

Result<void> addVersion(
    const Database& database, const Import& import, Time now, Imported& imported)
{
    const FileFacts& file = import.file;
    if (Result<void> added = database.run(
            "INSERT INTO version (dataset, number, imported_at, hash, bytes, modified_ns, "
            "row_count,"
            " rejected_rows, encoding, delimiter, quote, line_end, has_header, options_json)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            imported.dataset, imported.number, timeText(now), file.hash, file.bytes,
            file.modifiedNs, file.rows, file.rejectedRows, file.encoding, file.delimiter,
            file.quote, file.lineEnd, file.hasHeader, file.options);
        !added)
        return added;
    imported.version = database.lastId();
    imported.isNewVersion = true;
    return {};
}

Result<void> writeDataFile(
    const Database& database, std::int64_t version, const std::optional<DataFileRef>& file)
{
    std::optional<std::string> name;
    std::optional<bool> keepsSource;
    if (file) {
        name = file->name;
        keepsSource = file->keepsSource;
    }
    return database.run("UPDATE version SET data_file = ?, keeps_source = ? WHERE id = ?", name,
        keepsSource, version);
}

/// Find or make the dataset and its version.
Result<Imported> placeImport(const Database& database, const Import& import, Time now)
{
    Imported imported;
    const Result<std::optional<Dataset>> known = knownDataset(database, import);
    if (!known)
        return known.error();
    std::optional<Version> last;
    if (*known) {
        imported.dataset = (*known)->id;
        imported.name = (*known)->name;
        Result<std::optional<Version>> newest = newestVersion(database, imported.dataset);
        if (!newest)
            return newest.error();
        last = std::move(*newest);
    } else if (Result<void> added = addDataset(database, import, now, imported); !added) {
        return added.error();
    }
    std::string before;
    if (last) {
        before = versionJson(last->number, last->file.hash);
        imported.version = last->id;
        imported.number = last->number;
    }
    const bool isSame
        = last && last->file.hash == import.file.hash && last->file.options == import.file.options;
    if (!isSame) {
        ++imported.number;
        if (Result<void> added = addVersion(database, import, now, imported); !added)
            return added.error();
    }
    if (Result<void> noted = addEvent(database, now, "import", imported.dataset, imported.name,
            before, versionJson(imported.number, import.file.hash));
        !noted)
        return noted.error();
    return imported;
}

} // namespace

Result<Imported> Catalog::addImport(const Import& import, Time now, const NotesOf& notes)
{
    Result<Transaction> transaction = Transaction::begin(m_database, Transaction::Kind::Write);
    if (!transaction)
        return transaction.error();
    Result<Imported> imported = placeImport(m_database, import, now);
    if (!imported)
        return imported;
    if (Result<void> noted = addNotes(m_database, *this, notes, {imported->version}, now); !noted)
        return noted.error();
    if (Result<void> written = writeContents(m_database, imported->version, import.contents);
        !written)
        return written.error();
    // The same bytes may have been written to the file again.
    if (Result<void> written = m_database.run("UPDATE version SET modified_ns = ? WHERE id = ?",
            import.file.modifiedNs, imported->version);
        !written)
        return written.error();
    if (import.dataFile) {
        if (Result<void> written = writeDataFile(m_database, imported->version, import.dataFile);
            !written)
            return written.error();
    }
    if (Result<void> done = transaction->commit(); !done)
        return done.error();
    return imported;
}

Result<void> Catalog::setDataFile(std::int64_t version, const std::optional<DataFileRef>& file)
{
    return writeDataFile(m_database, version, file);
}

} // namespace cupel::catalog
