#include "core/readers/text_check.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace cupel::readers {
namespace {

using base::Error;
using base::ErrorCode;

struct Signature {
    std::string_view bytes;
    const char* what;
    const char* hint;
};

using namespace std::string_view_literals;
constexpr const char* kConvert = "convert it to CSV first";
constexpr std::array kSignatures{
    Signature{"\xFF\xFE\0\0"sv, "UTF-32 text", "convert it: iconv -f UTF-32 -t UTF-8"},
    Signature{"\0\0\xFE\xFF"sv, "UTF-32 text", "convert it: iconv -f UTF-32 -t UTF-8"},
    Signature{"\xFF\xFE"sv, "UTF-16LE text", "convert it: iconv -f UTF-16 -t UTF-8"},
    Signature{"\xFE\xFF"sv, "UTF-16BE text", "convert it: iconv -f UTF-16 -t UTF-8"},
    Signature{
        "PK\x03\x04"sv, "a ZIP archive (or a spreadsheet)", "unpack it, or save the sheet as CSV"},
    Signature{"\x1F\x8B"sv, "gzip-compressed", "unpack it: gunzip"},
    Signature{"\x28\xB5\x2F\xFD"sv, "zstd-compressed", "unpack it: unzstd"},
    Signature{"BZh"sv, "bzip2-compressed", "unpack it: bunzip2"},
    Signature{"\xFD"
              "7zXZ\0"sv,
        "xz-compressed", "unpack it: unxz"},
    Signature{"PAR1"sv, "a Parquet file", kConvert},
    Signature{"ARROW1"sv, "an Arrow file", kConvert},
    Signature{"SQLite format 3\0"sv, "a SQLite database", "export the table: sqlite3 -csv -header"},
    Signature{"\x89HDF\r\n"sv, "an HDF5 file", kConvert},
    Signature{"%PDF-"sv, "a PDF document", "name the data file"},
    Signature{"\x89PNG\r\n"sv, "a PNG image", "name the data file"},
    Signature{"\xFF\xD8\xFF"sv, "a JPEG image", "name the data file"},
    Signature{"\x7F"
              "ELF"sv,
        "a binary program", "name the data file"},
};

Error notData(const std::string& file, std::string message, std::string hint)
{
    return {ErrorCode::NotData, std::move(message), std::move(hint), {file, 0, 0, 0}};
}

bool looksLikeUtf16(std::string_view head, std::size_t zeroAt)
{
    std::size_t pairs = 0;
    std::size_t zeros = 0;
    std::size_t others = 0;
    for (std::size_t i = 0; i + 1 < head.size(); i += 2) {
        ++pairs;
        zeros += head[i + zeroAt] == '\0';
        others += head[i + 1 - zeroAt] == '\0';
    }
    return pairs >= 4 && zeros * 10 >= pairs * 7 && others == 0;
}

bool isControl(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return code < 0x20 && code != '\t' && code != '\n' && code != '\r' && code != '\f';
}

} // namespace

base::Result<std::size_t> checkHead(std::string_view head, const std::string& fileName)
{
    for (const Signature& signature : kSignatures) {
        // "BZh" may begin a word; the others hold bytes no table begins with.
        const bool isWord = signature.bytes == "BZh"sv;
        if (head.starts_with(signature.bytes)
            && (!isWord || (head.size() > 4 && head.substr(4, 2) == "1A"sv)))
            return notData(fileName, std::string("this is ") + signature.what + ", not UTF-8 text",
                signature.hint);
    }
    if (looksLikeUtf16(head, 1))
        return notData(
            fileName, "this is UTF-16LE text, not UTF-8", "convert it: iconv -f UTF-16LE -t UTF-8");
    if (looksLikeUtf16(head, 0))
        return notData(
            fileName, "this is UTF-16BE text, not UTF-8", "convert it: iconv -f UTF-16BE -t UTF-8");
    const auto controls
        = static_cast<std::size_t>(std::count_if(head.begin(), head.end(), isControl));
    if (controls * 10 > head.size())
        return notData(fileName, "this is binary data, not a table",
            "name a CSV file, or export the data as CSV");
    return head.starts_with("\xEF\xBB\xBF"sv) ? std::size_t{3} : std::size_t{0};
}

base::Error notUtf8(const ByteSource& source, std::uint64_t offset, char newline)
{
    std::uint64_t line = 1;
    std::uint64_t column = 1;
    std::vector<char> buffer(std::size_t{1} << 20);
    for (std::uint64_t at = 0; at < offset;) {
        const auto bytes
            = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), offset - at));
        if (auto read = source.read(at, buffer.data(), bytes); !read)
            return read.error();
        for (std::size_t i = 0; i < bytes; ++i) {
            if (buffer[i] == newline) {
                ++line;
                column = 1;
            } else if ((static_cast<unsigned char>(buffer[i]) & 0xC0) != 0x80) {
                ++column;
            }
        }
        at += bytes;
    }
    char byte = 0;
    if (auto read = source.read(offset, &byte, 1); !read)
        return read.error();
    static constexpr char kDigits[] = "0123456789ABCDEF";
    const auto code = static_cast<unsigned char>(byte);
    return {ErrorCode::NotData,
        std::string("byte 0x") + kDigits[code >> 4] + kDigits[code & 15]
            + " is not UTF-8; only UTF-8 is read",
        "if the file is Latin-1 or Windows-1252, convert it: iconv -f WINDOWS-1252 -t UTF-8",
        {source.name(), line, column, offset}};
}

} // namespace cupel::readers
