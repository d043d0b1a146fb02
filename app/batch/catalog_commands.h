#pragma once

#include <string>
#include <vector>

#include "app/batch/arguments.h"
#include "app/batch/audit_options.h"

namespace cupel::batch {

struct CatalogArguments {
    std::string catalog;
    std::string privacy; ///< of `report`; empty: that of the run
    std::vector<std::string> outputs;
    std::string paper; ///< of `report`
    std::string to; ///< of `catalog export`; empty: standard output
    bool json = false;
    bool quiet = false;
    bool verbose = false;
    bool removed = false; ///< of `catalog list`
};

Option catalogOption(std::string& to);
/// The error of a command that was given no catalog.
base::Error needsCatalog(const std::string& command);

/// `import` with the options of `audit` that say how data is read.
Command importCommand(AuditArguments& arguments);
/// `report`: write a report of the catalog again.
Command reportCommand(CatalogArguments& arguments);
/// `compare`: two versions of the catalog, or two JSON reports.
Command compareCommand(CatalogArguments& arguments);
/// `catalog history`: what happened to a dataset.
Command catalogHistoryCommand(CatalogArguments& arguments);
/// `catalog list`, `check`, `backup`, `remove`, `restore`, `locate` and `export`.
std::vector<Command> catalogCommands(CatalogArguments& arguments);

} // namespace cupel::batch
