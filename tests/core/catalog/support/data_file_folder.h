#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/catalog/data_file.h"
#include "core/readers/csv_reader.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {

/// Read CSV text as a file of that name. Throws where that fails, which fails the test.
readers::CsvFile readText(const std::string& text, const readers::CsvOptions& options = {},
    const std::string& name = "people.csv");

/// A table with every kind of column: codes of all widths, numbers of all kinds, texts without
/// codes, cells that are missing or not of a forced type; with rows that were rejected and
/// tolerated. About 70,000 rows.
std::string manyKinds();
readers::CsvOptions manyKindsOptions();

/// A folder with a data file that tests write, damage and load.
class DataFileFolder {
public:
    std::string path() const { return (m_folder / "table.cupeldata").string(); }
    const TempDir& folder() const { return m_folder; }

    base::Result<void> write(const readers::CsvFile& file, const readers::CsvOptions& options = {},
        bool keepsSource = false) const;
    base::Result<catalog::DataFile> load(
        std::shared_ptr<const readers::ByteSource> original = nullptr, unsigned threads = 2) const;
    /// Names of all files in the folder.
    std::vector<std::string> names() const;

private:
    TempDir m_folder;
};

} // namespace cupel::test
