#include "ui/pages/column_details.h"

#include <QHeaderView>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <array>

#include "ui/models/column_texts.h"
#include "ui/models/finding_review.h"
#include "ui/pages/facts_grid.h"
#include "ui/pages/profile_histogram.h"
#include "ui/pages/review_texts.h"
#include "ui/pages/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"
#include "ui/theme/tip.h"

namespace cupel::ui {
namespace {

counts::Filter oneCell(counts::Dim dim, counts::CellKey cell)
{
    return {{{std::move(dim), {std::move(cell)}}}};
}

std::vector<reports::KeyValues::Row> profileFacts(
    const counts::ColumnDescription& column, const audits::Roles& roles)
{
    std::vector<reports::KeyValues::Row> facts;
    const auto add = [&facts](const QString& name, const QString& value) {
        facts.push_back({bytesOf(name), {bytesOf(value)}});
    };
    const auto tr = [](const char* text) { return ColumnDetails::tr(text); };
    const table::ColumnProfile& profile = column.profile;
    const std::string role = roles.roleOf(column.name);
    add(tr("Role"), role.empty() ? tr("none") : shown(role));
    add(tr("Rows"), counted(profile.rows));
    add(tr("Missing"), missingWords(profile));
    if (profile.notOfType > 0)
        add(tr("Not of the type"), counted(profile.notOfType));
    add(tr("Distinct"), distinctWords(profile.distinct));
    if (const auto& lengths = profile.lengths) {
        add(tr("Characters"),
            tr("%1 to %2, mean %3")
                .arg(counted(lengths->min), counted(lengths->max), figureWords(lengths->mean)));
    }
    const auto& numbers = profile.numbers;
    if (!numbers)
        return facts;
    add(tr("Numbers"), counted(numbers->n));
    add(tr("Min"), numberWords(numbers->min));
    const std::array<QString, 5> names{tr("5 %"), tr("25 %"), tr("Median"), tr("75 %"), tr("95 %")};
    for (std::size_t i = 0; i < names.size(); ++i)
        add(names[i], numberWords(numbers->quantiles[i]));
    add(tr("Max"), numberWords(numbers->max));
    add(tr("Mean"), figureWords(numbers->mean));
    add(tr("Standard deviation"), figureWords(numbers->std));
    return facts;
}

} // namespace

const pipeline::Said<pipeline::Comment>* commentOn(
    const OpenDataset& dataset, const counts::ColumnDescription& column)
{
    const auto found = dataset.review->comments.find(
        pipeline::commentTarget(pipeline::CommentOn::Column, column.name));
    return found == dataset.review->comments.end() ? nullptr : &found->second;
}

ColumnDetails::ColumnDetails(QWidget* parent)
    : QScrollArea(parent)
    , m_name(new PlainLabel({}, PlainLabel::Look::Heading))
    , m_type(new PlainLabel)
    , m_commentHead(new PlainLabel({}, PlainLabel::Look::Small))
    , m_commentText(new PlainLabel)
    , m_comment(new QPushButton(tr("Comment…")))
    , m_facts(new QVBoxLayout)
    , m_histogram(new ProfileHistogram)
    , m_bin(new PlainLabel({}, PlainLabel::Look::Small))
    , m_valuesTitle(new PlainLabel)
    , m_values(new TopValuesModel(this))
    , m_table(new QTableView)
    , m_missing(new QPushButton)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Details of the column"));
    m_comment->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_comment->setAccessibleName(tr("Comment on the column"));
    connect(m_comment, &QPushButton::clicked, this, &ColumnDetails::commentAsked);
    m_missing->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    makeValues();
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->addWidget(m_name);
    layout->addWidget(m_type);
    layout->addWidget(m_commentHead);
    layout->addWidget(m_commentText);
    layout->addWidget(m_comment);
    layout->addWidget(m_histogram);
    layout->addWidget(m_bin);
    layout->addLayout(m_facts);
    layout->addWidget(m_missing);
    layout->addSpacing(fontMetrics().lineSpacing() / 2);
    layout->addWidget(m_valuesTitle);
    layout->addWidget(m_table);
    layout->addStretch();
    setWidget(content);
    connect(m_histogram, &ProfileHistogram::pointed, m_bin, &PlainLabel::setText);
    connect(m_histogram, &ProfileHistogram::binChosen, this, &ColumnDetails::followBin);
    connect(m_missing, &QPushButton::clicked, this, [this] {
        followRows(oneCell(counts::MissingDim{m_column->name}, counts::CellKey::value("missing")));
    });
    setColumn(nullptr, nullptr);
}

void ColumnDetails::makeValues()
{
    m_table->setModel(m_values);
    m_table->setAccessibleName(tr("Most frequent values"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(
        QFontMetrics(m_table->font()).lineSpacing() * 3 / 2);
    m_table->horizontalHeader()->setSectionResizeMode(TopValuesModel::Value, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(
        TopValuesModel::Rows, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(
        TopValuesModel::Share, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    connect(m_table, &QTableView::activated, this, &ColumnDetails::followValue);
    connect(m_table, &QTableView::clicked, this, &ColumnDetails::followValue);
}

void ColumnDetails::setColumn(
    const OpenDatasetPtr& dataset, const counts::ColumnDescription* column)
{
    const bool isSame
        = m_column && column && isSameRun(m_dataset, dataset) && m_column->name == column->name;
    m_dataset = dataset;
    m_column = dataset ? column : nullptr;
    if (isSame)
        return fillComment(); // all else stays, and what was chosen in it
    const bool isChosen = m_column != nullptr;
    m_name->setText(isChosen ? shownShort(m_column->name) : QString());
    m_type->setText(
        isChosen ? typeEvidenceWords(*m_column) : tr("Choose a column to see its profile."));
    while (QLayoutItem* item = m_facts->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (isChosen)
        m_facts->addWidget(new FactsGrid(profileFacts(*m_column, m_dataset->dataset().roles)));
    fillComment();
    fillHistogram();
    fillValues();
}

void ColumnDetails::fillComment()
{
    const pipeline::Said<pipeline::Comment>* const said
        = m_column ? commentOn(*m_dataset, *m_column) : nullptr;
    m_commentHead->setVisible(said != nullptr);
    m_commentText->setVisible(said != nullptr);
    m_commentHead->setText(said ? commentHead(*said) : QString());
    m_commentText->setText(said ? commentLines(said->value) : QString());
    const QString whyNot = m_dataset ? whyNoReview(*m_dataset) : QString();
    m_comment->setVisible(m_column != nullptr);
    m_comment->setEnabled(whyNot.isEmpty());
    setTip(*m_comment,
        !whyNot.isEmpty() ? whyNot
            : said        ? tr("Change or remove the comment")
                          : tr("Say something of the column"));
}

void ColumnDetails::fillHistogram()
{
    const bool hasNumbers = m_column && m_column->profile.numbers;
    m_histogram->setVisible(hasNumbers);
    m_bin->setVisible(hasNumbers);
    if (hasNumbers)
        m_histogram->setNumbers(*m_column->profile.numbers);
}

void ColumnDetails::fillValues()
{
    m_values->setColumn(m_dataset, m_column);
    const int rows = m_values->rowCount();
    m_table->setVisible(rows > 0);
    const int lines = m_table->verticalHeader()->defaultSectionSize() * rows
        + m_table->horizontalHeader()->sizeHint().height() + 2 * m_table->frameWidth();
    m_table->setFixedHeight(lines);
    const bool hasMissing = m_column && m_column->profile.missing > 0;
    m_missing->setVisible(hasMissing);
    if (hasMissing) {
        m_missing->setText(tr("Show the rows without a value"));
        m_missing->setAccessibleName(m_missing->text());
    }
    m_valuesTitle->setVisible(m_column != nullptr);
    if (!m_column)
        return;
    const QString reason = whyNoTopValues(*m_column);
    m_valuesTitle->setText(reason.isEmpty() ? tr("Most frequent values; choose one to see its rows")
                                            : tr("Most frequent values: – (%1)").arg(reason));
}

void ColumnDetails::followValue(const QModelIndex& index)
{
    followRows(oneCell(
        counts::ValueDim{m_column->name}, counts::CellKey::value(m_values->value(index.row()))));
}

void ColumnDetails::followBin(double low, std::optional<double> high)
{
    counts::Filter filter
        = oneCell(counts::AtLeastDim{m_column->name, low}, counts::CellKey::value("true"));
    if (high) {
        filter.terms.push_back(
            {counts::AtLeastDim{m_column->name, *high}, {counts::CellKey::value("false")}});
    }
    followRows(filter);
}

void ColumnDetails::followRows(const counts::Filter& filter)
{
    Q_EMIT followed(Target{PageId::Rows, {}, {}, RowsQuery{filter, m_column->name}});
}

} // namespace cupel::ui
