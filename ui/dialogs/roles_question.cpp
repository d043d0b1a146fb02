#include "ui/dialogs/roles_question.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <algorithm>

#include "core/license/uses.h"
#include "core/reports/text_forms.h"
#include "ui/theme/plain_label.h"
#include "ui/theme/shown.h"

namespace cupel::ui {
namespace {

/// Columns with more values than this are neither classes nor groups unless somebody says so.
constexpr std::int64_t kMostValues = 100;
constexpr std::size_t kMostColumns = 1'000;
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

bool mayGroup(const counts::ColumnDescription& column)
{
    const std::int64_t distinct = column.profile.distinct.value;
    return distinct >= 2 && distinct <= kMostValues;
}

void choose(QComboBox& box, const std::string& value)
{
    box.setCurrentIndex(std::max(0, box.findData(rawOf(value))));
}

PlainLabel* buddyLabel(const QString& text, QWidget* buddy)
{
    auto* label = new PlainLabel(text);
    label->setBuddy(buddy);
    label->setWordWrap(false);
    buddy->setAccessibleName(text);
    return label;
}

} // namespace

RolesQuestion::RolesQuestion(QWidget* parent)
    : QWidget(parent)
    , m_label(new QComboBox)
    , m_favourable(new QComboBox)
    , m_groups(new QListWidget)
    , m_use(new QComboBox)
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(buddyLabel(tr("Label (class or outcome)"), m_label), m_label);
    form->addRow(buddyLabel(tr("Good outcome"), m_favourable), m_favourable);
    form->addRow(buddyLabel(tr("Groups of people"), m_groups), m_groups);
    form->addRow(buddyLabel(tr("Intended use"), m_use), m_use);
    m_groups->setMaximumHeight(m_groups->fontMetrics().lineSpacing() * (kGroupLines + 1));
    m_use->addItem(tr("not said"), QByteArray());
    for (const license::Use use : license::allUses())
        m_use->addItem(shown(license::useName(use)), rawOf(std::string(license::useName(use))));
    connect(m_label, &QComboBox::currentIndexChanged, this, &RolesQuestion::fillValues);
}

void RolesQuestion::setColumns(const counts::Description& description, const audits::Roles& roles)
{
    m_description = description;
    m_given = roles;
    fillLabels(roles);
    fillValues();
    if (roles.label && roles.label->favourable)
        choose(*m_favourable, *roles.label->favourable);
    fillGroups(roles);
    choose(*m_use, roles.use.empty() ? std::string() : roles.use.front());
}

void RolesQuestion::fillLabels(const audits::Roles& roles)
{
    const QSignalBlocker quiet(m_label);
    m_label->clear();
    m_label->addItem(tr("no label"), QByteArray());
    std::size_t shownColumns = 0;
    for (const counts::ColumnDescription& column : m_description.columns) {
        const bool isGiven = roles.label && roles.label->column == column.name;
        if (!isGiven && (!mayGroup(column) || ++shownColumns > kMostColumns))
            continue;
        m_label->addItem(
            tr("%1   (%2 values)").arg(brief(column.name), counted(column.profile.distinct.value)),
            rawOf(column.name));
    }
    if (roles.label)
        choose(*m_label, roles.label->column);
}

void RolesQuestion::fillValues()
{
    m_favourable->clear();
    m_favourable->addItem(tr("not said"), QByteArray());
    const auto* column = m_description.find(textOf(m_label->currentData()));
    m_favourable->setEnabled(column != nullptr);
    if (!column)
        return;
    for (const table::ValueCount& one : column->profile.top)
        m_favourable->addItem(brief(one.value), rawOf(one.value));
}

void RolesQuestion::fillGroups(const audits::Roles& roles)
{
    m_groups->clear();
    std::size_t shownColumns = 0;
    for (const counts::ColumnDescription& column : m_description.columns) {
        const bool isGiven = std::any_of(roles.groups.begin(), roles.groups.end(),
            [&](const audits::GroupRole& group) { return group.column == column.name; });
        if (!isGiven && (!mayGroup(column) || ++shownColumns > kMostColumns))
            continue;
        auto* item = new QListWidgetItem(
            tr("%1   (%2 values)").arg(brief(column.name), counted(column.profile.distinct.value)),
            m_groups);
        item->setData(Qt::UserRole, rawOf(column.name));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(isGiven ? Qt::Checked : Qt::Unchecked);
    }
}

audits::Roles RolesQuestion::roles() const
{
    audits::Roles roles = m_given;
    const std::string label = textOf(m_label->currentData());
    const std::string favourable = textOf(m_favourable->currentData());
    if (label.empty()) {
        roles.label.reset();
    } else {
        if (!roles.label || roles.label->column != label)
            roles.label = audits::LabelRole{label, {}, {}, {}};
        roles.label->favourable
            = m_favourable->currentIndex() > 0 ? std::optional(favourable) : std::nullopt;
    }
    std::vector<audits::GroupRole> groups;
    for (int i = 0; i < m_groups->count(); ++i) {
        const QListWidgetItem* item = m_groups->item(i);
        if (item->checkState() != Qt::Checked)
            continue;
        const std::string column = textOf(item->data(Qt::UserRole));
        const auto given = std::find_if(m_given.groups.begin(), m_given.groups.end(),
            [&](const audits::GroupRole& group) { return group.column == column; });
        groups.push_back(
            given != m_given.groups.end() ? *given : audits::GroupRole{column, {}, {}});
    }
    roles.groups = std::move(groups);
    std::erase_if(roles.intersections, [&](const std::vector<std::string>& pair) {
        return std::any_of(pair.begin(), pair.end(), [&](const std::string& column) {
            return std::none_of(roles.groups.begin(), roles.groups.end(),
                [&](const audits::GroupRole& group) { return group.column == column; });
        });
    });
    const std::string use = textOf(m_use->currentData());
    if (use.empty())
        roles.use.clear();
    else if (roles.use.empty() || roles.use.front() != use)
        roles.use = {use};
    return roles;
}

} // namespace cupel::ui
