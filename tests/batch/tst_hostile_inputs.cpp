#include "tests/batch/cupel_program.h"
#include "tests/support/temp_dir.h"

#include <nlohmann/json.hpp>

#include <gtest/gtest.h>

namespace cupel::test {
namespace {

using nlohmann::json;
using namespace std::string_literals;

const json& inputOf(const json& report)
{
    return report.at("datasets").at(0).at("inputs").at(0);
}

std::uint64_t accountedBytes(const json& input)
{
    std::uint64_t sum = 0;
    for (const json& bytes : input.at("accounted"))
        sum += bytes.get<std::uint64_t>();
    return sum;
}

/// An input that is refused: what the message must say of where, why, and what to try.
struct Refused {
    const char* name;
    std::string content;
    int exitCode;
    const char* where;
    const char* why;
    const char* hint;
};

void PrintTo(const Refused& input, std::ostream* out)
{
    *out << input.name;
}

class RefusedInput : public testing::TestWithParam<Refused> { };

TEST_P(RefusedInput, saysWhereWhyAndWhatToTry)
{
    const Refused& input = GetParam();
    const TempDir folder;
    folder.write(input.name + ".csv"s, input.content);
    RunOptions options;
    options.workingDir = folder.path();
    const RunResult run = cupel({"audit", input.name + ".csv"s}, options);
    EXPECT_EQ(run.exitCode, input.exitCode);
    EXPECT_EQ(run.out, "");
    EXPECT_NE(run.err.find("cupel: "s + input.where), std::string::npos) << run.err;
    EXPECT_NE(run.err.find(input.why), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("\n  try: "), std::string::npos) << run.err;
    EXPECT_NE(run.err.find(input.hint), std::string::npos) << run.err;
}

INSTANTIATE_TEST_SUITE_P(HostileInputs, RefusedInput,
    testing::Values(Refused{"empty", "", 5, "empty.csv: ", "the file is empty", "right file"},
        Refused{"blank", "\n\r\n\n", 5, "blank.csv", "nothing but blank lines", "right file"},
        Refused{"binary", "\0\x01\x02\xFF\0\0"s, 3, "binary.csv: ", "binary data", "CSV"},
        Refused{"zip", "PK\x03\x04rest"s, 3, "zip.csv: ", "a ZIP archive", "unpack it"},
        Refused{"utf16", "\xFF\xFE"s + "a\0,\0b\0\n\0"s, 3, "utf16.csv: ", "UTF-16LE",
            "iconv -f UTF-16 -t UTF-8"},
        Refused{"utf16be", "\0a\0,\0b\0\n\0001\0,\0002\0\n"s, 3, "utf16be.csv: ", "UTF-16BE",
            "iconv -f UTF-16BE"},
        Refused{"latin1", "name,v\nok,1\ncaf\xE9,2\n", 3, "latin1.csv line 3, column 4: ",
            "byte 0xE9 is not UTF-8", "iconv -f WINDOWS-1252 -t UTF-8"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(HostileInputs, missingPathAndDirectory)
{
    const TempDir folder;
    RunOptions options;
    options.workingDir = folder.path();
    const RunResult missing = cupel({"audit", "none.csv"}, options);
    EXPECT_EQ(missing.exitCode, 3);
    EXPECT_EQ(missing.err, "cupel: none.csv: there is no such file\n  try: check the path\n");
    std::filesystem::create_directory(folder / "data");
    const RunResult directory = cupel({"audit", "data"}, options);
    EXPECT_EQ(directory.exitCode, 3);
    EXPECT_NE(directory.err.find("data: this is a directory"), std::string::npos) << directory.err;
    EXPECT_NE(directory.err.find("try: name the data file inside"), std::string::npos)
        << directory.err;
}

TEST(HostileInputs, headerOnly)
{
    const TempDir folder;
    const std::string path = folder.write("h.csv", "a,b\n").string();
    const RunResult run = cupel({"audit", "--json", path, "--label", "b", "--group", "a"});
    EXPECT_EQ(run.exitCode, 0) << run.err;
    const json report = reportOf(run);
    EXPECT_EQ(inputOf(report).at("rows"), 0);
    ASSERT_FALSE(report.at("datasets").at(0).at("audits").empty());
    for (const json& audit : report.at("datasets").at(0).at("audits")) {
        EXPECT_TRUE(
            audit.at("outcome") == "insufficient-data" || audit.at("outcome") == "not-applicable")
            << audit.at("id");
        EXPECT_TRUE(audit.at("reason").is_string()) << audit.at("id");
    }
}

TEST(HostileInputs, raggedRowsAreNamedByLine)
{
    const TempDir folder;
    const std::string text = "a,b,c\n1,2,3\n4,5\n6,7,8,9\n10,11,12\n";
    const json report = audit({folder.write("r.csv", text).string()});
    const json& input = inputOf(report);
    EXPECT_EQ(input.at("bytes"), text.size());
    EXPECT_EQ(input.at("rows"), 2);
    EXPECT_EQ(input.at("rejected"), json::parse(R"([{"line": 3, "reason": "2 cells, expected 3"},
                        {"line": 4, "reason": "4 cells, expected 3"}])"));
    EXPECT_EQ(input.at("accounted"),
        json::parse(R"({"bom": 0, "header": 6, "rows": 15, "blank": 0, "rejected": 12})"));
}

TEST(HostileInputs, raggedRowsInTheMiddleOfALargeFile)
{
    const TempDir folder;
    const std::string row = "12,34,56789\n";
    constexpr std::size_t kRowsAPiece = 100'000;
    constexpr std::size_t kPieces = 84;
    std::string piece;
    for (std::size_t i = 0; i < kRowsAPiece; ++i)
        piece += row;
    writePieces(folder / "big.csv", kPieces, [&](std::size_t i) {
        return (i == 0 ? "a,b,c\n" : i == kPieces / 2 ? "4,5\n6,7,8,9\n" : "") + piece;
    });
    const json report = audit({(folder / "big.csv").string()});
    const json& input = inputOf(report);
    const std::size_t line = 2 + kPieces / 2 * kRowsAPiece;
    EXPECT_GT(input.at("bytes"), 100'000'000u);
    EXPECT_EQ(input.at("rows"), kPieces * kRowsAPiece);
    EXPECT_EQ(input.at("rejectedRows"), 2);
    EXPECT_EQ(input.at("rejected").at(0).at("line"), line);
    EXPECT_EQ(input.at("rejected").at(1).at("line"), line + 1);
    EXPECT_EQ(input.at("accounted").at("rejected"), 12);
    EXPECT_EQ(input.at("accounted").at("rows"), kPieces * kRowsAPiece * row.size());
    EXPECT_EQ(accountedBytes(input), input.at("bytes"));
}

TEST(HostileInputs, unclosedQuoteLosesOneRowOnly)
{
    const TempDir folder;
    const json report = audit({folder.write("u.csv", "a,b\n1,2\n3,\"open\n5,6\n7,8\n").string()});
    const json& input = inputOf(report);
    EXPECT_EQ(input.at("rows"), 3);
    ASSERT_EQ(input.at("rejected").size(), 1u);
    EXPECT_EQ(input.at("rejected").at(0).at("line"), 3);
    EXPECT_EQ(input.at("rejected").at(0).at("reason"), "the quote opened at column 3 never closes");
    EXPECT_EQ(accountedBytes(input), input.at("bytes"));
    EXPECT_EQ(findingsOf(report, "data.rejected-rows").size(), 1u);
}

TEST(HostileInputs, strayQuoteIsTextAndNamed)
{
    const TempDir folder;
    const json report = audit({folder.write("s.csv", "a,b\n1,5\" pipe\n2,x\n3,\"y\nz\"\n").string(),
        "--privacy", "full"});
    const json& input = inputOf(report);
    EXPECT_EQ(input.at("rows"), 3);
    ASSERT_EQ(input.at("tolerated").size(), 1u);
    EXPECT_EQ(input.at("tolerated").at(0).at("line"), 2);
    EXPECT_EQ(input.at("tolerated").at(0).at("column"), 4);
    const json& top = columnOf(report, "b").at("top");
    ASSERT_EQ(top.size(), 3u);
    EXPECT_EQ(top.at(0).at("value"), "5\" pipe");
    EXPECT_EQ(top.at(2).at("value"), "y\nz");
}

TEST(HostileInputs, nulBytesAreTextAndNeverShownRaw)
{
    const TempDir folder;
    std::string text = "a,b\n";
    for (int i = 0; i < 100; ++i)
        text += (i % 2 == 0 ? "padded x\0y,"s : "padded x\0z,"s) + (i % 3 == 0 ? "1\n" : "2\n");
    const std::vector<std::string> arguments{"audit", folder.write("n.csv", text).string(),
        "--group", "a", "--label", "b", "--favourable", "1", "-v", "--privacy", "full"};
    const RunResult run = cupel(arguments);
    EXPECT_EQ(run.exitCode, 0) << run.err;
    EXPECT_EQ((run.out + run.err).find('\0'), std::string::npos);
    const json report = audit({folder.write("n.csv", text).string()});
    EXPECT_EQ(inputOf(report).at("rows"), 100);
    EXPECT_EQ(columnOf(report, "a").at("distinct").at("value"), 2);
}

/// Runs where more than this much address space is not to be had.
RunResult withinMegabytes(int megabytes, const std::string& arguments, const TempDir& folder)
{
    RunOptions options;
    options.workingDir = folder.path();
    return shell(
        "ulimit -v " + std::to_string(megabytes * 1024) + " && exec \"$CUPEL\" audit " + arguments,
        options);
}

TEST(HostileInputs, lineOf100MegabytesTakesBoundedMemory)
{
    const TempDir folder;
    const std::string piece(1'000'000, 'x');
    writePieces(folder / "line.csv", 102, [&](std::size_t i) {
        return i == 0 ? "a,b\n1,2\n3,"s : i == 101 ? "\n5,6\n"s : piece;
    });
    const RunResult run = withinMegabytes(400, "line.csv --json -j 2", folder);
    ASSERT_EQ(run.exitCode, 0) << run.err;
    const json report = reportOf(run);
    const json& input = inputOf(report);
    EXPECT_EQ(input.at("rows"), 2);
    ASSERT_EQ(input.at("rejected").size(), 1u);
    EXPECT_EQ(input.at("rejected").at(0).at("line"), 3);
    EXPECT_EQ(accountedBytes(input), input.at("bytes"));
}

TEST(HostileInputs, fileOfOneEndlessLineIsRefused)
{
    const TempDir folder;
    const std::string piece(1'000'000, 'x');
    writePieces(folder / "line.csv", 100, [&](std::size_t) { return piece; });
    const RunResult run = withinMegabytes(400, "line.csv -j 2", folder);
    EXPECT_EQ(run.exitCode, 3);
    EXPECT_NE(run.err.find("line.csv line 1: "), std::string::npos) << run.err;
    EXPECT_NE(run.err.find("  try: "), std::string::npos) << run.err;
}

TEST(HostileInputs, hugeFilesOfRolesAndReportsAreNotLoaded)
{
    const TempDir folder;
    const std::string data = folder.write("d.csv", "a,b\n1,2\n").string();
    const std::string huge = folder.write("huge.json", "{").string();
    std::filesystem::resize_file(huge, std::uintmax_t{300} << 20);
    const RunResult roles = withinMegabytes(200, "d.csv --roles huge.json", folder);
    EXPECT_EQ(roles.exitCode, 2);
    EXPECT_NE(roles.err.find("huge.json: the file is larger than 16 MiB"), std::string::npos)
        << roles.err;
    const RunResult report = cupel({"rows", "f-1", data, "--report", huge});
    EXPECT_EQ(report.exitCode, 2);
    EXPECT_NE(report.err.find("larger than 256 MiB"), std::string::npos) << report.err;
}

TEST(HostileInputs, fiveThousandColumns)
{
    const TempDir folder;
    std::string header;
    std::string row;
    for (int i = 0; i < 5'000; ++i) {
        header += (i == 0 ? "c" : ",c") + std::to_string(i);
        row += (i == 0 ? "" : ",") + std::to_string(i % 7);
    }
    const json report
        = audit({folder.write("w.csv", header + "\n" + row + "\n" + row + "\n").string()});
    const json& columns = report.at("datasets").at(0).at("columns");
    ASSERT_EQ(columns.size(), 5'000u);
    EXPECT_EQ(columns.at(4'999).at("name"), "c4999");
    EXPECT_EQ(columns.at(4'999).at("max"), 4'999 % 7);
    EXPECT_EQ(findingsOf(report, "data.duplicate-rows").size(), 1u);
}

TEST(HostileInputs, emptyAndRepeatedColumnNames)
{
    const TempDir folder;
    const json report = audit({folder.write("d.csv", ",a,a,\n1,2,3,4\n").string()});
    std::vector<std::string> names;
    for (const json& column : report.at("datasets").at(0).at("columns"))
        names.push_back(column.at("name"));
    EXPECT_EQ(names, (std::vector<std::string>{"column_1", "a", "a_2", "column_4"}));
    EXPECT_EQ(inputOf(report).at("renamedColumns").size(), 3u);
    EXPECT_EQ(findingsOf(report, "data.renamed-column").size(), 1u);
}

TEST(HostileInputs, nameOfAMegabyteIsCutInSentences)
{
    const TempDir folder;
    const std::string name(1'000'000, 'n');
    const std::string path = folder.write("n.csv", "a,\"" + name + "\"\n1,2\n1,2\n").string();
    const RunResult run = cupel({"audit", path, "-v"});
    EXPECT_EQ(run.exitCode, 0) << run.err;
    EXPECT_NE(run.out.find(name.substr(0, 200) + "…"), std::string::npos);
    EXPECT_LT(run.out.size(), 10'000U);
    EXPECT_EQ(columnOf(audit({path}), name).at("rows"), 2);
    for (const char* option : {"--label", "--where"}) {
        const RunResult wrong = cupel({"audit", path, option, "none = 1"});
        EXPECT_EQ(wrong.exitCode, 2);
        EXPECT_LT(wrong.err.size(), 10'000U);
    }
}

TEST(HostileInputs, namesThatLookLikeOptionsOrAddresses)
{
    const TempDir folder;
    RunOptions options;
    options.workingDir = folder.path();
    for (const char* name : {"-x.csv", "file:x?mode=rwc.csv", "a b;c.csv"}) {
        folder.write(name, "a,b\n1,2\n");
        const RunResult run = cupel({"audit", "--json", "--", name}, options);
        ASSERT_EQ(run.exitCode, 0) << name << ": " << run.err;
        EXPECT_EQ(inputOf(reportOf(run)).at("file"), name);
    }
}

/// What a terminal or a build log would act on, in names and in values.
constexpr const char* kActing[]
    = {"\x1b[31mred", "\x1b]52;c;ZXZpbA==\x07", "a\rb", "\xE2\x80\xAEright",
        "\xC2\x9B"
        "2J",
        "tab\there", "zero\xE2\x80\x8Bwidth"};

bool isRawAnywhere(const std::string& shown)
{
    for (const char* raw :
        {"\x1b", "\x07", "\r", "\t", "\xE2\x80\xAE", "\xC2\x9B", "\xE2\x80\x8B", "\n::", "\n##"}) {
        if (shown.find(raw) != std::string::npos)
            return true;
    }
    return shown.starts_with("::") || shown.starts_with("##");
}

TEST(HostileInputs, nothingInTheDataActsOnATerminalOrALog)
{
    const TempDir folder;
    for (const std::string text : {kActing[0], kActing[1], kActing[2], kActing[3], kActing[4],
             kActing[5], kActing[6], "::error::x", "##vso[task.x]", "one\n::error::y"}) {
        std::string file = "\"" + text + "\",label\n";
        for (int i = 0; i < 200; ++i)
            file += "\"" + (i % 2 == 0 ? text : "other") + "\","
                + (i % 8 == 0        ? "yes"
                        : i % 2 == 0 ? "no"
                                     : "yes")
                + "\n";
        const std::string path = folder.write("t.csv", file).string();
        const RunResult run = cupel({"audit", path, "--label", "label", "--favourable", "yes",
            "--group", text, "-v", "--privacy", "full"});
        EXPECT_EQ(run.exitCode, 1) << run.err;
        EXPECT_FALSE(isRawAnywhere(run.out)) << run.out;
        EXPECT_FALSE(isRawAnywhere(run.err)) << run.err;
        const RunResult failing = cupel({"audit", path, "--label", text + "x"});
        EXPECT_EQ(failing.exitCode, 2);
        EXPECT_FALSE(isRawAnywhere(failing.err)) << failing.err;
        const RunResult named = cupel({"audit", (folder / ("no" + text)).string()});
        EXPECT_EQ(named.exitCode, 3);
        EXPECT_FALSE(isRawAnywhere(named.err)) << named.err;
    }
}

} // namespace
} // namespace cupel::test
