#pragma once

#include <QFile>
#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include "core/audits/roles.h"
#include "tests/ui/support/files.h"
#include "ui/jobs/dataset_work.h"
#include "ui/theme/shown.h"

/// Datasets that were read and audited, as the pages get them. Null where that fails, which the
/// test then says.
namespace cupel::ui::test {

inline OpenDatasetPtr opened(const QString& path, const audits::Roles& roles = {})
{
    pipeline::AuditRequest request;
    request.inputs = {bytesOf(path)};
    request.roles = roles;
    auto dataset = auditInput(std::move(request), {}, {});
    if (!dataset) {
        QTest::qFail(dataset.error().message.c_str(), __FILE__, __LINE__);
        return nullptr;
    }
    return *dataset;
}

inline audits::Roles rolesOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        QTest::qFail("the roles file cannot be opened", __FILE__, __LINE__);
        return {};
    }
    const auto roles = audits::rolesFromJson(file.readAll().toStdString(), bytesOf(path));
    return roles ? *roles : audits::Roles();
}

/// The sample of the project with its roles.
inline OpenDatasetPtr openedSample()
{
    static const OpenDatasetPtr sample
        = opened(projectFile(QStringLiteral("resources/sample/loans.csv")),
            rolesOf(projectFile(QStringLiteral("resources/sample/roles.json"))));
    return sample;
}

/// Adult (UCI) with the label income and the group sex; null where it is not there.
inline OpenDatasetPtr openedAdult()
{
    const QString path = sharedFile(QStringLiteral("data/tabular/adult/adult.data"));
    if (path.isEmpty())
        return nullptr;
    pipeline::AuditRequest request;
    request.inputs = {bytesOf(path)};
    request.options.hasHeader = false;
    request.options.names = {"age", "workclass", "fnlwgt", "education", "education-num",
        "marital-status", "occupation", "relationship", "race", "sex", "capital-gain",
        "capital-loss", "hours-per-week", "native-country", "income"};
    request.roles.label = audits::LabelRole{"income", ">50K", {}, {}};
    request.roles.groups = {{"sex", {}, {}}, {"race", {}, {}}};
    auto dataset = auditInput(std::move(request), {}, {});
    return dataset ? *dataset : nullptr;
}

/// A file of these bytes in the folder.
inline OpenDatasetPtr openedText(
    const QTemporaryDir& folder, const QByteArray& bytes, const audits::Roles& roles = {})
{
    const QString path = folder.filePath(QStringLiteral("data.csv"));
    write(path, bytes);
    return opened(path, roles);
}

} // namespace cupel::ui::test
