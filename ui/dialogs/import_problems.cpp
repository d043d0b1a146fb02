#include "ui/dialogs/import_problems.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>
#include <utility>

#include "core/base/number.h"
#include "core/pipeline/import_estimate.h"

#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("cupel::ui::ImportDialog", text);
}

QString words(const char* text, std::uint64_t number)
{
    return QCoreApplication::translate(
        "cupel::ui::ImportDialog", text, nullptr, pluralOf(static_cast<std::int64_t>(number)));
}

QString number(std::uint64_t value)
{
    return counted(static_cast<std::int64_t>(value));
}

/// A hint for the command line, for whoever has a dialog before them.
QString inTheDialog(QString hint)
{
    static const std::array<std::pair<const char*, const char*>, 4> kWords{{
        {"see --delimiter and --quote", "see what separates and quotes the cells"},
        {"another --delimiter", "another separator"},
        {"pass --quote if the file quotes otherwise", "choose another quote"},
        {"or read it with --no-header", "or take the first line for a row"},
    }};
    for (const auto& [before, now] : kWords)
        hint.replace(QLatin1String(before), words(now));
    return hint;
}

} // namespace

QStringList problemsOf(const readers::CsvPreview& preview)
{
    const readers::ImportReport& report = preview.file.report;
    QStringList problems;
    for (const readers::RejectedRow& row : report.rejected)
        problems << words("Line %1 is left out: %2").arg(number(row.line), shown(row.reason));
    for (const readers::ToleratedRow& row : report.tolerated) {
        problems << words("Line %1, column %2: %3")
                        .arg(number(row.line), number(row.column), shown(row.reason));
    }
    for (const std::string& sentence : report.renamedColumns)
        problems << shown(sentence);
    if (report.blankLines > 0)
        problems
            << words("%1 blank line(s) skipped", report.blankLines).arg(number(report.blankLines));
    return problems;
}

QString delimiterName(const std::string& delimiter)
{
    if (delimiter == ",")
        return words("comma");
    if (delimiter == ";")
        return words("semicolon");
    if (delimiter == "\t")
        return words("tab");
    if (delimiter == "|")
        return words("bar");
    if (delimiter == ", ")
        return words("comma and blank");
    return QStringLiteral("“%1”").arg(shown(delimiter));
}

QString delimiterEvidence(const readers::CsvPreview& preview)
{
    const readers::ImportReport& report = preview.file.report;
    const std::uint64_t width = preview.file.table.columns.size();
    const QString delimiter = delimiterName(report.dialect.delimiter);
    const QString cells = words("%1 cell(s)", width).arg(number(width));
    const std::uint64_t rows = report.rows + report.rejectedRows;
    if (report.rejectedRows == 0 && rows == 1)
        return words("Separated by %1: the one row has %2.").arg(delimiter, cells);
    if (report.rejectedRows == 0) {
        return words("Separated by %1: each of the %2 row(s) looked at has %3.", rows)
            .arg(delimiter, number(rows), cells);
    }
    return words("Separated by %1: %2 of %3 row(s) looked at have %4.", rows)
        .arg(delimiter, number(report.rows), number(rows), cells);
}

QString encodingEvidence(const readers::CsvPreview& preview)
{
    const readers::ImportReport& report = preview.file.report;
    if (report.accounted.bom > 0)
        return words("Encoding %1: its mark begins the file.").arg(shown(report.encoding));
    return words("Encoding %1: all bytes looked at are valid in it.").arg(shown(report.encoding));
}

QString errorWords(const base::Error& error)
{
    QString text = shown(error.message);
    if (error.where.line > 0) {
        const QString line = number(error.where.line);
        text += error.where.column > 0
            ? words(" (line %1, column %2)").arg(line, number(error.where.column))
            : words(" (line %1)").arg(line);
    }
    if (error.hint.empty())
        return text;
    return words("%1\nTry: %2").arg(text, inTheDialog(shown(error.hint)));
}

QString sizeWords(const readers::CsvPreview& preview)
{
    const QString size = QLocale().formattedDataSize(static_cast<qint64>(preview.totalBytes), 1);
    const std::uint64_t width = preview.file.table.columns.size();
    const QString columns = words("%1 column(s)", width).arg(number(width));
    const QString rows
        = words("%1 row(s)", preview.estimatedRows).arg(number(preview.estimatedRows));
    return preview.isWhole ? words("%1, %2, %3").arg(rows, columns, size)
                           : words("about %1, %2, %3").arg(rows, columns, size);
}

QString estimateWords(const readers::CsvPreview& preview, const std::optional<std::uint64_t>& free,
    std::uint64_t source)
{
    constexpr double kLongSeconds = 5.0;
    constexpr std::uint64_t kManyBytes = 100'000'000;
    constexpr int kFewSeconds = 90;
    const pipeline::ImportEstimate estimate = pipeline::estimateImport(preview);
    QStringList sentences;
    if (estimate.seconds >= kLongSeconds) {
        const auto seconds = static_cast<int>(estimate.seconds);
        sentences << (seconds < kFewSeconds
                ? words("It takes about %1 s.").arg(seconds)
                : words("It takes about %1 min.").arg(seconds / 60 + 1));
    }
    const std::uint64_t bytes = estimate.catalogBytes + source;
    const QString size = QLocale().formattedDataSize(static_cast<qint64>(bytes), 0);
    // Beside the data file there is what is written before it takes its place.
    if (free && *free < bytes + bytes / 4) {
        sentences << words(
            "The catalog needs about %1, and its disk has %2 free: what is found may "
            "not be kept. Make room before.")
                         .arg(size, QLocale().formattedDataSize(static_cast<qint64>(*free), 0));
    } else if (free && bytes >= kManyBytes) {
        sentences << words("The catalog grows by about %1.").arg(size);
    }
    return sentences.join(QLatin1Char(' '));
}

bool isHeaderLikeData(const readers::CsvPreview& preview)
{
    const auto& columns = preview.file.table.columns;
    return preview.file.report.dialect.hasHeader
        && std::any_of(columns.begin(), columns.end(), [](const table::Column& column) {
               return table::isNumeric(column.type) && base::parseNumber(column.name);
           });
}

} // namespace cupel::ui
