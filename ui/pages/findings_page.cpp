#include "ui/pages/findings_page.h"

#include <QComboBox>
#include <QDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "ui/pages/empty_state.h"
#include "ui/pages/finding_inspector.h"
#include "ui/pages/finding_target.h"
#include "ui/pages/finding_toggles.h"
#include "ui/pages/finding_triage.h"
#include "ui/pages/list_and_details.h"
#include "ui/pages/page_filter.h"
#include "ui/pages/sentence_delegate.h"
#include "ui/pages/table_layout.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr int kDetailsWidth = 48; ///< in characters
/// Widths of the columns in characters.
constexpr std::array<int, 8> kFindingWidths{14, 16, 60, 26, 34, 16, 28, 22};
constexpr int kLeastMessage = 48;
constexpr int kLeastFilter = 18; ///< in characters
constexpr int kLeastAreaChoice = 12;
constexpr int kLeastLevel = 10;
constexpr int kMostLevel = 16;
constexpr int kMostArea = 18;
constexpr int kLeastState = 10;
constexpr int kMostState = 20; ///< longer ones take the second line of the row
constexpr qsizetype kArrangedParts = 6;

std::int64_t auditsThatRan(const reports::DatasetReport& dataset)
{
    std::int64_t ran = 0;
    for (const reports::AuditReport& audit : dataset.audits)
        ran += audit.result.outcome == audits::Outcome::Completed ? 1 : 0;
    return ran;
}

} // namespace

FindingsPage::FindingsPage(QWidget* parent)
    : Page(parent)
    , m_model(new FindingsModel(this))
    , m_filter(new FindingsFilter(this))
    , m_text(new QLineEdit)
    , m_area(new QComboBox)
    , m_toggles(new FindingToggles)
    , m_count(new PlainLabel({}, PlainLabel::Look::Small))
    , m_table(new QTableView)
    , m_triage(new FindingTriage)
    , m_inspector(new FindingInspector)
{
    m_filter->setSourceModel(m_model);
    m_table->setModel(m_filter);
    m_parts = new ListAndDetails(m_table);
    setUpTable();
    m_parts->compose({makeFilters()}, makeDetails(), kDetailsWidth);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_parts);
    connectParts();
    FindingsPage::setDataset(nullptr);
}

void FindingsPage::connectParts()
{
    connect(&m_parts->empty(), &EmptyState::acted, this, [this] {
        Q_EMIT followed(Target{PageId::Overview, {}, {}, {}});
    });
    connect(&m_parts->noMatch(), &EmptyState::acted, this, &FindingsPage::clearFilters);
    connect(m_inspector, &FindingInspector::followed, this, &Page::followed);
    connect(m_inspector, &FindingInspector::limitWanted, this, &FindingsPage::limitWanted);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &FindingsPage::showCurrent);
    connect(m_table, &QTableView::activated, this, &FindingsPage::follow);
    connect(m_triage, &FindingTriage::asked, this, &FindingsPage::review);
    auto* keys = new TriageKeys(m_table);
    connect(keys, &TriageKeys::asked, this, &FindingsPage::review);
    connect(m_toggles, &FindingToggles::toggled, this, &FindingsPage::applyToggles);
}

QString FindingsPage::title() const
{
    return tr("Findings");
}

QWidget* FindingsPage::makeFilters()
{
    m_text->setPlaceholderText(tr("Filter by message, subject, area or rule"));
    m_text->setAccessibleName(tr("Filter of findings"));
    m_text->setObjectName(filterName());
    m_text->setClearButtonEnabled(true);
    m_area->setAccessibleName(tr("Area of findings"));
    m_area->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_area->setMinimumContentsLength(kLeastAreaChoice);
    m_area->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_area->setMinimumWidth(kLeastAreaChoice * fontMetrics().averageCharWidth());
    m_text->setMinimumWidth(kLeastFilter * fontMetrics().averageCharWidth());
    auto* first = new QHBoxLayout;
    first->addWidget(m_text, 1);
    first->addWidget(m_area);
    m_count->setAccessibleName(tr("Number of findings shown"));
    auto* filters = new QWidget;
    auto* layout = new QVBoxLayout(filters);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(first);
    layout->addWidget(m_toggles);
    layout->addWidget(m_count);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setText(text);
        showState();
    });
    connect(m_area, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setArea(m_area->currentData().toString());
        showState();
    });
    return filters;
}

void FindingsPage::setUpTable()
{
    m_table->setAccessibleName(tr("Findings"));
    m_table->setItemDelegate(new SentenceDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setIconSize(QSize(fontMetrics().height(), fontMetrics().height()));
    const QFontMetrics metrics(m_table->font());
    m_table->verticalHeader()->setDefaultSectionSize(
        2 * metrics.lineSpacing() + metrics.height() / 2);
    for (std::size_t i = 0; i < kFindingWidths.size(); ++i)
        m_table->setColumnWidth(
            static_cast<int>(i), kFindingWidths[i] * metrics.averageCharWidth());
    // What was found is seen first, and what people say of it without scrolling.
    m_table->horizontalHeader()->moveSection(FindingsModel::Message, FindingsModel::Area);
    m_table->horizontalHeader()->moveSection(FindingsModel::State, FindingsModel::Message);
    m_layout = new TableLayout(*m_table,
        {FindingsModel::Message, kLeastMessage * metrics.averageCharWidth(), FindingsModel::Area,
            {FindingsModel::State}});
}

QWidget* FindingsPage::makeDetails()
{
    auto* details = new QWidget;
    auto* layout = new QVBoxLayout(details);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_triage);
    layout->addWidget(m_inspector, 1);
    return details;
}

void FindingsPage::setDataset(const OpenDatasetPtr& dataset)
{
    if (isSameRun(m_model->dataset(), dataset)) {
        takeReview(dataset);
        return;
    }
    if (QDialog* const dialog = m_dialog.data())
        dialog->reject();
    m_pending.clear();
    const std::string chosen = currentId();
    m_inspector->setFinding(nullptr, nullptr);
    m_model->setDataset(dataset);
    fillAreas();
    m_toggles->count(*m_model);
    applyToggles();
    showStateColumn();
    arrange();
    const int row = chosen.empty() ? -1 : m_model->find(chosen);
    select(row < 0 ? 0 : row);
    showCurrent();
}

void FindingsPage::takeReview(const OpenDatasetPtr& dataset)
{
    std::set<std::string> changed
        = findingsSaidOtherwise(*m_model->dataset()->review, *dataset->review);
    for (auto one = changed.begin(); one != changed.end();)
        one = m_pending.erase(*one) > 0 ? changed.erase(one) : std::next(one);
    m_model->setDataset(dataset);
    m_toggles->count(*m_model);
    applyToggles();
    showStateColumn();
    for (const std::string& id : changed)
        selectId(id);
    if (!m_table->currentIndex().isValid() && m_filter->rowCount() > 0)
        m_table->setCurrentIndex(m_filter->index(0, FindingsModel::Level));
    showCurrent();
}

void FindingsPage::showStateColumn()
{
    bool hasStates = false;
    for (int row = 0; row < m_model->rowCount() && !hasStates; ++row)
        hasStates = !m_model->index(row, FindingsModel::State).data().toString().isEmpty();
    m_table->setColumnHidden(FindingsModel::State, !hasStates);
    m_layout->fitTo({{FindingsModel::Level, kLeastLevel, kMostLevel},
        {FindingsModel::Area, kLeastLevel, kMostArea},
        {FindingsModel::State, kLeastState, kMostState}});
}

void FindingsPage::fillAreas()
{
    std::set<QString> areas;
    for (int row = 0; row < m_model->rowCount(); ++row)
        areas.insert(m_model->index(row, 0).data(FindingsModel::AreaRole).toString());
    const QString chosen = m_area->currentData().toString();
    m_area->blockSignals(true);
    m_area->clear();
    m_area->addItem(tr("All areas"), QString());
    for (const QString& area : areas)
        m_area->addItem(area, area);
    m_area->setCurrentIndex(std::max(m_area->findData(chosen), 0));
    m_area->blockSignals(false);
    m_filter->setArea(m_area->currentData().toString());
}

void FindingsPage::applyToggles()
{
    m_filter->setClasses(m_toggles->classes());
    m_filter->setReviewed(m_toggles->reviewed());
    showState();
}

void FindingsPage::clearFilters()
{
    m_text->clear();
    m_area->setCurrentIndex(0);
    m_toggles->clear();
}

void FindingsPage::showState()
{
    const OpenDatasetPtr& dataset = m_model->dataset();
    const int all = m_model->rowCount();
    if (!dataset) {
        m_parts->empty().say(tr("No dataset is open"),
            tr("What the audits find in a dataset is listed here, the worst first. Open a dataset "
               "to have it audited."));
    } else if (all == 0) {
        const auto total = static_cast<std::int64_t>(dataset->dataset().audits.size());
        m_parts->empty().say(tr("Nothing was found"),
            tr("%1 of %2 audit(s) ran, and no rule was broken. That is no proof that nothing is "
               "wrong: the overview says what did not run, and why.",
                nullptr, pluralOf(total))
                .arg(counted(auditsThatRan(dataset->dataset())), counted(total)),
            tr("Open the overview"));
    }
    const int shownRows = m_filter->rowCount();
    m_count->setText(
        tr("%1 of %2 finding(s) shown", nullptr, all).arg(counted(shownRows), counted(all)));
    m_parts->noMatch().say(tr("No finding matches"),
        tr("The filters above hide %1 finding(s).", nullptr, all).arg(counted(all)),
        tr("Clear the filters"));
    m_parts->showCounts(all, shownRows);
}

void FindingsPage::showCurrent()
{
    const int row = currentRow();
    const findings::Finding* const finding = row < 0 ? nullptr : &m_model->finding(row);
    const FindingReview said = row < 0 ? FindingReview{} : m_model->review(row);
    m_triage->setFinding(m_model->dataset(), finding, said);
    m_inspector->setFinding(m_model->dataset(), finding, said);
}

void FindingsPage::follow(const QModelIndex& index)
{
    const QModelIndex source = m_filter->mapToSource(index);
    if (!source.isValid())
        return;
    if (const auto target = targetOf(*m_model->dataset(), m_model->finding(source.row())))
        Q_EMIT followed(*target);
}

QByteArray FindingsPage::layoutState() const
{
    if (!m_wanted.isEmpty())
        return m_wanted;
    const auto reviewed = m_toggles->reviewed();
    return packLayout({m_layout->state(), m_parts->splitter().saveState(), m_text->text().toUtf8(),
        m_area->currentData().toString().toUtf8(),
        QByteArray::number(static_cast<qulonglong>(m_toggles->classes().to_ullong())),
        !reviewed ? QByteArray() : QByteArray(*reviewed ? "1" : "0")});
}

void FindingsPage::restoreLayout(const QByteArray& state)
{
    m_wanted = state;
    arrange();
}

/// Filters are of findings that are there, and could hide all of them without a word where there
/// are none.
void FindingsPage::arrange()
{
    if (m_wanted.isEmpty() || m_model->rowCount() == 0)
        return;
    const QList<QByteArray> parts = unpackLayout(std::exchange(m_wanted, {}), kArrangedParts);
    if (parts.isEmpty())
        return;
    m_layout->restore(parts[0]);
    showStateColumn();
    m_parts->splitter().restoreState(parts[1]);
    m_text->setText(QString::fromUtf8(parts[2]));
    m_area->setCurrentIndex(std::max(m_area->findData(QString::fromUtf8(parts[3])), 0));
    m_toggles->press(FindingsFilter::Classes(parts[4].toULongLong()),
        parts[5].isEmpty() ? std::nullopt : std::optional(parts[5] == "1"));
    applyToggles();
}

bool FindingsPage::select(int row)
{
    const QModelIndex index = m_filter->mapFromSource(m_model->index(row, FindingsModel::Level));
    if (!index.isValid())
        return false;
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
    return true;
}

int FindingsPage::currentRow() const
{
    const QModelIndex current = m_filter->mapToSource(m_table->currentIndex());
    return current.isValid() ? current.row() : -1;
}

std::string FindingsPage::currentId() const
{
    const int row = currentRow();
    return row < 0 ? std::string() : m_model->id(row);
}

void FindingsPage::reveal(const Target& target)
{
    if (const int row = m_model->find(target.item); row >= 0) {
        if (!m_filter->mapFromSource(m_model->index(row, 0)).isValid())
            clearFilters();
        select(row);
    }
    m_table->setFocus();
}

} // namespace cupel::ui
