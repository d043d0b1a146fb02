#include "core/documents/reader_options.h"

#include <algorithm>
#include <utility>

#include "core/base/cut_text.h"
#include "core/base/utf8.h"
#include "core/documents/text_positions.h"

namespace cupel::documents {

namespace {

std::string hexByte(unsigned char byte)
{
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    return {kDigits[byte >> 4U], kDigits[byte & 0xFU]};
}

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}

} // namespace

base::Error readerError(
    const ReaderOptions& options, Position at, std::string message, std::string hint)
{
    return {options.errorCode, std::move(message), std::move(hint),
        {options.file, at.line, at.column, 0}};
}

std::optional<base::Error> refuseText(std::string_view text, const ReaderOptions& options)
{
    if (text.size() > options.maxBytes) {
        return readerError(options, {},
            "the text has " + std::to_string(text.size()) + " bytes; at most "
                + std::to_string(options.maxBytes) + " are read",
            "split it, or keep long parts elsewhere");
    }
    const std::size_t invalid = base::firstInvalidUtf8(text.data(), text.size(), text.size());
    if (invalid != base::kValidUtf8) {
        return readerError(options, TextPositions(text).at(invalid),
            "byte 0x" + hexByte(static_cast<unsigned char>(text[invalid])) + " is not UTF-8",
            "save the file as UTF-8");
    }
    const auto control = std::find_if(text.begin(), text.end(), isControl);
    if (control != text.end()) {
        return readerError(options,
            TextPositions(text).at(static_cast<std::size_t>(control - text.begin())),
            "a control character, U+00" + hexByte(static_cast<unsigned char>(*control)),
            "remove it, or write it as an escape");
    }
    return std::nullopt;
}

std::string shownWord(std::string_view word)
{
    constexpr std::size_t kMaxShown = 60;
    return "\"" + base::cutText(word, kMaxShown) + "\"";
}

std::string_view withoutByteOrderMark(std::string_view text)
{
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (text.substr(0, kMark.size()) == kMark)
        text.remove_prefix(kMark.size());
    return text;
}

} // namespace cupel::documents
