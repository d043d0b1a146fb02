#pragma once

#include <gtest/gtest.h>

#include "core/readers/csv_reader.h"

namespace cupel::test {

/// Whether two tables and their import reports are equal in every field, byte and bit, their
/// sources left out; the first difference, named.
testing::AssertionResult isSameFile(
    const readers::CsvFile& actual, const readers::CsvFile& expected);

/// The same of the options, with all but the number of threads.
testing::AssertionResult areSameOptions(
    const readers::CsvOptions& actual, const readers::CsvOptions& expected);

} // namespace cupel::test
