#pragma once

#include <memory>
#include <string>

#include "core/base/job.h"
#include "core/base/result.h"
#include "core/readers/csv_reader.h"

namespace cupel::pipeline {

/// Where a run gets the tables of its inputs.
class TableStore {
public:
    virtual ~TableStore() = default;
    /// The table of an input, read with these options. Fails as readInput() does, and as what keeps
    /// the tables does.
    virtual base::Result<std::shared_ptr<const readers::CsvFile>> read(const std::string& dataset,
        const std::string& input, const readers::CsvOptions& options, const base::JobContext& job)
        = 0;
};

/// Read the file of a path. Fails as readers::openFile() and readers::readCsv() do.
base::Result<std::shared_ptr<const readers::CsvFile>> readInput(
    const std::string& path, const readers::CsvOptions& options, const base::JobContext& job);

} // namespace cupel::pipeline
