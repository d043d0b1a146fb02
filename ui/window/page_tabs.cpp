#include "ui/window/page_tabs.h"

#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/reports/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr std::size_t kTrailColumns = 40;

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
    m_tabs->addTab(page, page->title());
    connect(page, &Page::followed, this, &PageTabs::follow);
}

void PageTabs::setDataset(const OpenDatasetPtr& dataset)
{
    const bool isOther
        = !m_dataset || !dataset || m_dataset->request.inputs != dataset->request.inputs;
    m_dataset = dataset;
    for (Page* page : m_pages)
        page->setDataset(dataset);
    if (isOther) {
        m_navigation.clear();
        follow({PageId::Overview});
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
    m_pages[static_cast<std::size_t>(index)]->reveal(target);
    showTrail();
    Q_EMIT moved();
}

QString PageTabs::wordsOf(const Target& target) const
{
    const int index = indexOf(target.page);
    QString words = index < 0 ? QString() : m_pages[static_cast<std::size_t>(index)]->title();
    std::string item = target.item;
    if (m_dataset && !item.empty()) {
        for (const findings::Finding* finding : reports::rankedFindings(m_dataset->dataset())) {
            if (finding->id(m_dataset->dataset().name) == item)
                item = finding->rule;
        }
    }
    if (!item.empty())
        words += QStringLiteral(": ") + shown(reports::shortened(item, kTrailColumns));
    return words;
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
            m_trailRow->addWidget(new PlainLabel(words, PlainLabel::Look::Small));
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
