#include "ui/theme/shown.h"

#include <QLocale>
#include <cmath>

#include "core/reports/kept_together.h"
#include "core/reports/privacy.h"
#include "core/reports/terminal_text.h"

namespace cupel::ui {
namespace {

const reports::PrivacyView& everything()
{
    static const reports::PrivacyView view(reports::Privacy::Full);
    return view;
}

QString fromUtf8(const std::string& text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

QString shown(std::string_view text)
{
    return fromUtf8(reports::visibleText(text));
}

QString shown(const base::DataText& text)
{
    return shown(text.raw());
}

QString shown(const base::Sentence& sentence)
{
    return shown(everything().show(sentence));
}

QString keptTogether(QString text)
{
    return text.contains(QLatin1String(" %")) ? fromUtf8(reports::keptTogether(text.toStdString()))
                                              : text;
}

QString toolTip(const QString& plain)
{
    return plain.isEmpty() ? QString()
                           : QStringLiteral("<qt>")
            + keptTogether(plain).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"))
            + QStringLiteral("</qt>");
}

std::string bytesOf(const QString& text)
{
    return text.toStdString();
}

QString counted(std::int64_t number)
{
    return QLocale().toString(static_cast<qlonglong>(number));
}

QString percent(double share)
{
    const double value = share * 100.0;
    const QLocale locale;
    constexpr double kLeast = 0.01;
    constexpr double kMost = 99.99;
    if (value > 0.0 && value < kLeast)
        return QStringLiteral("< ") + locale.toString(kLeast, 'f', 2) + QStringLiteral(" %");
    if (value > kMost && value < 100.0)
        return QStringLiteral("> ") + locale.toString(kMost, 'f', 2) + QStringLiteral(" %");
    int decimals = std::abs(value) < 1.0 || value > 99.0 ? 2 : 1;
    const QString digits = QLocale::c().toString(value, 'f', decimals);
    for (qsizetype last = digits.size() - 1; decimals > 0 && digits[last] == QLatin1Char('0');
         --last)
        --decimals;
    return locale.toString(value, 'f', decimals) + QStringLiteral(" %");
}

} // namespace cupel::ui
