#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace cupel::test {

/// A new empty folder that is deleted with everything in it when the object goes.
class TempDir {
public:
    TempDir();
    ~TempDir();
    TempDir(const TempDir&) = delete;
    TempDir& operator=(const TempDir&) = delete;

    const std::filesystem::path& path() const { return m_path; }
    std::filesystem::path operator/(std::string_view name) const { return m_path / name; }
    /// Write a file, byte for byte, and return its path. Missing parent folders are made.
    std::filesystem::path write(std::string_view name, std::string_view content) const;

private:
    std::filesystem::path m_path;
};

/// The bytes of a file. Throws where it cannot be read, which fails the test.
std::string readFile(const std::filesystem::path& path);

} // namespace cupel::test
