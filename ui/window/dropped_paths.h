#pragma once

#include <string>
#include <vector>

class QMimeData;

namespace cupel::ui {

/// What is to be opened of the paths that a person named. Paths are bytes: names of files need be
/// no UTF-8.
struct OpeningPlan {
    struct Table {
        std::string path; ///< absolute
        std::string card; ///< a document that lies elsewhere and was named with it; empty: none
    };
    std::vector<Table> tables; ///< each once
    /// No table was named, but a folder or documents of one, which stand for all of these.
    bool isChoice = false;
    std::vector<std::string> beside; ///< documents that are read with the tables they lie beside
    std::vector<std::string> unused; ///< what nothing is done with: no table is there
    std::vector<std::string> missing;
};

/// A table stands for itself. A folder stands for the tables in it, and a document (README,
/// Croissant, LICENSE) for those beside it where no table was named; else it is the card of the one
/// table that was. At most kMostTables of a folder, by name.
OpeningPlan planOf(const std::vector<std::string>& paths);
inline constexpr std::size_t kMostTables = 50;

/// The local files of a drag, as bytes, without what is no local file.
std::vector<std::string> localPaths(const QMimeData& data);

} // namespace cupel::ui
