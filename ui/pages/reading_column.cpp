#include "ui/pages/reading_column.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollBar>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/pages/heading_label.h"
#include "ui/pages/part_layout.h"

namespace cupel::ui {
namespace {

constexpr int kColumnWidth = 150; ///< in average characters
constexpr int kReveal = 40; ///< pixels around what is brought into view

/// Lay out a widget and what is in it, the innermost first: what has another height at the width
/// that it got asks for it now.
void layOutAll(const QWidget& widget)
{
    for (QObject* const child : widget.children()) {
        const auto* const inner = qobject_cast<QWidget*>(child);
        if (inner && inner->layout())
            layOutAll(*inner);
    }
    if (widget.layout())
        widget.layout()->activate();
}

int heightAt(const QWidget& widget, int width)
{
    return widget.hasHeightForWidth() ? widget.heightForWidth(width) : widget.sizeHint().height();
}

} // namespace

ReadingColumn::ReadingColumn(QWidget* parent)
    : QScrollArea(parent)
    , m_sheet(new QWidget(this))
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Content of the page"));
    // Where the bar may come and go, the area tries one width after the other, which lays out all
    // texts anew each time.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    viewport()->setBackgroundRole(QPalette::Base);
    m_sheet->setBackgroundRole(QPalette::Base);
    m_sheet->setAutoFillBackground(true);
    auto* const row = new QHBoxLayout(m_sheet);
    row->setContentsMargins(24, 18, 24, 28);
    clear();
    row->addStretch(0);
    setWidget(m_sheet);
    connect(
        verticalScrollBar(), &QScrollBar::rangeChanged, this, &ReadingColumn::scrollWhenPossible);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_wanted = 0; });
    for (const auto& [key, direction] :
        {std::pair{Qt::Key_Down, Direction::Forward}, std::pair{Qt::Key_Up, Direction::Back}}) {
        auto* const shortcut = new QShortcut(
            QKeySequence(Qt::ALT | key), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(
            shortcut, &QShortcut::activated, this, [this, its = direction] { goToHeading(its); });
    }
}

void ReadingColumn::clear()
{
    m_places.clear();
    m_wanted = 0;
    delete m_inner;
    m_inner = new QWidget(m_sheet);
    m_inner->installEventFilter(this);
    m_column = new PartLayout(m_inner);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(10);
    static_cast<QHBoxLayout*>(m_sheet->layout())->insertWidget(0, m_inner, 1, Qt::AlignTop);
    limitWidth();
    ensureVisible(0, 0);
}

void ReadingColumn::limitWidth()
{
    m_inner->setMaximumWidth(fontMetrics().averageCharWidth() * kColumnWidth);
}

bool ReadingColumn::eventFilter(QObject* watched, QEvent* event)
{
    const bool isFilled = watched == m_inner && event->type() == QEvent::Show;
    const bool isDone = QScrollArea::eventFilter(watched, event);
    if (isFilled)
        giveRoom();
    return isDone;
}

/// The area gives the sheet its height with later events, and lines would be cut until then.
void ReadingColumn::giveRoom()
{
    const int width = viewport()->width();
    // A table knows how high it is once it has its width.
    for (int turn = 0; turn < 2; ++turn) {
        layOutAll(*m_inner);
        const int height = std::max(heightAt(*m_sheet, width), viewport()->height());
        m_sheet->resize(width, height);
        m_sheet->layout()->activate();
    }
}

void ReadingColumn::append(QWidget* part)
{
    if (!isVisible()) {
        m_column->addWidget(part);
        return;
    }
    const int height = heightAt(*part, m_inner->width());
    m_sheet->resize(m_sheet->width(), m_sheet->height() + height + m_column->spacing());
    m_column->addWidget(part);
    part->show();
    m_sheet->layout()->activate();
    layOutAll(*part);
    m_column->activate();
    const int whole = std::max(heightAt(*m_sheet, m_sheet->width()), viewport()->height());
    if (whole == m_sheet->height())
        return;
    m_sheet->resize(m_sheet->width(), whole);
    m_sheet->layout()->activate();
}

void ReadingColumn::place(const std::string& anchor, QWidget* widget)
{
    if (!anchor.empty())
        m_places[anchor] = widget;
}

bool ReadingColumn::showPlace(const std::string& anchor)
{
    const auto found = m_places.find(anchor);
    if (found == m_places.end() || !found->second)
        return false;
    showWidget(found->second);
    return true;
}

void ReadingColumn::showWidget(QWidget* widget)
{
    m_wanted = 0;
    widget->setFocus(Qt::OtherFocusReason);
    ensureWidgetVisible(widget, kReveal, kReveal);
    bringIntoView(widget);
}

bool ReadingColumn::focusPlace(const std::string& anchor)
{
    const auto found = m_places.find(anchor);
    if (found == m_places.end() || !found->second)
        return false;
    found->second->setFocus(Qt::OtherFocusReason);
    return true;
}

void ReadingColumn::bringIntoView(QWidget* widget)
{
    // What was just made has no place yet.
    QTimer::singleShot(0, this, [this, shown = QPointer<QWidget>(widget)] {
        if (shown)
            ensureWidgetVisible(shown, kReveal, kReveal);
    });
}

int ReadingColumn::scrolled() const
{
    return verticalScrollBar()->value();
}

void ReadingColumn::scrollTo(int position)
{
    m_wanted = position;
    scrollWhenPossible();
}

void ReadingColumn::scrollWhenPossible()
{
    if (m_wanted <= 0 || m_wanted > verticalScrollBar()->maximum())
        return;
    verticalScrollBar()->setValue(m_wanted);
    m_wanted = 0;
}

void ReadingColumn::goToHeading(Direction direction)
{
    QList<HeadingLabel*> headings = m_inner->findChildren<HeadingLabel*>();
    headings.erase(std::remove_if(headings.begin(), headings.end(),
                       [](const HeadingLabel* one) { return !one->isVisible(); }),
        headings.end());
    const auto topOf = [this](const QWidget* one) { return one->mapTo(m_inner, QPoint()).y(); };
    std::sort(headings.begin(), headings.end(),
        [&](const HeadingLabel* a, const HeadingLabel* b) { return topOf(a) < topOf(b); });
    const QWidget* const focus = focusWidget();
    const int at = focus && m_inner->isAncestorOf(focus) ? topOf(focus) : -1;
    HeadingLabel* next = nullptr;
    for (HeadingLabel* heading : headings) {
        const int top = topOf(heading);
        if (direction == Direction::Forward && top > at) {
            next = heading;
            break;
        }
        if (direction == Direction::Back && top < at)
            next = heading;
    }
    if (next)
        showWidget(next);
}

} // namespace cupel::ui
