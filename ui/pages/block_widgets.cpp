#include "ui/pages/block_widgets.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <QVariant>
#include <algorithm>
#include <utility>

#include "ui/pages/block_table.h"
#include "ui/pages/card_frame.h"
#include "ui/pages/facts_grid.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/folded_part.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/link_label.h"
#include "ui/pages/text_forms.h"
#include "ui/pages/tile.h"
#include "ui/pages/tone_mark.h"
#include "ui/pages/verbatim_text.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kReadableWidth = 120; ///< in average characters

class BlockAdder {
public:
    BlockAdder(const BlockContext& context, QVBoxLayout& column)
        : m_context(context)
        , m_column(column)
    {
    }

    void add(const reports::Heading& heading) const
    {
        auto* const label = new HeadingLabel(shownShort(heading.text), heading.level);
        m_column.addWidget(label);
        place(heading.anchor, label);
    }

    void add(const reports::Paragraph& paragraph) const
    {
        addReadable(new PlainLabel(shownShort(paragraph.text),
                        paragraph.isAside ? PlainLabel::Look::Small : PlainLabel::Look::Body),
            m_column);
    }

    void add(const reports::List& list) const { addList(list, {}, m_context, m_column); }

    void add(const reports::Table& table) const
    {
        if (!table.caption.empty())
            m_column.addWidget(caption(shownShort(table.caption)));
        auto* const view = new BlockTable(table);
        view->setAccessibleName(shownShort(table.caption));
        QObject::connect(view, &BlockTable::linkActivated, view, m_context.follow);
        m_column.addWidget(view);
        if (table.leftOut > 0)
            m_column.addWidget(new PlainLabel(
                QObject::tr("%1 more row(s) not shown here.", nullptr, pluralOf(table.leftOut))
                    .arg(counted(table.leftOut)),
                PlainLabel::Look::Small));
    }

    void add(const reports::KeyValues& values) const
    {
        m_column.addWidget(new FactsGrid(values.rows));
    }

    void add(const reports::Callout& callout) const
    {
        auto* const card = new CardFrame(callout.tone);
        auto* const top = new QHBoxLayout;
        top->addWidget(new ToneMark(callout.tone, shown(callout.word)));
        top->addStretch(1);
        if (!callout.label.empty())
            top->addWidget(codeLabel(shown(callout.label)));
        card->column()->addLayout(top);
        auto* const text = new PlainLabel(shownShort(callout.text));
        card->column()->addWidget(text);
        if (!callout.facts.empty())
            card->column()->addWidget(new FactsGrid(callout.facts));
        m_column.addWidget(card);
        place(callout.anchor, text);
    }

    void add(const reports::Tiles& tiles) const
    {
        auto* const row = new QWidget;
        auto* const flow = new FlowLayout(row);
        for (const reports::Tiles::Tile& tile : tiles.tiles)
            flow->addWidget(new FigureTile(counted(tile.value), shown(tile.label), tile.tone));
        m_column.addWidget(row);
    }

    void add(const reports::Chart& chart) const
    {
        if (m_context.chart) {
            if (QWidget* const widget = m_context.chart(chart)) {
                m_column.addWidget(widget);
                return;
            }
        }
        add(reports::tableOf(chart.table));
    }

    void add(const reports::Verbatim& verbatim) const
    {
        const QString name = shownShort(verbatim.caption);
        if (!name.isEmpty())
            m_column.addWidget(new PlainLabel(name, PlainLabel::Look::Small));
        auto* const text = new VerbatimText(shownLines(verbatim.text));
        text->setAccessibleName(name.isEmpty() ? QObject::tr("Text") : name);
        m_column.addWidget(text);
    }

    void add(const reports::Details& details) const
    {
        m_column.addWidget(new FoldedPart(shownShort(details.summary),
            [blocks = details.blocks, context = m_context](QVBoxLayout& column) {
                for (const reports::Block& block : blocks)
                    addBlock(block, context, column);
            }));
    }

private:
    void place(const std::string& anchor, QWidget* widget) const
    {
        if (!anchor.empty() && m_context.place)
            m_context.place(anchor, widget);
    }

    static QWidget* caption(const QString& text)
    {
        auto* const label = new PlainLabel(text);
        label->setForegroundRole(QPalette::PlaceholderText);
        QFont bold = label->font();
        bold.setBold(true);
        label->setFont(bold);
        return label;
    }

    static QWidget* codeLabel(const QString& text)
    {
        auto* const label = new PlainLabel(text, PlainLabel::Look::Small);
        label->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        label->setWordWrap(false);
        return label;
    }

    const BlockContext& m_context;
    QVBoxLayout& m_column;
};

} // namespace

void addBlock(const reports::Block& block, const BlockContext& context, QVBoxLayout& column)
{
    const BlockAdder adder(context, column);
    std::visit([&adder](const auto& content) { adder.add(content); }, block.content);
}

int markWidthOf(const reports::List& list)
{
    int width = 0;
    for (const reports::ListItem& item : list.items) {
        if (item.tone != reports::Tone::Plain)
            width = std::max(width, ToneMark(item.tone).sizeHint().width());
    }
    return width;
}

void addList(const reports::List& list, const QStringList& asides, const BlockContext& context,
    QVBoxLayout& column)
{
    auto* const rows = new QWidget;
    auto* const lines = new QVBoxLayout(rows);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(8);
    const int markWidth = markWidthOf(list);
    bool leadsSomewhere = false;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const reports::ListItem& item = list.items[i];
        leadsSomewhere = leadsSomewhere || !item.target.empty();
        const auto number = static_cast<qsizetype>(i);
        QWidget* const row = listRow(item, markWidth, context, asides.value(number));
        if (markWidth > 0) {
            lines->addWidget(row);
            continue;
        }
        auto* const line = new QHBoxLayout;
        line->addWidget(
            new PlainLabel(list.isOrdered ? QStringLiteral("%1.").arg(counted(number + 1))
                                          : QStringLiteral("•")),
            0, Qt::AlignTop);
        line->addWidget(row, 1);
        lines->addLayout(line);
    }
    if (leadsSomewhere) // rows are as wide as the page: their marks stand at its edge
        column.addWidget(rows);
    else
        addReadable(rows, column);
}

QWidget* listRow(
    const reports::ListItem& item, int markWidth, const BlockContext& context, const QString& aside)
{
    auto* const row = new QWidget;
    auto* const line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(14);
    if (markWidth > 0) {
        auto* const mark = new ToneMark(item.tone);
        mark->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        auto* const cell = new QWidget;
        cell->setFixedWidth(markWidth);
        auto* const inner = new QHBoxLayout(cell);
        inner->setContentsMargins(0, 0, 0, 0);
        inner->addWidget(mark, 0, Qt::AlignLeading | Qt::AlignTop);
        line->addWidget(cell, 0, Qt::AlignTop);
    }
    QString text = shownShort(item.text);
    if (!item.code.empty())
        text += QLatin1Char(' ') + shown(item.code);
    if (item.target.empty()) {
        line->addWidget(new PlainLabel(text), 1);
        return row;
    }
    auto* const link = new LinkLabel(text, LinkLabel::Style::Row);
    link->setAside(aside);
    const QString anchor = QString::fromStdString(item.target);
    QObject::connect(link, &LinkLabel::activated, link, [follow = context.follow, anchor] {
        if (follow)
            follow(anchor);
    });
    line->addWidget(link, 1);
    return row;
}

void addReadable(QWidget* text, QVBoxLayout& column)
{
    text->setMaximumWidth(text->fontMetrics().averageCharWidth() * kReadableWidth);
    auto* const row = new QHBoxLayout;
    row->addWidget(text, 1);
    row->addStretch(0);
    column.addLayout(row);
}

} // namespace cupel::ui
