#include "core/audits/metric_registry.h"
#include "tests/support/shared_dir.h"

#include <gtest/gtest.h>

#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace cupel::audits {
namespace {

std::string joined(const std::vector<std::string>& keys)
{
    std::string text;
    for (const std::string& key : keys)
        text += (text.empty() ? "" : ",") + key;
    return text;
}

/// Cells of a line of the contract, in which only the subject keys are quoted.
std::vector<std::string> cellsOf(std::string line)
{
    std::string keys;
    if (const std::size_t quote = line.find('"'); quote != std::string::npos) {
        const std::size_t end = line.find('"', quote + 1);
        keys = line.substr(quote + 1, end - quote - 1);
        line.replace(quote, end - quote + 1, "");
    }
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');)
        cells.push_back(cell);
    cells.resize(7);
    if (!keys.empty())
        cells[5] = keys;
    return cells;
}

TEST(MetricRegistry, HasTheMetricsOfTheContract)
{
    CUPEL_REQUIRE_SHARED("contract/metric-ids.csv");
    std::ifstream file(test::sharedDir() / "contract" / "metric-ids.csv");
    std::string line;
    std::getline(file, line);
    int compared = 0;
    while (std::getline(file, line)) {
        const std::vector<std::string> cells = cellsOf(line);
        // Strata and reference populations come with audits of their own.
        if (cells[0] == "A10" || cells[0] == "A15")
            continue;
        SCOPED_TRACE(line);
        const MetricInfo* info = findMetric(cells[1], cells[2]);
        ASSERT_NE(info, nullptr);
        EXPECT_EQ(info->ref, cells[0]);
        EXPECT_EQ(info->unit, cells[3]);
        EXPECT_EQ(info->direction, cells[4]);
        EXPECT_EQ(joined(info->subject), cells[5]);
        ++compared;
    }
    EXPECT_GE(compared, 48);
}

TEST(MetricRegistry, NamesEachMetricOnce)
{
    std::set<std::string> names;
    for (const MetricInfo& info : metrics())
        EXPECT_TRUE(names.insert(info.id + " " + info.variant).second) << info.id << info.variant;
}

TEST(MetricRegistry, ExplainsEveryMetric)
{
    const std::regex kebab("[a-z]+(-[a-z]+)*");
    const std::regex certifying("\\b(unbiased|fair|safe|legal)\\b", std::regex::icase);
    for (const MetricInfo& info : metrics()) {
        SCOPED_TRACE(info.id + " " + info.variant);
        EXPECT_TRUE(std::regex_match(info.id, kebab));
        for (const std::string* text : {&info.ref, &info.unit, &info.direction, &info.title,
                 &info.formula, &info.range, &info.source, &info.edgeCases})
            EXPECT_FALSE(text->empty());
        EXPECT_FALSE(std::regex_search(info.title + info.formula + info.edgeCases, certifying));
    }
}

TEST(MetricRegistry, FindsByIdAndVariant)
{
    EXPECT_EQ(findMetric("base-rate", "")->title, "Favourable rate of a group");
    EXPECT_NE(findMetric("base-rate", "overall"), findMetric("base-rate", ""));
    EXPECT_EQ(findMetric("base-rate", "median"), nullptr);
    EXPECT_EQ(findMetric("", ""), nullptr);
}

} // namespace
} // namespace cupel::audits
