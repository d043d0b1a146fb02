#include "core/catalog/data_file.h"

#include <gtest/gtest.h>

#include <atomic>
#include <csignal>
#include <random>
#include <thread>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/counts/local_counts.h"
#include "tests/core/catalog/support/data_file_folder.h"
#include "tests/core/catalog/support/same_file.h"
#include "tests/core/counts/local_table.h"
#include "tests/core/counts/print_answers.h"
#include "tests/core/counts/random_tables.h"
#include "tests/support/effort.h"
#include "tests/support/shared_dir.h"

namespace cupel::catalog {
namespace {

using base::ErrorCode;
using test::DataFileFolder;
using test::isSameFile;
using test::readText;

TEST(DataFile, EveryKindOfColumnComesBackAsItWas)
{
    const DataFileFolder folder;
    const std::string text = test::manyKinds();
    const readers::CsvOptions options = test::manyKindsOptions();
    const readers::CsvFile file = readText(text, options);
    const auto& columns = file.table.columns;
    using table::CodeColumn;
    using table::NumberColumn;
    EXPECT_EQ(std::get<CodeColumn>(columns[0].cells).width, 1u);
    EXPECT_EQ(std::get<CodeColumn>(columns[1].cells).width, 2u);
    EXPECT_EQ(std::get<CodeColumn>(columns[2].cells).width, 4u);
    EXPECT_EQ(std::get<NumberColumn>(columns[3].cells).kind, NumberColumn::Kind::Int32);
    EXPECT_EQ(std::get<NumberColumn>(columns[4].cells).kind, NumberColumn::Kind::Int64);
    EXPECT_EQ(std::get<NumberColumn>(columns[5].cells).kind, NumberColumn::Kind::Double);
    EXPECT_FALSE(std::get<table::TextSketch>(columns[7].cells).missingRows.empty());
    EXPECT_FALSE(std::get<NumberColumn>(columns[8].cells).notOfTypeRows.empty());
    ASSERT_GT(file.report.rejectedRows, 0u);
    ASSERT_GT(file.report.toleratedRows, 0u);

    ASSERT_TRUE(folder.write(file, options));
    for (const unsigned threads : {0u, 1u, 3u}) {
        const auto loaded = folder.load(readers::memorySource("people.csv", text), threads);
        ASSERT_TRUE(loaded) << loaded.error().message;
        EXPECT_TRUE(isSameFile(loaded->file, file));
        EXPECT_TRUE(test::areSameOptions(loaded->options, options));
        EXPECT_EQ(loaded->rowTexts, RowTexts::Original);
        EXPECT_FALSE(loaded->keepsSource);
    }
}

TEST(DataFile, ATableOfNoRowsComesBack)
{
    const DataFileFolder folder;
    for (const char* const text : {"a,b\n", "a", "a,b\nonly one\n"}) {
        const readers::CsvFile file = readText(text);
        ASSERT_EQ(file.table.rows, 0u);
        ASSERT_TRUE(folder.write(file));
        const auto loaded = folder.load();
        ASSERT_TRUE(loaded) << loaded.error().message;
        EXPECT_TRUE(isSameFile(loaded->file, file)) << text;
    }
}

TEST(DataFile, OddFilesComeBack)
{
    const DataFileFolder folder;
    std::vector<std::string> texts{"\xEF\xBB\xBF\x61, b\n1, 2\n", "a;b\r1;2\r\r3;4",
        "\"a\nb\",,a,a\n1,2,3,4\n", "x\n\"\"\n \n\"0\"\n", "n\n-0\n0.0\n1e-300\n9007199254740993\n",
        "a,b\nsome more words," + std::string("with \0 among them\n", 18),
        "\"a,b\n" + std::string(700'000, 'x') + "\",c\n1,2\n"};
    std::string manyColumns;
    for (int i = 0; i < 3'000; ++i)
        manyColumns += (i > 0 ? ",c" : "c") + std::to_string(i);
    texts.push_back(manyColumns + "\n" + std::string(2'999, ',') + "\n");
    for (const std::string& text : texts) {
        const readers::CsvFile file = readText(text);
        ASSERT_TRUE(folder.write(file));
        const auto loaded = folder.load(readers::memorySource("people.csv", text));
        ASSERT_TRUE(loaded) << loaded.error().message << " " << text.substr(0, 30);
        EXPECT_TRUE(isSameFile(loaded->file, file)) << text.substr(0, 30);
        for (std::uint64_t row = 0; row < file.table.rows; ++row)
            EXPECT_EQ(
                loaded->file.table.source->row(row)->cells, file.table.source->row(row)->cells);
    }
}

class DataFileAnswers : public testing::TestWithParam<std::uint64_t> { };

TEST_P(DataFileAnswers, AreThoseOfTheTable)
{
    std::mt19937_64 random(GetParam());
    const counts::LiteralTable literal = test::randomTable(random, 300);
    const std::string text = test::csvText(literal);
    const readers::CsvOptions options = test::csvOptions(literal);
    readers::CsvFile file = readText(text, options);
    const DataFileFolder folder;
    const bool keepsSource = GetParam() % 2 == 0;
    ASSERT_TRUE(folder.write(file, options, keepsSource));
    auto loaded = folder.load(keepsSource ? nullptr : readers::memorySource("people.csv", text));
    ASSERT_TRUE(loaded) << loaded.error().message;
    ASSERT_TRUE(isSameFile(loaded->file, file));
    const counts::LocalCounts before(
        std::make_shared<const table::Table>(std::move(file.table)), 1);
    const counts::LocalCounts after(
        std::make_shared<const table::Table>(std::move(loaded->file.table)), 2);
    for (int i = 0; i < 20; ++i) {
        const counts::Question question = test::randomQuestion(random, before.describe());
        SCOPED_TRACE(counts::toText(question));
        ASSERT_EQ(test::answerText(after, question), test::answerText(before, question));
    }
}

INSTANTIATE_TEST_SUITE_P(
    Seeds, DataFileAnswers, testing::Range<std::uint64_t>(1, 1 + test::effort(60)));

TEST(DataFile, RealTablesComeBack)
{
    CUPEL_REQUIRE_SHARED("data");
    const DataFileFolder folder;
    std::size_t tables = 0;
    for (const auto& entry :
        std::filesystem::recursive_directory_iterator(test::sharedDir() / "data")) {
        if (entry.path().extension() != ".csv")
            continue;
        SCOPED_TRACE(entry.path().string());
        const auto source = readers::openFile(entry.path().string());
        ASSERT_TRUE(source);
        const auto file = readers::readCsv(*source, {}, {});
        if (!file)
            continue;
        ASSERT_TRUE(folder.write(*file));
        const auto loaded = folder.load(*source);
        ASSERT_TRUE(loaded) << loaded.error().message;
        EXPECT_TRUE(isSameFile(loaded->file, *file));
        ++tables;
    }
    EXPECT_GT(tables, 0u);
}

TEST(DataFile, IsPrivateAndReplacesTheOneBefore)
{
    const DataFileFolder folder;
    const mode_t mask = ::umask(0);
    ASSERT_TRUE(folder.write(readText("a\n1\n")));
    ASSERT_TRUE(folder.write(readText("a\n2\n3\n")));
    ::umask(mask);
    struct stat status { };
    ASSERT_EQ(::stat(folder.path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
    EXPECT_EQ(folder.load()->file.table.rows, 2u);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"table.cupeldata"});
}

TEST(DataFile, HasTheSameBytesForAnyNumberOfThreads)
{
    const std::string text = test::manyKinds();
    readers::CsvOptions options = test::manyKindsOptions();
    std::string first;
    for (const unsigned threads : {1u, 2u, 3u}) {
        options.threads = threads;
        const DataFileFolder folder;
        ASSERT_TRUE(folder.write(readText(text, options), options, true));
        const std::string bytes = test::readFile(folder.path());
        EXPECT_TRUE(first.empty() || bytes == first) << threads;
        first = bytes;
    }
}

TEST(DataFile, WritersAndReadersOfOneFileDoNotDisturbEachOther)
{
    const DataFileFolder folder;
    const readers::CsvFile file = readText(test::manyKinds(), test::manyKindsOptions());
    ASSERT_TRUE(folder.write(file));
    std::atomic<int> failures{0};
    std::vector<std::thread> threads(4);
    for (std::size_t i = 0; i < threads.size(); ++i)
        threads[i] = std::thread([&, i] {
            for (int round = 0; round < 6; ++round) {
                const bool done = i % 2 == 0 ? folder.write(file).has_value()
                                             : isSameFile(folder.load(nullptr, 2)->file, file);
                failures += done ? 0 : 1;
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(folder.names(), std::vector<std::string>{"table.cupeldata"});
}

TEST(DataFile, AKilledWriterLeavesTheOneBeforeOrItsOwn)
{
    const DataFileFolder folder;
    const readers::CsvFile before = readText("a\n1\n");
    const readers::CsvFile after = readText(test::manyKinds(), test::manyKindsOptions());
    std::mt19937 random(9);
    std::size_t old = 0;
    for (std::size_t i = 0; i < test::effort(25); ++i) {
        ASSERT_TRUE(folder.write(before));
        EXPECT_EQ(folder.names().size(), 1u) << "what the last one left is removed";
        const pid_t child = ::fork();
        if (child == 0) {
            (void)folder.write(after, {}, true);
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(random() % 150'000));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const auto loaded = folder.load();
        ASSERT_TRUE(loaded) << loaded.error().message;
        const bool isOld = loaded->file.table.rows == before.table.rows;
        EXPECT_TRUE(isSameFile(loaded->file, isOld ? before : after));
        old += isOld ? 1 : 0;
    }
    EXPECT_GT(old, 0u);
}

TEST(DataFile, CancellingLeavesNothingBehind)
{
    const DataFileFolder folder;
    const readers::CsvFile file = readText("a\n1\n");
    const std::atomic<bool> cancel = true;
    const base::JobContext job({}, &cancel);
    const auto written = writeDataFile(folder.path(), file, {}, {}, job);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Cancelled);
    EXPECT_TRUE(folder.names().empty());
    ASSERT_TRUE(folder.write(file));
    const auto loaded = readDataFile(folder.path(), nullptr, 1, job);
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Cancelled);
}

TEST(DataFile, TellsHowFarItIs)
{
    const DataFileFolder folder;
    const std::string text = test::manyKinds();
    const readers::CsvFile file = readText(text, test::manyKindsOptions());
    std::uint64_t last = 0;
    std::uint64_t whole = 0;
    const base::JobContext job([&](std::uint64_t done, std::uint64_t total, std::string_view) {
        EXPECT_LE(done, total);
        last = done;
        whole = total;
    });
    ASSERT_TRUE(writeDataFile(folder.path(), file, {}, {true}, job));
    EXPECT_GT(whole, 0u);
    EXPECT_EQ(last, whole);
}

/// The largest file that this process may write, while it lives.
class FileLimit {
public:
    explicit FileLimit(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
        m_handler = ::signal(SIGXFSZ, SIG_IGN);
    }
    ~FileLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        ::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int) = nullptr;
};

TEST(DataFile, WithoutRoomTheOneBeforeStays)
{
    const DataFileFolder folder;
    ASSERT_TRUE(folder.write(readText("a\n1\n")));
    const readers::CsvFile large = readText(test::manyKinds(), test::manyKindsOptions());
    for (const rlim_t room : {0u, 65'536u, 200'000u, 1'500'000u}) {
        base::Result<void> written;
        {
            const FileLimit limit(room);
            written = folder.write(large, {}, true);
        }
        ASSERT_FALSE(written) << room;
        EXPECT_EQ(written.error().code, ErrorCode::Catalog);
        EXPECT_FALSE(written.error().hint.empty());
        EXPECT_EQ(folder.names(), std::vector<std::string>{"table.cupeldata"});
        EXPECT_EQ(folder.load()->file.table.rows, 1u);
    }
}

TEST(DataFile, AFolderThatIsNotThereIsNamed)
{
    const DataFileFolder folder;
    const std::string path = (folder.folder() / "none" / "t.cupeldata").string();
    const auto written = writeDataFile(path, readText("a\n1\n"), {}, {}, {});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::Catalog);
    EXPECT_EQ(written.error().where.file, path);
    const auto loaded = readDataFile(path, nullptr, 1, {});
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().code, ErrorCode::Catalog);
}

} // namespace
} // namespace cupel::catalog
