#pragma once

#include <QString>
#include <QStringList>

namespace cupel::ui {

/// The tables that a path stands for: the file itself; of a folder, or of a document (README,
/// Croissant, LICENSE), the tables in it or beside it, by name. At most kMostTables.
QStringList tablesAt(const QString& path);
inline constexpr int kMostTables = 50;

} // namespace cupel::ui
