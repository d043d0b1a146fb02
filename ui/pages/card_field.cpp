#include "ui/pages/card_field.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "core/card/model.h"
#include "core/reports/card_fields.h"
#include "ui/pages/card_frame.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/link_label.h"
#include "ui/pages/text_forms.h"
#include "ui/pages/tone_mark.h"
#include "ui/pages/verbatim_text.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr qsizetype kOneParagraph = 300; ///< characters

} // namespace

CardField::CardField(const reports::DatasetReport& dataset, std::size_t field, QWidget* parent)
    : QWidget(parent)
    , m_key(card::model().fields[field].key)
{
    const card::FieldValue& value = dataset.card->fields[field];
    const reports::Tone tone = reports::stateTone(card::model().fields[field], value);
    auto* const whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    auto* const frame
        = new CardFrame(tone == reports::Tone::Good ? reports::Tone::Plain : tone, this);
    whole->addWidget(frame);
    m_column = frame->column();
    addHead(dataset, field);
    addAnswers(value);
    addFindings(dataset, field);
}

void CardField::addHead(const reports::DatasetReport& dataset, std::size_t field)
{
    const card::Field& asked = card::model().fields[field];
    const card::FieldValue& value = dataset.card->fields[field];
    const QString state = shown(reports::stateWords(value));
    auto* const line = new QHBoxLayout;
    line->setSpacing(14);
    m_heading = new HeadingLabel(shown(asked.title), 4);
    m_heading->setContentsMargins(0, 0, 0, 0);
    m_heading->setAccessibleName(m_heading->text() + QStringLiteral(": ") + state);
    m_heading->setToolTip(ui::toolTip(shown(asked.key)));
    line->addWidget(m_heading, 1);
    auto* const level
        = new PlainLabel(shown(card::levelName(asked.level)), PlainLabel::Look::Small);
    level->setWordWrap(false);
    line->addWidget(level, 0, Qt::AlignTop);
    line->addWidget(new ToneMark(reports::stateTone(asked, value), state), 0, Qt::AlignTop);
    m_column->addLayout(line);
}

void CardField::addAnswers(const card::FieldValue& value)
{
    if (!value.reason.empty())
        m_column->addWidget(new PlainLabel(shownShort(base::DataText::document(value.reason))));
    for (const reports::SharedAnswer& answer : reports::sharedAnswers(value)) {
        const QString text = shownLines(answer.text);
        if (text.size() <= kOneParagraph && !text.trimmed().contains(QLatin1Char('\n'))) {
            m_column->addWidget(new PlainLabel(text.trimmed()));
        } else {
            auto* const verbatim = new VerbatimText(text);
            verbatim->setAccessibleName(tr("Answer"));
            m_column->addWidget(verbatim);
        }
        m_column->addWidget(
            new PlainLabel(tr("From %1").arg(shownShort(answer.sources)), PlainLabel::Look::Small));
    }
}

void CardField::addFindings(const reports::DatasetReport& dataset, std::size_t field)
{
    for (const findings::Finding* const finding : reports::findingsOfField(dataset, field)) {
        auto* const link = new LinkLabel(shownShort(finding->message), LinkLabel::Style::Row);
        const QString id = QString::fromStdString(finding->id(dataset.name));
        connect(link, &LinkLabel::activated, this, [this, id] { Q_EMIT findingFollowed(id); });
        m_column->addWidget(link);
    }
}

} // namespace cupel::ui
