#include "ui/pages/overview_page.h"

#include <QStackedWidget>
#include <QVBoxLayout>
#include <utility>

#include "ui/models/finding_review.h"
#include "ui/pages/empty_state.h"
#include "ui/pages/overview_parts.h"
#include "ui/pages/reading_column.h"
#include "ui/pages/shown_dataset.h"
#include "ui/pages/text_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

OverviewPage::OverviewPage(QWidget* parent)
    : Page(parent)
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_column(new ReadingColumn(this))
{
    m_column->setAccessibleName(title());
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_column);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    OverviewPage::setDataset({});
}

void OverviewPage::setDataset(const OpenDatasetPtr& dataset)
{
    if (haveSameFindings(m_dataset, dataset)) {
        m_dataset = dataset; // the rest of a review is not shown here
        return;
    }
    m_dataset = dataset;
    const std::string before = std::exchange(m_input, inputOf(dataset));
    const int position = before == m_input ? m_column->scrolled() : 0;
    m_column->clear();
    if (!dataset || dataset->report->datasets.empty()) {
        const bool isUnread = dataset && !dataset->report->unread.empty();
        if (isUnread) {
            const reports::UnreadInput& unread = dataset->report->unread.front();
            m_empty->say(tr("The file could not be read"),
                shown(unread.path) + QStringLiteral(": ")
                    + shownShort(base::Sentence{unread.error.message})
                    + (unread.error.hint.empty() ? QString()
                                                 : QStringLiteral("\n")
                                + shownShort(base::Sentence{unread.error.hint})));
        } else {
            m_empty->say(tr("No dataset is open"),
                tr("Here stands what the audits of a dataset come to: contradictions first, each "
                   "one click from its evidence. Open a dataset to begin."));
        }
        m_stack->setCurrentWidget(m_empty);
        return;
    }
    OverviewParts parts(*dataset, *m_column);
    connect(parts.requests(), &OverviewRequests::followed, this, &Page::followed);
    connect(parts.requests(), &OverviewRequests::rolesEdited, this, &Page::rolesEdited);
    parts.add();
    m_stack->setCurrentWidget(m_column);
    m_column->scrollTo(position);
}

void OverviewPage::reveal(const Target& target)
{
    if (target.item.empty() || !m_column->showPlace(target.item))
        m_column->setFocus(Qt::OtherFocusReason);
}

} // namespace cupel::ui
