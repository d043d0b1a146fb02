#pragma once

#include <string>
#include <vector>

#include "core/lint/judge.h"
#include "core/reports/page.h"

/// What validators say of documents, for people.
namespace cupel::reports {

/// "hub: refused, 1 error, 0 warnings, 2 notes".
std::string verdictLine(const lint::Verdict& verdict);

/// As `cupel card lint` prints it: a line for each issue, FILE:LINE:COLUMN first, then one for each
/// verdict. Documents that could not be judged are left out.
std::string verdictsText(const std::vector<lint::Judged>& documents);

/// The same as blocks: each document with the verdicts of the usual profiles, the issues and the
/// other profiles folded away. Of very many issues and documents the first ones, with their count.
std::vector<Block> verdictBlocks(const std::vector<lint::Judged>& documents);

} // namespace cupel::reports
