#include "ui/print/pdf_date.h"

#include <QDateTime>
#include <algorithm>
#include <charconv>

namespace cupel::ui {
namespace {

/// No text has these bytes: a bracket in one is written behind a backslash.
constexpr std::string_view kBegin = "/CreationDate (D:";

std::string dateEntry(std::int64_t date)
{
    const QDateTime time = QDateTime::fromSecsSinceEpoch(date, Qt::UTC);
    return std::string(kBegin) + time.toString(QStringLiteral("yyyyMMddHHmmss'Z)'")).toStdString()
        + "\n";
}

/// The number that begins there.
std::size_t numberAt(const std::string& text, std::size_t at)
{
    std::size_t number = 0;
    std::from_chars(text.data() + at, text.data() + text.size(), number);
    return number;
}

/// Take `shift` off every offset behind `from` in the table of objects (PDF 32000-1, 7.5.4), whose
/// lines are 20 bytes long.
void moveOffsets(std::string& pdf, std::size_t from, std::ptrdiff_t shift)
{
    constexpr std::string_view kTable = "\nxref\n";
    constexpr std::string_view kStart = "startxref\n";
    constexpr std::size_t kLine = 20;
    constexpr std::size_t kDigits = 10;
    const std::size_t table = pdf.rfind(kTable);
    const std::size_t start = pdf.rfind(kStart);
    if (table == std::string::npos || start == std::string::npos)
        return;
    std::size_t line = pdf.find('\n', table + kTable.size()) + 1;
    for (; pdf.compare(line, 7, "trailer") != 0 && line + kLine <= start; line += kLine) {
        const std::size_t offset = numberAt(pdf, line);
        if (offset <= from)
            continue;
        const std::string moved = std::to_string(static_cast<std::ptrdiff_t>(offset) - shift);
        pdf.replace(line, kDigits, std::string(kDigits - moved.size(), '0') + moved);
    }
    const std::size_t at = start + kStart.size();
    pdf.replace(at, pdf.find('\n', at) - at, std::to_string(table + 1));
}

} // namespace

std::string withDate(std::string pdf, std::optional<std::int64_t> date)
{
    const std::size_t begin = pdf.find(kBegin);
    if (begin == std::string::npos)
        return pdf;
    const std::size_t end = pdf.find('\n', begin) + 1;
    const std::string entry = date ? dateEntry(*date) : std::string();
    const auto shift
        = static_cast<std::ptrdiff_t>(end - begin) - static_cast<std::ptrdiff_t>(entry.size());
    pdf.replace(begin, end - begin, entry);
    moveOffsets(pdf, begin, shift);
    return pdf;
}

} // namespace cupel::ui
