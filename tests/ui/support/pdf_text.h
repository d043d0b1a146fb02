#pragma once

#include <QProcess>
#include <QStandardPaths>
#include <QString>
#include <QTemporaryDir>
#include <optional>
#include <string>

#include "tests/ui/support/files.h"

namespace cupel::ui::test {

/// What pdftotext finds in a file, with a form feed after each page; none where pdftotext is not
/// installed.
inline std::optional<QString> textOfPdf(const std::string& pdf, const QStringList& options = {})
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("pdftotext"));
    if (program.isEmpty())
        return std::nullopt;
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("page.pdf"));
    write(path, QByteArray::fromStdString(pdf));
    QProcess process;
    process.start(program, options + QStringList{path, QStringLiteral("-")});
    if (!process.waitForFinished() || process.exitCode() != 0)
        return QString();
    return QString::fromUtf8(process.readAllStandardOutput());
}

/// The same as one line of words, page by page.
inline QStringList pagesOfPdf(const QString& text)
{
    QStringList pages = text.split(QLatin1Char('\f'), Qt::SkipEmptyParts);
    for (QString& page : pages)
        page = page.simplified();
    return pages;
}

} // namespace cupel::ui::test
