#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <string>

#include "core/reports/page.h"

class QVBoxLayout;
class QWidget;

namespace cupel::ui {

/// Makes the widget of a chart. Null: none, the table of the chart is shown.
using ChartFactory = std::function<QWidget*(const reports::Chart&)>;

/// What the widgets of blocks need of whoever shows them. Copied into parts that are made later.
struct BlockContext {
    std::function<void(const QString& anchor)> follow; ///< a link was activated
    std::function<void(const std::string& anchor, QWidget* widget)> place; ///< what has an anchor
    ChartFactory chart;
};

/// Add the widgets of a block to a column.
void addBlock(const reports::Block& block, const BlockContext& context, QVBoxLayout& column);

/// A row with the tone of an item, and its text, which leads somewhere if it has a target. `aside`:
/// a word at the end of a row that leads somewhere.
QWidget* listRow(const reports::ListItem& item, int markWidth, const BlockContext& context,
    const QString& aside = {});
/// A list with such a word for each item; without words if there are none.
void addList(const reports::List& list, const QStringList& asides, const BlockContext& context,
    QVBoxLayout& column);
/// Width that the marks of a list need to stand below each other; 0: it has none.
int markWidthOf(const reports::List& list);

/// Lines of running text are no longer than people like to read.
void addReadable(QWidget* text, QVBoxLayout& column);

} // namespace cupel::ui
