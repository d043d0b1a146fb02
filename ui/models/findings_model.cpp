#include "ui/models/findings_model.h"

#include <QApplication>
#include <QIcon>
#include <algorithm>
#include <limits>
#include <unordered_map>
#include <utility>

#include "core/base/cut_text.h"
#include "core/reports/area_verdicts.h"
#include "core/reports/finding_texts.h"
#include "core/reports/subject_words.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"
#include "ui/theme/tone.h"

namespace cupel::ui {
namespace {

using findings::Finding;
using findings::Kind;

constexpr std::size_t kTipBytes = 600;

std::vector<TableModel::Column> findingColumns()
{
    const auto tr = [](const char* text) { return FindingsModel::tr(text); };
    return {{tr("Level"), tr("How bad it is, or who has to decide")},
        {tr("Area"), tr("Field of the rule")}, {tr("Finding")},
        {tr("Subject"), tr("What it is about")},
        {tr("Measured"), tr("What was measured, its interval and the limit")},
        {tr("Rows"), tr("Rows that show it"), Qt::AlignRight},
        {tr("Rule"), tr("Id of the rule, as the command line names it")},
        {tr("State"), tr("What people say of it, and how it changed since an earlier report")}};
}

double measuredValue(const Finding& finding)
{
    const bool isDefined = finding.measure && finding.measure->value.isDefined();
    return isDefined ? finding.measure->value.value() : -std::numeric_limits<double>::infinity();
}

QString oneBelowTheOther(const std::vector<findings::RowEvidence>& evidence)
{
    QStringList lines;
    for (const findings::RowEvidence& one : evidence) {
        lines += FindingsModel::tr("%1 row(s): %2", nullptr, pluralOf(one.count))
                     .arg(counted(one.count),
                         shown(base::cutText(counts::describe(one.filter), kTipBytes)));
    }
    return lines.join(QLatin1Char('\n'));
}

/// Each finding of a run with itself under another review, which changes neither their number nor
/// their order.
std::unordered_map<const Finding*, const Finding*> twinsOf(
    const reports::DatasetReport& one, const reports::DatasetReport& other)
{
    std::unordered_map<const Finding*, const Finding*> twins;
    for (std::size_t i = 0; i < one.audits.size(); ++i) {
        const std::vector<Finding>& findings = one.audits[i].result.findings;
        for (std::size_t j = 0; j < findings.size(); ++j)
            twins[&findings[j]] = &other.audits.at(i).result.findings.at(j);
    }
    return twins;
}

} // namespace

FindingsModel::FindingsModel(QObject* parent)
    : TableModel(findingColumns(), parent)
{
}

void FindingsModel::setDataset(OpenDatasetPtr dataset)
{
    if (isSameRun(m_dataset, dataset)) {
        takeReview(std::move(dataset));
        return;
    }
    beginResetModel();
    m_dataset = std::move(dataset);
    m_findings.clear();
    if (m_dataset)
        m_findings = reports::rankedFindings(m_dataset->dataset());
    m_ids.assign(m_findings.size(), {});
    m_searchTexts.assign(m_findings.size(), {});
    endResetModel();
}

void FindingsModel::takeReview(OpenDatasetPtr dataset)
{
    const OpenDatasetPtr before = std::exchange(m_dataset, std::move(dataset));
    const std::unordered_map<const Finding*, const Finding*> twins
        = twinsOf(before->dataset(), m_dataset->dataset());
    for (const Finding*& finding : m_findings)
        finding = twins.at(finding);
    m_searchTexts.assign(m_findings.size(), {});
    if (m_findings.empty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    const std::vector<const Finding*> ranked = reports::rankedFindings(m_dataset->dataset());
    if (ranked != m_findings)
        reorder(ranked);
}

void FindingsModel::reorder(const std::vector<const Finding*>& ranked)
{
    std::unordered_map<const Finding*, std::size_t> places;
    for (std::size_t i = 0; i < ranked.size(); ++i)
        places[ranked[i]] = i;
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    for (const QModelIndex& one : from) {
        const auto row = static_cast<int>(places.at(&finding(one.row())));
        to += index(row, one.column());
    }
    std::vector<std::string> ids(m_ids.size());
    for (std::size_t i = 0; i < m_ids.size(); ++i)
        ids[places.at(m_findings[i])] = std::move(m_ids[i]);
    m_ids = std::move(ids);
    m_findings = ranked;
    m_searchTexts.assign(m_findings.size(), {});
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged();
}

const Finding& FindingsModel::finding(int row) const
{
    return *m_findings[static_cast<std::size_t>(row)];
}

const std::string& FindingsModel::id(int row) const
{
    std::string& id = m_ids[static_cast<std::size_t>(row)];
    if (id.empty())
        id = finding(row).id(m_dataset->dataset().name);
    return id;
}

FindingReview FindingsModel::review(int row) const
{
    const pipeline::Review& review = *m_dataset->review;
    return review.isEmpty() ? FindingReview{} : saidOf(review, id(row));
}

int FindingsModel::find(const std::string& id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (this->id(row) == id)
            return row;
    }
    return -1;
}

FindingsModel::Class FindingsModel::classOf(const Finding& finding)
{
    if (finding.waived)
        return Class::Waived;
    if (finding.kind == Kind::Review)
        return Class::Decide;
    if (finding.kind == Kind::Open)
        return Class::Open;
    if (finding.kind != Kind::Fail)
        return Class::Other;
    if (finding.level == findings::Level::Error)
        return Class::Error;
    return finding.level == findings::Level::Warning ? Class::Warning : Class::Note;
}

int FindingsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

QString FindingsModel::stateText(int row) const
{
    const Finding& one = finding(row);
    QStringList words{reviewWords(one, review(row))};
    if (one.baseline)
        words += shown(findings::baselineStateName(*one.baseline));
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

QString FindingsModel::display(int row, int column) const
{
    const Finding& finding = this->finding(row);
    switch (column) {
    case Level:
        return shown(reports::wordOf(finding));
    case Area:
        return shown(reports::areaTitle(reports::areaOf(finding.rule)));
    case Message:
        return shown(reports::cutTexts(finding.message));
    case Subject:
        return shown(
            reports::cutTexts(reports::subjectWords(finding.subject, m_dataset->dataset().roles)));
    case Measured:
        return shown(reports::measureAndLimit(finding));
    case Rows:
        return evidenceCounts(finding);
    case Rule:
        return shown(finding.rule);
    default:
        return stateText(row);
    }
}

QVariant FindingsModel::sortValue(int row, int column) const
{
    const Finding& one = finding(row);
    switch (column) {
    case Level:
        return row; // the order of the reports
    case Measured:
        return measuredValue(one);
    case Rows:
        return QVariant::fromValue(
            static_cast<qlonglong>(one.evidence.empty() ? -1 : one.evidence.front().count));
    default:
        return {};
    }
}

QString FindingsModel::searchText(int row) const
{
    QString& text = m_searchTexts[static_cast<std::size_t>(row)];
    if (text.isEmpty()) {
        for (const int column : {Level, Area, Message, Subject, Rule, State})
            text += display(row, column).toCaseFolded() + QLatin1Char('\n');
    }
    return text;
}

QVariant FindingsModel::cell(int row, int column, int role) const
{
    const Finding& one = finding(row);
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::DecorationRole:
        if (column == Level)
            return iconOf(reports::toneOf(one), colorsFor(QApplication::palette()));
        if (const auto sign = signOf(one, review(row)); sign && column == State)
            return iconOf(*sign, colorsFor(QApplication::palette()));
        return {};
    case Qt::ToolTipRole:
        if (column == Rows)
            return oneBelowTheOther(one.evidence);
        return display(row, column);
    case SortRole:
        return sortValue(row, column);
    case SearchRole:
        return searchText(row);
    case ClassRole:
        return QVariant::fromValue(static_cast<int>(classOf(one)));
    case AreaRole:
        return display(row, Area);
    case ReviewedRole:
        return isReviewed(one, review(row));
    default:
        return {};
    }
}

QString wordsOf(FindingsModel::Class one)
{
    switch (one) {
    case FindingsModel::Class::Error:
        return FindingsModel::tr("Errors");
    case FindingsModel::Class::Warning:
        return FindingsModel::tr("Warnings");
    case FindingsModel::Class::Note:
        return FindingsModel::tr("Notes");
    case FindingsModel::Class::Decide:
        return FindingsModel::tr("For a person to decide");
    case FindingsModel::Class::Open:
        return FindingsModel::tr("Not enough evidence");
    case FindingsModel::Class::Waived:
        return FindingsModel::tr("Waived");
    case FindingsModel::Class::Other:
        break;
    }
    return FindingsModel::tr("For information");
}

reports::Tone toneOf(FindingsModel::Class one)
{
    switch (one) {
    case FindingsModel::Class::Error:
        return reports::Tone::Error;
    case FindingsModel::Class::Warning:
        return reports::Tone::Warning;
    case FindingsModel::Class::Note:
        return reports::Tone::Note;
    case FindingsModel::Class::Decide:
    case FindingsModel::Class::Open:
        return reports::Tone::Question;
    case FindingsModel::Class::Waived:
    case FindingsModel::Class::Other:
        break;
    }
    return reports::Tone::Plain;
}

QString evidenceCounts(const Finding& finding)
{
    constexpr std::size_t kMostCounts = 3;
    QStringList counts;
    for (const findings::RowEvidence& one : finding.evidence) {
        if (static_cast<std::size_t>(counts.size()) == kMostCounts) {
            counts += QStringLiteral("…");
            break;
        }
        counts += counted(one.count);
    }
    return counts.join(QStringLiteral(" + "));
}

} // namespace cupel::ui
