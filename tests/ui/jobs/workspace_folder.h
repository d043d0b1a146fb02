#pragma once

#include <QFile>
#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <memory>
#include <string>

#include "core/pipeline/catalog_store.h"
#include "tests/ui/support/files.h"
#include "ui/jobs/workspace.h"
#include "ui/theme/shown.h"

namespace cupel::ui::test {

/// A folder with a catalog and tables, for the tests of Workspace. Each test makes one.
class WorkspaceFolder {
public:
    QString path() const { return m_folder.path(); }
    QString filePath(const QString& name) const { return m_folder.filePath(name); }
    std::string catalog() const { return bytesOf(filePath(QStringLiteral("c.cupel"))); }

    std::string table(const QString& name, const QByteArray& text) const
    {
        write(filePath(name), text);
        return bytesOf(filePath(name));
    }

    /// As another program that has the catalog open takes it.
    std::unique_ptr<QLockFile> lockOfAnotherProgram() const
    {
        auto lock = std::make_unique<QLockFile>(QString::fromStdString(catalog() + ".lock"));
        lock->setStaleLockTime(0);
        lock->tryLock(0);
        return lock;
    }

    QByteArray bytesOfCatalog() const
    {
        QFile file(QString::fromStdString(catalog()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Write bytes over the catalog from a place on, or (-1) instead of it; what it is then.
    QByteArray spoil(const QByteArray& bytes, int at) const
    {
        QByteArray whole = at < 0 ? bytes : bytesOfCatalog().replace(at, bytes.size(), bytes);
        for (const auto* ending : {"-wal", "-shm"})
            QFile::remove(QString::fromStdString(catalog() + ending));
        write(QString::fromStdString(catalog()), whole);
        return whole;
    }

    /// What is wrong with the catalog and its data files.
    QStringList problems() const
    {
        auto store = pipeline::CatalogStore::open(catalog(), catalog::Catalog::Missing::Fail,
            pipeline::CatalogStore::Sources::Forget, {});
        if (!store)
            return {QString::fromStdString(store.error().message)};
        const auto found = (*store)->catalog().check(*(*store)->dataFiles());
        QStringList texts;
        if (!found)
            texts << QString::fromStdString(found.error().message);
        else
            for (const catalog::CheckProblem& one : *found)
                texts << QString::fromStdString(one.text);
        return texts;
    }

private:
    QTemporaryDir m_folder;
};

inline pipeline::AuditRequest request(const std::string& path)
{
    pipeline::AuditRequest asked;
    asked.inputs = {path};
    return asked;
}

/// A table that takes a while to audit, so that there is time to stop it.
inline QByteArray longTable()
{
    QByteArray text("a,b,c\n");
    for (int i = 0; i < 300'000; ++i)
        text += QByteArray::number(i) + ",some text " + QByteArray::number(i * 7) + ",x\n";
    return text;
}

inline void open(Workspace& workspace, pipeline::AuditRequest asked)
{
    QSignalSpy changed(&workspace, &Workspace::datasetChanged);
    workspace.open(std::move(asked));
    QVERIFY(workspace.isBusy());
    QTRY_COMPARE(changed.size(), 1);
    QVERIFY(!workspace.isBusy());
}

} // namespace cupel::ui::test
