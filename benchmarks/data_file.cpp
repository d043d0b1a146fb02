#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "benchmarks/generate/random.h"
#include "core/catalog/data_file.h"
#include "core/readers/byte_source.h"
#include "core/readers/csv_reader.h"

namespace {

using namespace cupel;

constexpr int kRepeats = 9;
constexpr int kRowRepeats = 1'001;
/// Goals as the table of ./dev bench prints them; none: only informative.
constexpr const char* kLoadGoal = "10";
constexpr const char* kRowGoal = "1";
constexpr const char* kNoGoal = "";

using Clock = std::chrono::steady_clock;

/// Milliseconds that the work takes; negative when it fails.
double timeMs(const std::function<bool()>& work)
{
    const Clock::time_point begin = Clock::now();
    const bool done = work();
    const double ms = std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    return done ? ms : -1.0;
}

double median(std::vector<double> values)
{
    if (std::any_of(values.begin(), values.end(), [](double value) { return value < 0.0; }))
        return -1.0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

bool print(const char* name, double value, const char* unit, const char* goal)
{
    std::printf("%s\t%.4g\t%s\t%s\n", name, value, unit, goal);
    return value >= 0.0;
}

bool hasSame(const table::Table& table, const table::Table& other)
{
    return table.rows == other.rows && table.columns.size() == other.columns.size()
        && std::equal(table.rowHashes.as<std::uint64_t>(),
            table.rowHashes.as<std::uint64_t>() + table.rows, other.rowHashes.as<std::uint64_t>());
}

/// Read the file and load its data file in turn, so that a busy machine slows both alike.
bool timeLoading(const std::string& input, const std::string& path, unsigned threads)
{
    readers::CsvOptions options;
    options.threads = threads;
    std::vector<double> reading;
    std::vector<double> loading;
    std::vector<double> shares;
    const auto original = readers::openFile(input);
    for (int i = 0; i < kRepeats; ++i) {
        std::optional<readers::CsvFile> file;
        std::optional<catalog::DataFile> data;
        reading.push_back(timeMs([&] {
            auto read = readers::readCsv(*original, options, {});
            if (read)
                file = std::move(*read);
            return file.has_value();
        }));
        if (i == 0) {
            const double ms = timeMs([&] {
                return catalog::writeDataFile(path, *file, options, {true}, {}).has_value();
            });
            std::error_code failed;
            const auto bytes = static_cast<double>(std::filesystem::file_size(path, failed));
            if (!print("write the data file, keeping the input", ms, "ms", kNoGoal)
                || !print("size of the data file, with the input", bytes / 1e6, "MB", kNoGoal))
                return false;
            if (!catalog::writeDataFile(path, *file, options, {}, {}))
                return false;
        }
        loading.push_back(timeMs([&] {
            auto loaded = catalog::readDataFile(path, *original, threads, {});
            if (loaded)
                data = std::move(*loaded);
            return data.has_value();
        }));
        if (!file || !data || !hasSame(file->table, data->file.table))
            return false;
        shares.push_back(100.0 * loading.back() / reading.back());
    }
    return print("read the input", median(reading), "ms", kNoGoal)
        && print("load the data file", median(loading), "ms", kNoGoal)
        && print("load / read, median over the pairs", median(shares), "%", kLoadGoal);
}

bool timeRows(const std::string& path)
{
    const auto kept = catalog::readDataFile(path, nullptr, 1, {});
    if (!kept || kept->rowTexts != catalog::RowTexts::Kept)
        return false;
    const table::Table& table = kept->file.table;
    bench::Random random(7);
    std::vector<double> times;
    for (int i = 0; i < kRowRepeats; ++i) {
        const std::uint64_t row = random.below(static_cast<std::uint32_t>(table.rows));
        times.push_back(timeMs([&] { return table.source->row(row).has_value(); }));
    }
    return print("one row out of the data file", median(times), "ms", kRowGoal);
}

bool run(const std::string& input, const std::string& path, unsigned threads)
{
    if (!timeLoading(input, path, threads))
        return false;
    const auto original = readers::openFile(input);
    const auto file = readers::readCsv(*original, {}, {});
    return file && catalog::writeDataFile(path, *file, {}, {true}, {}) && timeRows(path);
}

} // namespace

/// Time how long a table takes to load from a data file against reading its input: one line each,
/// name, value, unit, goal. The data file is made beside the input and removed.
int main(int argc, char** argv)
try {
    unsigned threads = 0;
    if (argc == 3) {
        const std::string_view text = argv[2];
        std::from_chars(text.data(), text.data() + text.size(), threads);
    }
    if (threads == 0) {
        std::fputs("usage: cupel_bench_data_file FILE THREADS\n", stderr);
        return 2;
    }
    const std::string path = std::string(argv[1]) + catalog::kDataFileEnding;
    const bool done = readers::openFile(argv[1]) && run(argv[1], path, threads);
    std::error_code failed;
    std::filesystem::remove(path, failed);
    if (!done)
        std::fputs("the file could not be read, stored or loaded\n", stderr);
    return done ? 0 : 1;
} catch (const std::exception& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 1;
}
