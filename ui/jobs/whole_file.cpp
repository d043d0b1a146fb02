#include "ui/jobs/whole_file.h"

#include <QFileInfo>

#include "core/catalog/kept_file.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

WholeFile::WholeFile(const QString& path)
    : m_file(path)
{
}

base::Error WholeFile::notWritten() const
{
    const std::string path = bytesOf(m_file.fileName());
    return {base::ErrorCode::OutputFailed,
        "cannot write " + path + ": " + bytesOf(m_file.errorString()),
        "choose another folder, or make room on the disk", {}};
}

base::Result<void> WholeFile::open()
{
    const std::string path = bytesOf(m_file.fileName());
    if (const QFileInfo there(m_file.fileName()); there.exists() && !there.isFile())
        return base::Error{base::ErrorCode::OutputFailed,
            "cannot write " + path + ": it is there and is no file", "choose another name", {}};
    if (catalog::isKeptFile(path))
        return base::Error{base::ErrorCode::Usage,
            "cannot write " + path + ": it is a catalog, or belongs to one", "choose another name",
            {}};
    return m_file.open(QIODevice::WriteOnly) ? base::Result<void>() : notWritten();
}

base::Result<void> WholeFile::write(std::string_view bytes)
{
    const auto size = static_cast<qint64>(bytes.size());
    return m_file.write(bytes.data(), size) == size ? base::Result<void>() : notWritten();
}

base::Result<void> WholeFile::commit()
{
    // The commit of the base takes what cannot be flushed for written.
    return m_file.flush() && m_file.commit() ? base::Result<void>() : notWritten();
}

base::Result<void> writeFile(const QString& path, std::string_view bytes)
{
    WholeFile file(path);
    if (auto opened = file.open(); !opened)
        return opened;
    if (auto written = file.write(bytes); !written)
        return written;
    return file.commit();
}

} // namespace cupel::ui
