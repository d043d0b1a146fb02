#include "benchmarks/duckdb/database.h"

#include <array>
#include <cstdint>
#include <cstring>
#include <stdexcept>

#include <dlfcn.h>

namespace cupel::bench {
namespace {

/// The parts of DuckDB's stable C interface that are used here, as its documentation lays them out.
struct DuckResult {
    std::array<std::uint64_t, 3> unusedCounts{};
    void* unusedColumns = nullptr;
    char* unusedMessage = nullptr;
    void* data = nullptr;
};
struct DuckString {
    std::uint32_t length = 0;
    std::array<char, 4> head{}; ///< first of 12 bytes of a short text
    const char* tail = nullptr; ///< its other 8 bytes, or where a long text stands
};
constexpr std::uint32_t kInlineBytes = 12;

std::string textOf(const DuckString& string)
{
    if (string.length > kInlineBytes)
        return {string.tail, string.length};
    std::array<char, kInlineBytes> bytes{};
    std::memcpy(bytes.data(), string.head.data(), string.head.size());
    std::memcpy(bytes.data() + string.head.size(), &string.tail, sizeof string.tail);
    return {bytes.data(), string.length};
}

template <typename Function> void load(void* library, Function*& function, const char* name)
{
    function = reinterpret_cast<Function*>(dlsym(library, name));
    if (!function)
        throw std::runtime_error(std::string("libduckdb.so has no ") + name);
}

} // namespace

struct Database::Api {
    int (*open)(const char*, void**) = nullptr;
    int (*connect)(void*, void**) = nullptr;
    void (*disconnect)(void**) = nullptr;
    void (*close)(void**) = nullptr;
    int (*query)(void*, const char*, DuckResult*) = nullptr;
    const char* (*error)(DuckResult*) = nullptr;
    void (*destroyResult)(DuckResult*) = nullptr;
    std::uint64_t (*columnCount)(DuckResult*) = nullptr;
    void* (*fetchChunk)(DuckResult) = nullptr;
    std::uint64_t (*chunkSize)(void*) = nullptr;
    void* (*chunkVector)(void*, std::uint64_t) = nullptr;
    void* (*vectorData)(void*) = nullptr;
    std::uint64_t* (*vectorValidity)(void*) = nullptr;
    void (*destroyChunk)(void**) = nullptr;

    void* database = nullptr;
    void* connection = nullptr;

    void appendChunk(void* chunk, std::uint64_t columns, std::vector<Row>& rows) const;
};

Database::Database(const std::string& library, unsigned threads)
    : m_api(std::make_unique<Api>())
{
    void* handle = dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!handle)
        throw std::runtime_error(dlerror());
    load(handle, m_api->open, "duckdb_open");
    load(handle, m_api->connect, "duckdb_connect");
    load(handle, m_api->disconnect, "duckdb_disconnect");
    load(handle, m_api->close, "duckdb_close");
    load(handle, m_api->query, "duckdb_query");
    load(handle, m_api->error, "duckdb_result_error");
    load(handle, m_api->destroyResult, "duckdb_destroy_result");
    load(handle, m_api->columnCount, "duckdb_column_count");
    load(handle, m_api->fetchChunk, "duckdb_fetch_chunk");
    load(handle, m_api->chunkSize, "duckdb_data_chunk_get_size");
    load(handle, m_api->chunkVector, "duckdb_data_chunk_get_vector");
    load(handle, m_api->vectorData, "duckdb_vector_get_data");
    load(handle, m_api->vectorValidity, "duckdb_vector_get_validity");
    load(handle, m_api->destroyChunk, "duckdb_destroy_data_chunk");
    if (m_api->open(nullptr, &m_api->database) != 0
        || m_api->connect(m_api->database, &m_api->connection) != 0)
        throw std::runtime_error("DuckDB does not open an in-memory database");
    run("SET threads = " + std::to_string(threads));
    run("SET preserve_insertion_order = false");
}

Database::~Database()
{
    m_api->disconnect(&m_api->connection);
    m_api->close(&m_api->database);
}

void Database::run(const std::string& sql) const
{
    DuckResult result;
    const int state = m_api->query(m_api->connection, sql.c_str(), &result);
    std::string message;
    if (state != 0)
        message = m_api->error(&result);
    m_api->destroyResult(&result);
    if (state != 0)
        throw std::runtime_error(message + "\n" + sql);
}

std::vector<Database::Row> Database::query(const std::string& sql) const
{
    DuckResult result;
    if (m_api->query(m_api->connection, sql.c_str(), &result) != 0) {
        const std::string message = m_api->error(&result);
        m_api->destroyResult(&result);
        throw std::runtime_error(message + "\n" + sql);
    }
    std::vector<Row> rows;
    const std::uint64_t columns = m_api->columnCount(&result);
    while (void* chunk = m_api->fetchChunk(result)) {
        m_api->appendChunk(chunk, columns, rows);
        m_api->destroyChunk(&chunk);
    }
    m_api->destroyResult(&result);
    return rows;
}

void Database::Api::appendChunk(void* chunk, std::uint64_t columns, std::vector<Row>& rows) const
{
    const std::size_t first = rows.size();
    const std::uint64_t size = chunkSize(chunk);
    rows.resize(first + size, Row(columns));
    for (std::uint64_t column = 0; column < columns; ++column) {
        void* vector = chunkVector(chunk, column);
        const auto* strings = static_cast<const DuckString*>(vectorData(vector));
        const std::uint64_t* validity = vectorValidity(vector);
        for (std::uint64_t row = 0; row < size; ++row) {
            if (!validity || (validity[row / 64] >> (row % 64) & 1U) != 0)
                rows[first + row][column] = textOf(strings[row]);
        }
    }
}

} // namespace cupel::bench
