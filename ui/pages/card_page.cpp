#include "ui/pages/card_page.h"

#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

#include "core/card/completeness.h"
#include "core/card/model.h"
#include "core/reports/card_parts.h"
#include "ui/pages/block_widgets.h"
#include "ui/pages/card_field.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/meter_list.h"
#include "ui/pages/reading_column.h"
#include "ui/pages/review_words.h"
#include "ui/pages/shown_dataset.h"
#include "ui/pages/text_forms.h"
#include "ui/pages/tile.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr std::size_t kMostContradictions = 20;

QString shareWords(const base::Figure& share)
{
    return share.isDefined() ? percent(share.value())
                             : QStringLiteral("– ") + shown(share.reason());
}

/// "42.8 %, 12 of 30 fields"
QString scoreWords(const card::Score& score)
{
    return QStringLiteral("%1, %2").arg(shareWords(score.value()),
        CardPage::tr("%1 of %2 field(s) answered", nullptr, pluralOf(score.fields))
            .arg(counted(score.present), counted(score.fields)));
}

QString countWords(const card::Section& section)
{
    if (section.needed == 0)
        return QStringLiteral("–");
    return CardPage::tr("%1 of %2").arg(counted(section.answered), counted(section.needed));
}

} // namespace

CardPage::CardPage(QWidget* parent)
    : SectionedPage(tr("Only what is missing"), tr("Next missing field"), parent)
{
    auto* const edit = new QShortcut(
        QKeySequence(Qt::Key_E), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(edit, &QShortcut::activated, this, [this] {
        if (CardField* const field = focusedField())
            field->edit();
    });
    CardPage::setDataset({});
}

void CardPage::setDataset(const OpenDatasetPtr& dataset)
{
    const bool isThere
        = dataset && !dataset->report->datasets.empty() && dataset->dataset().card.has_value();
    m_dataset = isThere ? dataset : nullptr;
    m_cardSections.clear();
    if (!isThere) {
        if (dataset)
            setEmpty(tr("No Data Card yet"),
                tr("Here stands what the documents say about the data, field by field, beside what "
                   "was counted. Put a README.md or croissant.json into the folder of the data and "
                   "run the audits again."));
        else
            setEmpty(tr("No dataset is open"),
                tr("Here stands what the documents of a dataset say, and what they leave out."));
        return;
    }
    m_cardSections = card::sectionsOf(*m_dataset->dataset().card);
    std::vector<Section> sections{{tr("Completeness"), {}, true}, {tr("Validators"), {}, true}};
    for (const card::Section& section : m_cardSections)
        sections.push_back(
            {shown(section.title), countWords(section), section.answered < section.needed});
    setSections(std::move(sections), inputOf(dataset));
}

void CardPage::followFinding(const QString& id)
{
    Q_EMIT followed({PageId::Findings, bytesOf(id), {}, {}});
}

void CardPage::fill(int section)
{
    if (!m_dataset)
        return;
    if (section == kCompleteness)
        fillCompleteness();
    else if (section == kValidators)
        fillValidators();
    else
        fillFields(m_cardSections[static_cast<std::size_t>(section - kFirstOfCard)]);
}

int CardPage::sectionOf(const std::string& item) const
{
    for (std::size_t i = 0; i < m_cardSections.size(); ++i) {
        for (const std::size_t field : m_cardSections[i].fields) {
            if (card::model().fields[field].key == item)
                return static_cast<int>(i) + kFirstOfCard;
        }
    }
    return m_dataset ? kCompleteness : -1;
}

void CardPage::fillCompleteness()
{
    const card::Card& card = *m_dataset->dataset().card;
    const card::Completeness score = card::completeness(card);
    QVBoxLayout& column = reading().column();
    addContradictions();
    column.addWidget(new HeadingLabel(tr("Completeness")));
    auto* const tiles = new QWidget;
    auto* const flow = new FlowLayout(tiles);
    flow->addWidget(new FigureTile(shareWords(score.card), tr("complete"), reports::Tone::Plain));
    flow->addWidget(new FigureTile(shareWords(score.derivedShare),
        tr("of the answers from the data alone"), reports::Tone::Plain));
    column.addWidget(tiles);
    addReadable(new PlainLabel(shown(reports::completenessWords(card))), column);
    const reports::Table table = reports::completenessTable(card);
    auto* const meters = new MeterList;
    for (std::size_t i = 0; i < score.groups.size(); ++i) {
        const base::Figure value = score.groups[i].value();
        meters->add(shownCell(table.rows[i].front()), value.isDefined() ? value.value() : 0.0,
            scoreWords(score.groups[i]));
    }
    column.addWidget(new HeadingLabel(tr("By part"), 3));
    column.addWidget(meters);
    auto* const scopes = new MeterList;
    const reports::KeyValues facts = reports::scopeFacts(card);
    for (std::size_t i = 0; i < score.scopes.size(); ++i) {
        const base::Figure value = score.scopes[i].value();
        scopes->add(shown(facts.rows[i].key), value.isDefined() ? value.value() : 0.0,
            scoreWords(score.scopes[i]));
    }
    column.addWidget(new HeadingLabel(tr("By view"), 3));
    column.addWidget(scopes);
}

void CardPage::addContradictions()
{
    const reports::DatasetReport& dataset = m_dataset->dataset();
    QVBoxLayout& column = reading().column();
    column.addWidget(new HeadingLabel(tr("Claims and counts")));
    BlockContext context;
    context.follow = [this](const QString& id) { followFinding(id); };
    reports::List list = reports::contradictions(
        dataset, [&dataset](const findings::Finding& finding) { return finding.id(dataset.name); },
        kMostContradictions);
    addReadable(new PlainLabel(shown(reports::claimsWords(dataset))), column);
    if (!list.items.empty())
        addBlock({std::move(list)}, context, column);
    addClaims();
}

void CardPage::addClaims()
{
    const reports::AuditReport* const audit = reports::cardAudit(m_dataset->dataset());
    if (!audit)
        return;
    const auto& tables = audit->result.tables;
    const auto claims = std::find_if(tables.begin(), tables.end(),
        [](const audits::ResultTable& table) { return table.id == "claims"; });
    if (claims == tables.end() || claims->rows.empty())
        return;
    addBlock({reports::Details{{tr("All claims beside the counts").toStdString()},
                 {{reports::tableOf(*claims)}}}},
        {}, reading().column());
}

void CardPage::fillFields(const card::Section& section)
{
    const reports::DatasetReport& dataset = m_dataset->dataset();
    QVBoxLayout& column = reading().column();
    column.addWidget(new HeadingLabel(shown(section.title)));
    if (const QString why = noReviewWords(*m_dataset); !why.isEmpty())
        addReadable(new PlainLabel(why, PlainLabel::Look::Small), column);
    bool isEmpty = true;
    for (const std::size_t field : section.fields) {
        const card::FieldValue& value = dataset.card->fields[field];
        if (showsOnlyOpen() && !card::isMissing(value) && m_drafts.here().count(value.key) == 0)
            continue;
        isEmpty = false;
        addField(field);
    }
    if (isEmpty)
        addReadable(new PlainLabel(tr("Nothing is missing here.")), column);
}

void CardPage::addField(std::size_t field)
{
    auto* const widget = new CardField(m_dataset, field);
    const std::string key = widget->key();
    connect(widget, &CardField::findingFollowed, this, &CardPage::followFinding);
    connect(widget, &CardField::answered, this,
        [this, key](const std::string& text) { keep(key, text); });
    connect(widget, &CardField::takenBack, this, [this, key] {
        Q_EMIT unsaid(tr("take back an answer"), pipeline::ReviewKind::CardAnswer, key);
    });
    connect(widget, &CardField::edited, this,
        [this, widget] { reading().bringIntoView(widget->editor()); });
    reading().column().addWidget(widget);
    reading().place(key, widget->heading());
    restoreDraft(*widget);
}

void CardPage::restoreDraft(CardField& field)
{
    const auto draft = m_drafts.here().find(field.key());
    if (draft == m_drafts.here().end())
        return;
    const CardDraft its = draft->second;
    m_drafts.here().erase(draft);
    const auto sent = m_sent.find(field.key());
    const auto& answers = m_dataset->review->cardAnswers;
    const auto said = answers.find(field.key());
    const bool isKept = sent != m_sent.end() && said != answers.end()
        && said->second.value.text == sent->second
        && its.text.trimmed() == QString::fromStdString(sent->second);
    if (!isKept) {
        field.edit(its);
        return;
    }
    m_sent.erase(sent);
    if (its.hasFocus)
        field.heading()->setFocus(Qt::OtherFocusReason);
}

void CardPage::keep(const std::string& key, const std::string& text)
{
    m_sent[key] = text;
    Q_EMIT said(tr("answer a field of the Data Card"), key, pipeline::CardAnswer{text});
}

void CardPage::saveDrafts()
{
    for (const CardField* const field : reading().findChildren<CardField*>()) {
        if (const CardEditor* const editor = field->editor())
            m_drafts.here()[field->key()] = editor->draft();
    }
}

void CardPage::changeDrafts(const std::string& from, const std::string& to)
{
    for (const auto& [key, text] : m_sent) {
        const auto draft = m_drafts.here().find(key);
        if (draft != m_drafts.here().end()
            && draft->second.text.trimmed() == QString::fromStdString(text))
            m_drafts.here().erase(draft);
    }
    m_sent.clear();
    m_drafts.change(from, to);
}

std::size_t CardPage::answersInWork() const
{
    std::size_t count = m_drafts.touched();
    for (const CardField* const field : reading().findChildren<CardField*>()) {
        const CardEditor* const editor = field->editor();
        if (editor && editor->isTouched() && m_sent.count(field->key()) == 0)
            ++count;
    }
    return count;
}

CardField* CardPage::focusedField() const
{
    const QWidget* const focus = window()->focusWidget();
    for (CardField* const field : reading().findChildren<CardField*>()) {
        if (focus && field->isAncestorOf(focus))
            return field;
    }
    return nullptr;
}

std::string CardPage::focusedItem() const
{
    const CardField* const field = focusedField();
    return field ? field->key() : std::string();
}

std::vector<SectionedPage::Item> CardPage::items() const
{
    std::vector<Item> all;
    for (std::size_t i = 0; i < m_cardSections.size(); ++i) {
        for (const std::size_t field : m_cardSections[i].fields) {
            const card::FieldValue& value = m_dataset->dataset().card->fields[field];
            all.push_back({value.key, static_cast<int>(i) + kFirstOfCard, card::isMissing(value)});
        }
    }
    return all;
}

} // namespace cupel::ui
