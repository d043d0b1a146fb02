#pragma once

#include <QFile>
#include <QString>
#include <QTest>
#include <memory>

#include "tests/ui/support/files.h"
#include "ui/jobs/dataset_work.h"
#include "ui/theme/shown.h"

namespace cupel::ui::test {

/// A table audited with the roles of a file, as the window holds it; both paths are whole.
inline OpenDatasetPtr audited(const QString& table, const QString& roles = {})
{
    pipeline::AuditRequest request;
    request.inputs = {bytesOf(table)};
    if (!roles.isEmpty()) {
        QFile file(roles);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot open the roles");
        auto read = audits::rolesFromJson(file.readAll().toStdString(), bytesOf(roles));
        if (!read)
            qFatal("%s", read.error().message.c_str());
        request.roles = std::move(*read);
    }
    auto opened = auditInput(std::move(request), {}, {});
    if (!opened)
        qFatal("%s", opened.error().message.c_str());
    return *opened;
}

/// The sample that comes with the program.
inline OpenDatasetPtr sample()
{
    return audited(projectFile(QStringLiteral("resources/sample/loans.csv")),
        projectFile(QStringLiteral("resources/sample/roles.json")));
}

} // namespace cupel::ui::test
