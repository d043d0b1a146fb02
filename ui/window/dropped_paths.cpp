#include "ui/window/dropped_paths.h"

#include <QDir>
#include <QFileInfo>

namespace cupel::ui {
namespace {

const QStringList& tableNames()
{
    static const QStringList names{QStringLiteral("*.csv"), QStringLiteral("*.tsv"),
        QStringLiteral("*.tab"), QStringLiteral("*.data")};
    return names;
}

bool isDocument(const QFileInfo& file)
{
    const QString name = file.fileName();
    const QString ending = file.suffix().toLower();
    return ending == QLatin1String("md") || ending == QLatin1String("json")
        || ending == QLatin1String("jsonld")
        || name.startsWith(QLatin1String("LICEN"), Qt::CaseInsensitive)
        || name.startsWith(QLatin1String("README"), Qt::CaseInsensitive);
}

} // namespace

QStringList tablesAt(const QString& path)
{
    const QFileInfo file(path);
    if (!file.isDir() && !isDocument(file))
        return {path};
    const QDir folder(file.isDir() ? path : file.path());
    QStringList tables;
    for (const QString& name : folder.entryList(tableNames(), QDir::Files, QDir::Name)) {
        if (tables.size() < kMostTables)
            tables << folder.filePath(name);
    }
    return tables;
}

} // namespace cupel::ui
