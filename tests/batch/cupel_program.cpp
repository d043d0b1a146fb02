#include "tests/batch/cupel_program.h"

#include "tests/core/reports/support/json_schema.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace cupel::test {

using nlohmann::json;

RunResult cupel(const std::vector<std::string>& arguments, const RunOptions& options)
{
    std::vector<std::string> argv{cupelBinary()};
    argv.insert(argv.end(), arguments.begin(), arguments.end());
    return runProgram(argv, options);
}

RunResult shell(const std::string& script, RunOptions options)
{
    options.environment["CUPEL"] = cupelBinary();
    return runProgram({"sh", "-c", script}, options);
}

json reportOf(const RunResult& run)
{
    json report = json::parse(run.out);
    EXPECT_TRUE(fitsSchema(run.out, "report"));
    return report;
}

json audit(std::vector<std::string> arguments, const RunOptions& options)
{
    arguments.insert(arguments.begin(), {"audit", "--json"});
    const RunResult run = cupel(arguments, options);
    if (run.exitCode != 0 && run.exitCode != 1)
        throw std::runtime_error(
            "cupel ended with " + std::to_string(run.exitCode) + ": " + run.err);
    return reportOf(run);
}

std::vector<json> findingsOf(const json& report, std::string_view rule)
{
    std::vector<json> found;
    const json& all = report.at("findings");
    std::copy_if(all.begin(), all.end(), std::back_inserter(found),
        [rule](const json& finding) { return finding.at("rule") == rule; });
    return found;
}

const json& auditOf(const json& report, std::string_view id)
{
    for (const json& audit : report.at("datasets").at(0).at("audits")) {
        if (audit.at("id") == id)
            return audit;
    }
    throw std::runtime_error("the report has no audit " + std::string(id));
}

const json& columnOf(const json& report, std::string_view name)
{
    for (const json& column : report.at("datasets").at(0).at("columns")) {
        if (column.at("name") == name)
            return column;
    }
    throw std::runtime_error("the report has no column " + std::string(name));
}

const json& metricOf(
    const json& report, std::string_view id, std::string_view variant, const json& subject)
{
    for (const json& audit : report.at("datasets").at(0).at("audits")) {
        for (const json& metric : audit.at("metrics")) {
            const json& own = metric.at("subject");
            const bool fits = std::all_of(
                subject.items().begin(), subject.items().end(), [&own](const auto& member) {
                    return own.contains(member.key()) && own.at(member.key()) == member.value();
                });
            if (fits && metric.at("id") == id && metric.at("variant") == variant)
                return metric;
        }
    }
    throw std::runtime_error("the report has no metric " + std::string(id) + " "
        + std::string(variant) + " of " + subject.dump());
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

bool makeLocale(const std::string& language, const std::filesystem::path& folder)
{
    const RunResult made = shell("localedef --no-archive -i " + language + " -f UTF-8 '"
        + (folder / (language + ".UTF-8")).string() + "' && LC_ALL=" + language + ".UTF-8 LOCPATH='"
        + folder.string() + "' bash -c 'printf %.1f 2,5'");
    return made.exitCode == 0 && made.out == "2,5";
}

std::vector<std::string> linesOf(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    return lines;
}

void writePieces(const std::filesystem::path& path, std::size_t pieces,
    const std::function<std::string(std::size_t)>& piece)
{
    std::ofstream file(path, std::ios::binary);
    for (std::size_t i = 0; i < pieces; ++i)
        file << piece(i);
    if (!file.flush())
        throw std::runtime_error("cannot write " + path.string());
}

} // namespace cupel::test
