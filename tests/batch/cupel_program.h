#pragma once

#include "tests/support/run_program.h"

#include <gtest/gtest.h>
#include <nlohmann/json_fwd.hpp>

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace cupel::test {

/// Run the batch program of this build.
RunResult cupel(const std::vector<std::string>& arguments, const RunOptions& options = {});

/// Run a shell script in which $CUPEL is the batch program.
RunResult shell(const std::string& script, RunOptions options = {});

/// The report on standard output, which has to fit the schema. Throws where it is not JSON from
/// its first to its last byte.
nlohmann::json reportOf(const RunResult& run);

/// `cupel audit --json ARGUMENTS`, which must end with 0 or 1, and its report.
nlohmann::json audit(std::vector<std::string> arguments, const RunOptions& options = {});

/// The findings of a rule, in the order of the report.
std::vector<nlohmann::json> findingsOf(const nlohmann::json& report, std::string_view rule);

/// An audit of the first dataset. Throws where there is none of this id.
const nlohmann::json& auditOf(const nlohmann::json& report, std::string_view id);

/// The profile of a column of the first dataset. Throws where there is none.
const nlohmann::json& columnOf(const nlohmann::json& report, std::string_view name);

/// The first metric of the first dataset with this id and variant whose subject has all these
/// members with these values. Throws where there is none.
const nlohmann::json& metricOf(const nlohmann::json& report, std::string_view id,
    std::string_view variant, const nlohmann::json& subject);

/// Whether the bytes of the first input of a report add up to those of the file.
testing::AssertionResult bytesAddUp(
    const nlohmann::json& report, const std::filesystem::path& input);

/// Make a locale, such as de_DE, that the machine may lack; false where it cannot. It is in effect
/// with LOCPATH=FOLDER LC_ALL=LANGUAGE.UTF-8.
bool makeLocale(const std::string& language, const std::filesystem::path& folder);

/// Lines of a text, without their ends.
std::vector<std::string> linesOf(const std::string& text);

/// Write a file piece by piece, so that the test itself needs little memory.
void writePieces(const std::filesystem::path& path, std::size_t pieces,
    const std::function<std::string(std::size_t)>& piece);

} // namespace cupel::test
