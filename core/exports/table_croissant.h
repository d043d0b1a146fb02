#pragma once

#include <nlohmann/json_fwd.hpp>

#include "core/exports/answer_book.h"

namespace cupel::exports {

/// Put an audited file into a dataset in the words of Croissant 1.1: a FileObject with size and
/// SHA-256, a record set of the splits, where there are any, and one of the rows. Descriptions, and
/// where the file is to be had, come from the Croissant files beside the data. Croissant has no way
/// to say that a file has no header: a note does.
void addTable(AnswerBook& book, nlohmann::ordered_json& dataset);

} // namespace cupel::exports
