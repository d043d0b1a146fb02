#include "core/catalog/data_file_parts.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/utf8.h"
#include "core/catalog/byte_coder.h"
#include "core/catalog/data_file_format.h"

namespace cupel::catalog {

using Chunk = readers::RowIndex::Chunk;

template <typename Coder, Is<table::Dictionary::Entry> T> void fields(Coder& coder, T& value)
{
    auto& [text, count, number] = value;
    coder(count, number);
}

namespace {

void append(const std::vector<std::uint32_t>& values, ByteWriter& writer)
{
    writer(std::uint64_t{values.size()});
    writer.append(values.data(), values.size() * sizeof(std::uint32_t));
}

void take(ByteReader& reader, std::vector<std::uint32_t>& values)
{
    std::uint64_t size = 0;
    reader(size);
    // What is left bounds the size, so that the product does not overflow.
    const std::string_view bytes
        = reader.take(std::min<std::uint64_t>(size, reader.rest()) * sizeof(std::uint32_t));
    values.resize(bytes.size() / sizeof(std::uint32_t));
    if (!bytes.empty())
        std::memcpy(values.data(), bytes.data(), bytes.size());
}

/// Whether an entry may follow another one in the order of codes.
bool isRanked(const table::Dictionary::Entry& first, const table::Dictionary::Entry& second)
{
    return first.count != second.count ? first.count > second.count : first.value < second.value;
}

} // namespace

base::Result<void> encodeIndex(const readers::RowIndex& index,
    const std::function<base::Result<void>(std::string_view piece)>& write)
{
    ByteWriter writer;
    for (const Chunk& chunk : index.chunks()) {
        writer(chunk.offset, chunk.firstRow, chunk.line);
        append(chunk.rows, writer);
        append(chunk.lineMarks, writer);
        if (writer.bytes().size() < kSegmentBytes)
            continue;
        if (auto done = write(writer.bytes()); !done)
            return done;
        writer = ByteWriter();
    }
    return writer.bytes().empty() ? base::Result<void>() : write(writer.bytes());
}

std::optional<std::vector<Chunk>> decodeIndex(std::string_view piece)
{
    std::vector<Chunk> chunks;
    ByteReader reader(piece);
    while (reader.rest() > 0 && !reader.hasFailed()) {
        Chunk& chunk = chunks.emplace_back();
        reader(chunk.offset, chunk.firstRow, chunk.line);
        take(reader, chunk.rows);
        take(reader, chunk.lineMarks);
    }
    if (reader.hasFailed())
        return std::nullopt;
    return chunks;
}

std::string encodeDictionary(const table::Dictionary& dictionary)
{
    ByteWriter writer;
    for (std::uint32_t code = 1; code <= dictionary.size(); ++code) {
        const std::string_view text = dictionary.value(code);
        writer(table::Dictionary::Entry{text, dictionary.count(code), dictionary.number(code)},
            std::uint64_t{text.size()});
        writer.append(text.data(), text.size());
    }
    return writer.bytes();
}

std::shared_ptr<const table::Dictionary> decodeDictionary(
    std::string_view bytes, std::uint32_t size, const table::Column& column)
{
    const bool isNumeric = table::isNumeric(column.type);
    std::int64_t rest = column.profile.rows - column.profile.missing;
    std::vector<table::Dictionary::Entry> entries;
    ByteReader reader(bytes);
    while (reader.rest() > 0) {
        table::Dictionary::Entry entry;
        std::uint64_t length = 0;
        reader(entry, length);
        entry.value = reader.take(length);
        const bool isRight = !reader.hasFailed() && entries.size() < size && entry.count > 0
            && entry.count <= rest && (!entry.number || (isNumeric && std::isfinite(*entry.number)))
            && base::firstInvalidUtf8(entry.value.data(), entry.value.size(), entry.value.size())
                == base::kValidUtf8
            && (entries.empty() || isRanked(entries.back(), entry));
        if (!isRight)
            return nullptr;
        rest -= entry.count;
        entries.push_back(entry);
    }
    if (entries.size() != size || rest != 0)
        return nullptr;
    return std::make_shared<const table::Dictionary>(entries);
}

} // namespace cupel::catalog
