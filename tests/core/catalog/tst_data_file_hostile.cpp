#include "core/catalog/data_file.h"

#include <gtest/gtest.h>

#include <bit>
#include <cstring>
#include <functional>
#include <random>

#include <sqlite3.h>
#include <sys/stat.h>

#include "core/base/hash.h"
#include "core/catalog/data_file_format.h"
#include "core/catalog/data_file_head.h"
#include "core/counts/local_counts.h"
#include "tests/core/catalog/support/data_file_folder.h"
#include "tests/core/catalog/support/same_file.h"
#include "tests/support/effort.h"

namespace cupel::catalog {
namespace {

using base::ErrorCode;
using test::DataFileFolder;
using test::readText;

std::string smallText()
{
    std::mt19937 random(2);
    std::string text = "word,id,number,note,forced\n";
    for (int row = 0; row < 1'500; ++row)
        text += std::string(row % 3 == 0 ? "a"
                        : row % 3 == 1   ? "\xC3\xA9"
                                         : "")
            + ",i" + std::to_string(row) + "," + std::to_string(random() % 5'000'000) + ",note "
            + std::to_string(row % 700) + "," + (row % 100 == 7 ? "x" : std::to_string(row * 7))
            + "\n";
    return text;
}

readers::CsvOptions smallOptions()
{
    readers::CsvOptions options;
    options.types["forced"] = table::ColumnType::Integer;
    return options;
}

void flipBit(char& byte, std::uint64_t random)
{
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ 1u << random % 8);
}

/// Change a data file as only SQLite can.
class Tampering {
public:
    explicit Tampering(const std::string& path)
    {
        EXPECT_EQ(sqlite3_open(path.c_str(), &m_handle), SQLITE_OK);
        run("PRAGMA synchronous = OFF");
    }
    ~Tampering() { sqlite3_close(m_handle); }
    Tampering(const Tampering&) = delete;
    Tampering& operator=(const Tampering&) = delete;

    void run(const std::string& sql)
    {
        char* message = nullptr;
        EXPECT_EQ(sqlite3_exec(m_handle, sql.c_str(), nullptr, nullptr, &message), SQLITE_OK)
            << sql << ": " << message;
        sqlite3_free(message);
    }
    /// Ids of the segments of a kind.
    std::vector<std::int64_t> segments(SegmentKind kind)
    {
        std::vector<std::int64_t> ids;
        sqlite3_stmt* query = nullptr;
        sqlite3_prepare_v2(
            m_handle, "SELECT id FROM segment WHERE kind = ? ORDER BY id", -1, &query, nullptr);
        sqlite3_bind_int(query, 1, static_cast<int>(kind));
        while (sqlite3_step(query) == SQLITE_ROW)
            ids.push_back(sqlite3_column_int64(query, 0));
        sqlite3_finalize(query);
        return ids;
    }
    std::string bytes(std::int64_t id)
    {
        sqlite3_stmt* query = nullptr;
        sqlite3_prepare_v2(m_handle, "SELECT bytes FROM content WHERE id = ?", -1, &query, nullptr);
        sqlite3_bind_int64(query, 1, id);
        EXPECT_EQ(sqlite3_step(query), SQLITE_ROW);
        const auto* const data = static_cast<const char*>(sqlite3_column_blob(query, 0));
        std::string bytes(data, static_cast<std::size_t>(sqlite3_column_bytes(query, 0)));
        sqlite3_finalize(query);
        return bytes;
    }
    /// Give a segment other bytes, as a forger would, with their digest and length.
    void replace(std::int64_t id, const std::string& bytes)
    {
        const base::Digest128 digest = base::digest128(bytes.data(), bytes.size());
        sqlite3_stmt* update = nullptr;
        sqlite3_prepare_v2(
            m_handle, "UPDATE content SET bytes = ? WHERE id = ?", -1, &update, nullptr);
        bind(update, bytes, id);
        sqlite3_prepare_v2(m_handle, "UPDATE segment SET digest = ?1, bytes = ?3 WHERE id = ?2", -1,
            &update, nullptr);
        sqlite3_bind_int64(update, 3, static_cast<sqlite3_int64>(bytes.size()));
        bind(update, {reinterpret_cast<const char*>(digest.data()), digest.size()}, id);
    }

private:
    static void bind(sqlite3_stmt* update, const std::string& bytes, std::int64_t id)
    {
        sqlite3_bind_blob(
            update, 1, bytes.data(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
        sqlite3_bind_int64(update, 2, id);
        EXPECT_EQ(sqlite3_step(update), SQLITE_DONE);
        sqlite3_finalize(update);
    }

    sqlite3* m_handle = nullptr;
};

/// Ask a table for everything that reads its arrays; whatever is in them, nothing bad may happen.
void use(DataFile data)
{
    std::vector<std::uint64_t> rows;
    for (std::uint64_t row = 0; row < data.file.table.rows; row += 17)
        rows.push_back(row);
    for (const std::uint64_t row : rows) {
        if (const auto one = data.file.table.source->row(row)) {
            EXPECT_EQ(one->cells.size(), data.file.table.columns.size());
        }
    }
    const counts::LocalCounts source(
        std::make_shared<const table::Table>(std::move(data.file.table)), 1);
    std::vector<std::string> names;
    for (const auto& column : source.describe().columns) {
        names.push_back(column.name);
        counts::CellsQuestion cells;
        cells.dims = {counts::ValueDim{column.name}, counts::MissingDim{column.name}};
        (void)source.answer(cells);
        if (table::isNumeric(column.type)) {
            cells.dims = {counts::AtLeastDim{column.name, 3.0}};
            cells.measures.push_back({counts::Measure::Kind::XSquared, column.name, {}, false});
            (void)source.answer(cells);
        }
    }
    (void)source.answer(counts::GroupedQuestion{{}, names.front(), {}});
    (void)source.answer(counts::GroupedQuestion{{names.front(), names.back()}, "", {}});
}

/// A file that is foreign in some way is refused with the code Catalog.
class DataFileRefuses : public testing::Test {
protected:
    void SetUp() override
    {
        file = readText(smallText(), smallOptions());
        ASSERT_TRUE(folder.write(file, smallOptions(), true));
        whole = test::readFile(folder.path());
    }
    void expectRefused(const std::string& says = {})
    {
        const auto loaded = folder.load();
        ASSERT_FALSE(loaded);
        EXPECT_EQ(loaded.error().code, ErrorCode::Catalog) << loaded.error().message;
        EXPECT_EQ(loaded.error().where.file, folder.path());
        EXPECT_FALSE(loaded.error().hint.empty());
        EXPECT_NE(loaded.error().message.find(says), std::string::npos) << loaded.error().message;
    }
    void store(const std::string& bytes) const { folder.folder().write("table.cupeldata", bytes); }
    /// Load what a forger made of it: an error, or something that can be used.
    void expectSafe()
    {
        auto loaded = folder.load();
        if (loaded) {
            use(std::move(*loaded));
        } else {
            EXPECT_EQ(loaded.error().code, ErrorCode::Catalog) << loaded.error().message;
        }
    }

    DataFileFolder folder;
    readers::CsvFile file;
    std::string whole;
};

TEST_F(DataFileRefuses, WhatIsNoDataFile)
{
    std::filesystem::remove(folder.path());
    expectRefused();
    store("");
    expectRefused();
    store("a,b\n1,2\n");
    expectRefused();
    store(std::string(100'000, '\0'));
    expectRefused();
    std::filesystem::remove(folder.path());
    std::filesystem::create_directory(folder.path());
    expectRefused("not a regular file");
    std::filesystem::remove(folder.path());
    ASSERT_EQ(::mkfifo(folder.path().c_str(), 0600), 0);
    expectRefused("not a regular file");
}

TEST_F(DataFileRefuses, OtherKindsAndVersions)
{
    Tampering(folder.path()).run("PRAGMA application_id = 1");
    expectRefused("another kind");
    store(whole);
    Tampering(folder.path()).run("PRAGMA user_version = 2");
    expectRefused("another version");
    store(whole);
    Tampering(folder.path()).run("CREATE TABLE more (a)");
    expectRefused();
    store(whole);
    Tampering(folder.path())
        .run("ALTER TABLE segment RENAME TO kept; CREATE VIEW segment AS WITH RECURSIVE n(i) AS "
             "(SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, 0 AS kind, 0 AS \"column\", "
             "1 AS bytes, x'00' AS digest FROM n");
    expectRefused();
}

TEST_F(DataFileRefuses, FilesThatWereCutOff)
{
    std::mt19937 random(4);
    for (std::size_t i = 0; i < test::effort(60); ++i) {
        store(whole.substr(0, random() % whole.size()));
        expectRefused();
    }
}

TEST_F(DataFileRefuses, AnyListThatDoesNotAddUp)
{
    for (const char* const sql :
        {"DELETE FROM segment", "DELETE FROM content", "DELETE FROM segment WHERE id = 3",
            "UPDATE segment SET bytes = bytes - 1 WHERE id = 2",
            "UPDATE segment SET bytes = 9223372036854775807 WHERE id = 2",
            "UPDATE segment SET bytes = -1", "UPDATE segment SET kind = 77 WHERE id = 4",
            "UPDATE segment SET kind = -1 WHERE id = 4", "UPDATE segment SET digest = x'00'",
            "UPDATE segment SET \"column\" = \"column\" + 1 WHERE kind >= 3",
            "UPDATE segment SET \"column\" = -1",
            "INSERT INTO segment SELECT id + 100, kind, \"column\", bytes, digest FROM segment",
            "UPDATE content SET bytes = x'' WHERE id = 1",
            "UPDATE content SET bytes = zeroblob(50000000) WHERE id = 5"}) {
        store(whole);
        Tampering(folder.path()).run(sql);
        SCOPED_TRACE(sql);
        expectRefused();
    }
}

TEST_F(DataFileRefuses, SegmentsInWhichAByteIsFlipped)
{
    std::vector<std::int64_t> ids;
    for (unsigned kind = 0; kind < kSegmentKinds; ++kind) {
        const auto some = Tampering(folder.path()).segments(static_cast<SegmentKind>(kind));
        EXPECT_FALSE(some.empty()) << "kind " << kind;
        ids.insert(ids.end(), some.begin(), some.end());
    }
    for (const std::int64_t id : ids) {
        store(whole);
        Tampering(folder.path())
            .run("UPDATE content SET bytes = CAST(substr(bytes, 1, length(bytes) - 1) || "
                 "CASE hex(substr(bytes, -1)) WHEN '00' THEN x'01' ELSE x'00' END AS BLOB) "
                 "WHERE id = "
                + std::to_string(id));
        expectRefused();
    }
}

TEST_F(DataFileRefuses, OrReadsAsItWasWhateverBitIsFlipped)
{
    std::mt19937 random(6);
    std::size_t refused = 0;
    for (std::size_t i = 0; i < test::effort(400); ++i) {
        std::string damaged = whole;
        // Half of them where SQLite keeps its own structure.
        const std::size_t at = i % 4 == 0 ? random() % 200
            : i % 4 == 1
            ? random() % (damaged.size() / kDataFilePage) * kDataFilePage + random() % 40
            : random() % damaged.size();
        flipBit(damaged[at], random());
        store(damaged);
        auto loaded = folder.load();
        if (loaded) {
            EXPECT_TRUE(test::isSameFile(loaded->file, file)) << "byte " << at;
        } else {
            EXPECT_EQ(loaded.error().code, ErrorCode::Catalog);
            ++refused;
        }
    }
    EXPECT_GT(refused, 0u);
}

TEST_F(DataFileRefuses, OrIsSafeWhateverAForgerWrites)
{
    Tampering original(folder.path());
    std::vector<std::pair<std::int64_t, std::string>> segments;
    for (unsigned kind = 0; kind < kSegmentKinds; ++kind) {
        for (const std::int64_t id : original.segments(static_cast<SegmentKind>(kind)))
            segments.emplace_back(id, original.bytes(id));
    }
    std::mt19937_64 random(8);
    for (std::size_t i = 0; i < test::effort(800); ++i) {
        // The head, which all else follows from, as often as all others.
        const auto& [id, bytes] = segments[i % 2 == 0 ? 0 : random() % segments.size()];
        std::string forged = bytes;
        const std::size_t at = random() % forged.size();
        switch (random() % 5) {
        case 0:
            flipBit(forged[at], random());
            break;
        case 1:
            forged[at] = static_cast<char>(random());
            break;
        case 2: { // a number at its limits
            const std::uint64_t odd[] = {0, 1, UINT64_MAX, INT64_MAX, std::uint64_t{1} << 63,
                UINT32_MAX, 0x7ff0000000000000, 0x7ff8000000000000};
            const std::size_t room = std::min<std::size_t>(8, forged.size() - at);
            std::memcpy(forged.data() + at, &odd[random() % std::size(odd)], room);
            break;
        }
        case 3:
            forged.resize(at + 1);
            break;
        default:
            forged.insert(at, std::string(1 + random() % 9, static_cast<char>(random())));
        }
        store(whole);
        Tampering(folder.path()).replace(id, forged);
        SCOPED_TRACE("segment " + std::to_string(id) + ", byte " + std::to_string(at));
        expectSafe();
    }
}

/// Forge the head by its fields.
class ForgedHead : public DataFileRefuses {
protected:
    void forge(const std::function<void(DataFileHead&)>& change)
    {
        store(whole);
        Tampering tampering(folder.path());
        const std::int64_t id = tampering.segments(SegmentKind::Head).front();
        auto head = decodeHead(tampering.bytes(id));
        ASSERT_TRUE(head);
        change(*head);
        tampering.replace(id, encodeHead(head->file, head->options, head->facts));
    }
};

TEST_F(ForgedHead, IsRefused)
{
    using table::ColumnType;
    const std::vector<std::pair<const char*, std::function<void(DataFileHead&)>>> changes{
        {"rows", [](DataFileHead& head) { head.file.table.rows += 1; }},
        {"rows everywhere",
            [](DataFileHead& head) {
                head.file.table.rows = head.file.report.rows = std::uint64_t{1} << 61;
            }},
        {"no columns", [](DataFileHead& head) { head.file.table.columns.clear(); }},
        {"hash bits", [](DataFileHead& head) { head.file.table.hashBits = 0; }},
        {"more hash bits", [](DataFileHead& head) { head.file.table.hashBits = 65; }},
        {"bytes", [](DataFileHead& head) { head.file.report.bytes -= 1; }},
        {"sum that overflows",
            [](DataFileHead& head) {
                head.file.report.accounted.rejected = UINT64_MAX;
                head.file.report.accounted.blank += 1;
            }},
        {"delimiter", [](DataFileHead& head) { head.file.report.dialect.delimiter = ""; }},
        {"line end", [](DataFileHead& head) { head.file.report.dialect.lineEnd = ""; }},
        {"header cells", [](DataFileHead& head) { head.file.report.headerCells.pop_back(); }},
        {"same names", [](DataFileHead& head) { head.file.table.columns[1].name = "word"; }},
        {"name that is no text",
            [](DataFileHead& head) { head.file.table.columns[1].name = "\xff"; }},
        {"top that is no text",
            [](DataFileHead& head) { head.file.table.columns[0].profile.top[0].value = "\xc3"; }},
        {"missing", [](DataFileHead& head) { head.file.table.columns[0].profile.missing = -1; }},
        {"fewer missing",
            [](DataFileHead& head) { head.file.table.columns[0].profile.missing -= 1; }},
        {"other profile", [](DataFileHead& head) { head.file.table.columns[2].profile.rows = 0; }},
        {"text of numbers",
            [](DataFileHead& head) { head.file.table.columns[2].type = ColumnType::Text; }},
        {"integers as reals",
            [](DataFileHead& head) { head.file.table.columns[2].type = ColumnType::Number; }},
        {"smaller dictionary", [](DataFileHead& head) { head.facts.dictionarySizes[0] -= 1; }},
        {"larger dictionary", [](DataFileHead& head) { head.facts.dictionarySizes[1] += 1; }},
        {"width",
            [](DataFileHead& head) {
                std::get<table::CodeColumn>(head.file.table.columns[0].cells).width = 2;
            }},
        {"no width",
            [](DataFileHead& head) {
                std::get<table::CodeColumn>(head.file.table.columns[0].cells).width = 0;
            }},
        {"sketch of numbers",
            [](DataFileHead& head) { head.file.table.columns[2].cells = table::TextSketch(); }},
        {"not of type",
            [](DataFileHead& head) { head.file.table.columns[4].profile.notOfType += 1; }},
    };
    for (const auto& [name, change] : changes) {
        SCOPED_TRACE(name);
        forge(change);
        expectRefused();
    }
}

TEST_F(DataFileRefuses, CodesBeyondTheDictionaryAndRowsBeyondTheTable)
{
    Tampering original(folder.path());
    for (const SegmentKind kind : {SegmentKind::Cells, SegmentKind::Rows}) {
        for (const std::int64_t id : original.segments(kind)) {
            std::string forged = original.bytes(id);
            // Numbers of all kinds may be anything: only codes and rows reach into something.
            if (kind == SegmentKind::Cells && forged.size() > file.table.rows * 2)
                continue;
            forged.replace(forged.size() - 2, 2, "\xff\xff");
            store(whole);
            Tampering(folder.path()).replace(id, forged);
            expectRefused();
        }
    }
}

} // namespace
} // namespace cupel::catalog
