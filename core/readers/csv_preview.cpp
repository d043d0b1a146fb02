#include "core/readers/csv_preview.h"

#include <algorithm>
#include <string>
#include <utility>

namespace cupel::readers {
namespace {

/// A cell that spans lines is shorter, unless its quote is a stray one.
constexpr std::size_t kLongCell = 32u << 10;

/// What rows end with: as the reader has it, a lone CR where there is no LF at all.
char lineEndOf(const std::string& text)
{
    const bool hasCrAlone
        = text.find('\n') == std::string::npos && text.find('\r') != std::string::npos;
    return hasCrAlone ? '\r' : '\n';
}

/// One past the last row that ends in the text, or 0. A line end within quotes ends no row.
std::size_t endOfRows(const std::string& text, char quote)
{
    const char lineEnd = lineEndOf(text);
    bool isQuoted = false;
    std::size_t end = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quote != '\0' && text[i] == quote)
            isQuoted = !isQuoted;
        else if (text[i] == lineEnd && !isQuoted)
            end = i + 1;
    }
    return end;
}

base::Result<std::string> beginOf(const ByteSource& source, std::size_t bytes)
{
    std::string text(bytes, '\0');
    if (auto read = source.read(0, text.data(), bytes); !read)
        return read.error();
    return text;
}

} // namespace

base::Result<CsvPreview> previewCsv(const std::shared_ptr<const ByteSource>& source,
    const CsvOptions& options, const base::JobContext& job, std::size_t most)
{
    CsvPreview preview;
    preview.totalBytes = source->size();
    const char quote = options.quote.value_or('"');
    std::string text;
    for (std::size_t wanted = most;; wanted *= 2) {
        const auto bytes
            = static_cast<std::size_t>(std::min<std::uint64_t>(wanted, preview.totalBytes));
        auto begin = beginOf(*source, bytes);
        if (!begin)
            return begin.error();
        text = std::move(*begin);
        preview.isWhole = bytes == preview.totalBytes;
        if (preview.isWhole)
            break;
        // A stray quote hides the line ends after it: then the cut falls at any, and the reader
        // tells of the quote.
        std::size_t end = endOfRows(text, quote);
        if (text.size() - end > kLongCell)
            end = std::max(end, endOfRows(text, '\0'));
        if (end == 0 && bytes < options.maxRowBytes)
            continue;
        if (end > 0)
            text.resize(end);
        break;
    }
    preview.bytes = text.size();
    auto file = readCsv(memorySource(source->name(), std::move(text)), options, job);
    if (!file)
        return file.error();
    preview.file = std::move(*file);
    const std::uint64_t rows = preview.file.report.rows;
    preview.estimatedRows = preview.isWhole || preview.bytes == 0
        ? rows
        : static_cast<std::uint64_t>(static_cast<double>(rows)
            * (static_cast<double>(preview.totalBytes) / static_cast<double>(preview.bytes)));
    return preview;
}

} // namespace cupel::readers
