#include "ui/pages/license_page.h"

#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "core/reports/license_page.h"
#include "ui/models/finding_review.h"
#include "ui/pages/block_view.h"
#include "ui/pages/empty_state.h"
#include "ui/pages/shown_dataset.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

/// Whether the same answers stand in the Data Card, of which this page shows some.
bool haveSameCardAnswers(const pipeline::Review& one, const pipeline::Review& other)
{
    return std::equal(one.cardAnswers.begin(), one.cardAnswers.end(), other.cardAnswers.begin(),
        other.cardAnswers.end(), [](const auto& a, const auto& b) {
            return a.first == b.first && a.second.value == b.second.value;
        });
}

} // namespace

LicensePage::LicensePage(QWidget* parent)
    : Page(parent)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_view(new BlockView(this))
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    connect(m_view, &BlockView::linkActivated, this, [this](const QString& anchor) {
        Q_EMIT followed({PageId::Findings, bytesOf(anchor), {}, {}});
    });
    LicensePage::setDataset({});
}

void LicensePage::setDataset(const OpenDatasetPtr& dataset)
{
    const OpenDatasetPtr last = std::exchange(m_dataset, dataset);
    if (haveSameFindings(last, dataset) && haveSameCardAnswers(*last->review, *dataset->review))
        return;
    const bool isThere = dataset && !dataset->report->datasets.empty()
        && !dataset->dataset().documents->documents.empty();
    const std::string before = std::exchange(m_input, inputOf(dataset));
    const int position = before == m_input ? m_view->scrolled() : 0;
    if (isThere) {
        m_view->setPage(reports::licensePage(dataset->dataset()));
        m_view->scrollTo(position);
    } else {
        m_view->setBlocks({});
    }
    if (dataset)
        m_empty->say(tr("No documents beside the data"),
            tr("Here stands what a card, a Croissant file and licence texts say about the licence, "
               "whether they agree, and what the terms indicate for a use. Put a README.md, "
               "croissant.json or LICENSE into the folder of the data and run the audits again."));
    else
        m_empty->say(tr("No dataset is open"),
            tr("Here stands under which terms a dataset may be used, and where it comes from."));
    m_stack->setCurrentWidget(isThere ? static_cast<QWidget*>(m_view) : m_empty);
}

void LicensePage::reveal(const Target& target)
{
    const bool isShown = !target.item.empty()
        && (m_view->showAnchor(reports::makeAnchor("text-" + target.item))
            || m_view->showAnchor(target.item) || m_view->showAnchor("stated"));
    if (!isShown)
        m_view->setFocus(Qt::OtherFocusReason);
}

} // namespace cupel::ui
