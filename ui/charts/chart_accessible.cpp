#include "ui/charts/chart_accessible.h"

#include <QAccessibleWidget>
#include <vector>

#include "ui/charts/chart_view.h"

namespace cupel::ui {
namespace {

/// One mark of a chart. Valid for as long as the chart has so many; it goes with the interface of
/// the chart, and that with the chart.
class MarkAccessible : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    MarkAccessible(ChartView& view, std::size_t mark)
        : m_view(view)
        , m_mark(mark)
    {
    }

    bool isValid() const override { return m_mark < m_view.rows().rows.size(); }
    QObject* object() const override { return nullptr; }
    QWindow* window() const override
    {
        QAccessibleInterface* chart = parent();
        return chart ? chart->window() : nullptr;
    }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(&m_view);
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        return isValid() && kind == QAccessible::Name ? m_view.markText(m_mark) : QString();
    }
    void setText(QAccessible::Text, const QString&) override { }
    QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect band = m_view.markRect(m_mark);
        return {m_view.viewport()->mapToGlobal(band.topLeft()), band.size()};
    }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (state.invalid)
            return state;
        state.focusable = true;
        state.selectable = true;
        state.focused = m_view.hasFocus() && m_view.focusMark() == m_mark;
        state.selected = m_view.highlighted() == m_mark;
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& name) override
    {
        if (isValid() && name == pressAction())
            m_view.activate(m_mark);
    }
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    ChartView& m_view;
    std::size_t m_mark;
};

/// A chart: QChartView alone would be an unnamed client with an unnamed child.
class ChartAccessible : public QAccessibleWidget {
public:
    explicit ChartAccessible(ChartView* view)
        : QAccessibleWidget(view, QAccessible::Chart)
    {
    }
    ~ChartAccessible() override
    {
        for (const QAccessible::Id id : m_marks)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(view()->rows().rows.size()); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const auto at = static_cast<std::size_t>(index);
        while (m_marks.size() <= at)
            m_marks.push_back(QAccessible::registerAccessibleInterface(
                new MarkAccessible(*view(), m_marks.size())));
        return QAccessible::accessibleInterface(m_marks[at]);
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (int i = 0; i < childCount() && i < static_cast<int>(m_marks.size()); ++i) {
            if (QAccessible::accessibleInterface(m_marks[static_cast<std::size_t>(i)]) == child)
                return i;
        }
        return -1;
    }
    QAccessibleInterface* focusChild() const override
    {
        return view()->hasFocus() ? child(static_cast<int>(view()->focusMark())) : nullptr;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y))
                return child(i);
        }
        return nullptr;
    }

private:
    ChartView* view() const { return static_cast<ChartView*>(widget()); }

    mutable std::vector<QAccessible::Id> m_marks; ///< made when they are first asked for
};

QAccessibleInterface* chartInterface(const QString& className, QObject* object)
{
    if (className != QLatin1String(ChartView::staticMetaObject.className()))
        return nullptr;
    auto* view = qobject_cast<ChartView*>(object);
    return view ? new ChartAccessible(view) : nullptr;
}

} // namespace

void installChartAccessibility()
{
    QAccessible::installFactory(chartInterface);
}

} // namespace cupel::ui
