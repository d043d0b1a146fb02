#include "ui/pages/license_page.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "core/reports/license_page.h"
#include "ui/models/finding_review.h"
#include "ui/pages/block_view.h"
#include "ui/pages/empty_state.h"
#include "ui/pages/shown_dataset.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kMostCharacters = 2'000; ///< of a licence that is looked up

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
    , m_typed(new QLineEdit)
    , m_back(new QPushButton(tr("&Back to the documents")))
    , m_lookup(new BlockView(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_view(new BlockView(this))
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_lookup);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(makeLookup());
    whole->addWidget(m_stack, 1);
    connect(m_view, &BlockView::linkActivated, this, [this](const QString& anchor) {
        Q_EMIT followed({PageId::Findings, bytesOf(anchor), {}, {}});
    });
    LicensePage::setDataset({});
}

QWidget* LicensePage::makeLookup()
{
    auto* const bar = new QWidget(this);
    auto* const name = new PlainLabel(tr("&Look up a licence"));
    name->setWordWrap(false);
    name->setBuddy(m_typed);
    m_typed->setAccessibleName(tr("Look up a licence"));
    m_typed->setPlaceholderText(tr("An SPDX expression or a name: MIT OR Apache-2.0"));
    m_typed->setMaxLength(kMostCharacters);
    m_typed->setClearButtonEnabled(true);
    auto* const go = new QPushButton(tr("Look &up"));
    m_back->setVisible(false);
    auto* const line = new QHBoxLayout(bar);
    line->addWidget(name);
    line->addWidget(m_typed, 1);
    line->addWidget(go);
    line->addWidget(m_back);
    line->addStretch(1);
    connect(m_typed, &QLineEdit::returnPressed, this, &LicensePage::lookUp);
    connect(go, &QPushButton::clicked, this, &LicensePage::lookUp);
    connect(m_back, &QPushButton::clicked, this, &LicensePage::showDocuments);
    return bar;
}

void LicensePage::lookUp()
{
    m_asked = bytesOf(m_typed->text().trimmed());
    if (m_asked.empty())
        showDocuments();
    else
        Q_EMIT lookupWanted(m_asked);
}

void LicensePage::takeLookup(const std::string& text, reports::Page page)
{
    if (text != m_asked)
        return;
    m_lookup->setPage(std::move(page));
    m_lookup->scrollTo(0);
    m_stack->setCurrentWidget(m_lookup);
    m_back->setVisible(true);
}

/// Of the dataset, in the place of what was looked up.
void LicensePage::showDocuments()
{
    m_asked.clear();
    m_back->setVisible(false);
    m_stack->setCurrentWidget(m_isThere ? static_cast<QWidget*>(m_view) : m_empty);
}

void LicensePage::setDataset(const OpenDatasetPtr& dataset)
{
    const OpenDatasetPtr last = std::exchange(m_dataset, dataset);
    if (haveSameFindings(last, dataset) && haveSameCardAnswers(*last->review, *dataset->review))
        return;
    m_isThere = dataset && !dataset->report->datasets.empty()
        && !dataset->dataset().documents->documents.empty();
    const std::string before = std::exchange(m_input, inputOf(dataset));
    const int position = before == m_input ? m_view->scrolled() : 0;
    if (m_isThere) {
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
    showDocuments();
}

void LicensePage::reveal(const Target& target)
{
    if (!target.item.empty())
        showDocuments();
    const bool isShown = !target.item.empty()
        && (m_view->showAnchor(reports::makeAnchor("text-" + target.item))
            || m_view->showAnchor(target.item) || m_view->showAnchor("stated"));
    if (!isShown)
        m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

} // namespace cupel::ui
