#pragma once

#include <QTranslator>
#include <cstdint>

namespace cupel::ui {

/// Puts the English forms into texts that are counted: "%1 row(s)" is "1 row" and "2 rows". A
/// translation, which knows the forms of its own language, goes before it. Every application has
/// one.
class EnglishPlurals : public QTranslator {
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(
        const char* context, const char* source, const char* disambiguation, int n) const override;
};

/// A number as tr() takes it to choose a form.
int pluralOf(std::int64_t number);

} // namespace cupel::ui
