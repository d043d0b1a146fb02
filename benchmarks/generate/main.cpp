#include <charconv>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#include "benchmarks/generate/shapes.h"

namespace {

using namespace cupel::bench;

std::unique_ptr<Shape> makeShape(std::string_view name)
{
    constexpr std::uint64_t kSeed = 20'260'101;
    if (name == "adult")
        return std::make_unique<AdultShape>(kSeed, Quoting::WellFormed);
    if (name == "stray")
        return std::make_unique<AdultShape>(kSeed, Quoting::StrayInRow10);
    if (name == "text")
        return std::make_unique<TextShape>(kSeed);
    if (name == "wide")
        return std::make_unique<WideShape>(kSeed);
    return nullptr;
}

bool write(Shape& shape, std::uint64_t rows, const char* path)
{
    constexpr std::size_t kFlushBytes = 1 << 20;
    std::ofstream out(path, std::ios::binary);
    std::string pending = shape.header();
    for (std::uint64_t row = 0; row < rows; ++row) {
        shape.appendRow(pending);
        if (pending.size() >= kFlushBytes) {
            out.write(pending.data(), static_cast<std::streamsize>(pending.size()));
            pending.clear();
        }
    }
    out.write(pending.data(), static_cast<std::streamsize>(pending.size()));
    out.close();
    return out.good();
}

} // namespace

/// Write a benchmark file. The bytes depend on shape and rows only.
int main(int argc, char** argv)
{
    std::uint64_t rows = 0;
    std::unique_ptr<Shape> shape;
    if (argc == 4) {
        const std::string_view count = argv[2];
        const auto parsed = std::from_chars(count.data(), count.data() + count.size(), rows);
        if (parsed.ec == std::errc() && parsed.ptr == count.data() + count.size())
            shape = makeShape(argv[1]);
    }
    if (!shape) {
        std::fputs("usage: cupel_bench_generate adult|stray|text|wide ROWS FILE\n", stderr);
        return 2;
    }
    if (!write(*shape, rows, argv[3])) {
        std::fprintf(stderr, "cupel_bench_generate: cannot write %s\n", argv[3]);
        return 1;
    }
    return 0;
}
