#pragma once

#include <string>
#include <string_view>

namespace cupel::reports {

/// Whether a text may be one that a spreadsheet would take for a formula.
enum class FormulaGuard { On, Off };

/// A cell as RFC 4180 writes it: in quotes where it holds a comma, a quote or a line end. With the
/// guard a text that a spreadsheet might take for a formula (OWASP ASVS 1.2.10: it begins with '=',
/// '+', '-', '@', tab, CR or NUL, also full-width or after blanks) gets a leading "'". Numbers,
/// such as "-5", stay as they are.
std::string csvCell(std::string_view cell, FormulaGuard guard);

} // namespace cupel::reports
