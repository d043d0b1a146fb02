#include "ui/window/reading_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <string>

#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

const auto kDelimiter = QStringLiteral("delimiter");
const auto kQuote = QStringLiteral("quote");
const auto kHeader = QStringLiteral("header");
const auto kNames = QStringLiteral("names");

} // namespace

QByteArray readingText(const readers::CsvOptions& options)
{
    QJsonObject reading;
    if (options.delimiter)
        reading[kDelimiter] = QString::fromStdString(*options.delimiter);
    if (options.quote) {
        reading[kQuote] = *options.quote == '\0' ? QString() : QString(QLatin1Char(*options.quote));
    }
    reading[kHeader] = options.hasHeader;
    QJsonArray names;
    for (const std::string& name : options.names)
        names.append(QString::fromStdString(name));
    reading[kNames] = names;
    return QJsonDocument(reading).toJson(QJsonDocument::Compact);
}

std::optional<readers::CsvOptions> readingFrom(const QByteArray& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject reading = document.object();
    readers::CsvOptions options;
    if (const QString delimiter = reading[kDelimiter].toString(); !delimiter.isEmpty())
        options.delimiter = bytesOf(delimiter);
    if (const QJsonValue quote = reading[kQuote]; quote.isString()) {
        const std::string bytes = bytesOf(quote.toString());
        options.quote = bytes.empty() ? '\0' : bytes.front();
    }
    options.hasHeader = reading[kHeader].toBool(true);
    for (const QJsonValue& name : reading[kNames].toArray())
        options.names.push_back(bytesOf(name.toString()));
    return options;
}

} // namespace cupel::ui
