#pragma once

#include <QStyledItemDelegate>

namespace cupel::ui {

/// Draws sentences of several lines: a number and its percent sign stay on one.
class SentenceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QString displayText(const QVariant& value, const QLocale& locale) const override;
};

} // namespace cupel::ui
