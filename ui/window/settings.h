#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <map>
#include <string>
#include <vector>

#include "ui/theme/colors.h"

namespace cupel::ui {

/// A dataset that was open lately.
struct RecentFile {
    QString path;
    bool isPinned = false;
};

/// What the window remembers between two starts, in the person's configuration folder: of the data
/// the paths of the datasets, how they were read, and the roles that were chosen, which name
/// columns and values. Only that person can read it.
class Settings {
public:
    static constexpr int kMostRecent = 20;

    Scheme scheme() const;
    void setScheme(Scheme scheme);
    QByteArray geometry() const;
    QByteArray layout() const;
    void setWindow(const QByteArray& geometry, const QByteArray& layout);
    /// How pages are arranged, by name, and which one was shown last.
    std::map<QString, QByteArray> pageLayouts() const;
    void setPageLayouts(const std::map<QString, QByteArray>& layouts);
    QString shownPage() const;
    void setShownPage(const QString& page);
    /// Forget how window and pages were arranged.
    void resetWindow();

    /// Pinned ones first, then the last one first.
    std::vector<RecentFile> recent() const;
    void addRecent(const QString& path);
    void removeRecent(const QString& path);
    /// The file is elsewhere now; what was remembered of it is of the new path.
    void replaceRecent(const QString& before, const QString& now);
    void setPinned(const QString& path, bool isPinned);
    void clearRecent();

    /// The roles that were chosen for a path, as a roles file; empty: none are remembered.
    QByteArray rolesFor(const QString& path) const;
    void setRolesFor(const QString& path, const QByteArray& json);

    /// How the file at a path was read, as readingText() writes it; empty: nothing is remembered.
    QByteArray readingFor(const QString& path) const;
    void setReadingFor(const QString& path, const QByteArray& text);

    /// Whether a copy of a file was wanted in the catalog when the last one was opened.
    bool keepsSource() const;
    void setKeepsSource(bool keeps);

private:
    void setRecent(const std::vector<RecentFile>& files);
};

/// The catalog that the window opens: in the person's folder for data. Empty where the system names
/// none. The folder is made, for its owner only, where it can be.
QString defaultCatalog();
bool isDefaultCatalog(const std::string& path);

/// The sample that comes with the program; empty where it is not installed.
QString samplePath();

} // namespace cupel::ui
