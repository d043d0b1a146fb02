#include "ui/window/page_tabs.h"

#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QTabBar>
#include <QTabWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "core/card/model.h"
#include "core/findings/rule_registry.h"
#include "core/reports/text_forms.h"
#include "ui/models/finding_review.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr std::size_t kTrailColumns = 40;

/// The titles of findings by their id, and of charts by "audit/chart".
std::map<std::string, QString> itemTitles(const reports::DatasetReport& dataset)
{
    std::map<std::string, QString> titles;
    const auto cut = [](const QString& title) {
        return shown(reports::shortened(bytesOf(title), kTrailColumns));
    };
    for (const reports::AuditReport& audit : dataset.audits) {
        for (const findings::Finding& finding : audit.result.findings) {
            const findings::Rule* const rule = findings::findRule(finding.rule);
            titles[finding.id(dataset.name)] = cut(shown(rule ? rule->title : finding.rule));
        }
        for (const charts::ChartSpec& chart : audit.result.charts) {
            for (const audits::ResultTable& table : audit.result.tables) {
                if (table.id == chart.table)
                    titles[audit.id + "/" + chart.id] = cut(shown(reports::cutTexts(table.title)));
            }
        }
    }
    return titles;
}

bool isSameInput(const OpenDatasetPtr& one, const OpenDatasetPtr& other)
{
    return one && other && one->request.inputs == other->request.inputs;
}

/// Of a page in the settings.
QString nameOf(PageId id)
{
    switch (id) {
    case PageId::Overview:
        return QStringLiteral("overview");
    case PageId::Findings:
        return QStringLiteral("findings");
    case PageId::Columns:
        return QStringLiteral("columns");
    case PageId::Balance:
        return QStringLiteral("balance");
    case PageId::Fairness:
        return QStringLiteral("fairness");
    case PageId::License:
        return QStringLiteral("license");
    case PageId::Card:
        return QStringLiteral("card");
    case PageId::Rubric:
        return QStringLiteral("rubric");
    case PageId::Rows:
        return QStringLiteral("rows");
    case PageId::Compare:
        return QStringLiteral("compare");
    case PageId::History:
        break;
    }
    return QStringLiteral("history");
}

} // namespace

PageTabs::PageTabs(QWidget* parent)
    : QWidget(parent)
    , m_tabs(new QTabWidget)
    , m_trail(new QWidget)
    , m_trailRow(new QHBoxLayout(m_trail))
{
    m_trailRow->setContentsMargins(6, 2, 6, 2);
    m_trailRow->setSpacing(2);
    m_trail->setAccessibleName(tr("The way here"));
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setAccessibleName(tr("Pages"));
    m_tabs->tabBar()->setAccessibleName(tr("Pages"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_trail);
    column->addWidget(m_tabs, 1);
    m_trail->hide();
    connect(m_tabs, &QTabWidget::currentChanged, this, &PageTabs::tabChosen);
}

void PageTabs::add(Page* page)
{
    const QScopedValueRollback moving(m_isMoving, true);
    m_pages.push_back(page);
    m_given.push_back(nullptr);
    m_layouts.push_back(page->layoutState());
    m_tabs->addTab(page, page->title());
    connect(page, &Page::followed, this, &PageTabs::follow);
}

void PageTabs::setDataset(const OpenDatasetPtr& dataset)
{
    const bool isOther = !isSameInput(m_dataset, dataset);
    if (!isSameRun(m_dataset, dataset))
        m_titles.clear();
    m_dataset = dataset;
    if (isOther) {
        m_navigation.clear();
        follow({std::exchange(m_first, PageId::Overview)});
        letGo();
    } else if (m_tabs->currentIndex() >= 0) {
        fill(static_cast<std::size_t>(m_tabs->currentIndex()));
    }
}

std::map<QString, QByteArray> PageTabs::layouts() const
{
    std::map<QString, QByteArray> layouts;
    for (const Page* page : m_pages) {
        if (const QByteArray layout = page->layoutState(); !layout.isEmpty())
            layouts[nameOf(page->id())] = layout;
    }
    return layouts;
}

void PageTabs::restoreLayouts(const std::map<QString, QByteArray>& layouts)
{
    for (Page* page : m_pages) {
        if (const auto found = layouts.find(nameOf(page->id())); found != layouts.end())
            page->restoreLayout(found->second);
    }
}

void PageTabs::resetLayouts()
{
    for (std::size_t i = 0; i < m_pages.size(); ++i)
        m_pages[i]->restoreLayout(m_layouts[i]);
}

const Page* PageTabs::current() const
{
    const int index = m_tabs->currentIndex();
    return index < 0 ? nullptr : m_pages[static_cast<std::size_t>(index)];
}

QString PageTabs::shownPage() const
{
    const Page* const page = current();
    return page ? nameOf(page->id()) : QString();
}

void PageTabs::setFirstPage(const QString& name)
{
    for (const Page* page : m_pages) {
        if (nameOf(page->id()) == name)
            m_first = page->id();
    }
}

void PageTabs::fill(std::size_t page)
{
    if (m_given[page] == m_dataset)
        return;
    m_given[page] = m_dataset;
    m_pages[page]->setDataset(m_dataset);
    Q_EMIT filled(m_pages[page]->id());
}

bool PageTabs::isFilled(const Page& page) const
{
    const auto found = std::find(m_pages.begin(), m_pages.end(), &page);
    return found != m_pages.end()
        && m_given[static_cast<std::size_t>(found - m_pages.begin())] == m_dataset;
}

std::size_t PageTabs::answersInWork() const
{
    std::size_t count = 0;
    for (const Page* const page : m_pages)
        count += page->answersInWork();
    return count;
}

/// Pages that are not shown keep what was chosen on them for another run of a dataset, and nothing
/// of another dataset. One at a time: what they show takes a while to take down.
void PageTabs::letGo()
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (!m_given[i] || isSameInput(m_given[i], m_dataset))
            continue;
        m_given[i] = nullptr;
        m_pages[i]->setDataset(nullptr);
        QTimer::singleShot(0, this, &PageTabs::letGo);
        return;
    }
}

int PageTabs::indexOf(PageId id) const
{
    for (std::size_t i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i]->id() == id)
            return static_cast<int>(i);
    }
    return -1;
}

void PageTabs::follow(const Target& target)
{
    m_navigation.visit(target);
    show(target);
}

void PageTabs::showTab(int index)
{
    if (index >= 0 && index < m_tabs->count())
        m_tabs->setCurrentIndex(index);
}

void PageTabs::tabChosen(int index)
{
    if (!m_isMoving && index >= 0)
        follow({m_pages[static_cast<std::size_t>(index)]->id()});
}

void PageTabs::back()
{
    if (canGoBack())
        show(m_navigation.back());
}

void PageTabs::forward()
{
    if (canGoForward())
        show(m_navigation.forward());
}

void PageTabs::show(const Target& target)
{
    const QScopedValueRollback moving(m_isMoving, true);
    const int index = indexOf(target.page);
    if (index < 0)
        return;
    m_tabs->setCurrentIndex(index);
    fill(static_cast<std::size_t>(index));
    m_pages[static_cast<std::size_t>(index)]->reveal(target);
    showTrail();
    Q_EMIT moved();
}

/// What a person knows an item by: the title of its rule, chart or field. Other items name
/// themselves.
QString PageTabs::titleOf(const std::string& item)
{
    if (m_titles.empty() && m_dataset)
        m_titles = itemTitles(m_dataset->dataset());
    if (const auto found = m_titles.find(item); found != m_titles.end())
        return found->second;
    const card::Field* const field = card::model().find(item);
    return shown(reports::shortened(field ? field->title : item, kTrailColumns));
}

QString PageTabs::wordsOf(const Target& target)
{
    const int index = indexOf(target.page);
    const QString page = index < 0 ? QString() : m_pages[static_cast<std::size_t>(index)]->title();
    return target.item.empty() ? page : page + QStringLiteral(": ") + titleOf(target.item);
}

void PageTabs::showTrail()
{
    while (QLayoutItem* item = m_trailRow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const std::vector<Target> trail = m_navigation.trail();
    for (std::size_t i = 0; i < trail.size(); ++i) {
        if (i > 0)
            m_trailRow->addWidget(new PlainLabel(QStringLiteral("›"), PlainLabel::Look::Small));
        const QString words = wordsOf(trail[i]);
        if (i + 1 == trail.size()) {
            auto* const here = new PlainLabel(words, PlainLabel::Look::Small);
            here->setWordWrap(false);
            m_trailRow->addWidget(here);
            break;
        }
        auto* button = new QToolButton;
        button->setText(QString(words).replace(QLatin1Char('&'), QStringLiteral("&&")));
        button->setAutoRaise(true);
        button->setAccessibleName(tr("Back to %1").arg(words));
        const std::size_t steps = trail.size() - 1 - i;
        // The button goes with the trail that it changes.
        connect(
            button, &QToolButton::clicked, this,
            [this, steps] {
                for (std::size_t step = 0; step < steps; ++step)
                    back();
            },
            Qt::QueuedConnection);
        m_trailRow->addWidget(button);
    }
    m_trailRow->addStretch();
    m_trail->setVisible(trail.size() > 1);
}

} // namespace cupel::ui
