#include "core/pipeline/catalog_store.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <system_error>
#include <utility>

#include "core/base/hash.h"
#include "core/pipeline/catalog_records.h"
#include "core/pipeline/roles_notes.h"
#include "core/readers/csv_row_source.h"
#include "core/readers/file_digest.h"

namespace cupel::pipeline {
namespace {

using base::Error;
using base::ErrorCode;
using base::Result;
using readers::CsvFile;

std::string absolutePath(const std::string& path)
{
    std::error_code ignored;
    const auto whole = std::filesystem::absolute(path, ignored);
    return whole.lexically_normal().string();
}

std::string catalogFolder(const std::string& path)
{
    return std::filesystem::path(absolutePath(path)).parent_path().string();
}

/// What the names of the data files of a catalog begin with.
std::string dataFilePrefix(const std::string& catalog)
{
    return std::filesystem::path(catalog).stem().string() + "-";
}

/// Equal for files that hold the same table.
std::string dataFileKey(const CsvFile& file, const readers::CsvOptions& options, bool keepsSource)
{
    std::set<std::string> coded(options.codedColumns.begin(), options.codedColumns.end());
    std::string key = file.report.file + '\n' + file.report.hash + '\n' + readingText(options)
        + (keepsSource ? "\nwith source" : "");
    for (const std::string& column : coded)
        key += '\n' + std::to_string(column.size()) + ' ' + column;
    return base::hex(base::digest128(key.data(), key.size()));
}

/// Whether the newest version of the dataset of a path keeps the bytes of its input.
Result<bool> keepsSourceAt(const catalog::Catalog& catalog, const std::string& path)
{
    const auto all = catalog.datasets();
    if (!all)
        return all.error();
    return std::any_of(all->begin(), all->end(), [&path](const catalog::DatasetSummary& one) {
        return one.dataset.path == path && one.latest.dataFile && one.latest.dataFile->keepsSource;
    });
}

/// Whether a column has codes whatever is asked for, by a margin that leaves no doubt.
bool isCodedAnyway(const table::Table& table, const std::string& name)
{
    const auto column = table.find(name);
    if (!column)
        return false;
    const auto* codes = std::get_if<table::CodeColumn>(&table.columns[*column].cells);
    if (!codes || codes->dictionary->size() > table::kNumberDictionaryLimit)
        return false;
    if (table::isNumeric(table.columns[*column].type)
        && table.columns[*column].spelling == table::Spelling::Varied)
        return false;
    std::uint64_t bytes = 0;
    for (std::uint32_t code = 1; code <= codes->dictionary->size(); ++code)
        bytes += codes->dictionary->value(code).size();
    return bytes <= table::kDictionaryBytes;
}

/// Whether a table is what reading with other coded columns would give.
bool isCodedAlike(const table::Table& table, const std::vector<std::string>& its,
    const std::vector<std::string>& wanted)
{
    const std::set<std::string> a(its.begin(), its.end());
    const std::set<std::string> b(wanted.begin(), wanted.end());
    std::vector<std::string> differing;
    std::set_symmetric_difference(
        a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(differing));
    return std::all_of(differing.begin(), differing.end(),
        [&table](const std::string& column) { return isCodedAnyway(table, column); });
}

} // namespace

CatalogStore::CatalogStore(catalog::Catalog catalog, Sources sources)
    : m_catalog(std::move(catalog))
    , m_sources(sources)
    , m_folder(catalogFolder(m_catalog.path()))
{
}

Result<std::unique_ptr<CatalogStore>> CatalogStore::open(const std::string& path,
    catalog::Catalog::Missing missing, Sources sources, const base::JobContext& job)
{
    auto opened = catalog::Catalog::open(path, missing, job);
    if (!opened)
        return opened.error();
    return std::unique_ptr<CatalogStore>(new CatalogStore(std::move(*opened), sources));
}

/// What was not put in leaves no file behind.
CatalogStore::~CatalogStore()
{
    std::vector<std::string> unused;
    for (const Held& held : m_held) {
        if (held.isNew)
            unused.push_back(held.dataFile.name);
    }
    deleteDataFiles(unused);
}

std::string CatalogStore::pathOf(const std::string& dataFile) const
{
    return (std::filesystem::path(m_folder) / dataFile).string();
}

Result<std::vector<std::string>> CatalogStore::dataFiles() const
{
    const auto named = namedDataFiles();
    if (!named)
        return named.error();
    std::vector<std::string> names;
    std::error_code failed;
    for (std::filesystem::directory_iterator entry(m_folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const std::string name = entry->path().filename().string();
        if (entry->path().extension() != catalog::kDataFileEnding)
            continue;
        const bool isOwn = name.starts_with(dataFilePrefix(m_catalog.path()));
        if (named->contains(name) || (isOwn && !isAtWork(name)))
            names.push_back(name);
    }
    if (failed) {
        return Error{ErrorCode::Catalog, "its folder cannot be listed: " + failed.message(),
            "check the permissions of the folder", {m_folder, 0, 0, 0}};
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// Whether a data file that no version names is young enough for its program to be alive.
bool CatalogStore::isAtWork(const std::string& dataFile) const
{
    std::error_code failed;
    const auto written = std::filesystem::last_write_time(pathOf(dataFile), failed);
    return failed || std::filesystem::file_time_type::clock::now() - written < kAtWork;
}

/// Delete what programs that died left behind.
Result<void> CatalogStore::deleteAbandoned() const
{
    const auto named = namedDataFiles();
    const auto files = named ? dataFiles() : Result<std::vector<std::string>>(named.error());
    if (!files)
        return files.error();
    std::vector<std::string> abandoned;
    std::copy_if(files->begin(), files->end(), std::back_inserter(abandoned),
        [&named](const std::string& file) { return !named->contains(file); });
    deleteDataFiles(abandoned);
    return {};
}

std::size_t CatalogStore::deleteDataFiles(const std::vector<std::string>& names) const
{
    std::size_t deleted = 0;
    for (const std::string& name : names) {
        std::error_code ignored;
        deleted += std::filesystem::remove(pathOf(name), ignored) ? 1u : 0u;
    }
    return deleted;
}

CatalogStore::Held* CatalogStore::find(const std::string& dataset)
{
    const auto found = std::find_if(m_held.begin(), m_held.end(),
        [&dataset](const Held& held) { return held.dataset == dataset; });
    return found == m_held.end() ? nullptr : &*found;
}

/// The newest version of the dataset of this path that was read as the options say.
Result<std::optional<catalog::Version>> CatalogStore::versionOf(
    const std::string& path, const readers::CsvOptions& options) const
{
    using Found = std::optional<catalog::Version>;
    const auto all = m_catalog.datasets();
    if (!all)
        return all.error();
    for (const catalog::DatasetSummary& one : *all) {
        if (one.dataset.path == path && one.latest.file.options == readingText(options))
            return Found(one.latest);
    }
    return Found();
}

Result<std::optional<CatalogStore::Held>> CatalogStore::stored(const catalog::Version& version,
    const std::shared_ptr<const readers::ByteSource>& source, const readers::CsvOptions& options,
    const base::JobContext& job) const
{
    if (!version.dataFile || version.file.bytes != static_cast<std::int64_t>(source->size())
        || version.file.modifiedNs != source->modifiedNs().value_or(-1))
        return std::optional<Held>();
    auto data = catalog::readDataFile(pathOf(version.dataFile->name), source, options.threads, job);
    if (!data) {
        // A data file is disposable: the input is there to be read again.
        if (data.error().code == ErrorCode::Cancelled)
            return data.error();
        return std::optional<Held>();
    }
    const bool isAlike = data->file.report.hash == version.file.hash
        && data->rowTexts != catalog::RowTexts::Absent
        && readingText(data->options) == readingText(options)
        && isCodedAlike(data->file.table, data->options.codedColumns, options.codedColumns);
    if (!isAlike)
        return std::optional<Held>();
    Held held;
    held.file = std::make_shared<const CsvFile>(std::move(data->file));
    held.options = std::move(data->options);
    held.dataFile = {version.dataFile->name, data->keepsSource};
    held.isThere = true;
    return std::optional(std::move(held));
}

Result<std::shared_ptr<const CsvFile>> CatalogStore::read(const std::string& dataset,
    const std::string& input, const readers::CsvOptions& options, const base::JobContext& job)
{
    for (Held& held : m_held) {
        if (held.dataset == dataset)
            continue;
        if (auto written = write(held, job); !written)
            return written.error();
        held.file.reset();
    }
    const auto source = readers::openFile(input);
    if (!source)
        return source.error();
    const std::string path = absolutePath(input);
    const auto version = versionOf(path, options);
    if (!version)
        return version.error();
    Held held;
    if (*version) {
        auto found = stored(**version, *source, options, job);
        if (!found)
            return found.error();
        if (*found)
            held = std::move(**found);
    }
    if (!held.file) {
        auto file = readers::readCsv(*source, options, job);
        if (!file)
            return file.error();
        held.file = std::make_shared<const CsvFile>(std::move(*file));
        held.options = options;
    }
    held.dataset = dataset;
    held.path = path;
    held.modifiedNs = (*source)->modifiedNs().value_or(0);
    const auto before = *version ? (*version)->dataFile : std::nullopt;
    const auto keptBefore = keepsSourceAt(m_catalog, path);
    if (!keptBefore)
        return keptBefore.error();
    const bool keepsSource = m_sources == Sources::Keep || *keptBefore;
    if (!held.isThere || held.dataFile.keepsSource != keepsSource) {
        held.dataFile = {dataFilePrefix(m_catalog.path())
                + dataFileKey(*held.file, held.options, keepsSource) + catalog::kDataFileEnding,
            keepsSource};
        held.isThere = false;
    }
    if (before && before->name != held.dataFile.name)
        held.replaced = before->name;
    const std::shared_ptr<const CsvFile> file = held.file;
    if (Held* const earlier = find(dataset))
        *earlier = std::move(held);
    else
        m_held.push_back(std::move(held));
    return file;
}

Result<void> CatalogStore::write(Held& held, const base::JobContext& job) const
{
    if (held.isThere)
        return {};
    const std::string path = pathOf(held.dataFile.name);
    std::error_code ignored;
    held.isNew = !std::filesystem::exists(path, ignored);
    if (auto written
        = catalog::writeDataFile(path, *held.file, held.options, {held.dataFile.keepsSource}, job);
        !written)
        return written;
    held.isThere = true;
    return {};
}

/// The data files that versions name, of datasets in use and of removed ones.
Result<std::set<std::string>> CatalogStore::namedDataFiles() const
{
    const auto inUse = m_catalog.datasets();
    const auto removed = m_catalog.removedDatasets();
    if (!inUse || !removed)
        return !inUse ? inUse.error() : removed.error();
    std::vector<std::int64_t> datasets;
    for (const catalog::DatasetSummary& one : *inUse)
        datasets.push_back(one.dataset.id);
    for (const catalog::Dataset& one : *removed)
        datasets.push_back(one.id);
    std::set<std::string> named;
    for (const std::int64_t dataset : datasets) {
        const auto versions = m_catalog.versions(dataset);
        if (!versions)
            return versions.error();
        for (const catalog::Version& version : *versions) {
            if (version.dataFile)
                named.insert(version.dataFile->name);
        }
    }
    return named;
}

Result<std::vector<catalog::Imported>> CatalogStore::put(const reports::Report& report, Puts what,
    catalog::Time now, const std::string& who, const base::JobContext& job)
{
    std::vector<catalog::Imported> all;
    std::vector<std::int64_t> versions;
    bool isAnyNew = false;
    for (const reports::DatasetReport& dataset : report.datasets) {
        Held* const held = find(dataset.name);
        if (!held) {
            return Error{ErrorCode::Internal,
                "dataset " + dataset.name + " was not read for the catalog",
                "please report it with the command that led here", {}};
        }
        if (auto written = write(*held, job); !written)
            return written.error();
        auto imported = m_catalog.addImport(
            {dataset.name, held->path, fileFactsOf(dataset.input, held->options, held->modifiedNs),
                contentsOf(dataset), held->dataFile},
            now, what == Puts::Run ? catalog::NotesOf() : rolesNotes(dataset, who));
        if (!imported)
            return imported.error();
        isAnyNew = isAnyNew || held->isNew;
        held->isNew = false;
        if (!held->replaced.empty()) {
            const auto named = namedDataFiles();
            if (!named)
                return named.error();
            if (!named->contains(held->replaced))
                deleteDataFiles({held->replaced});
        }
        versions.push_back(imported->version);
        all.push_back(std::move(*imported));
    }
    if (what == Puts::Run && !versions.empty()) {
        if (auto added
            = m_catalog.addRun(runOf(report, std::move(versions), now), rolesNotes(report, who));
            !added)
            return added.error();
    }
    m_held.clear();
    if (isAnyNew) {
        if (auto deleted = deleteAbandoned(); !deleted)
            return deleted.error();
    }
    return all;
}

Result<CatalogStore::Located> CatalogStore::locate(const std::string& dataset,
    const std::string& path, catalog::Time now, const base::JobContext& job)
{
    const auto version = m_catalog.version(dataset);
    if (!version)
        return version.error();
    const auto source = readers::openFile(path);
    if (!source)
        return source.error();
    const Located other{false, version->number + 1};
    if (static_cast<std::int64_t>((*source)->size()) != version->file.bytes)
        return other;
    const auto hash = readers::changeHashOf(**source, job);
    if (!hash)
        return hash.error();
    if (*hash != version->file.hash)
        return other;
    const auto moved
        = m_catalog.relocate(dataset, absolutePath(path), (*source)->modifiedNs(), now);
    if (!moved)
        return moved.error();
    return Located{true, version->number};
}

} // namespace cupel::pipeline
