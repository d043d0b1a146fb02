#pragma once

#include <string>
#include <vector>

#include "app/batch/print_process.h"
#include "core/base/result.h"
#include "core/reports/formats.h"
#include "core/reports/report.h"

namespace cupel::batch {

/// What is to be written of a report.
struct ReportOutputs {
    struct File {
        const reports::Format* format = nullptr; ///< null: a PDF
        std::string path; ///< "-": standard output
    };
    std::vector<File> files; ///< at most one to standard output
    Printing printing;
    bool isQuiet = false; ///< no summary
    bool isVerbose = false; ///< every finding in the summary

    std::vector<std::string> paths() const;
};

/// The names that -o knows, in words.
std::string formatList();
/// From -o FORMAT=PATH, --json, which is -o json=-, and --paper. Fails with Usage, and as
/// printingTo() does.
base::Result<ReportOutputs> outputsFrom(
    const std::vector<std::string>& given, bool json, const std::string& paper);

/// Write the files, and the summary to a standard output that no file takes. What fails is printed;
/// the exit code is kClean or that of the failure.
int write(const reports::Report& report, const ReportOutputs& outputs);

} // namespace cupel::batch
