#pragma once

#include <QColor>
#include <QString>
#include <QTextLayout>
#include <cstddef>

#include "core/reports/page.h"
#include "core/reports/privacy.h"

/// Texts as they stand on paper: shown through the privacy view, with everything that acts as a
/// visible escape, and nothing taken for markup.
namespace cupel::ui {

/// Bytes that are printed of one text, by where it stands.
inline constexpr std::size_t kMostInHeading = 300;
inline constexpr std::size_t kMostInCell = 1'000;
inline constexpr std::size_t kMostInText = 20'000;

/// A text with the looks of its parts.
struct Words {
    QString text;
    QList<QTextLayout::FormatRange> looks = {};

    void append(const QString& more) { text += more; }
    void append(const QString& more, const QTextCharFormat& look);
};

/// The words in this colour.
Words tinted(Words words, const QColor& color);
/// Our own words.
QString ownText(std::string_view words);
/// The same where they name something, and long ones cut.
QString shortText(std::string_view words);
/// A sentence, of each text at most `most` bytes, and of many texts together some more.
Words wordsOf(const base::Sentence& sentence, const reports::PrivacyView& view, std::size_t most);
/// What stands in a cell; of a picture of a column nothing.
Words cellWords(const reports::Cell& cell, const reports::PrivacyView& view);
/// Whether a cell stands in the place of a number.
bool isFigure(const reports::Cell& cell);

} // namespace cupel::ui
