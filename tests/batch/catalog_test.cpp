#include "tests/batch/catalog_test.h"

#include <nlohmann/json.hpp>

namespace cupel::test {

json CatalogTest::jsonOf(const std::vector<std::string>& words)
{
    const RunResult result = run(words);
    EXPECT_EQ(result.exitCode, 0) << result.err;
    return json::parse(result.out, nullptr, false);
}

} // namespace cupel::test
