#include "ui/print/words.h"

#include <algorithm>

#include "core/audits/wording.h"
#include "core/base/cut_text.h"
#include "core/reports/kept_together.h"
#include "core/reports/terminal_text.h"
#include "core/reports/text_forms.h"
#include "ui/print/print_style.h"

namespace cupel::ui {
namespace {

QString fromBytes(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool isRightToLeft(QChar c)
{
    return c.direction() == QChar::DirR || c.direction() == QChar::DirAL
        || c.direction() == QChar::DirAN || c.isHighSurrogate();
}

/// Text of the data, whose direction of writing ends where it does.
QString isolated(const QString& text)
{
    if (std::none_of(text.cbegin(), text.cend(), isRightToLeft))
        return text;
    constexpr QChar kFirstStrong(0x2068);
    constexpr QChar kPop(0x2069);
    return kFirstStrong + text + kPop;
}

} // namespace

void Words::append(const QString& more, const QTextCharFormat& look)
{
    looks.push_back({static_cast<int>(text.size()), static_cast<int>(more.size()), look});
    text += more;
}

Words tinted(Words words, const QColor& color)
{
    QTextCharFormat look;
    look.setForeground(color);
    words.looks.push_back({0, static_cast<int>(words.text.size()), look});
    return words;
}

QString ownText(std::string_view words)
{
    return fromBytes(reports::visibleControls(words));
}

QString shortText(std::string_view words)
{
    return ownText(base::cutText(words, kMostInHeading));
}

Words wordsOf(const base::Sentence& sentence, const reports::PrivacyView& view, std::size_t most)
{
    constexpr std::size_t kOwnWords = 10; // our own words quote names that were cut before
    Words words;
    for (const base::Span& span : sentence) {
        if (static_cast<std::size_t>(words.text.size()) > kOwnWords * most) {
            words.append(QStringLiteral("…"));
            break;
        }
        if (const auto* own = std::get_if<std::string>(&span)) {
            words.append(ownText(reports::keptTogether(base::cutText(*own, kOwnWords * most))));
            continue;
        }
        const std::string shown = view.show(std::get<base::DataText>(span));
        words.append(isolated(ownText(base::cutText(shown, most))));
    }
    return words;
}

Words cellWords(const reports::Cell& cell, const reports::PrivacyView& view)
{
    if (const auto* sentence = std::get_if<base::Sentence>(&cell.content))
        return wordsOf(*sentence, view, kMostInCell);
    if (const auto* whole = std::get_if<std::int64_t>(&cell.content))
        return {ownText(reports::groupedDigits(*whole))};
    if (const auto* number = std::get_if<double>(&cell.content))
        return {ownText(reports::figureText(*number))};
    if (const auto* share = std::get_if<reports::Cell::Share>(&cell.content))
        return {ownText(reports::keptTogether(audits::percent(share->value)))};
    if (std::holds_alternative<reports::MiniHistogram>(cell.content))
        return {};
    Words words{QStringLiteral("–")};
    const std::string& reason = std::get<reports::Cell::Undefined>(cell.content).reason;
    if (!reason.empty()) {
        QTextCharFormat soft;
        soft.setForeground(ink::kSoft);
        words.append(QLatin1Char(' ') + ownText(base::cutText(reason, kMostInCell)), soft);
    }
    return words;
}

bool isFigure(const reports::Cell& cell)
{
    return !std::holds_alternative<base::Sentence>(cell.content)
        && !std::holds_alternative<reports::MiniHistogram>(cell.content);
}

} // namespace cupel::ui
