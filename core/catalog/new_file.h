#pragma once

#include <string>

#include "core/base/result.h"

namespace cupel::catalog {

/// What to do about a file that is already where a new one shall be.
enum class Existing { Replace, Refuse };

/// A file that is being written beside its place and gets there whole or not at all. Until then it
/// has a name of its own, "<target>.part-" and six characters; where its writer dies, the next one
/// that writes a file with the same ending into the folder removes it.
class NewFile {
public:
    /// Make an empty file for the user alone (mode 0600). Fails with Catalog.
    static base::Result<NewFile> beside(const std::string& target);

    NewFile(NewFile&& other) noexcept;
    NewFile& operator=(NewFile&& other) noexcept;
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    ~NewFile(); ///< removes the file unless it is in its place

    /// Where to write, with a handle of one's own.
    const std::string& path() const { return m_path; }
    /// See that the bytes are on the disk and put the file in the place of the target. Fails with
    /// Catalog.
    base::Result<void> commit(Existing existing = Existing::Replace);

private:
    NewFile(std::string target, std::string path, int fd);

    std::string m_target;
    std::string m_path; ///< empty: in its place
    int m_fd; ///< holds the lock that tells others that the writer lives
};

} // namespace cupel::catalog
