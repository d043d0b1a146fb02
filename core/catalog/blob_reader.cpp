#include "core/catalog/blob_reader.h"

#include <sqlite3.h>

namespace cupel::catalog {

void BlobReader::Close::operator()(sqlite3_blob* blob) const
{
    sqlite3_blob_close(blob);
}

BlobReader::BlobReader(const Database& database, const char* table, const char* column)
    : m_database(&database)
    , m_table(table)
    , m_column(column)
{
}

base::Result<std::size_t> BlobReader::find(std::int64_t id)
{
    int code = SQLITE_OK;
    if (m_blob) {
        code = sqlite3_blob_reopen(m_blob.get(), id);
    } else {
        sqlite3_blob* blob = nullptr;
        code = sqlite3_blob_open(m_database->handle(), "main", m_table, m_column, id, 0, &blob);
        m_blob.reset(blob);
    }
    if (code != SQLITE_OK)
        return m_database->error(code);
    return static_cast<std::size_t>(sqlite3_blob_bytes(m_blob.get()));
}

base::Result<void> BlobReader::read(std::byte* to)
{
    const int code = sqlite3_blob_read(m_blob.get(), to, sqlite3_blob_bytes(m_blob.get()), 0);
    if (code != SQLITE_OK)
        return m_database->error(code);
    return {};
}

} // namespace cupel::catalog
