#include "ui/dialogs/import_problems.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>

#include "core/base/number.h"
#include "core/pipeline/import_estimate.h"

#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("cupel::ui::ImportDialog", text);
}

QString number(std::uint64_t value)
{
    return counted(static_cast<std::int64_t>(value));
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
        problems << words("%1 blank lines are skipped").arg(number(report.blankLines));
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
    const QString columns = counted(static_cast<std::int64_t>(preview.file.table.columns.size()));
    if (report.rejectedRows == 0) {
        return words("Separated by %1: each of the %2 rows looked at has %3 cells.")
            .arg(delimiterName(report.dialect.delimiter), number(report.rows), columns);
    }
    return words("Separated by %1: %2 of %3 rows looked at have %4 cells.")
        .arg(delimiterName(report.dialect.delimiter), number(report.rows),
            number(report.rows + report.rejectedRows), columns);
}

QString sizeWords(const readers::CsvPreview& preview)
{
    const QString size = QLocale().formattedDataSize(static_cast<qint64>(preview.totalBytes), 1);
    const QString columns = counted(static_cast<std::int64_t>(preview.file.table.columns.size()));
    const QString rows = number(preview.estimatedRows);
    return preview.isWhole ? words("%1 rows, %2 columns, %3").arg(rows, columns, size)
                           : words("about %1 rows, %2 columns, %3").arg(rows, columns, size);
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
