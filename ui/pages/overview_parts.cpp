#include "ui/pages/overview_parts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <utility>

#include "core/audits/audit_registry.h"
#include "core/base/number.h"
#include "core/findings/run_settings.h"
#include "core/reports/area_verdicts.h"
#include "core/reports/audit_page_parts.h"
#include "core/reports/policy_page_parts.h"
#include "ui/pages/card_frame.h"
#include "ui/pages/dataset_command.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/heading_label.h"
#include "ui/pages/reading_column.h"
#include "ui/pages/text_forms.h"
#include "ui/pages/tile.h"
#include "ui/pages/tone_mark.h"
#include "ui/pages/verbatim_text.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

constexpr std::size_t kSentences = 12;
constexpr std::size_t kProposals = 50;

reports::Tone toneOfLevel(findings::Level level)
{
    switch (level) {
    case findings::Level::Error:
        return reports::Tone::Error;
    case findings::Level::Warning:
        return reports::Tone::Warning;
    case findings::Level::Note:
        return reports::Tone::Note;
    case findings::Level::None:
        break;
    }
    return reports::Tone::Good;
}

/// The page that shows what an area is about.
PageId pageOfArea(std::string_view area)
{
    constexpr std::array<std::pair<std::string_view, PageId>, 6> kPages{
        {{"license", PageId::License}, {"card", PageId::Card}, {"document", PageId::License},
            {"imbalance", PageId::Balance}, {"fairness", PageId::Fairness},
            {"drift", PageId::Balance}}};
    const auto* const found = std::find_if(
        kPages.begin(), kPages.end(), [area](const auto& one) { return one.first == area; });
    return found == kPages.end() ? PageId::Findings : found->second;
}

/// Whether audits did not apply because columns have no roles yet.
bool wantsRoles(const reports::NotRun& one)
{
    return one.outcome == audits::Outcome::NotApplicable
        && std::any_of(one.audits.begin(), one.audits.end(), [](const reports::AuditReport* audit) {
               const audits::Audit* const known = audits::findAudit(audit->id);
               return known && !known->description().needs.empty();
           });
}

bool wantsDocuments(const reports::NotRun& one)
{
    return one.outcome == audits::Outcome::NotApplicable && !wantsRoles(one);
}

/// Why audits did not run, without the option that a command line would want: there is a button.
std::string reasonOf(const reports::NotRun& one)
{
    return one.reason.substr(0, one.reason.find(": pass --"));
}

QPushButton* smallButton(const QString& text, const QString& spoken)
{
    auto* const button = new QPushButton(buttonText(text));
    button->setAccessibleName(spoken);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return button;
}

} // namespace

OverviewParts::OverviewParts(const OpenDataset& dataset, ReadingColumn& column)
    : m_open(dataset)
    , m_dataset(dataset.dataset())
    , m_reading(column)
    , m_column(column.column())
    , m_requests(new OverviewRequests(column.column().parentWidget()))
{
    m_context.follow = [its = m_requests](const QString& anchor) {
        Q_EMIT its->followed({PageId::Findings, bytesOf(anchor), {}, {}});
    };
}

void OverviewParts::add()
{
    addTitle();
    addReasons();
    addLimits();
    addTiles();
    addMatters();
    addAreas();
    addNotRun();
    addRoles();
    addInput();
    addCommand();
}

void OverviewParts::addHeading(const QString& text, const char* anchor)
{
    auto* const heading = new HeadingLabel(text);
    m_column.addWidget(heading);
    m_reading.place(anchor, heading);
}

void OverviewParts::addParagraph(const QString& text)
{
    addReadable(new PlainLabel(text), m_column);
}

void OverviewParts::addTitle()
{
    const reports::Report& report = *m_open.report;
    auto* const title = new PlainLabel(
        shownShort(m_open.name.empty() ? m_dataset.name : m_open.name), PlainLabel::Look::Title);
    auto* const head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addLayout(copyButton());
    m_column.addLayout(head);
    QString subtitle = shownShort(m_dataset.input.file);
    const auto rows = static_cast<std::int64_t>(m_dataset.input.rows);
    const auto columns = static_cast<std::int64_t>(m_dataset.description.columns.size());
    if (m_open.version > 0)
        subtitle += QStringLiteral(" · ")
            + OverviewRequests::tr("version %1").arg(counted(m_open.version));
    subtitle += QStringLiteral(" · ")
        + OverviewRequests::tr("%1 row(s)", nullptr, pluralOf(rows)).arg(counted(rows))
        + QStringLiteral(", ")
        + OverviewRequests::tr("%1 column(s)", nullptr, pluralOf(columns)).arg(counted(columns));
    m_column.addWidget(new PlainLabel(subtitle, PlainLabel::Look::Small));
    const bool isLookedAt = std::any_of(
        m_dataset.audits.begin(), m_dataset.audits.end(), [](const reports::AuditReport& audit) {
            return audit.result.outcome == audits::Outcome::Completed;
        });
    const reports::Tone tone
        = isLookedAt ? toneOfLevel(report.verdict.level) : reports::Tone::Plain;
    auto* const card = new CardFrame(tone);
    auto* const line = new QHBoxLayout;
    line->setSpacing(12);
    if (tone != reports::Tone::Plain)
        line->addWidget(new ToneMark(tone,
            tone == reports::Tone::Good ? OverviewRequests::tr("no error, warning or note")
                                        : QString()));
    auto* const words = new PlainLabel(
        shown(isLookedAt ? reports::verdictLine(report) : std::string("nothing audited")),
        PlainLabel::Look::Heading);
    words->setAccessibleName(OverviewRequests::tr("Verdict: %1").arg(words->text()));
    line->addWidget(words, 1);
    card->column()->addLayout(line);
    m_column.addWidget(card);
    m_reading.place("verdict", words);
}

void OverviewParts::addReasons()
{
    for (const std::string& reason : m_open.report->reasons) {
        addBlock({reports::Callout{reports::Tone::Warning, "incomplete",
                     {"This is a part of the result: " + reason + "."}, {}, {}, {}}},
            m_context, m_column);
    }
}

/// What was asked for that takes something out of sight: rows, and rules that a policy switches
/// off.
void OverviewParts::addLimits()
{
    if (!m_dataset.whereText.empty()) {
        addBlock({reports::Callout{reports::Tone::Note, "some of the rows",
                     {"Only rows where ", m_dataset.whereData(),
                         " were audited: " + base::groupedDigits(m_dataset.whereRows) + " of "
                             + base::groupedDigits(m_dataset.description.rows) + "."},
                     {}, {}, {}}},
            m_context, m_column);
    }
    const findings::Policy& policy = m_open.report->policy;
    if (!policy.file.empty()) {
        addParagraph(OverviewRequests::tr("Limits and levels are those of the policy %1.")
                         .arg(shownShort(policy.file)));
    }
    constexpr std::size_t kMostNotes = 8;
    const std::vector<std::string> limits = findings::flagTexts(policy);
    if (!limits.empty()) {
        QStringList texts;
        for (const std::string& limit : limits) {
            if (static_cast<std::size_t>(texts.size()) < kMostNotes)
                texts << shownShort(limit);
        }
        const auto more = static_cast<std::int64_t>(limits.size()) - texts.size();
        if (more > 0)
            texts << OverviewRequests::tr("%1 more", nullptr, pluralOf(more)).arg(counted(more));
        addParagraph(OverviewRequests::tr("Limits changed: ") + texts.join(QStringLiteral("; "))
            + QLatin1Char('.'));
    }
    reports::Page notes;
    reports::addPolicyNotes(*m_open.report, kMostNotes, notes);
    for (const reports::Block& block : notes.blocks)
        addBlock(block, m_context, m_column);
}

void OverviewParts::addTiles()
{
    const reports::Verdict& verdict = m_open.report->verdict;
    auto* const row = new QWidget;
    auto* const flow = new FlowLayout(row);
    const auto add = [flow](std::int64_t count, const QString& label, reports::Tone tone) {
        flow->addWidget(
            new FigureTile(counted(count), label, count > 0 ? tone : reports::Tone::Plain));
    };
    add(verdict.errors, OverviewRequests::tr("error(s)", nullptr, pluralOf(verdict.errors)),
        reports::Tone::Error);
    add(verdict.warnings, OverviewRequests::tr("warning(s)", nullptr, pluralOf(verdict.warnings)),
        reports::Tone::Warning);
    add(verdict.notes, OverviewRequests::tr("note(s)", nullptr, pluralOf(verdict.notes)),
        reports::Tone::Note);
    const auto addSome = [&add](std::int64_t count, const QString& label, reports::Tone tone) {
        if (count > 0)
            add(count, label, tone);
    };
    addSome(
        verdict.reviews, OverviewRequests::tr("for a person to decide"), reports::Tone::Question);
    addSome(
        verdict.open, OverviewRequests::tr("with not enough evidence"), reports::Tone::Question);
    addSome(verdict.notRun,
        OverviewRequests::tr("audit(s) not run", nullptr, pluralOf(verdict.notRun)),
        reports::Tone::Plain);
    addSome(verdict.waived, OverviewRequests::tr("waived"), reports::Tone::Plain);
    m_column.addWidget(row);
}

void OverviewParts::addMatters()
{
    addHeading(OverviewRequests::tr("What matters"), "matters");
    const auto matter = reports::findingsThatMatter(m_open.report->datasets);
    if (matter.empty()) {
        addParagraph(OverviewRequests::tr(
            "No finding of level error or warning. This says what was measured, not that the "
            "dataset is without fault."));
        return;
    }
    reports::List list;
    QStringList areas;
    for (const reports::PlacedFinding& placed : matter) {
        if (list.items.size() == kSentences)
            break;
        list.items.push_back({reports::cutTexts(placed.finding->message),
            placed.finding->id(placed.dataset->name), reports::toneOf(*placed.finding), {}});
        areas += shown(reports::areaTitle(reports::areaOf(placed.finding->rule)));
    }
    const std::size_t rest = matter.size() - list.items.size();
    addList(list, areas, m_context, m_column);
    if (rest == 0)
        return;
    auto* const all = smallButton(OverviewRequests::tr("%1 more error(s) and warning(s)…", nullptr,
                                      pluralOf(static_cast<std::int64_t>(rest)))
                                      .arg(counted(static_cast<std::int64_t>(rest))),
        OverviewRequests::tr("Show all findings"));
    QObject::connect(all, &QPushButton::clicked, m_requests, [its = m_requests] {
        Q_EMIT its->followed({PageId::Findings, {}, {}, {}});
    });
    m_column.addWidget(all, 0, Qt::AlignLeading);
}

void OverviewParts::addAreas()
{
    addHeading(OverviewRequests::tr("Areas"), "areas");
    auto* const row = new QWidget;
    auto* const flow = new FlowLayout(row);
    for (const reports::AreaVerdict& area : reports::areaVerdicts(m_dataset)) {
        auto* const tile = new TopicTile(shown(area.title), shown(area.words()), area.tone());
        QObject::connect(tile, &TopicTile::clicked, m_requests,
            [its = m_requests, page = pageOfArea(area.area)] {
                Q_EMIT its->followed({page, {}, {}, {}});
            });
        flow->addWidget(tile);
    }
    m_column.addWidget(row);
}

void OverviewParts::addNotRun()
{
    const std::vector<reports::NotRun> all = reports::notRunOf(m_dataset);
    if (all.empty())
        return;
    addHeading(OverviewRequests::tr("What did not run, and why"), "not-run");
    for (const reports::NotRun& one : all)
        addNotRunRow(one);
}

void OverviewParts::addNotRunRow(const reports::NotRun& one)
{
    QString titles;
    for (const reports::AuditReport* audit : one.audits)
        titles += (titles.isEmpty() ? QString() : QStringLiteral("; ")) + shown(audit->title);
    const bool hasFailed = one.outcome == audits::Outcome::Failed;
    auto* const card = new CardFrame(hasFailed ? reports::Tone::Error : reports::Tone::Plain);
    auto* const name = new PlainLabel(titles);
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    card->column()->addWidget(name);
    auto* const line = new QHBoxLayout;
    line->setSpacing(12);
    line->addWidget(new PlainLabel(shown(reports::outcomeWords(one.outcome)) + QStringLiteral(": ")
                        + shownShort(base::Sentence{reasonOf(one)})),
        1);
    if (wantsRoles(one)) {
        auto* const choose = smallButton(OverviewRequests::tr("Choose roles…"),
            OverviewRequests::tr("Choose roles for: %1").arg(titles));
        QObject::connect(choose, &QPushButton::clicked, m_requests, [its = m_requests] {
            Q_EMIT its->followed({PageId::Fairness, {}, {}, {}});
        });
        line->addWidget(choose, 0, Qt::AlignTop);
    }
    card->column()->addLayout(line);
    if (wantsDocuments(one))
        card->column()->addWidget(new PlainLabel(
            OverviewRequests::tr("A README.md, croissant.json or LICENSE in the folder of the data "
                                 "is read when the audits run again."),
            PlainLabel::Look::Small));
    m_column.addWidget(card);
}

void OverviewParts::addInput()
{
    addHeading(OverviewRequests::tr("What was read"), "input");
    reports::KeyValues facts = reports::inputFacts(m_dataset);
    const std::string& path
        = m_open.request.inputs.empty() ? m_dataset.input.file : m_open.request.inputs.front();
    facts.rows.insert(facts.rows.begin(),
        {OverviewRequests::tr("File").toStdString(), {base::DataText::name(path)}, false});
    addBlock({std::move(facts)}, m_context, m_column);
    for (const std::string& renamed : m_dataset.input.renamedColumns)
        addParagraph(shownShort(renamed));
    addRejected();
}

void OverviewParts::addRejected()
{
    const readers::ImportReport& input = m_dataset.input;
    const auto rows = [](std::uint64_t number) { return static_cast<std::int64_t>(number); };
    reports::Table table;
    table.caption
        = {std::string("Lines that are not in the table, or were read against the rules")};
    for (const char* const column : {"Line", "Became", "Why"})
        table.columns.push_back({std::string(column)});
    table.hasRowHeaders = false;
    for (const readers::RejectedRow& row : input.rejected)
        table.rows.push_back({reports::Cell{rows(row.line), {}}, reports::Cell::words("rejected"),
            reports::Cell::text({base::DataText::document(row.reason)})});
    for (const readers::ToleratedRow& row : input.tolerated)
        table.rows.push_back({reports::Cell{rows(row.line), {}}, reports::Cell::words("read"),
            reports::Cell::text({base::DataText::document(row.reason)})});
    table.leftOut = rows(input.rejectedRows + input.toleratedRows) - rows(table.rows.size());
    if (!table.rows.empty())
        addBlock({std::move(table)}, m_context, m_column);
}

void OverviewParts::addRoles()
{
    addHeading(OverviewRequests::tr("Roles of the columns"), "roles");
    reports::KeyValues facts = reports::roleFacts(m_dataset);
    if (facts.rows.empty())
        addParagraph(OverviewRequests::tr(
            "No column has a role, so audits that compare groups or classes cannot run."));
    else
        addBlock({std::move(facts)}, m_context, m_column);
    addProposals();
}

void OverviewParts::addProposals()
{
    const std::vector<audits::Proposal>& proposals = m_dataset.proposals;
    if (proposals.empty())
        return;
    const bool areUsed = m_open.report->acceptedProposals;
    auto* const line = new QHBoxLayout;
    line->addWidget(
        new HeadingLabel(areUsed ? OverviewRequests::tr("Taken from the data")
                                 : OverviewRequests::tr("Suggested by the data, not used"),
            3),
        1);
    if (!areUsed && proposals.size() > 1) {
        auto* const all = smallButton(
            OverviewRequests::tr("Use all"), OverviewRequests::tr("Use all suggested roles"));
        QObject::connect(
            all, &QPushButton::clicked, m_requests, [its = m_requests, report = m_open.report] {
                Q_EMIT its->rolesEdited([report](const audits::Roles& roles) {
                    return audits::accept(report->datasets.front().proposals, roles);
                });
            });
        line->addWidget(all, 0, Qt::AlignBottom);
    }
    m_column.addLayout(line);
    for (std::size_t i = 0; i < proposals.size() && i < kProposals; ++i)
        addProposal(proposals[i]);
    if (proposals.size() > kProposals)
        addParagraph(OverviewRequests::tr("And %1 more.")
                         .arg(counted(static_cast<std::int64_t>(proposals.size() - kProposals))));
}

void OverviewParts::addProposal(const audits::Proposal& proposal)
{
    const QString column = shownShort(proposal.column);
    const QString what = proposal.role == "null-token"
        ? OverviewRequests::tr("\"%1\" in %2 as missing").arg(shownShort(proposal.value), column)
        : OverviewRequests::tr("%1 as %2").arg(column, shown(proposal.role));
    QString why = shownShort(base::Sentence{proposal.reason});
    if (proposal.rows > 0)
        why = OverviewRequests::tr("%1 row(s); ", nullptr, pluralOf(proposal.rows))
                  .arg(counted(proposal.rows))
            + why;
    auto* const line = new QHBoxLayout;
    line->setSpacing(12);
    auto* const words = new PlainLabel(what + QStringLiteral(" – ") + why);
    words->setMaximumWidth(words->fontMetrics().averageCharWidth() * 100);
    if (!m_open.report->acceptedProposals) {
        auto* const use
            = smallButton(OverviewRequests::tr("Use"), OverviewRequests::tr("Use %1").arg(what));
        QObject::connect(use, &QPushButton::clicked, m_requests, [its = m_requests, proposal] {
            Q_EMIT its->rolesEdited([proposal](const audits::Roles& roles) {
                return audits::accept({proposal}, roles);
            });
        });
        line->addWidget(use, 0, Qt::AlignTop);
    }
    line->addWidget(words, 1);
    line->addStretch(0);
    m_column.addLayout(line);
}

QLayout* OverviewParts::copyButton()
{
    auto* const line = new QHBoxLayout;
    auto* const done = new PlainLabel({}, PlainLabel::Look::Small);
    done->setWordWrap(false);
    auto* const copy = smallButton(OverviewRequests::tr("Copy as command"),
        OverviewRequests::tr("Copy the command that comes to this result"));
    line->addWidget(done);
    line->addWidget(copy);
    QObject::connect(copy, &QPushButton::clicked, done, [done, words = commandOf(m_open).text] {
        QGuiApplication::clipboard()->setText(QString::fromStdString(words));
        done->setText(OverviewRequests::tr("Copied."));
    });
    return line;
}

void OverviewParts::addCommand()
{
    addHeading(OverviewRequests::tr("The same from the command line"), "command");
    const reports::AuditCommand command = commandOf(m_open);
    auto* const text = new VerbatimText(shownLines({base::DataText::document(command.text)}));
    text->setAccessibleName(OverviewRequests::tr("Command"));
    m_column.addWidget(text);
    for (const std::string& unsaid : command.unsaid)
        addParagraph(shownShort(base::Sentence{unsaid}));
}

} // namespace cupel::ui
