#include "ui/window/dropped_paths.h"

#include <QMimeData>
#include <QUrl>
#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace cupel::ui {
namespace {

namespace fs = std::filesystem;

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
        [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

template <std::size_t Size>
bool hasEnding(const fs::path& path, const std::array<std::string_view, Size>& endings)
{
    const std::string ending = lowered(path.extension().string());
    return std::find(endings.begin(), endings.end(), ending) != endings.end();
}

bool isTableName(const fs::path& path)
{
    static constexpr std::array<std::string_view, 4> kEndings{".csv", ".tsv", ".tab", ".data"};
    return hasEnding(path, kEndings);
}

bool isCardName(const fs::path& path)
{
    static constexpr std::array<std::string_view, 3> kEndings{".md", ".json", ".jsonld"};
    return hasEnding(path, kEndings);
}

bool isDocumentName(const fs::path& path)
{
    const std::string name = lowered(path.filename().string());
    return isCardName(path) || name.starts_with("licen") || name.starts_with("readme");
}

std::vector<std::string> tablesIn(const fs::path& folder)
{
    std::vector<std::string> tables;
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        std::error_code ignored;
        if (isTableName(entry->path()) && entry->is_regular_file(ignored))
            tables.push_back(entry->path().string());
    }
    std::sort(tables.begin(), tables.end());
    if (tables.size() > kMostTables)
        tables.resize(kMostTables);
    return tables;
}

bool isIn(const OpeningPlan& plan, const std::string& table)
{
    return std::any_of(plan.tables.begin(), plan.tables.end(),
        [&table](const OpeningPlan::Table& one) { return one.path == table; });
}

/// Take up the tables of a folder; whether there are any.
bool addTablesIn(OpeningPlan& plan, const fs::path& folder)
{
    const std::vector<std::string> tables = tablesIn(folder);
    for (const std::string& table : tables) {
        if (!isIn(plan, table))
            plan.tables.push_back({table, {}});
    }
    return !tables.empty();
}

bool areInOneFolder(const std::vector<OpeningPlan::Table>& tables)
{
    const fs::path folder = fs::path(tables.front().path).parent_path();
    return std::all_of(tables.begin(), tables.end(), [&folder](const OpeningPlan::Table& one) {
        return fs::path(one.path).parent_path() == folder;
    });
}

bool isBesideOne(const OpeningPlan& plan, const fs::path& document)
{
    return std::any_of(plan.tables.begin(), plan.tables.end(), [&document](const auto& table) {
        return fs::path(table.path).parent_path() == document.parent_path();
    });
}

void addDocument(OpeningPlan& plan, const fs::path& document, bool isTableNamed)
{
    const bool isFound
        = isTableNamed ? isBesideOne(plan, document) : addTablesIn(plan, document.parent_path());
    if (isFound)
        plan.beside.push_back(document.string());
    else if (plan.tables.size() == 1 && plan.tables.front().card.empty() && isCardName(document))
        plan.tables.front().card = document.string();
    else
        plan.unused.push_back(document.string());
}

} // namespace

OpeningPlan planOf(const std::vector<std::string>& paths)
{
    OpeningPlan plan;
    std::vector<fs::path> documents;
    bool isTableNamed = false;
    for (const std::string& named : paths) {
        std::error_code failed;
        fs::path path = fs::absolute(named, failed).lexically_normal();
        if (!path.has_filename() && path.has_relative_path())
            path = path.parent_path(); // "folder/"
        const fs::file_status status = fs::status(path, failed);
        if (status.type() == fs::file_type::not_found) {
            plan.missing.push_back(path.string());
        } else if (fs::is_directory(status)) {
            if (!addTablesIn(plan, path))
                plan.unused.push_back(path.string());
        } else if (isDocumentName(path)) {
            documents.push_back(path);
        } else {
            isTableNamed = true;
            if (!isIn(plan, path.string()))
                plan.tables.push_back({path.string(), {}});
        }
    }
    for (const fs::path& document : documents)
        addDocument(plan, document, isTableNamed);
    plan.isChoice = !isTableNamed && plan.tables.size() > 1 && areInOneFolder(plan.tables);
    return plan;
}

std::vector<std::string> localPaths(const QMimeData& data)
{
    std::vector<std::string> paths;
    for (const QUrl& url : data.urls()) {
        if (!url.isLocalFile())
            continue;
        // QUrl::toLocalFile() gives a QString, which cannot hold every name.
        const QByteArray encoded = url.path(QUrl::FullyEncoded).toLatin1();
        paths.push_back(QByteArray::fromPercentEncoding(encoded).toStdString());
    }
    return paths;
}

} // namespace cupel::ui
