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

constexpr qsizetype kLayoutParts = 4; ///< columns, whether the width is given, header, sort order

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

TableLayout::TableLayout(QTableView& view, int wide, int least, std::set<int> own)
    : QObject(&view)
    , m_view(view)
    , m_header(*view.horizontalHeader())
    , m_wide(wide)
    , m_least(least)
    , m_own(std::move(own))
{
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

void TableLayout::fit()
{
    if (m_isGiven || m_header.isSectionHidden(m_wide))
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    const int others = m_header.length() - m_header.sectionSize(m_wide);
    m_header.resizeSection(m_wide, std::max(m_least, m_view.viewport()->width() - others));
}

void TableLayout::resized(int column)
{
    if (m_isFitting)
        return;
    if (column == m_wide && !m_header.isSectionHidden(column))
        m_isGiven = true;
    else
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
        if (m_own.count(column) > 0)
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
    return packLayout({QByteArray::number(m_header.count()), m_isGiven ? "1" : "0",
        m_header.saveState(), QByteArray::number(m_header.sortIndicatorSection()) + ' ' + order});
}

void TableLayout::restore(const QByteArray& state)
{
    const QList<QByteArray> parts = unpackLayout(state, kLayoutParts);
    if (parts.isEmpty() || parts[0].toInt() != m_header.count())
        return;
    std::set<int> hidden;
    for (const int column : m_own) {
        if (m_header.isSectionHidden(column))
            hidden.insert(column);
    }
    {
        const QScopedValueRollback fitting(m_isFitting, true);
        m_header.restoreState(parts[2]);
        for (const int column : m_own)
            m_header.setSectionHidden(column, hidden.count(column) > 0);
    }
    if (shownColumns() == 0)
        m_header.setSectionHidden(m_wide, false);
    m_isGiven = parts[1] == "1";
    const QList<QByteArray> sorted = parts[3].split(' ');
    m_view.sortByColumn(std::clamp(sorted.value(0).toInt(), -1, m_header.count() - 1),
        sorted.value(1).toInt() == Qt::DescendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
    fit();
}

} // namespace cupel::ui
