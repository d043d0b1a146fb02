#include "ui/pages/block_view.h"

#include <QElapsedTimer>
#include <QVBoxLayout>
#include <limits>
#include <utility>

#include "ui/pages/accessible_role.h"
#include "ui/pages/folded_part.h"
#include "ui/pages/part_layout.h"
#include "ui/pages/reading_column.h"
#include "ui/pages/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr qint64 kSliceMs = 12;
constexpr std::size_t kBlocksOfPart = 8;

void collectAnchors(const std::vector<reports::Block>& blocks, std::vector<std::string>& anchors)
{
    for (const reports::Block& block : blocks) {
        if (const auto* const heading = std::get_if<reports::Heading>(&block.content))
            anchors.push_back(heading->anchor);
        else if (const auto* const callout = std::get_if<reports::Callout>(&block.content))
            anchors.push_back(callout->anchor);
        else if (const auto* const details = std::get_if<reports::Details>(&block.content))
            collectAnchors(details->blocks, anchors);
    }
}

} // namespace

BlockView::BlockView(QWidget* parent)
    : QWidget(parent)
    , m_column(new ReadingColumn(this))
{
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_column);
    setFocusProxy(m_column);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, [this] { build(kSliceMs); });
}

void BlockView::setChartFactory(ChartFactory factory)
{
    m_chart = std::move(factory);
}

void BlockView::setBlocks(std::vector<reports::Block> blocks)
{
    m_page = {};
    m_blocks = std::move(blocks);
    start();
}

void BlockView::setPage(reports::Page page)
{
    m_blocks = std::move(page.blocks);
    page.blocks.clear();
    m_page = std::move(page);
    start();
}

void BlockView::start()
{
    m_next = 0;
    m_folded.clear();
    m_column->clear();
    QVBoxLayout& column = m_column->column();
    if (!m_page.kind.empty())
        column.addWidget(new PlainLabel(shown(m_page.kind), PlainLabel::Look::Small));
    if (!m_page.title.empty()) {
        auto* const title = new PlainLabel(shownShort(m_page.title), PlainLabel::Look::Title);
        setAccessibleRole(title, QAccessible::Heading);
        column.addWidget(title);
    }
    if (!m_page.subtitle.empty())
        column.addWidget(new PlainLabel(shownShort(m_page.subtitle), PlainLabel::Look::Small));
    if (m_blocks.empty())
        return;
    build(2 * kSliceMs);
    if (!isComplete())
        m_timer.start();
}

void BlockView::build(qint64 milliseconds)
{
    QElapsedTimer clock;
    clock.start();
    while (!isComplete() && clock.elapsed() <= milliseconds)
        addPart();
    if (!isComplete())
        return;
    m_timer.stop();
    if (!m_page.footer.empty()) {
        QVBoxLayout& column = m_column->column();
        column.addSpacing(20);
        addReadable(new PlainLabel(shownShort(m_page.footer), PlainLabel::Look::Small), column);
        m_page.footer.clear();
    }
}

/// A few blocks with a layout of their own, so that what is added below them does not lay them out
/// again.
void BlockView::addPart()
{
    const BlockContext its = context();
    auto* const part = new QWidget;
    auto* const column = new PartLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(m_column->column().spacing());
    for (std::size_t i = 0; i < kBlocksOfPart && !isComplete(); ++i) {
        const reports::Block& block = m_blocks[m_next++];
        addBlock(block, its, *column);
        const auto* const details = std::get_if<reports::Details>(&block.content);
        if (!details)
            continue;
        std::vector<std::string> anchors;
        collectAnchors(details->blocks, anchors);
        QWidget* const folded = column->itemAt(column->count() - 1)->widget();
        for (std::string& anchor : anchors)
            m_folded.emplace_back(std::move(anchor), folded);
    }
    m_column->append(part);
}

void BlockView::buildAll()
{
    build(std::numeric_limits<qint64>::max());
}

BlockContext BlockView::context()
{
    return {[this](const QString& anchor) { Q_EMIT linkActivated(anchor); },
        [this](const std::string& anchor, QWidget* widget) { m_column->place(anchor, widget); },
        m_chart};
}

bool BlockView::openFolded(const std::string& anchor)
{
    for (const auto& [name, widget] : m_folded) {
        auto* const part = qobject_cast<FoldedPart*>(widget);
        if (name != anchor || !part)
            continue;
        part->open();
        for (FoldedPart* inner : part->findChildren<FoldedPart*>())
            inner->open();
        return true;
    }
    return false;
}

int BlockView::scrolled() const
{
    return m_column->scrolled();
}

void BlockView::scrollTo(int position)
{
    if (position == 0)
        return;
    buildAll();
    m_column->scrollTo(position);
}

bool BlockView::showAnchor(const std::string& anchor)
{
    if (m_column->showPlace(anchor))
        return true;
    buildAll();
    return m_column->showPlace(anchor) || (openFolded(anchor) && m_column->showPlace(anchor));
}

} // namespace cupel::ui
