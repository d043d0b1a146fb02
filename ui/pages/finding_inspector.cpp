#include "ui/pages/finding_inspector.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include "core/base/day.h"
#include "core/findings/policy.h"
#include "core/findings/rule_registry.h"
#include "core/reports/finding_texts.h"
#include "ui/models/findings_model.h"
#include "ui/pages/dataset_command.h"
#include "ui/pages/facts_grid.h"
#include "ui/pages/filter_words.h"
#include "ui/pages/finding_target.h"
#include "ui/pages/finding_words.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/link_label.h"
#include "ui/pages/person_mark.h"
#include "ui/pages/review_texts.h"
#include "ui/pages/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"
#include "ui/theme/tip.h"
#include "ui/theme/tone.h"

namespace cupel::ui {
namespace {

using Look = PlainLabel::Look;

/// The name of a part, above it.
void addPartName(QVBoxLayout& layout, const QString& name)
{
    auto* label = new PlainLabel(name);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    layout.addSpacing(label->fontMetrics().lineSpacing() / 2);
    layout.addWidget(label);
}

/// The name of the part that has the focus; empty where none has.
QString focusedName(const QWidget& whole)
{
    const QWidget* const focused = QApplication::focusWidget();
    return focused && whole.isAncestorOf(focused) ? focused->accessibleName() : QString();
}

void focusNamed(const QWidget& whole, const QString& name)
{
    if (name.isEmpty())
        return;
    for (QWidget* one : whole.findChildren<QWidget*>()) {
        if (one->accessibleName() == name)
            return one->setFocus();
    }
}

/// A sign with a line beside it.
void addSigned(QVBoxLayout& layout, ReviewSign sign, const QString& line)
{
    auto* row = new QHBoxLayout;
    auto* icon = new PlainLabel;
    const int side = icon->fontMetrics().height();
    icon->setPixmap(iconOf(sign, colorsFor(icon->palette())).pixmap(side, side));
    icon->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(new PlainLabel(line), 1);
    layout.addLayout(row);
}

/// Lines that belong to the one above, as far in as its words.
void addBeneath(QVBoxLayout& layout, const QString& lines, Look look = Look::Body)
{
    auto* label = new PlainLabel(lines, look);
    label->setIndent(0);
    const int side = QFontMetrics(QApplication::font()).height();
    label->setContentsMargins(side + layout.spacing(), 0, 0, 0);
    layout.addWidget(label);
}

QPushButton* rowsButton(const QString& text, const QString& name)
{
    auto* button = new QPushButton(text);
    button->setAccessibleName(name);
    button->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return button;
}

} // namespace

FindingInspector::FindingInspector(QWidget* parent)
    : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Details of the finding"));
    rebuild();
}

void FindingInspector::setFinding(
    const OpenDatasetPtr& dataset, const findings::Finding* finding, const FindingReview& said)
{
    const bool isSame = m_finding && finding && isSameRun(m_dataset, dataset)
        && m_finding->rule == finding->rule && m_finding->subject == finding->subject;
    const int place = verticalScrollBar()->value();
    const QString focused = isSame ? focusedName(*this) : QString();
    m_dataset = dataset;
    m_finding = dataset ? finding : nullptr;
    m_said = m_finding ? said : FindingReview{};
    rebuild();
    if (!isSame)
        return;
    widget()->adjustSize();
    verticalScrollBar()->setValue(place);
    focusNamed(*this, focused);
}

void FindingInspector::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && widget())
        rebuild();
}

void FindingInspector::rebuild()
{
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    m_told = nullptr;
    if (m_finding) {
        addHead(*layout);
        addReview(*layout);
        addFacts(*layout);
        addRows(*layout);
        addDocuments(*layout);
        addRule(*layout);
        addCopies(*layout);
    } else {
        layout->addWidget(new PlainLabel(
            tr("Choose a finding to see what was measured and which rows show it.")));
    }
    layout->addStretch();
    setWidget(content); // deletes the one before
    content->setAutoFillBackground(true);
    content->setBackgroundRole(QPalette::Window);
}

void FindingInspector::addHead(QVBoxLayout& layout)
{
    const reports::Tone tone = reports::toneOf(*m_finding);
    auto* head = new QHBoxLayout;
    auto* icon = new PlainLabel;
    const int side = fontMetrics().height();
    icon->setPixmap(iconOf(tone, colorsFor(palette())).pixmap(side, side));
    icon->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    head->addWidget(icon);
    head->addWidget(new PlainLabel(QStringLiteral("%1 · %2").arg(
                        shown(reports::wordOf(*m_finding)), shown(m_finding->rule))),
        1);
    layout.addLayout(head);
    auto* message = new PlainLabel(shownShort(m_finding->message));
    QFont font = message->font();
    font.setPointSizeF(font.pointSizeF() * 1.1);
    message->setFont(font);
    message->setAccessibleName(tr("Message"));
    layout.addWidget(message);
    if (!m_finding->remedy.empty()) {
        addPartName(layout, tr("What to do"));
        layout.addWidget(new PlainLabel(shownShort(m_finding->remedy)));
    }
}

void FindingInspector::addReview(QVBoxLayout& layout)
{
    if (m_said.isEmpty())
        return;
    addPartName(layout, tr("What people say"));
    if (const auto* mark = m_said.mark) {
        const QString by = saidWords(mark->who, mark->at);
        if (mark->value.state == pipeline::FindingMark::State::Accepted)
            addSigned(layout, ReviewSign::Accepted, tr("Accepted: %1").arg(by));
        else if (mark->value.state == pipeline::FindingMark::State::FixRequested)
            addSigned(layout, ReviewSign::FixRequested, tr("Fix requested: %1").arg(by));
        else
            addSigned(layout, ReviewSign::Open, tr("Seen: %1").arg(by));
    }
    if (const auto* waiver = m_said.waiver) {
        const QString until = shown(base::formatDay(waiver->value.until));
        addSigned(layout, ReviewSign::Waived,
            m_finding->waived ? tr("Waived until %1").arg(until)
                              : tr("The waiver ended on %1").arg(until));
        addBeneath(layout, shownShort(base::DataText::document(waiver->value.reason)));
        addBeneath(layout,
            tr("Owner: ") + shownShort(waiver->value.owner) + QStringLiteral(" · ")
                + saidWords(waiver->who, waiver->at),
            Look::Small);
    }
    if (const auto* comment = m_said.comment) {
        addSigned(layout, ReviewSign::Commented, commentHead(*comment));
        addBeneath(layout, commentLines(comment->value));
    }
}

void FindingInspector::addFacts(QVBoxLayout& layout)
{
    findings::Finding finding = *m_finding;
    if (m_said.waiver)
        finding.waived.reset(); // said above
    const auto facts = factsOf(*m_dataset, finding);
    if (facts.empty())
        return;
    addPartName(layout, tr("What was measured"));
    layout.addWidget(new FactsGrid(facts));
}

void FindingInspector::addRows(QVBoxLayout& layout)
{
    if (m_finding->evidence.empty())
        return;
    addPartName(layout, tr("Rows that show it"));
    for (std::size_t i = 0; i < m_finding->evidence.size(); ++i) {
        const findings::RowEvidence& one = m_finding->evidence[i];
        const QString words = filterWords(one.filter);
        layout.addWidget(new PlainLabel(words));
        auto* line = new QHBoxLayout;
        line->addWidget(new PlainLabel(
            tr("%1 row(s)", nullptr, pluralOf(one.count)).arg(counted(one.count)), Look::Small));
        auto* show = rowsButton(tr("Show rows"), tr("Show the rows where %1").arg(words));
        const Target target = rowsTarget(*m_dataset, *m_finding, i);
        connect(show, &QPushButton::clicked, this, [this, target] { Q_EMIT followed(target); });
        line->addWidget(show);
        layout.addLayout(line);
    }
}

void FindingInspector::addDocuments(QVBoxLayout& layout)
{
    if (m_finding->documents.empty())
        return;
    addPartName(layout, tr("In the documents"));
    for (std::size_t i = 0; i < m_finding->documents.size(); ++i) {
        const QString place = shown(reports::placeText(m_finding->documents[i]));
        auto* open = new LinkLabel(place);
        open->setAccessibleName(tr("Open %1").arg(place));
        const Target target = documentTarget(*m_dataset, *m_finding, i);
        connect(open, &LinkLabel::activated, this, [this, target] { Q_EMIT followed(target); });
        layout.addWidget(open);
    }
}

void FindingInspector::addRule(QVBoxLayout& layout)
{
    const findings::Rule* rule = findings::findRule(m_finding->rule);
    if (!rule)
        return;
    addPartName(layout, shown(rule->title));
    for (const QString& line :
        QString::fromStdString(rule->explanation).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        layout.addWidget(new PlainLabel(shown(bytesOf(line))));
    layout.addWidget(new PlainLabel(tr("Source: %1").arg(shown(rule->source)), Look::Small));
    const bool hasLimit = !findings::limitName(*rule).empty();
    const QString id = shown(rule->id);
    auto* limit = rowsButton(hasLimit ? tr("Change this limit…") : tr("Change this rule…"),
        hasLimit ? tr("Change the limit of %1").arg(id) : tr("Change the rule %1").arg(id));
    connect(limit, &QPushButton::clicked, this,
        [this, wanted = rule->id] { Q_EMIT limitWanted(wanted); });
    layout.addWidget(limit);
}

QPushButton* FindingInspector::copyButton(
    const QString& text, std::function<QString()> what, const QString& copied)
{
    auto* button = new QPushButton(text);
    button->setAccessibleName(text);
    connect(button, &QPushButton::clicked, this, [this, what = std::move(what), copied] {
        QApplication::clipboard()->setText(what());
        m_told->setText(copied);
    });
    return button;
}

/// What is copied holds long texts whole: it is made when it is asked for.
void FindingInspector::addCopies(QVBoxLayout& layout)
{
    layout.addSpacing(fontMetrics().lineSpacing() / 2);
    m_told = new PlainLabel({}, Look::Small);
    auto* buttons = new FlowLayout;
    buttons->addWidget(copyButton(
        tr("Copy text"), [this] { return findingText(*m_dataset, *m_finding); },
        tr("Text copied.")));
    auto* command = copyButton(
        tr("Copy as rows command"),
        [this] {
            return QString::fromStdString(
                rowsCommandOf(*m_dataset, m_finding->id(m_dataset->dataset().name)));
        },
        m_dataset->catalog.empty() ? tr("Command copied: it audits again and prints the rows.")
                                   : tr("Command copied: it prints the rows."));
    command->setEnabled(!m_finding->evidence.empty());
    if (!command->isEnabled())
        setTip(*command, tr("No rows show this finding."));
    buttons->addWidget(command);
    auto* line = copyButton(
        tr("Copy as policy line"), [this] { return policyLineOf(*m_dataset, *m_finding); },
        tr("Waiver copied: put it under \"waivers:\" of a policy file, and say why and who."));
    line->setEnabled(!policyLineOf(*m_dataset, *m_finding).isEmpty());
    if (!line->isEnabled())
        setTip(*line, tr("A policy file cannot name this subject."));
    buttons->addWidget(line);
    layout.addLayout(buttons);
    layout.addWidget(m_told);
}

} // namespace cupel::ui
