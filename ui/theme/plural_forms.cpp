#include "ui/theme/plural_forms.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <limits>

namespace cupel::ui {
namespace {

void installEnglishPlurals()
{
    QCoreApplication::installTranslator(new EnglishPlurals(QCoreApplication::instance()));
}

Q_COREAPP_STARTUP_FUNCTION(installEnglishPlurals)

} // namespace

QString EnglishPlurals::translate(
    const char* /*context*/, const char* source, const char* /*disambiguation*/, int n) const
{
    if (n < 0)
        return {};
    static const QRegularExpression ending(QStringLiteral("\\((s|es)\\)"));
    return QString::fromUtf8(source).replace(ending, n == 1 ? QString() : QStringLiteral("\\1"));
}

int pluralOf(std::int64_t number)
{
    constexpr std::int64_t kMost = std::numeric_limits<int>::max();
    return static_cast<int>(std::clamp<std::int64_t>(number, 0, kMost));
}

} // namespace cupel::ui
