#pragma once

#include <QString>
#include <cstddef>

#include "core/base/text.h"
#include "core/reports/page.h"

/// Texts of a page as labels show them: short enough to be laid out at once.
namespace cupel::ui {

/// A text of the data on one line, cut where it is longer than a few lines of a page.
QString shownShort(const base::DataText& text);
QString shownShort(const std::string& name);
/// A sentence whose texts are cut like that.
QString shownShort(const base::Sentence& sentence);

/// Lines of a document as they are, with controls as visible escapes. Very long lines and texts are
/// cut, which is said where they are.
QString shownLines(const base::Sentence& text);

/// What a cell of a table says; a figure that is undefined as a dash with its reason.
QString shownCell(const reports::Cell& cell);

/// A text on a button or in a menu, where "&" would mark a key.
QString buttonText(const QString& plain);

} // namespace cupel::ui
