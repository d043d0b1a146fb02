#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QTest>
#include <string>

namespace cupel::ui::test {

/// A file of the project: "resources/sample/loans.csv".
inline QString projectFile(const QString& path)
{
    return qEnvironmentVariable("CUPEL_SOURCE_DIR") + QLatin1Char('/') + path;
}

/// A file of what is shared beside the project, or an empty text where it is not there.
inline QString sharedFile(const QString& path)
{
    const QString file = projectFile(QStringLiteral("../shared/")) + path;
    return QFile::exists(file) ? file : QString();
}

inline void write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

} // namespace cupel::ui::test
