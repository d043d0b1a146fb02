#pragma once

#include <QString>
#include <QWidget>

#include "core/catalog/catalog.h"

namespace cupel::ui {

/// "you, 11/27/26 4:10 PM": who said something, and when, in the person's time zone.
QString saidWords(const std::string& who, const catalog::Time& at);

/// Marks what a person said: a head with shoulders, and words beside it.
class PersonMark : public QWidget {
    Q_OBJECT

public:
    explicit PersonMark(const QString& words, QWidget* parent = nullptr);
};

} // namespace cupel::ui
