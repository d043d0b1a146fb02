#pragma once

#include <QLockFile>
#include <QObject>
#include <memory>
#include <string>

#include "core/base/result.h"

namespace cupel::ui {

/// The right to write to a catalog. One program at a time has it; its windows share it, each of
/// whose writers has a connection and transactions of its own. For the thread of the windows.
class CatalogLock : public QObject {
    Q_OBJECT

public:
    /// That of a catalog, by whatever path. Never null; look at isHeld().
    static std::shared_ptr<CatalogLock> of(const std::string& catalog);
    ~CatalogLock() override;

    bool isHeld() const { return m_file.isLocked(); }
    /// Whether another program is the reason why it is not held.
    bool isOpenElsewhere() const { return m_file.error() == QLockFile::LockFailedError; }

    /// Why it is not held, where no other program is the reason.
    const base::Error& trouble() const { return m_trouble; }

    /// Tell the other windows that something else stands in the catalog now.
    void tell(const QObject* by) { Q_EMIT written(by); }

Q_SIGNALS:
    void written(const QObject* by);

private:
    explicit CatalogLock(const QString& path);

    QLockFile m_file;
    base::Error m_trouble;
};

} // namespace cupel::ui
