#pragma once

#include <string>
#include <vector>

#include "core/readers/column_encoder.h"

namespace cupel::test {

/// Assert that a column is what its texts and the request make of it, all computed in the plainest
/// way from the strings.
void expectColumn(const table::Column& column, const std::vector<std::string>& texts,
    const readers::ColumnRequest& request);

} // namespace cupel::test
