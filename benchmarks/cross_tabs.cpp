#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "benchmarks/generate/random.h"
#include "core/counts/local_counts.h"
#include "core/readers/byte_source.h"
#include "core/readers/csv_reader.h"

namespace {

using namespace cupel;
using counts::CellsQuestion;
using counts::Dim;
using counts::Filter;
using counts::ValueDim;

constexpr int kRepeats = 21;
/// Goals in milliseconds, as the table of ./dev bench prints them; none: only informative.
constexpr const char* kCrossTabGoal = "16";
constexpr const char* kRowGoal = "1";
constexpr const char* kNoGoal = "";

struct Case {
    std::string name;
    counts::Question question;
    const char* goal = kNoGoal;
    bool first = false; ///< time the first answer, because later ones find it kept
};

CellsQuestion cells(
    const std::vector<std::string>& columns, const std::vector<Filter::Term>& terms = {})
{
    CellsQuestion question;
    for (const std::string& column : columns)
        question.dims.emplace_back(ValueDim{column});
    question.filter.terms = terms;
    return question;
}

std::vector<Case> cases()
{
    const Filter::Term female{ValueDim{"sex"}, {counts::CellKey::value("Female")}};
    const Filter::Term fullTime{
        counts::AtLeastDim{"hours-per-week", 40}, {counts::CellKey::value("true")}};
    CellsQuestion meanByGroup = cells({"sex", "race"});
    meanByGroup.measures.push_back({counts::Measure::Kind::X, "balance", {}, false});
    return {
        {"1-D, sex", cells({"sex"}), kCrossTabGoal},
        {"1-D, age", cells({"age"}), kCrossTabGoal},
        {"1-D, age, 1 filter", cells({"age"}, {female}), kCrossTabGoal},
        {"1-D, fnlwgt (20,000 values)", cells({"fnlwgt"})},
        {"2-D, income x race", cells({"income", "race"}), kCrossTabGoal},
        {"2-D, education x occupation", cells({"education", "occupation"}), kCrossTabGoal},
        {"3-D, income x sex x race", cells({"income", "sex", "race"}), kCrossTabGoal},
        {"3-D, 2 filters", cells({"income", "relationship", "race"}, {female, fullTime}),
            kCrossTabGoal},
        {"4-D, income x sex x race x education", cells({"income", "sex", "race", "education"}),
            kCrossTabGoal},
        {"4-D, 2 filters", cells({"income", "workclass", "race", "education"}, {female, fullTime}),
            kCrossTabGoal},
        {"sum of balance by sex x race", meanByGroup},
        {"duplicate rows, first answer", counts::GroupedQuestion{}, kNoGoal, true},
    };
}

using Clock = std::chrono::steady_clock;

/// Negative when the work fails.
double medianMs(int repeats, const std::function<bool()>& work)
{
    std::vector<double> times;
    for (int i = 0; i < repeats; ++i) {
        const Clock::time_point begin = Clock::now();
        if (!work())
            return -1.0;
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - begin).count());
    }
    std::nth_element(times.begin(), times.begin() + repeats / 2, times.end());
    return times[static_cast<std::size_t>(repeats / 2)];
}

bool timeQuestions(const counts::CountSource& source)
{
    for (const Case& entry : cases()) {
        const auto ask = [&] { return source.answer(entry.question).has_value(); };
        double ms = medianMs(1, ask);
        if (ms >= 0.0 && !entry.first)
            ms = medianMs(kRepeats, ask);
        if (ms < 0.0) {
            std::fprintf(stderr, "no answer to %s\n", entry.name.c_str());
            return false;
        }
        std::printf("%s\t%.2f\t%s\n", entry.name.c_str(), ms, entry.goal);
    }
    return true;
}

bool timeRows(const counts::CountSource& source)
{
    constexpr int kRowRepeats = 1'001;
    bench::Random random(7);
    const auto rows = static_cast<std::uint32_t>(source.describe().rows);
    const double ms = medianMs(
        kRowRepeats, [&] { return source.rows({std::uint64_t{random.below(rows)}}).has_value(); });
    std::printf("one row, anywhere in the file\t%.4f\t%s\n", ms, kRowGoal);
    return ms >= 0.0;
}

} // namespace

/// Time answers about a file that is in memory: one line each, name, milliseconds, goal.
int main(int argc, char** argv)
{
    unsigned threads = 0;
    if (argc == 3) {
        const std::string_view text = argv[2];
        std::from_chars(text.data(), text.data() + text.size(), threads);
    }
    if (threads == 0) {
        std::fputs("usage: cupel_bench_cross_tabs FILE THREADS\n", stderr);
        return 2;
    }
    const auto bytes = readers::openFile(argv[1]);
    if (!bytes) {
        std::fprintf(stderr, "%s\n", bytes.error().message.c_str());
        return 1;
    }
    readers::CsvOptions options;
    options.threads = threads;
    auto file = readers::readCsv(*bytes, options, base::JobContext());
    if (!file) {
        std::fprintf(stderr, "%s\n", file.error().message.c_str());
        return 1;
    }
    const counts::LocalCounts source(
        std::make_shared<const table::Table>(std::move(file->table)), threads);
    return timeQuestions(source) && timeRows(source) ? 0 : 1;
}
