#include "ui/pages/facts_grid.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <algorithm>
#include <string>

#include "ui/pages/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kNarrowestKey = 18; ///< in average characters
constexpr int kWidestKey = 36;

} // namespace

FactsGrid::FactsGrid(const std::vector<reports::KeyValues::Row>& rows, QWidget* parent)
    : QWidget(parent)
{
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const int average = fontMetrics().averageCharWidth();
    int keyWidth = average * kNarrowestKey;
    for (const reports::KeyValues::Row& row : rows)
        keyWidth = std::max(keyWidth, fontMetrics().horizontalAdvance(shown(row.key)) + 2);
    keyWidth = std::min(keyWidth, average * kWidestKey);
    std::string before;
    for (const reports::KeyValues::Row& row : rows) {
        // A name that several values share stands once.
        auto* const key = new PlainLabel(
            row.key == before ? QString() : shown(row.key), PlainLabel::Look::Body, this);
        before = row.key;
        key->setForegroundRole(QPalette::PlaceholderText);
        key->setFixedWidth(keyWidth);
        auto* const value = new PlainLabel(shownShort(row.value), PlainLabel::Look::Body, this);
        if (row.isCode)
            value->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        value->setAccessibleName(shown(row.key) + QStringLiteral(": ") + value->text());
        key->setBuddy(value);
        const int at = grid->rowCount();
        grid->addWidget(key, at, 0, Qt::AlignTop);
        grid->addWidget(value, at, 1, Qt::AlignTop);
    }
}

} // namespace cupel::ui
