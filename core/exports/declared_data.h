#pragma once

#include <map>
#include <string>

#include "core/exports/answer_book.h"

namespace cupel::exports {

/// What Croissant files beside audited data say about its file and its columns.
struct DeclaredData {
    const documents::Node* file = nullptr; ///< with the same hash or none; null: none is
    std::map<std::string, std::string> descriptions; ///< by column
};
DeclaredData declaredData(const AnswerBook& book);

/// Before audited data are described anew: what Croissant says about their file and columns counts
/// as carried; other files and what is read from them stay out, each with a reason.
void settleDeclared(AnswerBook& book);

} // namespace cupel::exports
