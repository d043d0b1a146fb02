#pragma once

#include <QString>
#include <QTemporaryDir>
#include <QTest>

#include "core/audits/roles.h"
#include "core/findings/policy.h"
#include "tests/ui/support/files.h"
#include "tests/ui/support/sample.h"

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

/// The sample of the project with its roles, read once.
inline OpenDatasetPtr openedSample()
{
    static const OpenDatasetPtr once = sample();
    return once;
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

/// The finding of a rule about a column, which is there.
inline const findings::Finding& findingOf(
    const OpenDataset& dataset, const std::string& rule, const std::string& column)
{
    for (const findings::Finding* one : reports::rankedFindings(dataset.dataset())) {
        const base::DataText* of = findings::columnOf(one->subject);
        if (one->rule == rule && of && of->raw() == column)
            return *one;
    }
    qFatal("no such finding");
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
