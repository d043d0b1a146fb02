#include "ui/pages/text_forms.h"

#include <QCoreApplication>

#include "core/reports/privacy.h"
#include "core/reports/terminal_text.h"
#include "core/reports/text_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr std::size_t kLongestLine = 4'000; ///< bytes
constexpr std::size_t kLongestText = std::size_t{256} << 10;

QString plainTr(const char* text)
{
    return QCoreApplication::translate("cupel::ui::Texts", text);
}

QString fromBytes(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The beginning of a text, without half a character at its end.
std::string_view beginning(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U)
        --bytes;
    return text.substr(0, bytes);
}

QString shownLine(std::string_view line)
{
    const std::string_view kept = beginning(line, kLongestLine);
    QString shownText = fromBytes(reports::visibleControls(kept, reports::KeepLines::Yes));
    if (kept.size() < line.size()) {
        shownText += QStringLiteral(" … ")
            + plainTr("(%1 more bytes)")
                  .arg(counted(static_cast<std::int64_t>(line.size() - kept.size())));
    }
    return shownText;
}

} // namespace

QString shownShort(const base::DataText& text)
{
    return shownShort(base::Sentence{text});
}

QString shownShort(const std::string& name)
{
    return shownShort(base::Sentence{base::DataText::name(name)});
}

QString shownShort(const base::Sentence& sentence)
{
    return shown(reports::cutTexts(sentence));
}

QString shownLines(const base::Sentence& text)
{
    static const reports::PrivacyView everything(reports::Privacy::Full);
    const std::string whole = everything.showWhole(text);
    std::string_view rest = beginning(whole, kLongestText);
    const std::size_t left = whole.size() - rest.size();
    QString lines;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        lines += shownLine(rest.substr(0, end));
        if (end < rest.size())
            lines += QLatin1Char('\n');
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (left > 0) {
        lines += QStringLiteral("\n… ")
            + plainTr("(%1 more bytes)").arg(counted(static_cast<std::int64_t>(left)));
    }
    return lines;
}

QString shownCell(const reports::Cell& cell)
{
    if (const auto* sentence = std::get_if<base::Sentence>(&cell.content))
        return shownShort(*sentence);
    if (const auto* whole = std::get_if<std::int64_t>(&cell.content))
        return counted(*whole);
    if (const auto* number = std::get_if<double>(&cell.content))
        return shown(reports::figureText(*number));
    if (const auto* share = std::get_if<reports::Cell::Share>(&cell.content))
        return percent(share->value);
    if (const auto* histogram = std::get_if<reports::MiniHistogram>(&cell.content))
        return shown(histogram->summary);
    const std::string& reason = std::get<reports::Cell::Undefined>(cell.content).reason;
    return reason.empty() ? QStringLiteral("–") : QStringLiteral("– ") + shown(reason);
}

QString buttonText(const QString& plain)
{
    return QString(plain).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

} // namespace cupel::ui
