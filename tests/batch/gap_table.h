#pragma once

#include <string>

namespace cupel::test {

/// 200 rows of two groups whose rates of y = 1 are 0.8 and 0.2: an error. One column is constant:
/// less than an error.
inline std::string gapTable()
{
    std::string text = "g,y,k\n";
    for (int i = 0; i < 100; ++i) {
        text += std::string("a,") + (i % 5 == 0 ? "0" : "1") + ",same\n";
        text += std::string("b,") + (i % 5 == 0 ? "1" : "0") + ",same\n";
    }
    return text;
}

} // namespace cupel::test
