#include "tests/core/catalog/support/data_file_folder.h"

#include <algorithm>
#include <random>
#include <stdexcept>

namespace cupel::test {

readers::CsvFile readText(
    const std::string& text, const readers::CsvOptions& options, const std::string& name)
{
    auto file = readers::readCsv(readers::memorySource(name, text), options, {});
    if (!file)
        throw std::runtime_error(file.error().message);
    return std::move(*file);
}

std::string manyKinds()
{
    constexpr int kRows = 70'000;
    std::mt19937 random(17);
    const auto below = [&random](unsigned n) { return random() % n; };
    std::string text = "word,town,id,small,large,real,code,note,forced,day,gone,flag\n";
    for (int row = 0; row < kRows; ++row) {
        if (row % 9'001 == 5)
            text += "too,few\n";
        if (row % 8'001 == 7)
            text += "\n";
        const std::string number = std::to_string(row);
        text += below(20) == 0 ? "" : below(2) == 0 ? "caf\xC3\xA9" : "tea";
        text += ",town " + std::to_string(below(3'000));
        text += ",k" + number;
        text += "," + (below(30) == 0 ? "" : std::to_string(below(100'000)));
        text += "," + std::to_string(below(100'000)) + "0000000";
        text += "," + (below(40) == 0 ? "?" : std::to_string(below(90'000)) + ".5");
        text += "," + std::to_string(below(4)) + (below(2) == 0 ? ".0" : "");
        text += below(25) == 0 ? "," : ",a note about row " + number;
        text += below(1'000) == 0 ? ",word" : "," + std::to_string(below(50'000));
        text += ",2024-01-" + std::to_string(10 + below(20));
        text += ",";
        text += row % 10'007 == 3 ? ",5\" pipe" : below(2) == 0 ? ",true" : ",\"false\"";
        text += "\n";
    }
    return text;
}

readers::CsvOptions manyKindsOptions()
{
    readers::CsvOptions options;
    options.nullTokensByColumn["real"] = {"?"};
    options.types["forced"] = table::ColumnType::Integer;
    options.codedColumns = {"id"};
    options.threads = 2;
    return options;
}

base::Result<void> DataFileFolder::write(
    const readers::CsvFile& file, const readers::CsvOptions& options, bool keepsSource) const
{
    return catalog::writeDataFile(path(), file, options, {keepsSource}, {});
}

base::Result<catalog::DataFile> DataFileFolder::load(
    std::shared_ptr<const readers::ByteSource> original, unsigned threads) const
{
    return catalog::readDataFile(path(), std::move(original), threads, {});
}

std::vector<std::string> DataFileFolder::names() const
{
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
        names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace cupel::test
