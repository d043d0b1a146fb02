#include "ui/pages/table_layout.h"

#include <QAction>
#include <QCborArray>
#include <QCborValue>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTableView>
#include <algorithm>

#include "ui/pages/text_forms.h"

namespace cupel::ui {
namespace {

constexpr qsizetype kLayoutParts = 4; ///< columns, Given, header, sort order
constexpr int kFittedRows = 200; ///< rows that a width is taken from

/// Which widths somebody gave.
enum Given { Wide = 1, Others = 2 };

} // namespace

QByteArray packLayout(const QList<QByteArray>& parts)
{
    QCborArray all;
    for (const QByteArray& part : parts)
        all.append(part);
    return all.toCborValue().toCbor();
}

QList<QByteArray> unpackLayout(const QByteArray& bytes, qsizetype parts)
{
    const QCborArray all = QCborValue::fromCbor(bytes).toArray();
    if (all.size() != parts)
        return {};
    QList<QByteArray> list;
    for (const auto& part : all)
        list += part.toByteArray();
    return list;
}

TableLayout::TableLayout(QTableView& view, Plan plan)
    : QObject(&view)
    , m_view(view)
    , m_header(*view.horizontalHeader())
    , m_plan(std::move(plan))
{
    m_header.setResizeContentsPrecision(kFittedRows);
    m_header.setSectionsMovable(true);
    m_header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_header, &QHeaderView::sectionResized, this, &TableLayout::resized);
    connect(&m_header, &QHeaderView::customContextMenuRequested, this,
        [this](const QPoint& at) { openMenu(m_header.viewport()->mapToGlobal(at)); });
    auto* const columns = new QAction(tr("Columns shown"), this);
    columns->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L));
    columns->setShortcutContext(Qt::WidgetShortcut);
    connect(columns, &QAction::triggered, this,
        [this] { openMenu(m_view.viewport()->mapToGlobal(QPoint())); });
    view.addAction(columns);
    view.viewport()->installEventFilter(this);
    fit();
}

bool TableLayout::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        fit();
    return QObject::eventFilter(watched, event);
}

int TableLayout::roomOfOthers(int last) const
{
    int room = 0;
    for (int place = 0; place <= last; ++place) {
        const int column = m_header.logicalIndex(place);
        room += column == m_plan.wide ? 0 : m_header.sectionSize(column);
    }
    return room;
}

void TableLayout::fit()
{
    if (m_isGiven || m_header.isSectionHidden(m_plan.wide))
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    const int whole = m_view.viewport()->width();
    int width = whole - roomOfOthers(m_header.count() - 1);
    if (width < m_plan.least) {
        const int last
            = std::max(m_header.visualIndex(m_plan.lastSeen), m_header.visualIndex(m_plan.wide));
        width = whole - roomOfOthers(last);
    }
    m_header.resizeSection(m_plan.wide, std::max(m_plan.least, width));
}

void TableLayout::fitTo(const std::vector<Fitted>& columns)
{
    if (m_isArranged)
        return;
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        const int unit = m_view.fontMetrics().averageCharWidth();
        for (const Fitted& one : columns) {
            if (m_header.isSectionHidden(one.column))
                continue;
            m_view.resizeColumnToContents(one.column);
            m_header.resizeSection(one.column,
                std::clamp(m_header.sectionSize(one.column), one.least * unit, one.most * unit));
        }
    }
    fit();
}

void TableLayout::resized(int column, int from, int to)
{
    if (m_isFitting)
        return;
    const bool isGiven = from > 0 && to > 0; // and not shown or hidden
    if (column == m_plan.wide && isGiven) {
        m_isGiven = true;
        return;
    }
    m_isArranged = m_isArranged || isGiven;
    fit();
}

int TableLayout::shownColumns() const
{
    return m_header.count() - m_header.hiddenSectionCount();
}

void TableLayout::openMenu(const QPoint& position)
{
    auto* const menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Columns shown"));
    for (int column = 0; column < m_header.count(); ++column) {
        if (m_plan.own.count(column) > 0)
            continue;
        const QString name = m_view.model()->headerData(column, Qt::Horizontal).toString();
        QAction* const action = menu->addAction(buttonText(name));
        action->setCheckable(true);
        action->setChecked(!m_header.isSectionHidden(column));
        action->setEnabled(m_header.isSectionHidden(column) || shownColumns() > 1);
        connect(action, &QAction::toggled, this,
            [this, column](bool isShown) { m_header.setSectionHidden(column, !isShown); });
    }
    menu->popup(position);
}

QByteArray TableLayout::state() const
{
    const QByteArray order = QByteArray::number(static_cast<int>(m_header.sortIndicatorOrder()));
    const int given = (m_isGiven ? Wide : 0) + (m_isArranged ? Others : 0);
    return packLayout({QByteArray::number(m_header.count()), QByteArray::number(given),
        m_header.saveState(), QByteArray::number(m_header.sortIndicatorSection()) + ' ' + order});
}

void TableLayout::restore(const QByteArray& state)
{
    const QList<QByteArray> parts = unpackLayout(state, kLayoutParts);
    if (parts.isEmpty() || parts[0].toInt() != m_header.count())
        return;
    std::set<int> hidden;
    for (const int column : m_plan.own) {
        if (m_header.isSectionHidden(column))
            hidden.insert(column);
    }
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        m_header.restoreState(parts[2]);
        for (const int column : m_plan.own)
            m_header.setSectionHidden(column, hidden.count(column) > 0);
    }
    if (shownColumns() == 0)
        m_header.setSectionHidden(m_plan.wide, false);
    m_isGiven = (parts[1].toInt() & Wide) != 0;
    m_isArranged = (parts[1].toInt() & Others) != 0;
    const QList<QByteArray> sorted = parts[3].split(' ');
    m_view.sortByColumn(std::clamp(sorted.value(0).toInt(), -1, m_header.count() - 1),
        sorted.value(1).toInt() == Qt::DescendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    fit();
}

} // namespace cupel::ui
