#include <charconv>
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "benchmarks/duckdb/answers.h"

namespace {

using namespace cupel::bench;

struct Arguments {
    std::string library;
    std::string mode = "same";
    std::string out;
    unsigned threads = 1;
    Job job;
};

bool parse(int argc, char** argv, Arguments& arguments)
{
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string_view option = argv[i];
        const std::string_view value = argv[i + 1];
        if (option == "--library")
            arguments.library = value;
        else if (option == "--mode")
            arguments.mode = value;
        else if (option == "--threads")
            std::from_chars(value.data(), value.data() + value.size(), arguments.threads);
        else if (option == "--label")
            arguments.job.label = value;
        else if (option == "--group")
            arguments.job.groups.emplace_back(value);
        else if (option == "--input")
            arguments.job.file = value;
        else if (option == "--output")
            arguments.out = value;
        else
            return false;
    }
    return argc % 2 == 1 && !arguments.library.empty() && !arguments.job.file.empty()
        && !arguments.out.empty();
}

nlohmann::ordered_json answer(const Arguments& arguments)
{
    const Database database(arguments.library, arguments.threads);
    if (arguments.mode == "read")
        return readOnly(database, arguments.job);
    if (arguments.mode == "summarize")
        return summarizeOnly(database, arguments.job);
    Job job = arguments.job;
    job.countAllDistinct = arguments.mode == "check";
    return sameOutput(database, job);
}

} // namespace

/// Give DuckDB the same job as Cupel and write its answers as JSON.
int main(int argc, char** argv)
{
    Arguments arguments;
    if (!parse(argc, argv, arguments)) {
        std::fputs("usage: cupel_bench_duckdb --library libduckdb.so --input FILE --output FILE\n"
                   "       [--mode same|check|summarize|read] [--threads N] [--label COLUMN] "
                   "[--group COLUMN]…\n",
            stderr);
        return 2;
    }
    try {
        std::ofstream out(arguments.out, std::ios::binary);
        out << answer(arguments).dump(1) << '\n';
        out.close();
        if (!out.good())
            throw std::runtime_error("cannot write " + arguments.out);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "cupel_bench_duckdb: %s\n", error.what());
        return 1;
    }
    return 0;
}
