#include "tests/batch/cupel_program.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <thread>

#include "core/reports/audit_page.h"
#include "core/reports/page_json.h"
#include "tests/core/reports/support/hostile_texts.h"
#include "tests/core/reports/support/random_report.h"
#include "tests/core/reports/support/small_report.h"
#include "tests/support/process_state.h"
#include "tests/support/shared_dir.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {
namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

constexpr const char* kWhole = "printf '%%PDF-1.4\\n%%%%EOF\\n'";

/// A table in which every cell of a column without a role, and every value of a role that fewer
/// than five rows hold, is a canary.
std::string withCanaries()
{
    std::string content = "sex,ok,name\n";
    for (int i = 0; i < 60; ++i) {
        content += i == 7 ? "CANARYsex" : i % 2 == 0 ? "Female" : "Male";
        content += std::string(i % 3 == 0 ? ",yes" : ",no") + ",CANARYname" + std::to_string(i % 5)
            + "\n";
    }
    return content;
}

/// The batch program with a print program of the test's own beside it.
class OtherPrintProgram : public testing::Test {
protected:
    OtherPrintProgram()
    {
        fs::create_directories(bin);
        fs::copy_file(cupelBinary(), bin / "cupel");
        folder.write("data.csv", "sex,ok\nF,1\nM,0\nF,1\n");
    }

    /// A shell script in which $HERE is the folder of the test.
    void putScript(const std::string& text) const
    {
        put("bin/cupel-print", "#!/bin/sh\nHERE='" + folder.path().string() + "'\n" + text + "\n");
    }
    void put(const std::string& name, const std::string& text) const
    {
        fs::permissions(folder.write(name, text), fs::perms(0755));
    }
    RunResult audit(std::vector<std::string> more, RunOptions how = {}) const
    {
        more.insert(more.begin(), {(bin / "cupel").string(), "audit", "data.csv", "-q"});
        how.workingDir = folder.path();
        return runProgram(more, how);
    }

    const TempDir folder;
    const fs::path bin = folder / "bin";
};

TEST_F(OtherPrintProgram, thatIsMissingIsSaidBeforeAnythingIsRead)
{
    const RunResult run = audit({"-o", "json=r.json", "-o", "pdf=r.pdf", "--label", "nonsense"});
    EXPECT_EQ(run.exitCode, 7);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(run.err,
        "cupel: the PDF cannot be made: there is no cupel-print beside this program\n"
        "  try: install the package cupel-desktop; in a source tree begin with ./dev run\n");
    EXPECT_FALSE(fs::exists(folder / "r.json"));
    EXPECT_EQ(audit({"-o", "json=r.json"}).exitCode, 0);
}

TEST_F(OtherPrintProgram, isFoundWhereThePackagePutsIt)
{
    put("libexec/cupel/cupel-print", std::string("#!/bin/sh\n") + kWhole);
    EXPECT_EQ(audit({"-o", "pdf=r.pdf"}).exitCode, 0);
    EXPECT_EQ(readFile(folder / "r.pdf"), "%PDF-1.4\n%%EOF\n");
    // A folder of its name, or a file that is no program, is not taken for it.
    fs::create_directory(bin / "cupel-print");
    EXPECT_EQ(audit({"-o", "pdf=r.pdf"}).exitCode, 0);
    fs::remove(bin / "cupel-print");
    folder.write("bin/cupel-print", "text");
    EXPECT_EQ(audit({"-o", "pdf=r.pdf"}).exitCode, 0);
}

TEST_F(OtherPrintProgram, isFoundThroughALinkToTheBatchProgram)
{
    putScript(kWhole);
    fs::create_symlink(bin / "cupel", folder / "link");
    RunOptions how;
    how.workingDir = folder.path();
    EXPECT_EQ(runProgram({"./link", "audit", "data.csv", "-o", "pdf=r.pdf"}, how).exitCode, 0);
}

TEST_F(OtherPrintProgram, whateverItDoesLeavesTheOldFile)
{
    const std::vector<std::pair<std::string, std::string>> cases{
        {"exit 3", "cupel-print ended with exit code 3"},
        {"echo 'cupel-print: there is no font' >&2; echo '  try: install one' >&2; exit 7",
            "cupel-print says: there is no font\n  try: install one\n"},
        {"echo 'nonsense' >&2; exit 1", "cupel-print ended with exit code 1\n"},
        {"printf 'Qt: warning\\ncupel-print: a\\033[2Jb\\n' >&2; exit 4",
            "cupel-print says: a\\x1b[2Jb\n"},
        {"{ printf 'cupel-print: '; head -c 100000 /dev/zero | tr '\\0' x; } >&2; exit 4",
            "cupel-print says: xxx"},
        {"kill -SEGV $$", "cupel-print was ended by SIGSEGV"},
        {std::string(kWhole) + "; kill -KILL $$", "cupel-print was ended by SIGKILL"},
        {":", "what cupel-print wrote is no whole PDF"},
        {"echo garbage", "what cupel-print wrote is no whole PDF"},
        {"printf '%%PDF-1.4\\nhalf'", "what cupel-print wrote is no whole PDF"},
        {"printf '%%%%EOF\\n'", "what cupel-print wrote is no whole PDF"},
        {"echo 'cupel-print: the page is in form 1' >&2; exit 2", "in one version"},
    };
    for (const auto& [text, words] : cases) {
        putScript(text);
        folder.write("r.pdf", "old");
        const RunResult run = audit({"-o", "pdf=r.pdf", "-o", "json=r.json"});
        EXPECT_EQ(run.exitCode, 7) << text;
        EXPECT_EQ(run.err.rfind("cupel: r.pdf: the PDF cannot be made: ", 0), 0u) << run.err;
        EXPECT_NE(run.err.find(words), std::string::npos) << run.err;
        EXPECT_NE(run.err.find("\n  try: "), std::string::npos) << run.err;
        EXPECT_LT(run.err.size(), 5'000u) << text;
        EXPECT_EQ(readFile(folder / "r.pdf"), "old") << text;
        EXPECT_TRUE(fs::remove(folder / "r.json")) << text; // other outputs are written
    }
    put("bin/cupel-print", "neither a script nor a program");
    EXPECT_NE(audit({"-o", "pdf=r.pdf"}).err.find("does not start: "), std::string::npos);
}

TEST_F(OtherPrintProgram, isHeardWhereTheParentIgnoresItsChildren)
{
    putScript("echo 'cupel-print: there is no font' >&2; exit 7");
    RunOptions how;
    how.workingDir = folder.path();
    const RunResult run
        = shell("env --ignore-signal=CHLD bin/cupel audit data.csv -q -o pdf=r.pdf", how);
    EXPECT_EQ(run.exitCode, 7);
    EXPECT_NE(run.err.find("cupel-print says: there is no font"), std::string::npos) << run.err;
}

TEST_F(OtherPrintProgram, thatTalksAndDoesNotReadIsNoTrouble)
{
    putScript(std::string("echo 'a warning' >&2; ") + kWhole);
    const RunResult run = audit({"-o", "pdf=-"});
    EXPECT_EQ(run.exitCode, 0);
    EXPECT_EQ(run.err, "");
    EXPECT_EQ(run.out, "%PDF-1.4\n%%EOF\n");
}

TEST_F(OtherPrintProgram, getsThePageItsOptionsAndNothingElse)
{
    putScript(std::string("cat >$HERE/stdin; env >$HERE/env; echo \"$@\" >$HERE/words; pwd >$HERE/"
                          "place; ")
        + kWhole);
    RunOptions how;
    how.environment = {{"SOURCE_DATE_EPOCH", "86400"}, {"CUPEL_SECRET", "CANARY"},
        {"HOME", "/CANARY"}, {"QT_QPA_PLATFORM", "CANARY"}, {"LC_ALL", "de_DE.UTF-8"}};
    EXPECT_EQ(audit({"-o", "pdf=r.pdf", "--paper", "letter"}, how).exitCode, 0);
    EXPECT_EQ(readFile(folder / "words"), "--paper letter --date 86400\n");
    EXPECT_EQ(readFile(folder / "place"), "/\n");
    EXPECT_EQ(readFile(folder / "env").find("CANARY"), std::string::npos);
    EXPECT_EQ(readFile(folder / "env").find("de_DE"), std::string::npos);
    const auto page = nlohmann::json::parse(readFile(folder / "stdin"));
    EXPECT_EQ(page.at("schema"), "cupel.page");
    EXPECT_EQ(page.at("kind"), "Dataset audit");
    EXPECT_EQ(audit({"-o", "pdf=r.pdf"}).exitCode, 0);
    EXPECT_EQ(readFile(folder / "words"), "--paper a4\n");
}

/// What is drawn cannot show what never reached the program that draws.
TEST_F(OtherPrintProgram, getsNothingThatPrivacyHides)
{
    putScript(std::string("cat >$HERE/stdin; ") + kWhole);
    folder.write("data.csv", withCanaries());
    const auto pageUnder = [this](const char* privacy) {
        const RunResult run = audit({"-o", "pdf=r.pdf", "--label", "ok", "--favourable", "yes",
            "--group", "sex", "--fail-on", "never", "--privacy", privacy});
        EXPECT_EQ(run.exitCode, 0) << run.err;
        return readFile(folder / "stdin");
    };
    EXPECT_NE(pageUnder("full").find("CANARY"), std::string::npos);
    EXPECT_EQ(pageUnder("masked").find("CANARY"), std::string::npos);
    EXPECT_EQ(pageUnder("aggregate").find("CANARY"), std::string::npos);
}

TEST_F(OtherPrintProgram, isEndedByControlC)
{
    // Only the batch program gets the signal here.
    putScript("sleep 60 & echo $! >$HERE/pid; wait");
    const auto begin = std::chrono::steady_clock::now();
    RunOptions how;
    how.workingDir = folder.path();
    const RunResult run = runProgram({"sh", "-c",
                                         "bin/cupel audit data.csv -o pdf=r.pdf -o json=r.json "
                                         "--catalog c.cupel & while ! [ -s pid ]; do :; done; kill "
                                         "-TERM $!; wait $!"},
        how);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 20s);
    EXPECT_EQ(run.exitCode, 143) << run.err;
    EXPECT_EQ(run.err, "cupel: r.pdf: cancelled while printing\n");
    EXPECT_EQ(run.out, "");
    EXPECT_FALSE(fs::exists(folder / "r.pdf"));
    EXPECT_FALSE(fs::exists(folder / "r.json"));
    const std::string pid = readFile(folder / "pid");
    for (int i = 0; i < 10'000 && isRunning(pid); ++i)
        std::this_thread::yield();
    EXPECT_FALSE(isRunning(pid));
}

/// The print program of this build.
std::string printBinary()
{
    return (fs::path(cupelBinary()).parent_path() / "cupel-print").string();
}

class Pdf : public testing::Test {
protected:
    void SetUp() override
    {
        if (!fs::exists(printBinary()))
            GTEST_SKIP() << "built without cupel-print: configure with CUPEL_DESKTOP=ON";
    }

    /// Writes PDFs of the sample: its audit, its card, its rubric. Their bytes, one after the
    /// other.
    static std::string ofSample(const RunOptions& how, const std::string& input,
        const std::string& rolesFile, const std::string& jobs = "-j4")
    {
        const TempDir to;
        const auto run = [&](std::vector<std::string> words, int code) {
            const RunResult done = cupel(words, how);
            EXPECT_EQ(done.exitCode, code) << done.err;
        };
        const auto path = [&to](const char* name) { return (to / name).string(); };
        run({"audit", input, "--roles", rolesFile, "-q", jobs, "-o", "pdf=" + path("a.pdf")}, 1);
        run({"card", "render", input, "--roles", rolesFile, "-o", "pdf=" + path("c.pdf")}, 0);
        run({"rubric", "template", input, "--roles", rolesFile, "-o", path("s.json")}, 0);
        run({"rubric", "report", path("s.json"), "-o", "pdf=" + path("r.pdf")}, 0);
        std::string all;
        for (const char* name : {"a.pdf", "c.pdf", "r.pdf"})
            all += readFile(to / name);
        return all;
    }

    /// What a PDF says, as pdftotext reads it.
    static std::string textOf(const fs::path& pdf)
    {
        const RunResult text = runProgram({"pdftotext", "-raw", pdf.string(), "-"});
        EXPECT_EQ(text.exitCode, 0) << text.err;
        return text.out;
    }
    static bool hasPdfTools() { return runProgram({"pdftotext", "-v"}).exitCode == 0; }

    const TempDir folder;
    const fs::path sample = sourceDir() / "resources/sample";
    const std::string data = (sample / "loans.csv").string();
    const std::string roles = (sample / "roles.json").string();
};

#define CUPEL_REQUIRE_PDF_TOOLS()                                                                  \
    if (!hasPdfTools())                                                                            \
    GTEST_SKIP() << "no pdftotext: apt-get install poppler-utils"

TEST_F(Pdf, saysWhatThePageSays)
{
    CUPEL_REQUIRE_PDF_TOOLS();
    const std::string pdf = (folder / "r.pdf").string();
    EXPECT_EQ(cupel({"audit", data, "--roles", roles, "-q", "-o", "pdf=" + pdf}).exitCode, 1);
    const std::string text = textOf(pdf);
    for (const char* words : {"Dataset audit", "loans.csv", "5,000", "fairness.base-rate-gap",
             "LIC-DECLARED-TEXT-MISMATCH", "60.5"})
        EXPECT_NE(text.find(words), std::string::npos) << words;
    const std::string card = (folder / "c.pdf").string();
    EXPECT_EQ(cupel({"card", "render", data, "-o", "pdf=" + card}).exitCode, 0);
    EXPECT_NE(textOf(card).find("Data Card"), std::string::npos);
    const std::string sheet = (folder / "s.json").string();
    const std::string rubric = (folder / "q.pdf").string();
    EXPECT_EQ(cupel({"rubric", "template", data, "-o", sheet}).exitCode, 0);
    EXPECT_EQ(cupel({"rubric", "report", sheet, "-o", "pdf=" + rubric}).exitCode, 0);
    EXPECT_NE(textOf(rubric).find("points"), std::string::npos);
}

TEST_F(Pdf, theCatalogGivesTheSameAsTheAudit)
{
    const std::string pdf = (folder / "r.pdf").string();
    const std::string again = (folder / "again.pdf").string();
    const std::string catalog = (folder / "c.cupel").string();
    cupel({"audit", data, "--roles", roles, "-q", "-o", "pdf=" + pdf, "--catalog", catalog});
    const RunResult run
        = cupel({"report", "loans", "--catalog", catalog, "-q", "-o", "pdf=" + again});
    EXPECT_EQ(run.exitCode, 0) << run.err;
    EXPECT_TRUE(readFile(pdf) == readFile(again));
}

TEST_F(Pdf, goesToAPipeAndToNoTerminal)
{
    const RunResult piped = cupel({"audit", data, "-o", "pdf=-", "--fail-on", "never"});
    EXPECT_EQ(piped.exitCode, 0);
    EXPECT_EQ(piped.err, "");
    EXPECT_EQ(piped.out.rfind("%PDF-", 0), 0u);
    EXPECT_EQ(piped.out.substr(piped.out.size() - 6), "%%EOF\n");
    // script(1) gives its command a terminal.
    const RunResult shown = shell("script -qec \"$CUPEL audit " + data + " -o pdf=-\" /dev/null");
    if (shown.exitCode == 127)
        GTEST_SKIP() << "no script: apt-get install bsdutils";
    EXPECT_EQ(shown.exitCode, 2);
    EXPECT_NE(shown.out.find("a PDF is not for a terminal"), std::string::npos) << shown.out;
    EXPECT_EQ(shown.out.find("%PDF"), std::string::npos);
}

TEST_F(Pdf, paperIsThatOfTheOption)
{
    const auto boxOf = [this](std::vector<std::string> more) {
        more.insert(more.begin(), {"audit", data, "--fail-on", "never", "-o", "pdf=-"});
        const std::string pdf = cupel(more).out;
        const std::size_t box = pdf.find("/MediaBox");
        return pdf.substr(box, pdf.find(']', box) + 1 - box);
    };
    EXPECT_EQ(boxOf({}), "/MediaBox [0 0 595.000000 842.000000]");
    EXPECT_EQ(boxOf({"--paper", "a4"}), boxOf({}));
    EXPECT_EQ(boxOf({"--paper=letter"}), "/MediaBox [0 0 612.000000 792.000000]");
    const RunResult other = cupel({"audit", data, "-o", "pdf=-", "--paper", "a3"});
    EXPECT_EQ(other.exitCode, 2);
    EXPECT_NE(other.err.find("use a4 or letter"), std::string::npos);
    EXPECT_EQ(cupel({"audit", data, "--paper", "a4"}).exitCode, 2);
    EXPECT_EQ(cupel({"card", "render", data, "--paper", "a4"}).exitCode, 2);
}

TEST_F(Pdf, theSameBytesWhereverItIsMade)
{
    const std::string expected = ofSample({}, data, roles);
    EXPECT_TRUE(ofSample({}, data, roles, "-j1") == expected);
    RunOptions there;
    there.environment = {{"TZ", "Pacific/Kiritimati"}, {"LC_ALL", "de_DE.UTF-8"},
        {"LANGUAGE", "de"}, {"QT_HASH_SEED", "7"}, {"QT_FONT_DPI", "200"}, {"QT_SCALE_FACTOR", "2"},
        {"HOME", folder.path().string()}, {"COLUMNS", "40"}};
    EXPECT_TRUE(ofSample(there, data, roles) == expected);
    for (const char* file : {"loans.csv", "roles.json", "README.md", "croissant.json", "LICENSE"})
        folder.write(std::string("deep/er/") + file, readFile(sample / file));
    RunOptions inside;
    inside.workingDir = folder / "deep";
    EXPECT_TRUE(ofSample(inside, "er/loans.csv", "er/roles.json") == expected);
}

TEST_F(Pdf, theDateIsThatOfTheEnvironmentAndStandsInOnePlace)
{
    const auto pdfOn = [this](const char* date) {
        RunOptions how;
        if (*date)
            how.environment["SOURCE_DATE_EPOCH"] = date;
        return cupel({"audit", data, "--fail-on", "never", "-o", "pdf=-"}, how).out;
    };
    EXPECT_EQ(pdfOn("").find("/CreationDate"), std::string::npos);
    const std::string one = pdfOn("86400");
    std::string other = pdfOn("1700000000");
    EXPECT_NE(one.find("/CreationDate (D:19700102000000Z)"), std::string::npos);
    const std::size_t date = other.find("D:20231114221320Z");
    ASSERT_NE(date, std::string::npos);
    EXPECT_TRUE(other.replace(date, 17, "D:19700102000000Z") == one);
    RunOptions wrong;
    wrong.environment["SOURCE_DATE_EPOCH"] = "yesterday";
    EXPECT_EQ(cupel({"audit", data, "-o", "pdf=-"}, wrong).exitCode, 2);
}

TEST_F(Pdf, whatPrivacyHidesIsNotInIt)
{
    CUPEL_REQUIRE_PDF_TOOLS();
    const std::string canaries = folder.write("data.csv", withCanaries()).string();
    folder.write("README.md", "---\nlicense: mit\n---\n# Card\n\n60 rows.\n");
    const std::string pdf = (folder / "r.pdf").string();
    const std::string card = (folder / "c.pdf").string();
    const auto textsOf = [&](const char* privacy) {
        const std::vector<std::string> options{
            "--label", "ok", "--favourable", "yes", "--group", "sex", "--privacy", privacy};
        std::vector<std::string> words{
            "audit", canaries, "--fail-on", "never", "-q", "-o", "pdf=" + pdf};
        words.insert(words.end(), options.begin(), options.end());
        EXPECT_EQ(cupel(words).exitCode, 0);
        words = {"card", "render", canaries, "-o", "pdf=" + card};
        words.insert(words.end(), options.begin(), options.end());
        EXPECT_EQ(cupel(words).exitCode, 0);
        return textOf(pdf) + textOf(card);
    };
    EXPECT_NE(textsOf("full").find("CANARY"), std::string::npos);
    for (const char* mode : {"masked", "aggregate"}) {
        const std::string text = textsOf(mode);
        EXPECT_NE(text.find("Dataset audit"), std::string::npos);
        EXPECT_EQ(text.find("CANARY"), std::string::npos) << mode;
    }
}

/// Long lists are cut before they are printed, so the file of a faulty table still opens.
TEST_F(Pdf, staysSmallForAWideAndFaultyTable)
{
    std::string header;
    std::string rows;
    constexpr int kColumns = 1'000;
    for (int i = 0; i < kColumns; ++i)
        header += (i > 0 ? "," : "") + ("column " + std::to_string(i));
    for (int row = 0; row < 20; ++row) {
        rows += "\n";
        for (int i = 0; i < kColumns; ++i)
            rows += (i > 0 ? "," : "") + std::to_string((row * i) % 7);
    }
    const std::string wide = folder.write("wide.csv", header + rows + "\n").string();
    const RunResult run = cupel({"audit", wide, "--fail-on", "never", "-o", "pdf=-"});
    EXPECT_EQ(run.exitCode, 0) << run.err;
    EXPECT_LT(run.out.size(), 4'000'000u);
}

class PrintProgram : public Pdf {
protected:
    RunResult print(
        const std::string& input, const std::string& words = {}, const RunOptions& how = {}) const
    {
        const std::string page = folder.write("page.json", input).string();
        return runProgram(
            {"sh", "-c", "exec '" + printBinary() + "' " + words + " <'" + page + "'"}, how);
    }
    static std::string pageOf(const reports::Report& report)
    {
        return reports::pageJson(
            reports::auditPage(report), reports::PrivacyView(reports::Privacy::Full));
    }
};

TEST_F(PrintProgram, theSameBytesForAnyPerson)
{
    const std::string page = pageOf(smallReport());
    const RunResult plain = print(page);
    EXPECT_EQ(plain.exitCode, 0);
    EXPECT_EQ(plain.err, "");
    RunOptions there;
    there.environment = {{"QT_QPA_PLATFORM", "nonsense"}, {"QT_QPA_PLATFORMTHEME", "nonsense"},
        {"QT_FONT_DPI", "200"}, {"QT_SCALE_FACTOR", "2"}, {"TZ", "Pacific/Kiritimati"},
        {"XDG_RUNTIME_DIR", "/nonexistent"}, {"HOME", folder.path().string()}};
    if (makeLocale("de_DE", folder.path())) {
        there.environment["LOCPATH"] = folder.path().string();
        there.environment["LC_ALL"] = "de_DE.UTF-8";
    }
    const RunResult other = print(page, {}, there);
    EXPECT_EQ(other.exitCode, 0);
    EXPECT_EQ(other.err, "");
    EXPECT_TRUE(other.out == plain.out);
    EXPECT_FALSE(fs::exists(folder / ".cache"));
}

/// Texts that act elsewhere, and reports in which anything may stand.
TEST_F(PrintProgram, drawsWhateverAPageMayHold)
{
    for (const std::string& text : hostileTexts()) {
        reports::Report report = smallReport();
        report.datasets[0].name = text;
        report.datasets[0].audits[0].result.reason = text;
        const RunResult run = print(pageOf(report));
        EXPECT_EQ(run.exitCode, 0) << text << ": " << run.err;
        EXPECT_EQ(run.out.rfind("%PDF-", 0), 0u) << text;
    }
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        const RunResult run = print(pageOf(randomReport(seed)));
        EXPECT_EQ(run.exitCode, 0) << seed << ": " << run.err;
    }
}

TEST_F(PrintProgram, refusesWhatIsNoPage)
{
    for (const std::string& text : {std::string(), std::string("nonsense"),
             std::string("{\"schema\": \"cupel.page\", \"form\": 1}"), std::string(100'000, '[')}) {
        const RunResult run = print(text);
        EXPECT_EQ(run.exitCode, 3) << text.substr(0, 100);
        EXPECT_EQ(run.out, "");
        EXPECT_EQ(run.err.rfind("cupel-print: ", 0), 0u) << run.err;
        EXPECT_NE(run.err.find("\n  try: "), std::string::npos) << run.err;
    }
}

TEST_F(PrintProgram, refusesAPageOfAnotherVersion)
{
    const RunResult run = print(R"({"schema": "cupel.page", "form": 1, "program": "9.9.9"})");
    EXPECT_EQ(run.exitCode, 2);
    EXPECT_NE(run.err.find("9.9.9"), std::string::npos) << run.err;
}

TEST_F(PrintProgram, knowsItsOptions)
{
    const RunResult version = print("", "--version");
    EXPECT_EQ(version.exitCode, 0);
    EXPECT_EQ(version.out.rfind("cupel-print ", 0), 0u);
    for (const char* words : {"--paper", "--paper a3", "--date x", "--date -1", "--date 1.5",
             "--date 253402300800", "--style fusion", "-platform xcb", "file.json", "--help"}) {
        const RunResult run = print("{}", words);
        EXPECT_EQ(run.exitCode, 2) << words;
        EXPECT_NE(run.err.find("\n  try: "), std::string::npos) << words;
    }
}

} // namespace
} // namespace cupel::test
