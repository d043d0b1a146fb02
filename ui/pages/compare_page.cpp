#include "ui/pages/compare_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/models/finding_review.h"
#include "ui/pages/block_view.h"
#include "ui/pages/empty_state.h"
#include "ui/pages/failure_text.h"
#include "ui/pages/role_fields.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {

ComparePage::ComparePage(QWidget* parent)
    : Page(parent)
    , m_bar(new QWidget(this))
    , m_choice(choiceOf())
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_view(new BlockView(this))
{
    m_choice->setAccessibleName(tr("Compare with"));
    m_choice->setPlaceholderText(tr("Choose a version or a dataset"));
    auto* const name = new PlainLabel(tr("Compare with"));
    name->setWordWrap(false);
    name->setBuddy(m_choice);
    auto* const line = new QHBoxLayout(m_bar);
    line->addWidget(name);
    line->addWidget(m_choice, 1);
    line->addStretch(1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_bar);
    whole->addWidget(m_stack, 1);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ComparePage::choose);
    // The same item again is another try.
    connect(m_choice, &QComboBox::activated, this, [this](int index) {
        if (m_state == State::Failed)
            choose(index);
    });
    connect(m_empty, &EmptyState::acted, this, &ComparePage::tryAgain);
    connect(m_view, &BlockView::linkActivated, this, [this](const QString& anchor) {
        Q_EMIT followed({PageId::Findings, bytesOf(anchor), {}, {}});
    });
    showState();
}

void ComparePage::setDataset(const OpenDatasetPtr& dataset)
{
    const bool isSame = m_dataset && dataset && m_dataset->catalogId == dataset->catalogId;
    if (isSame && isSameRun(m_dataset, dataset)) {
        m_dataset = dataset; // runs are compared, whatever people say of them
        return;
    }
    m_dataset = dataset;
    if (!isSame)
        m_other.clear();
    m_view->setBlocks({});
    setChoices({});
    m_state = !dataset            ? State::NoDataset
        : dataset->catalogId == 0 ? State::NotKept
                                  : State::Reading;
    showState();
}

void ComparePage::setChoices(const std::vector<CompareChoice>& choices)
{
    const bool isShown = m_state == State::Ready || m_state == State::Comparing;
    m_choices = choices;
    int chosen = -1;
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
        for (const CompareChoice& one : m_choices) {
            m_choice->addItem(one.words);
            if (one.name == m_other)
                chosen = m_choice->count() - 1;
        }
        m_choice->setCurrentIndex(chosen);
    }
    if (chosen >= 0 && isShown)
        return;
    if (chosen < 0) {
        const auto version = std::find_if(m_choices.begin(), m_choices.end(),
            [](const CompareChoice& one) { return one.isVersion; });
        chosen = version == m_choices.end() ? -1 : static_cast<int>(version - m_choices.begin());
    }
    m_state = m_choices.empty() ? State::NoOther : State::Unchosen;
    showState();
    if (chosen < 0)
        return;
    const QSignalBlocker quiet(m_choice);
    m_choice->setCurrentIndex(chosen);
    choose(chosen);
}

void ComparePage::setUnread(const base::Error& error)
{
    if (m_state != State::Reading)
        return;
    m_state = State::Unread;
    m_why = failureText(error);
    showState();
}

void ComparePage::tryAgain()
{
    if (m_state == State::Failed) {
        choose(m_choice->currentIndex());
        return;
    }
    m_state = State::Reading;
    showState();
    Q_EMIT choicesWanted();
}

void ComparePage::choose(int index)
{
    if (index < 0)
        return;
    m_other = m_choices[static_cast<std::size_t>(index)].name;
    m_state = State::Comparing;
    showState();
    Q_EMIT compareWanted(m_other);
}

void ComparePage::take(const std::string& other, base::Result<reports::Page> page)
{
    if (other != m_other || m_state != State::Comparing)
        return;
    m_state = page ? State::Ready : State::Failed;
    if (page)
        m_view->setPage(std::move(*page));
    else
        m_why = failureText(page.error());
    showState();
}

void ComparePage::showState()
{
    switch (m_state) {
    case State::NoDataset:
        m_empty->say(tr("No dataset is open"),
            tr("Here stands what changed from one version of a dataset to the next."));
        break;
    case State::NotKept:
        m_empty->say(tr("The dataset is in no catalog"),
            tr("Versions and other datasets come out of the catalog, which keeps nothing of this "
               "one."));
        break;
    case State::Reading:
        m_empty->say(tr("Reading the catalog"), tr("It is asked what there is to compare with."));
        break;
    case State::Unread:
        m_empty->say(tr("The catalog could not be read"), m_why, tr("Try again"));
        break;
    case State::NoOther:
        m_empty->say(tr("There is nothing to compare with"),
            tr("The catalog has one version of this dataset and no other dataset. Once the file "
               "has changed, open it again: that becomes the next version."));
        break;
    case State::Unchosen:
        m_empty->say(tr("Compare the dataset"),
            tr("Choose above what it is to be compared with: what is new, worse, better and fixed, "
               "which columns changed and which figures differ is shown here."));
        break;
    case State::Comparing:
        m_empty->say(tr("Comparing"), tr("Both reports are read and laid beside each other."));
        break;
    case State::Failed:
        m_empty->say(tr("The comparison failed"), m_why, tr("Try again"));
        break;
    case State::Ready:
        break;
    }
    m_bar->setVisible(!m_choices.empty());
    m_stack->setCurrentWidget(m_state == State::Ready ? static_cast<QWidget*>(m_view) : m_empty);
}

void ComparePage::reveal(const Target& target)
{
    if (!target.item.empty() && m_state == State::Ready && m_view->showAnchor(target.item))
        return;
    if (m_state == State::Ready)
        m_view->setFocus(Qt::OtherFocusReason);
    else if (!m_choices.empty())
        m_choice->setFocus(Qt::OtherFocusReason);
}

} // namespace cupel::ui
