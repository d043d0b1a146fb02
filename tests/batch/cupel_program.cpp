#include "tests/batch/cupel_program.h"

#include "tests/core/reports/support/json_schema.h"

#include <nlohmann/json.hpp>

#include <sstream>
#include <stdexcept>

namespace cupel::test {

using nlohmann::json;

RunResult cupel(const std::vector<std::string>& words, const RunOptions& options)
{
    std::vector<std::string> argv{cupelBinary()};
    argv.insert(argv.end(), words.begin(), words.end());
    return runProgram(argv, options);
}

json auditJson(
    const std::filesystem::path& input, const std::vector<std::string>& words, int exitCode)
{
    std::vector<std::string> all{"audit", input.string(), "--json"};
    all.insert(all.end(), words.begin(), words.end());
    const RunResult result = cupel(all);
    EXPECT_EQ(result.exitCode, exitCode) << result.err;
    EXPECT_TRUE(fitsSchema(result.out, "report"));
    return json::parse(result.out);
}

const json& auditOf(const json& report, const std::string& id)
{
    for (const json& audit : report.at("datasets").at(0).at("audits")) {
        if (audit.at("id") == id)
            return audit;
    }
    throw std::runtime_error("no audit " + id);
}

std::vector<json> findingsOf(const json& report, const std::string& rule)
{
    std::vector<json> found;
    for (const json& finding : report.at("findings")) {
        if (finding.at("rule") == rule)
            found.push_back(finding);
    }
    return found;
}

testing::AssertionResult bytesAddUp(const json& report, const std::filesystem::path& input)
{
    const json& read = report.at("datasets").at(0).at("inputs").at(0);
    std::uint64_t sum = 0;
    for (const auto& [part, bytes] : read.at("accounted").items())
        sum += bytes.get<std::uint64_t>();
    if (sum == std::filesystem::file_size(input) && read.at("bytes") == sum)
        return testing::AssertionSuccess();
    return testing::AssertionFailure()
        << read.at("accounted").dump() << " of " << std::filesystem::file_size(input) << " bytes";
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

} // namespace cupel::test
