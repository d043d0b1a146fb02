#pragma once

#include <QString>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/text.h"

/// Texts of data and documents on the screen. The window shows them to the person whose data they
/// are, so nothing is hidden; control, bidi and invisible characters become visible escapes, as in
/// the reports. No function here gives markup, and Qt is never left to guess whether a text is.
namespace cupel::ui {

/// Any bytes as one line of plain text.
QString shown(std::string_view text);
QString shown(const base::DataText& text);
/// Long texts of the data are cut; subjects and tables hold them whole.
QString shown(const base::Sentence& sentence);

/// A text for lines that are broken at blanks: a number and its percent sign stay on one line. What
/// is copied from a label has plain blanks again.
QString keptTogether(QString text);

/// A text for Qt::ToolTipRole and setToolTip(), which take what looks like markup for markup.
QString toolTip(const QString& plain);

/// Bytes of a QString that came from the person: a path, a filter, a comment.
std::string bytesOf(const QString& text);

/// "1,234,567" in the person's own way of writing numbers.
QString counted(std::int64_t number);
/// From 0 to 1, in percent, as the reports write it: what is not 0 is never "0 %", what is not all
/// never "100 %".
QString percent(double share);

} // namespace cupel::ui
