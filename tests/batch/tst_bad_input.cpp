#include "tests/batch/cupel_program.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace cupel::test {
namespace {

using namespace std::string_literals;
using nlohmann::json;

struct Refused {
    const char* name;
    std::string content;
    int exitCode;
    const char* says;
};

class RefusedInput : public testing::TestWithParam<Refused> { };

TEST_P(RefusedInput, saysWhereAndWhyAndWhatToTry)
{
    const TempDir folder;
    const auto path = folder.write("data.csv", GetParam().content);
    const RunResult result = cupel({"audit", path.string()});
    EXPECT_EQ(result.exitCode, GetParam().exitCode);
    EXPECT_EQ(result.out, "");
    EXPECT_EQ(result.err.rfind("cupel: " + path.string(), 0), 0u) << result.err;
    EXPECT_NE(result.err.find(GetParam().says), std::string::npos) << result.err;
    EXPECT_NE(result.err.find("\n  try: "), std::string::npos) << result.err;
}

INSTANTIATE_TEST_SUITE_P(all, RefusedInput,
    testing::Values(Refused{"empty", "", 5, "empty"}, Refused{"blankLines", "\n\n\r\n", 5, "blank"},
        Refused{"binary",
            "\x7f"
            "ELF\x02\x01\x00\x00\x00\x03\x04"s,
            3, "binary"},
        Refused{"parquet", "PAR1\x15\x04\x15\x10"s, 3, "Parquet"},
        Refused{"zip", "PK\x03\x04\x14\x00"s, 3, "ZIP"},
        Refused{"gzip", "\x1f\x8b\x08\x00"s, 3, "gzip"},
        Refused{"utf16",
            "\xff\xfe"
            "a\0,\0b\0\n\0"s,
            3, "UTF-16"},
        Refused{"latin1", "name\ncaf\xe9\n", 3, "line 2, column 4"}),
    [](const auto& one) { return one.param.name; });

TEST(BadInput, directoryAndMissingPath)
{
    const TempDir folder;
    const RunResult directory = cupel({"audit", folder.path().string()});
    EXPECT_EQ(directory.exitCode, 3);
    EXPECT_NE(directory.err.find("directory"), std::string::npos);
    const RunResult device = cupel({"audit", "/dev/null"});
    EXPECT_EQ(device.exitCode, 3);
    EXPECT_NE(device.err.find("/dev/null: "), std::string::npos) << device.err;
}

TEST(BadInput, raggedRowsAreNamedByLine)
{
    const TempDir folder;
    const auto path = folder.write("r.csv", "a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n");
    const json report = auditJson(path);
    const json& input = report["datasets"][0]["inputs"][0];
    EXPECT_EQ(input["rows"], 2);
    EXPECT_EQ(input["rejected"], json::parse(R"([{"line": 3, "reason": "2 cells, expected 3"},
                        {"line": 4, "reason": "4 cells, expected 3"}])"));
    EXPECT_EQ(input["accounted"],
        json::parse(R"({"bom": 0, "header": 6, "rows": 15, "blank": 0, "rejected": 12})"));
    EXPECT_TRUE(bytesAddUp(report, path));
}

TEST(BadInput, raggedRowsInTheMiddleOfALargeFile)
{
    const TempDir folder;
    const auto path = folder / "large.csv";
    constexpr int kHalf = 2'500'000;
    {
        std::ofstream file(path, std::ios::binary);
        std::string block;
        for (int i = 0; i < 10'000; ++i)
            block += "1234567,89012,345678\n";
        file << "a,b,c\n";
        for (int i = 0; i < kHalf; i += 10'000)
            file << block;
        file << "4,5\n6,7,8,9\n";
        for (int i = 0; i < kHalf; i += 10'000)
            file << block;
    }
    ASSERT_GT(std::filesystem::file_size(path), 100'000'000u);
    const json report = auditJson(path);
    const json& input = report["datasets"][0]["inputs"][0];
    EXPECT_EQ(input["rows"], 2 * kHalf);
    EXPECT_EQ(input["rejected"],
        (json{{{"line", kHalf + 2}, {"reason", "2 cells, expected 3"}},
            {{"line", kHalf + 3}, {"reason", "4 cells, expected 3"}}}));
    EXPECT_EQ(input["accounted"]["rejected"], 12);
    EXPECT_TRUE(bytesAddUp(report, path));
}

TEST(BadInput, unclosedQuoteIsNamedWhereItBegins)
{
    const TempDir folder;
    const auto path = folder.write("q.csv", "a,b\n1,x\n2,\"open\n3,y\n4,z\n");
    const json report = auditJson(path);
    const json& input = report["datasets"][0]["inputs"][0];
    EXPECT_TRUE(bytesAddUp(report, path));
    const json& told = input["rejected"].empty() ? input["tolerated"] : input["rejected"];
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told[0]["line"], 3);
    EXPECT_FALSE(report["findings"].empty());
}

TEST(BadInput, strayQuoteIsText)
{
    const TempDir folder;
    const auto path = folder.write("q.csv", "a,b\n1,5\" pipe\n2,x\n");
    const json report = auditJson(path);
    const json& input = report["datasets"][0]["inputs"][0];
    EXPECT_EQ(input["rows"], 2);
    EXPECT_EQ(input["toleratedRows"], 1);
    EXPECT_EQ(input["tolerated"][0]["line"], 2);
    EXPECT_EQ(input["tolerated"][0]["column"], 4);
    EXPECT_EQ(findingsOf(report, "data.stray-quotes").size(), 1u);
}

TEST(BadInput, nulBytesAreCounted)
{
    const TempDir folder;
    const auto path = folder.write("n.csv", "a,b\nx\0y,1\nz,2\n"s);
    const json report = auditJson(path, {"--privacy", "full"});
    EXPECT_EQ(report["datasets"][0]["columns"][0]["top"][0]["value"], "x\0y"s);
    EXPECT_EQ(report["datasets"][0]["columns"][0]["length"]["max"], 3);
    EXPECT_EQ(cupel({"audit", path.string(), "-v"}).out.find('\0'), std::string::npos);
}

TEST(BadInput, aLineOf100MegabytesIsOneRejectedRow)
{
    const TempDir folder;
    const auto path = folder / "long.csv";
    {
        std::ofstream file(path, std::ios::binary);
        const std::string block(1'000'000, 'x');
        file << "a,b\n1,first\n2,";
        for (int i = 0; i < 100; ++i)
            file << block;
        file << "\n3,last\n";
    }
    const json report = auditJson(path);
    const json& input = report["datasets"][0]["inputs"][0];
    EXPECT_EQ(input["rows"], 2);
    ASSERT_EQ(input["rejected"].size(), 1u);
    EXPECT_EQ(input["rejected"][0]["line"], 3);
    EXPECT_TRUE(bytesAddUp(report, path));
}

TEST(BadInput, fiveThousandColumns)
{
    std::string header;
    std::string row;
    for (int i = 0; i < 5'000; ++i) {
        header += (i > 0 ? ",c" : "c") + std::to_string(i);
        row += (i > 0 ? "," : "") + std::to_string(i % 7);
    }
    const TempDir folder;
    const auto path = folder.write("wide.csv", header + "\n" + row + "\n" + row + "\n");
    const json report = auditJson(path);
    EXPECT_EQ(report["datasets"][0]["columns"].size(), 5'000u);
    EXPECT_LT(cupel({"audit", path.string()}).out.size(), 10'000u);
}

TEST(BadInput, columnsWithoutNameOrWithTheSame)
{
    const TempDir folder;
    const auto path = folder.write("n.csv", ",a,a\n1,2,3\n");
    const json report = auditJson(path);
    const json& columns = report["datasets"][0]["columns"];
    EXPECT_EQ(columns[0]["name"], "column_1");
    EXPECT_EQ(columns[1]["name"], "a");
    EXPECT_EQ(columns[2]["name"], "a_2");
    EXPECT_EQ(findingsOf(report, "data.renamed-column").size(), 1u);
}

} // namespace
} // namespace cupel::test
