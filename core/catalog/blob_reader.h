#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "core/base/result.h"
#include "core/catalog/database.h"

struct sqlite3_blob;

namespace cupel::catalog {

/// Reads BLOBs of one column of a table straight to where they are wanted. The database outlives
/// it.
class BlobReader {
public:
    BlobReader(const Database& database, const char* table, const char* column);

    /// Go to the BLOB of a row and give its size. Fails where there is none.
    base::Result<std::size_t> find(std::int64_t id);
    /// Read it whole.
    base::Result<void> read(std::byte* to);

private:
    struct Close {
        void operator()(sqlite3_blob* blob) const;
    };

    const Database* m_database;
    const char* m_table;
    const char* m_column;
    std::unique_ptr<sqlite3_blob, Close> m_blob;
};

} // namespace cupel::catalog
