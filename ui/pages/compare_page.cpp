#include "ui/pages/compare_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

#include "ui/jobs/dataset_work.h"
#include "ui/models/finding_review.h"
#include "ui/pages/block_view.h"
#include "ui/pages/empty_state.h"
#include "ui/pages/failure_text.h"
#include "ui/pages/role_fields.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"
#include "ui/theme/tip.h"

namespace cupel::ui {
namespace {

/// Where in a file something is wrong; empty where that is not known.
QString placeWords(const base::Location& where)
{
    if (where.line == 0)
        return {};
    return QLatin1Char('\n')
        + ComparePage::tr("Line %1, column %2.")
              .arg(counted(static_cast<std::int64_t>(where.line)),
                  counted(static_cast<std::int64_t>(where.column)));
}

} // namespace

ComparePage::ComparePage(QWidget* parent)
    : Page(parent)
    , m_bar(new QWidget(this))
    , m_name(nullptr)
    , m_choice(choiceOf())
    , m_file(new QPushButton(tr("A &report file…")))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_view(new BlockView(this))
{
    m_choice->setAccessibleName(tr("Compare with"));
    m_choice->setPlaceholderText(tr("Choose a version or a dataset"));
    auto* const name = new PlainLabel(tr("Compare with"));
    name->setWordWrap(false);
    name->setBuddy(m_choice);
    m_name = name;
    m_file->setAccessibleName(tr("Compare with a report file"));
    setTip(*m_file,
        tr("A JSON report that was written before, by the window or by "
           "cupel audit -o json=FILE"));
    auto* const line = new QHBoxLayout(m_bar);
    line->addWidget(name);
    line->addWidget(m_choice, 1);
    line->addWidget(m_file);
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
    connect(m_file, &QPushButton::clicked, this, &ComparePage::fileWanted);
    connect(m_empty, &EmptyState::acted, this, &ComparePage::tryAgain);
    connect(m_view, &BlockView::linkActivated, this, [this](const QString& anchor) {
        Q_EMIT followed({PageId::Findings, bytesOf(anchor), {}, {}});
    });
    showState();
}

void ComparePage::setDataset(const OpenDatasetPtr& dataset)
{
    const bool isSame
        = isSameDataset(m_dataset, dataset) && m_dataset->catalogId == dataset->catalogId;
    if (isSame && isSameRun(m_dataset, dataset)) {
        m_dataset = dataset; // runs are compared, whatever people say of them
        return;
    }
    m_dataset = dataset;
    if (!isSame) {
        m_other.clear();
        m_files.clear();
    }
    m_view->setBlocks({});
    fill({});
    m_state = !dataset            ? State::NoDataset
        : dataset->catalogId == 0 ? State::NotKept
                                  : State::Reading;
    showState();
    // No list of other versions will come.
    if (m_state == State::NotKept && !m_files.empty())
        setChoices({});
}

/// Offer these and the files; the place of the one that was compared last, or -1.
int ComparePage::fill(const std::vector<CompareChoice>& choices)
{
    m_choices = choices;
    m_choices.insert(m_choices.end(), m_files.begin(), m_files.end());
    const QSignalBlocker quiet(m_choice);
    int chosen = -1;
    m_choice->clear();
    for (const CompareChoice& one : m_choices) {
        m_choice->addItem(one.words);
        if (one.name == m_other)
            chosen = m_choice->count() - 1;
    }
    m_choice->setCurrentIndex(chosen);
    return chosen;
}

void ComparePage::setChoices(const std::vector<CompareChoice>& choices)
{
    const bool isShown = m_state == State::Ready || m_state == State::Comparing;
    int chosen = fill(choices);
    if (chosen >= 0 && isShown)
        return;
    if (chosen < 0) {
        const auto version = std::find_if(m_choices.begin(), m_choices.end(),
            [](const CompareChoice& one) { return one.isVersion; });
        chosen = version == m_choices.end() ? -1 : static_cast<int>(version - m_choices.begin());
    }
    m_state = m_choices.empty() ? State::NoOther : State::Unchosen;
    showState();
    if (chosen >= 0)
        chooseQuietly(chosen);
}

void ComparePage::chooseQuietly(int index)
{
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->setCurrentIndex(index);
    }
    choose(index);
}

void ComparePage::compareWithFile(const std::string& path)
{
    if (!m_dataset)
        return;
    const auto known = std::find_if(m_choices.begin(), m_choices.end(),
        [&path](const CompareChoice& one) { return one.isFile && one.name == path; });
    const auto place = static_cast<int>(known - m_choices.begin());
    if (known == m_choices.end()) {
        m_files.push_back({tr("Report %1").arg(fileNameOf(path)), path, false, true});
        m_choices.push_back(m_files.back());
        const QSignalBlocker quiet(m_choice);
        m_choice->addItem(m_files.back().words);
    }
    chooseQuietly(place);
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
    const CompareChoice other = m_choices[static_cast<std::size_t>(index)];
    m_other = other.name;
    m_state = State::Comparing;
    showState();
    if (other.isFile)
        Q_EMIT compareFileWanted(other.name);
    else
        Q_EMIT compareWanted(other.name);
}

void ComparePage::take(const std::string& other, base::Result<reports::Page> page)
{
    if (other != m_other || m_state != State::Comparing)
        return;
    m_state = page ? State::Ready : State::Failed;
    if (page)
        m_view->setPage(std::move(*page));
    else
        m_why = failureText(page.error()) + placeWords(page.error().where);
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
               "one. A report file can be compared with all the same."));
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
               "has changed, open it again: that becomes the next version. A report file can be "
               "compared with as well."));
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
    m_bar->setVisible(m_dataset != nullptr);
    m_name->setVisible(!m_choices.empty());
    m_choice->setVisible(!m_choices.empty());
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
    else
        m_file->setFocus(Qt::OtherFocusReason);
}

} // namespace cupel::ui
