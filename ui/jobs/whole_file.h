#pragma once

#include <QSaveFile>
#include <string_view>

#include "core/base/result.h"

namespace cupel::ui {

/// A file that is written whole or not at all: what was there before stays until all of it is on
/// the disk. Catalogs and what belongs to them are never written over.
class WholeFile {
public:
    explicit WholeFile(const QString& path);

    /// Fails with Usage where it would replace a catalog, else with OutputFailed.
    base::Result<void> open();
    base::Result<void> write(std::string_view bytes);
    /// Puts it in its place. Without it nothing was written.
    base::Result<void> commit();

private:
    base::Error notWritten() const;

    QSaveFile m_file;
};

/// All of it at once.
base::Result<void> writeFile(const QString& path, std::string_view bytes);

} // namespace cupel::ui
