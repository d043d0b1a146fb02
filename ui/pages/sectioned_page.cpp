#include "ui/pages/sectioned_page.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/pages/answer_editor.h"
#include "ui/pages/empty_state.h"
#include "ui/pages/page_filter.h"
#include "ui/pages/reading_column.h"
#include "ui/pages/table_layout.h"
#include "ui/theme/shown.h"
#include "ui/theme/tip.h"

namespace cupel::ui {
namespace {

constexpr int kTitleColumn = 0;
constexpr int kCountColumn = 1;
constexpr int kRowRoom = 10; ///< above and below a title
constexpr int kTitleRoom = 16; ///< beside it

/// A list that asks for as much width as its titles and counts need, so that none is cut.
class SectionList : public QTreeWidget {
public:
    using QTreeWidget::QTreeWidget;

    QSize sizeHint() const override
    {
        const int needed = sizeHintForColumn(kTitleColumn) + sizeHintForColumn(kCountColumn)
            + 2 * frameWidth() + verticalScrollBar()->sizeHint().width();
        const int usual = fontMetrics().averageCharWidth() * 42;
        return {std::max(needed, usual), QTreeWidget::sizeHint().height()};
    }
};

QTreeWidget* makeSectionList(QWidget* parent)
{
    auto* const list = new SectionList(parent);
    list->setColumnCount(2);
    list->setHeaderHidden(true);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setFrameShape(QFrame::NoFrame);
    list->setAllColumnsShowFocus(true);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(kTitleColumn, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(kCountColumn, QHeaderView::ResizeToContents);
    return list;
}

} // namespace

SectionedPage::SectionedPage(const QString& filter, const QString& next, QWidget* parent)
    : Page(parent)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_list(makeSectionList(this))
    , m_filter(new QCheckBox(filter, this))
    , m_next(answerButton(next, next))
    , m_reading(new ReadingColumn(this))
{
    m_list->setAccessibleName(tr("Sections"));
    m_filter->setAccessibleName(filter);
    m_filter->setObjectName(filterName());
    setTip(*m_next, tr("%1 (N)").arg(next));
    auto* const side = new QWidget(this);
    auto* const column = new QVBoxLayout(side);
    column->setContentsMargins(8, 10, 0, 8);
    column->addWidget(m_filter);
    column->addWidget(m_next, 0, Qt::AlignLeading);
    column->addWidget(m_list, 1);
    m_splitter->addWidget(side);
    m_splitter->addWidget(m_reading);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_splitter);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isArranged = true; });
    connect(m_list, &QTreeWidget::currentItemChanged, this, &SectionedPage::refill);
    connect(m_filter, &QCheckBox::toggled, this, [this] {
        applyFilter();
        refill();
    });
    connect(m_next, &QPushButton::clicked, this, &SectionedPage::goToNextOpen);
    auto* const key = new QShortcut(
        QKeySequence(Qt::Key_N), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(key, &QShortcut::activated, this, &SectionedPage::goToNextOpen);
    setTabOrder(m_filter, m_next);
    setTabOrder(m_next, m_list);
    setTabOrder(m_list, m_reading);
}

QByteArray SectionedPage::layoutState() const
{
    return packLayout({m_splitter->saveState(), m_filter->isChecked() ? "1" : "0"});
}

void SectionedPage::restoreLayout(const QByteArray& state)
{
    const QList<QByteArray> parts = unpackLayout(state, 2);
    if (parts.isEmpty())
        return;
    m_isArranged = m_splitter->restoreState(parts[0]);
    m_filter->setChecked(parts[1] == "1");
}

void SectionedPage::setSections(std::vector<Section> sections, const std::string& input)
{
    const bool isSame = m_input == input;
    const int position = isSame ? m_reading->scrolled() : 0;
    const std::string focused = isSame ? focusedItem() : std::string();
    changeInput(input);
    m_reading->clear();
    const QString before
        = m_list->currentItem() ? m_list->currentItem()->text(kTitleColumn) : QString();
    m_sections = std::move(sections);
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        QTreeWidgetItem* chosenItem = nullptr;
        for (const Section& section : m_sections) {
            auto* const item = new QTreeWidgetItem(m_list, {section.title, section.count});
            item->setTextAlignment(kCountColumn, Qt::AlignTrailing | Qt::AlignVCenter);
            item->setToolTip(kTitleColumn, ui::toolTip(section.title));
            item->setSizeHint(kTitleColumn,
                QSize(m_list->fontMetrics().horizontalAdvance(section.title) + kTitleRoom,
                    m_list->fontMetrics().height() + kRowRoom));
            item->setData(kTitleColumn, Qt::AccessibleTextRole,
                section.count.isEmpty() ? section.title
                                        : section.title + QStringLiteral(", ") + section.count);
            if (!chosenItem || section.title == before)
                chosenItem = item;
        }
        m_list->setCurrentItem(chosenItem);
    }
    applyFilter();
    m_list->updateGeometry();
    m_stack->setCurrentWidget(m_splitter);
    fitList();
    refill();
    restoreFocus(focused);
    m_reading->scrollTo(position);
    m_next->setEnabled(!nextOpen().empty());
}

void SectionedPage::showEvent(QShowEvent* event)
{
    Page::showEvent(event);
    fitList();
}

void SectionedPage::fitList()
{
    if (m_isArranged || !isVisible())
        return;
    const int list = std::min(m_splitter->widget(0)->sizeHint().width(), m_splitter->width() / 2);
    const int rest = m_splitter->width() - m_splitter->handleWidth() - list;
    if (rest > 0)
        m_splitter->setSizes({list, rest});
}

void SectionedPage::changeInput(const std::string& input)
{
    saveDrafts();
    const std::string before = std::exchange(m_input, input);
    if (before != input)
        changeDrafts(before, input);
}

void SectionedPage::setEmpty(const QString& title, const QString& why)
{
    m_sections.clear();
    changeInput({});
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
    }
    m_reading->clear();
    m_empty->say(title, why);
    m_stack->setCurrentWidget(m_empty);
}

bool SectionedPage::showsOnlyOpen() const
{
    return m_filter->isChecked();
}

void SectionedPage::showAll()
{
    m_filter->setChecked(false);
}

void SectionedPage::choose(int section)
{
    if (QTreeWidgetItem* const item = m_list->topLevelItem(section))
        m_list->setCurrentItem(item);
}

int SectionedPage::chosen() const
{
    return m_list->indexOfTopLevelItem(m_list->currentItem());
}

void SectionedPage::applyFilter()
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const bool isHidden = showsOnlyOpen() && !m_sections[static_cast<std::size_t>(i)].hasOpen;
        m_list->topLevelItem(i)->setHidden(isHidden);
    }
}

void SectionedPage::refill()
{
    saveDrafts();
    m_reading->clear();
    if (const int section = chosen(); section >= 0)
        fill(section);
}

/// What was being written takes the focus itself.
void SectionedPage::restoreFocus(const std::string& item)
{
    if (!item.empty() && focusedItem().empty() && !m_reading->focusPlace(item))
        m_reading->setFocus(Qt::OtherFocusReason);
}

std::string SectionedPage::nextOpen() const
{
    const std::vector<Item> all = items();
    const std::string focused = focusedItem();
    auto from = std::find_if(
        all.begin(), all.end(), [&focused](const Item& one) { return one.name == focused; });
    if (from != all.end())
        ++from; // the one after it
    else
        from = std::find_if(all.begin(), all.end(),
            [section = chosen()](const Item& one) { return one.section >= section; });
    const auto isOpen = [](const Item& one) { return one.isOpen; };
    if (const auto next = std::find_if(from, all.end(), isOpen); next != all.end())
        return next->name;
    const auto first = std::find_if(all.begin(), from, isOpen);
    return first != from ? first->name : std::string();
}

void SectionedPage::goToNextOpen()
{
    if (const std::string next = nextOpen(); !next.empty())
        reveal({id(), next, {}, {}});
}

void SectionedPage::reveal(const Target& target)
{
    const int section = target.item.empty() ? -1 : sectionOf(target.item);
    if (section < 0) {
        m_stack->currentWidget() == m_splitter ? m_list->setFocus(Qt::OtherFocusReason)
                                               : m_empty->setFocus(Qt::OtherFocusReason);
        return;
    }
    choose(section);
    if (m_reading->showPlace(target.item))
        return;
    showAll();
    m_reading->showPlace(target.item);
}

} // namespace cupel::ui
