#pragma once

#include "core/documents/node.h"
#include "core/exports/answer_book.h"

namespace cupel::exports {

/// The front matter of a card of the Hub, a map: what the front matter of a document said, and of
/// audited data what was counted; else what other documents say in the same words. Names, codes and
/// ids only, no prose.
documents::Node frontMatter(AnswerBook& book);

} // namespace cupel::exports
