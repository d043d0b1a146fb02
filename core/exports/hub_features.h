#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/documents/node.h"
#include "core/table/column.h"

namespace cupel::exports {

/// The files of one configuration of a dataset card.
struct HubFiles {
    std::string config; ///< config_name, or "default"
    std::vector<std::string> paths;
};
/// Of the value of "configs".
std::vector<HubFiles> hubFiles(const documents::Node& configs);

/// A feature of a dataset card by a name and a type that Croissant has too.
struct HubFeature {
    std::string name;
    std::string dataType; ///< "sc:Text", "cr:Int64"
    bool isLabel = false; ///< class_label
};
struct HubTable {
    std::string config; ///< config_name, or "default"
    std::vector<HubFeature> features;
};
/// Of the value of "dataset_info", a map or a list of them. Features of nested types are left out.
std::vector<HubTable> hubTables(const documents::Node& info);

/// A record set whose fields are columns of a set of files.
nlohmann::ordered_json recordSetOf(const HubTable& table, const std::string& fileSet);

/// What the loader of the Hub calls a type: of a column of ours, or by the plain name of a data
/// type of Croissant; empty where it has none.
std::string hubType(table::ColumnType type);
std::string hubType(std::string_view dataType);

} // namespace cupel::exports
