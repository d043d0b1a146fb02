#include "core/catalog/file_header.h"

#include <array>
#include <cstring>

#include <sqlite3.h>

namespace cupel::catalog {
namespace {

std::uint32_t bigEndian(const unsigned char* bytes)
{
    return std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16
        | std::uint32_t{bytes[2]} << 8 | std::uint32_t{bytes[3]};
}

} // namespace

base::Result<std::optional<FileHeader>> readHeader(const Database& database)
{
    static constexpr char kMagic[] = "SQLite format 3";
    constexpr int kHeader = 100;
    std::array<unsigned char, kHeader> header{};
    sqlite3_file* file = nullptr;
    int code = sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code == SQLITE_OK)
        code = file->pMethods->xRead(file, header.data(), kHeader, 0);
    if (code != SQLITE_OK && code != SQLITE_IOERR_SHORT_READ)
        return database.error(code);
    if (code == SQLITE_IOERR_SHORT_READ || std::memcmp(header.data(), kMagic, sizeof kMagic) != 0)
        return std::optional<FileHeader>();
    return std::optional(FileHeader{bigEndian(&header[68]), bigEndian(&header[60])});
}

} // namespace cupel::catalog
