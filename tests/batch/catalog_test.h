#pragma once

#include <chrono>
#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "tests/batch/cupel_program.h"
#include "tests/support/temp_dir.h"

namespace cupel::test {

using nlohmann::json;

/// 400 rows in which women get "yes" less often; the last `copies` rows are those before them.
inline std::string loans(int copies)
{
    std::string text = "id,sex,income,approved\n";
    std::vector<std::string> rows;
    for (int i = 0; i < 400; ++i) {
        const bool isWoman = i % 2 == 0;
        const bool isApproved = isWoman ? i % 8 == 0 : i % 8 != 1;
        rows.push_back(std::to_string(i) + (isWoman ? ",f," : ",m,") + std::to_string(1000 + 7 * i)
            + (isApproved ? ",yes" : ",no"));
    }
    for (int i = 400 - copies; i < 400; ++i)
        rows.push_back(rows[static_cast<std::size_t>(i)]);
    for (const std::string& row : rows)
        text += row + "\n";
    return text;
}

class CatalogTest : public testing::Test {
protected:
    RunResult run(std::vector<std::string> words)
    {
        words.insert(words.end(), {"--catalog", path});
        return cupel(words);
    }
    RunResult audit(std::vector<std::string> more = {})
    {
        std::vector<std::string> words{"audit", data, "--label", "approved", "--favourable", "yes",
            "--group", "sex", "--fail-on", "never"};
        words.insert(words.end(), more.begin(), more.end());
        return run(words);
    }
    /// What a command that succeeds prints.
    json jsonOf(const std::vector<std::string>& words);
    std::vector<std::filesystem::path> dataFiles() const
    {
        std::vector<std::filesystem::path> found;
        for (const auto& entry : std::filesystem::directory_iterator(shelf)) {
            if (entry.path().extension() == ".cupeldata")
                found.push_back(entry.path());
        }
        return found;
    }
    /// Write the input again as it is at another time.
    void write(const std::string& text)
    {
        folder.write("in/loans.csv", text);
        const auto later
            = std::filesystem::last_write_time(data) + std::chrono::seconds(++m_writes);
        std::filesystem::last_write_time(data, later);
    }
    void expectSound()
    {
        const RunResult checked = run({"catalog", "check"});
        EXPECT_EQ(checked.exitCode, 0) << checked.out << checked.err;
        EXPECT_EQ(checked.out, "no problem found\n");
    }

    TempDir folder;
    std::string data = folder.write("in/loans.csv", loans(3)).string();
    std::filesystem::path shelf = folder.write("shelf/empty", "").parent_path();
    std::string path = (shelf / "c.cupel").string();

private:
    int m_writes = 0;
};

} // namespace cupel::test
