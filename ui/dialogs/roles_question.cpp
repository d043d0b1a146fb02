#include "ui/dialogs/roles_question.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScopedValueRollback>
#include <algorithm>
#include <optional>

#include "core/audits/role_columns.h"
#include "core/license/uses.h"
#include "core/reports/text_forms.h"
#include "ui/dialogs/finding_box.h"
#include "ui/dialogs/more_roles.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/plural_forms.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

/// Columns with more values than this are neither classes nor groups unless somebody says so.
constexpr std::int64_t kMostValues = 100;
constexpr std::size_t kNameColumns = 60;
constexpr int kGroupLines = 5;

QByteArray rawOf(const std::string& text)
{
    return QByteArray::fromStdString(text);
}

std::string textOf(const QVariant& data)
{
    return data.toByteArray().toStdString();
}

QString brief(const std::string& text)
{
    return shown(reports::shortened(text, kNameColumns));
}

/// By the rows that are known; other rows may hold more values than these.
bool mayGroup(const counts::ColumnDescription& column, RolesQuestion::Known known)
{
    const std::int64_t distinct = column.profile.distinct.value;
    return (distinct >= 2 || known == RolesQuestion::Known::FirstRows) && distinct <= kMostValues;
}

bool isGroup(const audits::Roles& roles, const std::string& column)
{
    return std::any_of(roles.groups.begin(), roles.groups.end(),
        [&column](const audits::GroupRole& group) { return group.column == column; });
}

QString columnText(const counts::ColumnDescription& column)
{
    const std::int64_t distinct = column.profile.distinct.value;
    const QString values = RolesQuestion::tr("%1 value(s)", nullptr, pluralOf(distinct));
    return QStringLiteral("%1   (%2)").arg(brief(column.name), values.arg(counted(distinct)));
}

void choose(QComboBox& box, const std::string& value)
{
    box.setCurrentIndex(std::max(0, box.findData(rawOf(value))));
}

/// The text may have a mnemonic.
PlainLabel* buddyLabel(const QString& text, QWidget* buddy)
{
    auto* label = new PlainLabel(text);
    label->setBuddy(buddy);
    label->setWordWrap(false);
    const QString name = QString(text).remove(QLatin1Char('&'));
    buddy->setAccessibleName(name);
    if (const auto* box = qobject_cast<QComboBox*>(buddy); box && box->lineEdit())
        box->lineEdit()->setAccessibleName(name);
    return label;
}

/// What was there before, by what its columns are called now. The same number of columns is the
/// same columns; else they are found by their names.
audits::Roles carriedOver(
    const audits::Roles& roles, const counts::Description& before, const counts::Description& now)
{
    const auto naming = [&before, &now](const std::string& column) -> std::optional<std::string> {
        if (before.columns.size() == now.columns.size()) {
            for (std::size_t i = 0; i < before.columns.size(); ++i) {
                if (before.columns[i].name == column)
                    return now.columns[i].name;
            }
        }
        return now.find(column) ? std::optional(column) : std::nullopt;
    };
    return audits::withColumns(roles, naming);
}

} // namespace

RolesQuestion::RolesQuestion(QWidget* parent)
    : QWidget(parent)
    , m_label(new FindingBox(FindingBox::Find::Part))
    , m_favourable(new FindingBox(FindingBox::Find::Whole))
    , m_groups(new QListWidget)
    , m_use(new QComboBox)
    , m_more(new MoreRoles)
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(buddyLabel(tr("&Label (class or outcome)"), m_label), m_label);
    form->addRow(buddyLabel(tr("Good &outcome"), m_favourable), m_favourable);
    form->addRow(buddyLabel(tr("&Groups of people"), m_groups), m_groups);
    form->addRow(buddyLabel(tr("Intended &use"), m_use), m_use);
    form->addRow(m_more);
    m_groups->setMaximumHeight(m_groups->fontMetrics().lineSpacing() * (kGroupLines + 1));
    m_groups->setUniformItemSizes(true);
    m_use->addItem(tr("not said"), QByteArray());
    for (const license::Use use : license::allUses())
        m_use->addItem(shown(license::useName(use)), rawOf(std::string(license::useName(use))));
    connect(m_label, &QComboBox::currentIndexChanged, this, &RolesQuestion::takeLabel);
    connect(m_label, &QComboBox::activated, this, [this] { m_isLabelGuessed = false; });
    connect(m_favourable, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_isFilling)
            m_isLabelGuessed = false;
    });
    connect(m_favourable, &FindingBox::typed, this, &RolesQuestion::takeValue);
    connect(m_groups, &QListWidget::itemChanged, this, [this] {
        if (!m_isFilling)
            m_areGroupsGuessed = false;
    });
    connect(m_more, &MoreRoles::changed, this, &RolesQuestion::moreChanged);
}

void RolesQuestion::setColumns(
    const counts::Description& description, const audits::Roles& said, Known known)
{
    m_description = description;
    m_known = known;
    m_isLabelGuessed = said.columns().empty();
    m_areGroupsGuessed = m_isLabelGuessed;
    ask(said);
}

void RolesQuestion::changeColumns(const counts::Description& description, Known known)
{
    audits::Roles said = roles();
    if (m_isLabelGuessed)
        said.label.reset();
    if (m_areGroupsGuessed)
        said.groups.clear();
    const audits::Roles before = said;
    said = carriedOver(said, m_description, description);
    m_isLabelGuessed = m_isLabelGuessed || (before.label && !said.label);
    m_areGroupsGuessed = m_areGroupsGuessed || (!before.groups.empty() && said.groups.empty());
    m_description = description;
    m_known = known;
    ask(said);
}

/// With guesses in the places for them.
void RolesQuestion::ask(const audits::Roles& said)
{
    audits::Roles roles = said;
    if (m_isLabelGuessed || m_areGroupsGuessed) {
        std::vector<audits::Proposal> guesses = audits::propose(m_description, said);
        std::erase_if(guesses, [this](const audits::Proposal& guess) {
            return !(guess.role == "label" && m_isLabelGuessed)
                && !(guess.role == "group" && m_areGroupsGuessed);
        });
        roles = audits::accept(guesses, said);
    }
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    fillGroups(roles);
    fillLabels(roles);
    fillValues(roles.label ? roles.label->favourable.value_or(std::string()) : std::string());
    choose(*m_use, roles.use.empty() ? std::string() : roles.use.front());
    showLines(roles);
}

/// Every column, first those that are likely ones.
void RolesQuestion::fillLabels(const audits::Roles& roles)
{
    m_label->clear();
    m_label->addItem(tr("no label"), QByteArray());
    for (const bool isLikely : {true, false}) {
        for (const counts::ColumnDescription& column : m_description.columns) {
            const std::int64_t distinct = column.profile.distinct.value;
            if ((distinct >= 2 && distinct <= kMostValues) == isLikely)
                m_label->addItem(columnText(column), rawOf(column.name));
        }
    }
    choose(*m_label, roles.label ? roles.label->column : std::string());
}

void RolesQuestion::fillValues(const std::string& chosen)
{
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    m_favourable->clear();
    m_favourable->addItem(tr("not said"), QByteArray());
    const auto* column = m_description.find(textOf(m_label->currentData()));
    m_favourable->setEnabled(column != nullptr);
    if (!column)
        return;
    for (const table::ValueCount& one : column->profile.top)
        m_favourable->addItem(brief(one.value), rawOf(one.value));
    if (!chosen.empty())
        addValue(chosen);
}

/// Choose a value, also one that the rows looked at do not show.
void RolesQuestion::addValue(const std::string& value)
{
    if (m_favourable->findData(rawOf(value)) < 0) {
        const QString text = m_known == Known::AllRows ? tr("%1   (in no row)")
                                                       : tr("%1   (not in the first rows)");
        m_favourable->addItem(text.arg(brief(value)), rawOf(value));
    }
    choose(*m_favourable, value);
}

void RolesQuestion::takeValue(const QString& text)
{
    if (text.isEmpty())
        m_favourable->setCurrentIndex(0);
    else
        addValue(bytesOf(text));
}

/// A label is no group.
void RolesQuestion::takeLabel()
{
    const QByteArray label = m_label->currentData().toByteArray();
    if (!m_isFilling) {
        m_isLabelGuessed = false;
        fillValues({});
    }
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    for (int i = 0; i < m_groups->count(); ++i) {
        QListWidgetItem* item = m_groups->item(i);
        const bool isLabel = !label.isEmpty() && item->data(Qt::UserRole).toByteArray() == label;
        if (isLabel)
            item->setCheckState(Qt::Unchecked);
        item->setFlags(
            isLabel ? item->flags() & ~Qt::ItemIsEnabled : item->flags() | Qt::ItemIsEnabled);
    }
}

void RolesQuestion::fillGroups(const audits::Roles& roles)
{
    m_groups->clear();
    for (const counts::ColumnDescription& column : m_description.columns) {
        const bool isGiven = isGroup(roles, column.name);
        if (!isGiven && !mayGroup(column, m_known))
            continue;
        auto* item = new QListWidgetItem(columnText(column), m_groups);
        item->setData(Qt::UserRole, rawOf(column.name));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(isGiven ? Qt::Checked : Qt::Unchecked);
    }
}

void RolesQuestion::showLines(const audits::Roles& roles)
{
    m_more->setLines(roleLines(m_description, roles));
}

void RolesQuestion::setType(const std::string& column, const std::string& type)
{
    audits::Roles changed = roles();
    if (type.empty())
        changed.types.erase(column);
    else
        changed.types[column] = type;
    showLines(changed);
    Q_EMIT moreChanged();
}

void RolesQuestion::setMissing(const std::string& column, const std::vector<std::string>& tokens)
{
    audits::Roles changed = roles();
    if (tokens.empty())
        changed.missing.erase(column);
    else
        changed.missing[column] = tokens;
    showLines(changed);
    Q_EMIT moreChanged();
}

bool RolesQuestion::settle()
{
    const bool isLabel = m_label->wasNamed();
    return m_favourable->wasNamed() && isLabel;
}

audits::Roles RolesQuestion::chosen() const
{
    audits::Roles roles;
    if (const std::string label = textOf(m_label->currentData()); !label.empty()) {
        roles.label = audits::LabelRole{label, {}, {}, {}};
        if (m_favourable->currentIndex() > 0)
            roles.label->favourable = textOf(m_favourable->currentData());
    }
    for (int i = 0; i < m_groups->count(); ++i) {
        const QListWidgetItem* item = m_groups->item(i);
        if (item->checkState() == Qt::Checked)
            roles.groups.push_back({textOf(item->data(Qt::UserRole)), {}, {}});
    }
    if (const std::string use = textOf(m_use->currentData()); !use.empty())
        roles.use = {use};
    return roles;
}

audits::Roles RolesQuestion::roles() const
{
    audits::Roles roles = chosen();
    m_more->applyTo(roles);
    return roles;
}

} // namespace cupel::ui
