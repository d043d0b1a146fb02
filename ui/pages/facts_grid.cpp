#include "ui/pages/facts_grid.h"

#include <QFontDatabase>
#include <QGridLayout>

#include "ui/pages/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

FactsGrid::FactsGrid(const std::vector<reports::KeyValues::Row>& rows, QWidget* parent)
    : QWidget(parent)
{
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const int keyWidth = fontMetrics().averageCharWidth() * 20;
    for (const reports::KeyValues::Row& row : rows) {
        auto* const key = new PlainLabel(shown(row.key), PlainLabel::Look::Body, this);
        key->setForegroundRole(QPalette::PlaceholderText);
        key->setFixedWidth(keyWidth);
        auto* const value = new PlainLabel(shownShort(row.value), PlainLabel::Look::Body, this);
        if (row.isCode)
            value->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        value->setAccessibleName(key->text() + QStringLiteral(": ") + value->text());
        key->setBuddy(value);
        const int at = grid->rowCount();
        grid->addWidget(key, at, 0, Qt::AlignTop);
        grid->addWidget(value, at, 1, Qt::AlignTop);
    }
}

} // namespace cupel::ui
