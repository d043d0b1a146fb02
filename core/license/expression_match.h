#pragma once

#include <vector>

#include "core/license/expression.h"

namespace cupel::license {

/// Whether one licence is the other under another name, or a later version that "+" or "-or-later"
/// lets the recipient take. GPL-3.0 is GPL-3.0-only; exceptions must be equal.
bool covers(const Expression& declared, const Expression& other);
/// Whether whoever accepts exactly the licences `accepted` can meet the expression: of OR one part,
/// of AND all.
bool isSatisfiedBy(const Expression& expression, const std::vector<Expression>& accepted);

} // namespace cupel::license
